/* SPDX-License-Identifier: MIT */
/*
 * perf's map.  It has no time in it: where code has been put in the place of
 * other code, perf believes the later name.  jitdump.c knows better.
 */
#include "jit/perf_map.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "base/buf.h"
#include "os/file.h"
#include "os/profile.h"

static struct {
    int fd;
    int64_t process;
    Buf all; /* what has been written: a child begins with it */
} map;       /* process-wide */

bool perf_map_open(void)
{
    char path[64];
    map.process = os_process_id();
    snprintf(path, sizeof path, "/tmp/perf-%lld.map", (long long)map.process);
    map.fd = os_profile_create(path);
    if (map.fd >= 0)
        return true;
    fprintf(stderr, "adder: -X jit=perf: %s: %s\n", path, strerror(errno));
    return false;
}

/* After fork the file is the parent's. */
static bool follow_fork(void)
{
    if (map.process == os_process_id())
        return map.fd >= 0;
    if (map.fd >= 0)
        os_profile_close(map.fd);
    if (!perf_map_open())
        return false;
    os_file_write_all(map.fd, map.all.bytes, map.all.len);
    return true;
}

void perf_map_add(const Announced *a)
{
    if (!follow_fork())
        return;
    size_t before = map.all.len;
    buf_printf(&map.all, "%llx %zx %s\n",
               (unsigned long long)(uintptr_t)a->code, a->size, a->name);
    if (!map.all.failed)
        os_file_write_all(map.fd, map.all.bytes + before,
                          map.all.len - before);
}
