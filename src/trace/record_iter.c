/* SPDX-License-Identifier: MIT */
/*
 * Recording of iteration: FOR_ITER over what has no form of its own, SEND,
 * yields.
 */
#include "object/container/enumerate_zip.h"
#include "object/container/tuple.h"
#include "trace/recorder.h"
#include "trace/uop_eval.h"

static bool ok(const Recorder *r)
{
    return r->abort == ABORT_NONE;
}

/* ---- iterators over iterators: zip and enumerate ---- */

/* Those whose next item is a matter of a few loads. */
typedef struct SimpleIterator {
    uint32_t shape;
    Uop more, next;
} SimpleIterator;

static const SimpleIterator simple_iterators[] = {
    {SHAPE_RANGE_ITERATOR, UOP_GUARD_NOT_EXHAUSTED_RANGE, UOP_ITER_NEXT_RANGE},
    {SHAPE_LIST_ITERATOR, UOP_GUARD_NOT_EXHAUSTED_LIST, UOP_ITER_NEXT_LIST},
    {SHAPE_TUPLE_ITERATOR, UOP_GUARD_NOT_EXHAUSTED_TUPLE, UOP_ITER_NEXT_TUPLE},
};

static const SimpleIterator *simple_iterator(Value iter)
{
    enum { N = sizeof simple_iterators / sizeof *simple_iterators };
    for (int i = 0; i < N; i++)
        if (value_has_shape(iter, simple_iterators[i].shape))
            return &simple_iterators[i];
    return NULL;
}

/* Whether it is such a one, and not at its end. */
static bool is_simple(Value iter)
{
    const SimpleIterator *s = simple_iterator(iter);
    uint64_t none;
    return s != NULL && uop_eval(s->more, 0, &iter.bits, &none) == UOP_NEXT;
}

static void guard_more(Recorder *r, Ref iter, Value actual)
{
    record_guard_shape(r, iter, actual);
    record_emit(r, simple_iterator(actual)->more, iter, NO_REF, NO_REF, 0);
}

static Ref next(Recorder *r, Ref iter, Value actual)
{
    return record_emit(r, simple_iterator(actual)->next, iter, NO_REF, NO_REF,
                       0);
}

static Ref load(Recorder *r, Uop op, Ref record, size_t offset)
{
    return record_emit(r, op, record, NO_REF, NO_REF, offset);
}

/* What may exit comes before the first iterator moves. */
static bool enumerate(Recorder *r, Ref self, const Enumerate *actual)
{
    Value inner = slot_get(&actual->iterator);
    if (!is_simple(inner) || !value_is_int(slot_get(&actual->count)))
        return false;
    Ref iter = load(r, UOP_LOAD_FIELD, self, offsetof(Enumerate, iterator));
    Ref count = load(r, UOP_LOAD_ATTR_SLOT, self, offsetof(Enumerate, count));
    record_emit(r, UOP_GUARD_INT, count, NO_REF, NO_REF, 0);
    guard_more(r, iter, inner);
    Ref more = record_emit(r, UOP_BINARY_OP_ADD_INT, count,
                           record_const(r, value_from_int(1)), NO_REF, 0);
    record_emit(r, UOP_STORE_ATTR_SLOT, more, self, NO_REF,
                offsetof(Enumerate, count));
    Ref item = next(r, iter, inner);
    record_push(r, record_emit(r, UOP_TUPLE_NEW_2, count, item, NO_REF, 0));
    return true;
}

static bool are_simple(const Tuple *iterators)
{
    for (int64_t i = 0; i < iterators->len; i++) {
        if (!is_simple(tuple_get(iterators, i)))
            return false;
        for (int64_t j = 0; j < i; j++)
            if (value_same(tuple_get(iterators, i), tuple_get(iterators, j)))
                return false;
    }
    return iterators->len == 2 || iterators->len == 3;
}

static bool zip(Recorder *r, Ref self, const Zip *actual)
{
    const Tuple *iterators = value_to_tuple(slot_get(&actual->iterators));
    Ref iters[3], items[3] = {NO_REF, NO_REF, NO_REF};
    int n = (int)iterators->len;
    if (actual->strict || !are_simple(iterators))
        return false;
    Ref tuple = load(r, UOP_LOAD_FIELD, self, offsetof(Zip, iterators));
    record_emit(r, UOP_GUARD_TUPLE_LEN, tuple, NO_REF, NO_REF, (uint64_t)n);
    for (int i = 0; i < n; i++) {
        iters[i] = record_emit(r, UOP_LOAD_TUPLE_ITEM, tuple, NO_REF, NO_REF,
                               (uint64_t)i);
        for (int j = 0; j < i; j++)
            record_emit(r, UOP_GUARD_NOT_SAME, iters[i], iters[j], NO_REF, 0);
        guard_more(r, iters[i], tuple_get(iterators, i));
    }
    for (int i = 0; i < n; i++)
        items[i] = next(r, iters[i], tuple_get(iterators, i));
    record_push(r, record_emit(r, n == 2 ? UOP_TUPLE_NEW_2 : UOP_TUPLE_NEW_3,
                               items[0], items[1], items[2], 0));
    return true;
}

/* The tuple that they answer is taken apart at once as a rule: then it is
 * never made. */
static bool composed(Recorder *r)
{
    Value actual = r->sp[-1];
    Ref self = record_top(r, 1);
    bool is_zip = value_has_shape(actual, SHAPE_ZIP);
    if (!is_zip && !value_has_shape(actual, SHAPE_ENUMERATE))
        return false;
    record_guard_shape(r, self, actual);
    return is_zip ? zip(r, self, value_to_pointer(actual))
                  : enumerate(r, self, value_to_pointer(actual));
}

/* ---- anything ---- */

/* Whether it ended shows at the next instruction. */
bool record_for_iter(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)arg;
    if ((op == OP_FOR_ITER_GEN && record_generator(r, op, pc)) || composed(r))
        return ok(r);
    CodeUnit *fall = pc + opcode_caches[OP_FOR_ITER];
    r->next_value = record_emit(r, UOP_ITER_NEXT, record_top(r, 1), NO_REF,
                                NO_REF, 0);
    r->next_fall = fall;
    r->next_taken = fall + unit_signed_arg(pc[-1]);
    return ok(r);
}

void record_iterated(Recorder *r, CodeUnit *instr)
{
    Ref v = r->next_value;
    r->next_value = NO_REF;
    if (instr == r->next_fall) {
        r->now.sp--;
        int32_t ended = record_snapshot(r, r->next_taken);
        r->now.sp++;
        record_emit_at(r, UOP_GUARD_IS_NOT, v, NO_REF, UNBOUND.bits, ended);
        record_push(r, v);
    } else {
        record_push(r, v);
        int32_t more = record_snapshot(r, r->next_fall);
        r->now.sp--;
        record_emit_at(r, UOP_GUARD_IS, v, NO_REF, UNBOUND.bits, more);
        r->now.sp--;
    }
    r->before = r->now;
}

/* The shape of the iterator of a sequence that makes it just so; else 0. */
static uint32_t plain_iterator(Value v)
{
    return value_has_shape(v, SHAPE_LIST)    ? SHAPE_LIST_ITERATOR
           : value_has_shape(v, SHAPE_TUPLE) ? SHAPE_TUPLE_ITERATOR
                                             : 0;
}

bool record_get_iter(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)arg, (void)pc;
    if (value_has_shape(r->sp[-1], SHAPE_GENERATOR)) {
        record_guard_shape(r, record_top(r, 1), r->sp[-1]);
        return ok(r); /* itself */
    }
    if (op != OP_GET_ITER)
        return record_abort(r, ABORT_UNSUPPORTED);
    uint32_t shape = plain_iterator(r->sp[-1]);
    if (shape == 0)
        return record_uop(r, UOP_GET_ITER, 0);
    record_guard_shape(r, record_top(r, 1), r->sp[-1]);
    return record_uop(r, UOP_ITER_NEW, shape);
}

bool record_send(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)arg;
    return record_generator(r, op, pc) ? ok(r)
                                       : record_abort(r, ABORT_UNSUPPORTED);
}
