/* SPDX-License-Identifier: MIT */
/*
 * The runtime and its threads.  The order in runtime_new matters: shapes need
 * the heap, strings the shapes' ids, names the strings, types the names.
 */
#include "object/core/runtime.h"

#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/heap_check.h"
#include "gc/sweep.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"
#include "object/function/module.h"
#include "object/number/gmp_room.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/shape.h"
#include "object/type/type_make.h"
#include "os/clock.h"
#include "os/random.h"
#include "os/memory.h"
#include "os/stack.h"
#include "os/thread.h"

Runtime *runtime;

/* --- kinds ------------------------------------------------------------- */

static const GcKind free_kind = {"free", NULL, NULL};

#define LOWER_KIND(NAME)
#define KIND(NAME, name) extern const GcKind name##_kind;
#include "object/core/kinds.def"
#undef KIND

/* Of the process; those of the layers below are filled in before the first
 * runtime is made, and stay. */
static const GcKind *plain_kinds[KIND_COUNT] = {
#define KIND(NAME, name) [KIND_##NAME] = &name##_kind,
#include "object/core/kinds.def"
#undef KIND
};
#undef LOWER_KIND

void kind_register(unsigned kind, const GcKind *k)
{
    ASSERT(plain_kinds[kind] == NULL || plain_kinds[kind] == k);
    plain_kinds[kind] = k;
}

/* The trace of kinds that Python classes derive from: behind the builtin's own
 * fields there may be attributes. */
static void trace_with_attrs(void *object, GcMarker *m)
{
    const Header *h = object;
    plain_kinds[h->kind]->trace(object, m);
    if (h->flags & OBJECT_ATTRS)
        instance_trace_attrs(object, m);
}

static bool has_heirs(unsigned kind)
{
    switch (kind) {
    case KIND_TUPLE:
    case KIND_LIST:
    case KIND_DICT:
    case KIND_SET:
    case KIND_BYTEARRAY:
    case KIND_MODULE:
    case KIND_PROPERTY:
    case KIND_WRAPPED:
    case KIND_EXCEPTION:
    case KIND_RECORD: return true;
    default: return false;
    }
}

/* For the heap's check: an object of a type is of that type's kind, or of what
 * stands for it in subclasses. */
static bool header_is_right(const Header *h)
{
    if (h->shape == SHAPE_RAW)
        return plain_kinds[h->kind] != &instance_kind;
    const Shape *shape = shape_table[h->shape];
    return shape != NULL && (h->kind == shape->type->kind ||
                             h->kind == KIND_LEAF_SUBCLASS);
}

static void kinds_register(void)
{
    heap_check_headers_with(header_is_right);
    for (unsigned i = KIND_FREE + 1; i < KIND_COUNT; i++) {
        if (plain_kinds[i] == NULL)
            continue;
        GcKind k = *plain_kinds[i];
        if (has_heirs(i))
            k.trace = trace_with_attrs;
        gc_kind_register(i, &k);
    }
    /* Shapes alone dispose. */
    sweep_disposed_size_set(sizeof(Shape));
}

/* --- roots ------------------------------------------------------------- */

enum { STACK_BINDING = 512 }; /* most slots of a call that is being bound */

/* Arguments are bound above the operands of the innermost frame. */
static Value *stack_top(const Thread *t)
{
    Value *top = t->stack_next + STACK_BINDING;
    return top < t->stack_limit ? top : t->stack_limit;
}

/* In the child of a fork, of a thread that is not there. */
static void orphan_thread(Thread *t)
{
    GcHeap *heap = t->rt->heap;
    gc_orphan(heap, t, t + 1);
    gc_orphan(heap, t->frames, t->frame_next);
    gc_orphan(heap, t->stack, stack_top(t));
    gc_mutator_orphan(&t->gc);
}

static void mark_thread(Thread *t, GcMarker *m)
{
    /* What the mutator has of its registers is old, unless the thread waits: then
     * the collector sees to it. */
    gc_mark_range_conservatively(m, &t->gc + 1, t->own_dispatch);
    gc_mark_range_conservatively(m, t->frames, t->frame_next);
    gc_mark_range_conservatively(m, t->stack, stack_top(t));
}

void thread_forget_above(Thread *t, Value *from)
{
    ASSERT(from >= t->stack && from <= t->stack_next);
    for (Value *v = from; v < stack_top(t); v++)
        *v = NULL_VALUE;
    for (size_t i = 0; i < ARRAY_LEN(t->args); i++)
        t->args[i] = NULL_VALUE;
}

static void mark_runtime(void *context, GcMarker *m)
{
    Runtime *rt = context;
    /* The addresses of code and the method cache lie between the two: they keep
     * nothing alive. */
    gc_mark_range_conservatively(m, rt, rt->dispatch);
    gc_mark_range_conservatively(m, rt->method_cache + METHOD_CACHE_SIZE,
                                 rt + 1);
    for (Thread *t = rt->main_thread; t != NULL; t = t->next_thread)
        mark_thread(t, m);
    for (int i = 0; i < NAME_COUNT; i++)
        gc_mark_object(m, name_table[i]);
    types_mark(m);
}


/* --- threads ----------------------------------------------------------- */

enum {
    FRAMES_SIZE = 64 << 20, /* address space, used as far as it is needed */
    STACK_SIZE = 128 << 20,
    FRAMES_SMALL = 8 << 20, /* where address space is limited */
    STACK_SMALL = 16 << 20,
    FRAMES_MIN = 1 << 20,
    HEADROOM = 64 << 10,    /* behind the limits, for handling the error */
    C_STACK_MARGIN = 192 << 10,
    C_STACK_MIN = 256 << 10, /* see adder.h */
    RECURSION_LIMIT = 1000,
};

static void *area_new(size_t size)
{
    void *p = os_memory_reserve(NULL, size);
    if (p == NULL || os_memory_commit(p, size))
        return p;
    os_memory_release(p, size);
    return NULL;
}

static bool areas_new(Thread *t)
{
    size_t limit = os_memory_limit();
    bool small = limit < (size_t)4 << 30 || t->rt->main_thread != NULL;
    size_t frames = small ? FRAMES_SMALL : FRAMES_SIZE;
    size_t stack = small ? STACK_SMALL : STACK_SIZE;
    while (frames + stack > limit / 8 && frames > FRAMES_MIN) {
        frames /= 2;
        stack /= 2;
    }
    t->frame_next = t->frames = area_new(frames);
    t->frame_limit = (Frame *)(void *)((char *)t->frames + frames - HEADROOM);
    t->stack_next = t->stack = area_new(stack);
    t->stack_limit = (Value *)(void *)((char *)t->stack + stack - HEADROOM);
    return t->frames != NULL && t->stack != NULL;
}

static void areas_release(Thread *t)
{
    size_t frames = (size_t)((char *)t->frame_limit - (char *)t->frames);
    size_t stack = (size_t)((char *)t->stack_limit - (char *)t->stack);
    if (t->frames != NULL)
        os_memory_release(t->frames, frames + HEADROOM);
    if (t->stack != NULL)
        os_memory_release(t->stack, stack + HEADROOM);
}

static void stack_bounds(void **low, void **high)
{
    if (os_stack_bounds(low, high))
        return;
    *high = __builtin_frame_address(0);
    *low = (char *)*high - (1 << 20);
}

void thread_set_dispatch(Thread *t, DispatchKind kind)
{
    memcpy(t->own_dispatch, t->rt->dispatch[kind], sizeof t->own_dispatch);
    t->dispatch_kind = (uint8_t)kind;
    t->dispatch = t->own_dispatch;
}

Thread *thread_make(Runtime *rt)
{
    Thread *t = calloc(1, sizeof(Thread));
    if (t == NULL)
        return NULL;
    t->rt = rt;
    if (!areas_new(t) || os_parker_init(&t->parker) != 0) {
        areas_release(t);
        free(t);
        return NULL;
    }
    t->base_exc_state.handled = NONE;
    t->exc_state = &t->base_exc_state;
    t->stop_value = NONE;
    t->sentinel = NULL_VALUE;
    thread_set_dispatch(t, DISPATCH_PLAIN);
    return t;
}

void thread_begin(Thread *t)
{
    Runtime *rt = t->rt;
    void *low, *high;
    stack_bounds(&low, &high);
    t->c_stack_limit = (char *)low + C_STACK_MARGIN;
    gc_mutator_init(&t->gc, rt->heap, high, &t->pending);
    t->ident = os_thread_self();
    t->serial = ++rt->n_threads;
    t->recursion_limit = RECURSION_LIMIT;
    if (rt->main_thread == NULL) {
        rt->main_thread = t;
    } else {
        t->recursion_limit = rt->main_thread->recursion_limit;
        t->next_thread = rt->main_thread->next_thread;
        rt->main_thread->next_thread = t;
    }
    t->recursion_left = t->recursion_limit;
}

Thread *thread_new(Runtime *rt)
{
    Thread *t = thread_make(rt);
    if (t != NULL)
        thread_begin(t);
    return t;
}

/* Its memory, when no other thread sees it. */
static void release(Thread *t)
{
    os_parker_destroy(&t->parker);
    areas_release(t);
    free(t->recorder);
    free(t);
}

void thread_free(Thread *t)
{
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread) {
        if (p->next_thread == t)
            p->next_thread = t->next_thread;
    }
    if (t->gc.heap != NULL)
        gc_mutator_drop(&t->gc);
    release(t);
}

void thread_free_others(Thread *t)
{
    Thread *p = t->rt->main_thread, *next;
    t->rt->main_thread = t;
    for (; p != NULL; p = next) {
        next = p->next_thread;
        if (p == t)
            continue;
        orphan_thread(p);
        release(p);
    }
    t->next_thread = NULL;
}

void thread_set_recursion_limit(Thread *t, int64_t limit)
{
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread) {
        p->recursion_left += limit - p->recursion_limit;
        p->recursion_limit = limit;
    }
}

/* --- the runtime ------------------------------------------------------- */

static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static void seed_hashes(Runtime *rt, const uint32_t *given)
{
    if (given != NULL && *given == 0)
        return;
    uint64_t seed;
    if (given != NULL)
        seed = *given;
    else if (!os_random_fill(&seed, sizeof seed))
        seed = (uint64_t)os_clock_now(OS_CLOCK_WALL) ^
               (uint64_t)(uintptr_t)&seed ^
               (uint64_t)os_clock_now(OS_CLOCK_PROCESS) << 32;
    rt->hash_seed[0] = mix(seed);
    rt->hash_seed[1] = mix(seed + 0x9e3779b97f4a7c15u);
}

static void modules_init(Thread *t)
{
    Runtime *rt = t->rt;
    rt->modules = dict_new(t);
    rt->module_states = dict_new(t);
    rt->builtins_module = module_new(t, N(builtins));
    rt->builtins = rt->builtins_module->dict;
    rt->sys_module = module_new(t, N(sys));
    rt->sys_dict = rt->sys_module->dict;
}

static bool stack_suffices(void)
{
    void *low, *high;
    stack_bounds(&low, &high);
    return (char *)high - (char *)low >= C_STACK_MIN;
}

static bool runtime_init(Runtime *rt, const uint32_t *hash_seed)
{
    if ((rt->heap = gc_heap_new()) == NULL || !types_reset())
        return false;
    gmp_room_init();
    seed_hashes(rt, hash_seed);
    kinds_register();
    Thread *t = thread_new(rt);
    if (t == NULL)
        return false;
    gc_enable(rt->heap, false); /* roots are not complete yet */
    exceptions_prepare();
    if (!shapes_init(t))
        return false;
    rt->interned = dict_new_sized(t, LIMIT_INTERNED_FIRST);
    str_init(t);
    rt->empty_tuple = tuple_new(t, 0);
    bytes_init(t);
    names_init(t);
    types_init(t);
    modules_init(t);
    gc_root_register(rt->heap, mark_runtime, rt);
    gc_enable(rt->heap, true);
    return true;
}

Runtime *runtime_new(const uint32_t *hash_seed)
{
    ASSERT(runtime == NULL);
    if (!stack_suffices())
        return NULL;
    runtime = calloc(1, sizeof(Runtime));
    if (runtime != NULL && !runtime_init(runtime, hash_seed))
        runtime_free(runtime);
    return runtime;
}

void runtime_free(Runtime *rt)
{
    if (rt->main_thread != NULL)
        thread_free(rt->main_thread);
    if (rt->heap != NULL)
        gc_heap_free(rt->heap);
    free(rt);
    runtime = NULL;
}
