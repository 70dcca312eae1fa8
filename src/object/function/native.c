/* SPDX-License-Identifier: MIT */
/*
 * Native functions: declarations become bindings when first needed, and calls
 * bind their arguments by them.
 */
#include "object/function/native.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/outcome.h"
#include "object/core/record.h"
#include "object/core/runtime.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native_error.h"
#include "object/function/native_leaf.h"
#include "object/text/str.h"
#include "object/type/type_make.h"

/* --- bindings ---------------------------------------------------------- */

/* Whether the first parameter takes the function's self. */
static bool takes_self(const NativeDef *def)
{
    return def->params[0].role == PARAM_SELF;
}

/* Parameters, when none is optional, starred or keyword-only; else -1. */
static int32_t count_fixed(const NativeDef *def)
{
    int32_t n = 0;
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        if (p->role == PARAM_STAR || p->role == PARAM_ARGS ||
            p->role == PARAM_KWARGS || p->fallback != NULL)
            return -1;
        n += p->role == PARAM_SELF || p->role == PARAM_ARG;
    }
    return n;
}

static void count(const NativeDef *def, NativeParams *out)
{
    bool keyword_only = false;
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        switch ((ParamRole)p->role) {
        case PARAM_SLASH: out->posonly = out->n; break;
        case PARAM_STAR: keyword_only = true; break;
        case PARAM_ARGS:
            keyword_only = true;
            out->flags |= NATIVE_HAS_VARARGS;
            break;
        case PARAM_KWARGS: out->flags |= NATIVE_HAS_KWARGS; break;
        case PARAM_SELF:
        case PARAM_ARG:
            if (p->fallback == NULL)
                out->required |= (uint64_t)1 << out->n;
            out->n++;
            out->positional += !keyword_only;
            break;
        case PARAM_HIDDEN:
        case PARAM_END: break;
        }
    }
}

static NativeBinding *binding_new(Thread *t, const NativeDef *def)
{
    NativeParams n = {0};
    count(def, &n);
    ASSERT(n.n <= 64 && n.posonly <= n.n && n.positional <= n.n);
    NativeBinding *b = record_new(t, SHAPE_RAW, 2 * n.n);
    b->n = (uint8_t)n.n;
    b->positional = (uint8_t)n.positional;
    b->posonly = (uint8_t)n.posonly;
    b->flags = (uint8_t)n.flags;
    b->required = n.required;
    int64_t i = 0;
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        if (p->role != PARAM_SELF && p->role != PARAM_ARG)
            continue;
        Str *name = str_intern_c(t, p->name);
        slot_set(b, &b->params[i].name, value_from_pointer(name));
        if (p->fallback != NULL)
            slot_set(b, &b->params[i].fallback,
                     native_default_value(t, p->fallback));
        i++;
    }
    return b;
}

NativeBinding *native_binding(Thread *t, Native *native)
{
    Value v = slot_get(&native->binding);
    if (value_is_unbound(v)) {
        v = value_from_pointer(binding_new(t, native->def));
        slot_set(native, &native->binding, v);
    }
    return value_to_record(v);
}

static NativeParams native_params(const NativeBinding *b)
{
    return (NativeParams){b->n, b->positional, b->posonly, b->flags,
                          b->required};
}

/* --- calling ----------------------------------------------------------- */

/*
 * Operands that a frame has popped still lie above those that it has, and might
 * keep alive what the caller of gc.collect() wants to see dead.  Which they are is
 * only known where the innermost frame itself calls: then its last operands are the
 * callee, a null for what it is bound to, and the arguments.  Nobody else has
 * arguments in such a place; in any other call nothing is forgotten.
 */
static void forget_popped(Thread *t, const Native *callee, Value *args,
                          int64_t n)
{
    if (args >= t->stack + 2 && args + n <= t->stack_next &&
        value_to_pointer(args[-2]) == callee && value_is_null(args[-1]))
        thread_forget_above(t, args + n);
}

static Value native_collects(Thread *t, Native *native, Value *args, int64_t n)
{
    forget_popped(t, native, args, n);
    return native->def->call(t, native, args, n);
}

static NativeFn how_to_call(const NativeDef *def)
{
    if ((def->flags & NATIVE_COLLECTS) == NATIVE_COLLECTS)
        return native_collects;
    return DEBUG && (def->flags & NATIVE_LEAF) ? native_leaf_checked : def->call;
}

/* --- making ------------------------------------------------------------ */

static Native *new(Thread *t, uint32_t shape, const NativeDef *def, Value self,
                   Value owner)
{
    ASSERT(def != NULL && native_def_check(def) == NULL);
    Native *n = gc_alloc(t, sizeof(Native), KIND_NATIVE, shape);
    n->call = how_to_call(def);
    n->def = def;
    n->n_fixed = count_fixed(def);
    slot_set(n, &n->self, self);
    slot_set(n, &n->owner, owner);
    slot_set(n, &n->binding, UNBOUND);
    return n;
}

Value native_function_new(Thread *t, const NativeDef *def, Value self,
                          Value module_name)
{
    Native *n =
        new(t, SHAPE_BUILTIN_FUNCTION, def, self, module_name);
    if (!value_is_unbound(self) && takes_self(def)) {
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
        new(t, shape, def, UNBOUND, value_from_pointer(owner)));
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

bool native_looks_at_frames(Value v)
{
    if (!value_is_pointer(v))
        return false;
    if (value_header(v)->kind == KIND_NATIVE) {
        const Native *native = value_to_native(v);
        return (native->def->flags & NATIVE_FRAMES) != 0;
    }
    if (value_header(v)->kind != KIND_TYPE)
        return false;
    const NativeDef *init = value_to_type(v)->initializer;
    return init != NULL && (init->flags & NATIVE_FRAMES) != 0;
}

void native_functions_add(Thread *t, Module *module,
                          const NativeDef *const *defs)
{
    Value self = value_from_pointer(module);
    Value name = dict_get_c(t, module->dict, "__name__");
    if (value_is_null(name))
        name = NONE;
    for (; *defs != NULL; defs++)
        dict_set_str(t, module->dict, str_intern_c(t, (*defs)->name),
                     native_function_new(t, *defs, self, name));
}

/* --- calling ----------------------------------------------------------- */

/* Which fixed parameter may be given by this name, or -1. */
static int64_t find_parameter(const NativeBinding *b, const NativeParams *p,
                              const Str *name)
{
    ASSERT(p->posonly <= p->n);
    for (int64_t i = p->posonly; i < p->n; i++) {
        const Str *own = value_to_str(slot_get(&b->params[i].name));
        if (own == name || str_equal(own, name))
            return i;
    }
    return -1;
}

/* The first names that belong nowhere: NULL if there are none. */
typedef struct Misfits {
    Str *unknown, *twice;
    int64_t at; /* the parameter that has `twice` already */
} Misfits;

/* Puts arguments given by name where they belong. */
static Misfits bind_names(Thread *t, const NativeBinding *b,
                          const NativeParams *p, Value *out,
                          const Value *values, Tuple *kwnames, Dict *kwargs)
{
    ASSERT(kwnames != NULL);
    Misfits m = {0};
    for (int64_t i = 0; i < kwnames->len; i++) {
        Str *name = value_to_str(tuple_get(kwnames, i));
        int64_t at = find_parameter(b, p, name);
        ASSERT(at < p->n);
        if (at >= 0 && out[at].bits == 0) {
            out[at] = values[i];
        } else if (at >= 0) {
            if (m.twice == NULL)
                m.twice = name, m.at = at;
        } else if (kwargs != NULL) {
            dict_set_str(t, kwargs, name, values[i]);
        } else if (m.unknown == NULL) {
            m.unknown = name;
        }
    }
    return m;
}

/* Fills what was left out; -1 if something required is. */
static int bind_defaults(Thread *t, Native *native, const NativeBinding *b,
                         const NativeParams *p, Value *out, int64_t given)
{
    for (int64_t i = 0; i < p->n; i++) {
        if (out[i].bits != 0)
            continue;
        if (p->required & (uint64_t)1 << i)
            return native_raise_missing(t, native, p, i, given);
        out[i] = slot_get(&b->params[i].fallback);
    }
    return 0;
}

enum { LOCAL_ARGS = LIMIT(NATIVE_FIXED_MAX + 8, 1) };

static Value call_bound(Thread *t, Native *native, Value self, Value *args,
                        int64_t n, Tuple *kwnames)
{
    ASSERT(n >= 0);
    const NativeBinding *b = native_binding(t, native);
    NativeParams p = native_params(b);
    int64_t first = value_is_unbound(self) ? 0 : 1;
    int64_t given = n + first;
    int64_t n_kw = kwnames == NULL ? 0 : kwnames->len;
    bool too_many = given > p.positional ||
                    (n_kw > 0 && !(p.flags & NATIVE_HAS_KWARGS) &&
                     (p.posonly == p.n || given + n_kw > p.n));
    if (too_many && !(p.flags & NATIVE_HAS_VARARGS))
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
    Misfits misfits = {0};
    if (n_kw > 0)
        misfits = bind_names(t, b, &p, out, args + n, kwnames, kwargs);
    if (bind_defaults(t, native, b, &p, out, given) < 0)
        return NULL_VALUE;
    if (misfits.twice != NULL)
        return native_raise_twice(t, native, misfits.twice, misfits.at);
    if (misfits.unknown != NULL)
        return native_raise_keyword(t, native, &p, misfits.unknown);
    Value v = native->call(t, native, out, fixed + rest);
    KEEP(out);
    return v;
}

/* Where positional arguments are all that matters: some parameters' defaults
 * may be wanted, no star takes anything.  How many there are then; -1. */
static int64_t complete(Thread *t, Native *native, Value self,
                        const Value *args, int64_t n, Value *out)
{
    const NativeBinding *b = native_binding(t, native);
    NativeParams p = native_params(b);
    int64_t given = n + !value_is_unbound(self);
    if (p.flags != 0 || given > p.positional || p.required >> given != 0)
        return -1;
    Value *to = out;
    if (given > n)
        *to++ = self;
    for (int64_t i = 0; i < n; i++)
        *to++ = args[i];
    for (int64_t i = given; i < p.n; i++)
        *to++ = slot_get(&b->params[i].fallback);
    return p.n;
}

int64_t native_complete(Thread *t, Native *native, const Value *args,
                        int64_t n, Value *out)
{
    ASSERT(native->call != NULL && n >= 0 && n <= NATIVE_FIXED_MAX);
    return complete(t, native,
                    native->bound ? slot_get(&native->self) : UNBOUND, args, n,
                    out);
}

/*
 * As call_bound, fast.  Most have few parameters: a large array, of which little is
 * written, would show the collector what the stack held before, and keep it alive.
 */
enum { FEW = 4 };
static Value call_few(Thread *t, Native *native, Value self, Value *args,
                      int64_t n)
{
    Value out[FEW] = {{0}};
    int64_t all = complete(t, native, self, args, n, out);
    return all < 0 ? call_bound(t, native, self, args, n, NULL)
                   : native->call(t, native, out, all);
}

static Value call_many(Thread *t, Native *native, Value self, Value *args,
                       int64_t n)
{
    Value out[NATIVE_FIXED_MAX];
    int64_t all = complete(t, native, self, args, n, out);
    return all < 0 ? call_bound(t, native, self, args, n, NULL)
                   : native->call(t, native, out, all);
}

static Value call_positional(Thread *t, Native *native, Value self,
                             Value *args, int64_t n)
{
    bool few = native_params(native_binding(t, native)).n <= FEW;
    if (native->call == native_collects)
        forget_popped(t, native, args, n);
    return (few ? call_few : call_many)(t, native, self, args, n);
}

/* One argument for each parameter, of which `self` is the first. */
static Value call_self_few(Thread *t, Native *native, Value self,
                           const Value *args, int64_t n)
{
    ASSERT(n < FEW);
    Value all[FEW] = {self};
    for (int64_t i = 0; i < n; i++)
        all[i + 1] = args[i];
    return native->call(t, native, all, n + 1);
}

static Value call_self_many(Thread *t, Native *native, Value self,
                            const Value *args, int64_t n)
{
    Value all[NATIVE_FIXED_MAX];
    all[0] = self;
    for (int64_t i = 0; i < n; i++)
        all[i + 1] = args[i];
    return native->call(t, native, all, n + 1);
}

Value native_call(Thread *t, Native *native, Value self, Value *args,
                  int64_t n, Tuple *kwnames)
{
    ASSERT(native->call != NULL && n >= 0);
    if (kwnames != NULL && kwnames->len > 0)
        return call_bound(t, native, self, args, n, kwnames);
    if (value_is_unbound(self)) {
        if (n == native->n_fixed)
            return native->call(t, native, args, n);
        return call_positional(t, native, self, args, n);
    }
    int32_t n_fixed = native->n_fixed;
    if (native->bound)
        n_fixed = (int32_t)native->bound - 2;
    if (n + 1 == n_fixed)
        return (n < FEW ? call_self_few
                        : call_self_many)(t, native, self, args, n);
    return call_positional(t, native, self, args, n);
}
