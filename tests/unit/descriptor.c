/* SPDX-License-Identifier: MIT */
/* Descriptors: getsets, members and their Slots, mapping proxies; records. */
#include "object/type/descriptor.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/type/instance.h"
#include "objects.h"

static Str *name(const char *s) { return str_intern_c(t, s); }

static Value get(Value descriptor, Value instance)
{
    return type_of(descriptor)->slots.descr_get(t, descriptor, instance,
                                                value_from_pointer(&type_object));
}

static int set(Value descriptor, Value instance, Value value)
{
    return type_of(descriptor)->slots.descr_set(t, descriptor, instance,
                                                value);
}

static Value stored;

static Value read_it(Thread *thread, Value self)
{
    (void)thread;
    return value_is_none(stored) ? self : stored;
}

static int write_it(Thread *thread, Value self, Value value)
{
    (void)self;
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(thread, "cannot delete"));
    stored = value;
    return 0;
}

static const GetSetDef both = {"both", read_it, write_it, "A text."};
static const GetSetDef readable = {"readable", read_it, NULL, NULL};
static const GetSetDef writable = {"writable", NULL, write_it, NULL};

static void test_getsets(void)
{
    Value d = getset_new(t, &type_int, &both), five = value_from_int(5);
    stored = NONE;
    CHECK_SHOWN(d, "<attribute 'both' of 'int' objects>");
    CHECK(value_same(get(d, UNBOUND), d));
    CHECK_SHOWN(get(d, five), "5");
    CHECK_ANSWER(set(d, five, TRUE_VALUE), "0");
    CHECK_SHOWN(get(d, five), "True");
    CHECK_ANSWER(set(d, five, NULL_VALUE), "TypeError: cannot delete");
    CHECK_SHOWN(get(d, eval("'s'")),
                "TypeError: descriptor 'both' for 'int' objects doesn't apply "
                "to a 'str' object");
    CHECK_ANSWER(set(d, NONE, five),
                 "TypeError: descriptor 'both' for 'int' objects doesn't apply "
                 "to a 'NoneType' object");
    CHECK_SHOWN(get(d, TRUE_VALUE), "True"); /* a subclass's instance */
    CHECK_SHOWN(object_getattr(t, d, name("__doc__")), "'A text.'");
    CHECK_SHOWN(object_getattr(t, d, name("__name__")), "'both'");
    CHECK_SHOWN(object_getattr(t, d, name("__qualname__")), "'int.both'");
    CHECK_SHOWN(object_getattr(t, d, name("__objclass__")), "<class 'int'>");
    CHECK_ANSWER(set(getset_new(t, &type_int, &readable), five, five),
                 "AttributeError: attribute 'readable' of 'int' objects is not "
                 "writable");
    CHECK_SHOWN(get(getset_new(t, &type_int, &writable), five),
                "AttributeError: attribute 'writable' of 'int' objects is not "
                "readable");
}

static void test_members(void)
{
    run("class S: __slots__ = 'x', 'y'\n"
        "class Sub(S): pass\n"
        "class No: pass\n"
        "s = S()\n");
    Value s = eval("s"), x = eval("S.x");
    Type *cls = value_to_pointer(eval("S"));
    CHECK_SHOWN(x, "<member 'x' of 'S' objects>");
    CHECK_SHOWN(get(x, s), "AttributeError: 'S' object has no attribute 'x'");
    CHECK_ANSWER(set(x, s, value_from_int(1)), "0");
    CHECK_SHOWN(get(x, s), "1");
    CHECK_ANSWER(set(x, s, NULL_VALUE), "0");
    CHECK_ANSWER(set(x, s, NULL_VALUE), "AttributeError: x");
    CHECK_SHOWN(get(x, eval("No()")),
                "TypeError: descriptor 'x' for 'S' objects doesn't apply to a "
                "'No' object");
    int64_t offset = member_descriptor_offset(x, cls);
    CHECK(offset >= (int64_t)sizeof(Header));
    CHECK(offset + 8 == member_descriptor_offset(eval("S.y"), cls));
    CHECK(member_descriptor_offset(x, value_to_pointer(eval("Sub"))) == offset);
    CHECK(member_descriptor_offset(x, value_to_pointer(eval("No"))) == 0);
    CHECK(member_descriptor_offset(NONE, cls) == 0);
    set(x, s, TRUE_VALUE);
    Slot *slot = (Slot *)(void *)((char *)value_to_pointer(s) + offset);
    CHECK_SHOWN(slot_get(slot), "True");
}

static void test_builtin_members(void)
{
    static const MemberDef fixed = {"fixed", offsetof(Property, get), false};
    static const MemberDef loose = {"loose", offsetof(Property, get), true};
    Value p = eval("property(len)");
    Value d = member_from_def(t, &type_property, &fixed);
    CHECK_SHOWN(get(d, p), "<built-in function len>");
    CHECK_ANSWER(set(d, p, NONE), "AttributeError: readonly attribute");
    CHECK(member_descriptor_offset(d, &type_property) == 0);
    d = member_from_def(t, &type_property, &loose);
    CHECK_ANSWER(set(d, p, TRUE_VALUE), "0");
    CHECK_SHOWN(get(d, p), "True");
    CHECK_ANSWER(set(d, p, NULL_VALUE), "0");
    CHECK_SHOWN(get(d, p), "None");
}

static void test_proxies(void)
{
    Value d = eval("{'a': 1}"), p = mappingproxy_new(t, d);
    CHECK_SHOWN(p, "mappingproxy({'a': 1})");
    CHECK_SHOWN(object_getitem(t, p, eval("'a'")), "1");
    CHECK_ANSWER(object_len(t, p), "1");
    CHECK_ANSWER(object_setitem(t, p, eval("'b'"), NONE),
                 "TypeError: 'mappingproxy' object does not support item "
                 "assignment");
    dict_set_c(t, value_to_dict(d), "b", NONE);
    CHECK_ANSWER(object_contains(t, p, eval("'b'")), "1");
    CHECK_ANSWER(object_equal(t, p, d), "1");
}

typedef struct Three {
    RECORD_HEAD(int64_t number; bool flag;)
    Slot a, b, c;
} Three;
typedef struct Many {
    RECORD_HEAD()
    Slot items[500];
} Many;

static void test_records(void)
{
    Three *r = record_new(t, SHAPE_RAW, RECORD_SLOTS(Three));
    CHECK(RECORD_SLOTS(Three) == 3 && r->n_slots == 3);
    CHECK(r->h.kind == KIND_RECORD && r->number == 0 && !r->flag);
    CHECK(value_is_unbound(slot_get(&r->a)));
    CHECK(value_is_unbound(slot_get(&r->b)));
    CHECK(value_is_unbound(slot_get(&r->c)));
    slot_set(r, &r->a, eval("[1, 2]"));
    slot_set(r, &r->c, value_from_int(3));
    r->number = -7;
    r->flag = true;
    gc_collect(&t->gc);
    CHECK_SHOWN(slot_get(&r->a), "[1, 2]");
    Three *copy = record_copy(t, r);
    slot_set(r, &r->a, NONE);
    CHECK_SHOWN(slot_get(&copy->a), "[1, 2]");
    CHECK(value_is_unbound(slot_get(&copy->b)));
    CHECK_SHOWN(slot_get(&copy->c), "3");
    CHECK(copy->number == -7 && copy->flag);
    const Header *none = record_new(t, SHAPE_RAW, 0);
    CHECK(none->kind == KIND_RECORD);
    Many *wide = record_new(t, SHAPE_RAW, RECORD_SLOTS(Many));
    CHECK(value_is_unbound(slot_get(&wide->items[499])));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_getsets();
    test_members();
    test_builtin_members();
    test_proxies();
    test_records();
    return tap_done();
}
