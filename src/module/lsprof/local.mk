# The module _lsprof.
libadder_la_SOURCES += src/module/lsprof/call_table.c
libadder_la_SOURCES += src/module/lsprof/call_table.h
libadder_la_SOURCES += src/module/lsprof/lsprof_module.c
EXTRA_DIST += src/module/lsprof/README.md
