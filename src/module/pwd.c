/* SPDX-License-Identifier: MIT */
/* The module pwd: the system's list of users. */
#include "module/struct_sequence.h"
#include "module/user_list.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"

static const MemberDef members[] = {
    STRUCT_FIELD("pw_name", 0),  STRUCT_FIELD("pw_passwd", 1),
    STRUCT_FIELD("pw_uid", 2),   STRUCT_FIELD("pw_gid", 3),
    STRUCT_FIELD("pw_gecos", 4), STRUCT_FIELD("pw_dir", 5),
    STRUCT_FIELD("pw_shell", 6), {0},
};
static Type struct_passwd = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("pwd.struct_passwd", "What the list has of a user.",
                    members, 0),
};

static Value from_passwd(Thread *t, const void *entry)
{
    const struct passwd *p = entry;
    Value values[] = {
        user_text(t, p->pw_name),      user_text(t, p->pw_passwd),
        user_number(t, p->pw_uid),     user_number(t, p->pw_gid),
        user_text(t, p->pw_gecos),     user_text(t, p->pw_dir),
        user_text(t, p->pw_shell),
    };
    return struct_sequence_new(t, &struct_passwd, values);
}

static int64_t ask(const char *name, uint32_t id, void *entry, char *buf,
                   size_t size)
{
    return name != NULL ? os_user_by_name(name, entry, buf, size)
                        : os_user_by_id(id, entry, buf, size);
}

static Value find(Thread *t, const char *name, uint32_t id)
{
    struct passwd entry;
    return user_find(t, ask, name, id, &entry, from_passwd);
}

NATIVE(pwd, getpwuid, 0, "The list's entry of that user number.",
       (arg, object, uidobj), (slash))
{
    uint32_t id;
    if (!user_id(t, uidobj, &id, "uid")) {
        if (exception_matches(t, EXC(OverflowError))) {
            exception_take(t);
            raise_error(t, EXC(KeyError), "getpwuid(): uid not found");
        }
        return NULL_VALUE;
    }
    Value v = find(t, NULL, id);
    return value_is_unbound(v)
               ? raise_error(t, EXC(KeyError), "getpwuid(): uid not found: %l",
                             user_signed(id))
               : v;
}

NATIVE(pwd, getpwnam, 0, "The list's entry of that user.",
       (arg, str, name), (slash))
{
    ParamPath path;
    if (!fs_path_from(t, value_from_pointer(name), &path))
        return NULL_VALUE;
    Value v = find(t, path.text, 0);
    param_path_done(&path);
    return value_is_unbound(v)
               ? raise_error(t, EXC(KeyError), "getpwnam(): name not found: %R",
                             value_from_pointer(name))
               : v;
}

NATIVE(pwd, getpwall, 0, "All entries of the list, in no order.")
{
    List *all = list_new(t, 0);
    const struct passwd *p;
    os_users_begin();
    while ((p = os_users_next()) != NULL)
        list_append(t, all, from_passwd(t, p));
    os_users_end();
    return value_from_pointer(all);
}

static const NativeDef *const functions[] = {
    &pwd_getpwall_native,
    &pwd_getpwnam_native,
    &pwd_getpwuid_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &struct_passwd);
    dict_set_c(t, m->dict, "struct_passwd",
               value_from_pointer(&struct_passwd));
    return 0;
}

const ModuleDef pwd_module = {
    .name = "pwd",
    .doc = "The system's list of users.",
    .functions = {functions},
    .init = init,
};
