/* SPDX-License-Identifier: MIT */
/* The module _posixsubprocess: what the library's subprocess is made of. */
#include <errno.h>
#include <stdlib.h>
#include "module/posix/posix_fork.h"
#include "module/posix/posix_strings.h"
#include "module/user_list.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "os/child.h"
#include "os/process.h"

enum { /* fork_exec's arguments */
    ARGUMENTS,
    EXECUTABLES,
    CLOSE_FDS,
    FDS_TO_KEEP,
    DIRECTORY,
    ENVIRONMENT,
    FIRST_FD, /* and seven more */
    RESTORE_SIGNALS = FIRST_FD + 8,
    NEW_SESSION,
    GROUP,
    GID,
    GROUPS,
    UID,
    MASK,
    PREEXEC,
    ALLOW_VFORK,
    COUNT,
};

enum { GROUPS_MAX = 65536 };

extern const ModuleDef posix_module;

/* What is worked out before the fork, and what that keeps alive. */
typedef struct Plan {
    OsChild child;
    PosixStrings arguments, paths, environment;
    ParamPath directory;
    int *keep;     /* malloc'd */
    gid_t *groups; /* malloc'd */
    Value preexec;
    Thread *t;
} Plan;

static bool take_truth(Thread *t, Value v, bool *out)
{
    int truth = object_is_true(t, v);
    *out = truth > 0;
    return truth >= 0;
}

/* The sequence's items as strings. */
static bool take_strings(Thread *t, Value v, PosixStrings *out)
{
    List *items = list_from_iterable(t, v);
    return items != NULL && posix_strings(t, items, out);
}

static bool take_programs(Thread *t, Plan *p, const Value *args)
{
    OsChild *c = &p->child;
    if (type_of(args[ARGUMENTS])->slots.iter == NULL &&
        type_of(args[ARGUMENTS])->slots.getitem == NULL) {
        raise_type_error(t, "argv must be a tuple");
        return false;
    }
    if (!take_strings(t, args[ARGUMENTS], &p->arguments) ||
        !posix_bytes(t, args[EXECUTABLES], &p->paths))
        return false;
    c->argv = p->arguments.items;
    c->paths = p->paths.items;
    if (!value_is_none(args[ENVIRONMENT])) {
        if (!posix_bytes(t, args[ENVIRONMENT], &p->environment))
            return false;
        c->env = p->environment.items;
    }
    if (!value_is_none(args[DIRECTORY])) {
        if (!fs_path_from(t, args[DIRECTORY], &p->directory))
            return false;
        c->directory = p->directory.text;
    }
    return true;
}

/* Descriptors in ascending order. */
static bool take_kept(Thread *t, Plan *p, Value v)
{
    if (!value_is_tuple(v)) {
        raise_type_error(t, "fork_exec() argument 4 must be tuple, not %T", v);
        return false;
    }
    const Tuple *fds = value_to_tuple(v);
    p->keep = malloc((size_t)(fds->len + 1) * sizeof *p->keep);
    if (p->keep == NULL)
        return raise_no_memory(t), false;
    int64_t before = -1;
    for (int64_t i = 0; i < fds->len; i++) {
        Value fd = tuple_get(fds, i);
        if (!value_is_int(fd) || value_to_int(fd) <= before ||
            value_to_int(fd) > INT32_MAX) {
            raise_value_error(t, "bad value(s) in fds_to_keep");
            return false;
        }
        before = value_to_int(fd);
        p->keep[i] = (int)before;
    }
    p->child.keep = p->keep;
    p->child.n_keep = (size_t)fds->len;
    return true;
}

static bool take_fds(Thread *t, Plan *p, const Value *args)
{
    OsChild *c = &p->child;
    int *const to[] = {&c->to_child[0], &c->to_child[1], &c->from_child[0],
                       &c->from_child[1], &c->errors[0], &c->errors[1],
                       &c->report[0], &c->report[1]};
    for (int i = 0; i < 8; i++)
        if (!param_number(t, args[FIRST_FD + i], to[i], NULL, 0))
            return false;
    if (c->close_others && c->report[1] < 3) {
        raise_value_error(t, "errpipe_write must be >= 3");
        return false;
    }
    return true;
}

static bool take_id(Thread *t, Value v, int64_t *out, const char *what)
{
    uint32_t id;
    *out = -1;
    if (value_is_none(v))
        return true;
    if (!user_id(t, v, &id, what))
        return false;
    *out = user_signed(id);
    return true;
}

static bool take_groups(Thread *t, Plan *p, Value v)
{
    if (value_is_none(v))
        return true;
    if (!value_is_list(v)) {
        raise_type_error(t, "setgroups argument must be a list");
        return false;
    }
    List *items = list_from_iterable(t, v); /* which may change */
    if (items == NULL)
        return false;
    if (items->len > GROUPS_MAX) {
        raise_value_error(t, "too many groups");
        return false;
    }
    p->groups = malloc((size_t)(items->len + 1) * sizeof *p->groups);
    if (p->groups == NULL)
        return raise_no_memory(t), false;
    for (int64_t i = 0; i < items->len; i++) {
        if (!value_is_int_object(list_get(items, i))) {
            raise_type_error(t, "groups must be integers");
            return false;
        }
        if (!user_id(t, list_get(items, i), &p->groups[i], "gid"))
            return false;
    }
    p->child.groups = p->groups;
    p->child.n_groups = (size_t)items->len;
    return true;
}

static bool take_rest(Thread *t, Plan *p, const Value *args)
{
    OsChild *c = &p->child;
    p->preexec = args[PREEXEC];
    return take_truth(t, args[RESTORE_SIGNALS], &c->restore_signals) &&
           take_truth(t, args[NEW_SESSION], &c->new_session) &&
           param_number(t, args[GROUP], &c->group, NULL, 0) &&
           take_id(t, args[GID], &c->gid, "gid") &&
           take_groups(t, p, args[GROUPS]) &&
           take_id(t, args[UID], &c->user, "uid") &&
           param_number(t, args[MASK], &c->mask, NULL, 0);
}

/* preexec_fn: in the child, which is a copy. */
static bool call_preexec(void *plan)
{
    Plan *p = plan;
    return !value_is_null(object_call0(p->t, p->preexec));
}

/* Python runs in the child, so that it is a fork as os.fork() makes it. */
static int64_t start_with_python(Thread *t, Plan *p)
{
    PosixState *state = module_state(t, &posix_module);
    p->child.prepare = call_preexec;
    p->child.argument = p;
    posix_fork_before(t, state);
    int64_t pid = os_process_fork();
    posix_fork_after(t, state, pid);
    if (pid == 0)
        os_child_run(&p->child);
    return pid;
}

static int64_t start(Thread *t, Plan *p, bool allow_vfork)
{
    const OsChild *c = &p->child;
    if (!value_is_none(p->preexec))
        return start_with_python(t, p);
    bool is_plain = c->user == -1 && c->gid == -1 && c->groups == NULL;
    return os_child_start(c, allow_vfork && is_plain);
}

NATIVE(_posixsubprocess, fork_exec, 0,
       "Run a program in a new process; its number.  For subprocess alone.",
       (args, args))
{
    Plan plan = {.t = t};
    bool allow_vfork;
    if (n_args != COUNT)
        return raise_type_error(
            t, "fork_exec() takes exactly %d arguments (%l given)", COUNT,
            n_args);
    int64_t pid = -1;
    bool ready = take_truth(t, args[CLOSE_FDS], &plan.child.close_others) &&
                 take_fds(t, &plan, args) &&
                 take_kept(t, &plan, args[FDS_TO_KEEP]) &&
                 take_rest(t, &plan, args) &&
                 take_programs(t, &plan, args) &&
                 take_truth(t, args[ALLOW_VFORK], &allow_vfork);
    if (ready)
        pid = start(t, &plan, allow_vfork);
    free(plan.keep);
    free(plan.groups);
    posix_strings_done(&plan.arguments);
    posix_strings_done(&plan.paths);
    posix_strings_done(&plan.environment);
    param_path_done(&plan.directory);
    return ready ? posix_int(t, pid, UNBOUND) : NULL_VALUE;
}

static const NativeDef *const functions[] = {
    &_posixsubprocess_fork_exec_native,
    NULL,
};

const ModuleDef posixsubprocess_module = {
    .name = "_posixsubprocess",
    .doc = "What subprocess starts programs with.",
    .functions = {functions},
};
