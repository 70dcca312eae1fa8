# SPDX-License-Identifier: MIT
libadder_la_SOURCES += \
	src/compile/analyze.c \
	src/compile/bound.c \
	src/compile/code.c \
	src/compile/code.h \
	src/compile/compile.c \
	src/compile/compile.h \
	src/compile/compiler.c \
	src/compile/compiler.h \
	src/compile/constant.c \
	src/compile/constant.h \
	src/compile/disassemble.c \
	src/compile/emit.c \
	src/compile/emit.h \
	src/compile/flow.c \
	src/compile/flow.h \
	src/compile/future.c \
	src/compile/future.h \
	src/compile/gen.c \
	src/compile/gen.h \
	src/compile/gen_assign.c \
	src/compile/gen_call.c \
	src/compile/gen_comprehension.c \
	src/compile/gen_display.c \
	src/compile/gen_expr.c \
	src/compile/gen_function.c \
	src/compile/gen_import.c \
	src/compile/gen_loop.c \
	src/compile/gen_match.c \
	src/compile/gen_name.c \
	src/compile/gen_pattern.c \
	src/compile/gen_pattern.h \
	src/compile/gen_stmt.c \
	src/compile/gen_try.c \
	src/compile/gen_warn.c \
	src/compile/locations.c \
	src/compile/locations.h \
	src/compile/map.c \
	src/compile/map.h \
	src/compile/marshal.h \
	src/compile/marshal_code.c \
	src/compile/marshal_parts.h \
	src/compile/marshal_read.c \
	src/compile/marshal_write.c \
	src/compile/opcode.c \
	src/compile/opcode.h \
	src/compile/opcodes.def \
	src/compile/symtable.c \
	src/compile/symtable.h \
	src/compile/unparse.c \
	src/compile/unparse.h \
	src/compile/verify.c \
	src/compile/verify.h \
	src/compile/verify_parts.h \
	src/compile/verify_step.c

EXTRA_DIST += src/compile/README.md
