/* SPDX-License-Identifier: MIT */
/* What sys tells of memory, where it is another here than with reference counts,
 * and of the C library's loader. */
#include <string.h>
#include "exec/traceback_print.h"
#include "module/sys.h"
#include "object/core/runtime.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

/* No object counts who refers to it: all are as those that CPython 3.12 calls
 * immortal, so that nobody takes one for his alone. */
static const int64_t COUNT = UINT32_MAX;

NATIVE(sys_memory, getrefcount, NATIVE_LEAF,
       "4294967295: references are not counted here, and every object may have "
       "others.",
       (arg, object, object), (slash))
{
    return value_from_int(COUNT);
}

NATIVE(sys_memory, getallocatedblocks, 0,
       "How many pieces of 16 bytes of the heap are in use.")
{
    return value_from_int((int64_t)gc_stats(t->rt->heap).live_bytes /
                          GC_GRANULE);
}

NATIVE(sys_memory, _clear_type_cache, 0,
       "Forget which attributes were found in which types.")
{
    memset(t->rt->method_cache, 0, sizeof t->rt->method_cache);
    return NONE;
}

NATIVE(sys_memory, _debugmallocstats, 0,
       "Print what the collector counts, on sys.stderr.")
{
    GcStats s = gc_stats(t->rt->heap);
    traceback_print_text(
        t, str_format(t, "heap: %l bytes, %l in use, %l handed out so far; "
                      "%l collections, %l of them of young objects\n",
                      (int64_t)s.heap_bytes, (int64_t)s.live_bytes,
                      (int64_t)s.allocated_bytes, (int64_t)s.collections,
                      (int64_t)s.young_collections));
    return NONE;
}

NATIVE(sys_memory, getdlopenflags, 0,
       "How libraries are opened: RTLD_* of the module os.")
{
    return value_from_int(t->rt->library_flags);
}

NATIVE(sys_memory, setdlopenflags, 0,
       "Set how libraries are opened: RTLD_* of the module os.",
       (arg, c_int, flags), (slash))
{
    t->rt->library_flags = flags;
    return NONE;
}

const NativeDef *const sys_memory_functions[] = {
    &sys_memory__clear_type_cache_native,
    &sys_memory__debugmallocstats_native,
    &sys_memory_getallocatedblocks_native,
    &sys_memory_getdlopenflags_native,
    &sys_memory_getrefcount_native,
    &sys_memory_setdlopenflags_native,
    NULL,
};
