libadder_la_SOURCES += src/module/tracemalloc/traces.c src/module/tracemalloc/traces.h
libadder_la_SOURCES += src/module/tracemalloc/tracemalloc_module.c
EXTRA_DIST += src/module/tracemalloc/README.md
