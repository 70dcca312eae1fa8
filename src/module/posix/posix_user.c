/* SPDX-License-Identifier: MIT */
/* Users and groups of this process. */
#include "module/posix/posix_parts.h"

#include <stdlib.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "os/user.h"

enum { GROUPS_MAX = 65536, LOGIN_MAX = 256 };

/* --- numbers ----------------------------------------------------------- */

static Value three(Thread *t, OsIds ids)
{
    return value_from_pointer(tuple_pack(t, 3, value_from_int(ids.real),
                                         value_from_int(ids.effective),
                                         value_from_int(ids.saved)));
}

NATIVE(posix, getuid, 0, "The user of this process.")
{
    return value_from_int(os_user_ids().real);
}

NATIVE(posix, geteuid, 0, "The user for whose rights this process acts.")
{
    return value_from_int(os_user_ids().effective);
}

NATIVE(posix, getgid, 0, "The group of this process.")
{
    return value_from_int(os_group_ids().real);
}

NATIVE(posix, getegid, 0, "The group for whose rights this process acts.")
{
    return value_from_int(os_group_ids().effective);
}

NATIVE(posix, getresuid, 0, "The real, effective and saved user.")
{
    return three(t, os_user_ids());
}

NATIVE(posix, getresgid, 0, "The real, effective and saved group.")
{
    return three(t, os_group_ids());
}

NATIVE(posix, setuid, 0, "Set the user of this process.",
       (arg, uid, uid), (slash))
{
    return posix_none(t, os_user_set(uid), UNBOUND);
}

NATIVE(posix, seteuid, 0, "Set the effective user.", (arg, uid, euid), (slash))
{
    return posix_none(t, os_user_set_effective(euid), UNBOUND);
}

NATIVE(posix, setreuid, 0, "Set the real and the effective user.",
       (arg, uid, ruid), (arg, uid, euid), (slash))
{
    return posix_none(t, os_user_set_two(ruid, euid), UNBOUND);
}

NATIVE(posix, setresuid, 0, "Set the real, the effective and the saved user.",
       (arg, uid, ruid), (arg, uid, euid), (arg, uid, suid), (slash))
{
    return posix_none(t, os_user_set_all((OsIds){ruid, euid, suid}), UNBOUND);
}

NATIVE(posix, setgid, 0, "Set the group of this process.",
       (arg, gid, gid), (slash))
{
    return posix_none(t, os_group_set(gid), UNBOUND);
}

NATIVE(posix, setegid, 0, "Set the effective group.", (arg, gid, egid), (slash))
{
    return posix_none(t, os_group_set_effective(egid), UNBOUND);
}

NATIVE(posix, setregid, 0, "Set the real and the effective group.",
       (arg, gid, rgid), (arg, gid, egid), (slash))
{
    return posix_none(t, os_group_set_two(rgid, egid), UNBOUND);
}

NATIVE(posix, setresgid, 0, "Set the real, the effective and the saved group.",
       (arg, gid, rgid), (arg, gid, egid), (arg, gid, sgid), (slash))
{
    return posix_none(t, os_group_set_all((OsIds){rgid, egid, sgid}), UNBOUND);
}

/* --- more groups ------------------------------------------------------- */

static Value group_list(Thread *t, const gid_t *groups, int64_t n)
{
    List *list = list_new(t, n);
    for (int64_t i = 0; list != NULL && i < n; i++)
        list_append(t, list, value_from_int(groups[i]));
    return value_from_pointer(list);
}

NATIVE(posix, getgroups, 0, "The other groups of this process.")
{
    gid_t *groups = malloc(GROUPS_MAX * sizeof *groups);
    if (groups == NULL)
        return raise_no_memory(t);
    int64_t n = os_groups(GROUPS_MAX, groups);
    Value list = n < 0 ? raise_os_error(t, (int)-n, UNBOUND)
                       : group_list(t, groups, n);
    free(groups);
    return list;
}

/* The items of a sequence as groups, malloc'd; NULL with an exception. */
static gid_t *take_groups(Thread *t, Value v, int64_t *n)
{
    if (type_of(v)->slots.getitem == NULL || value_is_dict(v)) {
        raise_type_error(t, "setgroups argument must be a sequence");
        return NULL;
    }
    List *items = list_from_iterable(t, v);
    if (items == NULL)
        return NULL;
    if (items->len > GROUPS_MAX) {
        raise_value_error(t, "too many groups");
        return NULL;
    }
    gid_t *groups = malloc((size_t)(items->len + 1) * sizeof *groups);
    if (groups == NULL)
        raise_no_memory(t);
    for (*n = 0; groups != NULL && *n < items->len; ++*n) {
        Value item = list_get(items, *n);
        if (!value_is_int_object(item))
            raise_type_error(t, "groups must be integers");
        else if (param_gid(t, item, &groups[*n], NULL, 0))
            continue;
        free(groups);
        return NULL;
    }
    return groups;
}

NATIVE(posix, setgroups, 0, "Set the other groups of this process.",
       (arg, object, groups), (slash))
{
    int64_t n;
    gid_t *numbers = take_groups(t, groups, &n);
    if (numbers == NULL)
        return NULL_VALUE;
    int64_t result = os_groups_set((int)n, numbers);
    free(numbers);
    return posix_none(t, result, UNBOUND);
}

NATIVE(posix, initgroups, 0,
       "Set the other groups of this process to those of a user, and one more.",
       (arg, fs_path, username), (arg, gid, gid), (slash))
{
    return posix_none(t, BLOCKING(t, os_groups_init(username.text, gid)),
                      UNBOUND);
}

NATIVE(posix, getgrouplist, 0, "The groups that a user is in, and one more.",
       (arg, c_string, user), (arg, gid, group), (slash))
{
    for (int n = 64, room = n;; room = n *= 2) {
        gid_t *groups = malloc((size_t)n * sizeof *groups);
        if (groups == NULL)
            return raise_no_memory(t);
        thread_park(t);
        int found = os_groups_of(user, group, groups, &n);
        thread_unpark(t);
        if (found >= 0 || room > GROUPS_MAX) {
            Value list = group_list(t, groups, n < room ? n : room);
            free(groups);
            return list;
        }
        free(groups);
        n = room;
    }
}

NATIVE(posix, getlogin, 0, "The name of who has logged in.")
{
    char name[LOGIN_MAX];
    int64_t result = os_user_login(name, sizeof name);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : posix_path_value(t, name, strlen(name), false);
}

const NativeDef *const posix_user_functions[] = {
    &posix_getegid_native,
    &posix_geteuid_native,
    &posix_getgid_native,
    &posix_getgrouplist_native,
    &posix_getgroups_native,
    &posix_getlogin_native,
    &posix_getresgid_native,
    &posix_getresuid_native,
    &posix_getuid_native,
    &posix_initgroups_native,
    &posix_setegid_native,
    &posix_seteuid_native,
    &posix_setgid_native,
    &posix_setgroups_native,
    &posix_setregid_native,
    &posix_setresgid_native,
    &posix_setresuid_native,
    &posix_setreuid_native,
    &posix_setuid_native,
    NULL,
};
