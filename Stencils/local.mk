# The generated files, and the targets about them; Stencils/README.md explains.
# Each target is one script of Tools/stencils with the same name; STENCIL_CLANG
# is from configure --with-clang.
EXTRA_DIST += Stencils

# Only what the build includes is compiled: the template is the generator's.
EXTRA_DIST += src/jit/stencil_template.c src/jit/template_aarch64.h \
	src/jit/template_x86_64.h

if JIT_NATIVE
libadder_la_SOURCES += \
	src/jit/abi_check.c \
	src/jit/stencil.h \
	src/jit/stencils.c \
	src/jit/template_abi.h
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
