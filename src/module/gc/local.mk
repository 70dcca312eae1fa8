libadder_la_SOURCES += src/module/gc/gc_module.c
libadder_la_SOURCES += src/module/gc/referents.c src/module/gc/referents.h
libadder_la_SOURCES += src/module/gc/watch.c src/module/gc/watch.h
EXTRA_DIST += src/module/gc/README.md
