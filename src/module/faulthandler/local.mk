libadder_la_SOURCES += src/module/faulthandler/fault_parts.h
libadder_la_SOURCES += src/module/faulthandler/faulthandler.c
libadder_la_SOURCES += src/module/faulthandler/watchdog.c
EXTRA_DIST += src/module/faulthandler/README.md
