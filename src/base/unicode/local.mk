# Character data.
libadder_la_SOURCES += \
	src/base/unicode/data_14.def \
	src/base/unicode/decompositions_14.def \
	src/base/unicode/names_14.def \
	src/base/unicode/props_14.def \
	src/base/unicode/unicode_data.c src/base/unicode/unicode_data.h \
	src/base/unicode/unicode_name.c src/base/unicode/unicode_name.h \
	src/base/unicode/unicode_normal.c src/base/unicode/unicode_normal.h \
	src/base/unicode/unicode_props.c src/base/unicode/unicode_props.h \
	src/base/unicode/unicode_table.h
EXTRA_DIST += src/base/unicode/MANIFEST src/base/unicode/README.md

# Each is a script of Tools/unicode; who builds needs neither perl nor Python.
.PHONY: regen-unicode verify-unicode compare-unicode
regen-unicode:
	$(srcdir)/Tools/unicode/generate

verify-unicode:
	$(srcdir)/Tools/unicode/verify

compare-unicode:
	$(srcdir)/Tools/unicode/compare $(top_builddir)/adder
