/* SPDX-License-Identifier: MIT */
/* The JIT's switch and the words of -X jit=. */
#include "exec/jit_control.h"

#include <stddef.h>
#include <string.h>

JitControl jit_control;

const JitOption jit_control_options[] = {
#define JIT_OPTION(word, meaning) {word, meaning},
#include "exec/jit_options.def"
#undef JIT_OPTION
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
