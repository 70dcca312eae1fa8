/* SPDX-License-Identifier: MIT */
/* The module _elementtree. */
#include "module/elementtree/element.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

ElementtreeState *elementtree_state(Thread *t)
{
    return module_state(t, &elementtree_module);
}

Value elementtree_raise(Thread *t, int code, const char *what, int64_t line,
                        int64_t column)
{
    raise_error(t,
                value_to_pointer(slot_get(&elementtree_state(t)->parse_error)),
                "%s: line %l, column %l", what, line, column);
    Value e = exception_take(t);
    Value place = value_from_pointer(
        tuple_pack(t, 2, int_from_int64(t, line), int_from_int64(t, column)));
    if (object_setattr(t, e, N(code), value_from_int(code)) < 0 ||
        object_setattr(t, e, str_intern_c(t, "position"), place) < 0)
        return NULL_VALUE;
    t->exc = e;
    return NULL_VALUE;
}

/* 0, or -1 with TypeError. */
static int check_factory(Thread *t, Value v, const char *what)
{
    if (value_is_none(v) || object_is_callable(v))
        return 0;
    return RAISE_INT(raise_type_error(
        t, "%s factory must be callable, not %.200T", what, v));
}

NATIVE(elementtree, _set_factories, 0,
       "What makes comments and processing instructions; the ones before.",
       (arg, object, comment_factory), (arg, object, pi_factory), (slash))
{
    ElementtreeState *state = elementtree_state(t); /* whichever module's */
    if (check_factory(t, comment_factory, "Comment") < 0 ||
        check_factory(t, pi_factory, "PI") < 0)
        return NULL_VALUE;
    Value before = value_from_pointer(
        tuple_pack(t, 2, element_part(&state->comment_factory),
                   element_part(&state->pi_factory)));
    slot_set(state, &state->comment_factory, comment_factory);
    slot_set(state, &state->pi_factory, pi_factory);
    return before;
}

static const NativeDef *const functions[] = {
    &elementtree_SubElement_native,
    &elementtree__set_factories_native,
    NULL,
};

static const ModuleType types[] = {
    {"Element", &element_type},
    {"TreeBuilder", &tree_builder_type},
    {"XMLParser", &xml_parser_type},
    {NULL, &element_iterator_type},
    {0},
};

/* However often the module is imported, parsers raise the same class: it stands
 * beside the states of modules, by an address of its own. */
static Value parse_error(Thread *t, Module *m)
{
    Dict *states = t->rt->module_states;
    Value key =
        value_from_int((int64_t)((uintptr_t)&xml_parser_type / sizeof(void *)));
    TRY(error, dict_get(t, states, key));
    if (!value_is_unbound(error)) {
        dict_set_c(t, m->dict, "ParseError", error);
        return error;
    }
    error = module_exception_new(t, m, "ParseError", EXC(SyntaxError));
    if (value_is_null(error) ||
        type_set_attr(
            t, value_to_type(error), N(__module__),
            value_from_pointer(str_from_c(t, "xml.etree.ElementTree"))) < 0 ||
        dict_set(t, states, key, error) < 0)
        return NULL_VALUE;
    return error;
}

static int init(Thread *t, Module *m)
{
    ElementtreeState *state = m->state;
    Value error = parse_error(t, m);
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->parse_error, error);
    return 0;
}

const ModuleDef elementtree_module = {
    .name = "_elementtree",
    .doc = "Elements of XML, and what makes trees of them.",
    .functions = {functions},
    .types = types,
    .state_size = sizeof(ElementtreeState),
    .init = init,
};
