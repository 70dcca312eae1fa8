/* SPDX-License-Identifier: MIT */
/*
 * Part of exec_run: attributes.  Caches of LOAD_ATTR: 1 shape, 2 type version,
 * 3-4 Type (its class) or Dict, 5-6 value or PAIR operand.
 */

TARGET(LOAD_ATTR)
{
    ADAPT(LOAD_ATTR);
    uint32_t arg = unit_arg(u) >> 1;
    Str *name = NAME_ARG;
    if (u & 0x100) {
        Value self;
        CHECK(v, object_get_method(t, sp[-1], name, &self));
        sp[-1] = v;
        *sp++ = value_is_unbound(self) ? NULL_VALUE : self;
    } else {
        CHECK(v, object_getattr(t, sp[-1], name));
        sp[-1] = v;
    }
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_WITH_DICT) /* 5: entry number guess */
{
    uint32_t arg = unit_arg(u) >> 1;
    HIT(GUARD_SHAPE, pc[1], sp[-1]);
    CHECK_TYPE();
    Dict *dict = value_to_pointer(slot_get(slot_at(sp[-1], 8)));
    uint32_t i = pc[5];
    const DictEntry *entry = &dict->table->entries[i];
    if (i >= dict->table->n_entries ||
        value_to_pointer(slot_get(&entry->key)) != (void *)NAME_ARG) {
        int64_t found = dict_find_str(dict, NAME_ARG);
        if (found < 0)
            MISS();
        pc[5] = (CodeUnit)found;
        entry = &dict->table->entries[found];
    }
    sp[-1] = slot_get(&entry->value);
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_MODULE) /* 2: keys version, 3-4: dict, 5: entry */
{
    Value v = sp[-1];
    Dict *dict = cache_pointer(&pc[3]);
    HIT(GUARD_SHAPE, SHAPE_MODULE, v);
    if (AS(Module, v)->dict != dict)
        MISS();
    HIT(GUARD_KEYS_VERSION_OF, pc[2], value_from_pointer(dict));
    sp[-1] = slot_get(&dict->table->entries[pc[5]].value);
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_PROPERTY) /* the getter, a plain function of one argument */
{
    HIT(GUARD_SHAPE, pc[1], sp[-1]);
    CHECK_TYPE();
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

TARGET(DELETE_ATTR)
{
    ARG_NOW();
    CHECK_INT(object_delattr(t, sp[-1], NAME_ARG));
    sp--;
    DISPATCH();
}
TARGET(LOAD_SUPER_ATTR)
{
    uint32_t arg = unit_arg(u) >> 2;
    Value self = UNBOUND;
    CHECK(v, slow_super_attr(t, f, sp[-3], sp[-2], sp[-1], NAME_ARG,
                             u & 0x100 ? &self : NULL));
    sp[-3] = v;
    sp -= 2;
    if (u & 0x100)
        *sp++ = value_is_unbound(self) ? NULL_VALUE : self;
    DONE(LOAD_SUPER_ATTR);
}
