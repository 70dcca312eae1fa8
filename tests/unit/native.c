/* SPDX-License-Identifier: MIT */
/* Native functions: declarations, and what is said of wrong arguments. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/native_leaf.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "../tap.h"

/* Its arguments as a tuple, unbound ones as Ellipsis. */
static Value echo(Thread *thread, Native *native UNUSED, Value *args,
                  int64_t n)
{
    Tuple *s = tuple_new(thread, n);
    for (int64_t i = 0; i < n; i++)
        tuple_set(s, i, value_is_unbound(args[i]) ? ELLIPSIS : args[i]);
    return value_from_pointer(s);
}

/* The native f_NAME, which answers its arguments. */
#define F(name, ...)                                                          \
    static const NativeParam f_##name##_params[] = {                          \
        EACH(PARAM_ROW, ##__VA_ARGS__){0}};                                   \
    static const NativeDef f_##name##_native = {"f", echo, f_##name##_params, \
                                                NULL, 0, NULL};
F(none)
F(one, (arg, object, a), (slash))
F(two, (arg, object, a), (arg, object, b), (slash))
F(two_optional, (arg, object, a), (opt, object, b, 1), (slash))
F(defaults, (arg, object, a), (opt, object, b, None), (opt, object, c, -3),
  (opt, object, d, 'x'), (maybe, object, e), (opt, object, f, ()),
  (opt, object, g, 1e-09), (opt, object, h, b'z'))
F(named, (arg, object, a), (opt, object, b, True))
F(both, (arg, object, a), (arg, object, b))
F(keyword, (arg, object, a), (star), (opt, object, b, False))
F(variadic, (arg, object, a), (args, args))
F(only_variadic, (args, args))
F(key_after, (arg, object, a), (args, args), (opt, object, k, 5))
F(all_kinds, (arg, object, a), (slash), (args, args), (kwargs, kw))
F(only_keyword, (star), (opt, object, key, 1))

NATIVE(c, split, 0, NULL, (arg, str, s), (opt, str_or_none, sep, None),
       (opt, ssize, maxsplit, -1), (slash), (opt, real, x, 0.5),
       (opt, truth, keep, False))
{
    Value parts[] = {value_from_pointer(s),
                     sep == NULL ? NONE : value_from_pointer(sep),
                     value_from_int(maxsplit), value_from_bool(x == 0.5),
                     value_from_bool(keep)};
    return value_from_pointer(tuple_from_values(t, parts, 5));
}

NATIVE(c, only, 0, NULL, (arg, list, items), (slash))
{
    return value_from_int(items->len);
}

NATIVE(leaf, pure, NATIVE_PURE, NULL, (arg, real, x), (opt, str_or_none, s, None),
       (maybe, object, o), (slash))
{
    return value_from_bool(x == 0 && s == NULL && value_is_unbound(o));
}
NATIVE(leaf, reader, NATIVE_READER, NULL, (arg, object, o), (arg, ssize, i),
       (slash))
{
    return value_from_bool(value_is_none(o) && i == 0);
}
NATIVE(leaf, wrong, NATIVE_PURE, NULL, (arg, ssize, i), (slash))
{
    t->n_entries += (uint64_t)i; /* as if Python had run */
    return NONE;
}

static Thread *t;

static const char *text(Value v)
{
    return value_is_null(v) ? NULL : str_to_utf8(t, value_to_str(v), NULL);
}

static Value one, two;

/* f(1, 2, ...) with n positional arguments and k by name; the repr of what it
 * got or the error's text. */
static const char *call(const NativeDef *def, int64_t n, Tuple *kwnames)
{
    Value f = native_function_new(t, def, UNBOUND, NONE);
    Value args[] = {one, two, one, two, one};
    Value v = object_call(t, f, args, n, kwnames);
    return value_is_null(v) ? text(object_str(t, exception_take(t)))
                            : text(object_repr(t, v));
}

static Tuple *names(const char *a)
{
    return tuple_pack(t, 1, value_from_pointer(str_from_c(t, a)));
}

static void test_binding(void)
{
    CHECK_STRING(call(&f_none_native, 0, NULL), "()");
    CHECK_STRING(call(&f_two_native, 2, NULL), "(1, 2)");
    CHECK_STRING(call(&f_defaults_native, 1, NULL),
                 "(1, None, -3, 'x', Ellipsis, (), 1e-09, b'z')");
    CHECK_STRING(call(&f_named_native, 1, names("b")), "(1, 2)");
    CHECK_STRING(call(&f_keyword_native, 1, NULL), "(1, False)");
    CHECK_STRING(call(&f_variadic_native, 3, NULL), "(1, 2, 1)");
    CHECK_STRING(call(&f_only_variadic_native, 0, NULL), "()");
    CHECK_STRING(call(&f_key_after_native, 3, NULL), "(1, 5, 2, 1)");
    CHECK_STRING(call(&f_all_kinds_native, 2, names("z")),
                 "(1, {'z': 1}, 2)");
}

static void test_errors(void)
{
    CHECK_STRING(call(&f_none_native, 1, NULL), "f() takes no arguments (1 given)");
    CHECK_STRING(call(&f_one_native, 0, NULL),
                 "f() takes exactly one argument (0 given)");
    CHECK_STRING(call(&f_two_native, 1, NULL), "f expected 2 arguments, got 1");
    CHECK_STRING(call(&f_two_optional_native, 0, NULL),
                 "f expected at least 1 argument, got 0");
    CHECK_STRING(call(&f_two_optional_native, 3, NULL),
                 "f expected at most 2 arguments, got 3");
    CHECK_STRING(call(&f_one_native, 0, names("a")),
                 "f() takes no keyword arguments");
    CHECK_STRING(call(&f_both_native, 1, NULL),
                 "f() missing required argument 'b' (pos 2)");
    CHECK_STRING(call(&f_named_native, 1, names("x")),
                 "'x' is an invalid keyword argument for f()");
    CHECK_STRING(call(&f_named_native, 1, names("a")),
                 "argument for f() given by name ('a') and position (1)");
    CHECK_STRING(call(&f_named_native, 3, NULL),
                 "f() takes at most 2 arguments (3 given)");
    CHECK_STRING(call(&f_only_keyword_native, 1, NULL),
                 "f() takes no positional arguments");
}

/* --- conversions ------------------------------------------------------- */

static const char *convert(const NativeDef *def, Value a, Value b,
                           const char *name)
{
    Value args[] = {a, b};
    Value v = object_call(t, native_function_new(t, def, UNBOUND, NONE), args,
                          name == NULL ? 2 : 1,
                          name == NULL ? NULL : names(name));
    return value_is_null(v) ? text(object_str(t, exception_take(t)))
                            : text(object_repr(t, v));
}

static void test_conversions(void)
{
    Value s = value_from_pointer(str_from_c(t, "ab"));
    CHECK_STRING(convert(&c_split_native, s, NONE, NULL),
                 "('ab', None, -1, True, False)");
    CHECK_STRING(convert(&c_split_native, s, s, "keep"),
                 "('ab', None, -1, True, True)");
    CHECK_STRING(convert(&c_split_native, one, NONE, NULL),
                 "split() argument 1 must be str, not int");
    CHECK_STRING(convert(&c_split_native, s, one, NULL),
                 "split() argument 2 must be str or None, not int");
    CHECK_STRING(convert(&c_split_native, s, s, "x"),
                 "must be real number, not str");
    Value only = native_function_new(t, &c_only_native, UNBOUND, NONE);
    CHECK(value_is_null(object_call1(t, only, NONE)));
    CHECK_STRING(text(object_str(t, exception_take(t))),
                 "only() argument must be list, not None");
}

/* --- declarations ------------------------------------------------------ */

/* What `params` are refused for, or NULL. */
static const char *refusal(const NativeParam *params, uint32_t flags)
{
    NativeDef def = {"f", f_none_native.call, params, NULL, flags,
                     NULL};
    return native_def_check(&def);
}

static void test_declarations(void)
{
    static const NativeParam bad_default[] = {
        {"a", "object", "1e", PARAM_ARG, LEAF_ALL}, {0}};
    static const NativeParam order[] = {{"a", "object", "1", PARAM_ARG, LEAF_ALL},
                                        {"b", "object", NULL, PARAM_ARG, LEAF_ALL},
                                        {0}};
    static const NativeParam twice[] = {{"a", "object", NULL, PARAM_ARG, LEAF_ALL},
                                        {"a", "object", NULL, PARAM_ARG, LEAF_ALL},
                                        {0}};
    static const NativeParam name[] = {{"a b", "object", NULL, PARAM_ARG, LEAF_ALL},
                                       {0}};
    static const NativeParam stars[] = {{"*", NULL, NULL, PARAM_STAR, 0},
                                        {"a", NULL, NULL, PARAM_ARGS, 0},
                                        {0}};
    static const NativeParam any[] = {{"a", "type", NULL, PARAM_ARG, LEAF_NEVER},
                                      {0}};
    static const NativeParam state[] = {{"s", NULL, NULL, PARAM_HIDDEN, 0},
                                        {0}};
    static const NativeParam none[] = {{0}};
    CHECK_STRING(refusal(bad_default, 0), "a default that is no literal");
    CHECK_STRING(refusal(order, 0),
                 "a required parameter behind an optional one");
    CHECK_STRING(refusal(twice, 0), "two parameters with one name");
    CHECK_STRING(refusal(name, 0), "a parameter's name is no identifier");
    CHECK_STRING(refusal(stars, 0), "a second *");
    CHECK_STRING(refusal(none, NATIVE_CLASS), "a class method without (cls)");
    CHECK(refusal(none, 0) == NULL);
    CHECK_STRING(refusal(none, NATIVE_LEAF | NATIVE_FRAMES),
                 "a leaf that looks at frames");
    CHECK_STRING(refusal(&stars[1], NATIVE_LEAF), "a leaf with a star");
    CHECK_STRING(refusal(any, NATIVE_READER),
                 "a leaf with a conversion that always may run Python");
    CHECK_STRING(refusal(state, NATIVE_TOTAL), "a pure function with a state");
    CHECK(refusal(state, NATIVE_READER) == NULL);
    CHECK(native_def_check(&f_defaults_native) == NULL);
    NativeParam many[NATIVE_FIXED_MAX + 2] = {{0}};
    char names_of[NATIVE_FIXED_MAX + 1][4];
    for (int i = 0; i <= NATIVE_FIXED_MAX; i++) {
        snprintf(names_of[i], sizeof names_of[i], "a%d", i);
        many[i] = (NativeParam){names_of[i], "object", NULL, PARAM_ARG, LEAF_ALL};
    }
    CHECK_STRING(refusal(many, 0), "too many parameters");
}

/* --- what traces may take for granted ---------------------------------- */

static Native *native(const NativeDef *def)
{
    return value_to_native(native_function_new(t, def, UNBOUND, NONE));
}

/* The flags of a call, and which arguments they are of the types of. */
static bool is_leaf(const NativeDef *def, Value a, Value b, Value c,
                    uint32_t flags, uint64_t guarded)
{
    Value args[] = {a, b, c};
    NativeLeaf leaf = native_leaf_of(native(def), args);
    return leaf.flags == flags && (flags == 0 || leaf.guarded == guarded);
}

static void test_leaves(void)
{
    const NativeDef *pure = &leaf_pure_native, *reader = &leaf_reader_native;
    Value i = value_from_int(1), half = value_try_flonum(0.5);
    Value list = value_from_pointer(list_new(t, 0));
    Value big = int_lshift(t, i, value_from_int(100));
    CHECK(is_leaf(pure, half, NONE, UNBOUND, NATIVE_PURE, 3));
    CHECK(is_leaf(pure, i, NONE, i, NATIVE_PURE, 7));
    CHECK(is_leaf(pure, TRUE_VALUE, NONE, list, NATIVE_READER, 3));
    CHECK(is_leaf(pure, list, NONE, UNBOUND, 0, 0));
    CHECK(is_leaf(pure, half, half, UNBOUND, 0, 0));
    CHECK(is_leaf(reader, list, i, UNBOUND, NATIVE_READER, 2));
    CHECK(is_leaf(reader, list, big, UNBOUND, 0, 0));
    CHECK(is_leaf(&f_one_native, i, UNBOUND, UNBOUND, 0, 0));
}

static bool dies(Native *fn, Value arg)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        native_leaf_checked(t, fn, &arg, 1);
        _exit(0);
    }
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

static void test_leaf_is_checked(void)
{
    Native *wrong = native(&leaf_wrong_native);
    CHECK(dies(wrong, value_from_int(1)) == DEBUG);
    CHECK(!dies(wrong, value_from_int(0)));
    CHECK(!dies(wrong, TRUE_VALUE)); /* nothing was said of that */
}

static void check_def(Value v)
{
    if (!value_is_pointer(v))
        return;
    if (value_has_shape(v, SHAPE_STATICMETHOD))
        v = slot_get(&((Wrapped *)value_to_pointer(v))->callable);
    if (value_header(v)->kind != KIND_NATIVE ||
        value_has_shape(v, SHAPE_WRAPPER_DESCRIPTOR) ||
        value_has_shape(v, SHAPE_METHOD_WRAPPER))
        return;
    const NativeDef *def = ((Native *)value_to_pointer(v))->def;
    const char *wrong = native_def_check(def);
    if (wrong != NULL)
        OK(false, "%s: %s", def->name, wrong);
}

/* All of the builtin types' natives */
static void test_all_declarations(void)
{
    int n = 0;
    for (unsigned i = 1; i < SHAPE_FIRST_FREE; i++) {
        if (shape_table[i] == NULL)
            continue; /* of a layer below, which is not there */
        Type *type = shape_table[i]->type;
        for (int64_t at = 0; at < type->dict->table->n_entries; at++)
            if (type->dict->table->entries[at].key.value_.bits != 0)
                check_def(type->dict->table->entries[at].value.value_), n++;
        if (type->constructor != NULL)
            check_def(slot_get(&type->constructor_binding));
        if (type->initializer != NULL)
            check_def(slot_get(&type->initializer_binding));
    }
    OK(n > 1000, "%d attributes of types looked at", n);
}

static void test_methods(void)
{
    Value append = object_getattr(t, value_from_pointer(&type_list),
                                  str_intern_c(t, "append"));
    CHECK(value_is_null(object_call0(t, append)));
    CHECK_STRING(text(object_str(t, exception_take(t))),
                 "unbound method list.append() needs an argument");
    CHECK(value_is_null(object_call1(t, append, one)));
    CHECK_STRING(text(object_str(t, exception_take(t))),
                 "descriptor 'append' for 'list' objects doesn't apply to a "
                 "'int' object");
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    one = value_from_int(1);
    two = value_from_int(2);
    test_binding();
    test_errors();
    test_conversions();
    test_declarations();
    test_leaves();
    test_leaf_is_checked();
    test_all_declarations();
    test_methods();
    return tap_done();
}
