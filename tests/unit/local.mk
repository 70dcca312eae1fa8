# tests/unit/NAME.c is a program: list it without its extension.
unit_tests += \
	tests/unit/gc tests/unit/heap_check \
	tests/unit/int tests/unit/limbs tests/unit/outside
unit_tests += tests/unit/attach tests/unit/buffer tests/unit/bytes tests/unit/codecs tests/unit/str
unit_tests += tests/unit/dict tests/unit/list tests/unit/set
unit_tests += tests/unit/code tests/unit/compile tests/unit/compile_verify
EXTRA_DIST += tests/unit/code_verify.h
unit_tests += tests/unit/syntax_dump tests/unit/syntax_errors
EXTRA_DIST += tests/syntax
unit_tests += tests/unit/exception tests/unit/instance tests/unit/module tests/unit/native \
	tests/unit/native_tables \
	tests/unit/param
unit_tests += tests/unit/instrs tests/unit/jit_control
unit_tests += tests/unit/type
unit_tests += tests/unit/unicode
EXTRA_DIST += tests/unit/unicode_digests.def
unit_tests += tests/unit/bytes_text tests/unit/dict_edges tests/unit/float \
	tests/unit/int_bounds tests/unit/list_edges tests/unit/set_edges \
	tests/unit/descriptor tests/unit/object tests/unit/raise \
	tests/unit/sequence tests/unit/shape tests/unit/str_text tests/unit/tuple \
	tests/unit/type_edges
EXTRA_DIST += tests/unit/objects.h
unit_tests += tests/unit/opt tests/unit/recorder tests/unit/uops tests/unit/verify
EXTRA_DIST += tests/unit/trace_parse.h
if JIT_NATIVE
unit_tests += tests/unit/code_arena tests/unit/disassemble tests/unit/landing_pads
unit_tests += tests/unit/places tests/unit/unwind_info
endif
EXTRA_DIST += tests/unit/code_arena.c tests/unit/disassemble.c \
	tests/unit/landing_pads.c tests/unit/places.c \
	tests/unit/unwind_info.c
