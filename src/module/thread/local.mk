# The module _thread.
libadder_la_SOURCES += src/module/thread/excepthook.c src/module/thread/excepthook.h
libadder_la_SOURCES += src/module/thread/local.c src/module/thread/local.h
libadder_la_SOURCES += src/module/thread/lock.c src/module/thread/lock.h
libadder_la_SOURCES += src/module/thread/rlock.c src/module/thread/rlock.h
libadder_la_SOURCES += src/module/thread/thread_module.c
EXTRA_DIST += src/module/thread/README.md
