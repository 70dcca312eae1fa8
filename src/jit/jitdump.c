/* SPDX-License-Identifier: MIT */
/*
 * perf's jitdump, version 1: a header, then records in the order of time.  Of
 * code that goes nothing is said: what is put in its place says enough.
 *
 * The file is in the working directory, as perf inject expects, or in
 * $JITDUMPDIR.  perf learns of it from a mapping of its first page, and of its
 * times from `perf record -k mono`.
 */
#include "jit/jitdump.h"
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "jit/code_arena.h"
#include "jit/unwind_info.h"
#include "os/clock.h"
#include "os/cpu.h"
#include "os/file.h"
#include "os/profile.h"

/* Kept free behind each piece of code. */
enum { UNWIND_ROOM = 256 };
enum { CODE_LOAD = 0, DEBUG_INFO = 2, UNWINDING_INFO = 4 }; /* records */

typedef struct DumpHeader {
    uint32_t magic, version, size, machine, pad, process;
    uint64_t time, flags;
} DumpHeader;

typedef struct RecordHead {
    uint32_t id, size;
    uint64_t time;
} RecordHead;

typedef struct CodeLoad {
    RecordHead head;
    uint32_t process, thread;
    uint64_t address, code, size, index;
} CodeLoad;

typedef struct DebugInfo {
    RecordHead head;
    uint64_t code, n;
} DebugInfo;

typedef struct DebugLine {
    uint64_t code;
    int32_t line, discriminator;
} DebugLine;

typedef struct Unwinding {
    RecordHead head;
    uint64_t size, header_size, mapped_size;
} Unwinding;

static struct {
    int fd;
    int64_t process;
    uint64_t n;
} dump; /* process-wide */

static uint64_t now(void)
{
    return (uint64_t)os_clock_now(OS_CLOCK_MONOTONIC);
}

static bool write_header(void)
{
    DumpHeader h = {
        .magic = 0x4a695444, .version = 1, .size = sizeof h,
        .machine = CPU_ELF_MACHINE, .process = (uint32_t)dump.process,
        .time = now(),
    };
    return os_file_write_all(dump.fd, &h, sizeof h) == 0 &&
           os_profile_mark(dump.fd);
}

bool jitdump_open(void)
{
    char path[4096];
    const char *dir = getenv("JITDUMPDIR");
    dump.process = os_process_id();
    snprintf(path, sizeof path, "%s/jit-%lld.dump",
             dir != NULL && *dir != '\0' ? dir : ".", (long long)dump.process);
    dump.fd = os_profile_create(path);
    if (dump.fd >= 0 && write_header()) {
        code_arena_set_gap(UNWIND_ROOM);
        return true;
    }
    fprintf(stderr, "adder: -X jit=jitdump: %s: %s\n", path, strerror(errno));
    return false;
}

static void end_record(Buf *b, size_t start)
{
    uint32_t size = (uint32_t)(b->len - start);
    if (!b->failed)
        memcpy(b->bytes + start + offsetof(RecordHead, size), &size,
               sizeof size);
}

/* Where the function stands: perf annotate shows it. */
static void add_line(Buf *b, const Announced *a)
{
    size_t start = b->len;
    if (a->filename == NULL)
        return;
    uint64_t code = (uint64_t)(uintptr_t)a->code;
    DebugInfo d = {{DEBUG_INFO, 0, now()}, code, 1};
    DebugLine line = {code, a->line, 0};
    buf_append(b, &d, sizeof d);
    buf_append(b, &line, sizeof line);
    buf_append(b, a->filename, strlen(a->filename) + 1);
    end_record(b, start);
}

static void add_unwinding(Buf *b, const Announced *a)
{
    size_t start = b->len, info;
    Unwinding u = {.head = {UNWINDING_INFO, 0, now()}};
    buf_append(b, &u, sizeof u);
    info = b->len;
    /* perf believes that it is mapped behind the code. */
    u.header_size = unwind_info_for_perf(b, a);
    u.size = b->len - info;
    u.mapped_size = u.size;
    assert(u.size + 8 <= UNWIND_ROOM);
    while (b->len % 8 != 0 && !b->failed)
        buf_append_char(b, '\0');
    if (b->failed)
        return;
    u.head.size = (uint32_t)(b->len - start);
    memcpy(b->bytes + start, &u, sizeof u);
}

static void add_code(Buf *b, const Announced *a)
{
    size_t start = b->len;
    uint64_t code = (uint64_t)(uintptr_t)a->code;
    CodeLoad l = {
        .head = {CODE_LOAD, 0, now()},
        .process = (uint32_t)dump.process,
        .thread = (uint32_t)os_thread_id(),
        .address = code, .code = code, .size = a->size, .index = dump.n++,
    };
    buf_append(b, &l, sizeof l);
    buf_append(b, a->name, strlen(a->name) + 1);
    buf_append(b, a->code, a->size);
    end_record(b, start);
}

void jitdump_add(const Announced *a)
{
    Buf b = BUF_INIT;
    if (dump.process != os_process_id()) /* forked: the file is the parent's */
        return;
    add_line(&b, a);
    add_unwinding(&b, a);
    add_code(&b, a);
    if (!b.failed)
        os_file_write_all(dump.fd, b.bytes, b.len);
    buf_free(&b);
}
