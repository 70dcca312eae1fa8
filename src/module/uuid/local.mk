# The module _uuid: where configure has found the library.
uuid_sources = src/module/uuid/uuid_module.c
if HAVE_UUID
libadder_la_SOURCES += $(uuid_sources)
AM_CPPFLAGS += $(UUID_CFLAGS)
libadder_la_LIBADD += $(UUID_LIBS)
endif
EXTRA_DIST += $(uuid_sources)
