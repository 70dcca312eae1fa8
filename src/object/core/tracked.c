/* SPDX-License-Identifier: MIT */
/* Which objects the module gc tells of.  CPython finds out about dicts when they are
 * written to and about tuples when it collects; here they are looked at. */
#include "object/core/tracked.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/type/type.h"

enum { DEPTH_MAX = 100 }; /* of tuples in tuples; deeper ones are tracked */

bool type_is_collected(const Type *type)
{
    if (type->type_flags & TYPE_HEAP)
        return true;
    switch (type->kind) {
    case KIND_INT:
    case KIND_FLOAT:
    case KIND_COMPLEX:
    case KIND_STR:
    case KIND_BYTES:
    case KIND_BYTEARRAY:
    case KIND_RANGE:
    case KIND_RANGE_ITER:
    case KIND_CODE: return false;
    default:
        return type != &type_object && type != &type_none &&
               type != &type_ellipsis && type != &type_not_implemented &&
               type != &type_longrange_iterator;
    }
}

static bool is_tracked(Value v, int depth);

/* Whether a container of v may be part of a cycle that goes through v. */
static bool may_be_tracked(Value v, int depth)
{
    if (!value_is_pointer(v) || value_is_null(v) ||
        value_header(v)->shape == SHAPE_RAW) /* a dict of our own */
        return false;
    return value_has_shape(v, SHAPE_TUPLE) ? is_tracked(v, depth - 1)
                                           : is_tracked(v, -1);
}

static bool dict_is_tracked(const Dict *d)
{
    const DictTable *table = d->table;
    for (uint32_t i = 0; i < table->n_entries; i++)
        if (may_be_tracked(slot_get(&table->entries[i].key), DEPTH_MAX) ||
            may_be_tracked(slot_get(&table->entries[i].value), DEPTH_MAX))
            return true;
    return false;
}

static bool tuple_is_tracked(const Tuple *tuple, int depth)
{
    for (int64_t i = 0; i < tuple->len; i++)
        if (may_be_tracked(tuple_get(tuple, i), depth))
            return true;
    return false;
}

/* depth < 0: a dict or tuple counts as tracked, whatever it holds. */
static bool is_tracked(Value v, int depth)
{
    if (value_has_shape(v, SHAPE_DICT) && depth >= 0)
        return dict_is_tracked(value_to_dict(v));
    if (value_has_shape(v, SHAPE_TUPLE) && depth >= 0)
        return tuple_is_tracked(value_to_tuple(v), depth);
    if (value_header(v)->kind == KIND_TYPE)
        return (value_to_type(v)->type_flags & TYPE_HEAP) != 0;
    return type_is_collected(type_of(v));
}

bool object_is_tracked(Value v)
{
    return value_is_pointer(v) && is_tracked(v, DEPTH_MAX);
}

bool header_is_tracked(const Header *h)
{
    return h->shape != SHAPE_RAW &&
           object_is_tracked(value_from_pointer((void *)(uintptr_t)h));
}
