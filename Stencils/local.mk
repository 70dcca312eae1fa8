# The generated files, and the targets about them; Stencils/README.md explains.
# Each target is one script of Tools/stencils with the same name; STENCIL_CLANG
# is from configure --with-clang.
EXTRA_DIST += Stencils

if JIT_NATIVE
check_PROGRAMS += tests/jit/test_stencils
TESTS += tests/jit/test_stencils
endif
tests_jit_test_stencils_SOURCES = \
	tests/jit/mock_helpers.c \
	tests/jit/mock_helpers.h \
	tests/jit/stencil_world.c \
	tests/jit/stencil_world.h \
	tests/jit/test_stencils.c

.PHONY: check-stencils regen-stencils verify-stencils test-stencils
check-stencils:
	$(srcdir)/Tools/stencils/check

regen-stencils:
	CLANG='$(STENCIL_CLANG)' $(srcdir)/Tools/stencils/regen

# A difference is left in stencils.patch.
verify-stencils:
	CLANG='$(STENCIL_CLANG)' $(srcdir)/Tools/stencils/verify stencils.patch

test-stencils: libadder-static.la
	MAKE='$(MAKE)' $(srcdir)/Tools/stencils/test
