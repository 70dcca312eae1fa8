/* SPDX-License-Identifier: MIT */
/* The type TreeBuilder: elements that begin and end, as a tree. */
#include "module/elementtree/element.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static void begin(Thread *t, TreeBuilder *b)
{
    slot_set(b, &b->here, NONE);
    slot_set(b, &b->last, NONE);
    slot_set(b, &b->stack, value_from_pointer(list_new(t, 0)));
}

TreeBuilder *builder_new(Thread *t)
{
    TreeBuilder *b = record_new(t, tree_builder_type.root_shape->id,
                                RECORD_SLOTS(TreeBuilder));
    begin(t, b);
    return b;
}

/* ---- events ---- */

int builder_report(Thread *t, TreeBuilder *b, const Slot *name, Value value)
{
    Value append = slot_get(&b->append), event = slot_get(name);
    if (value_is_unbound(append) || value_is_unbound(event))
        return 0;
    Value pair = value_from_pointer(tuple_pack(t, 2, event, value));
    return value_is_null(object_call1(t, append, pair)) ? -1 : 0;
}

/* Where the name of such an event stands; NULL: there is none. */
static Slot *event_of(TreeBuilder *b, const Str *name)
{
    return str_equal_c(name, "start")      ? &b->on_start
           : str_equal_c(name, "end")      ? &b->on_end
           : str_equal_c(name, "start-ns") ? &b->on_start_ns
           : str_equal_c(name, "end-ns")   ? &b->on_end_ns
           : str_equal_c(name, "comment")  ? &b->on_comment
           : str_equal_c(name, "pi")       ? &b->on_pi
                                           : NULL;
}

static void forget_events(TreeBuilder *b)
{
    slot_set(b, &b->on_start, UNBOUND);
    slot_set(b, &b->on_end, UNBOUND);
    slot_set(b, &b->on_start_ns, UNBOUND);
    slot_set(b, &b->on_end_ns, UNBOUND);
    slot_set(b, &b->on_comment, UNBOUND);
    slot_set(b, &b->on_pi, UNBOUND);
}

static int set_event(Thread *t, TreeBuilder *b, Value name)
{
    if (!value_is_str(name))
        return RAISE_INT(raise_value_error(t, "invalid events sequence"));
    Slot *event = event_of(b, value_to_str(name));
    if (event == NULL)
        return RAISE_INT(raise_value_error(t, "unknown event '%S'", name));
    slot_set(b, event, name);
    return 0;
}

int builder_set_events(Thread *t, TreeBuilder *b, Value queue, Value names)
{
    Value append = object_getattr(t, queue, N(append));
    if (value_is_null(append))
        return -1;
    slot_set(b, &b->append, append);
    forget_events(b);
    if (value_is_none(names)) {
        slot_set(b, &b->on_end, value_from_pointer(str_from_c(t, "end")));
        return 0;
    }
    Tuple *s = tuple_from_iterable(t, names);
    if (s == NULL && exception_matches(t, EXC(TypeError))) {
        (void)exception_take(t);
        raise_type_error(t, "events must be a sequence");
    }
    if (s == NULL)
        return -1;
    for (int64_t i = 0; i < s->len; i++)
        if (set_event(t, b, tuple_get(s, i)) < 0)
            return -1;
    return 0;
}

/* ---- text ---- */

/* The pieces as one str, behind `before` (UNBOUND or None: nothing); null on
 * error. */
static Value join(Thread *t, Value before, const List *pieces)
{
    StrBuilder out;
    bool alone = value_is_unbound(before) || value_is_none(before);
    if (alone && pieces->len == 1)
        return list_get(pieces, 0);
    strbuilder_init(&out);
    if (!alone && value_is_str(before) &&
        strbuilder_add(t, &out, value_to_str(before)) < 0)
        return NULL_VALUE;
    for (int64_t i = 0; i < pieces->len; i++) {
        Value v = list_get(pieces, i);
        if (!value_is_str(v))
            return raise_type_error(
                t, "sequence item %l: expected str instance, %.80T found", i,
                v);
        if (strbuilder_add(t, &out, value_to_str(v)) < 0)
            return NULL_VALUE;
    }
    Str *s = strbuilder_finish(t, &out);
    return s == NULL ? NULL_VALUE : value_from_pointer(s);
}

/* Of an element that is no Element. */
static int add_text(Thread *t, Value element, const List *pieces, Str *name)
{
    Value before = object_getattr(t, element, name);
    Value v = value_is_null(before) ? before : join(t, UNBOUND, pieces);
    if (!value_is_null(v) && !value_is_none(before))
        v = object_binary(t, BINARY_ADD, before, v);
    return value_is_null(v) ? -1 : object_setattr(t, element, name, v);
}

/* What has come since is the text, or the tail, of the last element: 0 or -1. */
static int flush(Thread *t, TreeBuilder *b)
{
    Value data = slot_get(&b->data), tail = slot_get(&b->last_for_tail);
    if (value_is_unbound(data))
        return 0;
    bool is_tail = !value_is_unbound(tail);
    Value element = is_tail ? tail : slot_get(&b->last);
    const List *pieces = value_to_list(data);
    slot_set(b, &b->data, UNBOUND);
    if (type_of(element) != &element_type)
        return add_text(t, element, pieces,
                        str_intern_c(t, is_tail ? "tail" : "text"));
    Element *e = value_to_element(element);
    Slot *part = is_tail ? &e->tail : &e->text;
    Value v = join(t, slot_get(part), pieces);
    if (value_is_null(v))
        return -1;
    slot_set(e, part, v);
    return 0;
}

Value builder_data(Thread *t, TreeBuilder *b, Value data)
{
    Value pieces = slot_get(&b->data);
    if (value_is_unbound(pieces)) {
        if (value_is_none(slot_get(&b->last)))
            return NONE; /* in front of the first element */
        pieces = value_from_pointer(list_new(t, 1));
        slot_set(b, &b->data, pieces);
    }
    list_append(t, value_to_list(pieces), data);
    return NONE;
}

/* ---- elements ---- */

static int add_child(Thread *t, Value parent, Value child)
{
    if (type_of(parent) == &element_type && value_is_element(child)) {
        element_append(t, value_to_element(parent), child);
        return 0;
    }
    return value_is_null(object_call_method(t, parent, N(append), 1, child))
               ? -1
               : 0;
}

Value builder_start(Thread *t, TreeBuilder *b, Value tag, Value attrib)
{
    Value factory = slot_get(&b->element_factory), node;
    if (flush(t, b) < 0)
        return NULL_VALUE;
    if (value_is_unbound(factory)) {
        node = value_from_pointer(element_new(t, tag, attrib));
    } else {
        if (value_is_unbound(attrib))
            attrib = value_from_pointer(dict_new(t));
        node = object_call2(t, factory, tag, attrib);
        if (value_is_null(node))
            return node;
    }
    Value here = slot_get(&b->here);
    slot_set(b, &b->last_for_tail, UNBOUND);
    if (!value_is_none(here)) {
        if (add_child(t, here, node) < 0)
            return NULL_VALUE;
    } else {
        if (!value_is_unbound(slot_get(&b->root)))
            return raise_error(
                t,
                value_to_pointer(slot_get(&elementtree_state(t)->parse_error)),
                "multiple elements on top level");
        slot_set(b, &b->root, node);
    }
    list_append(t, value_to_list(slot_get(&b->stack)), here);
    slot_set(b, &b->here, node);
    slot_set(b, &b->last, node);
    return builder_report(t, b, &b->on_start, node) < 0 ? NULL_VALUE : node;
}

Value builder_end(Thread *t, TreeBuilder *b)
{
    List *stack = value_to_list(slot_get(&b->stack));
    if (flush(t, b) < 0)
        return NULL_VALUE;
    if (stack->len == 0)
        return raise_error(t, EXC(IndexError), "pop from empty stack");
    Value last = slot_get(&b->here);
    slot_set(b, &b->last, last);
    slot_set(b, &b->last_for_tail, last);
    slot_set(b, &b->here, list_remove_at(stack, stack->len - 1));
    return builder_report(t, b, &b->on_end, last) < 0 ? NULL_VALUE : last;
}

/* A comment or the like stands here, as an element if `inserts`: 0 or -1. */
static int place(Thread *t, TreeBuilder *b, Value node, bool inserts)
{
    Value here = slot_get(&b->here);
    if (!inserts || value_is_none(here))
        return 0;
    if (add_child(t, here, node) < 0)
        return -1;
    slot_set(b, &b->last_for_tail, node);
    return 0;
}

Value builder_comment(Thread *t, TreeBuilder *b, Value text)
{
    Value factory = slot_get(&b->comment_factory), node = text;
    if (flush(t, b) < 0)
        return NULL_VALUE;
    if (!value_is_unbound(factory)) {
        node = object_call1(t, factory, text);
        if (value_is_null(node) || place(t, b, node, b->insert_comments) < 0)
            return NULL_VALUE;
    }
    return builder_report(t, b, &b->on_comment, node) < 0 ? NULL_VALUE : node;
}

Value builder_pi(Thread *t, TreeBuilder *b, Value target, Value text)
{
    Value factory = slot_get(&b->pi_factory), node;
    if (flush(t, b) < 0)
        return NULL_VALUE;
    if (value_is_unbound(factory)) {
        node = value_from_pointer(tuple_pack(t, 2, target, text));
    } else {
        node = object_call2(t, factory, target, text);
        if (value_is_null(node) || place(t, b, node, b->insert_pis) < 0)
            return NULL_VALUE;
    }
    return builder_report(t, b, &b->on_pi, node) < 0 ? NULL_VALUE : node;
}

Value builder_close(TreeBuilder *b) { return element_part(&b->root); }

/* ---- the type ---- */

static Value new (Thread *t, Type *cls, Value *args UNUSED, int64_t n UNUSED,
                  Tuple *kwnames UNUSED)
{
    TreeBuilder *b = instance_new_fixed(t, cls);
    begin(t, b);
    return value_from_pointer(b);
}

/* None: what _set_factories() has been told, or nothing. */
static Value factory_or(Value factory, const Slot *otherwise)
{
    Value v = value_is_none(factory) ? slot_get(otherwise) : factory;
    return value_is_none(v) ? UNBOUND : v;
}

INITIALIZER(TreeBuilder, 0, (self, TreeBuilder),
            (opt, object, element_factory, None), (star),
            (opt, object, comment_factory, None),
            (opt, object, pi_factory, None),
            (opt, truth, insert_comments, False),
            (opt, truth, insert_pis, False))
{
    const ElementtreeState *state = elementtree_state(t);
    slot_set(self, &self->element_factory,
             value_is_none(element_factory) ? UNBOUND : element_factory);
    slot_set(self, &self->comment_factory,
             factory_or(comment_factory, &state->comment_factory));
    slot_set(self, &self->pi_factory,
             factory_or(pi_factory, &state->pi_factory));
    self->insert_comments =
        insert_comments && !value_is_unbound(slot_get(&self->comment_factory));
    self->insert_pis =
        insert_pis && !value_is_unbound(slot_get(&self->pi_factory));
    return NONE;
}

NATIVE(tree_builder, start, 0, "An element begins.", (self, TreeBuilder),
       (arg, object, tag), (arg, dict, attrs), (slash))
{
    return builder_start(t, self, tag, value_from_pointer(attrs));
}

NATIVE(tree_builder, end, 0, "The element that began last ends.",
       (self, TreeBuilder), (arg, object, tag), (slash))
{
    return builder_end(t, self);
}

NATIVE(tree_builder, data, 0, "Text comes.", (self, TreeBuilder),
       (arg, object, data), (slash))
{
    return builder_data(t, self, data);
}

NATIVE(tree_builder, comment, 0, "A comment comes.", (self, TreeBuilder),
       (arg, object, text), (slash))
{
    return builder_comment(t, self, text);
}

NATIVE(tree_builder, pi, 0, "A processing instruction comes.",
       (self, TreeBuilder), (arg, object, target), (opt, object, text, None),
       (slash))
{
    return builder_pi(t, self, target, text);
}

NATIVE(tree_builder, close, 0, "The tree's root; None: there is none.",
       (self, TreeBuilder), (slash))
{
    return builder_close(self);
}

static const NativeDef *const methods[] = {
    &tree_builder_close_native,
    &tree_builder_comment_native,
    &tree_builder_data_native,
    &tree_builder_end_native,
    &tree_builder_pi_native,
    &tree_builder_start_native,
    NULL,
};

Type tree_builder_type = {
    TYPE_HEAD(tree_builder),
    .c_name = "xml.etree.ElementTree.TreeBuilder",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(TreeBuilder),
    .initializer = &TreeBuilder_init_native,
    .methods = methods,
    .slots = {.new = new},
};
