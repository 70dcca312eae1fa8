/* SPDX-License-Identifier: MIT */
/* What posix, pwd and grp have in common: numbers of users and groups, and texts
 * of the lists of them. */
#ifndef ADDER_MODULE_USER_LIST_H
#define ADDER_MODULE_USER_LIST_H

#include "object/core/object.h"
#include "object/function/param_file.h"
#include "os/user.h"

/* A user's or group's number, or -1 for none: false with an exception that calls
 * it `what`. */
bool user_id(Thread *t, Value v, uint32_t *out, const char *what);
/* -1 is none. */
static inline int64_t user_signed(uint32_t id)
{
    return id == UINT32_MAX ? -1 : (int64_t)id;
}
Value user_number(Thread *t, uint32_t id);
Value user_text(Thread *t, const char *text); /* NULL: None */

/* What `make` makes of an entry that `ask` finds, by name or, where that is NULL,
 * by number; UNBOUND: there is none.  `ask` answers as os_user_by_name, and is
 * asked again with more room for the texts. */
typedef int64_t (*UserAskFn)(const char *name, uint32_t id, void *entry,
                             char *buf, size_t size);
typedef Value (*UserMakeFn)(Thread *t, const void *entry);
Value user_find(Thread *t, UserAskFn ask, const char *name, uint32_t id,
                void *entry, UserMakeFn make);

#endif
