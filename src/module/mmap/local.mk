libadder_la_SOURCES += src/module/mmap/map.c src/module/mmap/map.h
libadder_la_SOURCES += src/module/mmap/map_file.c
libadder_la_SOURCES += src/module/mmap/mmap_module.c
EXTRA_DIST += src/module/mmap/README.md
