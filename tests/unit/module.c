/* SPDX-License-Identifier: MIT */
/* Modules made of tables: their state and exceptions. */
#include "object/container/dict.h"
#include "object/core/runtime.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "../tap.h"

typedef struct Counter {
    RECORD_HEAD(int64_t calls;)
} Counter;

NATIVE(counter, next, 0, NULL, (state, Counter, state))
{
    return value_from_int(++state->calls);
}

static const NativeDef *const functions[] = {&counter_next_native, NULL};

static const ModuleDef counter_module = {
    .name = "counter",
    .functions = {functions},
    .state_size = sizeof(Counter),
};

typedef struct Memory {
    RECORD_HEAD(int64_t n;)
    Slot first, last;
} Memory;

static int memory_init(Thread *thread, Module *m)
{
    Memory *state = m->state;
    slot_set(state, &state->last, value_from_pointer(dict_new(thread)));
    return 0;
}

static const ModuleDef memory_module = {
    .name = "memory",
    .functions = {NULL},
    .state_size = sizeof(Memory),
    .init = memory_init,
};

static Thread *t;

static void test_raw_state(void)
{
    Module *a = module_from_def(t, &counter_module);
    Module *b = module_from_def(t, &counter_module);
    Value next = dict_get_c(t, a->dict, "next");
    object_call0(t, next);
    CHECK(value_to_int(object_call0(t, next)) == 2);
    next = dict_get_c(t, b->dict, "next");
    CHECK(value_to_int(object_call0(t, next)) == 1);
}

static void test_state_with_slots(void)
{
    Module *m = module_from_def(t, &memory_module);
    gc_collect(&t->gc);
    const Memory *state = m->state;
    CHECK(state->n == 0);
    CHECK(value_is_unbound(slot_get(&state->first)));
    CHECK(value_has_shape(slot_get(&state->last), SHAPE_DICT));
    CHECK(module_state(t, &memory_module) == state);
}

static void test_exception(void)
{
    Module *m = module_from_def(t, &counter_module);
    Value error = module_exception_new(t, m, "error", EXC(ValueError));
    CHECK(value_same(dict_get_c(t, m->dict, "error"), error));
    CHECK(type_is_subtype(value_to_pointer(error), EXC(ValueError)));
    const char *text = str_to_utf8(t, value_to_str(object_repr(t, error)), NULL);
    CHECK(strcmp(text, "<class 'counter.error'>") == 0);
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    test_raw_state();
    test_state_with_slots();
    test_exception();
    return tap_done();
}
