/* SPDX-License-Identifier: MIT */
/* Laying out a formatted number: digits, groups, sign, padding. */
#ifndef ADDER_OBJECT_NUMBER_LAYOUT_H
#define ADDER_OBJECT_NUMBER_LAYOUT_H

#include <stddef.h>
#include "object/number/number_format.h"

/* A number without its sign, about to be laid out. */
typedef struct NumberLayout {
    char sign;          /* 0: none */
    const char *prefix; /* "0x" and the like */
    const char *text;   /* begins with the digits that are grouped */
    size_t len;
    char group;         /* ',' or '_', 0: none */
    int group_size;
    uint32_t fill;
    char align;         /* '<' '>' '=' '^' */
    int64_t width;      /* -1: none */
} NumberLayout;

Value number_layout(Thread *t, const NumberLayout *l);
/* '+', '-', ' ' or 0 for a number of this sign under a sign option. */
char number_sign(char option, bool negative);

enum { FLOAT_TEXT_ALT = 1, FLOAT_TEXT_DOT_0 = 2 };
/*
 * |d| by presentation type e E f F g G or r (repr), in a malloc'd buffer; NULL
 * with an exception set.  FLOAT_TEXT_DOT_0: g keeps a digit after the point.
 */
char *number_float_text(Thread *t, double d, char type, int64_t precision,
                        unsigned options, size_t *len);
/* The same of finite d >= 0 in `out`: its length, 0 where that is not quick. */
size_t number_float_quick(double d, char type, int64_t precision, unsigned options,
                          char out[NUMBER_ROUNDED_SIZE]);

#endif
