/* SPDX-License-Identifier: MIT */
/* Files in memory: see map.h. */
#define _GNU_SOURCE
#include "os/map.h"

#include "os/result.h"

int64_t os_map_new(int fd, size_t size, int flags, int prot, int64_t offset,
                   void **at)
{
    if (fd < 0)
        flags |= MAP_ANONYMOUS;
    void *p = mmap(NULL, size, prot, flags, fd, (off_t)offset);
    if (p == MAP_FAILED)
        return -errno;
    *at = p;
    return 0;
}

void os_map_end(void *at, size_t size)
{
    (void)munmap(at, size); /* fails for what is no mapping alone */
}

int64_t os_map_resize(void **at, size_t size, size_t new_size)
{
#ifdef MREMAP_MAYMOVE
    void *p = mremap(*at, size, new_size, MREMAP_MAYMOVE);
    if (p == MAP_FAILED)
        return -errno;
    *at = p;
    return 0;
#else
    (void)at, (void)size, (void)new_size;
    return -ENOSYS;
#endif
}

int64_t os_map_flush(void *at, size_t size)
{
    return os_result(msync(at, size, MS_SYNC));
}

int64_t os_map_advise(void *at, size_t size, int advice)
{
    return os_result(madvise(at, size, advice));
}

int64_t os_shared_open(const char *name, int flags, unsigned mode)
{
    return os_result(shm_open(name, flags, (mode_t)mode)); /* FD_CLOEXEC */
}

int64_t os_shared_unlink(const char *name)
{
    return os_result(shm_unlink(name));
}
