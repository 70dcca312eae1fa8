# The module _multibytecodec and its codecs.
libadder_la_SOURCES += src/module/multibyte/multibyte.h
libadder_la_SOURCES += src/module/multibyte/multibyte_convert.c
libadder_la_SOURCES += src/module/multibyte/multibyte_double.c
libadder_la_SOURCES += src/module/multibyte/multibyte_hz.c
libadder_la_SOURCES += src/module/multibyte/multibyte_incremental.c
libadder_la_SOURCES += src/module/multibyte/multibyte_iso2022.c
libadder_la_SOURCES += src/module/multibyte/multibyte_japan.c
libadder_la_SOURCES += src/module/multibyte/multibyte_module.c
libadder_la_SOURCES += src/module/multibyte/multibyte_stream.c
EXTRA_DIST += src/module/multibyte/README.md
