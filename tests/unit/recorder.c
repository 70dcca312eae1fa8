/* SPDX-License-Identifier: MIT */
/*
 * The recorder: small functions and what is recorded of them, before any pass
 * has seen it, as IR text.  The cases are in tests/trace/recorded/NAME.ir:
 *
 *     ==== what is shown
 *     def f(a, b):
 *         return a + b
 *     >>> f(1, 2)
 *     trace 0, calls of f:
 *     ...
 *
 * Lines after >>> run ROUNDS times, one after the other, in a process of their
 * own; then come all traces and why recordings were given up.  After a change
 * that is meant, RECORD=1 build/tests/unit/recorder writes the files again:
 * read the difference.  A case whose title ends in [usual limits] or [stress
 * limits] is for builds with these (base/limits.h).
 */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../tap.h"
#include "base/buf.h"
#include "base/limits.h"
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/jit_control.h"
#include "main/session.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/text/str.h"
#include "os/file.h"
#include "trace/ir_text.h"
#include "trace/jit_state.h"
#include "trace/trace.h"

enum { ROUNDS = 8 };

static Session session;

static const char *const files[] = {
    "arithmetic", "attributes", "builders", "calls", "classes", "closures",
    "compare", "containers", "generators", "globals", "given_up", "iteration",
    "locals", "match", "natives", "strings",  "unpack", "with",
};

/* ---- a case, in a process of its own ---- */
static bool run(Dict *names, const char *source, size_t len, int times)
{
    Thread *t = session.t;
    Code *code = compile_source(t, source, len, true, str_from_c(t, "case"),
                                COMPILE_EXEC, 0, 0);
    bool ok = code != NULL;
    for (int i = 0; ok && i < times; i++) /* its calls get specialized */
        ok = !value_is_null(exec_code(t, code, names,
                                      value_from_pointer(names)));
    return ok;
}

static void print_traces(void)
{
    Thread *t = session.t;
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        const Trace *trace = jit_state.traces[i];
        if (trace->raw == NULL)
            continue;
        const char *name = str_to_utf8(
            t, value_to_str(slot_get(&trace->code->qualname)), NULL);
        if (trace->parent != NULL)
            printf("trace %u, exit %d of trace %u:\n", trace->id,
                   trace->parent_exit, trace->parent->id);
        else
            printf("trace %u, %s of %s:\n", trace->id,
                   record_is_loop(trace) ? "loop" : "calls", name);
        fputs(str_to_utf8(t, trace_to_full_text(t, trace->raw), NULL), stdout);
    }
    for (int i = 0; i < ABORT_COUNT; i++)
        if (jit_state.aborted[i] > 0)
            printf("given up %d times: %s\n", (int)jit_state.aborted[i],
                   abort_sentences[i]);
}

/* Prints what is recorded of a case; `text` ends behind its last >>> line. */
static void run_case(const char *text, size_t len)
{
    Thread *t = session.t;
    Dict *names = dict_new(t);
    dict_set_c(t, names, "__builtins__",
               value_from_pointer(t->rt->builtins_module));
    dict_set_c(t, names, "__name__", value_from_pointer(str_from_c(t, "case")));
    const char *end = text + len, *call = text;
    while (call < end && strncmp(call, ">>> ", 4) != 0)
        call = (const char *)memchr(call, '\n', (size_t)(end - call)) + 1;
    bool ok = run(names, text, (size_t)(call - text), 1);
    while (ok && call < end) {
        size_t n = strcspn(call, "\n");
        ok = run(names, call + 4, n - 4, ROUNDS);
        call += n + 1;
    }
    if (!ok) {
        Value repr = object_repr(t, t->exc);
        t->exc = NULL_VALUE;
        printf("raises %s\n", str_to_utf8(t, value_to_str(repr), NULL));
    }
    print_traces();
}

/* Trailing blanks of a line are not kept. */
static void add_trimmed(Buf *out, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t blanks = strspn(text + i, " ");
        if (blanks > 0 && text[i + blanks] == '\n')
            i += blanks;
        buf_append_char(out, text[i]);
    }
}

static void recorded(const char *text, size_t len, Buf *out)
{
    int ends[2];
    char chunk[4096];
    fflush(stdout);
    if (pipe(ends) != 0)
        return;
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        run_case(text, len);
        fflush(stdout);
        _exit(0);
    }
    close(ends[1]);
    Buf all = BUF_INIT;
    ssize_t n;
    while ((n = read(ends[0], chunk, sizeof chunk)) > 0)
        buf_append(&all, chunk, (size_t)n);
    close(ends[0]);
    int status;
    waitpid(pid, &status, 0);
    if (status != 0)
        buf_append_str(&all, "the process failed\n");
    add_trimmed(out, all.bytes, all.len);
    buf_free(&all);
}

/* ---- files of cases ---- */
static void comment(const char *what, const char *text, size_t n)
{
    while (n > 0) {
        size_t line = strcspn(text, "\n");
        printf("# %s%.*s\n", what, (int)line, text);
        line = line < n ? line + 1 : n;
        text += line;
        n -= line;
    }
}

static bool is_for_this_build(const char *text)
{
    size_t n = strcspn(text, "\n");
    const char *other = STRESS ? "[usual limits]" : "[stress limits]";
    size_t len = strlen(other);
    return n < len || strncmp(text + n - len, other, len) != 0;
}

/* One case from behind its "==== "; what is recorded now goes to *now.  Answers
 * where the next one starts. */
static const char *one_case(const char *file, const char *text, Buf *now)
{
    const char *next = strstr(text, "\n==== ");
    const char *end = next != NULL ? next + 1 : text + strlen(text);
    const char *source = strchr(text, '\n') + 1, *want = source;
    for (const char *p = source; p < end; p += strcspn(p, "\n") + 1)
        if (strncmp(p, ">>> ", 4) == 0)
            want = p + strcspn(p, "\n") + 1;
    if (!is_for_this_build(text)) {
        buf_append_str(now, "==== ");
        buf_append(now, text, (size_t)(end - text));
        return next != NULL ? next + 6 : NULL;
    }
    Buf got = BUF_INIT;
    recorded(source, (size_t)(want - source), &got);
    size_t n = (size_t)(end - want);
    buf_append_str(now, "==== ");
    buf_append(now, text, (size_t)(want - text));
    buf_append(now, got.bytes, got.len);
    if (!OK(got.len == n && memcmp(got.bytes, want, n) == 0, "%s: %.*s", file,
            (int)strcspn(text, "\n"), text)) {
        comment("want ", want, n);
        comment("got  ", got.bytes, got.len);
    }
    buf_free(&got);
    return next != NULL ? next + 6 : NULL;
}

static void check_file(const char *directory, const char *name, bool record)
{
    char path[4096];
    size_t len;
    snprintf(path, sizeof path, "%s/tests/trace/recorded/%s.ir", directory,
             name);
    uint8_t *bytes = os_file_read(path, &len);
    if (!OK(bytes != NULL, "%s can be read", path))
        return;
    Buf now = BUF_INIT;
    char *text = strndup((const char *)bytes, len);
    const char *first = strstr(text, "==== ");
    buf_append(&now, text, (size_t)(first - text));
    for (const char *p = first + 5; p != NULL;)
        p = one_case(name, p, &now);
    FILE *f = record ? fopen(path, "w") : NULL;
    if (f != NULL) {
        fwrite(now.bytes, 1, now.len, f);
        fclose(f);
    }
    free(text);
    free(bytes);
    buf_free(&now);
}

/* What cases import is there before anything is recorded: importlib's own loops
 * would be, too. */
static bool imported(const char *name)
{
    Str *s = str_from_c(session.t, name);
    return !value_is_null(import_module(session.t, s));
}

int main(int argc, char **argv)
{
    CommandLine c = {.ignore_environment = true, .no_site = true,
                     .fixed_hashes = true};
    const char *directory = getenv("top_srcdir"), *unknown;
    (void)argc;
    if (!session_init(&session, &c, argv[0]) || !imported("math"))
        return 1;
    jit_control.explain = true; /* keeps what was recorded */
    jit_control.options = "threshold:2,entry-threshold:2,"
                          "side-threshold:1000000";
    if (!trace_init(session.t, &uop_backend, &unknown))
        return 1;
    for (unsigned i = 0; i < sizeof files / sizeof *files; i++)
        check_file(directory != NULL ? directory : ".", files[i],
                   getenv("RECORD") != NULL);
    return tap_done();
}
