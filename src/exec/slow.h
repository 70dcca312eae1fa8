/* SPDX-License-Identifier: MIT */
/*
 * The slow parts of instructions: names, imports, exceptions, matching,
 * building.  Each answers null or -1 with an exception set.
 */
#ifndef ADDER_EXEC_SLOW_H
#define ADDER_EXEC_SLOW_H

#include "compile/code.h"
#include "exec/frame.h"

/* names.c */
Value slow_load_name(Thread *t, Frame *f, Str *name);
int slow_store_name(Thread *t, Frame *f, Str *name, Value v);
int slow_delete_name(Thread *t, Frame *f, Str *name);
Value slow_load_global(Thread *t, Frame *f, Str *name);
int slow_delete_global(Thread *t, Frame *f, Str *name);
Value slow_load_build_class(Thread *t, Frame *f);
int slow_setup_annotations(Thread *t, Frame *f);
Value slow_load_classdef(Thread *t, Frame *f, uint32_t local);
/* UnboundLocalError or NameError for localsplus slot `local`. */
Value slow_unbound(Thread *t, Frame *f, uint32_t local);
Value slow_super_attr(Thread *t, Frame *f, Value super, Value cls, Value self,
                      Str *name, Value *method_self);

/* import.c */
Value slow_import_name(Thread *t, Frame *f, Str *name, Value fromlist,
                       Value level);
Value slow_import_from(Thread *t, Value module, Str *name);
int slow_import_star(Thread *t, Frame *f, Value module);

/* handle.c: exceptions */
Value slow_raise(Thread *t, Value exception, Value cause); /* always null */
/* An exception object is raised again as it is. */
void slow_reraise(Thread *t, Value exception);
Value slow_check_exc_match(Thread *t, Value exception, Value classes);
/* An exception of another class is raised again. */
int slow_expect(Thread *t, Value exception, Type *cls);
/* *rest and the matched group, or NONE. */
Value slow_check_eg_match(Thread *t, Value group, Value classes, Value *rest);
Value slow_prep_reraise_star(Thread *t, Value original, Value list);
/* Looks up __enter__ (or __aenter__), calls it; *exit is the bound exit. */
Value slow_with_enter(Thread *t, Value manager, bool async, Value *exit);
/* __enter__ if it and __exit__ are Python functions, and the latter bound; else
 * NULL, and nothing has been done. */
Function *slow_with_function(Thread *t, Value manager, Value *exit);

/* The bound exit called with an exception. */
Value slow_with_exit(Thread *t, Value exit, Value exception);

/* match.c */
bool slow_match_type(Value v, uint32_t flag); /* TYPE_SEQUENCE or _MAPPING */
Value slow_len(Thread *t, Value v);
Value slow_match_keys(Thread *t, Value subject, Value keys);
/* Of n positional patterns; operands are the subject, the class and the names of
 * the others. */
Value slow_match_class(Thread *t, Value *operands, int64_t n);

/* build.c */
/* Unpacks exactly n items into to[n-1] ... to[0]. */
int slow_unpack(Thread *t, Value v, int64_t n, Value *to);
int slow_unpack_ex(Thread *t, Value v, int64_t before, int64_t after,
                   Value *to);
int slow_dict_update(Thread *t, Value dict, Value mapping);
/* f(**mapping) */
int slow_dict_merge(Thread *t, Value dict, Value mapping, Value callable);
/* n values, then a tuple of constant keys. */
Value slow_const_key_map(Thread *t, Value *operands, int64_t n);
/* f(*args, **kwargs) */
Value slow_call_ex(Thread *t, Value callable, Value args, Value kwargs);
int slow_set_update(Thread *t, Value set, Value iterable);
Value slow_list_to_tuple(Thread *t, Value list);
int slow_print_expr(Thread *t, Value v);

#endif
