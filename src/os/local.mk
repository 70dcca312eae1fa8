libadder_la_SOURCES += \
	src/os/calendar.c src/os/calendar.h \
	src/os/child.c src/os/child.h \
	src/os/clock.c src/os/clock.h \
	src/os/configuration.c src/os/configuration.h \
	src/os/control.c src/os/control.h \
	src/os/cpu.h src/os/cpu_aarch64.h \
	src/os/cpu_powerpc64le.h src/os/cpu_riscv64.h src/os/cpu_s390x.h src/os/cpu_x86_64.h \
	src/os/descriptor.c src/os/descriptor.h \
	src/os/directory.c src/os/directory.h \
	src/os/encoding.c src/os/encoding.h \
	src/os/environment.c src/os/environment.h \
	src/os/fault.c src/os/fault.h \
	src/os/file.c src/os/file.h \
	src/os/library.c src/os/library.h \
	src/os/line.c src/os/line.h \
	src/os/locale.c src/os/locale.h \
	src/os/map.c src/os/map.h \
	src/os/memory.c src/os/memory.h \
	src/os/name.c src/os/name.h \
	src/os/numbers.h src/os/numbers_errno.c src/os/numbers_posix.c \
	src/os/numbers_fcntl.c src/os/numbers_locale.c src/os/numbers_mmap.c \
	src/os/numbers_resource.c \
	src/os/numbers_select.c src/os/numbers_signal.c src/os/numbers_socket.c src/os/numbers_socket.def \
	src/os/numbers_sysconf.c \
	src/os/numbers_termios.c \
	src/os/numbers_time.c \
	src/os/parker.c src/os/parker.h \
	src/os/process.c src/os/process.h \
	src/os/private.c src/os/private.h \
	src/os/profile.c src/os/profile.h \
	src/os/random.c src/os/random.h \
	src/os/resolver.c src/os/resolver.h \
	src/os/result.h \
	src/os/schedule.c src/os/schedule.h \
	src/os/semaphore.c src/os/semaphore.h \
	src/os/signal.c src/os/signal.h src/os/signal_wait.c \
	src/os/socket.c src/os/socket.h \
	src/os/spawn.c src/os/spawn.h \
	src/os/stack.c src/os/stack.h \
	src/os/status.c src/os/status.h \
	src/os/system.c src/os/system.h \
	src/os/terminal.c src/os/terminal.h \
	src/os/thread.c src/os/thread.h \
	src/os/user.c src/os/user.h \
	src/os/wait.c src/os/wait.h
EXTRA_DIST += src/os/README.md
