# SPDX-License-Identifier: MIT
# Everything prints TAP; automake's driver counts it.  See tests/README.md.

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER_FLAGS = --comments --ignore-exit

# What the tests read.  ADDER and ADDER_UNIT may begin with an emulator.  Output
# is buffered as it is for most people.
AM_TESTS_ENVIRONMENT = \
	unset PYTHONUNBUFFERED; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	ADDER="$${ADDER-$(abs_top_builddir)/adder$(EXEEXT)}"; export ADDER; \
	ADDER_JIT='$(ADDER_JIT)'; export ADDER_JIT; \
	CC='$(CC)'; export CC; \
	HEADER_CFLAGS='$(AM_CPPFLAGS) $(CPPFLAGS) $(ADDER_CFLAGS) $(WARN_CFLAGS)'; \
	export HEADER_CFLAGS; \
	OBJECT_CFLAGS='$(AM_CFLAGS) $(CFLAGS)'; export OBJECT_CFLAGS; \
	LINK_CFLAGS='$(SANITIZE_CFLAGS)'; export LINK_CFLAGS;

# Checks of the tree itself; only docstrings asks an interpreter.
tree_checks = \
	Tools/checks/braces \
	Tools/checks/charsets \
	Tools/checks/copies \
	Tools/checks/docs \
	Tools/checks/docstrings \
	Tools/checks/formats \
	Tools/checks/headers \
	Tools/checks/identity \
	Tools/checks/layers \
	Tools/checks/listed \
	Tools/checks/options \
	Tools/checks/outcomes \
	Tools/checks/platform \
	Tools/checks/records \
	Tools/checks/sizes \
	Tools/checks/stencils \
	Tools/checks/traces \
	Tools/checks/unicode \
	Tools/checks/unused \
	Tools/checks/workflows

# Python files run in every mode of tests/modes and compared with what
# CPython 3.11 printed: tests/SUITE/*.py, tests/SUITE/expected/*.out.
suites = \
	tests/lang.suite \
	tests/programs.suite \
	tests/trace.suite \
	tests/jit.suite

TEST_EXTENSIONS = .suite .sh
SUITE_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run-programs
SUITE_LOG_DRIVER = $(LOG_DRIVER)
SUITE_LOG_DRIVER_FLAGS = $(LOG_DRIVER_FLAGS)
SH_LOG_COMPILER = $(SHELL)
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_DRIVER_FLAGS = $(LOG_DRIVER_FLAGS)

# C programs that print TAP; each NAME.c is linked with libadder-static.
unit_tests =
# Shell scripts that print TAP.
script_tests = tests/library.sh tests/recursion.sh tests/main/zlib.sh \
	tests/main/blake2.sh tests/main/digests.sh \
	tests/main/command_line.sh tests/main/command_cases.sh tests/main/line_editor.sh \
	tests/main/terminal.sh tests/main/streams.sh tests/main/configure.sh tests/fault/bad_script.sh \
	tests/main/imports.sh tests/main/regexps.sh \
	tests/fault/fork.sh \
	tests/fault/interrupt_numbers.sh \
	tests/fault/memory_limit.sh \
	tests/fault/memory_numbers.sh \
	tests/fault/property_notes.sh \
	tests/fault/random_places.sh \
	tests/fault/regexps.sh \
	tests/fault/restricted.sh \
	tests/fault/no_exec_memory.sh \
	tests/jit/abi_stays.sh \
	tests/jit/gdb.sh \
	tests/jit/no_stencils.sh \
	tests/jit/perf.sh \
	tests/jit/platforms.sh \
	tests/jit/stale_build.sh \
	tests/jit/stale_stencils.sh tests/jit/stencil_generator.sh \
	tests/jit/tampered_stencils.sh \
	tests/stdlib/check.sh \
	tests/threads/exit.sh tests/threads/primitives.sh tests/threads/together.sh \
	tests/trace/expectations.sh tests/trace/explain.sh
include $(srcdir)/tests/unit/local.mk

check_PROGRAMS += $(unit_tests)
TESTS += $(tree_checks) $(unit_tests) $(script_tests) $(suites)

EXTRA_DIST += $(script_tests) $(suites) tests/README.md tests/modes tests/known-failures \
	tests/run-programs tests/traces.awk tests/recursion.awk tests/recursions tests/command.sh tests/stdlib-imports tests/embed.c tests/embed_thread.c tests/embed_refused.c tests/fault/deny_exec.c tests/fault/restrict.c tests/tap.h tests/unit/README.md \
	tests/lang tests/main tests/programs tests/trace tests/jit tests/fault \
	tests/stdlib tests/threads

# The interpreter is what the suites run.
$(suites:.suite=.log): adder$(EXEEXT)
tests/fault/interrupt_numbers.log: adder$(EXEEXT)
tests/fault/memory_limit.log: adder$(EXEEXT)
tests/fault/memory_numbers.log: adder$(EXEEXT)
tests/fault/no_exec_memory.log: adder$(EXEEXT)
tests/fault/bad_script.log: adder$(EXEEXT)
tests/fault/fork.log tests/fault/restricted.log \
tests/fault/random_places.log: adder$(EXEEXT)
tests/jit/gdb.log tests/jit/perf.log: adder$(EXEEXT)
tests/trace/expectations.log tests/trace/explain.log: adder$(EXEEXT)
tests/main/command_line.log tests/main/command_cases.log tests/main/line_editor.log tests/main/terminal.log tests/main/streams.log tests/main/zlib.log: adder$(EXEEXT)
tests/threads/exit.log tests/threads/primitives.log tests/threads/together.log: adder$(EXEEXT)
tests/main/imports.log tests/stdlib/check.log: adder$(EXEEXT)
tests/main/blake2.log tests/main/digests.log: adder$(EXEEXT)
tests/main/command_line.log tests/main/streams.log tests/main/zlib.log: adder$(EXEEXT)
tests/library.log: adder$(EXEEXT) libadder.la

.PHONY: record-tests
record-tests:
	$(SHELL) $(srcdir)/tests/run-programs --record
