libadder_la_SOURCES += src/module/zoneinfo/tz_rule.c src/module/zoneinfo/tz_rule.h
libadder_la_SOURCES += src/module/zoneinfo/zone_file.c src/module/zoneinfo/zone_file.h
libadder_la_SOURCES += src/module/zoneinfo/zone_info.c
EXTRA_DIST += src/module/zoneinfo/README.md
