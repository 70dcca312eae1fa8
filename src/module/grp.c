/* SPDX-License-Identifier: MIT */
/* The module grp: the system's list of groups. */
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
    STRUCT_FIELD("gr_name", 0), STRUCT_FIELD("gr_passwd", 1),
    STRUCT_FIELD("gr_gid", 2),  STRUCT_FIELD("gr_mem", 3), {0},
};
static Type struct_group = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("grp.struct_group", "What the list has of a group.",
                    members, 0),
};

static Value from_group(Thread *t, const void *entry)
{
    const struct group *g = entry;
    List *who = list_new(t, 0);
    for (char **name = g->gr_mem; *name != NULL; name++)
        list_append(t, who, user_text(t, *name));
    Value values[] = {user_text(t, g->gr_name), user_text(t, g->gr_passwd),
                      user_number(t, g->gr_gid), value_from_pointer(who)};
    return struct_sequence_new(t, &struct_group, values);
}

static int64_t ask(const char *name, uint32_t id, void *entry, char *buf,
                   size_t size)
{
    return name != NULL ? os_group_by_name(name, entry, buf, size)
                        : os_group_by_id(id, entry, buf, size);
}

static Value find(Thread *t, const char *name, uint32_t id)
{
    struct group entry;
    return user_find(t, ask, name, id, &entry, from_group);
}

NATIVE(grp, getgrgid, 0, "The list's entry of that group number.",
       (arg, object, id))
{
    uint32_t number;
    if (!user_id(t, id, &number, "gid"))
        return NULL_VALUE;
    Value v = find(t, NULL, number);
    return value_is_unbound(v)
               ? raise_error(t, EXC(KeyError), "getgrgid(): gid not found: %l",
                             user_signed(number))
               : v;
}

NATIVE(grp, getgrnam, 0, "The list's entry of that group.", (arg, str, name))
{
    ParamPath path;
    if (!fs_path_from(t, value_from_pointer(name), &path))
        return NULL_VALUE;
    Value v = find(t, path.text, 0);
    param_path_done(&path);
    return value_is_unbound(v)
               ? raise_error(t, EXC(KeyError), "getgrnam(): name not found: %R",
                             value_from_pointer(name))
               : v;
}

NATIVE(grp, getgrall, 0, "All entries of the list, in no order.")
{
    List *all = list_new(t, 0);
    const struct group *g;
    os_group_list_begin();
    while ((g = os_group_list_next()) != NULL)
        list_append(t, all, from_group(t, g));
    os_group_list_end();
    return value_from_pointer(all);
}

static const NativeDef *const functions[] = {
    &grp_getgrall_native,
    &grp_getgrgid_native,
    &grp_getgrnam_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &struct_group);
    dict_set_c(t, m->dict, "struct_group", value_from_pointer(&struct_group));
    return 0;
}

const ModuleDef grp_module = {
    .name = "grp",
    .doc = "The system's list of groups.",
    .functions = {functions},
    .init = init,
};
