/* SPDX-License-Identifier: MIT */
/* Part of here: instructions with more than one way on. */
case OP_CHOICE: {
    const SreChoice *c = SRE_AT(m->tables, SreChoice, ins->a);
    uint64_t ways = ways_at(m, c, i), rest = ways & (ways - 1);
    IF(ways != 0);
    if (rest != 0 && !push(m, BACK_CHOICE, pc_of(m, ins), i, (int64_t)rest))
        return -1;
    ins = code + c->targets[__builtin_ctzll(ways)];
    continue;
}
case OP_LOOP_BEGIN:
    if (!begin_loop(m, SRE_AT(m->tables, SreLoop, ins->a)))
        return -1;
    break;
case OP_LOOP:
    to = next_round(m, ins, i);
    if (to == RAISED)
        return -1;
    IF(to != FAILED);
    ins = code + to;
    continue;
case OP_COND:
    if (m->marks[2 * ins->a] < 0 ||
        m->marks[2 * ins->a + 1] < m->marks[2 * ins->a]) {
        ins = code + ins->b;
        continue;
    }
    break;
case OP_CUT_BEGIN:
case OP_CUT:
case OP_LOOK_BEGIN:
case OP_LOOK:
case OP_NOT_BEGIN:
case OP_NOT: TO(look(m, ins, i)); break;
