/* SPDX-License-Identifier: MIT */
/* Loading of the line editor. */
#include "module/readline/editor_library.h"

#include "object/error/raise.h"
#include "os/library.h"

Editor editor;

static void *open_library(void)
{
    if (ADDER_HAVE_READLINE)
        return os_library_open("readline", 8);
    void *library = os_library_open("edit", 2); /* Debian's number */
    return library != NULL ? library : os_library_open("edit", 0);
}

int editor_load(Thread *t)
{
    if (editor.is_loaded)
        return 0;
    void *library = open_library();
    editor.is_loaded = library != NULL;
#define X(name)                                                               \
    if (library != NULL &&                                                    \
        (*(void **)&editor.name = os_library_symbol(library, #name)) == NULL) \
        editor.is_loaded = false;
    EDITOR_FUNCTIONS(X)
    EDITOR_VARIABLES(X)
#undef X
    return editor.is_loaded
               ? 0
               : RAISE_INT(raise_error(
                     t, EXC(ImportError), "%s is not installed",
                     ADDER_HAVE_READLINE ? "GNU readline, version 8,"
                                         : "libedit"));
}
