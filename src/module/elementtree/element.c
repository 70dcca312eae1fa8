/* SPDX-License-Identifier: MIT */
/* The type Element: making, parts, children as a sequence. */
#include "module/elementtree/element.h"

#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/slice.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/type/instance.h"
#include <stdio.h>

/* ---- parts ---- */

Element *element_new(Thread *t, Value tag, Value attrib)
{
    Element *e =
        record_new(t, element_type.root_shape->id, RECORD_SLOTS(Element));
    slot_set(e, &e->tag, tag);
    slot_set(e, &e->attrib, attrib);
    return e;
}

List *element_children(Thread *t, Element *e)
{
    Value v = slot_get(&e->children);
    if (value_is_unbound(v)) {
        v = value_from_pointer(list_new(t, 0));
        slot_set(e, &e->children, v);
    }
    return value_to_list(v);
}

Dict *element_attrib(Thread *t, Element *e)
{
    Value v = slot_get(&e->attrib);
    if (value_is_unbound(v)) {
        v = value_from_pointer(dict_new(t));
        slot_set(e, &e->attrib, v);
    }
    return value_to_dict(v);
}

void element_append(Thread *t, Element *e, Value child)
{
    list_append(t, element_children(t, e), child);
}

int element_check(Thread *t, Value v)
{
    if (value_is_element(v))
        return 0;
    return RAISE_INT(
        raise_type_error(t, "expected an Element, not \"%.200T\"", v));
}

Tuple *element_sequence(Thread *t, Value v)
{
    Tuple *s = tuple_from_iterable(t, v);
    if (s == NULL && exception_matches(t, EXC(TypeError))) {
        (void)exception_take(t);
        raise_type_error(t, "expected sequence, not \"%.200T\"", v);
    }
    return s;
}

/* ---- making ---- */

static Value new (Thread *t, Type *cls, Value *args UNUSED, int64_t n UNUSED,
                  Tuple *kwnames UNUSED)
{
    return value_from_pointer(instance_new_fixed(t, cls));
}

/* What it is called in messages about arguments. */
static const char *kind_of(Value v)
{
    return value_is_none(v) ? "None" : type_name(type_of(v));
}

/* The keyword arguments behind args[n - 1]: 0 or -1. */
static int add_keywords(Thread *t, Dict *d, const Value *args, Tuple *kwnames,
                        bool skip_attrib)
{
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++) {
        Value key = tuple_get(kwnames, i);
        if (skip_attrib && str_equal_c(value_to_str(key), "attrib"))
            continue;
        if (dict_set(t, d, key, args[i]) < 0)
            return -1;
    }
    return 0;
}

/* The value of the keyword `attrib`; UNBOUND: there is none. */
static Value attrib_keyword(const Value *args, const Tuple *kwnames)
{
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++)
        if (str_equal_c(value_to_str(tuple_get(kwnames, i)), "attrib"))
            return args[i];
    return UNBOUND;
}

/* Attributes from a positional dict, if `given`, and keywords: a dict, UNBOUND for
 * none, or null. */
static Value attributes(Thread *t, Value given, const Value *keywords,
                        Tuple *kwnames)
{
    bool is_keyword = value_is_unbound(given);
    if (is_keyword)
        given = attrib_keyword(keywords, kwnames);
    if (!value_is_unbound(given) && !value_is_dict(given))
        return raise_type_error(t, "attrib must be dict, not %.100T", given);
    if (value_is_unbound(given) && (kwnames == NULL || kwnames->len == 0))
        return UNBOUND;
    Dict *d = value_is_unbound(given) ? dict_new(t)
                                      : dict_copy(t, value_to_dict(given));
    if (d == NULL || add_keywords(t, d, keywords, kwnames, is_keyword) < 0)
        return NULL_VALUE;
    return value_from_pointer(d);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    Element *e = value_to_element(self);
    if (n < 1)
        return RAISE_INT(raise_type_error(
            t, "Element() takes at least 1 argument (%l given)", n));
    if (n > 2)
        return RAISE_INT(raise_type_error(
            t, "Element() takes at most 2 arguments (%l given)", n));
    if (n == 2 && !value_is_dict(args[1]))
        return RAISE_INT(
            raise_type_error(t, "Element() argument 2 must be dict, not %.50s",
                             kind_of(args[1])));
    Value attrib = attributes(t, n == 2 ? args[1] : UNBOUND, args + n, kwnames);
    if (value_is_null(attrib))
        return -1;
    slot_set(e, &e->attrib, attrib);
    slot_set(e, &e->tag, args[0]);
    slot_set(e, &e->text, UNBOUND);
    slot_set(e, &e->tail, UNBOUND);
    return 0;
}

static Value sub_element(Thread *t, Value *args, int64_t n, Dict *keywords)
{
    if (n < 2)
        return raise_type_error(
            t, "SubElement() takes at least 2 arguments (%l given)", n);
    if (n > 3)
        return raise_type_error(
            t, "SubElement() takes at most 3 arguments (%l given)", n);
    if (!value_is_element(args[0]))
        return raise_type_error(t,
                                "SubElement() argument 1 must be "
                                "xml.etree.ElementTree.Element, not %.50s",
                                kind_of(args[0]));
    if (n == 3 && !value_is_dict(args[2]))
        return raise_type_error(
            t, "SubElement() argument 3 must be dict, not %.50s",
            kind_of(args[2]));
    Dict *attrib = keywords;
    if (n == 3) {
        attrib = dict_copy(t, value_to_dict(args[2]));
        if (attrib == NULL || dict_merge(t, attrib, keywords) < 0)
            return NULL_VALUE;
    } else {
        Value given = dict_get_c(t, keywords, "attrib");
        if (!value_is_null(given)) {
            if (!value_is_dict(given))
                return raise_type_error(t, "attrib must be dict, not %.100T",
                                        given);
            (void)dict_delete_str(t, keywords, str_intern_c(t, "attrib"));
            attrib = dict_copy(t, value_to_dict(given));
            if (attrib == NULL || dict_merge(t, attrib, keywords) < 0)
                return NULL_VALUE;
        }
    }
    Value e =
        value_from_pointer(element_new(t, args[1], value_from_pointer(attrib)));
    element_append(t, value_to_element(args[0]), e);
    return e;
}

NATIVE_SHARED(elementtree, SubElement, 0,
              "A new Element(tag, attrib, **extra), the last child of parent.",
              (args, parent), (kwargs, extra))
{
    return sub_element(t, parent, n_parent, extra);
}

/* ---- children ---- */

static int64_t len(Thread *t UNUSED, Value self)
{
    return element_len(value_to_element(self));
}

static Value get_slice(Thread *t, const Element *e, Slice *key)
{
    int64_t start, stop, step;
    if (slice_unpack(t, key, &start, &stop, &step) < 0)
        return NULL_VALUE;
    int64_t n = slice_fit(element_len(e), &start, &stop, step);
    List *l = list_new(t, n);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++)
        list_append(t, l,
                    value_from_pointer(element_child(e, start + i * step)));
    return value_from_pointer(l);
}

/* key as an index within the children: 0 or -1 */
static int index_of(Thread *t, const Element *e, Value key, const char *error,
                    int64_t *i)
{
    if (!value_is_int(key) && type_of(key)->slots.index == NULL)
        return RAISE_INT(
            raise_type_error(t, "element indices must be integers"));
    if (sequence_index(t, key, "element", i) < 0)
        return -1;
    if (*i < 0)
        *i += element_len(e);
    if (*i >= 0 && *i < element_len(e))
        return 0;
    return RAISE_INT(raise_error(t, EXC(IndexError), "%s", error));
}

static Value getitem(Thread *t, Value self, Value key)
{
    const Element *e = value_to_element(self);
    int64_t i;
    if (value_is_slice(key))
        return get_slice(t, e, value_to_pointer(key));
    return index_of(t, e, key, "child index out of range", &i) < 0
               ? NULL_VALUE
               : value_from_pointer(element_child(e, i));
}

/* The children without each `step`th of n from `start` on. */
static int delete_extended(Thread *t, List *l, int64_t start, int64_t step,
                           int64_t n)
{
    if (step < 0) {
        start += (n - 1) * step;
        step = -step;
    }
    int64_t to = start;
    for (int64_t i = start; i < l->len; i++)
        if ((i - start) % step != 0 || (i - start) / step >= n)
            list_set(l, to++, list_get(l, i));
    return list_splice(t, l, to, l->len, NULL, 0);
}

static int set_slice(Thread *t, Element *e, Slice *key, Value v)
{
    int64_t start, stop, step;
    Tuple *items = value_is_null(v) ? NULL : element_sequence(t, v);
    if ((items == NULL && !value_is_null(v)) ||
        slice_unpack(t, key, &start, &stop, &step) < 0)
        return -1;
    for (int64_t i = 0; items != NULL && i < items->len; i++)
        if (element_check(t, tuple_get(items, i)) < 0)
            return -1;
    List *l = element_children(t, e);
    int64_t n = slice_fit(l->len, &start, &stop, step);
    if (step == 1)
        return list_splice(t, l, start, start + n,
                           items == NULL ? NULL : tuple_values(items),
                           items == NULL ? 0 : items->len);
    if (items == NULL)
        return n == 0 ? 0 : delete_extended(t, l, start, step, n);
    if (items->len != n)
        return RAISE_INT(raise_value_error(
            t,
            "attempt to assign sequence of size %l to extended slice of size "
            "%l",
            items->len, n));
    for (int64_t i = 0; i < n; i++)
        list_set(l, start + i * step, tuple_get(items, i));
    return 0;
}

static int setitem(Thread *t, Value self, Value key, Value v)
{
    Element *e = value_to_element(self);
    int64_t i;
    if (value_is_slice(key))
        return set_slice(t, e, value_to_pointer(key), v);
    if (index_of(t, e, key, "child assignment index out of range", &i) < 0)
        return -1;
    List *l = element_children(t, e);
    if (value_is_null(v))
        return list_splice(t, l, i, i + 1, NULL, 0);
    if (element_check(t, v) < 0)
        return -1;
    list_set(l, i, v);
    return 0;
}

/* ---- showing ---- */

static Value repr(Thread *t, Value self)
{
    const Element *e = value_to_element(self);
    char at[24];
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0
                   ? NULL_VALUE
                   : raise_error(t, EXC(RuntimeError),
                                 "reentrant call inside %T.__repr__", self);
    snprintf(at, sizeof at, "0x%llx", (unsigned long long)self.bits);
    Value v =
        format_message(t, "<Element %R at %s>", element_part(&e->tag), at);
    repr_leave(t, self);
    return v;
}

/* ---- attributes ---- */

static int cannot_delete(Thread *t)
{
    return RAISE_INT(
        raise_error(t, EXC(AttributeError), "can't delete element attribute"));
}

#define PART(name)                                          \
    static Value get_##name(Thread *t UNUSED, Value self)   \
    {                                                       \
        return element_part(&value_to_element(self)->name); \
    }                                                       \
    static int set_##name(Thread *t, Value self, Value v)   \
    {                                                       \
        Element *e = value_to_element(self);                \
        if (value_is_null(v))                               \
            return cannot_delete(t);                        \
        slot_set(e, &e->name, v);                           \
        return 0;                                           \
    }
PART(tag)
PART(text)
PART(tail)

static Value get_attrib(Thread *t, Value self)
{
    return value_from_pointer(element_attrib(t, value_to_element(self)));
}

static int set_attrib(Thread *t, Value self, Value v)
{
    Element *e = value_to_element(self);
    if (value_is_null(v))
        return cannot_delete(t);
    if (!value_is_dict(v))
        return RAISE_INT(
            raise_type_error(t, "attrib must be dict, not %.200T", v));
    slot_set(e, &e->attrib, v);
    return 0;
}

static const GetSetDef getsets[] = {
    {"attrib", get_attrib, set_attrib, "The element's attributes, a dict."},
    {"tag", get_tag, set_tag, "What sort of element it is."},
    {"tail", get_tail, set_tail, "The text between its end and the next tag."},
    {"text", get_text, set_text, "The text before its first child."},
    {0},
};

Type element_type = {
    TYPE_HEAD(element),
    .c_name = "xml.etree.ElementTree.Element",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Element),
    .methods = element_methods,
    .getsets = getsets,
    .slots = {.new = new,
              .init = init,
              .repr = repr,
              .len = len,
              .getitem = getitem,
              .setitem = setitem},
};
