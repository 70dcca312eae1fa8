/* SPDX-License-Identifier: MIT */
/* The module _uuid: identifiers made of the time, by libuuid. */
#include <uuid/uuid.h>
#include "exec/attach.h"
#include "object/container/tuple.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/bytes.h"

/* The library may ask a daemon. */
NATIVE(uuid, generate_time_safe, 0,
       "(16 bytes, status): 0 if no other process can have made the same.")
{
    uuid_t id;
    thread_park(t);
    int status = uuid_generate_time_safe(id);
    thread_unpark(t);
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(bytes_new(t, id, sizeof id)),
                   value_from_int(status)));
}

static const NativeDef *const functions[] = {
    &uuid_generate_time_safe_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("has_uuid_generate_time_safe", 1),
    {0},
};

const ModuleDef uuid_module = {
    .name = "_uuid",
    .doc = "Identifiers made of the time.",
    .functions = {functions},
    .constants = constants,
};
