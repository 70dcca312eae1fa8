/* SPDX-License-Identifier: MIT */
/* What type.h does not tell of shapes: the table and its making. */
#ifndef ADDER_OBJECT_SHAPE_H
#define ADDER_OBJECT_SHAPE_H

#include "base/limits.h"
#include "object/type/type.h"

enum {
    SHAPE_ATTRS_MAX = LIMIT_SHAPE_ATTRS, /* more attributes: dictionary mode */
    SHAPE_CHILDREN_MAX =
        LIMIT_SHAPE_CHILDREN /* more kinds of next attribute: likewise */
};

/* Makes the table and the root shapes of the types in types.def and
 * exceptions.def. */
bool shapes_init(Thread *t); /* false: no memory */
/* Works out the layout of a builtin type and makes its root shape; id 0:
 * any. */
void shape_init_builtin(Thread *t, Type *type, uint32_t id);
/* Whether shape_add may be used: else go to dictionary mode. */
bool shape_can_add(const Shape *shape);
/* Whether new classes may be made: shapes are numbered, and numbers end. */
bool shape_ids_left(void);
/* The attributes' names in order; `names` has room for shape->n. */
void shape_names(const Shape *shape, Str **names);
/* Where instances' `extra` lies: 0 at the cell's end. */
uint32_t shape_attr_offset(const Type *type);

#endif
