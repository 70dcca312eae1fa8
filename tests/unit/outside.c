/* SPDX-License-Identifier: MIT */
/*
 * What foreign code asks of objects: memory of its own that keeps objects alive
 * without a barrier, counted references, handles, finalizers in C, and things
 * outside the heap that are given back once.
 */
#include "gc/outside.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/foreign.h"
#include "object/core/handle.h"
#include "object/core/resource.h"
#include "object/core/runtime.h"
#include "object/text/str.h"
#include "../tap.h"

#define NOINLINE __attribute__((noinline))

static Thread *t;

/* Leaves no pointers of earlier calls on the stack, nor between red zones. */
static NOINLINE __attribute__((no_sanitize_address)) void stack_wipe(void)
{
    char space[16384];
    memset(space, 0, sizeof space);
    KEEP(space);
}

static NOINLINE void collect(bool full)
{
    stack_wipe();
    if (full)
        gc_collect(&t->gc);
    else
        gc_collect_young(&t->gc);
}

static NOINLINE void collect_often(void)
{
    for (int i = 0; i < 8; i++) {
        collect(i % 4 == 3);
        for (int k = 0; k < 200; k++)
            list_new(t, k);
    }
}

static NOINLINE Value text_new(int i)
{
    return value_from_pointer(str_format(t, "the object number %d", i));
}

static NOINLINE bool is_text(Value v, int i)
{
    return value_is_str(v) && str_equal(value_to_str(v),
                                        str_format(t, "the object number %d",
                                                   i));
}

/* --- foreign objects ---------------------------------------------------- */

typedef struct Body {
    Header h;
    uint64_t garbage;
    void *object;    /* as C code stores it: no Slot, no barrier */
    char *interior;
    int finalized;
} Body;

static int finalized;

static void finalize(Thread *thread, Value self)
{
    Body *b = value_to_pointer(self);
    finalized += b->finalized++ == 0 ? 1 : 1000; /* once only */
    str_format(thread, "allocates");
}

static Type box = {
    TYPE_HEAD(OBJECT),
    .c_name = "test.box",
    .type_flags = TYPE_BASE,
    .kind = KIND_FOREIGN,
    .instance_size = sizeof(Body),
    .finalize = finalize,
};
static Type array = {
    TYPE_HEAD(OBJECT),
    .c_name = "test.array",
    .type_flags = TYPE_VAR_SIZED,
    .kind = KIND_FOREIGN,
    .instance_size = sizeof(Header),
};

static NOINLINE void fill(Body *b, int i)
{
    b->garbage = UINT64_C(0x123456789) * (unsigned)i;
    b->object = value_to_pointer(text_new(i));
    Str *s = value_to_str(text_new(i + 1));
    b->interior = (char *)s->data + 3;
}

static NOINLINE bool is_filled(const Body *b, int i)
{
    Str *s = (Str *)(void *)(b->interior - 3 - offsetof(Str, data));
    return is_text(value_from_pointer(b->object), i) &&
           is_text(value_from_pointer(s), i + 1);
}

static NOINLINE Handle box_new(Type *type)
{
    return handle_new(t, foreign_new(t, type, sizeof(Body)));
}

static Body *box_of(Handle h)
{
    return value_to_pointer(handle_get(t->rt, h));
}

static void test_foreign(Type *type, const char *what)
{
    Handle h = box_new(type);
    CHECK(box_of(h)->object == NULL && box_of(h)->garbage == 0);
    bool kept = true;
    for (int i = 0; i < 30; i++) { /* it is old from the first round on */
        fill(box_of(h), i);
        collect_often();
        kept &= is_filled(box_of(h), i);
    }
    OK(kept, "the body of %s keeps alive what it alone points to", what);
    gc_stress_set(t->rt->heap, 1, 0);
    for (int i = 0; i < 30; i++) {
        fill(box_of(h), i);
        kept &= is_text(text_new(7), 7) && is_filled(box_of(h), i);
    }
    gc_stress_set(t->rt->heap, 0, 0);
    OK(kept, "also where every allocation collects");
    handle_free(t->rt, h);
}

/* --- arguments in memory ------------------------------------------------ */

static NOINLINE void argument_put(Value *room, int i)
{
    room[i] = text_new(i);
}

static void test_arguments(void)
{
    enum { N = 40 };
    Value local[1], *room = object_call_buffer(t, local, 1, N);
    CHECK(room != local);
    bool kept = true;
    for (int i = 0; i < N; i++) { /* it is old from the first round on */
        collect_often();
        argument_put(room, i);
        collect_often();
        kept &= is_text(room[i / 2], i / 2) && is_text(room[i], i);
    }
    OK(kept, "arguments in memory keep alive what is made after the room");
    KEEP(room);
}

static void test_array(void)
{
    enum { N = 100000 };
    Handle h = handle_new(t, foreign_new(t, &array, 8 + N * sizeof(void *)));
    void **items = (void **)handle_get(t->rt, h).bits + 1;
    for (int i = 0; i < N; i += 1000) {
        items[i] = value_to_pointer(text_new(i));
        collect(false);
    }
    bool kept = true;
    collect_often();
    for (int i = 0; i < N; i += 1000)
        kept &= is_text(value_from_pointer(items[i]), i);
    OK(kept, "large foreign objects keep alive what they point to");
    items = NULL;
    handle_free(t->rt, h);
    CHECK(value_is_null(foreign_new(t, &array, SIZE_MAX / 2 + 8)));
    CHECK(value_is_null(foreign_new(t, &array, (size_t)1 << 50)));
    t->exc = NULL_VALUE;
}

static NOINLINE void boxes_drop(Type *type, int n)
{
    for (int i = 0; i < n; i++)
        foreign_new(t, type, sizeof(Body));
}

static void finalize_dead(void)
{
    for (int i = 0; i < 4; i++) {
        collect(true);
        finalizers_run(t);
    }
}

static void test_finalize(void)
{
    finalize_dead();
    finalized = 0;
    boxes_drop(&box, 100);
    Handle kept = box_new(&box);
    finalize_dead();
    OK(finalized >= 95 && finalized <= 100,
       "finalizers in C run once for what is dead (%d of 100)", finalized);
    CHECK(box_of(kept)->finalized == 0);
    finalizers_run_all(t);
    OK(finalized == 101 && box_of(kept)->finalized == 1,
       "and at exit once for what is left (%d)", finalized);
    finalizers_run_all(t);
    CHECK(finalized == 101);
    handle_free(t->rt, kept);
}

/* A Python class derived from a foreign type, with attributes. */
static Type *derive(void)
{
    Value v = type_new(t, &type_type, str_from_c(t, "Derived"),
                       tuple_pack(t, 1, value_from_pointer(&box)), dict_new(t),
                       UNBOUND);
    return value_is_null(v) ? NULL : value_to_pointer(v);
}

static void test_derived(void)
{
    Type *type = derive();
    Handle keep = handle_new(t, value_from_pointer(type));
    Handle h = box_new(type);
    for (int i = 0; i < 10; i++)
        object_setattr(t, handle_get(t->rt, h), str_format(t, "a%d", i),
                       text_new(i));
    fill(box_of(h), 5);
    collect_often();
    bool kept = is_filled(box_of(h), 5);
    for (int i = 0; i < 10; i++)
        kept &= is_text(object_getattr(t, handle_get(t->rt, h),
                                       str_format(t, "a%d", i)), i);
    OK(kept, "attributes and body of a derived object");
    handle_free(t->rt, h);
    handle_free(t->rt, keep);
}

/* --- counted references ------------------------------------------------- */

static NOINLINE uintptr_t counted_new(int i, int n)
{
    void *object = value_to_pointer(text_new(i));
    for (int k = 0; k < n; k++)
        gc_count_add(&t->gc, object);
    return ~(uintptr_t)object; /* hidden from the collector */
}

static void *shown(uintptr_t hidden) { return (void *)~hidden; }

static void test_counted(void)
{
    enum { N = 1000 };
    static uintptr_t hidden[N];
    for (int i = 0; i < N; i++)
        hidden[i] = counted_new(i, 1 + i % 3);
    collect_often();
    bool kept = true;
    for (int i = 0; i < N; i++)
        kept &= is_text(value_from_pointer(shown(hidden[i])), i) &&
                gc_count_of(&t->gc, shown(hidden[i])) == 1 + (size_t)i % 3;
    OK(kept, "counted objects live, without another reference");
    bool right = true;
    for (int i = 0; i < N; i++)
        for (int k = i % 3; k >= 0; k--)
            right &= gc_count_drop(&t->gc, shown(hidden[i])) == (size_t)k;
    OK(right, "references dropped are counted");
    CHECK(gc_count_of(&t->gc, shown(hidden[0])) == 0);
    CHECK(gc_count_add(&t->gc, &type_int) &&
          gc_count_drop(&t->gc, &type_int) > 0);
}

static NOINLINE uintptr_t counted_box(void)
{
    Value v = foreign_new(t, derive(), sizeof(Body));
    gc_count_add(&t->gc, value_to_pointer(v));
    return ~(uintptr_t)v.bits;
}

static NOINLINE void counted_drop(uintptr_t hidden)
{
    gc_count_drop(&t->gc, shown(hidden));
}

static void test_counted_dies(void)
{
    finalize_dead();
    finalized = 0;
    uintptr_t hidden = counted_box();
    collect_often();
    finalizers_run(t);
    CHECK(finalized == 0);
    counted_drop(hidden);
    finalize_dead();
    OK(finalized == 1, "what is counted no longer dies");
}

/* --- handles ------------------------------------------------------------ */

static void test_handles(void)
{
    enum { N = 10000 };
    static Handle handles[N];
    for (int i = 0; i < N; i++)
        handles[i] = handle_new(t, text_new(i));
    for (int i = 0; i < N; i += 2)
        handle_free(t->rt, handles[i]);
    collect_often();
    uint32_t used = t->rt->n_handles;
    for (int i = 0; i < N; i += 2)
        handles[i] = handle_new(t, text_new(-i));
    CHECK(t->rt->n_handles == used); /* numbers are used again */
    collect_often();
    bool kept = true;
    for (int i = 0; i < N; i++)
        kept &= handles[i] != 0 && is_text(handle_get(t->rt, handles[i]),
                                           i % 2 == 0 ? -i : i);
    OK(kept, "%d handles keep their objects", N);
    handle_set(t->rt, handles[0], value_from_int(42));
    CHECK(value_to_int(handle_get(t->rt, handles[0])) == 42);
    for (int i = 0; i < N; i++)
        handle_free(t->rt, handles[i]);
    handle_free(t->rt, 0);
}

/* --- resources ---------------------------------------------------------- */

enum { RESOURCES = 1000 };
static int given_back[RESOURCES];

static void give_back(intptr_t handle) { given_back[handle]++; }

static NOINLINE void resources_drop(int first, int n)
{
    for (int i = first; i < first + n; i++)
        resource_new(t, i, give_back, 0);
}

static int count(int first, int n)
{
    int sum = 0;
    for (int i = first; i < first + n; i++)
        sum += given_back[i] == 1 ? 1 : given_back[i] * 1000;
    return sum;
}

static void test_resources(void)
{
    resources_drop(0, 100);
    collect(false);
    OK(count(0, 100) >= 95, "dead resources are given back at once (%d)",
       count(0, 100));
    Resource *r = resource_new(t, 100, give_back, 0);
    collect_often();
    CHECK(given_back[100] == 0 && resource_is_open(r));
    resource_close(r);
    resource_close(r);
    CHECK(given_back[100] == 1 && !resource_is_open(r));
    r = NULL;
    collect_often();
    CHECK(given_back[100] == 1);
    Handle old = handle_new(t, value_from_pointer(
                                   resource_new(t, 101, give_back, 0)));
    collect_often();
    CHECK(given_back[101] == 0);
    handle_free(t->rt, old);
    stack_wipe();
    collect(true);
    OK(count(101, 1) == 1, "old ones as well");
}

static void test_outside_bytes(void)
{
    GcStats before = gc_stats(t->rt->heap);
    for (int i = 200; i < 500; i++)
        resource_new(t, i, give_back, 1 << 20);
    GcStats after = gc_stats(t->rt->heap);
    OK(after.collections > before.collections + 3,
       "300 MB outside are reason to collect (%zu times)",
       after.collections - before.collections);
    OK(count(200, 300) > 200, "and most are given back (%d)", count(200, 300));
    Resource *r = resource_new(t, 500, give_back, 1 << 20);
    resource_resize(t, r, 2 << 20);
    resource_resize(t, r, 100);
    resource_close(r);
    CHECK(given_back[500] == 1);
}

/* --- items in memory ---------------------------------------------------- */

/* The size of an array of words, as C code adds it up that knows no Slot. */
static int64_t sum(const uint64_t *words, int64_t n)
{
    int64_t total = 0;
    for (int64_t i = 0; i < n; i++)
        total += value_to_int((Value){words[i]});
    return total;
}

static void test_flat(void)
{
    enum { N = 1000 };
    Value values[N];
    for (int i = 0; i < N; i++)
        values[i] = value_from_int(i);
    Tuple *s = tuple_from_values(t, values, N);
    List *l = list_from_values(t, values, N);
    CHECK(memcmp(tuple_values(s), values, sizeof values) == 0);
    CHECK(memcmp(list_values(l), values, sizeof values) == 0);
    const uint64_t *words = &tuple_values(s)->bits;
    collect_often();
    CHECK(sum(words, s->len) == N * (N - 1) / 2 &&
          words == &tuple_values(s)->bits);
    for (int i = 0; i < N; i++)
        list_append(t, l, value_from_int(N + i));
    CHECK(sum(&list_values(l)->bits, l->len) == N * (2 * N - 1));
    Value v = text_new(1);
    list_set(l, 5, v);
    CHECK(value_same(list_values(l)[5], v));
}

static void test_exit(Runtime *rt)
{
    Handle h = handle_new(t, value_from_pointer(
                                 resource_new(t, 600, give_back, 10)));
    resources_drop(601, 10);
    CHECK(h != 0 && given_back[600] == 0);
    runtime_free(rt);
    OK(count(600, 11) == 11, "all are given back at the end");
    bool once = true;
    for (int i = 0; i < RESOURCES; i++)
        once &= given_back[i] <= 1;
    OK(once, "none twice");
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    if (rt == NULL)
        return 99;
    t = rt->main_thread;
    type_ready(t, &box);
    type_ready(t, &array);
    test_foreign(&box, "a foreign object");
    test_foreign(derive(), "an object derived from a foreign one");
    test_arguments();
    test_array();
    test_finalize();
    test_derived();
    test_counted();
    test_counted_dies();
    test_handles();
    test_resources();
    test_outside_bytes();
    test_flat();
    test_exit(rt);
    return tap_done();
}
