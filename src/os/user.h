/* SPDX-License-Identifier: MIT */
/* Users and groups: of this process, and as the system's lists have them.
 * Answers are the system's, or -errno. */
#ifndef ADDER_OS_USER_H
#define ADDER_OS_USER_H

#include <grp.h>
#include <pwd.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct OsIds {
    uint32_t real, effective, saved;
} OsIds;
OsIds os_user_ids(void);
OsIds os_group_ids(void);
int64_t os_user_set(uint32_t id);
int64_t os_user_set_effective(uint32_t id);
int64_t os_user_set_two(uint32_t real, uint32_t effective);
int64_t os_user_set_all(OsIds ids);
int64_t os_group_set(uint32_t id);
int64_t os_group_set_effective(uint32_t id);
int64_t os_group_set_two(uint32_t real, uint32_t effective);
int64_t os_group_set_all(OsIds ids);

/* How many, of which at most n are in `groups`. */
int64_t os_groups(int n, gid_t *groups);
int64_t os_groups_set(int n, const gid_t *groups);
int64_t os_groups_init(const char *user, uint32_t group);
/* Those of a user in the lists: *n is how many there is room for, and then how
 * many there are; -1 when they are more. */
int os_groups_of(const char *user, uint32_t group, gid_t *groups, int *n);

/* 0 and the login name in buf. */
int64_t os_user_login(char *buf, size_t size);

/* An entry of the lists, whose texts are in buf: 1; 0: there is none;
 * -ERANGE: buf is too small. */
int64_t os_user_by_name(const char *name, struct passwd *out, char *buf,
                        size_t size);
int64_t os_user_by_id(uint32_t id, struct passwd *out, char *buf, size_t size);
int64_t os_group_by_name(const char *name, struct group *out, char *buf,
                         size_t size);
int64_t os_group_by_id(uint32_t id, struct group *out, char *buf, size_t size);
/* All of them, one after the other, for one caller at a time; NULL at the end. */
void os_users_begin(void);
const struct passwd *os_users_next(void);
void os_users_end(void);
void os_group_list_begin(void);
const struct group *os_group_list_next(void);
void os_group_list_end(void);

#endif
