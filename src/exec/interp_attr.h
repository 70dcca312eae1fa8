/* SPDX-License-Identifier: MIT */
/*
 * Part of exec_run: attributes.  Caches of LOAD_ATTR: 1 shape, 2 type version,
 * 3-4 Type (its class) or Module, 5-6 value or PAIR operand.
 */

TARGET(LOAD_ATTR_WITH_DICT) /* 5: entry number guess */
{
    ARG_NOW();
    HIT(LOAD_ATTR_WITH_DICT);
    Str *name = NAME(arg >> 1);
    Dict *dict = value_to_pointer(slot_get(slot_at(sp[-1], 8)));
    uint32_t i = pc[5];
    const DictEntry *entry = &dict->table->entries[i];
    if (i >= dict->table->n_entries ||
        value_to_pointer(slot_get(&entry->key)) != (void *)name) {
        int64_t found = dict_find_str(dict, name);
        if (found < 0)
            MISS();
        pc[5] = (CodeUnit)found;
        entry = &dict->table->entries[found];
    }
    sp[-1] = slot_get(&entry->value);
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_PROPERTY) /* the getter, a plain function of one argument */
{
    ARG_NOW();
    HIT(LOAD_ATTR_PROPERTY);
    Function *getter = cache_pointer(&pc[5]);
    SAVE_PC();
    Frame *callee = call_push_any(t, getter, sp - 1, 1);
    if (callee == NULL)
        ERROR();
    f->pc = pc + CACHES_LOAD_ATTR;
    f->sp = sp - 1;
    ENTER_FRAME(callee);
    DISPATCH();
}
