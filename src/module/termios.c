/* SPDX-License-Identifier: MIT */
/* The module termios. */
#include "exec/blocking.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/configuration.h"
#include "os/line.h"
#include "os/numbers.h"

enum { ATTRIBUTES = 7 };

typedef struct TermiosState {
    RECORD_HEAD()
    Slot error; /* termios.error */
} TermiosState;

/* What a call answered: None, or termios.error with errno and its text. */
static Value none(Thread *t, const TermiosState *state, int64_t result)
{
    if (result >= 0)
        return NONE;
    if (!value_is_null(t->exc))
        return NULL_VALUE;
    Tuple *args = tuple_pack(
        t, 2, value_from_int(-result),
        value_from_pointer(str_from_c(t, os_error_text((int)-result))));
    return raise_with_value(t, value_to_pointer(slot_get(&state->error)),
                            value_from_pointer(args));
}

/* --- attributes -------------------------------------------------------- */

/* Special characters: bytes, but for the two that are numbers if lines are not
 * put together. */
static Value from_characters(Thread *t, const struct termios *line)
{
    List *list = list_new(t, NCCS);
    for (int i = 0; i < NCCS; i++) {
        bool is_number = !(line->c_lflag & ICANON) && (i == VMIN || i == VTIME);
        list_append(t, list, is_number
                                 ? value_from_int(line->c_cc[i])
                                 : value_from_pointer(
                                       bytes_new(t, &line->c_cc[i], 1)));
    }
    return value_from_pointer(list);
}

NATIVE(termios, tcgetattr, 0,
       "How a terminal is set: input, output, control and local flags, two "
       "speeds, and a list of special characters.",
       (arg, descriptor, fd), (slash), (state, TermiosState, state))
{
    struct termios line;
    unsigned speeds[2];
    int64_t result = os_line_get(fd, &line);
    if (result < 0)
        return none(t, state, result);
    os_line_speeds(&line, speeds);
    Value values[ATTRIBUTES] = {
        value_from_int(line.c_iflag), value_from_int(line.c_oflag),
        value_from_int(line.c_cflag), value_from_int(line.c_lflag),
        value_from_int(speeds[0]),    value_from_int(speeds[1]),
        from_characters(t, &line),
    };
    return value_from_pointer(list_from_values(t, values, ATTRIBUTES));
}

/* The low bits of an int that C's long holds. */
static bool to_flag(Thread *t, Value v, unsigned *out)
{
    int64_t i;
    if (object_to_int64(t, v, &i) < 0)
        return false;
    *out = (unsigned)i;
    return true;
}

static bool to_characters(Thread *t, Value v, struct termios *line)
{
    if (!value_is_list(v) || value_to_list(v)->len != NCCS) {
        raise_type_error(t, "tcsetattr: attributes[6] must be %d element list",
                         NCCS);
        return false;
    }
    const List *list = value_to_list(v);
    for (int i = 0; i < NCCS && i < list->len; i++) {
        unsigned number;
        Value item = list_get(list, i);
        if (value_is_bytes(item) && value_to_bytes(item)->len == 1) {
            line->c_cc[i] = value_to_bytes(item)->data[0];
        } else if (value_is_int_object(item)) {
            if (!to_flag(t, item, &number))
                return false;
            line->c_cc[i] = (cc_t)number;
        } else {
            raise_type_error(t, "tcsetattr: elements of attributes must be "
                             "characters or integers");
            return false;
        }
    }
    return true;
}

NATIVE(termios, tcsetattr, 0,
       "Set a terminal as tcgetattr() tells it: at once (TCSANOW), when all is "
       "written, or when that and what was not read is thrown away.",
       (arg, descriptor, fd), (arg, c_int, when), (arg, object, attributes),
       (slash), (state, TermiosState, state))
{
    struct termios line;
    unsigned speeds[2];
    if (!value_is_list(attributes) ||
        value_to_list(attributes)->len != ATTRIBUTES)
        return raise_type_error(t, "tcsetattr, arg 3: must be 7 element list");
    Value v[ATTRIBUTES];
    for (int i = 0; i < ATTRIBUTES; i++)
        v[i] = list_get(value_to_list(attributes), i);
    int64_t result = os_line_get(fd, &line); /* what has no name stays */
    if (result < 0)
        return none(t, state, result);
    if (!to_flag(t, v[0], &line.c_iflag) || !to_flag(t, v[1], &line.c_oflag) ||
        !to_flag(t, v[2], &line.c_cflag) || !to_flag(t, v[3], &line.c_lflag) ||
        !to_flag(t, v[4], &speeds[0]) || !to_flag(t, v[5], &speeds[1]) ||
        !to_characters(t, v[6], &line))
        return NULL_VALUE;
    result = BLOCKING(t, os_line_set(fd, when, &line, speeds));
    return none(t, state, result);
}

/* --- the rest ---------------------------------------------------------- */

NATIVE(termios, tcsendbreak, 0, "Send a break; duration 0: of usual length.",
       (arg, descriptor, fd), (arg, c_int, duration), (slash),
       (state, TermiosState, state))
{
    return none(t, state, BLOCKING(t, os_line_break(fd, duration)));
}

NATIVE(termios, tcdrain, 0, "Wait until all that was written has been sent.",
       (arg, descriptor, fd), (slash), (state, TermiosState, state))
{
    return none(t, state, BLOCKING(t, os_line_drain(fd)));
}

NATIVE(termios, tcflush, 0,
       "Throw away what was not read (TCIFLUSH), not sent, or both.",
       (arg, descriptor, fd), (arg, c_int, queue), (slash),
       (state, TermiosState, state))
{
    return none(t, state, BLOCKING(t, os_line_flush(fd, queue)));
}

NATIVE(termios, tcflow, 0,
       "Stop or go on with output (TCOOFF, TCOON) or input (TCIOFF, TCION).",
       (arg, descriptor, fd), (arg, c_int, action), (slash),
       (state, TermiosState, state))
{
    return none(t, state, BLOCKING(t, os_line_flow(fd, action)));
}

NATIVE(termios, tcgetwinsize, 0, "How many rows and columns a terminal has.",
       (arg, descriptor, fd), (slash), (state, TermiosState, state))
{
    uint16_t size[2];
    int64_t result = os_line_size(fd, size);
    if (result < 0)
        return none(t, state, result);
    return value_from_pointer(tuple_pack(t, 2, value_from_int(size[0]),
                                         value_from_int(size[1])));
}

NATIVE(termios, tcsetwinsize, 0,
       "Say how many rows and columns a terminal has.",
       (arg, descriptor, fd), (arg, object, winsize), (slash),
       (state, TermiosState, state))
{
    uint16_t size[2];
    int64_t numbers[2];
    static const char *const wrong =
        "tcsetwinsize, arg 2: must be a two-item sequence";
    if (type_of(winsize)->slots.getitem == NULL || value_is_dict(winsize))
        return raise_type_error(t, "%s", wrong);
    List *items = list_from_iterable(t, winsize);
    if (items == NULL)
        return NULL_VALUE;
    if (items->len != 2)
        return raise_type_error(t, "%s", wrong);
    for (int i = 0; i < 2; i++)
        if (!param_c_long(t, list_get(items, i), &numbers[i], NULL, 0))
            return NULL_VALUE;
    for (int i = 0; i < 2; i++) {
        size[i] = (uint16_t)numbers[i];
        if (size[i] != numbers[i])
            return raise_error(t, EXC(OverflowError),
                               "winsize value(s) out of range.");
    }
    return none(t, state, BLOCKING(t, os_line_set_size(fd, size)));
}

static const NativeDef *const functions[] = {
    &termios_tcdrain_native,
    &termios_tcflow_native,
    &termios_tcflush_native,
    &termios_tcgetattr_native,
    &termios_tcgetwinsize_native,
    &termios_tcsendbreak_native,
    &termios_tcsetattr_native,
    &termios_tcsetwinsize_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    TermiosState *state = m->state;
    Value error = module_exception_new(t, m, "error", EXC(Exception));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->error, error);
    return 0;
}

const ModuleDef termios_module = {
    .name = "termios",
    .doc = "How terminals treat what goes through them.",
    .functions = {functions},
    .numbers = os_numbers_termios,
    .state_size = sizeof(TermiosState),
    .init = init,
};
