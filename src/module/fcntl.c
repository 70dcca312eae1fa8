/* SPDX-License-Identifier: MIT */
/* The module fcntl. */
#include <string.h>
#include "exec/blocking.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/control.h"
#include "os/numbers.h"

enum { COPY = 1024 }; /* the most that is passed as a copy */

static Value bytes_of(Thread *t, const uint8_t *data, int64_t len)
{
    return value_from_pointer(bytes_new(t, data, len));
}

/* The text or bytes that are the third argument: 1 and the copy, 0 if it is an
 * int, or -1. */
static int take_copy(Thread *t, Value v, uint8_t copy[COPY], int64_t *len,
                     const char *function)
{
    const uint8_t *data;
    size_t n;
    if (value_is_str(v)) {
        data = (const uint8_t *)str_to_utf8(t, value_to_str(v), &n);
        if (data == NULL)
            return -1;
        *len = (int64_t)n;
    } else if (value_is_bytes(v)) {
        data = value_to_bytes(v)->data;
        *len = value_to_bytes(v)->len;
    } else {
        return 0;
    }
    if (*len > COPY)
        return RAISE_INT(raise_value_error(t, "%s string arg too long",
                                           function));
    memset(copy, 0, COPY);
    memcpy(copy, data, (size_t)*len);
    return 1;
}

NATIVE(fcntl, fcntl, 0,
       "Have the system do `cmd` with the descriptor: with a number, or with "
       "memory, of which the new content is the answer.",
       (arg, descriptor, fd), (arg, c_int, cmd), (opt, object, arg, 0),
       (slash), (callee, self))
{
    uint8_t copy[COPY];
    int64_t len;
    int given = take_copy(t, arg, copy, &len, "fcntl");
    if (given < 0)
        return NULL_VALUE;
    if (given > 0) {
        int64_t result = BLOCKING(t, os_fd_control_memory(fd, cmd, copy));
        return result < 0 ? blocking_raise(t, result, UNBOUND)
                          : bytes_of(t, copy, len);
    }
    uint32_t number;
    if (!param_uint_mask(t, arg, &number, self->def, 2))
        return NULL_VALUE;
    int64_t result = BLOCKING(t, os_fd_control(fd, cmd, number));
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : value_from_int(result);
}

/* Not made again after a signal: nobody knows what a device has done. */
static int64_t device_call(Thread *t, int fd, uint32_t request, void *memory)
{
    thread_park(t);
    int64_t result = os_fd_device_memory(fd, request, memory);
    thread_unpark(t);
    return result;
}

/* The same with memory that is lent, and written to if `mutate`. */
static Value with_buffer(Thread *t, int fd, uint32_t request, Buffer *b,
                         bool mutate)
{
    uint8_t copy[COPY + 1];
    bool fits = b->len <= COPY;
    if (!mutate && !fits)
        return raise_value_error(t, "ioctl string arg too long");
    uint8_t *memory = fits ? copy : b->data;
    if (fits) {
        memset(copy, 0, sizeof copy);
        memcpy(copy, b->data, (size_t)b->len);
    }
    int64_t result = device_call(t, fd, request, memory);
    if (mutate && fits)
        memcpy(b->data, copy, (size_t)b->len);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    return mutate ? value_from_int(result) : bytes_of(t, copy, b->len);
}

NATIVE(fcntl, ioctl, 0,
       "Have the device of the descriptor do `request`: with a number, or with "
       "memory; what can be written to is, unless mutate_flag is false.",
       (arg, descriptor, fd), (arg, uint_mask, request), (opt, object, arg, 0),
       (opt, truth, mutate_flag, True), (slash), (callee, self))
{
    uint8_t copy[COPY];
    int64_t len;
    int given = take_copy(t, arg, copy, &len, "ioctl");
    if (given < 0)
        return NULL_VALUE;
    if (given > 0) {
        int64_t result = device_call(t, fd, request, copy);
        return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                          : bytes_of(t, copy, len);
    }
    if (buffer_supported(arg)) {
        Buffer b;
        if (buffer_get(t, arg, &b, BUFFER_SIMPLE) < 0)
            return NULL_VALUE;
        Value v = with_buffer(t, fd, request, &b, mutate_flag && !b.readonly);
        buffer_release(&b);
        return v;
    }
    int number;
    if (!param_number(t, arg, &number, self->def, 2))
        return NULL_VALUE;
    thread_park(t);
    int64_t result = os_fd_device(fd, request, number);
    thread_unpark(t);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : value_from_int(result);
}

NATIVE(fcntl, flock, 0,
       "Lock or unlock a file: LOCK_SH, LOCK_EX, LOCK_UN, with LOCK_NB.",
       (arg, descriptor, fd), (arg, c_int, operation), (slash))
{
    int64_t result = BLOCKING(t, os_fd_flock(fd, operation));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

NATIVE(fcntl, lockf, 0,
       "Lock or unlock a part of a file; length 0: to its end.",
       (arg, descriptor, fd), (arg, c_int, cmd), (opt, c_long, len, 0),
       (opt, c_long, start, 0), (opt, c_int, whence, 0), (slash))
{
    int64_t result =
        BLOCKING(t, os_fd_lock_part(fd, cmd, start, len, whence));
    if (result == -EDOM)
        return raise_value_error(t, "unrecognized lockf argument");
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

static const NativeDef *const functions[] = {
    &fcntl_fcntl_native,
    &fcntl_flock_native,
    &fcntl_ioctl_native,
    &fcntl_lockf_native,
    NULL,
};

const ModuleDef fcntl_module = {
    .name = "fcntl",
    .doc = "What else the system does with descriptors, and locks of files.",
    .functions = {functions},
    .numbers = os_numbers_fcntl,
};
