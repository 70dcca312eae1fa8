# The module _csv.
libadder_la_SOURCES += src/module/csv/csv_dialect.c
libadder_la_SOURCES += src/module/csv/csv_module.c src/module/csv/csv_parts.h
libadder_la_SOURCES += src/module/csv/csv_reader.c
libadder_la_SOURCES += src/module/csv/csv_writer.c
EXTRA_DIST += src/module/csv/README.md
