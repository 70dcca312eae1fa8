libadder_la_SOURCES += \
	src/gc/block.c src/gc/block.h \
	src/gc/collect.c src/gc/collect.h \
	src/gc/found.c src/gc/found.h \
	src/gc/generation.c src/gc/generation.h \
	src/gc/header.h \
	src/gc/heap.c src/gc/heap.h \
	src/gc/heap_check.c src/gc/heap_check.h \
	src/gc/mark.c src/gc/mark.h \
	src/gc/orphans.c src/gc/orphans.h \
	src/gc/park.h \
	src/gc/outside.c src/gc/outside.h \
	src/gc/state.h \
	src/gc/sweep.c src/gc/sweep.h \
	src/gc/walk.c src/gc/walk.h \
	src/gc/weak.c src/gc/weak.h \
	src/gc/words.h
EXTRA_DIST += src/gc/README.md
