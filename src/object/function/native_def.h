/* SPDX-License-Identifier: MIT */
/*
 * How natives declare themselves: what Python may call is one declaration
 * right before its body.
 *
 *     NATIVE(str, replace, NATIVE_LEAF,
 *            "Return a copy with occurrences of old replaced by new.",
 *            (self, Str), (arg, str, old), (arg, str, new),
 *            (opt, ssize, count, -1), (slash))
 *     {
 *         ... a function of (Thread *t, Str *self, Str *old, Str *new,
 *         int64_t count) that answers a Value, null with t->exc set on error
 *     }
 *
 * makes the NativeDef str_replace_native, which stands in the table of its
 * type or module.  The binder puts the arguments in order and fills in
 * defaults; each parameter's conversion (object/function/param.h) raises
 * CPython's message or gives the body a C value.  The declaration is also what
 * inspect.signature and help() read, and what the JIT may know (flags).
 *
 * Parameters, in the order of the Python signature:
 *     (self, Str)                 Str *self; checked by who calls
 *     (self_value)                Value self, where it may be no pointer
 *     (cls)                       Type *cls, of class methods and constructors
 *     (arg, conversion, name)     required
 *     (opt, conversion, name, d)  d: the default as Python text: None, True,
 *                                 False, a number, 'text', b'text', (); or
 *                                 <unrepresentable>: as maybe, but shown so
 *     (maybe, conversion, name)   optional without a default that could be
 *                                 shown: the conversion's "absent"
 *     (opt_quoted, conversion, name, "b''")   a default that is no C token
 *     (arg_as, conversion, name, "python name"), (opt_as, ..., d),
 *     (maybe_as, ...)             where the Python name is none for C
 *     (slash), (star)             as in Python: `/` and `*`
 *     (args, name)                *name: Value *name, int64_t n_name
 *     (kwargs, name)              **name: Dict *name
 * and, not of the Python signature:
 *     (state, Struct, name)       the state of the function's module; a method of
 *                                 a type has module_state (module_def.h)
 *     (callee, name)              the Native itself
 *
 * What traces may know.  A flag says it of every call whose arguments are of the
 * exact types that their conversions take without running Python
 * (PARAM_LEAF_..., param.h) and whose self is of a builtin type: others are
 * called like any function, and so is what takes *args or **kwargs, unless a
 * form fits.  Each flag includes the one above it:
 *
 *     NATIVE_LEAF    runs no Python code, by whatever way (hooks, comparisons,
 *                    hashes, iteration, warnings, poll_signals), looks at no
 *                    frame, lets no other thread run, and changes nothing but
 *                    lists, sets, deques and byte arrays: no attribute, no
 *                    dict (it may be a namespace that traces depend on).  It
 *                    may raise and allocate.  (arg, object, ...) promises that
 *                    for every object.
 *     NATIVE_READER  changes nothing
 *     NATIVE_PURE    the same immutable arguments, the same answer, which is
 *                    immutable too; where an argument can be changed (a byte
 *                    array as self, say) it is a reader
 *     NATIVE_TOTAL   nor does it raise, but when memory is short
 *
 * --enable-debug asserts them in each call (native_leaf.c).  A form (native_form.h)
 * is a micro-op, or a C function of doubles, that traces have instead of the
 * call where the arguments are of its kinds: NATIVE_FORMED.
 *
 * A declaration that makes no sense does not compile, or fails
 * native_def_check, which tests/unit/native_tables runs on all that there are.
 */
#ifndef ADDER_OBJECT_NATIVE_DEF_H
#define ADDER_OBJECT_NATIVE_DEF_H

#include "base/base.h"
#include "base/each.h"
#include "object/core/layout.h"
#include "object/type/type.h"

enum {                         /* NativeDef.flags */
       NATIVE_CLASS = 1 << 0,  /* a class method: (cls) comes first */
       NATIVE_STATIC = 1 << 1, /* a static method */
       NATIVE_FRAMES = 1 << 2, /* looks at its caller's frame */
       NATIVE_LEAF = 1 << 3,
       NATIVE_READER = 1 << 4 | NATIVE_LEAF,
       NATIVE_PURE = 1 << 5 | NATIVE_READER,
       NATIVE_TOTAL = 1 << 6 | NATIVE_PURE,
       NATIVE_COLLECTS = 1 << 7 | NATIVE_FRAMES, /* collects garbage: what its
                                  caller has no use for any more is forgotten */
       NATIVE_UNSIGNED = 1 << 8, /* has no __text_signature__, as CPython's */
       NATIVE_OWN_NAME = 1 << 9, /* of constructors: errors call it by the name
                                  of the declaration, not by its type's */
       NATIVE_NAMELESS = 1 << 10, /* errors just call it "function" */
       NATIVE_OLD_WORDS = 1 << 11, /* errors count arguments as
                                  PyArg_ParseTuple does, also those with names */
};

/* Exact types of arguments that a conversion takes without running Python. */
enum { /* NativeParam.leaf */
       LEAF_NEVER = 0,
       LEAF_INT = 1 << 0, /* small */
       LEAF_BIG_INT = 1 << 1,
       LEAF_FLOAT = 1 << 2,
       LEAF_BOOL = 1 << 3,
       LEAF_NONE = 1 << 4,
       LEAF_STR = 1 << 5,
       LEAF_BYTES = 1 << 6,
       LEAF_COMPLEX = 1 << 7,
       LEAF_IMMUTABLE = (1 << 8) - 1, /* the above */
       LEAF_BYTEARRAY = 1 << 8,
       LEAF_TUPLE = 1 << 9,
       LEAF_LIST = 1 << 10,
       LEAF_DICT = 1 << 11,
       LEAF_OTHER = 1 << 12, /* of any other type */
       LEAF_ALL = (1 << 13) - 1,
};

/* Most parameters of one native, without *args and **kwargs. */
enum { NATIVE_FIXED_MAX = 32 };

typedef enum ParamRole {
    PARAM_END,
    PARAM_SELF, /* what the function is bound to: self or cls */
    PARAM_ARG,
    PARAM_SLASH,
    PARAM_STAR,
    PARAM_ARGS,
    PARAM_KWARGS,
    PARAM_HIDDEN, /* no Python parameter */
} ParamRole;

typedef struct NativeParam {
    const char *name;
    const char *conversion; /* by name; NULL: none */
    const char *fallback;   /* Python text; "": absent; NULL: required */
    uint8_t role;           /* PARAM_* */
    uint16_t leaf;          /* LEAF_*: what it takes without Python */
} NativeParam;

typedef struct NativeForm NativeForm; /* native_form.h */

/* What Python may call. */
struct NativeDef {
    const char *name;
    NativeFn call; /* converts and runs */
    const NativeParam *params;
    const char *doc; /* NULL: none */
    uint32_t flags;  /* NATIVE_* */
    const NativeForm *forms; /* NULL: none */
};

/*
 * Natives that the recorder of traces knows, by a flag that is NATIVE_AS_NAME:
 * it emits micro-ops for them, or goes on in Python code that stands for them.
 */
enum {
    NATIVE_ROLE_NONE,
#define NATIVE_ROLE(NAME) NATIVE_ROLE_##NAME,
#include "object/function/native_roles.def"
#undef NATIVE_ROLE
    NATIVE_ROLE_SHIFT = 24,
};
enum {
#define NATIVE_ROLE(NAME) \
    NATIVE_AS_##NAME = NATIVE_ROLE_##NAME << NATIVE_ROLE_SHIFT,
#include "object/function/native_roles.def"
#undef NATIVE_ROLE
};
static inline unsigned native_def_role(const NativeDef *def)
{
    return def->flags >> NATIVE_ROLE_SHIFT;
}

/* The state of the module that a module's function belongs to. */
static inline void *native_state(const Native *native)
{
    Value module = slot_get(&native->self);
    ASSERT(value_is_pointer(module) &&
           value_header(module)->kind == KIND_MODULE);
    void *state = ((const Module *)value_to_pointer(module))->state;
    ASSERT(state != NULL); /* else ModuleDef.state_size is missing */
    return state;
}

/* NULL, or why the declaration makes no sense. */
const char *native_def_check(const NativeDef *def);

/* --- the macros -------------------------------------------------------- */

#define NATIVE(owner, name, flags_, doc_, ...) \
    NATIVE_(static, owner##_##name, #name, flags_, NULL, doc_, ##__VA_ARGS__)
/* One with forms for traces: FORMS(FORM(ABS_INT), ...), see native_form.h. */
#define NATIVE_FORMED(owner, name, flags_, forms_, doc_, ...)           \
    NATIVE_(static, owner##_##name, #name, flags_, forms_, doc_,        \
            ##__VA_ARGS__)
/* One that another file's table names: NATIVE_DECLARE(owner, name) there. */
#define NATIVE_SHARED(owner, name, flags_, doc_, ...) \
    NATIVE_(, owner##_##name, #name, flags_, NULL, doc_, ##__VA_ARGS__)
#define NATIVE_DECLARE(owner, name) \
    extern const NativeDef owner##_##name##_native;
/* A Python name that is none for C, or that is another's here. */
#define NATIVE_AS(pyname, owner, name, flags_, doc_, ...) \
    NATIVE_(static, owner##_##name, pyname, flags_, NULL, doc_, ##__VA_ARGS__)
/* The same function under another name. */
#define NATIVE_ALIAS(owner, name, like, doc)           \
    static const NativeDef owner##_##name##_native = { \
        #name, owner##_##like##_call, owner##_##like##_params, doc, 0, NULL}
/* __new__ (first parameter (cls)) and __init__ of a type, under its name:
 * `.constructor = &zip_new_native`. */
#define CONSTRUCTOR(type, flags_, ...) \
    NATIVE_(static, type##_new, #type, flags_, NULL, NULL, ##__VA_ARGS__)
#define CONSTRUCTOR_SHARED(type, flags_, ...) \
    NATIVE_(, type##_new, #type, flags_, NULL, NULL, ##__VA_ARGS__)
/* One that errors call by another name than its type's. */
#define CONSTRUCTOR_AS(pyname, type, flags_, ...)                           \
    NATIVE_(static, type##_new, pyname, (flags_) | NATIVE_OWN_NAME, NULL, NULL, \
            ##__VA_ARGS__)
#define CONSTRUCTOR_SHARED_AS(pyname, type, flags_, ...)                  \
    NATIVE_(, type##_new, pyname, (flags_) | NATIVE_OWN_NAME, NULL, NULL, \
            ##__VA_ARGS__)
#define INITIALIZER(type, flags_, ...) \
    NATIVE_(static, type##_init, #type, flags_, NULL, NULL, ##__VA_ARGS__)

#define NATIVE_(linkage, id, pyname, flags_, forms_, doc_, ...)                \
    static Value id##_body(                                                    \
        Thread *t UNUSED EACH(PARAM_DECLARE, ##__VA_ARGS__));                  \
    static Value id##_call(Thread *t, Native *native, Value *args, int64_t n); \
    static const NativeParam id##_params[] = {                                 \
        EACH(PARAM_ROW, ##__VA_ARGS__){0}};                                    \
    linkage const NativeDef id##_native = {                                    \
        pyname, id##_call, id##_params, doc_, flags_, forms_};                 \
    static Value id##_call(Thread *t, Native *native_ UNUSED,                  \
                           Value *args_ UNUSED, int64_t n_ UNUSED)             \
    {                                                                          \
        const NativeDef *def_ UNUSED = &id##_native;                           \
        enum {                                                                 \
            FIXED = 0 EACH(PARAM_COUNT, ##__VA_ARGS__),                        \
            REST = FIXED EACH(PARAM_COUNT_KWARGS, ##__VA_ARGS__)               \
        };                                                                     \
        _Static_assert((int)FIXED <= (int)NATIVE_FIXED_MAX,                    \
                       "too many parameters");                                 \
        int at_ UNUSED = 0;                                                    \
        EACH(PARAM_CONVERT, ##__VA_ARGS__)                                     \
        return id##_body(t EACH(PARAM_PASS, ##__VA_ARGS__));                   \
    }                                                                          \
    static Value id##_body(Thread *t UNUSED EACH(PARAM_DECLARE, ##__VA_ARGS__))

/* The body's parameter. */
#define PARAM_DECLARE(tag, ...)                 PARAM_DECLARE_##tag(__VA_ARGS__)
#define PARAM_DECLARE_self(Struct)              , Struct *self UNUSED
#define PARAM_DECLARE_self_value()              , Value self UNUSED
#define PARAM_DECLARE_cls()                     , Type *cls UNUSED
#define PARAM_DECLARE_arg(conv, name)           , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_opt(conv, name, d)        , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_opt_quoted(conv, name, d) , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_maybe(conv, name)         , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_arg_as(conv, name, py)    , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_opt_as(conv, name, py, d) , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_maybe_as(conv, name, py)  , PARAM_TYPE_##conv name UNUSED
#define PARAM_DECLARE_slash()
#define PARAM_DECLARE_star()
#define PARAM_DECLARE_args(name)          , Value *name UNUSED, int64_t n_##name UNUSED
#define PARAM_DECLARE_kwargs(name)        , Dict *name UNUSED
#define PARAM_DECLARE_state(Struct, name) , Struct *name UNUSED
#define PARAM_DECLARE_callee(name)        , Native *name UNUSED

/* The row of NativeDef.params. */
#define PARAM_ROW(tag, ...)   PARAM_ROW_##tag(__VA_ARGS__)
#define PARAM_ROW_self(Struct) {"self", NULL, NULL, PARAM_SELF, LEAF_ALL},
#define PARAM_ROW_self_value() {"self", NULL, NULL, PARAM_SELF, LEAF_ALL},
#define PARAM_ROW_cls()        {"cls", NULL, NULL, PARAM_SELF, LEAF_NEVER},
#define PARAM_ROW_(conv, pyname, d) \
    {pyname, #conv, d, PARAM_ARG, PARAM_LEAF_##conv},
#define PARAM_ROW_arg(conv, name)           PARAM_ROW_(conv, #name, NULL)
#define PARAM_ROW_opt(conv, name, d)        PARAM_ROW_(conv, #name, #d)
#define PARAM_ROW_opt_quoted(conv, name, d) PARAM_ROW_(conv, #name, d)
#define PARAM_ROW_maybe(conv, name)         PARAM_ROW_(conv, #name, "")
#define PARAM_ROW_arg_as(conv, name, py)    PARAM_ROW_(conv, py, NULL)
#define PARAM_ROW_opt_as(conv, name, py, d) PARAM_ROW_(conv, py, #d)
#define PARAM_ROW_maybe_as(conv, name, py)  PARAM_ROW_(conv, py, "")
#define PARAM_ROW_slash()                   {"/", NULL, NULL, PARAM_SLASH, 0},
#define PARAM_ROW_star()                    {"*", NULL, NULL, PARAM_STAR, 0},
#define PARAM_ROW_args(name)                {#name, NULL, NULL, PARAM_ARGS, 0},
#define PARAM_ROW_kwargs(name)              {#name, NULL, NULL, PARAM_KWARGS, 0},
#define PARAM_ROW_state(Struct, name)       {#name, NULL, NULL, PARAM_HIDDEN, 0},
#define PARAM_ROW_callee(name)              {#name, NULL, NULL, PARAM_HIDDEN, 0},

/* How many fixed arguments, and whether **kwargs takes one. */
#define PARAM_COUNT(tag, ...)  PARAM_COUNT_##tag
#define PARAM_COUNT_self       +1
#define PARAM_COUNT_self_value +1
#define PARAM_COUNT_cls        +1
#define PARAM_COUNT_arg        +1
#define PARAM_COUNT_opt        +1
#define PARAM_COUNT_opt_quoted +1
#define PARAM_COUNT_maybe      +1
#define PARAM_COUNT_arg_as     +1
#define PARAM_COUNT_opt_as     +1
#define PARAM_COUNT_maybe_as   +1
#define PARAM_COUNT_slash
#define PARAM_COUNT_star
#define PARAM_COUNT_args
#define PARAM_COUNT_kwargs
#define PARAM_COUNT_state
#define PARAM_COUNT_callee
#define PARAM_COUNT_KWARGS(tag, ...) PARAM_COUNT_KWARGS_##tag
#define PARAM_COUNT_KWARGS_self
#define PARAM_COUNT_KWARGS_self_value
#define PARAM_COUNT_KWARGS_cls
#define PARAM_COUNT_KWARGS_arg
#define PARAM_COUNT_KWARGS_opt
#define PARAM_COUNT_KWARGS_opt_quoted
#define PARAM_COUNT_KWARGS_maybe
#define PARAM_COUNT_KWARGS_arg_as
#define PARAM_COUNT_KWARGS_opt_as
#define PARAM_COUNT_KWARGS_maybe_as
#define PARAM_COUNT_KWARGS_slash
#define PARAM_COUNT_KWARGS_star
#define PARAM_COUNT_KWARGS_args
#define PARAM_COUNT_KWARGS_kwargs +1
#define PARAM_COUNT_KWARGS_state
#define PARAM_COUNT_KWARGS_callee

/* From args[at] to the C value. */
#define PARAM_CONVERT(tag, ...) PARAM_CONVERT_##tag(__VA_ARGS__)
#define PARAM_CONVERT_self(Struct) \
    Struct *self = value_to_pointer(args_[at_++]);
#define PARAM_CONVERT_self_value() Value self = args_[at_++];
#define PARAM_CONVERT_cls()        Type *cls = value_to_pointer(args_[at_++]);
#define PARAM_CONVERT_(conv, name)                                \
    PARAM_LOCAL_##conv(name);                                     \
    if (UNLIKELY(!param_##conv(t, args_[at_], &name, def_, at_))) \
        return NULL_VALUE;                                        \
    at_++;
#define PARAM_CONVERT_arg(conv, name)           PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_opt(conv, name, d)        PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_opt_quoted(conv, name, d) PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_maybe(conv, name)         PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_arg_as(conv, name, py)    PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_opt_as(conv, name, py, d) PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_maybe_as(conv, name, py)  PARAM_CONVERT_(conv, name)
#define PARAM_CONVERT_slash()
#define PARAM_CONVERT_star()
#define PARAM_CONVERT_args(name)
#define PARAM_CONVERT_kwargs(name)
#define PARAM_CONVERT_state(Struct, name)
#define PARAM_CONVERT_callee(name)

/* What the body is called with. */
#define PARAM_PASS(tag, ...)                 PARAM_PASS_##tag(__VA_ARGS__)
#define PARAM_PASS_self(Struct)              , self
#define PARAM_PASS_self_value()              , self
#define PARAM_PASS_cls()                     , cls
#define PARAM_PASS_arg(conv, name)           , name
#define PARAM_PASS_opt(conv, name, d)        , name
#define PARAM_PASS_opt_quoted(conv, name, d) , name
#define PARAM_PASS_maybe(conv, name)         , name
#define PARAM_PASS_arg_as(conv, name, py)    , name
#define PARAM_PASS_opt_as(conv, name, py, d) , name
#define PARAM_PASS_maybe_as(conv, name, py)  , name
#define PARAM_PASS_slash()
#define PARAM_PASS_star()
#define PARAM_PASS_args(name)          , args_ + REST, n_ - REST
#define PARAM_PASS_kwargs(name)        , value_to_pointer(args_[FIXED])
#define PARAM_PASS_state(Struct, name) , native_state(native_)
#define PARAM_PASS_callee(name)        , native_

#endif
