# Machine code: only where there are stencils (configure).
jit_sources = \
	src/jit/abi_check.c \
	src/jit/allocate.c src/jit/allocate.h \
	src/jit/announce.c src/jit/announce.h \
	src/jit/backend.c src/jit/backend.h \
	src/jit/code_arena.c src/jit/code_arena.h \
	src/jit/disassemble.h \
	src/jit/emitter.c src/jit/emitter.h \
	src/jit/gdb_jit.c src/jit/gdb_jit.h \
	src/jit/jitdump.c src/jit/jitdump.h \
	src/jit/machine.c src/jit/machine.h \
	src/jit/machine_text.c \
	src/jit/moves.c \
	src/jit/perf_map.c src/jit/perf_map.h \
	src/jit/place_log.c src/jit/place_log.h \
	src/jit/places.c src/jit/places.h \
	src/jit/stencil.c src/jit/stencil.h \
	src/jit/stencils.c \
	src/jit/unwind_info.c src/jit/unwind_info.h
EXTRA_DIST += $(jit_sources) src/jit/disassemble_capstone.c \
	src/jit/disassemble_none.c
if JIT_NATIVE
libadder_la_SOURCES += $(jit_sources)
# One of two disassemblers.
if HAVE_CAPSTONE
libadder_la_SOURCES += src/jit/disassemble_capstone.c
else
libadder_la_SOURCES += src/jit/disassemble_none.c
endif
# Without it, the compiler would not say what helps.
src/jit/stencils.lo src/jit/abi_check.lo: $(srcdir)/Stencils/$(ADDER_STENCILS)
$(srcdir)/Stencils/$(ADDER_STENCILS):
	@echo "$@ is missing, the stencils of this platform:" \
	    "'make regen-stencils' writes it with clang 19;" \
	    "'./config.status --recheck && ./config.status' builds without" >&2; \
	exit 1
endif
EXTRA_DIST += src/jit/stencil_template.c src/jit/template_aarch64.h \
	src/jit/template_abi.h src/jit/template_sysv.h \
	src/jit/template_windows.h src/jit/template_x86_64.h
EXTRA_DIST += src/jit/README.md
