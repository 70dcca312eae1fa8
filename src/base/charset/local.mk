# Character sets.
libadder_la_SOURCES += \
	src/base/charset/charset.c src/base/charset/charset.h \
	src/base/charset/charsets.def \
	src/base/charset/packed.def
EXTRA_DIST += src/base/charset/MANIFEST src/base/charset/README.md

# Each is a script of Tools/charsets; who builds needs no Python.
.PHONY: regen-charsets verify-charsets compare-charsets
regen-charsets:
	$(srcdir)/Tools/charsets/generate

verify-charsets:
	$(srcdir)/Tools/charsets/verify

compare-charsets:
	$(srcdir)/Tools/charsets/compare $(top_builddir)/adder
