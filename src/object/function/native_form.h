/* SPDX-License-Identifier: MIT */
/*
 * Forms of natives: what traces have instead of the call, where as many
 * arguments are given as the micro-op has inputs, each of the kind that its row
 * in abi/uops.def says.  A form answers what the native answers, of the op's
 * kind, or leaves, and the interpreter calls the native.
 *
 *     NATIVE_FORMED(math, sin, NATIVE_PURE, FORMS(FORM_DOUBLE(sin)), ...)
 *     NATIVE_FORMED(builtins, abs, 0, FORMS(FORM(ABS_INT), FORM(ABS_FLOAT)), ...)
 */
#ifndef ADDER_OBJECT_NATIVE_FORM_H
#define ADDER_OBJECT_NATIVE_FORM_H

#include "abi/layout.h"
#include "abi/uop_list.h"
#include "object/function/native_def.h"

struct NativeForm {
    uint16_t op;             /* Uop; 0 ends a list */
    bool takes_ints;         /* small ones, where its op takes a FLOAT */
    DoubleFunction function; /* of _CALL_DOUBLE_1 and _2 */
};

/* The first that fits is taken. */
#define FORMS(...) ((const NativeForm[]){__VA_ARGS__, {0}})
#define FORM(NAME) {.op = UOP_##NAME}
/* One for which an int is the float that it equals. */
#define FORM_REAL(NAME) {.op = UOP_##NAME, .takes_ints = true}
/* Functions of C, likewise.  Where the native raises they answer an infinity or
 * a NaN that no argument explains, as the C library does. */
#define FORM_DOUBLE(fn) \
    {UOP_CALL_DOUBLE_1, true, {.call.one = (fn), .name = #fn}}
#define FORM_DOUBLES(fn) \
    {UOP_CALL_DOUBLE_2, true, {.call.two = (fn), .name = #fn}}

#endif
