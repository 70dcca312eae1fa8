/* SPDX-License-Identifier: MIT */
/*
 * The buffer protocol as a borrower and as a lender outside the core see it:
 * what each request is answered, and that all that is lent comes back once.
 */
#include "object/text/buffer.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/record.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"
#include "../tap.h"

#define NOINLINE __attribute__((noinline))

static Thread *t;
static int gets, releases;

/* --- a lender: two by three shorts, in one of four ways ----------------- */

typedef enum Way { C_ORDER, F_ORDER, GAPS, INDIRECT } Way;

static int16_t c_order[] = {0, 1, 2, 10, 11, 12};
static int16_t f_order[] = {0, 10, 1, 11, 2, 12};
static int16_t gaps[] = {0, -1, 1, -1, 2, -1, 10, -1, 11, -1, 12, -1};
static int16_t *rows[] = {c_order, c_order + 3};
static const int64_t shape[] = {2, 3};
static const int64_t suboffsets[] = {0, -1};
static const struct {
    void *data;
    int64_t strides[2];
    const int64_t *suboffsets;
} ways[] = {
    [C_ORDER] = {c_order, {6, 2}, NULL},
    [F_ORDER] = {f_order, {2, 4}, NULL},
    [GAPS] = {gaps, {12, 4}, NULL},
    [INDIRECT] = {rows, {sizeof *rows, 2}, suboffsets},
};

typedef struct Lender {
    RECORD_HEAD(Way way; bool readonly;)
} Lender;

static int lend(Thread *thread, Value v, Buffer *b, unsigned flags)
{
    const Lender *l = value_to_record(v);
    Way way = l->way;
    b->data = ways[way].data;
    b->len = 12;
    b->itemsize = 2;
    b->format = value_from_pointer(str_from_c(thread, "h"));
    b->ndim = 2;
    b->shape = shape;
    b->strides = ways[way].strides;
    b->suboffsets = ways[way].suboffsets;
    b->readonly = l->readonly;
    b->internal = &gets;
    if (buffer_check(thread, b, flags, "lender") < 0)
        return -1;
    gets++;
    return 0;
}
static void take_back(Buffer *b)
{
    releases += b->internal == &gets;
}
static const BufferProcs procs = {.get = lend, .release = take_back};

static Type lender = {
    TYPE_HEAD(OBJECT),
    .c_name = "test.lender",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Lender),
    .buffer = &procs,
};

static Value lender_new(Way way, bool readonly)
{
    Lender *l = record_new(t, lender.root_shape->id, RECORD_SLOTS(Lender));
    l->way = way;
    l->readonly = readonly;
    return value_from_pointer(l);
}

/* --- what requests are answered ---------------------------------------- */

static const char *error(void)
{
    if (value_is_null(t->exc))
        return "";
    return str_to_utf8(t, value_to_str(object_str(t, exception_take(t))),
                       NULL);
}

#define REFUSED(reason) "lender: underlying buffer " reason
#define NOT_C REFUSED("is not C-contiguous")
#define NOT_F REFUSED("is not Fortran contiguous")
#define NOT_ANY REFUSED("is not contiguous")
#define IS_INDIRECT REFUSED("requires suboffsets")
#define NO_FORMAT                                                             \
    "lender: cannot cast to unsigned bytes if the format flag is present"

static const struct Request {
    const char *name;
    unsigned flags;
    const char *errors[4]; /* by Way */
} requests[] = {
    {"simple", BUFFER_SIMPLE, {"", NOT_C, NOT_C, IS_INDIRECT}},
    {"format", BUFFER_FORMAT, {NO_FORMAT, NOT_C, NOT_C, IS_INDIRECT}},
    {"shape", BUFFER_SHAPE, {"", NOT_C, NOT_C, IS_INDIRECT}},
    {"strides", BUFFER_STRIDES, {"", "", "", IS_INDIRECT}},
    {"c", BUFFER_C_CONTIGUOUS, {"", NOT_C, NOT_C, NOT_C}},
    {"f", BUFFER_F_CONTIGUOUS, {NOT_F, "", NOT_F, NOT_F}},
    {"any", BUFFER_ANY_CONTIGUOUS, {"", "", NOT_ANY, NOT_ANY}},
    {"indirect", BUFFER_INDIRECT, {"", "", "", ""}},
    {"full", BUFFER_FULL, {"", "", "", ""}},
};

static void check_fields(const Buffer *b, const struct Request *request)
{
    bool wants_shape = request->flags & (BUFFER_SHAPE & ~BUFFER_SIMPLE);
    bool wants_strides = (request->flags & BUFFER_STRIDES) == BUFFER_STRIDES;
    OK((b->shape != NULL) == wants_shape &&
           b->ndim == (wants_shape ? 2 : 1) &&
           (b->strides != NULL) == wants_strides &&
           value_is_str(b->format) == ((request->flags & BUFFER_FORMAT) != 0),
       "%s fills what it asks for", request->name);
}

static void test_requests(void)
{
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        for (int way = C_ORDER; way <= INDIRECT; way++) {
            Value v = lender_new((Way)way, true);
            Buffer b;
            int before = gets;
            int r = buffer_get(t, v, &b, requests[i].flags);
            const char *e = error();
            OK(strcmp(e, requests[i].errors[way]) == 0 && r == -(*e != '\0'),
               "%s of way %d: '%s'", requests[i].name, way, e);
            if (r == 0)
                check_fields(&b, &requests[i]);
            buffer_release(&b); /* of a Buffer that was refused as well */
            CHECK(gets == before + (r == 0));
            CHECK(buffer_get(t, v, &b, requests[i].flags |
                                           BUFFER_WRITABLE) < 0);
            CHECK_STRING(error(), REFUSED("is not writable"));
        }
    }
    CHECK(gets == releases);
}

static void test_plain(void)
{
    Buffer b;
    Value v = value_from_pointer(bytes_new(t, (const uint8_t *)"abc", 3));
    CHECK(buffer_get(t, v, &b, BUFFER_FULL) == 0);
    CHECK(b.len == 3 && b.itemsize == 1 && b.ndim == 1 && b.readonly);
    CHECK(buffer_is_contiguous(&b, 'C') && buffer_is_contiguous(&b, 'F'));
    buffer_release(&b);
    CHECK(buffer_get(t, v, &b, BUFFER_WRITABLE) < 0);
    CHECK_STRING(error(), "Object is not writable.");
    CHECK(buffer_get(t, NONE, &b, 0) < 0);
    CHECK_STRING(error(),
                 "a bytes-like object is required, not 'NoneType'");
    CHECK(!buffer_supported(NONE) && !buffer_supported(value_from_int(1)));
}

static void test_release_once(void)
{
    ByteArray *a = bytearray_new(t, NULL, 4);
    Buffer b, other;
    CHECK(buffer_get(t, value_from_pointer(a), &b, BUFFER_WRITABLE) == 0);
    CHECK(buffer_get(t, value_from_pointer(a), &other, 0) == 0);
    buffer_release(&b);
    buffer_release(&b);
    CHECK(bytearray_resize(t, a, 8) < 0);
    CHECK_STRING(error(),
                 "Existing exports of data: object cannot be re-sized");
    buffer_release(&other);
    CHECK(bytearray_resize(t, a, 8) == 0);
}

/* --- memoryviews of it -------------------------------------------------- */

static Value attribute(Value v, const char *name)
{
    return object_getattr(t, v, str_intern_c(t, name));
}

static const char *text(Value v)
{
    return str_to_utf8(t, value_to_str(object_repr(t, v)), NULL);
}

static Value call(Value v, const char *name)
{
    return object_call_method(t, v, str_intern_c(t, name), 0);
}

static void test_views(void)
{
    static const char *const flags[] = {"True False True", "False True True",
                                        "False False False",
                                        "False False False"};
    static const uint8_t bytes[] = {0, 0, 1, 0, 2, 0, 10, 0, 11, 0, 12, 0};
    for (int way = C_ORDER; way <= INDIRECT; way++) {
        Value v = memoryview_new(t, lender_new((Way)way, true));
        CHECK_STRING(text(call(v, "tolist")), "[[0, 1, 2], [10, 11, 12]]");
        Value made = call(v, "tobytes");
        CHECK(value_is_bytes(made) && value_to_bytes(made)->len == 12 &&
              memcmp(value_to_bytes(made)->data, bytes, 12) == 0);
        Str *all = str_format(t, "%S %S %S", attribute(v, "c_contiguous"),
                              attribute(v, "f_contiguous"),
                              attribute(v, "contiguous"));
        CHECK_STRING(str_to_utf8(t, all, NULL), flags[way]);
        CHECK_STRING(text(attribute(v, "suboffsets")),
                     way == INDIRECT ? "(0, -1)" : "()");
        Value key = value_from_pointer(
            tuple_pack(t, 2, value_from_int(-1), value_from_int(1)));
        CHECK_STRING(text(object_getitem(t, v, key)), "11");
        Value same = memoryview_new(t, lender_new(C_ORDER, true));
        CHECK(object_equal(t, v, same) == 1);
        CHECK(object_len(t, v) == 2);
        Value row = object_call1(t, value_from_pointer(&type_bytes), v);
        CHECK(value_is_bytes(row) &&
              memcmp(value_to_bytes(row)->data, bytes, 12) == 0);
        call(v, "release");
        call(same, "release");
    }
    CHECK(gets == releases);
}

/* Slices and casts share one loan, which the last to go gives back. */
static void test_loans(void)
{
    gets = releases = 0;
    Value v = memoryview_new(t, lender_new(INDIRECT, true));
    Value slice = object_call3(t, value_from_pointer(&type_slice),
                               value_from_int(1), NONE, NONE);
    Value part = object_getitem(t, v, slice), again = memoryview_new(t, v);
    CHECK_STRING(text(call(part, "tolist")), "[[10, 11, 12]]");
    CHECK(gets == 1);
    call(v, "release");
    call(v, "release");
    call(part, "release");
    CHECK(releases == 0);
    Buffer b;
    CHECK(buffer_get(t, again, &b, BUFFER_FULL) == 0);
    CHECK(value_is_null(call(again, "release")));
    CHECK_STRING(error(), "memoryview has 1 exported buffer");
    buffer_release(&b);
    buffer_release(&b);
    CHECK(!value_is_null(call(again, "release")));
    CHECK(gets == 1 && releases == 1);
}

static NOINLINE void views_drop(int n)
{
    for (int i = 0; i < n; i++)
        memoryview_new(t, memoryview_new(t, lender_new(GAPS, false)));
}

static NOINLINE __attribute__((no_sanitize_address)) void stack_wipe(void)
{
    char space[16384];
    memset(space, 0, sizeof space);
    KEEP(space);
}

static void test_dead(void)
{
    gets = releases = 0;
    views_drop(100);
    CHECK(gets == 100 && releases < 100);
    for (int i = 0; i < 3; i++) { /* the younger first, then what they view */
        stack_wipe();
        buffer_reclaim(t);
    }
    OK(releases >= 95, "views found dead give back what they have borrowed "
                       "(%d of 100)", releases);
    finalizers_run_all(t);
    OK(releases == 100, "at exit all is given back once");
}

static void test_subclass(void)
{
    gets = releases = 0;
    Value cls = type_new(t, &type_type, str_from_c(t, "Sub"),
                         tuple_pack(t, 1, value_from_pointer(&lender)),
                         dict_new(t), UNBOUND);
    CHECK(!value_is_null(cls));
    Type *sub = value_to_pointer(cls);
    Lender *l = record_new(t, sub->root_shape->id, RECORD_SLOTS(Lender));
    Value v = memoryview_new(t, value_from_pointer(l));
    CHECK(!value_is_null(v) && gets == 1);
    call(v, "release");
    CHECK(releases == 1);
}

int main(void)
{
    Runtime *rt = runtime_new(NULL);
    if (rt == NULL)
        return 99;
    t = rt->main_thread;
    type_ready(t, &lender);
    test_requests();
    test_plain();
    test_release_once();
    test_views();
    test_loans();
    test_dead();
    test_subclass();
    return tap_done();
}
