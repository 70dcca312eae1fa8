# The module _sre.
libadder_la_SOURCES += src/module/sre/sre_code.h
libadder_la_SOURCES += src/module/sre/sre_emit.c src/module/sre/sre_program.h
libadder_la_SOURCES += src/module/sre/sre_engine_1.c src/module/sre/sre_engine.h
libadder_la_SOURCES += src/module/sre/sre_engine_2.c
libadder_la_SOURCES += src/module/sre/sre_engine_4.c
libadder_la_SOURCES += src/module/sre/sre_engine_flow.h
libadder_la_SOURCES += src/module/sre/sre_match.c src/module/sre/sre_match.h
libadder_la_SOURCES += src/module/sre/sre_module.c
libadder_la_SOURCES += src/module/sre/sre_pattern.c src/module/sre/sre_pattern.h
libadder_la_SOURCES += src/module/sre/sre_result.c
libadder_la_SOURCES += src/module/sre/sre_scanner.c
libadder_la_SOURCES += src/module/sre/sre_set.c src/module/sre/sre_set.h
libadder_la_SOURCES += src/module/sre/sre_sub.c
libadder_la_SOURCES += src/module/sre/sre_subject.c src/module/sre/sre_subject.h
libadder_la_SOURCES += src/module/sre/sre_tree.c src/module/sre/sre_tree.h
EXTRA_DIST += src/module/sre/README.md
