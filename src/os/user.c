/* SPDX-License-Identifier: MIT */
/* Users and groups by POSIX's calls. */
#define _GNU_SOURCE
#include "os/user.h"

#include <unistd.h>
#include "os/result.h"

OsIds os_user_ids(void)
{
    uid_t real = 0, effective = 0, saved = 0;
    (void)getresuid(&real, &effective, &saved); /* never fails */
    return (OsIds){real, effective, saved};
}

OsIds os_group_ids(void)
{
    gid_t real = 0, effective = 0, saved = 0;
    (void)getresgid(&real, &effective, &saved); /* never fails */
    return (OsIds){real, effective, saved};
}

int64_t os_user_set(uint32_t id)
{
    return os_result(setuid(id));
}

int64_t os_user_set_effective(uint32_t id)
{
    return os_result(seteuid(id));
}

int64_t os_user_set_two(uint32_t real, uint32_t effective)
{
    return os_result(setreuid(real, effective));
}

int64_t os_user_set_all(OsIds ids)
{
    return os_result(setresuid(ids.real, ids.effective, ids.saved));
}

int64_t os_group_set(uint32_t id)
{
    return os_result(setgid(id));
}

int64_t os_group_set_effective(uint32_t id)
{
    return os_result(setegid(id));
}

int64_t os_group_set_two(uint32_t real, uint32_t effective)
{
    return os_result(setregid(real, effective));
}

int64_t os_group_set_all(OsIds ids)
{
    return os_result(setresgid(ids.real, ids.effective, ids.saved));
}

int64_t os_groups(int n, gid_t *groups)
{
    return os_result(getgroups(n, groups));
}

int64_t os_groups_set(int n, const gid_t *groups)
{
    return os_result(setgroups((size_t)n, groups));
}

int64_t os_groups_init(const char *user, uint32_t group)
{
    return os_result(initgroups(user, group));
}

int os_groups_of(const char *user, uint32_t group, gid_t *groups, int *n)
{
    return getgrouplist(user, group, groups, n);
}

int64_t os_user_login(char *buf, size_t size)
{
    return -getlogin_r(buf, size);
}

/* --- the lists --------------------------------------------------------- */

int64_t os_user_by_name(const char *name, struct passwd *out, char *buf,
                        size_t size)
{
    struct passwd *found = NULL;
    int error = getpwnam_r(name, out, buf, size, &found);
    return error != 0 ? -error : found != NULL;
}

int64_t os_user_by_id(uint32_t id, struct passwd *out, char *buf, size_t size)
{
    struct passwd *found = NULL;
    int error = getpwuid_r(id, out, buf, size, &found);
    return error != 0 ? -error : found != NULL;
}

int64_t os_group_by_name(const char *name, struct group *out, char *buf,
                         size_t size)
{
    struct group *found = NULL;
    int error = getgrnam_r(name, out, buf, size, &found);
    return error != 0 ? -error : found != NULL;
}

int64_t os_group_by_id(uint32_t id, struct group *out, char *buf, size_t size)
{
    struct group *found = NULL;
    int error = getgrgid_r(id, out, buf, size, &found);
    return error != 0 ? -error : found != NULL;
}

void os_users_begin(void)
{
    setpwent();
}

const struct passwd *os_users_next(void)
{
    return getpwent();
}

void os_users_end(void)
{
    endpwent();
}

void os_group_list_begin(void)
{
    setgrent();
}

const struct group *os_group_list_next(void)
{
    return getgrent();
}

void os_group_list_end(void)
{
    endgrent();
}
