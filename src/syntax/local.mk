# SPDX-License-Identifier: MIT
libadder_la_SOURCES += \
	src/syntax/ast.c src/syntax/ast.def src/syntax/ast.h \
	src/syntax/ast_dump.c src/syntax/ast_dump.h \
	src/syntax/fstring.c src/syntax/fstring.h \
	src/syntax/literal.c src/syntax/literal.h \
	src/syntax/parser.c src/syntax/parser.h \
	src/syntax/parser_assign.c src/syntax/parser_assign.h \
	src/syntax/parser_atom.c src/syntax/parser_atom.h \
	src/syntax/parser_call.c src/syntax/parser_call.h \
	src/syntax/parser_comp.c src/syntax/parser_comp.h \
	src/syntax/parser_compound.c src/syntax/parser_compound.h \
	src/syntax/parser_def.c src/syntax/parser_def.h \
	src/syntax/parser_diagnose.c src/syntax/parser_diagnose.h \
	src/syntax/parser_display.c src/syntax/parser_display.h \
	src/syntax/parser_expr.c src/syntax/parser_expr.h \
	src/syntax/parser_fail.c src/syntax/parser_fail.h \
	src/syntax/parser_import.c src/syntax/parser_import.h \
	src/syntax/parser_match.c src/syntax/parser_match.h \
	src/syntax/parser_params.c src/syntax/parser_params.h \
	src/syntax/parser_pattern.c src/syntax/parser_pattern.h \
	src/syntax/parser_stmt.c src/syntax/parser_stmt.h \
	src/syntax/parser_target.c src/syntax/parser_target.h \
	src/syntax/parser_try.c src/syntax/parser_try.h \
	src/syntax/source.c src/syntax/source.h \
	src/syntax/syntax.c src/syntax/syntax.h \
	src/syntax/token.c src/syntax/token.def src/syntax/token.h \
	src/syntax/tokenizer.c src/syntax/tokenizer.h \
	src/syntax/tokenizer_comment.c src/syntax/tokenizer_comment.h \
	src/syntax/tokenizer_number.c src/syntax/tokenizer_number.h \
	src/syntax/tokenizer_string.c src/syntax/tokenizer_string.h
EXTRA_DIST += src/syntax/README.md
