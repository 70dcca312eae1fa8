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
#define PUSH_NULL_FOR_CALL()                                                  \
    if (u & 0x100)                                                            \
    *sp++ = NULL_VALUE
TARGET(LOAD_ATTR_SLOT)
{
    if (!value_has_shape(sp[-1], pc[1]))
        MISS();
    sp[-1] = slot_get(slot_at(sp[-1], pc[5]));
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_MEMBER)
{
    if (!value_has_shape(sp[-1], pc[1]))
        MISS();
    Value v = slot_get(slot_at(sp[-1], pc[5]));
    if (value_is_unbound(v))
        MISS();
    sp[-1] = v;
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_EXTRA)
{
    if (!value_has_shape(sp[-1], pc[1]))
        MISS();
    run_LOAD_ATTR_EXTRA(t, f, locals, sp, cache_pair(&pc[5]));
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
#define TYPE_UNCHANGED() (((Type *)cache_pointer(&pc[3]))->version == pc[2])
TARGET(LOAD_ATTR_WITH_DICT) /* 5: entry number guess */
{
    uint32_t arg = unit_arg(u) >> 1;
    if (!value_has_shape(sp[-1], pc[1]) || !TYPE_UNCHANGED())
        MISS();
    Dict *dict = value_to_dict(slot_get(slot_at(sp[-1], 8)));
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
    if (!value_has_shape(v, SHAPE_MODULE) || AS(Module, v)->dict != dict ||
        dict->keys_version != pc[2])
        MISS();
    sp[-1] = slot_get(&dict->table->entries[pc[5]].value);
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_CLASS)
{
    if (value_to_pointer(sp[-1]) != cache_pointer(&pc[3]) || !TYPE_UNCHANGED())
        MISS();
    sp[-1] = VALUE_BITS(cache_pair(&pc[5]));
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_TYPE_VALUE)
{
    if (!value_has_shape(sp[-1], pc[1]) || !TYPE_UNCHANGED())
        MISS();
    sp[-1] = VALUE_BITS(cache_pair(&pc[5]));
    PUSH_NULL_FOR_CALL();
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_METHOD)
{
    if (!value_has_shape(sp[-1], pc[1]) || !TYPE_UNCHANGED())
        MISS();
    sp[0] = sp[-1];
    sp[-1] = VALUE_BITS(cache_pair(&pc[5]));
    sp++;
    DONE(LOAD_ATTR);
}
TARGET(LOAD_ATTR_PROPERTY) /* the getter, a plain function of one argument */
{
    if (!value_has_shape(sp[-1], pc[1]) || !TYPE_UNCHANGED())
        MISS();
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

TARGET(STORE_ATTR)
{
    ARG_NOW();
    ADAPT(STORE_ATTR);
    CHECK_INT(object_setattr(t, sp[-1], NAME_ARG, sp[-2]));
    sp -= 2;
    DONE(STORE_ATTR);
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
