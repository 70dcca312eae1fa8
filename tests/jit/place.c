/* SPDX-License-Identifier: MIT */
/*
 * Copy and patch once more, apart from the emitter: stencils are placed
 * between code that loads all registers and code that stores them.
 *
 * Each way out also stores the thread's register and the stack pointer, for
 * which there are no stencils: these few instructions are written here.
 */
#include "place.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "enter.h"
#include "mock_helpers.h"
#include "os/memory.h"

enum {
    CODE_SIZE = 64 << 10,
    LEAVE_AT = 512,
    SHIM_SIZE = 1024,
    /* spill slots */
    STACK_BEFORE = 500, STACK_AFTER, THREAD_AFTER,
};

static uint64_t room[PLACE_FAR / 8 + 1];
Activation *const place_activation = (Activation *)room;
static uint8_t *code;
static size_t code_size;

static uint64_t value_of(const Hole *h, uint64_t end, const Places *p)
{
    switch ((HoleValue)h->value) {
    case VALUE_OPERAND: return p->operand;
    case VALUE_OPERAND_HIGH: return p->operand >> 32;
    case VALUE_IMM: return p->imm;
    case VALUE_NEXT: return end;
    case VALUE_EXIT: return (uintptr_t)p->exit;
    case VALUE_ERROR: return (uintptr_t)p->error;
    case VALUE_HELPER: return (uintptr_t)p->helpers[h->symbol];
    case VALUE_TARGET: return (uintptr_t)p->target;
    }
    return 0;
}

/* In `start`, which will run at `address`. */
static void fill_hole(const Hole *h, uint8_t *start, uint64_t address,
                      uint64_t end, const Places *p)
{
    uint8_t *at = start + h->offset;
    uint64_t value = value_of(h, end, p) + (uint64_t)(int64_t)h->addend;
    int64_t distance = (int64_t)(value - (address + h->offset));
    uint32_t word;
    memcpy(&word, at, 4);
    switch ((HoleKind)h->kind) {
    case HOLE_ABS64: memcpy(at, &value, 8); return;
    case HOLE_ABS32: word = (uint32_t)value; break;
    case HOLE_REL32: word = (uint32_t)distance; break;
    case HOLE_JUMP26:
        word = (word & 0xfc000000) | ((uint32_t)(distance >> 2) & 0x3ffffff);
        break;
    case HOLE_BRANCH19:
        word = (word & 0xff00001f) |
               ((uint32_t)(distance >> 2) & 0x7ffff) << 5;
        break;
    case HOLE_MOVW0:
    case HOLE_MOVW1:
    case HOLE_MOVW2:
    case HOLE_MOVW3:
        word = (word & 0xffe0001f) |
               (uint32_t)(value >> 16 * (h->kind - HOLE_MOVW0) & 0xffff) << 5;
    }
    memcpy(at, &word, 4);
}

void place_bytes(const Piece *piece, const Places *p, uint8_t *out,
                 uint64_t address)
{
    memcpy(out, piece->code, piece->size);
    for (unsigned i = 0; i < piece->n_holes; i++)
        fill_hole(&piece->holes[i], out, address, address + piece->size, p);
}

/* Places a piece at the end of the code. */
static void put(const Piece *piece, const Places *p)
{
    Places all = *p;
    all.helpers = mock_helpers;
    place_bytes(piece, &all, code + code_size, (uintptr_t)code + code_size);
    code_size += piece->size;
}

/* Bit by bit, unlike stencil_write. */
static void put_field(Piece *piece, const StencilField *f, const uint8_t *reg)
{
    const StencilEncoding *e = &stencil_encodings[f->encoding];
    for (unsigned i = 0; i < 16; i++) {
        unsigned byte = f->byte + i / 8 * e->distance;
        bool set = e->numbers[reg[f->role]] >> i & 1;
        if (set && byte < piece->size)
            piece->code[byte] |= (uint8_t)(1u << i % 8);
    }
}

Piece place_template(const StencilTemplate *t, const StencilField *fields,
                     unsigned n, const uint8_t *reg)
{
    Piece piece = {.holes = stencil_holes + t->hole, .size = t->size,
                   .n_holes = t->n_holes};
    if (t->size > PLACE_MOST) {
        printf("Bail out! a stencil of %u bytes\n", t->size);
        exit(1);
    }
    memcpy(piece.code, stencil_code + t->code, t->size);
    for (unsigned i = 0; i < n; i++)
        put_field(&piece, &fields[i], reg);
    return piece;
}

Piece place_piece(const Stencil *s)
{
    const uint8_t reg[4] = {s->in[0], s->in[1], s->in[2], s->out};
    return place_template(s->template, stencil_fields + s->template->field,
                          s->template->n_fields, reg);
}

static Piece find_piece(unsigned op, uint8_t in, uint8_t out)
{
    Stencil s = stencil_find(op, 0, in, STENCIL_NONE, STENCIL_NONE, out);
    if (s.template == NULL) {
        printf("Bail out! piece %#x is missing\n", op);
        exit(1);
    }
    return place_piece(&s);
}

static void put_piece(unsigned op, uint8_t in, uint8_t out, const Places *p)
{
    Piece piece = find_piece(op, in, out);
    put(&piece, p);
}

static void set_executable(bool executable)
{
    if (!os_code_set_executable(code, CODE_SIZE, executable)) {
        printf("Bail out! the system refuses executable memory\n");
        exit(1);
    }
    if (executable)
        os_code_flush(code, CODE_SIZE);
}

const char *place_init(void)
{
    code = os_code_map(CODE_SIZE, mock_helpers[0], 100 << 20);
    if (code == NULL)
        return "no code memory near the program";
    if (!os_code_set_executable(code, CODE_SIZE, true))
        return "the system refuses executable memory";
    place_shims(NULL, NULL);
    return NULL;
}

void place_shims(const Piece *entry, const Piece *leave)
{
    const Places none = {0};
    Piece its_entry = find_piece(STENCIL_ENTRY, STENCIL_NONE, STENCIL_NONE);
    Piece its_leave = find_piece(STENCIL_LEAVE, STENCIL_NONE, STENCIL_NONE);
    set_executable(false);
    code_size = 0;
    put(entry != NULL ? entry : &its_entry, &none);
    code_size = LEAVE_AT;
    put(leave != NULL ? leave : &its_leave, &none);
    set_executable(true);
}

uint64_t place_spill_offset(int slot)
{
    return offsetof(Activation, spills) + 8 * (uint64_t)slot;
}

static void put_instruction(const void *bytes, size_t size)
{
    memcpy(code + code_size, bytes, size);
    code_size += size;
}

/* Stores a register that is not among the stencils' in a spill slot. */
static void put_witness(bool stack, int slot)
{
    uint32_t offset = (uint32_t)place_spill_offset(slot);
#if defined(__x86_64__)
    /* mov %rsp or %r12, offset(%r13) */
    const uint8_t mov[3] = {stack ? 0x49 : 0x4d, 0x89, 0xa5};
    put_instruction(mov, sizeof mov);
    put_instruction(&offset, 4);
#elif defined(__aarch64__)
    /* mov x16, sp; str x16 or x20, [x21, #offset] */
    const uint32_t mov = 0x910003f0;
    const uint32_t str = 0xf90002a0 | offset / 8 << 10 | (stack ? 16 : 20);
    if (stack)
        put_instruction(&mov, sizeof mov);
    put_instruction(&str, sizeof str);
#endif
}

static const uint8_t *put_exit(uint64_t how)
{
    const uint8_t *at = code + code_size;
    put_witness(false, THREAD_AFTER);
    put_witness(true, STACK_AFTER);
    put_piece(STENCIL_EXIT, STENCIL_NONE, STENCIL_NONE,
              &(Places){.operand = how, .target = code + LEAVE_AT});
    return at;
}

const uint8_t *place_code(const Piece *piece, Places p)
{
    set_executable(false);
    code_size = SHIM_SIZE;
    p.exit = put_exit(UOP_EXIT);
    p.error = put_exit(UOP_ERROR);
    p.target = put_exit(UOP_NEXT);
    const uint8_t *start = code + code_size;
    put_piece(STENCIL_LANDING, STENCIL_NONE, STENCIL_NONE, &p);
    put_witness(true, STACK_BEFORE);
    for (uint8_t i = 0; i < PLACE_REGISTERS; i++) {
        if (i < ACTIVATION_WORDS)
            put_piece(STENCIL_FILL, STENCIL_NONE, i,
                      &(Places){.operand = place_spill_offset(i)});
        put_piece(STENCIL_FILL_FLOAT, STENCIL_NONE, i,
                  &(Places){.operand =
                                place_spill_offset(PLACE_REGISTERS + i)});
    }
    put(piece, &p);
    put_exit(UOP_NEXT);
    set_executable(true);
    return start;
}

const char *place_run(Thread *t, const uint8_t *at)
{
    uint64_t *spills = place_activation->spills;
    place_activation->exit = 99;
    spills[STACK_AFTER] = spills[THREAD_AFTER] = 0;
    if (!enter(code, t, place_activation, at))
        return "a register of the caller";
    if (spills[STACK_BEFORE] != spills[STACK_AFTER])
        return "the stack pointer";
    if (spills[THREAD_AFTER] != (uintptr_t)t)
        return "the thread's register";
    spills[STACK_BEFORE] = spills[STACK_AFTER] = spills[THREAD_AFTER] = 0;
    return NULL;
}
