/* SPDX-License-Identifier: MIT */
/* Shapes: children, lookup, limits, dictionary mode, the slots they name. */
#include "object/type/shape.h"
#include "object/container/tuple.h"
#include "object/type/instance.h"
#include "objects.h"

static Str *name(int i) { return str_intern(t, str_format(t, "s%d", i)); }

static Type *class_named(const char *source, const char *expression)
{
    run(source);
    return value_to_pointer(eval(expression));
}

static void test_children(void)
{
    Type *cls = class_named("class A: pass", "A");
    Shape *root = cls->root_shape;
    CHECK(root->n == 0 && root->type == cls && root->root == root);
    CHECK(shape_table[root->id] == root);
    CHECK(shape_lookup(root, name(0)) == -1);
    Shape *a = shape_add(t, root, name(0)), *ab = shape_add(t, a, name(1));
    CHECK(shape_add(t, root, name(0)) == a && a->parent == root);
    CHECK(ab->n == 2 && ab->last == name(1) && ab->root == root);
    CHECK(shape_lookup(ab, name(0)) == 0 && shape_lookup(ab, name(1)) == 1);
    CHECK(shape_lookup(a, name(1)) == -1);
    Shape *b = shape_add(t, root, name(1)), *ba = shape_add(t, b, name(0));
    CHECK(b != a && ba != ab && shape_lookup(ba, name(1)) == 0);
    Str *names[2];
    shape_names(ab, names);
    CHECK(names[0] == name(0) && names[1] == name(1));
    Type *other = class_named("class B: pass", "B");
    CHECK(shape_add(t, other->root_shape, name(0)) != a);
    CHECK(shape_of(value_to_pointer(eval("A()")))->root == root);
}

static void test_limits(void)
{
    Shape *s = class_named("class C: pass", "C")->root_shape, *root = s;
    int n = 0;
    while (shape_can_add(s) && n < 1000)
        s = shape_add(t, s, name(n++));
    CHECK(n == SHAPE_ATTRS_MAX && s->n == SHAPE_ATTRS_MAX);
    for (int i = 0; i < n; i += 17)
        OK(shape_lookup(s, name(i)) == i, "attribute %d is found", i);
    n = 0;
    while (shape_can_add(root) && n < 100000)
        shape_add(t, root, name(1000 + n++));
    CHECK(n == SHAPE_CHILDREN_MAX - 1);
    Shape *dict = shape_to_dict_mode(t, s);
    CHECK(dict->shape_flags & SHAPE_DICT_MODE);
    CHECK(shape_to_dict_mode(t, root) == dict && dict->type == root->type);
}

static void test_places(void)
{
    run("class D:\n"
        "    def __init__(self, n):\n"
        "        for i in range(n): setattr(self, 's%d' % i, i)\n");
    uint32_t n = SHAPE_ATTRS_MAX < 40 ? SHAPE_ATTRS_MAX : 40;
    char made[20];
    snprintf(made, sizeof made, "D(%u)", n);
    void *object = value_to_pointer(eval(made));
    Shape *s = shape_of(object);
    CHECK(s->n == n && s->inline_n < n);
    for (int i = 0; i < (int)n; i += (int)n / 3) {
        Slot *slot = instance_slot(object, s, shape_lookup(s, name(i)));
        OK(value_same(slot_get(slot), value_from_int(i)), "slot %d", i);
    }
    void **extra = instance_extra(object, s);
    CHECK(((SlotArray *)*extra)->h.kind == KIND_SLOTS);
    CHECK(value_is_null(instance_get(object, name((int)n))));
}

static void test_without_attributes(void)
{
    CHECK(type_int.root_shape->shape_flags & SHAPE_NO_ATTRS);
    Type *cls = class_named("class E: __slots__ = 'x', 'y'", "E");
    CHECK(cls->root_shape->shape_flags & SHAPE_NO_ATTRS);
    CHECK(cls->n_slots == 2);
    cls = class_named("class F(E): pass", "F");
    CHECK(!(cls->root_shape->shape_flags & SHAPE_NO_ATTRS));
    void *object = value_to_pointer(eval("F()"));
    CHECK(instance_set(t, object, name(0), TRUE_VALUE) == 0);
    CHECK(value_is_true(instance_get(object, name(0))));
}

static void test_reserved(void)
{
    CHECK(shape_table[SHAPE_INT] == type_int.root_shape);
    CHECK(shape_table[SHAPE_RAW] == NULL ||
          shape_table[SHAPE_RAW]->type == NULL);
    CHECK(shape_table[SHAPE_ValueError]->type == EXC(ValueError));
    for (uint32_t id = 1; id < SHAPE_FIRST_FREE; id++)
        if (shape_table[id] != NULL && shape_table[id]->id != id)
            OK(false, "shape %u has its number", id);
    OK(true, "builtin types have the shapes of their lists");
}

int main(int argc, char **argv)
{
    (void)argc;
    objects_begin(argv);
    test_children();
    test_limits();
    test_places();
    test_without_attributes();
    test_reserved();
    return tap_done();
}
