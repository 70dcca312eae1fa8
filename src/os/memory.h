/* SPDX-License-Identifier: MIT */
/* Address space: reserving, committing and giving back pages; code memory. */
#ifndef ADDER_OS_MEMORY_H
#define ADDER_OS_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

size_t os_page_size(void);
/* The most address space that this process may take. */
size_t os_memory_limit(void);

/* Reserves inaccessible address space, at `hint` if that is not NULL and free;
 * NULL when refused. */
void *os_memory_reserve(void *hint, size_t size);
/* Makes reserved pages usable; they read as zero. */
bool os_memory_commit(void *p, size_t size);
/* Hints that usable pages will be written to soon: spares page faults. */
void os_memory_populate(void *p, size_t size);
/* Gives the pages' memory back; they stay usable and read as zero. */
void os_memory_discard(void *p, size_t size);
void os_memory_release(void *p, size_t size);
/* Makes pages inaccessible; false where that is refused. */
bool os_memory_guard(void *p, size_t size);

/*
 * Code memory: mapped readable and writable, within `reach` bytes of `near`
 * (NULL: anywhere), at a random place there; NULL when there is no room or the system refuses.
 */
void *os_code_map(size_t size, const void *near, size_t reach);
/* Switches pages of code memory between writable and executable, never both;
 * false when the system refuses.  Indirect branches into executable ones must
 * land on landing pads, where the system can check that for these pages alone
 * (aarch64 Linux). */
bool os_code_set_executable(void *p, size_t size, bool executable);
/*
 * Puts bytes into executable pages.  False when the system refuses; what was
 * there is then as it was, executable: other code on these pages may be live.
 */
bool os_code_write(void *at, const void *bytes, size_t size);
/* Makes freshly written code visible to instruction fetch. */
void os_code_flush(void *p, size_t size);

#endif
