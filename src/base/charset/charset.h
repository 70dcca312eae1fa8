/* SPDX-License-Identifier: MIT */
/*
 * Character sets with codes of two bytes, as CPython's codecs have them: what a
 * code is, and the code of a character.  A set is packed in packed.def until
 * charset_new makes tables of it.
 *
 * A few codes are for a letter with a mark that Unicode has no character for.
 * Such a pair is one number here, (letter << 16 | mark), which is above all code
 * points.
 */
#ifndef ADDER_BASE_CHARSET_H
#define ADDER_BASE_CHARSET_H

#include "base/base.h"

typedef enum CharsetId {
#define CHARSET(NAME) CHARSET_##NAME,
#include "base/charset/charsets.def"
#undef CHARSET
    CHARSET_COUNT,
    CHARSET_NONE = CHARSET_COUNT,
} CharsetId;

enum {
    CHARSET_PAGES = 0x300, /* of code points: planes 0 to 2 */
    CHARSET_PAIRS = 32,    /* at the most */
    CHARSET_MAX_CODE_POINT = 0x10ffff,
};

/* Instead of a character: nothing, or nothing in this edition of the set. */
#define CHARSET_UNDEFINED UINT32_MAX
#define CHARSET_EXCLUDED  (UINT32_MAX - 1)

/* The bytes of a code of two are between those, inclusively. */
typedef struct CharsetShape {
    uint8_t lead_first, lead_last, trail_first, trail_last;
} CharsetShape;

typedef struct CharsetPair {
    uint32_t pair;
    uint16_t code;
} CharsetPair;

typedef struct Charset {
    CharsetShape shape;
    int trails; /* trail_last - trail_first + 1 */
    int n_pairs;
    CharsetPair pairs[CHARSET_PAIRS];
    uint32_t singles[256];           /* what bytes alone are */
    uint16_t page_of[CHARSET_PAGES]; /* by code point / 256 */
    uint16_t (*pages)[256];          /* codes; 0: none */
    uint16_t lacking[257]; /* how many lack a code before a page: see below */
    uint32_t *cells;       /* by lead and trail */
} Charset;

/* The tables of a set, in one piece of memory that `alloc` is asked for: zeros.
 * NULL: there is none. */
typedef void *(*CharsetAllocFn)(void *of, size_t bytes);
Charset *charset_new(CharsetId id, CharsetAllocFn alloc, void *of);

/* What a code of two bytes is: a code point, a pair or CHARSET_UNDEFINED. */
static inline uint32_t charset_decode(const Charset *s, uint8_t lead,
                                      uint8_t trail)
{
    if (lead < s->shape.lead_first || lead > s->shape.lead_last ||
        trail < s->shape.trail_first || trail > s->shape.trail_last)
        return CHARSET_UNDEFINED;
    return s->cells[(lead - s->shape.lead_first) * s->trails + trail -
                    s->shape.trail_first];
}

/* The code of a pair; 0: none. */
unsigned charset_pair_code(const Charset *s, uint32_t pair);
/* Whether a letter is the first of a pair. */
bool charset_begins_pair(const Charset *s, uint32_t letter);

/* The code of a character or a pair, below 256 if it is a single byte; 0: none, or
 * that of U+0000. */
static inline unsigned charset_encode(const Charset *s, uint32_t c)
{
    if (c < CHARSET_PAGES * 256)
        return s->pages[s->page_of[c >> 8]][c & 255];
    return charset_pair_code(s, c);
}

/* The characters of the basic plane that have no code, in order, surrogates left
 * out: the one at a place among them, and the place of one. */
uint32_t charset_lacking(const Charset *s, int place);
int charset_lacking_place(const Charset *s, uint32_t c);

#endif
