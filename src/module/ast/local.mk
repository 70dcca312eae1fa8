libadder_la_SOURCES += src/module/ast/ast_classes.c src/module/ast/ast_classes.h
libadder_la_SOURCES += src/module/ast/ast_module.c
libadder_la_SOURCES += src/module/ast/ast_node.c src/module/ast/ast_node.h
EXTRA_DIST += src/module/ast/README.md
