/* SPDX-License-Identifier: MIT */
/* Constant pools, literals and constant folding. */
#include "compile/constant.h"

#include <string.h>
#include "object/error/raise.h"
#include "object/number/complex.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/text/bytes.h"

/* ---- pools ---- */

static uint64_t mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * UINT64_C(0x9e3779b97f4a7c15);
    return h ^ h >> 29;
}

static uint64_t bytes_mix(const uint8_t *data, int64_t len)
{
    uint64_t h = (uint64_t)len;
    for (int64_t i = 0; i < len; i++)
        h = mix(h, data[i]);
    return h;
}

static uint64_t double_bits(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static uint64_t constant_hash(Value v)
{
    if (!value_is_pointer(v))
        return mix(1, v.bits);
    void *p = value_to_pointer(v);
    switch (value_header(v)->shape) {
    case SHAPE_STR: return mix(2, (uint64_t)str_hash(p));
    case SHAPE_BYTES:
        return bytes_mix(((Bytes *)p)->data, ((Bytes *)p)->len);
    case SHAPE_FLOAT: return mix(3, double_bits(((Float *)p)->value));
    case SHAPE_COMPLEX:
        return mix(mix(4, double_bits(((Complex *)p)->real)),
                   double_bits(((Complex *)p)->imag));
    case SHAPE_INT: return mix(5, (uint64_t)int_hash(v));
    case SHAPE_TUPLE: {
        Tuple *tuple = p;
        uint64_t h = mix(6, (uint64_t)tuple->len);
        for (int64_t i = 0; i < tuple->len; i++)
            h = mix(h, constant_hash(tuple_get(tuple, i)));
        return h;
    }
    default: return mix(7, v.bits);
    }
}

static bool constant_same(Value a, Value b)
{
    if (value_same(a, b))
        return true;
    if (!value_is_pointer(a) || !value_is_pointer(b) ||
        value_header(a)->shape != value_header(b)->shape)
        return false;
    void *p = value_to_pointer(a), *q = value_to_pointer(b);
    switch (value_header(a)->shape) {
    case SHAPE_STR: return str_equal(p, q);
    case SHAPE_BYTES:
        return ((Bytes *)p)->len == ((Bytes *)q)->len &&
               memcmp(((Bytes *)p)->data, ((Bytes *)q)->data,
                      (size_t)((Bytes *)p)->len) == 0;
    case SHAPE_FLOAT:
        return double_bits(((Float *)p)->value) ==
               double_bits(((Float *)q)->value);
    case SHAPE_COMPLEX:
        return double_bits(((Complex *)p)->real) ==
                   double_bits(((Complex *)q)->real) &&
               double_bits(((Complex *)p)->imag) ==
                   double_bits(((Complex *)q)->imag);
    case SHAPE_INT: return int_compare(a, b) == 0;
    case SHAPE_TUPLE: {
        Tuple *x = p, *y = q;
        bool same = x->len == y->len;
        for (int64_t i = 0; same && i < x->len; i++)
            same = constant_same(tuple_get(x, i), tuple_get(y, i));
        return same;
    }
    default: return false;
    }
}

static void index_resize(Compiler *c, ConstantPool *p, uint32_t size)
{
    p->size = size;
    p->index = emit_alloc(c->arena, size * sizeof(int32_t));
    memset(p->index, 0xff, size * sizeof(int32_t));
    for (int64_t k = 0; k < p->values->len; k++) {
        uint64_t i = constant_hash(list_get(p->values, k)) & (size - 1);
        while (p->index[i] >= 0)
            i = (i + 1) & (size - 1);
        p->index[i] = (int32_t)k;
    }
}

void constant_pool_init(Compiler *c, ConstantPool *p)
{
    p->values = list_new(c->t, 8);
    index_resize(c, p, 16);
}

uint32_t constant_pool_add(Compiler *c, ConstantPool *p, Value v)
{
    uint64_t i = constant_hash(v) & (p->size - 1);
    for (; p->index[i] >= 0; i = (i + 1) & (p->size - 1)) {
        if (constant_same(list_get(p->values, p->index[i]), v))
            return (uint32_t)p->index[i];
    }
    uint32_t number = (uint32_t)p->values->len;
    p->index[i] = (int32_t)number;
    list_append(c->t, p->values, v);
    if (p->values->len * 2 > p->size)
        index_resize(c, p, p->size * 2);
    return number;
}

/* ---- literals ---- */

static bool is_name_like(const AstConst *k)
{
    for (size_t i = 0; i < k->len; i++) {
        char ch = k->text[i];
        if (!((ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
              (ch >= '0' && ch <= '9') || ch == '_'))
            return false;
    }
    return true;
}

Value constant_from_ast(Thread *t, const AstConst *k)
{
    switch (k->kind) {
    case AST_CONST_NONE: return NONE;
    case AST_CONST_TRUE: return TRUE_VALUE;
    case AST_CONST_FALSE: return FALSE_VALUE;
    case AST_CONST_ELLIPSIS: return ELLIPSIS;
    case AST_CONST_INT:
        return int_from_text(t, k->text, k->len, (int)k->base);
    case AST_CONST_FLOAT: return float_from_double(t, k->number);
    case AST_CONST_IMAG: return complex_new(t, 0.0, k->number);
    case AST_CONST_STR: {
        Str *s = str_from_utf8(t, k->text, k->len);
        return value_from_pointer(is_name_like(k) ? str_intern(t, s) : s);
    }
    case AST_CONST_BYTES:
        return value_from_pointer(bytes_new(t, (const uint8_t *)k->text,
                                            (int64_t)k->len));
    case AST_CONST_OBJECT: return (Value){k->object};
    }
    return NONE;
}

/* ---- folding ---- */

enum { /* no bigger results than these */
    FOLD_INT_BITS = 128,
    FOLD_STR_LEN = 4096,
    FOLD_TUPLE_LEN = 256,
};

static const BinaryOp binary_ops[AST_OP_COUNT] = {
    [AST_Add] = BINARY_ADD,       [AST_Sub] = BINARY_SUB,
    [AST_Mult] = BINARY_MUL,      [AST_Div] = BINARY_TRUEDIV,
    [AST_Mod] = BINARY_MOD,       [AST_Pow] = BINARY_POW,
    [AST_LShift] = BINARY_LSHIFT, [AST_RShift] = BINARY_RSHIFT,
    [AST_BitOr] = BINARY_OR,      [AST_BitXor] = BINARY_XOR,
    [AST_BitAnd] = BINARY_AND,    [AST_FloorDiv] = BINARY_FLOORDIV,
};

static int64_t sized_len(Value v)
{
    if (value_has_shape(v, SHAPE_STR))
        return value_to_str(v)->len;
    if (value_has_shape(v, SHAPE_BYTES))
        return value_to_bytes(v)->len;
    if (value_has_shape(v, SHAPE_TUPLE))
        return value_to_tuple(v)->len;
    return -1;
}

static bool repeat_is_small(Value sequence, Value count)
{
    int64_t n, limit = value_has_shape(sequence, SHAPE_TUPLE) ? FOLD_TUPLE_LEN
                                                              : FOLD_STR_LEN;
    int64_t len = sized_len(sequence);
    return int_to_int64(count, &n) && (n <= 0 || len == 0 || n <= limit / len);
}

static bool binary_is_small(AstOp op, Value a, Value b)
{
    bool ints = value_is_int_object(a) && value_is_int_object(b);
    int64_t n;
    switch (op) {
    case AST_MatMult: return false;
    case AST_Mult:
        if (ints)
            return int_bit_length(a) + int_bit_length(b) <= FOLD_INT_BITS;
        if (sized_len(a) >= 0)
            return value_is_int_object(b) && repeat_is_small(a, b);
        if (sized_len(b) >= 0)
            return value_is_int_object(a) && repeat_is_small(b, a);
        return true;
    case AST_Pow:
        return !ints || (int_to_int64(b, &n) && n <= FOLD_INT_BITS &&
                         (n <= 0 || int_bit_length(a) * n <= FOLD_INT_BITS));
    case AST_LShift:
        return !ints || (int_to_int64(b, &n) && n <= FOLD_INT_BITS &&
                         int_bit_length(a) + n <= FOLD_INT_BITS);
    case AST_Mod: return sized_len(a) < 0;
    default: return true;
    }
}

/* Takes an answer of the runtime: an error means "not constant". */
static bool answer(Compiler *c, Value v, Value *out)
{
    if (value_is_null(v)) {
        exception_take(c->t);
        return false;
    }
    compiler_keep(c, v);
    *out = v;
    return true;
}

static bool fold_binary(Compiler *c, Ast *e, Value *out)
{
    Value a, b;
    AstOp op = e->u.BinOp.op;
    return constant_fold(c, e->u.BinOp.right, &b) &&
           constant_fold(c, e->u.BinOp.left, &a) &&
           binary_is_small(op, a, b) &&
           answer(c, object_binary(c->t, binary_ops[op], a, b), out);
}

static bool fold_unary(Compiler *c, Ast *e, Value *out)
{
    Value v;
    if (!constant_fold(c, e->u.UnaryOp.operand, &v))
        return false;
    switch (e->u.UnaryOp.op) {
    case AST_USub: return answer(c, object_negative(c->t, v), out);
    case AST_UAdd: return answer(c, object_positive(c->t, v), out);
    case AST_Invert: return answer(c, object_invert(c->t, v), out);
    default: {
        int truth = object_is_true(c->t, v);
        return answer(c, truth < 0 ? NULL_VALUE : value_from_bool(!truth),
                      out);
    }
    }
}

static bool fold_subscript(Compiler *c, Ast *e, Value *out)
{
    Value v, key;
    return e->u.Subscript.ctx == AST_Load &&
           e->u.Subscript.slice->kind != AST_Slice &&
           constant_fold(c, e->u.Subscript.value, &v) &&
           constant_fold(c, e->u.Subscript.slice, &key) &&
           answer(c, object_getitem(c->t, v, key), out);
}

Tuple *constant_fold_list(Compiler *c, AstList list)
{
    for (size_t i = 0; i < list.n; i++) { /* the cheap refusal first */
        AstKind kind = list.v[i]->kind;
        if (kind != AST_Constant && kind != AST_UnaryOp && kind != AST_BinOp &&
            kind != AST_Tuple && kind != AST_Name)
            return NULL;
    }
    Tuple *tuple = tuple_new(c->t, (int64_t)list.n);
    for (size_t i = 0; i < list.n; i++) {
        Value v;
        if (!constant_fold(c, list.v[i], &v))
            return NULL;
        tuple_set(tuple, (int64_t)i, v);
    }
    compiler_keep(c, value_from_pointer(tuple));
    return tuple;
}

static bool fold(Compiler *c, Ast *e, Value *out)
{
    switch (e->kind) {
    case AST_UnaryOp: return fold_unary(c, e, out);
    case AST_BinOp: return fold_binary(c, e, out);
    case AST_Subscript: return fold_subscript(c, e, out);
    case AST_Tuple: {
        Tuple *tuple = e->u.Tuple.ctx == AST_Load
                           ? constant_fold_list(c, e->u.Tuple.elts)
                           : NULL;
        *out = value_from_pointer(tuple);
        return tuple != NULL;
    }
    default: return false;
    }
}

/* SyntaxError for more digits than int() takes from a str. */
static void check_digits(Compiler *c, const Ast *e)
{
    const AstConst *k = &e->u.Constant.value;
    int64_t limit = int_max_str_digits(), digits = 0;
    if (k->kind != AST_CONST_INT || k->base != 10 || limit == 0 ||
        k->len <= (size_t)limit)
        return;
    for (size_t i = 0; i < k->len; i++)
        digits += k->text[i] != '_';
    if (digits > limit)
        compiler_error(
            c, (Pos){e->lineno, e->lineno, -1, -1},
            "Exceeds the limit (%l digits) for integer string conversion: "
            "value has %l digits; use sys.set_int_max_str_digits() to "
            "increase the limit - Consider hexadecimal for huge integer "
            "literals to avoid decimal conversion limits.", limit, digits);
}

bool constant_digits_suffice(Thread *t, const Ast *e, Str *filename)
{
    Compiler c = {.t = t, .filename = filename};
    check_digits(&c, e);
    return !c.failed;
}

bool constant_fold(Compiler *c, Ast *e, Value *out)
{
    if (e->kind == AST_Constant) {
        check_digits(c, e);
        if (c->failed)
            return false;
        *out = constant_from_ast(c->t, &e->u.Constant.value);
        return true;
    }
    if (e->kind == AST_Name) {
        *out = value_from_bool(c->optimize == 0);
        return e->u.Name.ctx == AST_Load &&
               strcmp(e->u.Name.id->text, "__debug__") == 0;
    }
    if (e->kind != AST_UnaryOp && e->kind != AST_BinOp &&
        e->kind != AST_Tuple && e->kind != AST_Subscript)
        return false;
    if (c->failed || map_get(&c->not_constant, e) != NULL ||
        !compiler_enter(c))
        return false;
    bool is_constant = fold(c, e, out);
    compiler_leave(c);
    /* Remembered, or deep expressions would be folded at every level. */
    if (!is_constant)
        *map_at(&c->not_constant, e) = e;
    return is_constant;
}
