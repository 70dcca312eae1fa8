/* SPDX-License-Identifier: MIT */
/* The disassembler: what it says of a few instructions, if there is one. */
#include "jit/disassemble.h"
#include "../tap.h"

enum { AT = 0x1000 };

static size_t size;
static Disassembled d;

static const char *text(const char *processor, const char *code, size_t n)
{
    memset(&d, 0, sizeof d);
    size = disassemble(processor, (const uint8_t *)code, n, AT, &d);
    return d.text;
}

static void check_x86_64(void)
{
    CHECK_STRING(text("x86_64", "\x48\x01\xc8", 3), "add     rax, rcx");
    CHECK(size == 3 && d.last == LAST_IN_TEXT);
    CHECK_STRING(text("x86_64", "\x0f\x8f\x10\0\0\0", 6), "jg      ");
    CHECK(size == 6 && d.last == LAST_TARGET && d.value == AT + 0x16);
    CHECK_STRING(text("x86_64", "\xe8\xfb\xff\xff\xff", 5), "call    ");
    CHECK(d.last == LAST_TARGET && d.value == AT);
    CHECK_STRING(text("x86_64", "\x48\xbf\1\2\3\4\5\6\7\x08", 10),
                 "movabs  rdi, ");
    CHECK(d.last == LAST_WORD && d.value == 0x0807060504030201);
    CHECK_STRING(text("x86_64", "\x48\x83\xf8\x05", 4), "cmp     rax, 5");
    text("x86_64", "\x48", 1);
    CHECK(size == 0);
}

static void check_aarch64(void)
{
    CHECK_STRING(text("aarch64", "\x00\x01\x09\xab", 4),
                 "adds    x0, x8, x9");
    CHECK_STRING(text("aarch64", "\x86\0\0\x54", 4), "b.vs    ");
    CHECK(size == 4 && d.last == LAST_TARGET && d.value == AT + 0x10);
    CHECK_STRING(text("aarch64", "\x48\0\0\xb4", 4), "cbz     x8, ");
    CHECK(d.last == LAST_TARGET && d.value == AT + 8);
    /* movz x8, #0x0201; movk x8, #0x0403, lsl #16; movk x8, #7, lsl #32 */
    CHECK_STRING(text("aarch64", "\x28\x40\x80\xd2\x68\x80\xa0\xf2"
                                 "\xe8\0\xc0\xf2\x00\x01\x09\xab", 16),
                 "mov     x8, ");
    CHECK(size == 12 && d.last == LAST_WORD && d.value == 0x704030201);
}

int main(void)
{
    if (disassemble("x86_64", (const uint8_t *)"\xc3", 1, AT, &d) == 0) {
        printf("1..0 # SKIP there is no disassembler\n");
        return 0;
    }
    check_x86_64();
    check_aarch64();
    return tap_done();
}
