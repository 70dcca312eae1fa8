# pyexpat: where configure has found the library.
pyexpat_sources = src/module/pyexpat/handlers.c
pyexpat_sources += src/module/pyexpat/parser.c src/module/pyexpat/parser.h
pyexpat_sources += src/module/pyexpat/pyexpat_module.c
if HAVE_EXPAT
libadder_la_SOURCES += $(pyexpat_sources)
AM_CPPFLAGS += $(EXPAT_CFLAGS)
libadder_la_LIBADD += $(EXPAT_LIBS)
endif
EXTRA_DIST += $(pyexpat_sources) src/module/pyexpat/README.md
