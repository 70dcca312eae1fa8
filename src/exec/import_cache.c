/* SPDX-License-Identifier: MIT */
/*
 * Compiled modules in files, as PEP 3147 and PEP 552 lay them out: 16 bytes of
 * magic number, flags, the source's time and size; then the marshalled code.
 * Files are written to another name and renamed, so who reads sees all or nothing.
 * None of it is an error: what cannot be read is compiled, what cannot be written
 * is not.
 */
#include "exec/import_cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/level.h"
#include "compile/compile.h"
#include "compile/marshal.h"
#include "exec/import.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/file.h"
#include "os/private.h"

enum {
    HEAD = 16,
    MAGIC = 3495 | '\r' << 16 | '\n' << 24, /* the library's own, of 3.11 */
    NS_PER_SECOND = 1000000000,
};

void import_cache_tag(char tag[IMPORT_TAG_MAX])
{
    snprintf(tag, IMPORT_TAG_MAX, "adder-3%d-%08x", level_current,
             (unsigned)marshal_code_format());
}

/* --- the head ---------------------------------------------------------- */

static void put(uint8_t *to, uint32_t i)
{
    for (int k = 0; k < 4; k++)
        to[k] = (uint8_t)(i >> (8 * k));
}

/* What the file of a source begins with; false: there is no such source. */
static bool head_of(const char *source, uint8_t head[HEAD])
{
    int64_t mtime_ns, size;
    if (os_file_stat(source, &mtime_ns, &size) != 0)
        return false;
    put(head, (uint32_t)MAGIC);
    put(head + 4, 0);
    put(head + 8, (uint32_t)(mtime_ns / NS_PER_SECOND));
    put(head + 12, (uint32_t)size);
    return true;
}

static bool fits(const char *compiled, const char *source)
{
    uint8_t head[HEAD], expected[HEAD];
    int fd = os_file_open(compiled, OS_OPEN_READ);
    if (fd < 0)
        return false;
    bool whole = os_file_read_some(fd, head, HEAD) == HEAD;
    os_file_close(fd);
    return whole && head_of(source, expected) &&
           memcmp(head, expected, HEAD) == 0;
}

/* --- places ------------------------------------------------------------ */

static Str *directory_of(Thread *t, Str *path)
{
    int64_t i = path->len - 1;
    while (i > 0 && str_at(path, i) != '/')
        i--;
    return str_slice(t, path, 0, i < 0 ? 0 : i);
}

/* Whether a file can be made there, where directories may be missing. */
static bool may_make(Thread *t, Str *path)
{
    for (Str *d = directory_of(t, path); d->len > 0; d = directory_of(t, d)) {
        const char *directory = str_to_utf8(t, d, NULL);
        if (os_file_exists(directory))
            return os_may_write(directory);
    }
    return true;
}

/* The user's directory, which is made if need be; NULL: none that is safe. */
static const char *user_directory(Thread *t)
{
    const char *directory = import_config.caches;
    if (directory == NULL)
        return NULL;
    if (!os_file_exists(directory)) {
        Str *above = directory_of(t, str_from_c(t, directory));
        os_file_make_directories(str_to_utf8(t, above, NULL));
        os_make_private(directory);
    }
    return os_is_private(directory) ? directory : NULL;
}

/* DIRECTORY/where/the/source/is/NAME.TAG.pyc */
static Str *place_below(Thread *t, const char *directory, Str *source,
                        Str *beside)
{
    Str *name = beside;
    for (int64_t i = beside->len - 1; i >= 0; i--)
        if (str_at(beside, i) == '/') {
            name = str_slice(t, beside, i + 1, beside->len);
            break;
        }
    return str_format(t, "%s%U/%U", directory, directory_of(t, source), name);
}

Str *import_cache_place(Thread *t, Str *source, Str *beside)
{
    if (import_config.caches == NULL || source->len == 0 ||
        str_at(source, 0) != '/' || may_make(t, beside) ||
        fits(str_to_utf8(t, beside, NULL), str_to_utf8(t, source, NULL)))
        return beside;
    const char *directory = user_directory(t);
    return directory == NULL ? beside
                             : place_below(t, directory, source, beside);
}

/* As the library's cache_from_source would say. */
static Str *place_of(Thread *t, const char *path)
{
    char tag[IMPORT_TAG_MAX], optimized[16] = "";
    import_cache_tag(tag);
    if (import_config.optimize > 0)
        snprintf(optimized, sizeof optimized, ".opt-%d",
                 import_config.optimize);
    const char *name = strrchr(path, '/') + 1;
    int n = (int)(strlen(name) - strlen(".py"));
    Str *source = str_from_c(t, path);
    Str *beside = str_format(t, "%U/__pycache__/%U.%s%s.pyc",
                             directory_of(t, source),
                             str_from_utf8(t, name, (size_t)n), tag, optimized);
    Value prefix = dict_get_c(t, t->rt->sys_dict, "pycache_prefix");
    if (!value_is_null(prefix) && value_is_str(prefix))
        return place_below(t, str_to_utf8(t, value_to_str(prefix), NULL),
                           source, beside);
    return import_cache_place(t, source, beside);
}

/* --- loading ----------------------------------------------------------- */

static Code *read_compiled(Thread *t, const char *compiled,
                           const uint8_t head[HEAD])
{
    size_t len;
    Code *code = NULL;
    uint8_t *data = os_file_read(compiled, &len);
    if (data != NULL && len > HEAD && memcmp(data, head, HEAD) == 0 &&
        marshal_is_code(data + HEAD, len - HEAD))
        code = marshal_read_code(t, data + HEAD, len - HEAD);
    free(data);
    if (code == NULL)
        t->exc = NULL_VALUE; /* it is made anew */
    return code;
}

static Code *compile_file(Thread *t, const char *path)
{
    size_t len;
    uint8_t *text = os_file_read(path, &len);
    if (text == NULL) {
        raise_error(t, EXC(ImportError), "the library has no %s", path);
        return NULL;
    }
    Code *code = compile_source(t, (const char *)text, len, false,
                                str_from_c(t, path), COMPILE_EXEC, 0,
                                import_config.optimize);
    free(text);
    return code;
}

static void write_compiled(Thread *t, Str *place, const uint8_t head[HEAD],
                           Code *code)
{
    Value v = marshal_write(t, value_from_pointer(code), MARSHAL_VERSION);
    if (value_is_null(v)) {
        t->exc = NULL_VALUE;
        return;
    }
    Bytes *bytes = value_to_bytes(v);
    Buf b = BUF_INIT;
    buf_append(&b, head, HEAD);
    buf_append(&b, bytes->data, (size_t)bytes->len);
    KEEP(bytes);
    if (!b.failed) {
        Str *directory = directory_of(t, place);
        os_file_make_directories(str_to_utf8(t, directory, NULL));
        os_file_write_atomically(str_to_utf8(t, place, NULL), b.bytes, b.len);
    }
    buf_free(&b);
}

static bool is_true(Thread *t, const char *name)
{
    Value v = dict_get_c(t, t->rt->sys_dict, name);
    return !value_is_null(v) && value_same(v, TRUE_VALUE);
}

Code *import_cache_load(Thread *t, const char *path, const char *filename)
{
    uint8_t head[HEAD];
    Code *code = NULL;
    bool has_head = head_of(path, head);
    Str *place = has_head ? place_of(t, path) : NULL;
    if (has_head)
        code = read_compiled(t, str_to_utf8(t, place, NULL), head);
    if (code == NULL) {
        code = compile_file(t, path);
        if (code != NULL && has_head && !is_true(t, "dont_write_bytecode"))
            write_compiled(t, place, head, code);
    }
    if (code != NULL)
        code_set_filename(t, code, str_from_c(t, filename));
    return code;
}

bool import_cache_is_compiled(const uint8_t *data, size_t len)
{
    uint8_t magic[4];
    put(magic, (uint32_t)MAGIC);
    return len >= sizeof magic && memcmp(data, magic, sizeof magic) == 0;
}

Code *import_cache_read(Thread *t, const uint8_t *data, size_t len)
{
    if (import_cache_is_compiled(data, len) && len > HEAD &&
        marshal_is_code(data + HEAD, len - HEAD))
        return marshal_read_code(t, data + HEAD, len - HEAD);
    raise_error(t, EXC(RuntimeError),
                import_cache_is_compiled(data, len)
                    ? "Bad code object in .pyc file"
                    : "Bad magic number in .pyc file");
    return NULL;
}
