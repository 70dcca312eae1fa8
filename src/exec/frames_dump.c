/* SPDX-License-Identifier: MIT */
/* Frames as text in the worst of times: see frames_dump.h. */
#include "exec/frames_dump.h"

#include "compile/code.h"
#include "exec/frame.h"
#include "object/text/str.h"
#include "os/file.h"
#include <string.h>

enum {
    FRAMES = 100, /* of one thread */
    THREADS = 100,
    CHARACTERS = 500, /* of one name */
};

/* ---- text ---- */

typedef struct Out {
    int fd;
    int n;
    char text[256];
} Out;

static void flush(Out *o)
{
    (void)os_file_write_all(o->fd, o->text, (size_t)o->n); /* whom to tell? */
    o->n = 0;
}

static void put(Out *o, char c)
{
    if (o->n == (int)sizeof o->text)
        flush(o);
    o->text[o->n++] = c;
}

static void put_text(Out *o, const char *text)
{
    while (*text != '\0')
        put(o, *text++);
}

static void put_hex(Out *o, uint64_t v, int digits)
{
    for (int i = digits - 1; i >= 0; i--)
        put(o, "0123456789abcdef"[v >> (4 * i) & 15]);
}

static void put_number(Out *o, int v)
{
    char digits[12];
    int n = 0;
    do
        digits[n++] = (char)('0' + v % 10);
    while ((v /= 10) != 0);
    while (n > 0)
        put(o, digits[--n]);
}

static void put_character(Out *o, uint32_t c)
{
    if (c >= ' ' && c < 127) {
        put(o, (char)c);
        return;
    }
    put(o, '\\');
    put(o, c < 256 ? 'x' : c < 0x10000 ? 'u' : 'U');
    put_hex(o, c, c < 256 ? 2 : c < 0x10000 ? 4 : 8);
}

/* ---- what is believed ---- */

static bool is_kind(const void *p, unsigned kind)
{
    return p != NULL && (uintptr_t)p % sizeof(void *) == 0 &&
           ((const Header *)p)->kind == kind;
}

static void put_str(Out *o, Value v)
{
    if (!value_is_pointer(v) || !is_kind(value_to_pointer(v), KIND_STR)) {
        put_text(o, "???");
        return;
    }
    const Str *s = value_to_pointer(v);
    int64_t n = s->len < CHARACTERS ? s->len : CHARACTERS;
    for (int64_t i = 0; i < n; i++)
        put_character(o, str_at(s, i));
    if (n < s->len)
        put_text(o, "...");
}

/* 0: it is not known */
static int line_of(const Frame *f, const Code *c)
{
    const Blob *b = c->positions;
    int64_t unit = (const CodeUnit *)f->pc - c->units - 1;
    if (!is_kind(b, KIND_BLOB) || b->capacity < 0 ||
        (uint64_t)b->capacity < c->positions_len ||
        unit >= c->n_units)
        return 0;
    return code_position(c, unit < 0 ? 0 : (uint32_t)unit).line;
}

static void put_frame(Out *o, const Frame *f)
{
    const Code *c = f->code;
    int line = line_of(f, c);
    put_text(o, "  File \"");
    put_str(o, slot_get(&c->filename));
    put_text(o, "\", line ");
    if (line > 0)
        put_number(o, line);
    else
        put_text(o, "???");
    put_text(o, " in ");
    put_str(o, slot_get(&c->name));
    put(o, '\n');
}

static void put_frames(Out *o, const Thread *t)
{
    int n = 0;
    if (t->frame == NULL)
        put_text(o, "  <no Python frame>\n");
    for (const Frame *f = t->frame; f != NULL; f = f->back) {
        if (!is_kind(f->code, KIND_CODE)) {
            put_text(o, "  <invalid frame>\n");
            break;
        }
        if (f->code->flags & CODE_HIDDEN)
            continue;
        if (n++ == FRAMES) {
            put_text(o, "  ...\n");
            break;
        }
        put_frame(o, f);
    }
    flush(o);
}

/* ---- threads ---- */

void frames_dump_text(int fd, const char *text)
{
    Out o = {.fd = fd};
    put_text(&o, text);
    flush(&o);
}

void frames_dump(int fd, const Thread *t, const char *header)
{
    Out o = {.fd = fd};
    put_text(&o, header);
    put_text(&o, " (most recent call first):\n");
    put_frames(&o, t);
}

void frames_dump_all(int fd, const Runtime *rt, const Thread *current)
{
    Out o = {.fd = fd};
    int n = 0;
    /* Behind the main thread they stand from the youngest on. */
    for (const Thread *t = rt->main_thread->next_thread;; t = t->next_thread) {
        const Thread *shown = t == NULL ? rt->main_thread : t;
        if (n > 0)
            put(&o, '\n');
        if (n++ == THREADS) {
            put_text(&o, "...\n");
            break;
        }
        put_text(&o, shown == current ? "Current thread 0x" : "Thread 0x");
        put_hex(&o, shown->ident, 16);
        put_text(&o, " (most recent call first):\n");
        put_frames(&o, shown);
        if (t == NULL)
            break;
    }
    flush(&o);
}
