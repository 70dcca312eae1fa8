/* SPDX-License-Identifier: MIT */
/* What the files of the module _socket share. */
#ifndef ADDER_MODULE_SOCKET_PARTS_H
#define ADDER_MODULE_SOCKET_PARTS_H

#include "exec/blocking.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/function/param_file.h"
#include "os/socket.h"

typedef struct Socket {
    RECORD_HEAD(int fd;          /* -1: none */
                int family, type, protocol;
                int64_t timeout;) /* ns; 0: never waits; -1: for ever */
} Socket;

typedef struct SocketState {
    RECORD_HEAD(int64_t timeout;) /* of new sockets */
    Slot herror, gaierror;
} SocketState;

extern const ModuleDef socket_module;
extern Type socket_type;
extern const NativeDef *const socket_name_functions[];
extern const NativeDef *const socket_text_functions[];

/* --- sockets (socket_object.c) ----------------------------------------- */

/* Takes over a descriptor. */
Value socket_from(Thread *t, int fd, int family, int type, int protocol);
/* A timeout as Python has it, and back: false with an exception. */
bool socket_take_timeout(Thread *t, Value v, int64_t *out);
Value socket_timeout_value(Thread *t, int64_t timeout);

/* When a call must be done, INT64_MAX: any time. */
int64_t socket_deadline(const Socket *s);
/* Waits until it can be read or written: false with an exception, TimeoutError
 * when the time is over. */
bool socket_wait(Thread *t, const Socket *s, bool writing, int64_t deadline);
/*
 * A BLOCKING call of a socket, which waits before for as long as its timeout
 * says: what the call answers, or SOCKET_RAISED.
 */
enum { SOCKET_RAISED = INT32_MIN };
#define SOCKET_CALL(t, s, writing, deadline, call)                            \
    ({                                                                        \
        int64_t answer_;                                                      \
        do {                                                                  \
            answer_ = SOCKET_RAISED;                                          \
            if ((s)->timeout > 0 && !socket_wait(t, s, writing, deadline))    \
                break;                                                        \
            answer_ = BLOCKING(t, call);                                      \
        } while (answer_ == -EAGAIN && (s)->timeout > 0);                     \
        answer_;                                                              \
    })
static inline Value socket_raise(Thread *t, int64_t answer)
{
    return answer == SOCKET_RAISED ? NULL_VALUE
                                   : blocking_raise(t, answer, UNBOUND);
}

/* --- addresses (socket_address.c) -------------------------------------- */

/* The address of a socket's family: false with an exception that names the
 * function. */
bool socket_take_address(Thread *t, const Socket *s, Value v, OsAddress *out,
                         const char *function);
Value socket_address_value(Thread *t, const OsAddress *address);
/* A host's name or number; the port is 0.  False with an exception. */
bool socket_resolve(Thread *t, const char *host, int family, OsAddress *out);
/* gaierror of an EAI_ number: null. */
Value socket_raise_gai(Thread *t, int error);

/* --- conversions ------------------------------------------------------- */

/* host: a str, as IDNA has it, bytes or bytearray without null characters */
#define PARAM_LEAF_host LEAF_NEVER
#define PARAM_TYPE_host     ParamPath
#define PARAM_LOCAL_host(v) PARAM_LOCAL_ANY_PATH(v)
bool param_host(Thread *t, Value v, ParamPath *out, const NativeDef *def,
                int at);
/* The same with messages for items of addresses. */
bool socket_take_host(Thread *t, Value v, ParamPath *out);

#endif
