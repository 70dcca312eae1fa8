libadder_la_SOURCES += src/object/function/arg.c src/object/function/arg.h
libadder_la_SOURCES += src/object/function/function.c src/object/function/function.h
libadder_la_SOURCES += src/object/function/method.c
libadder_la_SOURCES += src/object/function/module.c src/object/function/module.h
libadder_la_SOURCES += src/object/function/native.c src/object/function/native.h
libadder_la_SOURCES += src/object/function/native_error.c src/object/function/native_error.h
libadder_la_SOURCES += src/object/function/native_type.c
libadder_la_SOURCES += src/object/function/wrapped.c
