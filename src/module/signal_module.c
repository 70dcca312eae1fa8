/* SPDX-License-Identifier: MIT */
/*
 * The module _signal: which function handles which signal.  Until it is imported
 * Ctrl-C raises KeyboardInterrupt all the same: src/exec/safepoint.c calls the
 * functions, from Runtime.signal_handlers.
 */
#include "module/signal_module.h"

#include "exec/blocking.h"
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "os/numbers.h"
#include "os/signal.h"

enum { DEFAULT = 0, IGNORE = 1 }; /* SIG_DFL, SIG_IGN */

typedef struct Signals { /* the module's state */
    RECORD_HEAD()
    Slot default_int_handler, timer_error;
} Signals;

static bool number_is_valid(Thread *t, int number)
{
    if (number >= 1 && number < OS_SIGNALS)
        return true;
    raise_value_error(t, "signal number out of range");
    return false;
}

NATIVE(signal, default_int_handler, 0,
       "What handles SIGINT unless told otherwise: raises KeyboardInterrupt.",
       (arg, c_int, signalnum), (arg, object, frame), (slash))
{
    return raise_value(t, value_from_pointer(EXC(KeyboardInterrupt)));
}

/* What Python sees of a signal that it has set no handler of: UNBOUND in the
 * list. */
static Value found(const Signals *state, int number)
{
    switch (os_signal_get(number)) {
    case OS_SIGNAL_DEFAULT: return value_from_int(DEFAULT);
    case OS_SIGNAL_IGNORE: return value_from_int(IGNORE);
    case OS_SIGNAL_NOTE: return slot_get(&state->default_int_handler);
    case OS_SIGNAL_OTHER: return NONE;
    }
    return NONE;
}

static Value handler_of(Thread *t, const Signals *state, int number)
{
    Value v = list_get(t->rt->signal_handlers, number);
    return value_is_unbound(v) ? found(state, number) : v;
}

NATIVE(signal, getsignal, 0,
       "What handles a signal: a function, SIG_IGN, SIG_DFL, or None for what "
       "was not set by Python.",
       (arg, c_int, signalnum), (slash), (state, Signals, state))
{
    return number_is_valid(t, signalnum) ? handler_of(t, state, signalnum)
                                         : NULL_VALUE;
}

/* What a handler asks for: 0 or -1. */
static int action_of(Thread *t, Value handler, OsSignalAction *action)
{
    for (int i = DEFAULT; i <= IGNORE; i++) {
        int is = object_equal(t, handler, value_from_int(i));
        if (is < 0)
            return -1;
        *action = i == DEFAULT ? OS_SIGNAL_DEFAULT : OS_SIGNAL_IGNORE;
        if (is)
            return 0;
    }
    *action = OS_SIGNAL_NOTE;
    if (!object_is_callable(handler))
        return RAISE_INT(raise_type_error(
            t, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a "
               "callable object"));
    return 0;
}

static int only_main(Thread *t, const char *name)
{
    if (t == t->rt->main_thread)
        return 0;
    return RAISE_INT(raise_value_error(
        t, "%s only works in main thread of the main interpreter", name));
}

NATIVE(signal, signal, 0,
       "Set what handles a signal, and answer what did before.\n\n"
       "It is SIG_DFL, SIG_IGN, or a function of the signal's number and the "
       "frame that was interrupted.",
       (arg, c_int, signalnum), (arg, object, handler), (slash),
       (state, Signals, state))
{
    OsSignalAction action;
    if (action_of(t, handler, &action) < 0 || only_main(t, "signal") < 0 ||
        !number_is_valid(t, signalnum))
        return NULL_VALUE;
    if (poll_signals(t) < 0) /* those that came are the old one's */
        return NULL_VALUE;
    Value before = handler_of(t, state, signalnum);
    int error = os_signal_set(signalnum, action);
    if (error != 0)
        return raise_os_error(t, error, UNBOUND);
    if (signalnum == os_signal_interrupt &&
        value_same(handler, slot_get(&state->default_int_handler)))
        handler = UNBOUND; /* as it was at first */
    list_set(t->rt->signal_handlers, signalnum, handler);
    return before;
}

NATIVE(
    signal, set_wakeup_fd, 0,
    "Set the descriptor that the numbers of signals are written to as bytes, "
    "or -1, and answer the one before.",
    (arg, c_int, fd), (star), (opt, truth, warn_on_full_buffer, True))
{
    if (only_main(t, "set_wakeup_fd") < 0)
        return NULL_VALUE;
    int64_t blocks = fd == -1 ? 0 : os_signal_fd_blocks(fd);
    if (blocks < 0)
        return raise_os_error(t, (int)-blocks, UNBOUND);
    if (blocks)
        return raise_value_error(t, "the fd %d must be in non-blocking mode",
                                 fd);
    return value_from_int(os_signal_wakeup_fd(fd, warn_on_full_buffer));
}

NATIVE(
    signal, siginterrupt, 0,
    "Whether a signal ends the system calls that it interrupts; if not, they "
    "are taken up again.",
    (arg, c_int, signalnum), (arg, c_int, flag), (slash))
{
    if (!number_is_valid(t, signalnum))
        return NULL_VALUE;
    int error = os_signal_restarts(signalnum, !flag);
    return error != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

NATIVE(signal, strsignal, 0,
       "The system's words for a signal; None if it has none.",
       (arg, c_int, signalnum), (slash))
{
    if (!number_is_valid(t, signalnum))
        return NULL_VALUE;
    const char *text = os_signal_text(signalnum);
    return text == NULL ? NONE : value_from_pointer(str_from_c(t, text));
}

static const NativeDef *const functions[] = {
    &signal_default_int_handler_native,
    &signal_getsignal_native,
    &signal_signal_native,
    &signal_set_wakeup_fd_native,
    &signal_siginterrupt_native,
    &signal_strsignal_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("SIG_DFL", DEFAULT),
    MODULE_INT("SIG_IGN", IGNORE),
    MODULE_INT("NSIG", OS_SIGNALS),
    {0},
};

static int init(Thread *t, Module *m)
{
    Signals *state = m->state;
    slot_set(state, &state->default_int_handler,
             dict_get_c(t, m->dict, "default_int_handler"));
    Value error = signal_timer_error_new(t);
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->timer_error, error);
    dict_set_c(t, m->dict, "ItimerError", error);
    struct_sequence_ready(t, &signal_info_type);
    dict_set_c(t, m->dict, "struct_siginfo",
               value_from_pointer(&signal_info_type));
    dict_set_c(t, m->dict, "SIGRTMIN",
               value_from_int(os_numbers_signal_rtmin()));
    dict_set_c(t, m->dict, "SIGRTMAX",
               value_from_int(os_numbers_signal_rtmax()));
    if (t->rt->signal_handlers == NULL) {
        List *handlers = list_new(t, OS_SIGNALS);
        for (int i = 0; i < OS_SIGNALS; i++)
            list_append(t, handlers, UNBOUND);
        t->rt->signal_handlers = handlers;
    }
    return 0;
}

const ModuleDef signal_module = {
    .name = "_signal",
    .doc = "What happens when signals come, by the system's numbers.",
    .functions = {functions, signal_sets_functions},
    .constants = constants,
    .numbers = os_numbers_signal,
    .state_size = sizeof(Signals),
    .init = init,
};
