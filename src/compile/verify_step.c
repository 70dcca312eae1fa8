/* SPDX-License-Identifier: MIT */
/* What single instructions ask and give, for verify.c: read its head first. */
#include "base/base.h"
#include "compile/verify_parts.h"
#include "object/container/tuple.h"
#include "object/core/object.h"
#include "object/text/str.h"

static bool fail(Verifier *v, const char *reason)
{
    if (v->reason == NULL)
        v->reason = reason;
    return false;
}

/* ---- the stack and the locals ---- */

static Item *top(Verifier *v, uint32_t i) /* 1 is the top */
{
    ASSERT(i >= 1 && i <= v->depth);
    return &v->now[v->n_locals + v->depth - i];
}

/* Whether there are so many items. */
static bool has(Verifier *v, uint32_t n)
{
    return n <= v->depth || fail(v, "the stack is too shallow");
}

static bool push(Verifier *v, Item item)
{
    if (v->depth >= (uint32_t)v->code->stack_size)
        return fail(v, "the stack is too deep");
    v->now[v->n_locals + v->depth++] = item;
    return true;
}

static bool push_many(Verifier *v, Item item, uint32_t n)
{
    if (n > (uint32_t)v->code->stack_size)
        return fail(v, "the stack is too deep");
    for (uint32_t i = 0; i < n; i++)
        if (!push(v, item))
            return false;
    return true;
}

/* Takes n values. */
static bool pop_values(Verifier *v, uint32_t n)
{
    if (!has(v, n))
        return false;
    for (uint32_t i = 1; i <= n; i++)
        if (!item_is_value(*top(v, i)))
            return fail(v, "an operand is no value");
    v->depth -= n;
    return true;
}

static bool pop_kind(Verifier *v, unsigned kinds)
{
    if (!has(v, 1))
        return false;
    if (!item_is(*top(v, 1), kinds))
        return fail(v, "an operand is of the wrong kind");
    v->depth--;
    return true;
}

static Item *local(Verifier *v, uint32_t i)
{
    if (i < v->n_locals)
        return &v->now[i];
    fail(v, "there is no such local");
    return NULL;
}

static bool load(Verifier *v, uint32_t i)
{
    const Item *at = local(v, i);
    if (at == NULL)
        return false;
    if (!item_is_value(*at))
        return fail(v, "a local may be unbound");
    return push(v, *at);
}

static bool store(Verifier *v, uint32_t i)
{
    Item *at = local(v, i);
    if (at == NULL || !has(v, 1))
        return false;
    Item item = *top(v, 1);
    if (!item_is_value(item & ~(Item)MAY_UNBOUND))
        return fail(v, "what is no value is stored");
    *at = item;
    v->changed = true;
    v->depth--;
    return true;
}

static bool set_local(Verifier *v, uint32_t i, Item item)
{
    Item *at = local(v, i);
    if (at == NULL)
        return false;
    *at = item;
    v->changed = true;
    return true;
}

static bool is_cell(Verifier *v, uint32_t i)
{
    const Item *at = local(v, i);
    if (at == NULL)
        return false;
    return item_is(*at, MAY_CELL) || fail(v, "a local may be no cell");
}

static bool name(Verifier *v, uint32_t i)
{
    return i < (uint64_t)v->code->names_tuple->len ||
           fail(v, "there is no such name");
}

/* ---- constants ---- */

static Item constant_item(Verifier *v, uint32_t i)
{
    Value c = tuple_get(v->code->consts_tuple, i);
    if (value_is_none(c))
        return MAY_NONE;
    if (value_same(c, TRUE_VALUE) || value_same(c, FALSE_VALUE))
        return MAY_BOOLEAN;
    if (value_has_shape(c, SHAPE_STR))
        return MAY_TEXT;
    if (value_has_shape(c, SHAPE_TUPLE))
        return item_make(MAY_TUPLE, i + 1);
    if (value_has_shape(c, SHAPE_CODE))
        return item_make(MAY_CODE, i + 1);
    return MAY_OBJECT;
}

static bool constant(Verifier *v, uint32_t i)
{
    if (i >= (uint64_t)v->code->consts_tuple->len)
        return fail(v, "there is no such constant");
    return push(v, constant_item(v, i));
}

/* The constant that the top is, of a kind; NULL: it is none. */
static void *known_constant(Verifier *v, unsigned kind)
{
    if (!has(v, 1))
        return NULL;
    Item item = *top(v, 1);
    if (!item_is(item, kind) || item_which(item) == 0) {
        fail(v, "an operand is no constant");
        return NULL;
    }
    return value_to_pointer(
        tuple_get(v->code->consts_tuple, item_which(item) - 1));
}

/* ---- functions and calls ---- */

/* A tuple whose items are cells, all of them, remembers how many. */
static bool build_tuple(Verifier *v, uint32_t n)
{
    bool cells = n > 0 && n <= v->depth;
    for (uint32_t i = 1; cells && i <= n; i++)
        cells = item_is(*top(v, i), MAY_CELL);
    return pop_values(v, n) &&
           push(v, cells ? item_make(MAY_CELLS, n) : (Item)MAY_TUPLE);
}

static bool make_function(Verifier *v)
{
    const Code *code = known_constant(v, MAY_CODE);
    if (code == NULL)
        return false;
    v->depth--;
    return push(v, code->n_free > 0
                       ? item_make(MAY_UNFINISHED, (uint32_t)code->n_free)
                       : (Item)MAY_FUNCTION);
}

static bool function_attribute(Verifier *v, uint32_t what)
{
    if (!has(v, 2))
        return false;
    Item function = *top(v, 1), value = *top(v, 2);
    bool unfinished = item_is(function, MAY_UNFINISHED);
    bool right;
    if (!unfinished && !item_is(function, MAY_FUNCTION))
        return fail(v, "an operand is no function");
    switch (what) {
    case 1: right = item_is(value, MAY_TUPLE | MAY_CELLS); break;
    case 2: right = item_is(value, MAY_DICT); break;
    case 4: right = item_is(value, MAY_TUPLE | MAY_DICT); break;
    case 8:
        right = unfinished && item_is(value, MAY_CELLS) &&
                item_which(value) == item_which(function);
        function = MAY_FUNCTION;
        break;
    default: right = false; break;
    }
    if (!right)
        return fail(v, "a function's attribute is of the wrong kind");
    v->depth -= 2;
    return push(v, function);
}

/* callable, self or null, n arguments */
static bool call(Verifier *v, uint32_t n)
{
    if (!pop_values(v, n) || !has(v, 2))
        return false;
    if (!item_is_value(*top(v, 1) & ~(Item)MAY_NULL))
        return fail(v, "an operand is no value");
    v->depth--;
    return pop_values(v, 1) && push(v, MAY_OBJECT);
}

static bool call_kw(Verifier *v, uint32_t n)
{
    const Tuple *names = known_constant(v, MAY_TUPLE);
    if (names == NULL)
        return false;
    for (int64_t i = 0; i < names->len; i++)
        if (!value_has_shape(tuple_get(names, i), SHAPE_STR))
            return fail(v, "a keyword is no str");
    if (names->len > n)
        return fail(v, "there are more keywords than arguments");
    v->depth--;
    return call(v, n);
}

static bool call_ex(Verifier *v, uint32_t has_dict)
{
    if (has_dict > 1)
        return fail(v, "wrong argument");
    if (has_dict && !pop_kind(v, MAY_DICT))
        return false;
    return pop_values(v, 1) && has(v, 2) && (v->depth--, true) &&
           pop_values(v, 1) && push(v, MAY_OBJECT);
}

/* The items that a class pattern names. */
static bool match_class(Verifier *v)
{
    const Tuple *names = known_constant(v, MAY_TUPLE);
    if (names == NULL)
        return false;
    for (int64_t i = 0; i < names->len; i++)
        if (!value_has_shape(tuple_get(names, i), SHAPE_STR))
            return fail(v, "a keyword is no str");
    return pop_values(v, 3) && push(v, MAY_OBJECT);
}

static bool const_key_map(Verifier *v, uint32_t n)
{
    const Tuple *keys = known_constant(v, MAY_TUPLE);
    if (keys == NULL)
        return false;
    if (keys->len != n)
        return fail(v, "there are more keys than values");
    return pop_values(v, 1) && pop_values(v, n) && push(v, MAY_DICT);
}

/* Takes n values for the container at item `at`, counted after that. */
static bool add_to(Verifier *v, unsigned kind, uint32_t n, uint32_t at)
{
    if (!pop_values(v, n))
        return false;
    if (at == 0 || !has(v, at))
        return fail(v, "the stack is too shallow");
    return item_is(*top(v, at), kind) ||
           fail(v, "what is added to is of the wrong kind");
}

static bool dict_merge(Verifier *v, uint32_t at)
{
    if (!add_to(v, MAY_DICT, 1, at) || at > UINT32_MAX - 3 ||
        !has(v, at + 3))
        return fail(v, "the stack is too shallow");
    return item_is_value(*top(v, at + 3)) || fail(v, "an operand is no value");
}

/* ---- generators ---- */

enum { GENERATORS = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR };

static bool return_generator(Verifier *v)
{
    if (!(v->code->flags & GENERATORS) || v->resumed || v->depth != 0)
        return fail(v, "a generator is made in the wrong place");
    v->resumed = v->changed = true;
    return true;
}

static bool in_generator(Verifier *v)
{
    return v->resumed || fail(v, "only generators yield");
}

static bool returns(Verifier *v)
{
    return v->resumed == ((v->code->flags & GENERATORS) != 0) ||
           fail(v, "a generator returns before it is one");
}

/* ---- the instructions by kind; UNKNOWN: of another ---- */

typedef enum Answer { BAD = false, GOOD = true, UNKNOWN } Answer;

static Answer step_stack(Verifier *v, Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_NOP: return GOOD;
    case OP_POP_TOP:
        if (!has(v, 1))
            return BAD;
        v->depth--;
        return GOOD;
    case OP_COPY:
        if (arg == 0 || !has(v, arg))
            return fail(v, "wrong argument");
        return push(v, *top(v, arg));
    case OP_SWAP: {
        if (arg == 0 || !has(v, arg))
            return fail(v, "wrong argument");
        Item item = *top(v, arg);
        *top(v, arg) = *top(v, 1);
        *top(v, 1) = item;
        v->changed = true;
        return GOOD;
    }
    case OP_PUSH_NULL: return push(v, MAY_NULL);
    case OP_LOAD_CONST: return constant(v, arg);
    case OP_RETURN_CONST:
        return returns(v) && constant(v, arg) && pop_values(v, 1);
    case OP_RETURN_VALUE: return returns(v) && pop_values(v, 1);
    case OP_RETURN_GENERATOR: return return_generator(v);
    case OP_YIELD_VALUE:
        return in_generator(v) && pop_values(v, 1) && push(v, MAY_OBJECT);
    case OP_RESUME:
        return (arg & 0xff) != 0 || v->depth == 0 ||
               fail(v, "the stack is not empty at the beginning");
    default: return UNKNOWN;
    }
}

static Answer step_local(Verifier *v, Opcode op, uint32_t arg)
{
    uint32_t high = arg >> 12, low = arg & 0xfff;
    Item *at;
    switch (op) {
    case OP_LOAD_FAST: return load(v, arg);
    case OP_LOAD_FAST_CHECK:
        at = local(v, arg);
        if (at == NULL)
            return BAD;
        *at &= ~(Item)MAY_UNBOUND;
        if ((*at & ITEM_KINDS) == 0)
            *at = MAY_OBJECT; /* it raises: the way ends here */
        return load(v, arg);
    case OP_LOAD_FAST_AND_CLEAR:
        at = local(v, arg);
        return at != NULL && push(v, *at) && set_local(v, arg, MAY_UNBOUND);
    case OP_LOAD_FAST_LOAD_FAST: return load(v, high) && load(v, low);
    case OP_STORE_FAST: return store(v, arg);
    case OP_STORE_FAST_LOAD_FAST: return store(v, high) && load(v, low);
    case OP_STORE_FAST_STORE_FAST: return store(v, high) && store(v, low);
    case OP_DELETE_FAST: return set_local(v, arg, MAY_UNBOUND);
    case OP_MAKE_CELL: return set_local(v, arg, MAY_CELL);
    case OP_COPY_FREE_VARS:
        if (arg != (uint32_t)v->code->n_free)
            return fail(v, "wrong argument");
        for (uint32_t i = v->n_locals - arg; i < v->n_locals; i++)
            set_local(v, i, MAY_CELL);
        return GOOD;
    case OP_LOAD_CLOSURE: return is_cell(v, arg) && push(v, MAY_CELL);
    case OP_LOAD_DEREF:
    case OP_LOAD_CLASSDEREF: return is_cell(v, arg) && push(v, MAY_OBJECT);
    case OP_STORE_DEREF: return is_cell(v, arg) && pop_values(v, 1);
    case OP_DELETE_DEREF: return is_cell(v, arg);
    default: return UNKNOWN;
    }
}

static Answer step_name(Verifier *v, Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_LOAD_NAME: return name(v, arg) && push(v, MAY_OBJECT);
    case OP_STORE_NAME:
    case OP_STORE_GLOBAL:
    case OP_DELETE_ATTR: return name(v, arg) && pop_values(v, 1);
    case OP_DELETE_NAME:
    case OP_DELETE_GLOBAL: return name(v, arg);
    case OP_STORE_ATTR: return name(v, arg) && pop_values(v, 2);
    case OP_LOAD_GLOBAL:
        return name(v, arg >> 1) && push(v, MAY_OBJECT) &&
               push_many(v, MAY_NULL, arg & 1);
    case OP_LOAD_ATTR:
        return name(v, arg >> 1) && pop_values(v, 1) && push(v, MAY_OBJECT) &&
               push_many(v, MAY_OBJECT | MAY_NULL, arg & 1);
    case OP_LOAD_SUPER_ATTR:
        return name(v, arg >> 2) && pop_values(v, 3) && push(v, MAY_OBJECT) &&
               push_many(v, MAY_OBJECT | MAY_NULL, arg & 1);
    case OP_IMPORT_NAME:
        return name(v, arg) && pop_values(v, 2) && push(v, MAY_OBJECT);
    case OP_IMPORT_FROM:
        return name(v, arg) && pop_values(v, 1) &&
               push_many(v, MAY_OBJECT, 2);
    default: return UNKNOWN;
    }
}

static bool build_string(Verifier *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!pop_kind(v, MAY_TEXT))
            return false;
    return push(v, MAY_TEXT);
}

static bool format_value(Verifier *v, uint32_t arg)
{
    if (arg > 7)
        return fail(v, "wrong argument");
    return pop_values(v, arg & 4 ? 2 : 1) && push(v, MAY_TEXT);
}

static Answer step_build(Verifier *v, Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_BUILD_TUPLE: return build_tuple(v, arg);
    case OP_BUILD_LIST: return pop_values(v, arg) && push(v, MAY_LIST);
    case OP_BUILD_SET: return pop_values(v, arg) && push(v, MAY_SET);
    case OP_BUILD_MAP: return pop_values(v, 2 * arg) && push(v, MAY_DICT);
    case OP_BUILD_CONST_KEY_MAP: return const_key_map(v, arg);
    case OP_BUILD_STRING: return build_string(v, arg);
    case OP_BUILD_SLICE:
        if (arg != 2 && arg != 3)
            return fail(v, "wrong argument");
        return pop_values(v, arg) && push(v, MAY_OBJECT);
    case OP_FORMAT_VALUE: return format_value(v, arg);
    case OP_LIST_APPEND:
    case OP_LIST_EXTEND: return add_to(v, MAY_LIST, 1, arg);
    case OP_SET_ADD:
    case OP_SET_UPDATE: return add_to(v, MAY_SET, 1, arg);
    case OP_MAP_ADD: return add_to(v, MAY_DICT, 2, arg);
    case OP_DICT_UPDATE: return add_to(v, MAY_DICT, 1, arg);
    case OP_DICT_MERGE: return dict_merge(v, arg);
    case OP_LIST_TO_TUPLE:
        return pop_kind(v, MAY_LIST) && push(v, MAY_TUPLE);
    case OP_MAKE_FUNCTION: return make_function(v);
    case OP_SET_FUNCTION_ATTRIBUTE: return function_attribute(v, arg);
    case OP_CALL: return call(v, arg);
    case OP_CALL_KW: return call_kw(v, arg);
    case OP_CALL_FUNCTION_EX: return call_ex(v, arg);
    case OP_MATCH_CLASS: return match_class(v);
    case OP_MATCH_KEYS:
        if (!pop_kind(v, MAY_TUPLE | MAY_CELLS) || !pop_values(v, 1))
            return BAD;
        return push_many(v, MAY_OBJECT, 3);
    default: return UNKNOWN;
    }
}

enum { MAYBE_EXCEPTION = MAY_EXCEPTION | MAY_NONE };

static Answer step_exception(Verifier *v, Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_PUSH_EXC_INFO:
        return pop_kind(v, MAY_EXCEPTION) && push(v, MAYBE_EXCEPTION) &&
               push(v, MAY_EXCEPTION);
    case OP_POP_EXCEPT: return pop_kind(v, MAYBE_EXCEPTION);
    case OP_CHECK_EXC_MATCH:
        return pop_values(v, 1) && pop_kind(v, MAY_EXCEPTION) &&
               push(v, MAY_EXCEPTION) && push(v, MAY_BOOLEAN);
    case OP_CHECK_EG_MATCH:
        return pop_values(v, 1) && pop_kind(v, MAYBE_EXCEPTION) &&
               push(v, MAYBE_EXCEPTION) && push(v, MAYBE_EXCEPTION);
    case OP_PREP_RERAISE_STAR:
        return pop_kind(v, MAY_LIST) && pop_kind(v, MAY_EXCEPTION) &&
               push(v, MAYBE_EXCEPTION);
    case OP_RERAISE:
        return arg <= 1 && pop_kind(v, MAYBE_EXCEPTION) && has(v, arg);
    case OP_RAISE_VARARGS:
        if (arg > 2)
            return fail(v, "wrong argument");
        return pop_values(v, arg);
    case OP_WITH_EXCEPT_START:
        if (!has(v, 4) || !item_is_value(*top(v, 4)) ||
            !item_is(*top(v, 1), MAY_EXCEPTION))
            return fail(v, "an operand is of the wrong kind");
        return push(v, MAY_OBJECT);
    case OP_END_ASYNC_FOR:
        return pop_kind(v, MAY_EXCEPTION) && pop_values(v, 1);
    case OP_CLEANUP_THROW:
        if (!pop_kind(v, MAY_EXCEPTION) || !has(v, 2))
            return BAD;
        v->depth -= 2;
        return push(v, MAY_NONE) && push(v, MAY_OBJECT);
    default: return UNKNOWN;
    }
}

/* Values in, values out, as opcode.c says; what comes out is of a kind. */
static bool step_plain(Verifier *v, Opcode op, uint32_t arg, bool jumps)
{
    uint32_t pops, pushes;
    opcode_stack_effect(op, arg, jumps, &pops, &pushes);
    Item out = MAY_OBJECT;
    switch (op) {
    case OP_UNARY_NOT:
        return pop_kind(v, MAY_BOOLEAN) && push(v, MAY_BOOLEAN);
    case OP_BINARY_OP:
        if (arg >= 2 * BINARY_INPLACE)
            return fail(v, "wrong argument");
        break;
    case OP_COMPARE_OP:
        if (arg > COMPARE_GE)
            return fail(v, "wrong argument");
        break;
    case OP_TO_BOOL:
    case OP_IS_OP:
    case OP_CONTAINS_OP: out = MAY_BOOLEAN; break;
    case OP_GET_ANEXT:
    case OP_SEND: return in_generator(v) && pop_values(v, pops) &&
                         push_many(v, MAY_OBJECT, pushes);
    default: break;
    }
    return pop_values(v, pops) && push_many(v, out, pushes);
}

/* ---- raising ---- */

static bool may_raise(Opcode op)
{
    switch (op) {
    case OP_NOP:
    case OP_POP_TOP:
    case OP_COPY:
    case OP_SWAP:
    case OP_PUSH_NULL:
    case OP_LOAD_CONST:
    case OP_LOAD_FAST:
    case OP_LOAD_FAST_AND_CLEAR:
    case OP_LOAD_FAST_LOAD_FAST:
    case OP_STORE_FAST:
    case OP_STORE_FAST_LOAD_FAST:
    case OP_STORE_FAST_STORE_FAST:
    case OP_LOAD_CLOSURE:
    case OP_JUMP_FORWARD:
    case OP_JUMP_BACKWARD_NO_INTERRUPT:
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_POP_JUMP_IF_NONE:
    case OP_POP_JUMP_IF_NOT_NONE:
    case OP_PUSH_EXC_INFO:
    case OP_POP_EXCEPT:
    case OP_END_SEND:
    case OP_RETURN_VALUE:
    case OP_RETURN_CONST: return false;
    default: return true;
    }
}

/* How many items of the stack are gone when it raises, at the most. */
static uint32_t consumed(Opcode op, uint32_t arg)
{
    uint32_t pops, pushes;
    switch (op) {
    case OP_FOR_ITER:
    case OP_GET_ANEXT:
    case OP_WITH_EXCEPT_START:
    case OP_RESUME:
    case OP_IMPORT_FROM:
    case OP_GET_LEN: return 0;
    case OP_LIST_APPEND:
    case OP_SET_ADD:
    case OP_LIST_EXTEND:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
    case OP_CHECK_EXC_MATCH: return 1;
    case OP_MAP_ADD: return 2;
    default:
        opcode_stack_effect(op, arg, false, &pops, &pushes);
        return pops;
    }
}

static bool step(Verifier *v, Opcode op, uint32_t arg)
{
    Answer (*const kinds[])(Verifier *, Opcode, uint32_t) = {
        step_stack, step_local, step_name, step_build, step_exception,
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        Answer answer = kinds[i](v, op, arg);
        if (answer != UNKNOWN)
            return answer == GOOD || fail(v, "wrong operands");
    }
    return step_plain(v, op, arg, false);
}

bool verify_step(Verifier *v, uint32_t unit, uint32_t next)
{
    CodeUnit u = v->code->units[unit];
    Opcode op = unit_opcode(u);
    uint32_t arg = unit_arg(u), depth = v->depth;
    if (may_raise(op)) {
        uint32_t n = consumed(op, arg);
        if (!has(v, n) || !verify_raises(v, op, unit, n))
            return false;
    }
    if (!(opcode_flags[op] & OP_J))
        return step(v, op, arg);
    uint32_t target = next + (uint32_t)unit_signed_arg(u);
    if (op == OP_FOR_ITER) { /* what it takes at its end lies still there */
        if (!pop_values(v, 1) || !verify_jump(v, target))
            return false;
        v->depth = depth;
        return step_plain(v, op, arg, false);
    }
    return step_plain(v, op, arg, true) && verify_jump(v, target);
}
