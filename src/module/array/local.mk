# The module array.
libadder_la_SOURCES += src/module/array/array.c src/module/array/array.h
libadder_la_SOURCES += src/module/array/array_item.c
libadder_la_SOURCES += src/module/array/array_methods.c
libadder_la_SOURCES += src/module/array/array_module.c
libadder_la_SOURCES += src/module/array/array_pickle.c
libadder_la_SOURCES += src/module/array/array_type.c
EXTRA_DIST += src/module/array/README.md
