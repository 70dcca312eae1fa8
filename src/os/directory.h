/* SPDX-License-Identifier: MIT */
/* Directories: making them, going to them, and what is in them.  Numbers
 * answered are -errno on error. */
#ifndef ADDER_OS_DIRECTORY_H
#define ADDER_OS_DIRECTORY_H

#include <stdint.h>

int64_t os_directory_make(int dir, const char *path, unsigned mode);
int64_t os_directory_remove(int dir, const char *path);
int64_t os_directory_go(const char *path);
int64_t os_directory_go_fd(int fd);
int64_t os_directory_set_root(const char *path);

/* An open directory. */
typedef struct OsDirectory OsDirectory;
/* 0 and *out. */
int64_t os_directory_open(const char *path, OsDirectory **out);
/* The same of a descriptor, which stays open, from its beginning. */
int64_t os_directory_open_fd(int fd, OsDirectory **out);
void os_directory_close(OsDirectory *d);

typedef struct OsEntry {
    const char *name; /* good until the next is read */
    uint64_t inode;
    uint32_t kind; /* as in st_mode; 0: not known */
} OsEntry;
/* 1, or 0 when there is no more; "." and ".." are left out. */
int64_t os_directory_read(OsDirectory *d, OsEntry *entry);

#endif
