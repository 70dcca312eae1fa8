libadder_la_SOURCES += src/module/ast/ast_classes.c src/module/ast/ast_classes.h
libadder_la_SOURCES += src/module/ast/ast_module.c src/module/ast/ast_module.h
libadder_la_SOURCES += src/module/ast/ast_node.c src/module/ast/ast_node.h
libadder_la_SOURCES += src/module/ast/ast_objects.c src/module/ast/ast_objects.h
libadder_la_SOURCES += src/module/ast/ast_pattern.c src/module/ast/ast_pattern.h
libadder_la_SOURCES += src/module/ast/ast_read.c src/module/ast/ast_read.h
libadder_la_SOURCES += src/module/ast/ast_validate.c src/module/ast/ast_validate.h
EXTRA_DIST += src/module/ast/README.md
