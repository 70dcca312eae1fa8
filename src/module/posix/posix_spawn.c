/* SPDX-License-Identifier: MIT */
/* Programs in new processes. */
#include "module/posix/posix_parts.h"

#include "module/posix/posix_schedule.h"
#include "module/posix/posix_strings.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "os/spawn.h"

enum { ACTION_OPEN, ACTION_CLOSE, ACTION_DUPLICATE, ACTIONS };
enum { SIGNALS = 64 };

/* --- what it does first ------------------------------------------------ */

/* An answer of src/os: false with OSError. */
static bool succeeded(Thread *t, int64_t result)
{
    if (result < 0)
        raise_os_error(t, (int)-result, UNBOUND);
    return result >= 0;
}

/* The items of an action behind its number, as ints; the path of one that opens
 * is not one. */
static bool take_numbers(Thread *t, const Tuple *action, int *out)
{
    for (int64_t i = 1; i < action->len; i++)
        if (!(i == 2 && action->len == 5) &&
            !param_c_int(t, tuple_get(action, i), &out[i], NULL, 0))
            return false;
    return true;
}

/* One action; what it refers to is added to `owners`. */
static bool add_action(Thread *t, OsSpawn *s, const Tuple *action, int kind,
                       List *owners)
{
    int n[5];
    ParamPath path;
    if (!take_numbers(t, action, n))
        return false;
    switch (kind) {
    case ACTION_CLOSE: return succeeded(t, os_spawn_close(s, n[1]));
    case ACTION_DUPLICATE:
        return succeeded(t, os_spawn_duplicate(s, n[1], n[2]));
    default: break;
    }
    if (!fs_path_from(t, tuple_get(action, 2), &path))
        return false;
    list_append(t, owners, path.owner);
    return succeeded(t, os_spawn_open(s, n[1], path.text, n[3],
                                      (unsigned)n[4]));
}

static bool take_action(Thread *t, OsSpawn *s, Value v, List *owners)
{
    static const struct {
        const char *name;
        int len;
    } kinds[] = {{"open", 5}, {"close", 2}, {"dup2", 3}};
    int kind;
    if (!value_is_tuple(v) || value_to_tuple(v)->len == 0) {
        raise_type_error(
            t, "Each file_actions element must be a non-empty tuple");
        return false;
    }
    const Tuple *action = value_to_tuple(v);
    if (!param_c_int(t, tuple_get(action, 0), &kind, NULL, 0))
        return false;
    if (kind < 0 || kind >= ACTIONS) {
        raise_type_error(t, "Unknown file_actions identifier");
        return false;
    }
    if (action->len != kinds[kind].len) {
        raise_type_error(t, "A %s file_action tuple must have %d elements",
                         kinds[kind].name, kinds[kind].len);
        return false;
    }
    return add_action(t, s, action, kind, owners);
}

static bool take_actions(Thread *t, OsSpawn *s, Value v, List *owners)
{
    if (value_is_none(v) || value_is_unbound(v))
        return true;
    if (type_of(v)->slots.getitem == NULL && type_of(v)->slots.iter == NULL) {
        raise_type_error(t, "file_actions must be a sequence or None");
        return false;
    }
    List *actions = list_from_iterable(t, v);
    if (actions == NULL)
        return false;
    for (int64_t i = 0; i < actions->len; i++)
        if (!take_action(t, s, list_get(actions, i), owners))
            return false;
    return true;
}

/* An iterable of signals as bits: 1, 0 if there is none, or -1. */
static int take_signals(Thread *t, Value v, uint64_t *out)
{
    *out = 0;
    if (value_is_tuple(v) && value_to_tuple(v)->len == 0)
        return 0;
    Value iterator = object_iter(t, v);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, item, iterator, -1) {
        int64_t number;
        Value i = object_index(t, item);
        if (value_is_null(i))
            return -1;
        if (!int_to_int64(i, &number) || number < 1 || number > SIGNALS)
            return RAISE_INT(raise_value_error(
                t, "signal number %S out of range [1; %d]", i, SIGNALS));
        *out |= UINT64_C(1) << (number - 1);
    }
    return 1;
}

static bool set_signals(Thread *t, OsSpawn *s, Value mask, Value defaults)
{
    uint64_t signals;
    int given = take_signals(t, mask, &signals);
    if (given < 0 ||
        (given > 0 && !succeeded(t, os_spawn_block_signals(s, signals))))
        return false;
    given = take_signals(t, defaults, &signals);
    return given == 0 ||
           (given > 0 && succeeded(t, os_spawn_default_signals(s, signals)));
}

/* (policy or None, sched_param) */
static bool set_scheduler(Thread *t, OsSpawn *s, Value v)
{
    int policy, priority;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    if (!value_is_tuple(v)) {
        raise_error(t, EXC(SystemError),
                    "new style getargs format but argument is not a tuple");
        return false;
    }
    const Tuple *pair = value_to_tuple(v);
    if (pair->len != 2) {
        raise_type_error(
            t, "A scheduler tuple must have two elements");
        return false;
    }
    bool has_policy = !value_is_none(tuple_get(pair, 0));
    if (has_policy && !param_c_int(t, tuple_get(pair, 0), &policy, NULL, 0))
        return false;
    if (!posix_sched_priority(t, tuple_get(pair, 1), &priority))
        return false;
    return (!has_policy || succeeded(t, os_spawn_set_policy(s, policy))) &&
           succeeded(t, os_spawn_set_priority(s, priority));
}

/* --- running it -------------------------------------------------------- */

typedef struct SpawnArguments {
    Value file_actions, setpgroup, setsigmask, setsigdef, scheduler;
    bool resetids, setsid;
} SpawnArguments;

static bool set_attributes(Thread *t, OsSpawn *s, const SpawnArguments *a)
{
    int group;
    if (!value_is_unbound(a->setpgroup)) {
        if (!param_c_int(t, a->setpgroup, &group, NULL, 0) ||
            !succeeded(t, os_spawn_set_group(s, group)))
            return false;
    }
    if (a->resetids && !succeeded(t, os_spawn_reset_ids(s)))
        return false;
    if (a->setsid && !succeeded(t, os_spawn_new_session(s)))
        return false;
    return set_signals(t, s, a->setsigmask, a->setsigdef) &&
           set_scheduler(t, s, a->scheduler);
}

static Value spawn(Thread *t, const NativeDef *def, const ParamPath *path,
                   Value argv, Value env, const SpawnArguments *a)
{
    PosixStrings arguments, environment;
    Str *what = str_format(t, "%s: argv", def->name);
    bool search = str_equal_c(str_from_c(t, def->name), "posix_spawnp");
    if (!posix_arguments(t, argv, &arguments, str_to_utf8(t, what, NULL)) ||
        !posix_environment(t, env, &environment, def->name))
        return NULL_VALUE;
    OsSpawn *s = os_spawn_new();
    if (s == NULL)
        return raise_no_memory(t);
    List *owners = list_new(t, 0);
    Value pid = NULL_VALUE;
    if (take_actions(t, s, a->file_actions, owners) &&
        set_attributes(t, s, a))
        pid = posix_int(t,
                        os_spawn_run(s, search, path->text, arguments.items,
                                     environment.items),
                        path->object);
    os_spawn_free(s);
    KEEP(owners);
    posix_strings_done(&arguments);
    posix_strings_done(&environment);
    return pid;
}

#define SPAWN(name, doc)                                                      \
    NATIVE(posix, name, 0, doc, (arg, path, path), (arg, object, argv),       \
           (arg, object, env), (slash), (star),                               \
           (opt, object, file_actions, ()), (opt, object, setpgroup, <unrepresentable>), \
           (opt, int_truth, resetids, False),                                 \
           (opt, int_truth, setsid, False), (opt, object, setsigmask, ()),    \
           (opt, object, setsigdef, ()), (opt, object, scheduler, <unrepresentable>),\
           (callee, self))                                                    \
    {                                                                         \
        return spawn(t, self->def, &path, argv, env,                          \
                     &(SpawnArguments){file_actions, setpgroup, setsigmask,   \
                                       setsigdef, scheduler, resetids,        \
                                       setsid});                              \
    }
SPAWN(posix_spawn, "Run a program in a new process; its number.")
SPAWN(posix_spawnp, "Run a program, found along PATH, in a new process.")

const NativeDef *const posix_spawn_functions[] = {
    &posix_posix_spawn_native,
    &posix_posix_spawnp_native,
    NULL,
};
