libadder_la_SOURCES += src/module/abc.c
libadder_la_SOURCES += src/module/atexit.c
libadder_la_SOURCES += src/module/bisect.c
libadder_la_SOURCES += src/module/heapq.c
libadder_la_SOURCES += src/module/statistics_module.c
libadder_la_SOURCES += src/module/typing.c
libadder_la_SOURCES += src/module/builtins.c src/module/builtins.h
libadder_la_SOURCES += src/module/builtins_class.c
libadder_la_SOURCES += src/module/builtins_code.c
libadder_la_SOURCES += src/module/builtins_io.c
libadder_la_SOURCES += src/module/builtins_iter.c
libadder_la_SOURCES += src/module/call_repr.c src/module/call_repr.h
libadder_la_SOURCES += src/module/cmath.c
libadder_la_SOURCES += src/module/codecs_module.c
libadder_la_SOURCES += src/module/collections.c
libadder_la_SOURCES += src/module/defaultdict.c src/module/defaultdict.h
libadder_la_SOURCES += src/module/compare_digest.c src/module/compare_digest.h
libadder_la_SOURCES += src/module/contextvars.c src/module/contextvars.h
libadder_la_SOURCES += src/module/deque.c src/module/deque.h
libadder_la_SOURCES += src/module/deque_type.c src/module/deque_type.h
libadder_la_SOURCES += src/module/duration.c src/module/duration.h
libadder_la_SOURCES += src/module/errno_module.c
libadder_la_SOURCES += src/module/fcntl.c
libadder_la_SOURCES += src/module/functools.c
libadder_la_SOURCES += src/module/grp.c
libadder_la_SOURCES += src/module/imp.c src/module/imp.h
libadder_la_SOURCES += src/module/itertools.c
libadder_la_SOURCES += src/module/itertools_combine.c src/module/itertools_combine.h
libadder_la_SOURCES += src/module/itertools_share.c src/module/itertools_share.h
libadder_la_SOURCES += src/module/line_input.c src/module/line_input.h
libadder_la_SOURCES += src/module/locale.c
libadder_la_SOURCES += src/module/lru_cache.c src/module/lru_cache.h
libadder_la_SOURCES += src/module/marshal_module.c
libadder_la_SOURCES += src/module/math.c src/module/math.h
libadder_la_SOURCES += src/module/math_integer.c
libadder_la_SOURCES += src/module/math_sum.c
libadder_la_SOURCES += src/module/modules.c src/module/modules.h
libadder_la_SOURCES += src/module/multiprocessing.c
libadder_la_SOURCES += src/module/opcode_module.c
libadder_la_SOURCES += src/module/operator.c
libadder_la_SOURCES += src/module/operator_getters.c src/module/operator_getters.h
libadder_la_SOURCES += src/module/ordered_dict.c src/module/ordered_dict.h
libadder_la_SOURCES += src/module/posixshmem.c
libadder_la_SOURCES += src/module/pwd.c
libadder_la_SOURCES += src/module/resource.c src/module/resource.h
libadder_la_SOURCES += src/module/simple_queue.c
libadder_la_SOURCES += src/module/source_text.c src/module/source_text.h
libadder_la_SOURCES += src/module/stat.c
libadder_la_SOURCES += src/module/symtable_module.c
libadder_la_SOURCES += src/module/tokenize_module.c
libadder_la_SOURCES += src/module/random_module.c
libadder_la_SOURCES += src/module/string_module.c
libadder_la_SOURCES += src/module/signal_module.c src/module/signal_module.h
libadder_la_SOURCES += src/module/signal_sets.c
libadder_la_SOURCES += src/module/struct_sequence.c src/module/struct_sequence.h
libadder_la_SOURCES += src/module/sys.c src/module/sys.h
libadder_la_SOURCES += src/module/sys_breakpoint.c
libadder_la_SOURCES += src/module/sys_frame.c
libadder_la_SOURCES += src/module/sys_memory.c
libadder_la_SOURCES += src/module/sys_info.c
libadder_la_SOURCES += src/module/sys_jit.c
libadder_la_SOURCES += src/module/termios.c
libadder_la_SOURCES += src/module/time.c src/module/time.h
libadder_la_SOURCES += src/module/time_clock.c
libadder_la_SOURCES += src/module/itertools_parts.h
libadder_la_SOURCES += src/module/modules.def
EXTRA_DIST += src/module/README.md
libadder_la_SOURCES += src/module/unicodedata.c
libadder_la_SOURCES += src/module/user_list.c src/module/user_list.h
libadder_la_SOURCES += src/module/warnings.c src/module/warnings.h
libadder_la_SOURCES += src/module/weakref.c
include $(srcdir)/src/module/array/local.mk
include $(srcdir)/src/module/ast/local.mk
include $(srcdir)/src/module/asyncio/local.mk
include $(srcdir)/src/module/binascii/local.mk
include $(srcdir)/src/module/compression/local.mk
include $(srcdir)/src/module/csv/local.mk
include $(srcdir)/src/module/lsprof/local.mk
include $(srcdir)/src/module/json/local.mk
include $(srcdir)/src/module/elementtree/local.mk
include $(srcdir)/src/module/faulthandler/local.mk
include $(srcdir)/src/module/mmap/local.mk
include $(srcdir)/src/module/multibyte/local.mk
include $(srcdir)/src/module/pickle/local.mk
include $(srcdir)/src/module/datetime/local.mk
include $(srcdir)/src/module/posix/local.mk
include $(srcdir)/src/module/pyexpat/local.mk
include $(srcdir)/src/module/select/local.mk
include $(srcdir)/src/module/socket/local.mk
include $(srcdir)/src/module/sre/local.mk
include $(srcdir)/src/module/struct/local.mk
include $(srcdir)/src/module/gc/local.mk
include $(srcdir)/src/module/hash/local.mk
include $(srcdir)/src/module/readline/local.mk
include $(srcdir)/src/module/io/local.mk
include $(srcdir)/src/module/thread/local.mk
include $(srcdir)/src/module/tracemalloc/local.mk
include $(srcdir)/src/module/zlib/local.mk
include $(srcdir)/src/module/uuid/local.mk
include $(srcdir)/src/module/zoneinfo/local.mk
