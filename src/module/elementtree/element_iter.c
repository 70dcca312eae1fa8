/* SPDX-License-Identifier: MIT */
/* Iterators over an element and what is below it, or over its texts. */
#include "module/elementtree/element.h"

#include "object/container/sequence.h"

typedef struct ElementIter {
    RECORD_HEAD(bool texts;)
    Slot root;  /* UNBOUND: it has been entered */
    Slot tag;   /* None: any */
    Slot stack; /* a list: elements, each with the number of its next child */
} ElementIter;

Value element_iterate(Thread *t, Element *e, Value tag, bool texts)
{
    ElementIter *i = record_new(t, element_iterator_type.root_shape->id,
                                RECORD_SLOTS(ElementIter));
    i->texts = texts;
    slot_set(i, &i->root, value_from_pointer(e));
    slot_set(i, &i->tag, tag);
    slot_set(i, &i->stack, value_from_pointer(list_new(t, 0)));
    return value_from_pointer(i);
}

/* The element to enter next, or to leave, which *leaves tells; NULL: the end. */
static Element *step(ElementIter *i, bool *leaves)
{
    List *l = value_to_list(slot_get(&i->stack));
    Value root = slot_get(&i->root);
    *leaves = false;
    if (l->len == 0) {
        slot_set(i, &i->root, UNBOUND);
        return value_is_unbound(root) ? NULL : value_to_element(root);
    }
    Element *e = value_to_element(list_get(l, l->len - 2));
    int64_t at = value_to_int(list_get(l, l->len - 1));
    if (at < element_len(e)) {
        list_set(l, l->len - 1, value_from_int(at + 1));
        return element_child(e, at);
    }
    (void)list_remove_at(l, l->len - 1);
    (void)list_remove_at(l, l->len - 1);
    *leaves = true;
    return e;
}

/* A text, unless it is nothing: 1, 0 or -1. */
static int is_text(Thread *t, Value v)
{
    return value_is_none(v) ? 0 : object_is_true(t, v);
}

static Value next(Thread *t, Value self)
{
    ElementIter *i = value_to_record(self);
    List *l = value_to_list(slot_get(&i->stack));
    bool leaves;
    for (Element *e; (e = step(i, &leaves)) != NULL;) {
        if (!leaves) {
            list_append(t, l, value_from_pointer(e));
            list_append(t, l, value_from_int(0));
        }
        if (leaves && (!i->texts || l->len == 0))
            continue; /* the first one's tail is not in it */
        Value tag = slot_get(&i->tag), v = value_from_pointer(e);
        int found;
        if (i->texts) {
            v = element_part(leaves ? &e->tail : &e->text);
            found = is_text(t, v);
        } else {
            found = value_is_none(tag)
                        ? 1
                        : object_equal(t, element_part(&e->tag), tag);
        }
        if (found != 0)
            return found < 0 ? NULL_VALUE : v;
    }
    return UNBOUND;
}

Type element_iterator_type = {
    TYPE_HEAD(element_iterator),
    .c_name = "_elementtree._element_iterator",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(ElementIter),
    .slots = {.iter = sequence_self, .next = next},
};
