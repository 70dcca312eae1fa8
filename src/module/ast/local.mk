libadder_la_SOURCES += src/module/ast/ast_classes.c src/module/ast/ast_classes.h
libadder_la_SOURCES += src/module/ast/ast_module.c src/module/ast/ast_module.h
libadder_la_SOURCES += src/module/ast/ast_node.c src/module/ast/ast_node.h
libadder_la_SOURCES += src/module/ast/ast_objects.c src/module/ast/ast_objects.h
EXTRA_DIST += src/module/ast/README.md
