# _bz2 and _lzma: where configure has found the libraries.
coder_sources = src/module/compression/coder.c src/module/compression/coder.h
bz2_sources = src/module/compression/bz2_module.c
lzma_sources = src/module/compression/lzma_module.c
lzma_sources += src/module/compression/lzma_coders.c
lzma_sources += src/module/compression/lzma_filters.c
lzma_sources += src/module/compression/lzma_parts.h
libadder_la_SOURCES += $(coder_sources)
if HAVE_BZIP2
libadder_la_SOURCES += $(bz2_sources)
AM_CPPFLAGS += $(BZIP2_CFLAGS)
libadder_la_LIBADD += $(BZIP2_LIBS)
endif
if HAVE_LZMA
libadder_la_SOURCES += $(lzma_sources)
AM_CPPFLAGS += $(LZMA_CFLAGS)
libadder_la_LIBADD += $(LZMA_LIBS)
endif
EXTRA_DIST += $(bz2_sources) $(lzma_sources) src/module/compression/README.md
