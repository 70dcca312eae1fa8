/* SPDX-License-Identifier: MIT */
/*
 * Inputs for the test of stencils: the numbers at which arithmetic changes its
 * ways, random ones of every length, and objects in a small heap.
 */
#include "stencil_world.h"
#include <stdlib.h>
#include <string.h>
#include "mock_helpers.h"
#include "object/type/type.h"

enum {
    SOME_CODE = 0x7000, /* no pointer that anyone follows */
    SOME_VERSION = 0x50028,
    FIRST_SHAPE = SHAPE_FIRST_FREE + 0x30000,
    FAR_INDEX = (WORLD_FAR - (int)sizeof(SlotArray)) / 8,
    FAR_ENTRY = 0x10003, /* of a dict's table that is not there before it */
    FAR_LENGTH = 0x20000, /* of a list or tuple that has not so many */
    FAR_TUPLE_INDEX = (WORLD_FAR - (int)sizeof(Tuple)) / 8,
};

World world;
uint64_t world_far[WORLD_FAR / 8 + WORLD_ITEMS];
/* What the last operand wants of the inputs. */
static bool far_object, far_extra;

void world_load(const World *w)
{
    world = *w;
    memcpy(world_far, w->far_head, sizeof w->far_head);
    memcpy(world_far + WORLD_FAR / 8, w->far_items, sizeof w->far_items);
}

void world_save(World *w)
{
    *w = world;
    memcpy(w->far_head, world_far, sizeof w->far_head);
    memcpy(w->far_items, world_far + WORLD_FAR / 8, sizeof w->far_items);
}

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
    {UOP_GUARD_INTERNED, {WORLD_STR}},
    {UOP_UNARY_NOT, {WORLD_BOOL}},
    {UOP_LOAD_ATTR_SLOT, {WORLD_INSTANCE}},
    {UOP_LOAD_ATTR_BOUND, {WORLD_INSTANCE}},
    {UOP_LOAD_FIELD, {WORLD_INSTANCE}},
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
    {UOP_ITER_END_LIST, {WORLD_LIST_ITER}},
    {UOP_ITER_NEXT_LIST, {WORLD_LIST_ITER}},
    {UOP_GUARD_NOT_EXHAUSTED_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_GUARD_EXHAUSTED_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_ITER_NEXT_TUPLE, {WORLD_TUPLE_ITER}},
    {UOP_BINARY_SUBSCR_STR_INT, {WORLD_STR}},
    {UOP_CALL_NATIVE, {WORLD_NATIVE}},
    {UOP_CALL_LEAF, {WORLD_NATIVE}},
    {UOP_CALL_READER, {WORLD_NATIVE}},
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
    case WORLD_INSTANCE: return far_object ? world_far : world.instance;
    case WORLD_LIST: return &world.list;
    case WORLD_TUPLE: return far_object ? world_far : world.tuple;
    case WORLD_DICT: return &world.dict;
    case WORLD_RANGE_ITER: return &world.range_iter;
    case WORLD_LIST_ITER: return &world.list_iter;
    case WORLD_TUPLE_ITER: return &world.tuple_iter;
    case WORLD_CELL: return &world.cell;
    case WORLD_FUNCTION: return &world.function;
    case WORLD_METHOD: return &world.method;
    case WORLD_NATIVE: return &world.native;
    case WORLD_STR: return world.str;
    case WORLD_GENERATOR: return world.generator;
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
    bool guards_function = op == UOP_GUARD_FUNCTION_CODE ||
                           op == UOP_GUARD_FUNCTION_VERSION;
    if (guards_function && below(2))
        return (uint64_t)(uintptr_t)&world.function;
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

static uint64_t code_operand(void)
{
    return ((uint64_t)SOME_CODE + below(2)) << 32 | (SOME_CODE + 16 * below(2));
}

/* Pointers lead into `world`, where the state is copied to. */
static void make_objects(World *w, int64_t len, int64_t index)
{
    ((Instance *)w->instance)->h.shape = FIRST_SHAPE + below(2);
    ((Instance *)w->instance)->extra = world.extra;
    ((SlotArray *)w->extra)->capacity = WORLD_ITEMS;
    w->list = (List){{.shape = SHAPE_LIST}, len, (SlotArray *)world.array};
    ((SlotArray *)w->array)->capacity = len + (int64_t)below(2);
    ((Tuple *)w->tuple)->h.shape = SHAPE_TUPLE;
    ((Tuple *)w->tuple)->len = len;
    w->dict = (Dict){{.shape = SHAPE_DICT}, len, (DictTable *)world.table,
                     SOME_VERSION, 0};
    w->dict.keys_version += below(2);
    w->range_iter = (RangeIter){{.shape = SHAPE_RANGE_ITERATOR},
                                random_int() >> 8,
                                random_int() >> 8,
                                (int64_t)below(4) - 1};
    w->list_iter = (SeqIter){{.shape = 1}, index, &world.list};
    w->tuple_iter = (SeqIter){{.shape = 1}, index, world.tuple};
    /* Not always what it looks like. */
    w->function.h.shape = SHAPE_FUNCTION + (below(8) == 0);
    w->function.code = (Code *)(uintptr_t)code_operand();
    w->function.closure = object(WORLD_TUPLE);
    w->function.globals = (Dict *)(uintptr_t)(0x8000 + 16 * below(2));
    w->function.builtins = &world.dict;
    w->function.version = SOME_VERSION + below(2);
    w->native.h.shape = 1;
    w->native.call = (NativeFn)(uintptr_t)&mock_native;
    w->boxed.h.shape = SHAPE_FLOAT;
    w->boxed.value = 1e200;
    ((Str *)w->str)->h.shape = SHAPE_STR;
    ((Str *)w->str)->h.flags = (uint16_t)random_word();
    ((Str *)w->str)->len = len;
    w->thread.pending = below(2) * 4;
}

/* What the write barrier looks at: whether an object is old, and the map of the
 * blocks that the two parts of the world lie in. */
static void make_generations(World *w)
{
    static const uint8_t marks[] = {0, GC_OLD, GC_OLD, GC_OLD | GC_REMEMBERED};
    uint64_t *owners[] = {w->instance, w->extra, w->array, w->far_head,
                          w->running_generator};
    uintptr_t near = (uintptr_t)&world, far = (uintptr_t)world_far;
    uintptr_t low = near < far ? near : far;
    uintptr_t high = near < far ? far + sizeof world_far
                                : near + sizeof world;
    if (((high >> GC_BLOCK_SHIFT) - (low >> GC_BLOCK_SHIFT)) >= WORLD_BLOCKS)
        abort();
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        ((Header *)owners[i])->gc = ONE_OF(marks);
    w->cell.h.gc = ONE_OF(marks);
    w->thread.gc.remembered = world.remembered - (low >> GC_BLOCK_SHIFT);
}

/* A caller and the base frame; the plans differ from them now and then. */
static void make_frames(World *w)
{
    enum { CALLER, BASE, FREE };
    for (int i = 0; i < WORLD_PLANS; i++)
        w->plans[i] = (FramePlan){
            .code = (Code *)(uintptr_t)code_operand(),
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
    Generator *g = (Generator *)w->generator;
    Generator *base = (Generator *)w->running_generator;
    Generator *own = (Generator *)world.generator; /* as it will lie */
    Generator *running = (Generator *)world.running_generator;
    g->state = (uint8_t)below(4);
    g->frame.pc = w->plans[below(WORLD_PLANS)].pc;
    g->frame.globals = w->plans[0].globals;
    g->frame.locals = own->values;
    g->frame.sp = g->frame.locals + below(WORLD_ITEMS - 1);
    w->thread.exc_state = &world.exc;
    if (op != UOP_LEAVE_GENERATOR)
        return;
    base->frame = w->frames[1];
    base->frame.locals = running->values;
    base->exc.previous = &world.exc;
    base->n_values = WORLD_ITEMS;
    w->running.frame = w->thread.frame = &running->frame;
    for (int i = 0; i < WORLD_PLANS; i++)
        w->plans[i].size = below(2);
}

static bool guards_length(unsigned op)
{
    return op == UOP_GUARD_TUPLE_LEN || op == UOP_GUARD_LIST_LEN;
}

/* Its entry FAR_ENTRY has its value in far_items. */
static DictTable *far_table(void)
{
    uintptr_t value = (uintptr_t)world_far + WORLD_FAR;
    return (DictTable *)(value - offsetof(DictEntry, value) -
                         FAR_ENTRY * sizeof(DictEntry) -
                         offsetof(DictTable, entries));
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
    if (guards_length(op) && far_extra)
        len += FAR_LENGTH;
    memset(w, 0, sizeof *w);
    make_slots(((Instance *)w->instance)->slots, WORLD_ITEMS);
    make_slots(((SlotArray *)w->extra)->items, WORLD_ITEMS);
    make_slots(((SlotArray *)w->array)->items, WORLD_ITEMS);
    make_slots(((Tuple *)w->tuple)->items, WORLD_ITEMS);
    make_slots(&w->cell.value, 1);
    make_slots(&w->method.self, 1);
    make_slots(&w->method.function, 1);
    memcpy(w->far_items, w->extra + sizeof(SlotArray) / 8,
           sizeof w->far_items);
    if (op == UOP_LOAD_ATTR_BOUND && below(2))
        for (int i = 0; i < WORLD_ITEMS; i++)
            w->far_items[i] = w->instance[sizeof(Instance) / 8 + (size_t)i] =
                UNBOUND.bits;
    ((Header *)w->far_head)->shape = FIRST_SHAPE + below(2);
    for (int i = 0; i < WORLD_ITEMS; i++)
        make_slots(&((DictTable *)w->table)->entries[i].value, 1);
    make_objects(w, len, index);
    make_generations(w);
    make_frames(w);
    make_generators(w, op);
    if (op == UOP_LOAD_ATTR_EXTRA || op == UOP_STORE_ATTR_EXTRA)
        ((Instance *)w->instance)->extra = far_extra ? (void *)world_far
                                                     : world.extra;
    if (op == UOP_LOAD_ATTR_EXTRA || op == UOP_STORE_ATTR_EXTRA)
        w->far_items[0] = (uint64_t)(uintptr_t)world.extra;
    if (op == UOP_LOAD_LIST_ITEM && far_extra)
        w->list.array = (SlotArray *)world_far;
    if (op == UOP_LOAD_DICT_ENTRY && far_extra)
        w->dict.table = far_table();
    if (!takes && below(4) == 0)
        w->list_iter.seq = w->tuple_iter.seq = NULL;
}

static uint64_t slot_operand(void)
{
    far_object = below(2);
    return (far_object ? WORLD_FAR : offsetof(Instance, slots)) +
           8 * below(WORLD_ITEMS);
}

static uint64_t pair_operand(unsigned op)
{
    if (op == UOP_STORE_ATTR_ADD) {
        uint64_t shape = 0x77000 + below(100);
        return slot_operand() | shape << 32;
    }
    far_object = below(2);
    far_extra = !far_object && below(2);
    uint64_t low = far_object ? WORLD_FAR : offsetof(Instance, extra);
    uint64_t high = (far_extra ? FAR_INDEX : 0) + below(WORLD_ITEMS - 1) + 1;
    return low | high << 32;
}

static uint64_t number_operand(unsigned op)
{
    if (op == UOP_RANGE_ITER_NEW)
        return (uint64_t)(int64_t)(1 - (int)below(4));
    if (guards_length(op) && below(2)) {
        far_extra = true;
        return FAR_LENGTH + below(WORLD_ITEMS);
    }
    far_object = (op == UOP_LOAD_TUPLE_ITEM || op == UOP_LOAD_CLOSURE_CELL) &&
                 below(2);
    if (far_object)
        return FAR_TUPLE_INDEX + below(WORLD_ITEMS);
    far_extra = (op == UOP_LOAD_LIST_ITEM || op == UOP_LOAD_DICT_ENTRY) &&
                below(2);
    if (far_extra)
        return op == UOP_LOAD_DICT_ENTRY ? FAR_ENTRY
                                         : FAR_INDEX + below(WORLD_ITEMS);
    if ((uop_info[op].effects & (CALLS | LEAF)) != 0 && below(2))
        return (uint32_t)random_word(); /* it is only passed on */
    return below(WORLD_ITEMS);
}

uint64_t world_operand(unsigned op, unsigned kind)
{
    static const uint64_t values[] = {0x04, 0x0c, 0x1c, 0x2c, 0x07,
                                      0x7fffffffffffffff};
    far_object = far_extra = false;
    switch (kind) {
    case NUMBER:
    case COMPARISON:
    case OPERATOR: return number_operand(op);
    case STAMP: return SOME_VERSION + below(2);
    case OFFSET: return slot_operand();
    case SHAPE:
        return below(2) ? FIRST_SHAPE + below(2) : (uint64_t)SHAPE_LIST;
    case VALUE:
        if (uop_info[op].effects & LEAF)
            return (uintptr_t)&world.native;
        return below(2) ? any_value() : ONE_OF(values);
    case C_FUNCTION: return (uintptr_t)&world.doubles[uop_info[op].n_in - 1];
    case POINTER:
    case GLOBALS: return random_word();
    case PAIR:
    case OFFSET_SHAPE: return pair_operand(op);
    case CALL_PLAN: return (uintptr_t)&world.plans[below(WORLD_PLANS)];
    default: return 0;
    }
}

uint64_t world_answer(void)
{
    static const uint64_t answers[] = {0, 1, UINT64_MAX, 0x1c, 0xfff0, 0xffffffff};
    return ONE_OF(answers);
}
