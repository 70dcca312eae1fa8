# The module _struct.
libadder_la_SOURCES += src/module/struct/struct_format.c src/module/struct/struct_format.h
libadder_la_SOURCES += src/module/struct/struct_item.c src/module/struct/struct_item.h
libadder_la_SOURCES += src/module/struct/struct_module.c
libadder_la_SOURCES += src/module/struct/struct_type.c src/module/struct/struct_type.h
EXTRA_DIST += src/module/struct/README.md
