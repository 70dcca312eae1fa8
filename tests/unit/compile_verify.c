/* SPDX-License-Identifier: MIT */
/*
 * Compiles every Python file below the test directories, and below
 * $VERIFY_DIR if it is set (a standard library, say), and verifies the code:
 * see code_verify.h.  Files that are no valid Python do not count.
 */
#define _GNU_SOURCE
#include <ftw.h>
#include <stdlib.h>
#include "../tap.h"
#include "code_verify.h"
#include "compile/compile.h"
#include "exec/hooks.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static Thread *t;
static int compiled, refused, wrong;

static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    *len = fread(text, 1, (size_t)size, file);
    fclose(file);
    return text;
}

static int visit(const char *path, const struct stat *info, int kind,
                 struct FTW *where)
{
    size_t n = strlen(path), len;
    (void)info;
    (void)where;
    if (kind != FTW_F || n < 3 || strcmp(path + n - 3, ".py") != 0)
        return 0;
    char *text = read_file(path, &len);
    if (text == NULL)
        return 0;
    Code *code = compile_source(t, text, len, false, str_from_c(t, path),
                                COMPILE_EXEC, 0, 0);
    free(text);
    if (code == NULL) {
        exception_take(t);
        refused++;
        return 0;
    }
    compiled++;
    const char *error = code_verify(code);
    if (error[0] != 0) {
        wrong++;
        printf("# %s: %s\n", path, error);
    }
    return 0;
}

static void walk(const char *directory)
{
    compiled = refused = wrong = 0;
    nftw(directory, visit, 16, FTW_PHYS);
    OK(wrong == 0, "%s: %d files are right (%d refused)", directory, compiled,
       refused);
}

int main(void)
{
    const char *top = getenv("top_srcdir"), *more = getenv("VERIFY_DIR");
    char path[4096];
    exec_register();
    t = runtime_new(NULL)->main_thread;
    snprintf(path, sizeof path, "%s/tests", top != NULL ? top : ".");
    walk(path);
    snprintf(path, sizeof path, "%s/src/lib", top != NULL ? top : ".");
    walk(path);
    if (more != NULL)
        walk(more);
    return tap_done();
}
