# The module zlib: where configure has found the library.
zlib_sources = src/module/zlib/zlib_module.c
zlib_sources += src/module/zlib/zlib_object.c src/module/zlib/zlib_object.h
zlib_sources += src/module/zlib/zlib_stream.c src/module/zlib/zlib_stream.h
if HAVE_ZLIB
libadder_la_SOURCES += $(zlib_sources)
AM_CPPFLAGS += $(ZLIB_CFLAGS)
libadder_la_LIBADD += $(ZLIB_LIBS)
endif
EXTRA_DIST += $(zlib_sources)
