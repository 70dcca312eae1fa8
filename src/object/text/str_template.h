/* SPDX-License-Identifier: MIT */
/*
 * The replacement-field syntax of str.format: parsing is apart from rendering,
 * for string.Formatter.
 */
#ifndef ADDER_OBJECT_STR_TEMPLATE_H
#define ADDER_OBJECT_STR_TEMPLATE_H

#include "object/core/object.h"

/* Literal text, then perhaps a field; each is a range of the template. */
typedef struct TemplatePart {
    int64_t literal, literal_stop;
    bool has_field, has_nested; /* nested: fields in the specification */
    int64_t name, name_stop;
    int64_t spec, spec_stop;
    uint32_t conversion; /* 0 if none */
} TemplatePart;

/* Parses s[*pos:stop] up to the end of its first field: 1, 0 at the end, -1
 * with ValueError. */
int template_next(Thread *t, const Str *s, int64_t *pos, int64_t stop,
                  TemplatePart *part);

/* The first part of a field name, a str or an int: 0, or -1 with ValueError. */
int template_name_first(Thread *t, Str *s, int64_t *pos, int64_t stop,
                        Value *key);
/* The next .name or [key] of a field name: 1 (*key is a str, or an int when
 * the index is a number), 0 at the end, -1 with ValueError. */
int template_name_next(Thread *t, Str *s, int64_t *pos, int64_t stop,
                       bool *is_attribute, Value *key);

#endif
