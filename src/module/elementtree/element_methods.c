/* SPDX-License-Identifier: MIT */
/* Methods of Element. */
#include "exec/import.h"
#include "module/elementtree/element.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include <string.h>

static PARAM_FN(element, Element *)
{
    if (!value_is_element(v))
        return param_mismatch(t, def, at, "xml.etree.ElementTree.Element", v);
    *out = value_to_element(v);
    return true;
}

/* ---- children ---- */

NATIVE(element, append, 0, "Add a child behind the others.", (self, Element),
       (arg, element, subelement), (slash))
{
    element_append(t, self, value_from_pointer(subelement));
    return NONE;
}

NATIVE(element, extend, 0, "Add all elements of a sequence.", (self, Element),
       (arg, object, elements), (slash))
{
    Tuple *s = element_sequence(t, elements);
    if (s == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < s->len; i++) {
        if (element_check(t, tuple_get(s, i)) < 0)
            return NULL_VALUE;
        element_append(t, self, tuple_get(s, i));
    }
    return NONE;
}

NATIVE(element, insert, 0, "Put a child in front of child `index`.",
       (self, Element), (arg, ssize, index), (arg, element, subelement),
       (slash))
{
    List *l = element_children(t, self);
    if (index < 0)
        index = index + l->len < 0 ? 0 : index + l->len;
    if (index > l->len)
        index = l->len;
    return list_insert(t, l, index, value_from_pointer(subelement)) < 0
               ? NULL_VALUE
               : NONE;
}

/* Where the child is, or what equals it: -1 nowhere, -2 an exception. */
static int64_t find_child(Thread *t, const Element *e, Value child)
{
    for (int64_t i = 0; i < element_len(e); i++)
        if (value_same(value_from_pointer(element_child(e, i)), child))
            return i;
    for (int64_t i = 0; i < element_len(e); i++) {
        int equal = object_compare_true(
            t, value_from_pointer(element_child(e, i)), child, COMPARE_EQ);
        if (equal != 0)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

NATIVE(element, remove, 0, "Take a child away.", (self, Element),
       (arg, element, subelement), (slash))
{
    int64_t i = find_child(t, self, value_from_pointer(subelement));
    if (i == -2)
        return NULL_VALUE;
    if (i < 0 || i >= element_len(self))
        return raise_value_error(t, "list.remove(x): x not in list");
    (void)list_remove_at(element_children(t, self), i);
    return NONE;
}

NATIVE(element, clear, 0, "Leave nothing but the tag.", (self, Element),
       (slash))
{
    slot_set(self, &self->children, UNBOUND);
    slot_set(self, &self->attrib, UNBOUND);
    slot_set(self, &self->text, UNBOUND);
    slot_set(self, &self->tail, UNBOUND);
    return NONE;
}

NATIVE(element, makeelement, 0, "A new element.", (self, Element),
       (arg, object, tag), (arg, dict, attrib), (slash))
{
    Dict *d = dict_copy(t, attrib);
    return d == NULL
               ? NULL_VALUE
               : value_from_pointer(element_new(t, tag, value_from_pointer(d)));
}

/* ---- attributes ---- */

NATIVE(element, get, 0, "An attribute's value.", (self, Element),
       (arg, object, key), (opt_as, object, default_, "default", None))
{
    Value d = slot_get(&self->attrib);
    if (value_is_unbound(d))
        return default_;
    TRY(v, dict_get(t, value_to_dict(d), key));
    return value_is_unbound(v) ? default_ : v;
}

NATIVE(element, set, 0, "Give an attribute a value.", (self, Element),
       (arg, object, key), (arg, object, value), (slash))
{
    return dict_set(t, element_attrib(t, self), key, value) < 0 ? NULL_VALUE
                                                                : NONE;
}

/* The attributes' names, with their values in pairs if `pairs`. */
static Value attributes(Thread *t, const Element *e, bool pairs)
{
    List *l = list_new(t, 0);
    Value d = slot_get(&e->attrib), key, v;
    int64_t at = 0;
    while (!value_is_unbound(d) && dict_next(value_to_dict(d), &at, &key, &v))
        list_append(t, l,
                    pairs ? value_from_pointer(tuple_pack(t, 2, key, v)) : key);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : value_from_pointer(l);
}

NATIVE(element, keys, 0, "The attributes' names.", (self, Element), (slash))
{
    return attributes(t, self, false);
}

NATIVE(element, items, 0, "The attributes' names and values.", (self, Element),
       (slash))
{
    return attributes(t, self, true);
}

/* ---- finding ---- */

/* ElementPath.name(element, ...) */
static Value by_path(Thread *t, const char *name, Value *args, int n)
{
    ElementtreeState *state = elementtree_state(t);
    Value m = slot_get(&state->paths);
    if (value_is_unbound(m)) {
        Value full = import_module(t, str_intern_c(t, "xml.etree.ElementPath"));
        if (value_is_null(full))
            return full;
        m = dict_get_c(t, t->rt->modules, "xml.etree.ElementPath");
        if (value_is_null(m))
            return raise_error(t, EXC(ImportError),
                               "no module xml.etree.ElementPath");
        slot_set(state, &state->paths, m);
    }
    TRY(f, object_getattr(t, m, str_intern_c(t, name)));
    return object_call(t, f, args, n, NULL);
}

/* Whether it is more than a tag. */
static bool is_path(Value v)
{
    if (!value_is_str(v))
        return true;
    const Str *s = value_to_str(v);
    bool outside = true; /* of {namespaces} */
    if (s->len >= 3 && str_at(s, 0) == '{' &&
        (str_at(s, 1) == '}' || (str_at(s, 1) == '*' && str_at(s, 2) == '}')))
        return true;
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        if (c == '{')
            outside = false;
        else if (c == '}')
            outside = true;
        else if (outside && c < 128 && strchr("/*[@.", (int)c) != NULL &&
                 c != 0)
            return true;
    }
    return false;
}

/* The next child from *i on with that tag, which *i is then behind: UNBOUND: there
 * is none. */
static Value next_child(Thread *t, const Element *e, Value tag, int64_t *i)
{
    while (*i < element_len(e)) {
        Element *child = element_child(e, (*i)++);
        int equal = object_equal(t, element_part(&child->tag), tag);
        if (equal != 0)
            return equal < 0 ? NULL_VALUE : value_from_pointer(child);
    }
    return UNBOUND;
}

NATIVE(element, find, 0, "The first element at a path; None: there is none.",
       (self, Element), (arg, object, path), (opt, object, namespaces, None))
{
    int64_t i = 0;
    if (is_path(path) || !value_is_none(namespaces)) {
        Value args[] = {value_from_pointer(self), path, namespaces};
        return by_path(t, "find", args, 3);
    }
    TRY(v, next_child(t, self, path, &i));
    return value_is_unbound(v) ? NONE : v;
}

NATIVE(element, findtext, 0, "The text of the first element at a path.",
       (self, Element), (arg, object, path),
       (opt_as, object, default_, "default", None),
       (opt, object, namespaces, None))
{
    int64_t i = 0;
    if (is_path(path) || !value_is_none(namespaces)) {
        Value args[] = {value_from_pointer(self), path, default_, namespaces};
        return by_path(t, "findtext", args, 4);
    }
    TRY(v, next_child(t, self, path, &i));
    if (value_is_unbound(v))
        return default_;
    v = element_part(&value_to_element(v)->text);
    return value_is_none(v) ? value_from_pointer(t->rt->empty_str) : v;
}

NATIVE(element, findall, 0, "A list of the elements at a path.",
       (self, Element), (arg, object, path), (opt, object, namespaces, None))
{
    int64_t i = 0;
    if (is_path(path) || !value_is_none(namespaces)) {
        Value args[] = {value_from_pointer(self), path, namespaces};
        return by_path(t, "findall", args, 3);
    }
    List *l = list_new(t, 0);
    for (;;) {
        TRY(v, next_child(t, self, path, &i));
        if (value_is_unbound(v))
            return value_from_pointer(l);
        list_append(t, l, v);
    }
}

NATIVE(element, iterfind, 0, "Iterate over the elements at a path.",
       (self, Element), (arg, object, path), (opt, object, namespaces, None))
{
    Value args[] = {value_from_pointer(self), path, namespaces};
    return by_path(t, "iterfind", args, 3);
}

NATIVE(element, iter, 0,
       "Iterate over the element and what is below it, those with that tag.",
       (self, Element), (opt, object, tag, None))
{
    if (value_is_str(tag) && str_equal_c(value_to_str(tag), "*"))
        tag = NONE;
    return element_iterate(t, self, tag, false);
}

NATIVE(element, itertext, 0, "Iterate over the texts in the element.",
       (self, Element), (slash))
{
    return element_iterate(t, self, NONE, true);
}

/* ---- copies ---- */

NATIVE(element, __copy__, 0, "A copy with the same children.", (self, Element),
       (slash))
{
    Value attrib = slot_get(&self->attrib);
    if (!value_is_unbound(attrib)) {
        Dict *d = dict_copy(t, value_to_dict(attrib));
        if (d == NULL)
            return NULL_VALUE;
        attrib = value_from_pointer(d);
    }
    Element *e = element_new(t, slot_get(&self->tag), attrib);
    slot_set(e, &e->text, slot_get(&self->text));
    slot_set(e, &e->tail, slot_get(&self->tail));
    for (int64_t i = 0; i < element_len(self); i++)
        element_append(t, e, value_from_pointer(element_child(self, i)));
    return value_from_pointer(e);
}

static Value deepcopy_element(Thread *t, const Element *e, Value memo);

static Value deepcopy(Thread *t, Value v, Value memo)
{
    if (value_is_unbound(v) || value_is_none(v) ||
        value_has_shape(v, SHAPE_STR))
        return v;
    if (type_of(v) == &element_type && value_has_shape(memo, SHAPE_DICT))
        return deepcopy_element(t, value_to_element(v), memo);
    ElementtreeState *state = elementtree_state(t);
    Value f = slot_get(&state->deepcopy);
    if (value_is_unbound(f)) {
        TRY(m, import_module(t, str_intern_c(t, "copy")));
        f = object_getattr(t, m, str_intern_c(t, "deepcopy"));
        if (value_is_null(f))
            return f;
        slot_set(state, &state->deepcopy, f);
    }
    return object_call2(t, f, v, memo);
}

/* A dict of nothing but str is copied here. */
static Value deepcopy_attrib(Thread *t, Value v, Value memo)
{
    Value key, item;
    int64_t at = 0;
    if (!value_has_shape(v, SHAPE_DICT))
        return deepcopy(t, v, memo);
    while (dict_next(value_to_dict(v), &at, &key, &item))
        if (!value_has_shape(key, SHAPE_STR) ||
            !value_has_shape(item, SHAPE_STR))
            return deepcopy(t, v, memo);
    Dict *d = dict_copy(t, value_to_dict(v));
    return d == NULL ? NULL_VALUE : value_from_pointer(d);
}

static int deepcopy_children(Thread *t, Element *copy, const Element *e,
                             Value memo)
{
    for (int64_t i = 0; i < element_len(e); i++) {
        Value v = deepcopy(t, value_from_pointer(element_child(e, i)), memo);
        if (value_is_null(v) || element_check(t, v) < 0)
            return -1;
        element_append(t, copy, v);
    }
    return 0;
}

static Value deepcopy_parts(Thread *t, const Element *e, Value memo)
{
    TRY(tag, deepcopy(t, slot_get(&e->tag), memo));
    TRY(attrib, deepcopy_attrib(t, slot_get(&e->attrib), memo));
    TRY(text, deepcopy(t, slot_get(&e->text), memo));
    TRY(tail, deepcopy(t, slot_get(&e->tail), memo));
    if (!value_is_unbound(attrib) && !value_is_dict(attrib))
        return raise_type_error(t, "attrib must be dict, not %.100T", attrib);
    Element *copy = element_new(t, tag, attrib);
    slot_set(copy, &copy->text, text);
    slot_set(copy, &copy->tail, tail);
    if (deepcopy_children(t, copy, e, memo) < 0)
        return NULL_VALUE;
    Value id = int_from_uint64(t, (uint64_t)(uintptr_t)e);
    Value v = value_from_pointer(copy);
    return object_setitem(t, memo, id, v) < 0 ? NULL_VALUE : v;
}

static Value deepcopy_element(Thread *t, const Element *e, Value memo)
{
    if (recursion_enter(t, " in __deepcopy__"))
        return NULL_VALUE;
    Value id = int_from_uint64(t, (uint64_t)(uintptr_t)e);
    Value v = dict_get(t, value_to_dict(memo), id);
    if (value_is_unbound(v))
        v = deepcopy_parts(t, e, memo);
    recursion_leave(t);
    return v;
}

NATIVE(element, __deepcopy__, 0, "A copy with copies of all that is in it.",
       (self, Element), (arg, dict, memo), (slash))
{
    return deepcopy_parts(t, self, value_from_pointer(memo));
}

/* ---- state ---- */

NATIVE(element, __getstate__, 0, "The parts of the element, for pickles.",
       (self, Element), (slash))
{
    Dict *d = dict_new(t);
    List *l = list_new(t, element_len(self));
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < element_len(self); i++)
        list_append(t, l, value_from_pointer(element_child(self, i)));
    dict_set_c(t, d, "tag", element_part(&self->tag));
    dict_set_c(t, d, "_children", value_from_pointer(l));
    dict_set_c(t, d, "attrib", value_from_pointer(element_attrib(t, self)));
    dict_set_c(t, d, "text", element_part(&self->text));
    dict_set_c(t, d, "tail", element_part(&self->tail));
    return value_from_pointer(d);
}

static Value state_item(Thread *t, Dict *d, const char *name)
{
    Value v = dict_get_c(t, d, name);
    return value_is_null(v) ? UNBOUND : v;
}

static Value set_state(Thread *t, Element *e, Dict *d)
{
    Value tag = state_item(t, d, "tag"), attrib = state_item(t, d, "attrib");
    Value children = state_item(t, d, "_children");
    List *l = list_new(t, 0);
    if (value_is_unbound(tag))
        return raise_type_error(t, "tag may not be NULL");
    if (!value_is_unbound(children) && !value_is_list(children))
        return raise_type_error(t, "'_children' is not a list");
    for (int64_t i = 0;
         !value_is_unbound(children) && i < value_to_list(children)->len; i++) {
        Value v = list_get(value_to_list(children), i);
        if (element_check(t, v) < 0)
            return NULL_VALUE;
        list_append(t, l, v);
    }
    if (!value_is_unbound(attrib) && !value_is_dict(attrib))
        return raise_type_error(t, "attrib must be dict, not %.100T", attrib);
    slot_set(e, &e->tag, tag);
    slot_set(e, &e->text, state_item(t, d, "text"));
    slot_set(e, &e->tail, state_item(t, d, "tail"));
    slot_set(e, &e->attrib, attrib);
    slot_set(e, &e->children, value_from_pointer(l));
    return NONE;
}

NATIVE(element, __setstate__, 0, "Have the parts that __getstate__() told of.",
       (self, Element), (arg, object, state), (slash))
{
    if (!value_is_dict(state))
        return raise_type_error(
            t, "Don't know how to unpickle \"%.200R\" as an Element", state);
    return set_state(t, self, value_to_dict(state));
}

const NativeDef *const element_methods[] = {
    &element___copy___native,
    &element___deepcopy___native,
    &element___getstate___native,
    &element___setstate___native,
    &element_append_native,
    &element_clear_native,
    &element_extend_native,
    &element_find_native,
    &element_findall_native,
    &element_findtext_native,
    &element_get_native,
    &element_insert_native,
    &element_items_native,
    &element_iter_native,
    &element_iterfind_native,
    &element_itertext_native,
    &element_keys_native,
    &element_makeelement_native,
    &element_remove_native,
    &element_set_native,
    NULL,
};
