libadder_la_SOURCES += \
	src/base/arena.c src/base/arena.h \
	src/base/base.c src/base/base.h \
	src/base/big_endian.h \
	src/base/buf.c src/base/buf.h \
	src/base/level.c src/base/level.h \
	src/base/limits.h \
	src/base/each.h \
	src/base/number.c src/base/number.h \
	src/base/number_digits.c src/base/number_digits.h \
	src/base/number_rounded.c src/base/number_rounded.h \
	src/base/sanitizer.h \
	src/base/utf8.c src/base/utf8.h
EXTRA_DIST += src/base/README.md
include $(srcdir)/src/base/charset/local.mk
include $(srcdir)/src/base/unicode/local.mk
