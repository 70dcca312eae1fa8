/* SPDX-License-Identifier: MIT */
/* What the module mmap has: sys/mman.h. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <sys/mman.h>

const OsNumber os_numbers_mmap[] = {
    OS_NUMBER(PROT_EXEC),
    OS_NUMBER(PROT_READ),
    OS_NUMBER(PROT_WRITE),
    OS_NUMBER(MAP_SHARED),
    OS_NUMBER(MAP_PRIVATE),
#ifdef MAP_DENYWRITE
    OS_NUMBER(MAP_DENYWRITE),
#endif
#ifdef MAP_EXECUTABLE
    OS_NUMBER(MAP_EXECUTABLE),
#endif
#ifdef MAP_ANON
    OS_NUMBER(MAP_ANON),
#endif
#ifdef MAP_ANONYMOUS
    OS_NUMBER(MAP_ANONYMOUS),
#endif
#ifdef MAP_POPULATE
    OS_NUMBER(MAP_POPULATE),
#endif
#ifdef MAP_STACK
    OS_NUMBER(MAP_STACK),
#endif
#ifdef MADV_NORMAL
    OS_NUMBER(MADV_NORMAL),
#endif
#ifdef MADV_RANDOM
    OS_NUMBER(MADV_RANDOM),
#endif
#ifdef MADV_SEQUENTIAL
    OS_NUMBER(MADV_SEQUENTIAL),
#endif
#ifdef MADV_WILLNEED
    OS_NUMBER(MADV_WILLNEED),
#endif
#ifdef MADV_DONTNEED
    OS_NUMBER(MADV_DONTNEED),
#endif
#ifdef MADV_REMOVE
    OS_NUMBER(MADV_REMOVE),
#endif
#ifdef MADV_DONTFORK
    OS_NUMBER(MADV_DONTFORK),
#endif
#ifdef MADV_DOFORK
    OS_NUMBER(MADV_DOFORK),
#endif
#ifdef MADV_HWPOISON
    OS_NUMBER(MADV_HWPOISON),
#endif
#ifdef MADV_MERGEABLE
    OS_NUMBER(MADV_MERGEABLE),
#endif
#ifdef MADV_UNMERGEABLE
    OS_NUMBER(MADV_UNMERGEABLE),
#endif
#ifdef MADV_HUGEPAGE
    OS_NUMBER(MADV_HUGEPAGE),
#endif
#ifdef MADV_NOHUGEPAGE
    OS_NUMBER(MADV_NOHUGEPAGE),
#endif
#ifdef MADV_DONTDUMP
    OS_NUMBER(MADV_DONTDUMP),
#endif
#ifdef MADV_DODUMP
    OS_NUMBER(MADV_DODUMP),
#endif
#ifdef MADV_FREE
    OS_NUMBER(MADV_FREE),
#endif
    {0},
};
