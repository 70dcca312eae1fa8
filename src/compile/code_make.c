/* SPDX-License-Identifier: MIT */
/*
 * code(...): code objects put together by programs, of what the attributes of
 * others are.  The verifier passes them, or they are not made.
 */
#include <string.h>
#include "compile/code.h"
#include "compile/code_make.h"
#include "compile/locations.h"
#include "compile/verify.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* The names, interned; NULL with TypeError. */
static Tuple *names_of(Thread *t, const Tuple *from)
{
    Tuple *names = tuple_new(t, from->len);
    for (int64_t i = 0; names != NULL && i < from->len; i++) {
        Value v = tuple_get(from, i);
        if (!value_is_str(v)) {
            raise_type_error(t,
                             "name tuples must contain only strings, not '%T'",
                             v);
            return NULL;
        }
        Str *s = str_intern(t, str_exact(t, value_to_str(v)));
        tuple_set(names, i, value_from_pointer(s));
    }
    return names;
}

/* Which of the first n names it is, or -1. */
static int64_t index_of(const Tuple *names, int64_t n, Value name)
{
    for (int64_t i = 0; i < n; i++)
        if (value_same(tuple_get(names, i), name))
            return i;
    return -1;
}

/* The slots: locals, cells that are no arguments, free variables. */
static bool slots_fill(Thread *t, Code *c, const Tuple *locals,
                       const Tuple *cells, const Tuple *frees)
{
    int64_t n_params = (int64_t)c->n_args + c->n_kwonly +
                       ((c->flags & CODE_VARARGS) != 0) +
                       ((c->flags & CODE_VARKEYWORDS) != 0);
    List *names = list_new(t, locals->len + cells->len + frees->len);
    int64_t room = locals->len + cells->len + frees->len;
    Bytes *kinds = bytes_new(t, NULL, room);
    if (names == NULL || kinds == NULL)
        return false;
    for (int64_t i = 0; i < locals->len; i++) {
        list_append(t, names, tuple_get(locals, i));
        kinds->data[i] = LOCAL_PLAIN;
    }
    for (int64_t i = 0; i < cells->len; i++) {
        int64_t at = index_of(locals, n_params, tuple_get(cells, i));
        if (at < 0)
            list_append(t, names, tuple_get(cells, i));
        kinds->data[at < 0 ? names->len - 1 : at] |= LOCAL_CELL;
    }
    c->n_cells = (int32_t)(names->len - locals->len);
    c->n_free = (int32_t)frees->len;
    for (int64_t i = 0; i < frees->len; i++) {
        list_append(t, names, tuple_get(frees, i));
        kinds->data[names->len - 1] = LOCAL_FREE;
    }
    c->localsplus_names = list_to_tuple(t, names);
    c->n_localsplus = (int32_t)names->len;
    c->localsplus_kinds = bytes_new(t, kinds->data, names->len);
    return c->localsplus_names != NULL && c->localsplus_kinds != NULL;
}

/* Copies the rows of co_exceptiontable. */
static bool exceptions_fill(Thread *t, Code *c, const Bytes *table)
{
    if (table->len % (int64_t)sizeof(ExceptionRow) != 0) {
        raise_value_error(t, "code: co_exceptiontable is malformed");
        return false;
    }
    c->exceptions = code_blob(t, table->data, (size_t)table->len);
    c->n_exceptions = (uint32_t)((size_t)table->len / sizeof(ExceptionRow));
    return true;
}

static bool units_fill(Thread *t, Code *c, const Bytes *code)
{
    if (code->len % (int64_t)sizeof(CodeUnit) != 0) {
        raise_value_error(t, "code: co_code is malformed");
        return false;
    }
    c->units_blob = code_blob(t, code->data, (size_t)code->len);
    c->n_units = (int32_t)(code->len / (int64_t)sizeof(CodeUnit));
    return true;
}

/* Whether the numbers make sense together: 0 or -1. */
static int numbers_check(Thread *t, const Code *c, int64_t n_varnames)
{
    static const struct {
        const char *name;
        size_t offset;
    } counts[] = {
        {"argcount", offsetof(Code, n_args)},
        {"posonlyargcount", offsetof(Code, n_posonly)},
        {"kwonlyargcount", offsetof(Code, n_kwonly)},
        {"nlocals", offsetof(Code, n_locals)},
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int32_t n;
        memcpy(&n, (const char *)c + counts[i].offset, sizeof n);
        if (n < 0)
            return RAISE_INT(raise_value_error(
                t, "code: %s must not be negative", counts[i].name));
    }
    if (c->stack_size < 0 || (int32_t)c->flags < 0 || c->n_posonly > c->n_args)
        return RAISE_INT(raise_error(t, EXC(SystemError),
                                     "bad argument to internal function"));
    int64_t n = (int64_t)c->n_args + c->n_kwonly +
                ((c->flags & CODE_VARARGS) != 0) +
                ((c->flags & CODE_VARKEYWORDS) != 0);
    if (n > n_varnames)
        return RAISE_INT(raise_value_error(
            t, "code: co_varnames is too small"));
    if (c->n_locals != n_varnames)
        return RAISE_INT(raise_value_error(
            t, "code: co_nlocals != len(co_varnames)"));
    return 0;
}

static Value verified(Thread *t, const Code *parts)
{
    Code *code = code_new(t, parts);
    const char *reason = code_verify(code);
    return reason == NULL ? value_from_pointer(code)
                          : raise_value_error(t, "code: %s", reason);
}

CONSTRUCTOR_SHARED(code, 0, (cls), (arg, c_int, argcount),
                   (arg, c_int, posonlyargcount), (arg, c_int, kwonlyargcount),
                   (arg, c_int, nlocals), (arg, c_int, stacksize),
                   (arg, c_int, flags), (arg, bytes, codestring),
                   (arg, tuple, constants), (arg, tuple, names),
                   (arg, tuple, varnames), (arg, str, filename),
                   (arg, str, name), (arg, str, qualname),
                   (arg, c_int, firstlineno), (arg, bytes, linetable),
                   (arg, bytes, exceptiontable), (opt, tuple, freevars, ()),
                   (opt, tuple, cellvars, ()), (slash))
{
    Code c = {.n_args = argcount, .n_posonly = posonlyargcount,
              .n_kwonly = kwonlyargcount, .n_locals = nlocals,
              .stack_size = stacksize,
              .flags = (uint32_t)flags & ~(uint32_t)CODE_HIDDEN,
              .first_line = firstlineno};
    const Tuple *locals = names_of(t, varnames);
    if (locals == NULL || numbers_check(t, &c, locals->len) < 0)
        return NULL_VALUE;
    const Tuple *cells = names_of(t, cellvars);
    const Tuple *frees = cells == NULL ? NULL : names_of(t, freevars);
    c.names_tuple = frees == NULL ? NULL : names_of(t, names);
    if (c.names_tuple == NULL || !units_fill(t, &c, codestring) ||
        !exceptions_fill(t, &c, exceptiontable) ||
        !slots_fill(t, &c, locals, cells, frees))
        return NULL_VALUE;
    c.consts_tuple = constants;
    c.filename = (Slot){value_from_pointer(filename)};
    c.name = (Slot){value_from_pointer(name)};
    c.qualname = (Slot){value_from_pointer(qualname)};
    c.positions = code_blob(t, linetable->data, (size_t)linetable->len);
    c.positions_len = (uint32_t)linetable->len;
    return verified(t, &c);
}
