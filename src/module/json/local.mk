# The module _json.
libadder_la_SOURCES += src/module/json/json_encoder.c
libadder_la_SOURCES += src/module/json/json_module.c src/module/json/json_parts.h
libadder_la_SOURCES += src/module/json/json_number.c
libadder_la_SOURCES += src/module/json/json_quote.c
libadder_la_SOURCES += src/module/json/json_scanner.c
libadder_la_SOURCES += src/module/json/json_string.c
EXTRA_DIST += src/module/json/README.md
