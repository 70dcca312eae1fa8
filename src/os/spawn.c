/* SPDX-License-Identifier: MIT */
/* posix_spawn, whose functions answer the error. */
#define _GNU_SOURCE
#include "os/spawn.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>

struct OsSpawn {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

OsSpawn *os_spawn_new(void)
{
    OsSpawn *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    if (posix_spawn_file_actions_init(&s->actions) != 0) {
        free(s);
        return NULL;
    }
    if (posix_spawnattr_init(&s->attributes) != 0) {
        (void)posix_spawn_file_actions_destroy(&s->actions); /* is empty */
        free(s);
        return NULL;
    }
    return s;
}

void os_spawn_free(OsSpawn *s)
{
    (void)posix_spawn_file_actions_destroy(&s->actions); /* both never fail */
    (void)posix_spawnattr_destroy(&s->attributes);
    free(s);
}

int64_t os_spawn_open(OsSpawn *s, int fd, const char *path, int flags,
                      unsigned mode)
{
    return -posix_spawn_file_actions_addopen(&s->actions, fd, path, flags,
                                             mode);
}

int64_t os_spawn_close(OsSpawn *s, int fd)
{
    return -posix_spawn_file_actions_addclose(&s->actions, fd);
}

int64_t os_spawn_duplicate(OsSpawn *s, int fd, int to)
{
    return -posix_spawn_file_actions_adddup2(&s->actions, fd, to);
}

static int64_t add_flag(OsSpawn *s, int flag)
{
    short flags = 0;
    (void)posix_spawnattr_getflags(&s->attributes, &flags); /* never fails */
    return -posix_spawnattr_setflags(&s->attributes, (short)(flags | flag));
}

int64_t os_spawn_set_group(OsSpawn *s, pid_t group)
{
    int error = posix_spawnattr_setpgroup(&s->attributes, group);
    return error != 0 ? -error : add_flag(s, POSIX_SPAWN_SETPGROUP);
}

int64_t os_spawn_reset_ids(OsSpawn *s)
{
    return add_flag(s, POSIX_SPAWN_RESETIDS);
}

int64_t os_spawn_new_session(OsSpawn *s)
{
#ifdef POSIX_SPAWN_SETSID
    return add_flag(s, POSIX_SPAWN_SETSID);
#else
    (void)s;
    return -ENOTSUP;
#endif
}

static sigset_t to_set(uint64_t signals)
{
    sigset_t set;
    (void)sigemptyset(&set); /* never fails */
    for (int i = 0; i < 64; i++)
        if (signals >> i & 1)
            (void)sigaddset(&set, i + 1); /* those that are none are not */
    return set;
}

int64_t os_spawn_block_signals(OsSpawn *s, uint64_t signals)
{
    sigset_t set = to_set(signals);
    int error = posix_spawnattr_setsigmask(&s->attributes, &set);
    return error != 0 ? -error : add_flag(s, POSIX_SPAWN_SETSIGMASK);
}

int64_t os_spawn_default_signals(OsSpawn *s, uint64_t signals)
{
    sigset_t set = to_set(signals);
    int error = posix_spawnattr_setsigdefault(&s->attributes, &set);
    return error != 0 ? -error : add_flag(s, POSIX_SPAWN_SETSIGDEF);
}

int64_t os_spawn_set_policy(OsSpawn *s, int policy)
{
    int error = posix_spawnattr_setschedpolicy(&s->attributes, policy);
    return error != 0 ? -error : add_flag(s, POSIX_SPAWN_SETSCHEDULER);
}

int64_t os_spawn_set_priority(OsSpawn *s, int priority)
{
    struct sched_param param = {.sched_priority = priority};
    int error = posix_spawnattr_setschedparam(&s->attributes, &param);
    return error != 0 ? -error : add_flag(s, POSIX_SPAWN_SETSCHEDPARAM);
}

int64_t os_spawn_run(const OsSpawn *s, bool search, const char *path,
                     char *const *argv, char *const *env)
{
    pid_t pid;
    int error = search ? posix_spawnp(&pid, path, &s->actions, &s->attributes,
                                      argv, env)
                       : posix_spawn(&pid, path, &s->actions, &s->attributes,
                                     argv, env);
    return error != 0 ? -error : pid;
}
