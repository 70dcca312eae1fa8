/* SPDX-License-Identifier: MIT */
/* The module _posixshmem: memory with a name, which processes share. */
#include "exec/blocking.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "os/map.h"

/* What the system takes for its name ends at a null character. */
static const char *text_of(const Bytes *name)
{
    return (const char *)name->data;
}

NATIVE(posixshmem, shm_open, 0,
       "A descriptor of the shared memory of that name.", (arg, str, path),
       (arg, c_int, flags), (opt, c_int, mode, 511))
{
    TRY(encoded, str_encode(t, path, NULL, NULL));
    const Bytes *name = value_to_bytes(encoded);
    const char *text = text_of(name);
    int64_t fd = BLOCKING(t, os_shared_open(text, flags, (unsigned)mode));
    KEEP(name);
    return fd < 0 ? blocking_raise(t, fd, value_from_pointer(path))
                  : value_from_int(fd);
}

NATIVE(posixshmem, shm_unlink, 0, "Take the name from shared memory.",
       (arg, str, path))
{
    TRY(encoded, str_encode(t, path, NULL, NULL));
    const Bytes *name = value_to_bytes(encoded);
    const char *text = text_of(name);
    int64_t result = BLOCKING(t, os_shared_unlink(text));
    KEEP(name);
    return result < 0 ? blocking_raise(t, result, value_from_pointer(path))
                      : NONE;
}

static const NativeDef *const functions[] = {
    &posixshmem_shm_open_native,
    &posixshmem_shm_unlink_native,
    NULL,
};

const ModuleDef posixshmem_module = {
    .name = "_posixshmem",
    .doc = "Memory that processes share by name.",
    .functions = {functions},
};
