/* SPDX-License-Identifier: MIT */
/*
 * Inputs for the test of stencils: the numbers at which arithmetic changes its
 * ways, random ones of every length, and objects in a small heap.
 */
#include "stencil_world.h"
#include <string.h>
#include "mock_helpers.h"

World world;

static uint64_t random_state = 88172645463325252u;

static uint64_t random_word(void) /* xorshift: the same on every run */
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}
static unsigned below(unsigned n)
{
    return (unsigned)(random_word() >> 33) % n;
}
#define ONE_OF(array) array[below(sizeof(array) / sizeof *(array))]

static int64_t random_int(void)
{
    return (int64_t)random_word() >> (2 + below(60));
}

uint64_t world_int(void)
{
    static const int64_t edges[] = {
        0, 1, -1, 2, -2, 3, 5, -5, 7, -7, 10, 59, 60, 61, 62, 63, 64, -63,
        -64, 255, 1 << 20, INT32_MAX, INT32_MIN, INT64_C(1) << 31,
        INT64_C(1) << 32, -(INT64_C(1) << 32), INT64_C(1) << 53,
        (INT64_C(1) << 53) + 1, -(INT64_C(1) << 53), -(INT64_C(1) << 53) - 1,
        SMALL_INT_MAX, SMALL_INT_MIN, SMALL_INT_MAX - 1, SMALL_INT_MIN + 1,
        SMALL_INT_MAX / 2, SMALL_INT_MIN / 2, SMALL_INT_MAX / 2 + 1,
    };
    int64_t i = below(3) == 0 ? random_int() : ONE_OF(edges);
    return value_from_int(i).bits;
}

uint64_t world_imm(void)
{
    static const int64_t edges[] = {
        0, 1, -1, 2, -2, 3, -3, 7, 10, -10, 16, 31, 32, 60, 61, 62, 63, 64,
        100, 1000, -1000, 65536, INT32_MAX / 4, INT32_MIN / 4,
    };
    static unsigned next;
    if (next % 2)
        return value_from_int(edges[next++ / 2 % (sizeof edges / 8)]).bits;
    next++;
    return value_from_int((int32_t)random_word() >> (2 + below(28))).bits;
}

uint64_t world_double(void)
{
    static const double edges[] = {
        0.0, -0.0, 1.0, -1.0, 0.5, -1.5, 3.0, 1e10, -1e10, 1e-300, 1e300,
        4.9406564584124654e-324, -2.2250738585072009e-308,
        1.7976931348623157e308, -1.7976931348623157e308, __builtin_inf(),
        -__builtin_inf(), __builtin_nan(""), 0x1p-255, 0x1p-256, 0x1p256,
        0x1p257, -0x1p-255, -0x1.8p256,
    };
    union {
        double d;
        uint64_t u;
    } x = {ONE_OF(edges)};
    unsigned how = below(4);
    if (how == 0)
        x.u = random_word();
    else if (how == 1)
        x.d = (double)random_int() / 16;
    return x.u;
}

/* ---- objects ---- */
static const struct {
    uint16_t op;
    uint8_t wants[3];
} wanted[] = {
    {UOP_UNBOX_FLOAT, {WORLD_FLOAT}},
    {UOP_UNARY_NOT, {WORLD_BOOL}},
    {UOP_LOAD_ATTR_SLOT, {WORLD_INSTANCE}},
    {UOP_LOAD_ATTR_EXTRA, {WORLD_INSTANCE}},
    {UOP_STORE_ATTR_SLOT, {0, WORLD_INSTANCE}},
    {UOP_STORE_ATTR_EXTRA, {0, WORLD_INSTANCE}},
    {UOP_STORE_ATTR_ADD, {0, WORLD_INSTANCE}},
    {UOP_GUARD_KEYS_VERSION_OF, {WORLD_DICT}},
    {UOP_LOAD_DICT_ENTRY, {WORLD_DICT}},
    {UOP_LOAD_CELL, {WORLD_CELL}},
    {UOP_STORE_CELL, {0, WORLD_CELL}},
    {UOP_LOAD_METHOD_SELF, {WORLD_METHOD}},
    {UOP_LOAD_METHOD_FUNCTION, {WORLD_METHOD}},
    {UOP_LOAD_CLOSURE_CELL, {WORLD_FUNCTION}},
    {UOP_BINARY_SUBSCR_LIST_INT, {WORLD_LIST}},
    {UOP_STORE_SUBSCR_LIST_INT, {0, WORLD_LIST}},
    {UOP_BINARY_SUBSCR_TUPLE_INT, {WORLD_TUPLE}},
    {UOP_GUARD_TUPLE_LEN, {WORLD_TUPLE}},
    {UOP_GUARD_LIST_LEN, {WORLD_LIST}},
    {UOP_LOAD_TUPLE_ITEM, {WORLD_TUPLE}},
    {UOP_LOAD_LIST_ITEM, {WORLD_LIST}},
    {UOP_LIST_LEN, {WORLD_LIST}},
    {UOP_TUPLE_LEN, {WORLD_TUPLE}},
    {UOP_STR_LEN, {WORLD_STR}},
    {UOP_DICT_LEN, {WORLD_DICT}},
    {UOP_LIST_APPEND, {WORLD_LIST}},
    {UOP_GUARD_NOT_EXHAUSTED_RANGE, {WORLD_RANGE_ITER}},
    {UOP_GUARD_EXHAUSTED_RANGE, {WORLD_RANGE_ITER}},
    {UOP_ITER_NEXT_RANGE, {WORLD_RANGE_ITER}},
    {UOP_GUARD_NOT_EXHAUSTED_LIST, {WORLD_LIST_ITER}},
    {UOP_GUARD_EXHAUSTED_LIST, {WORLD_LIST_ITER}},
    {UOP_ITER_NEXT_LIST, {WORLD_LIST_ITER}},
    {UOP_GUARD_NOT_EXHAUSTED_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_GUARD_EXHAUSTED_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_ITER_NEXT_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_BINARY_SUBSCR_STR_INT, {WORLD_STR}},
    {UOP_CALL_NATIVE, {WORLD_NATIVE}},
    {UOP_PUSH_FRAME, {WORLD_FUNCTION}},
    {UOP_GUARD_GENERATOR, {WORLD_GENERATOR}},
    {UOP_ENTER_GENERATOR, {WORLD_GENERATOR}},
};

WorldObject world_wants(unsigned op, int i)
{
    for (size_t n = 0; n < sizeof wanted / sizeof *wanted; n++)
        if (wanted[n].op == op)
            return (WorldObject)wanted[n].wants[i];
    return WORLD_ANYTHING;
}

static void *object(WorldObject which)
{
    switch (which) {
    case WORLD_INSTANCE: return world.instance;
    case WORLD_LIST: return &world.list;
    case WORLD_TUPLE: return world.tuple;
    case WORLD_DICT: return &world.dict;
    case WORLD_RANGE_ITER: return &world.range_iter;
    case WORLD_LIST_ITER: return &world.list_iter;
    case WORLD_TUPLE_ITER: return &world.tuple_iter;
    case WORLD_CELL: return &world.cell;
    case WORLD_FUNCTION: return &world.function;
    case WORLD_METHOD: return &world.method;
    case WORLD_NATIVE: return &world.native;
    case WORLD_STR: return &world.str;
    case WORLD_GENERATOR: return &world.generator;
    default: return &world.boxed;
    }
}

static uint64_t any_value(void)
{
    static const uint64_t immediates[] = {0x04, 0x14, 0x0c, 0x1c, 0x24, 0x2c};
    union {
        uint64_t u;
        double d;
    } x;
    switch (below(4)) {
    case 0: return world_int();
    case 1: return ONE_OF(immediates);
    case 2:
        x.u = world_double();
        x.u = value_try_flonum(x.d).bits;
        if (value_is_flonum(VALUE_BITS(x.u)))
            return x.u;
        return (uint64_t)(uintptr_t)&world.boxed;
    default:
        return (uint64_t)(uintptr_t)object(
            (WorldObject)(WORLD_INSTANCE + below(WORLD_FLOAT)));
    }
}

uint64_t world_value(unsigned op, int i)
{
    WorldObject which = world_wants(op, i);
    if (which == WORLD_ANYTHING)
        return any_value();
    if (which == WORLD_BOOL)
        return value_from_bool(below(2)).bits;
    if (which == WORLD_FLOAT && below(2)) {
        double d = (double)random_int();
        return value_try_flonum(d).bits;
    }
    return (uint64_t)(uintptr_t)object(which);
}

static void make_slots(Slot *slots, int n)
{
    for (int i = 0; i < n; i++)
        slots[i].value_ = VALUE_BITS(random_word());
}

/* Pointers lead into `world`, where the state is copied to. */
static void make_objects(World *w, int64_t len, int64_t index)
{
    ((Instance *)w->instance)->h.shape = SHAPE_FIRST_FREE + below(2);
    ((Instance *)w->instance)->extra = world.extra;
    ((SlotArray *)w->extra)->capacity = WORLD_ITEMS;
    w->list = (List){{.shape = SHAPE_LIST}, len, (SlotArray *)world.array};
    ((SlotArray *)w->array)->capacity = len + (int64_t)below(2);
    ((Tuple *)w->tuple)->h.shape = SHAPE_TUPLE;
    ((Tuple *)w->tuple)->len = len;
    w->dict = (Dict){{.shape = SHAPE_DICT}, len, (DictTable *)world.table, 40,
                     0};
    w->dict.keys_version += below(2);
    w->range_iter = (RangeIter){{.shape = SHAPE_RANGE_ITERATOR},
                                random_int() >> 8,
                                random_int() >> 8,
                                (int64_t)below(4) - 1};
    w->list_iter = (SeqIter){{.shape = 1}, index, &world.list};
    w->tuple_iter = (SeqIter){{.shape = 1}, index, world.tuple};
    w->function.h.shape = SHAPE_FUNCTION;
    w->function.code = (Code *)(uintptr_t)(0x7000 + 16 * below(2));
    w->function.closure = (Tuple *)world.tuple;
    w->function.globals = (Dict *)(uintptr_t)(0x8000 + 16 * below(2));
    w->function.builtins = &world.dict;
    w->function.version = 40 + below(2);
    w->native.h.shape = 1;
    w->native.call = (NativeFn)(uintptr_t)&mock_native;
    w->boxed.h.shape = SHAPE_FLOAT;
    w->boxed.value = 1e200;
    w->str.h.shape = SHAPE_STR;
    w->str.len = len;
    w->thread.pending = below(2) * 4;
}

/* A caller and the base frame; the plans differ from them now and then. */
static void make_frames(World *w)
{
    enum { CALLER, BASE, FREE };
    for (int i = 0; i < WORLD_PLANS; i++)
        w->plans[i] = (FramePlan){
            .code = (Code *)(uintptr_t)(0x7000 + 16 * below(2)),
            .globals = (Dict *)(uintptr_t)(0x8000 + 16 * below(2)),
            .pc = (FrameUnit *)(uintptr_t)(0x9000 + 4 * below(2)),
            .base = below(8),
            .size = below(40),
            .flags = below(2) * FRAME_INIT,
        };
    w->frames[CALLER].pc = w->plans[0].pc;
    w->frames[CALLER].globals = w->plans[0].globals;
    w->frames[CALLER].locals = world.locals;
    w->frames[CALLER].stack_end = world.locals + below(8);
    w->frames[BASE].back = &world.frames[CALLER];
    w->frames[BASE].locals = world.locals + below(8);
    w->frames[BASE].flags = below(2) ? (uint32_t)w->plans[0].flags
                                     : below(2) * FRAME_GENERATOR;
    if (below(8) == 0)
        w->frames[BASE].object = (FrameObject *)&world.boxed;
    w->running.frame = w->thread.frame = &world.frames[BASE];
    w->running.locals = w->frames[BASE].locals;
    w->running.frame_next = w->thread.frame_next = &world.frames[FREE];
    w->running.stack_next = w->thread.stack_next = world.locals + 7;
    w->thread.frame_limit = world.frames + below(2 * ACTIVATION_FRAMES);
    w->thread.stack_limit = world.locals + below(2 * ACTIVATION_SLOTS);
    w->thread.recursion_left = below(3 * ACTIVATION_FRAMES);
    w->thread.activation = &world.running;
}

static void make_generators(World *w, unsigned op)
{
    Generator *g = &w->generator.object, *base = &w->running_generator.object;
    g->state = (uint8_t)below(4);
    g->frame.pc = w->plans[below(WORLD_PLANS)].pc;
    g->frame.globals = w->plans[0].globals;
    g->frame.locals = world.generator.object.values;
    g->frame.sp = g->frame.locals + below(WORLD_ITEMS - 1);
    w->thread.exc_state = &world.exc;
    if (op != UOP_LEAVE_GENERATOR)
        return;
    base->frame = w->frames[1];
    base->frame.locals = world.running_generator.object.values;
    base->exc.previous = &world.exc;
    base->n_values = WORLD_ITEMS;
    w->running.frame = w->thread.frame = &world.running_generator.object.frame;
    for (int i = 0; i < WORLD_PLANS; i++)
        w->plans[i].size = below(2);
}

void world_make(World *w, unsigned op)
{
    int64_t len = below(4) ? WORLD_ITEMS - (int64_t)below(2) : 0;
    int64_t index = below(WORLD_ITEMS);
    bool takes = op == UOP_ITER_NEXT_LIST || op == UOP_ITER_NEXT_TUPLE;
    if (takes)
        len = WORLD_ITEMS;
    if (op == UOP_LIST_APPEND)
        len = below(WORLD_ITEMS);
    memset(w, 0, sizeof *w);
    make_slots(((Instance *)w->instance)->slots, WORLD_ITEMS);
    make_slots(((SlotArray *)w->extra)->items, WORLD_ITEMS);
    make_slots(((SlotArray *)w->array)->items, WORLD_ITEMS);
    make_slots(((Tuple *)w->tuple)->items, WORLD_ITEMS);
    make_slots(&w->cell.value, 1);
    make_slots(&w->method.self, 1);
    make_slots(&w->method.function, 1);
    for (int i = 0; i < WORLD_ITEMS; i++)
        make_slots(&((DictTable *)w->table)->entries[i].value, 1);
    make_objects(w, len, index);
    make_frames(w);
    make_generators(w, op);
    if (op == UOP_LOAD_ATTR_EXTRA || op == UOP_STORE_ATTR_EXTRA)
        ((Instance *)w->instance)->extra = world.extra;
    if (!takes && below(4) == 0)
        w->list_iter.seq = w->tuple_iter.seq = NULL;
}

static uint64_t pair_operand(unsigned op)
{
    uint64_t low = offsetof(Instance, extra), high = below(WORLD_ITEMS);
    if (op == UOP_STORE_ATTR_ADD) {
        low = offsetof(Instance, slots) + 8 * below(WORLD_ITEMS);
        high = 1000 + below(100);
    }
    return low | high << 32;
}

static uint64_t number_operand(unsigned op)
{
    if (op == UOP_GUARD_KEYS_VERSION_OF || op == UOP_GUARD_FUNCTION_VERSION)
        return 40 + below(2);
    if (op == UOP_RANGE_ITER_NEW)
        return (uint64_t)(int64_t)(1 - (int)below(4));
    return below(WORLD_ITEMS);
}

uint64_t world_operand(unsigned op, unsigned kind)
{
    static const uint64_t values[] = {0x04, 0x0c, 0x1c, 0x2c, 0x07,
                                      0x7fffffffffffffff};
    switch (kind) {
    case NUMBER: return number_operand(op);
    case OFFSET: return offsetof(Instance, slots) + 8 * below(WORLD_ITEMS);
    case SHAPE:
        return below(2) ? SHAPE_FIRST_FREE + below(2) : (uint64_t)SHAPE_LIST;
    case VALUE: return below(2) ? any_value() : ONE_OF(values);
    case POINTER: return random_word();
    case PAIR: return pair_operand(op);
    case CALL_PLAN: return (uintptr_t)&world.plans[below(WORLD_PLANS)];
    default: return 0;
    }
}

uint64_t world_answer(void)
{
    static const uint64_t answers[] = {0, 1, UINT64_MAX, 0x1c, 0xfff0, 0xffffffff};
    return ONE_OF(answers);
}
