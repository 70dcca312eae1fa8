/* SPDX-License-Identifier: MIT */
/*
 * embed FILE...: writes a C table of the Python files, for src/lib.
 *
 * "any/where/src/lib/a/b.py" is module a.b.  Rows are sorted by module name, so
 * that lookups can bisect and the arguments' order does not matter.  Runs on the
 * build machine: plain C, nothing of ours.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Module {
    const char *path;
    char *name;
    int is_package;
    size_t len;
} Module;

static void die(const char *what, const char *path)
{
    fprintf(stderr, "embed: %s: %s\n", path, what);
    exit(1);
}

static Module module_from_path(const char *path)
{
    Module m = {path, NULL, 0, 0};
    const char *tail = strstr(path, "src/lib/");
    if (tail == NULL)
        die("not in src/lib/", path);
    for (const char *next; (next = strstr(tail + 1, "src/lib/")) != NULL;)
        tail = next;
    tail += strlen("src/lib/");

    size_t len = strlen(tail);
    if (len < 4 || strcmp(tail + len - 3, ".py") != 0)
        die("not a .py file", path);
    len -= 3;
    if (len > 9 && strncmp(tail + len - 9, "/__init__", 9) == 0) {
        m.is_package = 1;
        len -= 9;
    }
    m.name = malloc(len + 1);
    if (m.name == NULL)
        die("out of memory", path);
    memcpy(m.name, tail, len);
    m.name[len] = '\0';
    for (char *p = m.name; *p != '\0'; p++) {
        if (*p == '/')
            *p = '.';
    }
    return m;
}

/* One C string literal per line of Python: compiles faster than numbers. */
static void module_write_text(Module *m, int index)
{
    FILE *in = fopen(m->path, "rb");
    if (in == NULL)
        die("cannot be read", m->path);
    printf("\nstatic const unsigned char text_%d[] = /* %s */\n    \"", index,
           m->name);
    int c;
    int at_line_start = 1;
    while ((c = getc(in)) != EOF) {
        m->len++;
        if (!at_line_start && c != '\n' && m->len % 4096 == 0)
            fputs("\"\n    \"", stdout);
        at_line_start = 0;
        if (c == '\n') {
            fputs("\\n\"\n    \"", stdout);
            at_line_start = 1;
        } else if (c == '"' || c == '\\') {
            printf("\\%c", c);
        } else if (c == '?' || c < 32 || c > 126) {
            printf("\\%03o", c); /* '?' for fear of trigraphs */
        } else {
            putchar(c);
        }
    }
    fputs("\";\n", stdout);
    if (ferror(in))
        die("cannot be read", m->path);
    fclose(in);
}

static int module_compare(const void *a, const void *b)
{
    return strcmp(((const Module *)a)->name, ((const Module *)b)->name);
}

int main(int argc, char **argv)
{
    int n = argc - 1;
    Module *modules = calloc((size_t)n + 1, sizeof *modules);
    if (modules == NULL)
        die("out of memory", argv[0]);
    for (int i = 0; i < n; i++)
        modules[i] = module_from_path(argv[i + 1]);
    qsort(modules, (size_t)n, sizeof *modules, module_compare);

    puts("/* SPDX-License-Identifier: MIT */\n"
         "/* Made by build-aux/embed from src/lib: do not edit. */\n"
         "#include \"lib/frozen.h\"");
    for (int i = 0; i < n; i++)
        module_write_text(&modules[i], i);
    puts("\nconst struct FrozenSource frozen_sources[] = {");
    for (int i = 0; i < n; i++) {
        if (i > 0 && strcmp(modules[i - 1].name, modules[i].name) == 0)
            die("two files of one module name", modules[i].path);
        printf("    {\"%s\", %s, text_%d, %zu},\n", modules[i].name,
               modules[i].is_package ? "true" : "false", i, modules[i].len);
    }
    printf("    {NULL, false, NULL, 0},\n};\n"
           "const size_t frozen_source_count = %d;\n", n);
    return fflush(stdout) != 0 || ferror(stdout);
}
