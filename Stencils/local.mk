# The generated files, and the targets about them; Stencils/README.md explains.
# Each target is one script of Tools/stencils with the same name; STENCIL_CLANG
# is from configure --with-clang.
EXTRA_DIST += Stencils

if JIT_NATIVE
stencil_tests = tests/jit/test_stencils tests/jit/mutate_stencils \
	tests/jit/test_emitter
check_PROGRAMS += $(stencil_tests) tests/jit/time_emitter
TESTS += $(stencil_tests)
endif
stencil_judge = \
	tests/jit/convention.h \
	tests/jit/enter.c tests/jit/enter.h \
	tests/jit/judge.c tests/jit/judge.h \
	tests/jit/mock_helpers.c tests/jit/mock_helpers.h \
	tests/jit/place.c tests/jit/place.h \
	tests/jit/every_stencil.c tests/jit/every_stencil.h \
	tests/jit/stencil_world.c tests/jit/stencil_world.h \
	tests/jit/watch.c tests/jit/watch.h
# Its stand-ins have words for types, as the platform's convention allows and
# link-time optimization does not.  AM_CFLAGS would come before CFLAGS.
tests/jit/mock_helpers.$(OBJEXT): override CFLAGS += -fno-lto
tests_jit_test_stencils_SOURCES = tests/jit/test_stencils.c $(stencil_judge)
tests_jit_test_emitter_SOURCES = tests/jit/test_emitter.c $(stencil_judge)
tests_jit_time_emitter_SOURCES = tests/jit/time_emitter.c $(stencil_judge)
tests_jit_mutate_stencils_SOURCES = tests/jit/mutate_stencils.c $(stencil_judge)

.PHONY: check-stencils regen-stencils verify-stencils test-stencils \
	reproduce-stencils
check-stencils:
	$(srcdir)/Tools/stencils/check

regen-stencils:
	CLANG='$(STENCIL_CLANG)' $(srcdir)/Tools/stencils/regen

# A difference is left in stencils.patch.
verify-stencils:
	CLANG='$(STENCIL_CLANG)' $(srcdir)/Tools/stencils/verify stencils.patch

# Of all platforms, and many mutants: minutes.
test-stencils:
	CC='$(CC)' $(srcdir)/Tools/stencils/test

# Twice in different surroundings: minutes.
reproduce-stencils:
	CLANG='$(STENCIL_CLANG)' $(srcdir)/Tools/stencils/reproduce
