/* SPDX-License-Identifier: MIT */
/* Interned names: the table. */
#include "object/core/names.h"

#include "object/text/str.h"

Str *name_table[NAME_COUNT];

static const char *const texts[NAME_COUNT] = {
#define NAME(name) #name,
#include "object/core/names.def"
#undef NAME
};

void names_init(Thread *t)
{
    for (int i = 0; i < NAME_COUNT; i++)
        name_table[i] = str_intern_c(t, texts[i]);
}
