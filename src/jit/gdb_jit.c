/* SPDX-License-Identifier: MIT */
/*
 * GDB's JIT interface: a list of object files in memory, and a function that a
 * debugger has a breakpoint in.  Each piece of code is an object file of its
 * own with a symbol and unwind information.
 */
#include "jit/gdb_jit.h"
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "jit/unwind_info.h"
#include "os/cpu.h"

/* ---- what debuggers know by name ---- */
typedef struct JitCodeEntry {
    struct JitCodeEntry *next, *previous;
    const char *file;
    uint64_t size;
    /* ---- ours ---- */
    const uint8_t *code;
} JitCodeEntry;

typedef struct JitDescriptor {
    uint32_t version;
    uint32_t action; /* 0 none, 1 add, 2 remove */
    JitCodeEntry *relevant, *first;
} JitDescriptor;

JitDescriptor __jit_debug_descriptor = {.version = 1};
void __jit_debug_register_code(void);
__attribute__((noinline, used)) void __jit_debug_register_code(void)
{
    __asm__ volatile("" : : "r"(&__jit_debug_descriptor) : "memory");
}

/* ---- an object file ---- */
typedef struct FileHeader {
    uint8_t ident[16];
    uint16_t type, machine;
    uint32_t version;
    uint64_t entry, segments, sections;
    uint32_t flags;
    uint16_t header_size, segment_size, n_segments, section_size, n_sections,
        names;
} FileHeader;

typedef struct Section {
    uint32_t name, type;
    uint64_t flags, address, offset, size;
    uint32_t link, info;
    uint64_t align, entry_size;
} Section;

typedef struct Symbol {
    uint32_t name;
    uint8_t info, other;
    uint16_t section;
    uint64_t value, size;
} Symbol;

enum { NONE_SECTION, TEXT, FRAMES, NAMES, SYMBOLS, SECTIONS };
static const char section_names[] = "\0.text\0.eh_frame\0.strtab\0.symtab";
enum { TEXT_NAME = 1, FRAMES_NAME = 7, NAMES_NAME = 17, SYMBOLS_NAME = 25 };

static void align8(Buf *b)
{
    while (b->len % 8 != 0 && !b->failed)
        buf_append_char(b, '\0');
}

static Section put_section(Buf *b, uint32_t name, uint32_t type,
                           const void *bytes, size_t size)
{
    align8(b);
    Section s = {.name = name, .type = type, .offset = b->len, .size = size,
                 .align = 8};
    buf_append(b, bytes, size);
    return s;
}

static void put_header(Buf *b, size_t sections)
{
    FileHeader h = {
        .ident = {0x7f, 'E', 'L', 'F', 2, 1, 1},
        .type = 1, .machine = CPU_ELF_MACHINE, .version = 1,
        .sections = sections, .header_size = sizeof h,
        .section_size = sizeof(Section), .n_sections = SECTIONS,
        .names = NAMES,
    };
    if (!b->failed)
        memcpy(b->bytes, &h, sizeof h);
}

static void put_names(Buf *names, const Announced *a)
{
    buf_append(names, section_names, sizeof section_names);
    buf_append(names, a->name, strlen(a->name) + 1);
}

/* The code itself is where it is: .text takes no room in the file. */
static void put_file(Buf *b, const Announced *a)
{
    Buf frames = BUF_INIT, names = BUF_INIT;
    FileHeader none = {.type = 0};
    Section s[SECTIONS] = {{.name = 0}};
    Symbol symbols[2] = {{.name = 0},
                         {.name = sizeof section_names,
                          .info = 1 << 4 | 2, /* global, a function */
                          .section = TEXT,
                          .size = a->size}};
    unwind_info_absolute(&frames, a);
    put_names(&names, a);
    buf_append(b, &none, sizeof none);
    s[TEXT] = (Section){
        .name = TEXT_NAME, .type = 8, .flags = 2 | 4,
        .address = (uint64_t)(uintptr_t)a->code, .offset = b->len,
        .size = a->size, .align = 16,
    };
    s[FRAMES] = put_section(b, FRAMES_NAME, 1, frames.bytes, frames.len);
    s[FRAMES].flags = 2;
    s[NAMES] = put_section(b, NAMES_NAME, 3, names.bytes, names.len);
    s[SYMBOLS] = put_section(b, SYMBOLS_NAME, 2, symbols, sizeof symbols);
    s[SYMBOLS].link = NAMES;
    s[SYMBOLS].info = 1;
    s[SYMBOLS].entry_size = sizeof(Symbol);
    align8(b);
    size_t sections = b->len;
    buf_append(b, s, sizeof s);
    put_header(b, sections);
    b->failed |= frames.failed || names.failed;
    buf_free(&frames);
    buf_free(&names);
}

static void tell(JitCodeEntry *entry, uint32_t action)
{
    __jit_debug_descriptor.relevant = entry;
    __jit_debug_descriptor.action = action;
    __jit_debug_register_code();
    __jit_debug_descriptor.relevant = NULL;
    __jit_debug_descriptor.action = 0;
}

void gdb_jit_add(const Announced *a)
{
    Buf b = BUF_INIT;
    JitCodeEntry *entry = calloc(1, sizeof *entry);
    put_file(&b, a);
    if (entry == NULL || b.failed) {
        free(entry);
        buf_free(&b);
        return;
    }
    *entry = (JitCodeEntry){.next = __jit_debug_descriptor.first,
                            .file = b.bytes, .size = b.len,
                            .code = a->code};
    if (entry->next != NULL)
        entry->next->previous = entry;
    __jit_debug_descriptor.first = entry;
    tell(entry, 1);
}

void gdb_jit_remove(const uint8_t *code)
{
    JitCodeEntry *e = __jit_debug_descriptor.first;
    while (e != NULL && e->code != code)
        e = e->next;
    if (e == NULL)
        return;
    if (e->previous != NULL)
        e->previous->next = e->next;
    else
        __jit_debug_descriptor.first = e->next;
    if (e->next != NULL)
        e->next->previous = e->previous;
    tell(e, 2);
    free((void *)(uintptr_t)e->file);
    free(e);
}
