/* SPDX-License-Identifier: MIT */
/* Types: versions, watching, names, bases that are refused, __init_subclass__
 * and __set_name__, and instances of each. */
#include "object/type/type.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/type/instance.h"
#include "objects.h"

static Type *type_at(const char *expression)
{
    return value_to_pointer(eval(expression));
}
static Str *name(const char *s) { return str_intern_c(t, s); }

static Value make(const char *bases, const char *dict, const char *kwargs)
{
    return type_new(t, &type_type, name("Made"), value_to_tuple(eval(bases)),
                    value_to_dict(eval(dict)),
                    kwargs != NULL ? eval(kwargs) : UNBOUND);
}

static void test_versions(void)
{
    run("class A: x = 1\n"
        "class B(A): pass\n"
        "class C(B): pass\n"
        "class Other: pass\n");
    Type *a = type_at("A"), *b = type_at("B"), *c = type_at("C");
    uint32_t va = type_version(a), vb = type_version(b), vc = type_version(c);
    CHECK(va != 0 && vb != 0 && vc != 0 && va != vb && vb != vc);
    CHECK(type_version(a) == va);
    type_set_attr(t, b, name("y"), NONE);
    CHECK(a->version == va && b->version != vb && c->version != vc);
    vb = type_version(b);
    CHECK_ANSWER(type_set_attr(t, b, name("no"), NULL_VALUE), "0");
    CHECK(b->version == vb);
    run("B.__bases__ = (Other,)");
    CHECK(b->version != vb);
    vc = type_version(c);
    type_set_attr(t, a, name("z"), NONE); /* no base of theirs any more */
    CHECK(c->version == vc);
    CHECK_SHOWN(type_lookup(c, name("x")), "null");
}

static Type *told;

static void tell(Type *type) { told = type; }

static void test_watching(void)
{
    void (*hook)(Type *) = type_watch_hook;
    run("class W: pass\n"
        "class V(W): pass\n");
    Type *v = type_at("V");
    type_watch_hook = tell;
    type_set_attr(t, type_at("W"), name("a"), NONE);
    CHECK(told == NULL);
    v->type_flags |= TYPE_WATCHED;
    type_version(v);
    type_set_attr(t, type_at("W"), name("b"), NONE);
    CHECK(told == v);
    type_watch_hook = hook;
}

static void test_lookup(void)
{
    run("class L1: x = 'l1'\n"
        "class L2: x = 'l2'; y = 'y2'\n"
        "class L(L1, L2): pass\n");
    Type *l = type_at("L");
    CHECK_SHOWN(type_lookup(l, name("x")), "'l1'");
    CHECK_SHOWN(type_lookup(l, name("y")), "'y2'");
    run("L1.y = 'y1'\ndel L1.x");
    CHECK_SHOWN(type_lookup(l, name("x")), "'l2'");
    CHECK_SHOWN(type_lookup(l, name("y")), "'y1'");
    CHECK_SHOWN(type_lookup(&type_bool, name("bit_length")),
                "<method 'bit_length' of 'int' objects>");
    CHECK(type_is_subtype(&type_bool, &type_int) &&
          !type_is_subtype(&type_int, &type_bool) &&
          type_is_subtype(l, &type_object));
    CHECK(type_of(TRUE_VALUE) == &type_bool && type_of(NONE) != NULL);
    CHECK(type_of(value_from_int(-1)) == &type_int);
    CHECK(type_of(eval("1.5")) == &type_float);
    CHECK_STRING(type_name(type_of(NONE)), "NoneType");
    CHECK_SHOWN(type_get_name(EXC(KeyError)), "'KeyError'");
}

static void test_refused(void)
{
    CHECK_SHOWN(make("(int, str)", "{}", NULL),
                "TypeError: multiple bases have instance lay-out conflict");
    CHECK_SHOWN(make("(bool,)", "{}", NULL),
                "TypeError: type 'bool' is not an acceptable base type");
    CHECK_SHOWN(make("(5,)", "{}", NULL),
                "TypeError: bases must be types");
    CHECK_SHOWN(make("(object, object)", "{}", NULL),
                "TypeError: duplicate base class object");
    CHECK_SHOWN(make("(object, type('Z', (), {}))", "{}", NULL),
                "TypeError: Cannot create a consistent method resolution\n"
                "order (MRO) for bases object, Z");
    CHECK_SHOWN(make("()", "{'__slots__': 5}", NULL),
                "TypeError: 'int' object is not iterable");
    CHECK_SHOWN(make("()", "{'__slots__': ['1x']}", NULL),
                "TypeError: __slots__ must be identifiers");
    CHECK_SHOWN(make("()", "{'__slots__': ['x'], 'x': 1}", NULL),
                "ValueError: 'x' in __slots__ conflicts with class variable");
    CHECK_SHOWN(make("(int,)", "{'__slots__': ['x']}", NULL),
                "TypeError: nonempty __slots__ not supported for subtype of "
                "'int'");
    CHECK_SHOWN(make("()", "{'__qualname__': 5}", NULL),
                "TypeError: type __qualname__ must be a str, not int");
    CHECK_SHOWN(make("()", "{}", "{'k': 1}"),
                "TypeError: Made.__init_subclass__() takes no keyword "
                "arguments");
}

static void test_hooks(void)
{
    run("log = []\n"
        "class Base:\n"
        "    def __init_subclass__(cls, **kw): log.append((cls.__name__, kw))\n"
        "class Attr:\n"
        "    def __set_name__(self, owner, name):\n"
        "        log.append((owner.__name__, name))\n"
        "class Bad:\n"
        "    def __set_name__(self, owner, name): raise KeyError(name)\n");
    CHECK_SHOWN(make("(Base,)", "{'a': Attr()}", "{'k': 1}"),
                "<class 'Made'>"); /* no frame, no module */
    CHECK_SHOWN(eval("log"), "[('Made', 'a'), ('Made', {'k': 1})]");
    CHECK_SHOWN(make("()", "{'a': Bad()}", NULL),
                "RuntimeError: Error calling __set_name__ on 'Bad' instance "
                "'a' in 'Made'");
}

static void test_dunders(void)
{
    run("class D: pass\n"
        "class E(D): pass\n"
        "e = E()\n");
    Type *d = type_at("D"), *e = type_at("E");
    CHECK(e->slots.call == NULL);
    run("D.__call__ = lambda self: 'called'");
    CHECK(e->slots.call != NULL && d->slots.call != NULL);
    CHECK_SHOWN(object_call0(t, eval("e")), "'called'");
    run("del D.__call__");
    CHECK(e->slots.call == NULL);
    run("D.__bool__ = lambda self: 5");
    CHECK_ANSWER(object_is_true(t, eval("e")),
                 "TypeError: __bool__ should return bool, returned int");
    run("D.__len__ = lambda self: -1\ndel D.__bool__");
    CHECK_ANSWER(object_is_true(t, eval("e")),
                 "ValueError: __len__() should return >= 0");
    run("D.__index__ = lambda self: 'x'");
    CHECK_SHOWN(object_index(t, eval("e")),
                "TypeError: __index__ returned non-int (type str)");
    run("D.__eq__ = lambda self, other: 1");
    int64_t hash;
    CHECK_ANSWER(object_hash(t, eval("e"), &hash), "0");
    CHECK_SHOWN(object_call0(t, eval("5")),
                "TypeError: 'int' object is not callable");
}

static void test_classes_of_instances(void)
{
    run("class P: pass\n"
        "class Q: pass\n"
        "p = P()\n"
        "p.a, p.b = 1, 2\n");
    void *p = value_to_pointer(eval("p"));
    instance_set_class(t, p, type_at("Q"));
    CHECK(type_of_pointer(p) == type_at("Q"));
    CHECK_SHOWN(instance_get(p, name("b")), "2");
    Dict *d = instance_dict(t, p);
    CHECK_OBJECT(d, "{'a': 1, 'b': 2}");
    CHECK(instance_dict(t, p) == d && object_dict(t, eval("p")) == d);
    dict_set_c(t, d, "c", NONE);
    CHECK_SHOWN(instance_get(p, name("c")), "None");
    instance_dict_set(t, p, dict_new(t));
    CHECK_SHOWN(instance_get(p, name("a")), "null");
    CHECK(object_dict(t, value_from_int(1)) == NULL);
    CHECK(object_own_dict(eval("p")) == NULL);
    CHECK(object_own_dict(eval("lambda: 0")) != NULL);
    CHECK(name_find(str_from_c(t, "a name that nobody has interned")) == NULL);
    CHECK(name_find(str_from_c(t, "append")) == N(append));
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_versions();
    test_watching();
    test_lookup();
    test_refused();
    test_hooks();
    test_dunders();
    test_classes_of_instances();
    return tap_done();
}
