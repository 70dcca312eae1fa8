/* SPDX-License-Identifier: MIT */
/*
 * Files in memory, as programs ask for them, and memory that processes share.
 * What the system's calls answer, or -errno.
 */
#ifndef ADDER_OS_MAP_H
#define ADDER_OS_MAP_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h> /* PROT_, MAP_ */

/* 0 and *at.  fd -1: of no file. */
int64_t os_map_new(int fd, size_t size, int flags, int prot, int64_t offset,
                   void **at);
void os_map_end(void *at, size_t size);
/* 0 and perhaps another *at; -ENOSYS where the system has no such call. */
int64_t os_map_resize(void **at, size_t size, size_t new_size);
/* Waits until the file is as the memory. */
int64_t os_map_flush(void *at, size_t size);
int64_t os_map_advise(void *at, size_t size, int advice);

/* Memory with a name: a descriptor that programs run later do not inherit. */
int64_t os_shared_open(const char *name, int flags, unsigned mode);
int64_t os_shared_unlink(const char *name);

#endif
