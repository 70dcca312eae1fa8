libadder_la_SOURCES += \
	src/os/calendar.c src/os/calendar.h \
	src/os/clock.c src/os/clock.h \
	src/os/cpu.h src/os/cpu_aarch64.h \
	src/os/cpu_powerpc64le.h src/os/cpu_riscv64.h src/os/cpu_s390x.h src/os/cpu_x86_64.h \
	src/os/file.c src/os/file.h \
	src/os/library.c src/os/library.h \
	src/os/memory.c src/os/memory.h \
	src/os/numbers.h src/os/numbers_errno.c \
	src/os/profile.c src/os/profile.h \
	src/os/random.c src/os/random.h \
	src/os/signal.c src/os/signal.h \
	src/os/stack.c src/os/stack.h \
	src/os/system.c src/os/system.h \
	src/os/thread.c src/os/thread.h
EXTRA_DIST += src/os/README.md
