/* SPDX-License-Identifier: MIT */
/* DWARF call frame information; the rules are in the head of unwind_info.h. */
#include "jit/unwind_info.h"
#include <string.h>
#include "os/cpu.h"

enum { /* encodings of addresses */
    ABSOLUTE = 0x00,
    UNSIGNED_4 = 0x03,
    SIGNED_4 = 0x0b,
    PC_RELATIVE = 0x10,
    HEADER_RELATIVE = 0x30,
};
enum { /* instructions */
    CFA_ADVANCE = 0x40,           /* | code units */
    CFA_OFFSET = 0x80,            /* | register, then data units */
    CFA_RESTORE = 0xc0,           /* | register */
    CFA_DEFINE = 0x0c,           /* register, offset */
    CFA_DEFINE_OFFSET = 0x0e,
    CFA_TOGGLE_SIGNED = 0x2d, /* aarch64: the return address, by sp */
};

/*
 * Where processors differ.  ENTRY is the stencil that C calls; `rules` says
 * how the frame looks inside it, and in the code that it jumps to or calls.
 */
typedef struct Unwinder {
    unsigned elf; /* CPU_ELF_MACHINE */
    unsigned code_unit, return_register, stack_register;
    unsigned call_size; /* bytes that a call pushes: the return address */
    void (*rules)(Buf *b, const Announced *a);
} Unwinder;

static void put8(Buf *b, unsigned v)
{
    buf_append_char(b, (char)v);
}
static void put32(Buf *b, uint32_t v)
{
    buf_append(b, &v, sizeof v);
}
static void put64(Buf *b, uint64_t v)
{
    buf_append(b, &v, sizeof v);
}
static void put_uleb(Buf *b, unsigned v)
{
    for (; v >= 0x80; v >>= 7)
        put8(b, (v & 0x7f) | 0x80);
    put8(b, v);
}

/* Register `r` lies `words` words below the caller's frame address. */
static void saved(Buf *b, unsigned r, unsigned words)
{
    if (r < 64) {
        put8(b, CFA_OFFSET | r);
    } else {
        put8(b, 0x05); /* the same for any register */
        put_uleb(b, r);
    }
    put_uleb(b, words);
}

/* Behind ENTRY's `paciasp` and `stp x29, x30, [sp, #-160]!`, and in all code
 * that it jumps to. */
static void saved_by_entry(Buf *b)
{
    put8(b, CFA_DEFINE_OFFSET);
    put_uleb(b, 160);
    saved(b, 29, 20);
    saved(b, 30, 19);
}

static void rules_aarch64(Buf *b, const Announced *a)
{
    if (a->is_entry)
        put8(b, CFA_ADVANCE | 1);
    put8(b, CFA_TOGGLE_SIGNED);
    if (a->is_entry)
        put8(b, CFA_ADVANCE | 1);
    saved_by_entry(b);
    if (a->is_entry)
        put8(b, CFA_ADVANCE | 10); /* the registers are stored */
    for (unsigned r = 19; r <= 28; r++)
        saved(b, r, 18 - (r - 19));
    for (unsigned r = 8; r <= 15; r++)
        saved(b, 64 + r, 8 - (r - 8));
}

static const struct Push {
    uint8_t dwarf, bytes; /* register; length of its push and of its pop */
} pushes[] = {{6, 1}, {3, 1}, {12, 2}, {13, 2}, {14, 2}, {15, 2}};
enum { N_PUSHES = 6, LANDING = 4, MOVES_AND_CALL = 8 };

static void rules_x86_64(Buf *b, const Announced *a)
{
    unsigned depth = 8, advance = LANDING;
    if (!a->is_entry) /* called by ENTRY: nothing to add */
        return;
    for (int i = 0; i < N_PUSHES; i++) {
        put8(b, CFA_ADVANCE | (advance + pushes[i].bytes));
        advance = 0;
        depth += 8;
        put8(b, CFA_DEFINE_OFFSET);
        put_uleb(b, depth);
        saved(b, pushes[i].dwarf, depth / 8);
    }
    advance = MOVES_AND_CALL;
    for (int i = N_PUSHES - 1; i >= 0; i--) {
        put8(b, CFA_ADVANCE | (advance + pushes[i].bytes));
        advance = 0;
        depth -= 8;
        put8(b, CFA_RESTORE | pushes[i].dwarf);
        put8(b, CFA_DEFINE_OFFSET);
        put_uleb(b, depth);
    }
}

static const Unwinder unwinders[] = {
    {62, 1, 16, 7, 8, rules_x86_64},
    {183, 4, 30, 31, 0, rules_aarch64},
};

/* The one that this is compiled for; the last, if it is none of them. */
static const Unwinder *unwinder(void)
{
    size_t i = 0;
    while (unwinders[i].elf != CPU_ELF_MACHINE &&
           i + 1 < ARRAY_LEN(unwinders))
        i++;
    return &unwinders[i];
}

static void end_entry(Buf *b, size_t start)
{
    while ((b->len - start) % 8 != 4 && !b->failed)
        put8(b, 0); /* no operation */
    uint32_t size = (uint32_t)(b->len - start - 4);
    if (!b->failed)
        memcpy(b->bytes + start, &size, sizeof size);
}

/* What all code has in common. */
static void put_common(Buf *b, unsigned encoding)
{
    const Unwinder *m = unwinder();
    size_t start = b->len;
    put32(b, 0);
    put32(b, 0);
    put8(b, 1); /* version */
    buf_append(b, "zR", 3);
    put_uleb(b, m->code_unit);
    put8(b, 0x78); /* data units are -8 bytes */
    put_uleb(b, m->return_register);
    put_uleb(b, 1);
    put8(b, encoding);
    put8(b, CFA_DEFINE);
    put_uleb(b, m->stack_register);
    put_uleb(b, m->call_size);
    if (m->call_size > 0)
        saved(b, m->return_register, m->call_size / 8);
    while ((b->len - start) % 8 != 0 && !b->failed)
        put8(b, 0);
    uint32_t size = (uint32_t)(b->len - start - 4);
    if (!b->failed)
        memcpy(b->bytes + start, &size, sizeof size);
}

void unwind_info_absolute(Buf *b, const Announced *a)
{
    size_t common = b->len;
    put_common(b, ABSOLUTE);
    size_t start = b->len;
    put32(b, 0);
    put32(b, (uint32_t)(b->len - common));
    put64(b, (uint64_t)(uintptr_t)a->code);
    put64(b, a->size);
    put_uleb(b, 0);
    unwinder()->rules(b, a);
    end_entry(b, start);
    put32(b, 0); /* the end */
}

size_t unwind_info_for_perf(Buf *b, const Announced *a)
{
    /* The code is this far in front of the .eh_frame. */
    uint32_t distance = (uint32_t)((a->size + 7) & ~(size_t)7);
    size_t common = b->len;
    put_common(b, PC_RELATIVE | SIGNED_4);
    size_t start = b->len;
    put32(b, 0);
    put32(b, (uint32_t)(b->len - common));
    put32(b, -(uint32_t)(distance + (b->len - common)));
    put32(b, (uint32_t)a->size);
    put_uleb(b, 0);
    unwinder()->rules(b, a);
    end_entry(b, start);
    put32(b, 0);
    size_t header = b->len, frames = header - common;
    put8(b, 1); /* version */
    put8(b, PC_RELATIVE | SIGNED_4);
    put8(b, UNSIGNED_4);
    put8(b, HEADER_RELATIVE | SIGNED_4);
    put32(b, -(uint32_t)(frames + 4));
    put32(b, 1);
    put32(b, -(uint32_t)(distance + frames));
    put32(b, -(uint32_t)(header - start));
    return b->len - header;
}
