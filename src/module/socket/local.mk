libadder_la_SOURCES += src/module/socket/socket_address.c
libadder_la_SOURCES += src/module/socket/socket_io.c
libadder_la_SOURCES += src/module/socket/socket_message.c
libadder_la_SOURCES += src/module/socket/socket_module.c src/module/socket/socket_parts.h
libadder_la_SOURCES += src/module/socket/socket_names.c
libadder_la_SOURCES += src/module/socket/socket_object.c
libadder_la_SOURCES += src/module/socket/socket_text.c
EXTRA_DIST += src/module/socket/README.md
