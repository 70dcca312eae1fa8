/* SPDX-License-Identifier: MIT */
/*
 * Calls ENTRY with a number of its own in each register that a callee must
 * preserve, and looks whether it did.
 */
#include "enter.h"
#include "convention.h"

#define STRING_(x) #x
#define STRING(x) STRING_(x)
#define NAME(f) STRING(__USER_LABEL_PREFIX__) #f

#if defined(__x86_64__)
#define SYSV __attribute__((sysv_abi))
/* Room for rdi, rsi and xmm6-xmm15, which are the caller's on Windows. */
enum { WORDS = 8, N_SAVED = WORDS + 20 };
SYSV void enter_entry(const uint8_t *entry, Thread *t, Activation *s,
                      const uint8_t *at, uint64_t *saved);
#define PUSH "push %rbp\n push %rbx\n push %r12\n push %r13\n" \
             " push %r14\n push %r15\n push %r8\n"
#define POP "pop %r15\n pop %r14\n pop %r13\n pop %r12\n pop %rbx\n" \
            " pop %rbp\n ret\n"
#define LOAD(at) " mov (" at "), %rbx\n mov 8(" at "), %rbp\n" \
    " mov 16(" at "), %r12\n mov 24(" at "), %r13\n" \
    " mov 32(" at "), %r14\n mov 40(" at "), %r15\n"
#define STORE(at) " mov %rbx, (" at ")\n mov %rbp, 8(" at ")\n" \
    " mov %r12, 16(" at ")\n mov %r13, 24(" at ")\n" \
    " mov %r14, 32(" at ")\n mov %r15, 40(" at ")\n"
#define EACH_XMM(F) F(6, 64) F(7, 80) F(8, 96) F(9, 112) F(10, 128) \
    F(11, 144) F(12, 160) F(13, 176) F(14, 192) F(15, 208)
#define LOAD_XMM(n, at) " movups " #at "(%r10), %xmm" #n "\n"
#define STORE_XMM(n, at) " movups %xmm" #n ", " #at "(%r10)\n"
#if STENCIL_MICROSOFT
__asm__(".text\n.globl " NAME(enter_entry) "\n" NAME(enter_entry) ":\n"
        PUSH " sub $32, %rsp\n mov %r8, %r10\n mov %rdi, %rax\n"
        " mov %rcx, %r8\n mov %rsi, %rcx\n"
        LOAD("%r10") " mov 48(%r10), %rdi\n mov 56(%r10), %rsi\n"
        EACH_XMM(LOAD_XMM)
        " call *%rax\n add $32, %rsp\n pop %r10\n"
        STORE("%r10") " mov %rdi, 48(%r10)\n mov %rsi, 56(%r10)\n"
        EACH_XMM(STORE_XMM) POP);
#else
__asm__(".text\n.globl " NAME(enter_entry) "\n" NAME(enter_entry) ":\n"
        PUSH " mov %rdi, %rax\n mov %rsi, %rdi\n mov %rdx, %rsi\n"
        " mov %rcx, %rdx\n" LOAD("%r8")
        " call *%rax\n pop %r8\n" STORE("%r8") POP);
#endif

#elif defined(__aarch64__)
/* x19-x28, d8-d15, and how far x29 is from where it was. */
enum { N_SAVED = 19 };
void enter_entry(const uint8_t *entry, Thread *t, Activation *s,
                 const uint8_t *at, uint64_t *saved);
#define PAIRS(op, base, at) \
    " " op " x19, x20, [" base ", #" at "]\n" \
    " " op " x21, x22, [" base ", #" at "+16]\n" \
    " " op " x23, x24, [" base ", #" at "+32]\n" \
    " " op " x25, x26, [" base ", #" at "+48]\n" \
    " " op " x27, x28, [" base ", #" at "+64]\n" \
    " " op " d8, d9, [" base ", #" at "+80]\n" \
    " " op " d10, d11, [" base ", #" at "+96]\n" \
    " " op " d12, d13, [" base ", #" at "+112]\n" \
    " " op " d14, d15, [" base ", #" at "+128]\n"
__asm__(".text\n.globl " NAME(enter_entry) "\n" NAME(enter_entry) ":\n"
        " stp x29, x30, [sp, #-176]!\n mov x29, sp\n"
        PAIRS("stp", "sp", "16") " str x4, [sp, #160]\n"
        PAIRS("ldp", "x4", "0")
        " mov x16, x0\n mov x0, x1\n mov x1, x2\n mov x2, x3\n"
        " blr x16\n ldr x4, [sp, #160]\n" PAIRS("stp", "x4", "0")
        " mov x9, sp\n sub x9, x29, x9\n ldr x10, [x4, #144]\n"
        " add x9, x9, x10\n str x9, [x4, #144]\n"
        PAIRS("ldp", "sp", "16") " ldp x29, x30, [sp], #176\n ret\n");
#endif

bool enter(const uint8_t *entry, Thread *t, Activation *s, const uint8_t *at)
{
    uint64_t saved[N_SAVED];
    for (int i = 0; i < N_SAVED; i++)
        saved[i] = UINT64_C(0x0101010101010101) * (uint64_t)(i + 1);
    enter_entry(entry, t, s, at, saved);
    bool kept = true;
    for (int i = 0; i < N_SAVED; i++)
        kept &= saved[i] == UINT64_C(0x0101010101010101) * (uint64_t)(i + 1);
    return kept;
}
