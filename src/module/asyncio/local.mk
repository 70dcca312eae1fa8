# The module _asyncio.
libadder_la_SOURCES += src/module/asyncio/asyncio.h
libadder_la_SOURCES += src/module/asyncio/asyncio_module.c
libadder_la_SOURCES += src/module/asyncio/future.c
libadder_la_SOURCES += src/module/asyncio/future_iter.c
libadder_la_SOURCES += src/module/asyncio/future_type.c
libadder_la_SOURCES += src/module/asyncio/task.c
libadder_la_SOURCES += src/module/asyncio/task_step.c
EXTRA_DIST += src/module/asyncio/README.md
