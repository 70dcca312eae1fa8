/* SPDX-License-Identifier: MIT */
/*
 * Native functions: signatures become bindings when first needed, and calls
 * bind their arguments by them.
 *
 * A binding is a Record: word 0 the counts and flags, word 1 which fixed
 * parameters are required (a bit each), then a name and a default for each.
 */
#include "object/function/native.h"

#include <stdlib.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native_error.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/type_make.h"

/* --- signatures -------------------------------------------------------- */

static const char *skip_space(const char *s)
{
    while (*s == ' ' || *s == ',' || *s == '(')
        s++;
    return s;
}

static size_t name_length(const char *s)
{
    return strcspn(s, " ,=)");
}

static const char *skip_default(const char *s)
{
    if (*s == '\'' || *s == '"') {
        char quote = *s++;
        while (*s != quote)
            s++;
        return s + 1;
    }
    if (*s == '(')
        return s + 2;
    return s + strcspn(s, ",)");
}

static Value parse_default(Thread *t, const char *s)
{
    const char *end = skip_default(s);
    size_t n = (size_t)(end - s);
    if (n == 0)
        return UNBOUND;
    if (*s == '\'' || *s == '"')
        return value_from_pointer(
            str_intern(t, str_from_utf8(t, s + 1, n - 2)));
    if (*s == '(')
        return value_from_pointer(t->rt->empty_tuple);
    if (strncmp(s, "None", 4) == 0)
        return NONE;
    if (strncmp(s, "True", 4) == 0)
        return TRUE_VALUE;
    if (strncmp(s, "False", 5) == 0)
        return FALSE_VALUE;
    if (memchr(s, '.', n) != NULL)
        return float_from_double(t, strtod(s, NULL));
    return int_from_int64(t, strtoll(s, NULL, 0));
}

/* Whether the first parameter takes the function's self. */
static bool takes_self(const char *signature)
{
    const char *s = skip_space(signature);
    size_t n = name_length(s);
    return (n == 4 && strncmp(s, "self", 4) == 0) ||
           (n == 3 && strncmp(s, "cls", 3) == 0) ||
           (n == 6 && strncmp(s, "module", 6) == 0);
}

/* Parameters of a signature without optional, starred or keyword-only ones;
 * else -1. */
static int32_t count_fixed(const char *signature)
{
    if (strpbrk(signature, "=*") != NULL)
        return -1;
    int32_t n = 0;
    for (const char *s = skip_space(signature); *s != ')' && *s != 0;) {
        size_t len = name_length(s);
        n += *s != '/';
        s = skip_space(s + len);
    }
    return n;
}

static void fill(Thread *t, Record *r, NativeParams *p, const char *signature)
{
    bool keyword_only = false;
    for (const char *s = skip_space(signature); *s != ')' && *s != 0;) {
        size_t len = name_length(s);
        if (*s == '/') {
            p->posonly = p->n;
        } else if (s[0] == '*' && s[1] == '*') {
            p->flags |= NATIVE_HAS_KWARGS;
        } else if (*s == '*') {
            keyword_only = true;
            if (len > 1)
                p->flags |= NATIVE_HAS_VARARGS;
        } else {
            bool required = s[len] != '=';
            if (r != NULL) {
                Str *name = str_intern(t, str_from_utf8(t, s, len));
                slot_set(r, &r->slot[2 * p->n], value_from_pointer(name));
                if (!required)
                    slot_set(r, &r->slot[2 * p->n + 1],
                             parse_default(t, s + len + 1));
            }
            if (required)
                p->required |= 1u << p->n;
            p->n++;
            if (!keyword_only)
                p->positional++;
        }
        s += len;
        if (*s == '=')
            s = skip_default(s + 1);
        s = skip_space(s);
    }
}

static Record *binding_new(Thread *t, const char *signature)
{
    NativeParams p = {0};
    fill(t, NULL, &p, signature);
    Record *r = record_new(t, SHAPE_RAW, 2 * (int64_t)p.n);
    p = (NativeParams){0};
    fill(t, r, &p, signature);
    r->word[0] = (int64_t)p.n | (int64_t)p.positional << 8 |
                 (int64_t)p.posonly << 16 | (int64_t)p.flags << 24;
    r->word[1] = (int64_t)p.required;
    return r;
}

Record *native_binding(Thread *t, Native *native)
{
    Value v = slot_get(&native->binding);
    if (value_is_unbound(v)) {
        v = value_from_pointer(binding_new(t, native->def->signature));
        slot_set(native, &native->binding, v);
    }
    return value_to_pointer(v);
}

NativeParams native_params(const Record *r)
{
    return (NativeParams){
        .n = r->word[0] & 0xff,
        .positional = (r->word[0] >> 8) & 0xff,
        .posonly = (r->word[0] >> 16) & 0xff,
        .flags = (uint32_t)(r->word[0] >> 24) & 0xff,
        .required = (uint32_t)r->word[1],
    };
}

/* --- making ------------------------------------------------------------ */

Native *native_new(Thread *t, uint32_t shape, const NativeDef *def, Value self,
                   Value owner)
{
    Native *n = gc_alloc(t, sizeof(Native), KIND_NATIVE, shape);
    n->call = def->call;
    n->def = def;
    n->n_fixed = def->signature == NULL ? -1 : count_fixed(def->signature);
    slot_set(n, &n->self, self);
    slot_set(n, &n->owner, owner);
    slot_set(n, &n->binding, UNBOUND);
    return n;
}

Value native_function_new(Thread *t, const NativeDef *def, Value self,
                          Value module_name)
{
    Native *n =
        native_new(t, SHAPE_BUILTIN_FUNCTION, def, self, module_name);
    if (!value_is_unbound(self) && takes_self(def->signature)) {
        n->bound = (uint32_t)(n->n_fixed + 2);
        n->n_fixed = -1;
    }
    return value_from_pointer(n);
}

Value native_method_new(Thread *t, const NativeDef *def, Type *owner)
{
    uint32_t shape = def->flags & NATIVE_CLASS ? SHAPE_CLASSMETHOD_DESCRIPTOR
                                               : SHAPE_METHOD_DESCRIPTOR;
    return value_from_pointer(
        native_new(t, shape, def, UNBOUND, value_from_pointer(owner)));
}

Value native_bind(Thread *t, Native *native, Value self)
{
    native_binding(t, native);
    Native *n = gc_alloc(t, sizeof(Native), KIND_NATIVE,
                         SHAPE_BUILTIN_FUNCTION);
    n->call = native->call;
    n->def = native->def;
    n->n_fixed = -1;
    n->bound = (uint32_t)(native->n_fixed + 2);
    slot_set(n, &n->self, self);
    slot_set(n, &n->owner, NONE);
    slot_set(n, &n->binding, slot_get(&native->binding));
    return value_from_pointer(n);
}

void native_functions_add(Thread *t, Module *module, const NativeDef *defs)
{
    Value self = value_from_pointer(module);
    Value name = dict_get_c(t, module->dict, "__name__");
    if (value_is_null(name))
        name = NONE;
    for (const NativeDef *d = defs; d->name != NULL; d++)
        dict_set_str(t, module->dict, str_intern_c(t, d->name),
                     native_function_new(t, d, self, name));
}

/* --- calling ----------------------------------------------------------- */

/* Which fixed parameter may be given by this name, or -1. */
static int64_t find_parameter(const Record *r, const NativeParams *p,
                              const Str *name)
{
    for (int64_t i = p->posonly; i < p->n; i++) {
        const Str *own = value_to_str(slot_get(&r->slot[2 * i]));
        if (own == name || str_equal(own, name))
            return i;
    }
    return -1;
}

/* Puts arguments given by name where they belong; -1 on error. */
static int bind_names(Thread *t, Native *native, const Record *r,
                      const NativeParams *p, Value *out, Value *values,
                      Tuple *kwnames, Dict *kwargs)
{
    for (int64_t i = 0; i < kwnames->len; i++) {
        Str *name = value_to_str(tuple_get(kwnames, i));
        int64_t at = find_parameter(r, p, name);
        if (at >= 0) {
            if (out[at].bits != 0)
                return native_raise_twice(t, native, name, at);
            out[at] = values[i];
        } else if (kwargs != NULL) {
            dict_set_str(t, kwargs, name, values[i]);
        } else {
            return native_raise_keyword(t, native, p, name);
        }
    }
    return 0;
}

/* Fills what was left out; -1 if something required is. */
static int bind_defaults(Thread *t, Native *native, const Record *r,
                         const NativeParams *p, Value *out, int64_t given)
{
    for (int64_t i = 0; i < p->n; i++) {
        if (out[i].bits != 0)
            continue;
        if (p->required & (1u << i))
            return native_raise_missing(t, native, p, i, given);
        out[i] = slot_get(&r->slot[2 * i + 1]);
    }
    return 0;
}

enum { LOCAL_ARGS = NATIVE_FIXED_MAX + 8 };

static Value call_bound(Thread *t, Native *native, Value self, Value *args,
                        int64_t n, Tuple *kwnames)
{
    Record *r = native_binding(t, native);
    NativeParams p = native_params(r);
    int64_t first = value_is_unbound(self) ? 0 : 1;
    int64_t given = n + first;
    int64_t n_kw = kwnames == NULL ? 0 : kwnames->len;
    bool varargs = (p.flags & NATIVE_HAS_VARARGS) != 0;
    if (given > p.positional && !varargs)
        return native_raise_too_many(t, native, &p, given, n_kw);
    int64_t fixed = p.n + ((p.flags & NATIVE_HAS_KWARGS) != 0);
    int64_t rest = given > p.positional ? given - p.positional : 0;
    Value local[LOCAL_ARGS];
    Value *out = object_call_buffer(t, local, LOCAL_ARGS, fixed + rest);
    if (out == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < fixed; i++)
        out[i] = NULL_VALUE;
    if (first)
        *(p.positional > 0 ? &out[0] : &out[fixed]) = self;
    for (int64_t i = 0; i < n; i++) {
        int64_t at = i + first;
        out[at < p.positional ? at : fixed + at - p.positional] = args[i];
    }
    Dict *kwargs = NULL;
    if (p.flags & NATIVE_HAS_KWARGS) {
        kwargs = dict_new(t);
        out[p.n] = value_from_pointer(kwargs);
    }
    if (n_kw > 0 && bind_names(t, native, r, &p, out, args + n, kwnames,
                               kwargs) < 0)
        return NULL_VALUE;
    if (bind_defaults(t, native, r, &p, out, given) < 0)
        return NULL_VALUE;
    Value v = native->call(t, out, fixed + rest);
    KEEP(out);
    return v;
}

/* Where positional arguments are all that matters: some parameters' defaults
 * may be wanted, no star takes anything.  How many there are then; -1. */
static int64_t complete(Thread *t, Native *native, Value self,
                        const Value *args, int64_t n, Value *out)
{
    const Record *r = native_binding(t, native);
    NativeParams p = native_params(r);
    int64_t given = n + !value_is_unbound(self);
    if (p.flags != 0 || given > p.positional || p.required >> given != 0)
        return -1;
    Value *to = out;
    if (given > n)
        *to++ = self;
    for (int64_t i = 0; i < n; i++)
        *to++ = args[i];
    for (int64_t i = given; i < p.n; i++)
        *to++ = slot_get(&r->slot[2 * i + 1]);
    return p.n;
}

int64_t native_complete(Thread *t, Native *native, const Value *args,
                        int64_t n, Value *out)
{
    return complete(t, native,
                    native->bound ? slot_get(&native->self) : UNBOUND, args, n,
                    out);
}

/* As call_bound, fast. */
static Value call_positional(Thread *t, Native *native, Value self,
                             Value *args, int64_t n)
{
    Value out[NATIVE_FIXED_MAX];
    int64_t all = complete(t, native, self, args, n, out);
    return all < 0 ? call_bound(t, native, self, args, n, NULL)
                   : native->call(t, out, all);
}

Value native_call(Thread *t, Native *native, Value self, Value *args,
                  int64_t n, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0)
        return call_bound(t, native, self, args, n, kwnames);
    if (value_is_unbound(self)) {
        if (n == native->n_fixed)
            return native->call(t, args, n);
        return call_positional(t, native, self, args, n);
    }
    int32_t n_fixed = native->n_fixed;
    if (native->bound)
        n_fixed = (int32_t)native->bound - 2;
    if (n + 1 == n_fixed) {
        Value all[NATIVE_FIXED_MAX];
        all[0] = self;
        for (int64_t i = 0; i < n; i++)
            all[i + 1] = args[i];
        return native->call(t, all, n + 1);
    }
    return call_positional(t, native, self, args, n);
}
