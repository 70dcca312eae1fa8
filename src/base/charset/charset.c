/* SPDX-License-Identifier: MIT */
/*
 * Character sets, unpacked.  Packed, a set is its cells in order, in words of 16
 * bits that Tools/charsets/generate has chosen: a kind, for how many cells, then
 * what that kind needs (`unpack_word`).  Rows that an earlier set has too are
 * copied from there.
 */
#include "base/charset/charset.h"

#include <stdlib.h>
#include <string.h>

typedef struct CharsetSingles {
    uint8_t first, last; /* bytes */
    uint16_t c;          /* what the first is */
} CharsetSingles;

/* Where encoding is not the way back of the first code that decodes to it. */
typedef struct CharsetException {
    uint32_t c;
    uint16_t code; /* 0: there is none */
} CharsetException;

enum { SHARES = 2 };

typedef struct Packed {
    CharsetShape shape;
    uint8_t
        shares[SHARES + 1]; /* what it copies from; ends with CHARSET_NONE */
    const uint16_t *words;
    int n_words;
    const CharsetSingles *singles;
    int n_singles;
    const CharsetException *exceptions;
    int n_exceptions;
} Packed;

#include "base/charset/packed.def"

/* Sets under way to be unpacked, each behind those that it shares with. */
typedef struct Unpacker {
    uint32_t *cells[CHARSET_COUNT]; /* NULL: not needed */
    uint32_t *to;                   /* the next cell of the current one */
    int present_in;                 /* what `present` is of; -1: nothing */
    uint64_t present[0x10000 / 64]; /* bits of the code points it has */
} Unpacker;

static int shape_trails(const CharsetShape *shape)
{
    return shape->trail_last - shape->trail_first + 1;
}

static int shape_size(const CharsetShape *shape)
{
    return (shape->lead_last - shape->lead_first + 1) * shape_trails(shape);
}

static void find_present(Unpacker *u, int id)
{
    int size = shape_size(&packed[id].shape);
    memset(u->present, 0, sizeof u->present);
    for (int i = 0; i < size; i++) {
        uint32_t c = u->cells[id][i];
        if (c < 0x10000)
            u->present[c / 64] |= UINT64_C(1) << c % 64;
    }
    u->present_in = id;
}

/* n code points from c on that the other set has not. */
static void unpack_rest(Unpacker *u, int id, uint32_t c, int n)
{
    if (u->present_in != id)
        find_present(u, id);
    for (; n > 0; c++) {
        if (u->present[c / 64] >> c % 64 & 1)
            continue;
        *u->to++ = c;
        n--;
    }
}

/* The first is there, each further one says how far it is from the one before. */
static void unpack_steps(Unpacker *u, const uint16_t *words, int n)
{
    uint32_t c = words[0];
    *u->to++ = c;
    for (int i = 0; i < n - 1; i++) {
        c += (words[1 + i / 2] >> 8 * (i % 2) & 255u) - PACKED_BACK;
        *u->to++ = c;
    }
}

/* Answers behind the words that it has read. */
static const uint16_t *unpack_word(Unpacker *u, const Packed *p,
                                   const uint16_t *word)
{
    int kind = *word >> PACKED_SHIFT, n = *word & ((1 << PACKED_SHIFT) - 1);
    word++;
    switch (kind) {
    case PACKED_NONE:
    case PACKED_EXCLUDED:
        for (int i = 0; i < n; i++)
            *u->to++ =
                kind == PACKED_NONE ? CHARSET_UNDEFINED : CHARSET_EXCLUDED;
        return word;
    case PACKED_RUN:
        for (int i = 0; i < n; i++)
            *u->to++ = (uint32_t)(word[0] + i);
        return word + 1;
    case PACKED_REST:
        unpack_rest(u, p->shares[word[0]], word[1], n);
        return word + 2;
    case PACKED_COPY:
        memcpy(u->to, u->cells[p->shares[word[0]]] + word[1],
               (size_t)n * sizeof *u->to);
        u->to += n;
        return word + 2;
    case PACKED_STEPS: unpack_steps(u, word, n); return word + 1 + n / 2;
    case PACKED_PAIRS:
        *u->to++ = (uint32_t)word[0] << 16 | word[1];
        return word + 2;
    default:
        for (int i = 0; i < n; i++)
            *u->to++ = word[i] + (kind == PACKED_PLANE2 ? 0x20000u : 0);
        return word + n;
    }
}

static void unpacker_free(Unpacker *u)
{
    for (int i = 0; i < CHARSET_COUNT; i++)
        free(u->cells[i]);
}

/* The cells of a set and of all that it shares with; false: no memory. */
static bool unpack(Unpacker *u, CharsetId id)
{
    bool needed[CHARSET_COUNT + 1] = {false};
    needed[id] = true;
    for (int i = (int)id; i >= 0; i--)
        for (int j = 0; needed[i] && packed[i].shares[j] != CHARSET_NONE; j++)
            needed[packed[i].shares[j]] = true;
    for (int i = 0; i <= (int)id; i++) {
        const Packed *p = &packed[i];
        const uint16_t *word = p->words;
        int size = shape_size(&p->shape);
        if (!needed[i])
            continue;
        u->cells[i] = malloc((size_t)size * sizeof(uint32_t));
        if (u->cells[i] == NULL)
            return false;
        u->to = u->cells[i];
        u->present_in = -1;
        while (word < p->words + p->n_words)
            word = unpack_word(u, p, word);
        ASSERT(u->to == u->cells[i] + size);
    }
    return true;
}

/* Numbers the pages that have a code, from 1 on: how many there are, with the
 * empty one. */
static int number_pages(const Packed *p, const uint32_t *cells,
                        uint16_t *page_of)
{
    int size = shape_size(&p->shape), n = 1;
    page_of[0] = (uint16_t)n++; /* of single bytes */
    for (int i = 0; i < size; i++)
        if (cells[i] < CHARSET_PAGES * 256 && page_of[cells[i] >> 8] == 0)
            page_of[cells[i] >> 8] = (uint16_t)n++;
    for (int i = 0; i < p->n_singles; i++)
        for (int b = p->singles[i].first; b <= p->singles[i].last; b++) {
            int c = p->singles[i].c + b - p->singles[i].first;
            if (page_of[c >> 8] == 0)
                page_of[c >> 8] = (uint16_t)n++;
        }
    for (int i = 0; i < p->n_exceptions; i++)
        if (page_of[p->exceptions[i].c >> 8] == 0)
            page_of[p->exceptions[i].c >> 8] = (uint16_t)n++;
    return n;
}

/* The first code of a character counts. */
static void add_code(Charset *s, uint32_t c, unsigned code)
{
    uint16_t *entry;
    if (c >= CHARSET_EXCLUDED)
        return;
    if (c > CHARSET_MAX_CODE_POINT) {
        ASSERT(s->n_pairs < CHARSET_PAIRS);
        s->pairs[s->n_pairs++] = (CharsetPair){c, (uint16_t)code};
        return;
    }
    entry = &s->pages[s->page_of[c >> 8]][c & 255];
    if (*entry == 0)
        *entry = (uint16_t)code;
}

static void add_codes(Charset *s, const Packed *p)
{
    const uint32_t *cell = s->cells;
    for (unsigned lead = p->shape.lead_first; lead <= p->shape.lead_last;
         lead++)
        for (unsigned trail = p->shape.trail_first;
             trail <= p->shape.trail_last; trail++)
            add_code(s, *cell++, lead << 8 | trail);
    memset(s->singles, 0xff, sizeof s->singles);
    for (int i = 0; i < p->n_singles; i++)
        for (unsigned b = p->singles[i].first; b <= p->singles[i].last; b++) {
            s->singles[b] = p->singles[i].c + b - p->singles[i].first;
            add_code(s, s->singles[b], b);
        }
    for (int i = 0; i < p->n_exceptions; i++) {
        uint32_t c = p->exceptions[i].c;
        s->pages[s->page_of[c >> 8]][c & 255] = p->exceptions[i].code;
    }
}

static bool is_surrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }

static bool lacks(const Charset *s, uint32_t c)
{
    return c > 0 && charset_encode(s, c) == 0 && !is_surrogate(c);
}

static void count_lacking(Charset *s)
{
    int n = 0;
    for (uint32_t page = 0; page < 256; page++) {
        s->lacking[page] = (uint16_t)n;
        if (s->page_of[page] == 0)
            n += is_surrogate(page << 8) ? 0 : 256;
        else
            for (uint32_t c = page << 8; c < (page + 1) << 8; c++)
                n += lacks(s, c);
    }
    s->lacking[256] = (uint16_t)n;
}

static Charset *build(const Packed *p, const uint32_t *cells,
                      CharsetAllocFn alloc, void *of)
{
    uint16_t page_of[CHARSET_PAGES] = {0};
    size_t n_cells = (size_t)shape_size(&p->shape);
    size_t n_pages = (size_t)number_pages(p, cells, page_of);
    Charset *s;
    s = alloc(of,
              sizeof *s + n_cells * sizeof *cells + n_pages * sizeof *s->pages);
    if (s == NULL)
        return NULL;
    s->shape = p->shape;
    s->trails = shape_trails(&p->shape);
    s->cells = (uint32_t *)(s + 1);
    s->pages = (uint16_t(*)[256])(s->cells + n_cells);
    memcpy(s->cells, cells, n_cells * sizeof *cells);
    memcpy(s->page_of, page_of, sizeof page_of);
    add_codes(s, p);
    count_lacking(s);
    return s;
}

Charset *charset_new(CharsetId id, CharsetAllocFn alloc, void *of)
{
    Charset *s = NULL;
    Unpacker *u = calloc(1, sizeof *u);
    if (u != NULL && unpack(u, id))
        s = build(&packed[id], u->cells[id], alloc, of);
    if (u != NULL)
        unpacker_free(u);
    free(u);
    return s;
}

unsigned charset_pair_code(const Charset *s, uint32_t pair)
{
    for (int i = 0; i < s->n_pairs; i++)
        if (s->pairs[i].pair == pair)
            return s->pairs[i].code;
    return 0;
}

bool charset_begins_pair(const Charset *s, uint32_t letter)
{
    for (int i = 0; i < s->n_pairs; i++)
        if (s->pairs[i].pair >> 16 == letter)
            return true;
    return false;
}

uint32_t charset_lacking(const Charset *s, int place)
{
    uint32_t page = 0, c;
    ASSERT(place >= 0 && place < s->lacking[256]);
    for (uint32_t step = 128; step > 0; step /= 2)
        if (s->lacking[page + step] <= place)
            page += step;
    place -= s->lacking[page];
    if (s->page_of[page] == 0)
        return (page << 8) + (uint32_t)place;
    for (c = page << 8; place > 0 || !lacks(s, c); c++)
        place -= lacks(s, c);
    return c;
}

int charset_lacking_place(const Charset *s, uint32_t c)
{
    int place = s->lacking[c >> 8];
    if (s->page_of[c >> 8] == 0)
        return place + (int)(c & 255);
    for (uint32_t before = c & ~255u; before < c; before++)
        place += lacks(s, before);
    return place;
}
