/* SPDX-License-Identifier: MIT */
/* The JIT's switch and the words of -X jit=. */
#include "exec/jit_control.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

JitControl jit_control;

const JitOption jit_control_options[] = {
#define JIT_PARAM(field, word, number, meaning)                               \
    {word, (number) != 0 ? meaning " (" #number ")" : meaning},
#define JIT_SWITCH(word, meaning) {word, meaning},
#include "exec/jit_options.def"
#undef JIT_PARAM
#undef JIT_SWITCH
    {NULL, NULL},
};

/* Whether the first word of `text` is this option; one with a colon takes
 * digits. */
static bool is_option(const char *text, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(text, word, n) != 0)
        return false;
    if (word[n - 1] == ':') {
        size_t digits = strspn(text + n, "0123456789");
        if (digits == 0)
            return false;
        n += digits;
    }
    return text[n] == '\0' || text[n] == ',';
}

static const char *next_word(const char *text)
{
    text += strcspn(text, ",");
    return *text == ',' ? text + 1 : text;
}

const char *jit_control_word(const char *word)
{
    const char *text = jit_control.options, *found = NULL;
    if (text == NULL)
        return NULL;
    for (; *text != '\0'; text = next_word(text))
        if (is_option(text, word))
            found = text + strlen(word);
    return found;
}

const char *jit_control_unknown(void)
{
    const char *text = jit_control.options;
    if (text == NULL)
        return NULL;
    for (; *text != '\0'; text = next_word(text)) {
        const JitOption *o = jit_control_options;
        while (o->word != NULL && !is_option(text, o->word))
            o++;
        if (o->word == NULL)
            return text;
    }
    return NULL;
}

/* What is too large for a number is the largest. */
static uint32_t number_of(const char *word, uint32_t otherwise)
{
    const char *text = jit_control_word(word);
    if (text == NULL)
        return otherwise;
    unsigned long n = strtoul(text, NULL, 10);
    return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
}

JitParams jit_control_params(void)
{
    return (JitParams){
#define JIT_PARAM(field, word, number, meaning)                               \
    .field = number_of(word, number),
#define JIT_SWITCH(word, meaning)
#include "exec/jit_options.def"
#undef JIT_PARAM
#undef JIT_SWITCH
    };
}
