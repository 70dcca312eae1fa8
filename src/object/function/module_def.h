/* SPDX-License-Identifier: MIT */
/*
 * How modules written in C declare themselves: `const ModuleDef NAME_module` is
 * a constant table, and a line of src/module/modules.def names it.
 *
 *     const ModuleDef math_module = {
 *         .name = "math",
 *         .doc = "Functions of real numbers, by the C library.",
 *         .functions = {functions, math_integer_functions},
 *         .constants = constants,
 *     };
 *
 * What no table can say, `init` does.  State is a record that the module owns:
 * a struct that begins with RECORD_HEAD (object/core/record.h) and goes on with
 * Slots, all UNBOUND at first.  A function of the module asks for it with the
 * parameter (state, Struct, name), other C with module_state.
 */
#ifndef ADDER_OBJECT_MODULE_DEF_H
#define ADDER_OBJECT_MODULE_DEF_H

#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/native_def.h"
#include "os/numbers.h"

typedef struct ModuleConstant {
    const char *name;
    enum { CONSTANT_INT, CONSTANT_FLOAT, CONSTANT_STR } kind;
    union {
        int64_t i;
        double d;
        const char *s; /* UTF-8 */
    } value;
} ModuleConstant;
#define MODULE_INT(name, v) {name, CONSTANT_INT, {.i = (v)}}
#define MODULE_FLOAT(name, v) {name, CONSTANT_FLOAT, {.d = (v)}}
#define MODULE_STR(name, v) {name, CONSTANT_STR, {.s = (v)}}

/* An attribute that is a builtin type, made ready with the module; name NULL:
 * only that. */
typedef struct ModuleType {
    const char *name;
    Type *type;
} ModuleType;

enum { MODULE_FUNCTION_TABLES = 16 };

typedef struct ModuleDef {
    const char *name; /* dotted */
    const char *doc;
    /* Tables that end with NULL each. */
    const NativeDef *const *functions[MODULE_FUNCTION_TABLES + 1];
    const ModuleType *types;         /* ends with {0}; NULL: none */
    const ModuleConstant *constants; /* ends with {0}; NULL: none */
    const OsNumber *numbers; /* of the system's headers; NULL: none */
    size_t state_size;               /* sizeof of the state; 0: no state */
    /* Everything else: 0, or -1 with an exception.  NULL: nothing. */
    int (*init)(Thread *t, Module *m);
} ModuleDef;

/* A new module as the table says; NULL on error. */
Module *module_from_def(Thread *t, const ModuleDef *def);
/* The state of the module that was last made of `def`; NULL when none was. */
void *module_state(Thread *t, const ModuleDef *def);
/* For init: a new class of exceptions, which becomes an attribute of the module;
 * null on error. */
Value module_exception_new(Thread *t, Module *m, const char *name, Type *base);

#endif
