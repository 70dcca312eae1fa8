include_HEADERS += src/main/adder.h
adder_SOURCES += src/main/main.c
libadder_la_SOURCES += src/main/adder.c src/main/repl.c
libadder_la_SOURCES += src/main/command_line.c src/main/command_line.h
libadder_la_SOURCES += src/main/environment.c src/main/environment.h
libadder_la_SOURCES += src/main/help.c src/main/help.h src/main/variables.def
libadder_la_SOURCES += src/main/run.c src/main/run.h
libadder_la_SOURCES += src/main/jit.c src/main/jit.h
libadder_la_SOURCES += src/main/session.c src/main/session.h

# One of three ways to run traces.
if JIT_NATIVE
libadder_la_SOURCES += src/main/jit_native.c
endif
if JIT_INTERPRETER
libadder_la_SOURCES += src/main/jit_interpreter.c
endif
if JIT_NO
libadder_la_SOURCES += src/main/jit_none.c
endif
EXTRA_DIST += src/main/jit_native.c src/main/jit_interpreter.c \
	src/main/jit_none.c
EXTRA_DIST += src/main/README.md src/main/libadder.map
