/* SPDX-License-Identifier: MIT */
/*
 * Checks a code object by running it on stack depths alone: jumps land on
 * instructions, every path gives each instruction one depth, which is never
 * negative nor above stack_size, and handlers are entered at their depth.
 */
#ifndef ADDER_TESTS_CODE_VERIFY_H
#define ADDER_TESTS_CODE_VERIFY_H

#include <stdio.h>
#include <stdlib.h>
#include "compile/code.h"
#include "object/container/tuple.h"

typedef struct Verify {
    const Code *code;
    int *depth;     /* by unit; -1: not reached */
    char *is_start; /* of an instruction */
    int *work;
    int n_work, max;
    char error[160];
} Verify;

#define VERIFY(v, condition, ...)                                             \
    do {                                                                      \
        if (!(condition)) {                                                   \
            if ((v)->error[0] == 0)                                           \
                snprintf((v)->error, sizeof(v)->error, __VA_ARGS__);          \
            return;                                                           \
        }                                                                     \
    } while (0)

static void verify_enter(Verify *v, int from, int64_t to, int depth)
{
    VERIFY(v, to >= 0 && to < v->code->n_units, "%d: jump out of range", from);
    VERIFY(v, v->is_start[to], "%d: jump into caches", from);
    VERIFY(v, v->depth[to] < 0 || v->depth[to] == depth,
           "%d -> %d: depth %d, was %d", from, (int)to, depth, v->depth[to]);
    if (depth > v->max)
        v->max = depth;
    if (v->depth[to] < 0) {
        v->depth[to] = depth;
        v->work[v->n_work++] = (int)to;
    }
}

static void verify_argument(Verify *v, int i, Opcode op, uint32_t arg)
{
    const Code *c = v->code;
    uint8_t flags = opcode_flags[op];
    if (flags & OP_C)
        VERIFY(v, arg < c->consts_tuple->len, "%d: no constant %u", i, arg);
    if (flags & OP_N)
        VERIFY(v, arg < c->names_tuple->len, "%d: no name %u", i, arg);
    if (flags & OP_L)
        VERIFY(v, arg < (uint32_t)c->n_localsplus, "%d: no local %u", i, arg);
    if (op == OP_LOAD_GLOBAL || op == OP_LOAD_ATTR)
        VERIFY(v, arg >> 1 < c->names_tuple->len, "%d: no name", i);
}

static void verify_step(Verify *v, int i)
{
    CodeUnit u = v->code->units[i];
    Opcode op = (Opcode)opcode_base[unit_opcode(u)];
    int depth = v->depth[i], next = i + 1 + opcode_caches[op];
    uint32_t pops, pushes;
    const ExceptionRow *row = code_handler(v->code, (uint32_t)i);
    verify_argument(v, i, op, unit_arg(u));
    if (row != NULL) {
        VERIFY(v, (int)row->depth <= depth, "%d: handler depth %u over %d", i,
               row->depth, depth);
        verify_enter(v, i, row->target, (int)row->depth + 1 + row->push_unit);
    }
    if (opcode_flags[op] & OP_J) {
        int64_t to = (int64_t)next + unit_signed_arg(u);
        bool is_back = op == OP_JUMP_BACKWARD ||
                       op == OP_JUMP_BACKWARD_NO_INTERRUPT;
        VERIFY(v, !is_back || to <= i, "%d: forward JUMP_BACKWARD", i);
        VERIFY(v, is_back || to > i, "%d: backward %s", i, opcode_names[op]);
        opcode_stack_effect(op, unit_arg(u), true, &pops, &pushes);
        VERIFY(v, (int)pops <= depth, "%d: %s pops %u of %d", i,
               opcode_names[op], pops, depth);
        verify_enter(v, i, to, depth - (int)pops + (int)pushes);
    }
    opcode_stack_effect(op, unit_arg(u), false, &pops, &pushes);
    VERIFY(v, (int)pops <= depth, "%d: %s pops %u of %d", i, opcode_names[op],
           pops, depth);
    if (depth - (int)pops + (int)pushes > v->max)
        v->max = depth - (int)pops + (int)pushes;
    if (!(opcode_flags[op] & OP_E))
        verify_enter(v, i, next, depth - (int)pops + (int)pushes);
}

/* "" or what is wrong; nested code objects too. */
static const char *code_verify(const Code *code)
{
    static char error[160];
    size_t n = (size_t)code->n_units;
    Verify v = {.code = code,
                .depth = malloc(n * sizeof(int)),
                .is_start = calloc(n, 1),
                .work = malloc((n + 1) * sizeof(int))};
    for (size_t i = 0; i < n; i++)
        v.depth[i] = -1;
    for (size_t i = 0; i < n;
         i += 1 + opcode_caches[unit_opcode(code->units[i])])
        v.is_start[i] = 1;
    verify_enter(&v, 0, 0, 0);
    while (v.n_work > 0 && v.error[0] == 0)
        verify_step(&v, v.work[--v.n_work]);
    if (v.error[0] == 0 && v.max > code->stack_size)
        snprintf(v.error, sizeof v.error, "stack %d, but %d used",
                 code->stack_size, v.max);
    free(v.depth);
    free(v.is_start);
    free(v.work);
    snprintf(error, sizeof error, "%s", v.error);
    for (int64_t i = 0; i < code->consts_tuple->len && error[0] == 0; i++) {
        Value k = tuple_get(code->consts_tuple, i);
        if (value_has_shape(k, SHAPE_CODE))
            code_verify(value_to_pointer(k));
    }
    return error;
}

#endif
