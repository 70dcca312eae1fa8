/* SPDX-License-Identifier: MIT */
/*
 * Unwind information: from a C function that compiled code has called, an
 * unwinder goes through that code and ENTRY back to main; and the instructions
 * of ENTRY are those that the information was written for.
 */
#include "jit/unwind_info.h"

#include <stdlib.h>
#include <unwind.h>
#include "jit/code_arena.h"
#include "../tap.h"

/* libgcc's and LLVM's. */
void __register_frame(void *frames);
void __deregister_frame(void *frames);

typedef struct Piece {
    uint8_t *at;
    size_t size;
    Buf frames;
} Piece;

enum { MOST = 1024 }; /* bytes of a stencil */

static Piece entry, leave, code;
static struct {
    int n, code_at, entry_at, main_at;
} seen;

static bool is_in(uintptr_t ip, const Piece *p)
{
    return ip > (uintptr_t)p->at && ip <= (uintptr_t)p->at + p->size;
}

int main(void);

static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *unused)
{
    (void)unused;
    uintptr_t ip = _Unwind_GetIP(context);
    seen.n++;
    if (is_in(ip, &code))
        seen.code_at = seen.n;
    if (is_in(ip, &entry))
        seen.entry_at = seen.n;
    if (_Unwind_FindEnclosingFunction((void *)(ip - 1)) ==
        (void *)(uintptr_t)&main)
        seen.main_at = seen.n;
    return _URC_NO_REASON;
}

static __attribute__((noinline)) void look_back(void)
{
    memset(&seen, 0, sizeof seen);
    _Unwind_Backtrace(visit, NULL);
}

static bool take(Piece *p, size_t size)
{
    p->at = code_arena_take(size);
    p->size = size;
    return p->at != NULL;
}

static bool place(Piece *p, const void *bytes, bool is_entry)
{
    size_t size = p->size;
    if (!code_arena_write(p->at, bytes, size))
        return false;
    p->frames = BUF_INIT;
    unwind_info_absolute(&p->frames, &(Announced){
                                         .code = p->at, .size = size,
                                         .is_entry = is_entry});
    if (p->frames.failed)
        return false;
    __register_frame(p->frames.bytes);
    return true;
}

static Stencil shim(unsigned op)
{
    return stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE, STENCIL_NONE,
                        STENCIL_NONE);
}

static bool place_shim(Piece *p, unsigned op)
{
    Stencil s = shim(op);
    uint8_t bytes[MOST];
    if (s.template->size + STENCIL_STEP > MOST)
        return false;
    stencil_write(s, bytes);
    return take(p, s.template->size) && place(p, bytes, op == STENCIL_ENTRY);
}

/* Code as a trace's: it calls C, then goes on in LEAVE, which is no landing
 * pad. */
static bool place_code(void)
{
    uint64_t function = (uint64_t)(uintptr_t)&look_back;
#if defined(__aarch64__)
    uint32_t words[] = {
        0xd50324df, /* bti jc */
        0x58000070, /* ldr x16, function */
        0xd63f0200, /* blr x16 */
        0x14000000, /* b LEAVE */
        0, 0,
    };
    if (!take(&code, sizeof words))
        return false;
    words[3] |= (uint32_t)(leave.at - (code.at + 12)) >> 2 & 0x3ffffff;
    memcpy(&words[4], &function, 8);
    return place(&code, words, false);
#else
    uint8_t bytes[] = {
        0xf3, 0x0f, 0x1e, 0xfa,                   /* endbr64 */
        0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0,       /* mov rax, function */
        0xff, 0xd0,                               /* call rax */
        0xe9, 0, 0, 0, 0,                         /* jmp LEAVE */
    };
    if (!take(&code, sizeof bytes))
        return false;
    int32_t distance = (int32_t)(leave.at - (code.at + sizeof bytes));
    memcpy(bytes + 6, &function, 8);
    memcpy(bytes + 17, &distance, 4);
    return place(&code, bytes, false);
#endif
}

/* What unwind_info.c knows of ENTRY. */
static void test_entry(void)
{
    Stencil s = shim(STENCIL_ENTRY);
    uint8_t bytes[MOST];
#if defined(__aarch64__)
    static const uint32_t known[] = {
        0xd503233f, 0xa9b67bfd, 0x910003fd, 0xa90153f3, 0xa9025bf5,
        0xa90363f7, 0xa9046bf9, 0xa90573fb, 0x6d0627e8, 0x6d072fea,
        0x6d0837ec, 0x6d093fee,
    };
#else
    static const uint8_t known[] = {
        0xf3, 0x0f, 0x1e, 0xfa, 0x55, 0x53, 0x41, 0x54, 0x41, 0x55, 0x41,
        0x56, 0x41, 0x57, 0x49, 0x89, 0xfc, 0x49, 0x89, 0xf5, 0xff, 0xd2,
        0x41, 0x5f, 0x41, 0x5e, 0x41, 0x5d, 0x41, 0x5c, 0x5b, 0x5d, 0xc3,
    };
#endif
    CHECK(s.template->size + STENCIL_STEP <= MOST);
    stencil_write(s, bytes);
    OK(s.template->size >= sizeof known &&
           memcmp(bytes, known, sizeof known) == 0,
       "ENTRY saves registers as unwind_info.c says");
}

static void test_unwinding(void)
{
    static union {
        Activation a;
        uint64_t words[sizeof(Activation) / 8];
    } activation;
    void (*enter)(void *, Activation *, const uint8_t *) =
        (void (*)(void *, Activation *, const uint8_t *))(uintptr_t)entry.at;
    enter(&activation, &activation.a, code.at);
    OK(seen.code_at > 0, "the caller of C is compiled code");
#if !defined(__aarch64__) /* there ENTRY jumps: the frame is the code's */
    OK(seen.entry_at == seen.code_at + 1, "ENTRY called that");
#endif
    OK(seen.main_at > seen.code_at, "and main is further up");
}

int main(void)
{
    const char *reason = NULL;
    if (!code_arena_init(64 << 10, &reason)) {
        printf("1..0 # SKIP %s\n", reason);
        return 0;
    }
    test_entry();
    CHECK(place_shim(&entry, STENCIL_ENTRY) &&
          place_shim(&leave, STENCIL_LEAVE) && place_code());
    test_unwinding();
    return tap_done();
}
