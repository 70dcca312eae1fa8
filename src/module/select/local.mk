libadder_la_SOURCES += src/module/select/select_epoll.c
libadder_la_SOURCES += src/module/select/select_module.c src/module/select/select_parts.h
libadder_la_SOURCES += src/module/select/select_poll.c
EXTRA_DIST += src/module/select/README.md
