/* SPDX-License-Identifier: MIT */
/*
 * Sets of characters: what SRE code says in words (CODE_IN and what is in it),
 * made into a table of the first 256 characters and a few classes for the
 * others.
 */
#ifndef ADDER_MODULE_SRE_SET_H
#define ADDER_MODULE_SRE_SET_H

#include "module/sre/sre_code.h"

/* The characters from 256 on, in classes that share none. */
enum {
    HIGH_DECIMAL = 1, /* \d */
    HIGH_WORD = 2,    /* other \w */
    HIGH_SPACE = 4,   /* \s */
    HIGH_OTHER = 8,
    HIGH_ALL = 15,
};

enum { SRE_SET_MEMBERS = 4 };

/*
 * `has` is exact, but of a set that depends on the locale, which is all that
 * there is; such a set is asked through sre_set_slow.  `high` are the classes
 * that the set may have characters of: all of each if it is `exact`, else the
 * code says which.
 */
typedef struct SreSet {
    uint8_t has[256];
    uint8_t high;
    bool exact;
    bool listed;
    bool locale;   /* depends on the locale */
    bool negated;  /* of a single character */
    bool end;      /* of places: the end of the text is one too */
    uint8_t fold;  /* a SreFold */
    uint32_t kind; /* CODE_LITERAL, CODE_CATEGORY, CODE_IN or CODE_ANY */
    uint32_t code; /* the character, category, or where the words begin */
    uint32_t members[SRE_SET_MEMBERS]; /* 0: none */
} SreSet;

/* Where a set's words lie; they have been verified. */
typedef const uint32_t *SreWords;

/* The set of words[at...], which end with CODE_FAILURE. */
void sre_set_in(SreSet *s, SreWords words, uint32_t at, SreFold fold);
void sre_set_literal(SreSet *s, uint32_t c, bool negated, SreFold fold);
void sre_set_category(SreSet *s, uint32_t category);
/* Any character, but for '\n' if not `all`. */
void sre_set_any(SreSet *s, bool all);

/* Membership, of any character by the words. */
bool sre_set_slow(const SreSet *s, SreWords words, uint32_t c);
/* The class of a character from 256 on. */
unsigned sre_high_class(uint32_t c);
/* Membership, quickly, of sets that do not depend on the locale. */
static inline bool sre_set_has_high(const SreSet *s, SreWords words,
                                    uint32_t c)
{
    if (s->high == 0 || (s->high == HIGH_ALL && s->exact))
        return s->high != 0;
    if (s->listed)
        return c == s->members[0] || c == s->members[1] ||
               c == s->members[2] || c == s->members[3];
    return s->exact ? (sre_high_class(c) & s->high) != 0
                    : sre_set_slow(s, words, c);
}
static inline bool sre_set_has(const SreSet *s, SreWords words, uint32_t c)
{
    return c < 256 ? s->has[c] : sre_set_has_high(s, words, c);
}
/* The only character that the set has; -1 if there are others. */
int64_t sre_set_only(const SreSet *s);

/* Whether a character is of a category, which is below CATEGORY_COUNT. */
bool sre_category_has(uint32_t category, uint32_t c);
/* The first character of its lower or upper case. */
uint32_t sre_lower_ascii(uint32_t c);
uint32_t sre_lower_unicode(uint32_t c);
uint32_t sre_upper_unicode(uint32_t c);
uint32_t sre_lower(uint32_t c, SreFold fold);

#endif
