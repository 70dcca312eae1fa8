/* SPDX-License-Identifier: MIT */
/* What the system says of itself. */
#include "module/posix/posix_parts.h"

#include <string.h>
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/text/str.h"
#include "os/configuration.h"
#include "os/numbers.h"

/* --- sysconf and its like ---------------------------------------------- */

/* A number, or a name of the table. */
static bool to_name(Thread *t, Value v, int *out, const OsNumber *names)
{
    if (value_is_int_object(v))
        return param_c_int(t, v, out, NULL, 0);
    if (!value_is_str(v)) {
        raise_type_error(t, "configuration names must be strings or integers");
        return false;
    }
    for (const OsNumber *n = names; n->name != NULL; n++) {
        if (str_equal_c(value_to_str(v), n->name)) {
            *out = (int)n->value;
            return true;
        }
    }
    raise_value_error(t, "unrecognized configuration name");
    return false;
}

#define CONFIGURATION_NAME(conv, names)            \
    static PARAM_FN(conv, int)                     \
    {                                              \
        return to_name(t, v, out, names);          \
    }
#define PARAM_LEAF_sysconf_name LEAF_NEVER
#define PARAM_TYPE_sysconf_name     int
#define PARAM_LOCAL_sysconf_name(v) int v
CONFIGURATION_NAME(sysconf_name, os_numbers_sysconf)
#define PARAM_LEAF_confstr_name LEAF_NEVER
#define PARAM_TYPE_confstr_name     int
#define PARAM_LOCAL_confstr_name(v) int v
CONFIGURATION_NAME(confstr_name, os_numbers_confstr)
#define PARAM_LEAF_pathconf_name LEAF_NEVER
#define PARAM_TYPE_pathconf_name     int
#define PARAM_LOCAL_pathconf_name(v) int v
CONFIGURATION_NAME(pathconf_name, os_numbers_pathconf)

static Value answer(Thread *t, int64_t result, int64_t value, Value filename)
{
    return result < 0 ? blocking_raise(t, result, filename)
                      : int_from_int64(t, value);
}

NATIVE(posix, sysconf, 0, "A limit or option of the system; -1: none.",
       (arg, sysconf_name, name), (slash))
{
    int64_t value, result = os_configuration(name, &value);
    return answer(t, result, value, UNBOUND);
}

NATIVE(posix, pathconf, 0,
       "A limit or option for the file of that path, or descriptor; -1: none.",
       (arg, path_or_fd, path), (arg, pathconf_name, name))
{
    int64_t value;
    int64_t result =
        BLOCKING(t, path.text == NULL
                        ? os_configuration_of_fd(path.fd, name, &value)
                        : os_configuration_of(path.text, name, &value));
    /* It is the name that is wrong. */
    return answer(t, result, value, result == -EINVAL ? UNBOUND : path.object);
}

NATIVE(posix, fpathconf, 0,
       "A limit or option for the file of that descriptor; -1: none.",
       (arg, c_int, fd), (arg, pathconf_name, name), (slash))
{
    int64_t value;
    int64_t result = BLOCKING(t, os_configuration_of_fd(fd, name, &value));
    return answer(t, result, value, UNBOUND);
}

NATIVE(posix, confstr, 0, "A text that the system is configured with, or None.",
       (arg, confstr_name, name), (slash))
{
    char few[256];
    int64_t n = os_configuration_text(name, few, sizeof few);
    if (n == 0)
        return NONE;
    if (n < 0)
        return raise_os_error(t, (int)-n, UNBOUND);
    if ((size_t)n <= sizeof few)
        return posix_path_value(t, few, (size_t)n - 1, false);
    Blob *blob = gc_alloc(t, sizeof(Blob) + (size_t)n, KIND_BLOB, SHAPE_RAW);
    blob->capacity = n;
    os_configuration_text(name, (char *)blob->data, (size_t)n);
    Value text =
        posix_path_value(t, (const char *)blob->data, (size_t)n - 1, false);
    KEEP(blob);
    return text;
}

static Value names_dict(Thread *t, const OsNumber *names)
{
    Dict *d = dict_new(t);
    for (const OsNumber *n = names; n->name != NULL; n++)
        dict_set_c(t, d, n->name, value_from_int(n->value));
    return value_from_pointer(d);
}

/* --- what it is -------------------------------------------------------- */

static const MemberDef uname_members[] = {
    STRUCT_FIELD("sysname", 0), STRUCT_FIELD("nodename", 1),
    STRUCT_FIELD("release", 2), STRUCT_FIELD("version", 3),
    STRUCT_FIELD("machine", 4), {0},
};
static Type uname_result = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("posix.uname_result", "What uname() knows of the system.",
                    uname_members, 0),
};

NATIVE(posix, uname, 0, "What system this is.")
{
    struct utsname names;
    int64_t result = os_system_names(&names);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    const char *texts[] = {names.sysname, names.nodename, names.release,
                           names.version, names.machine};
    Value values[5];
    for (int i = 0; i < 5; i++)
        values[i] = posix_path_value(t, texts[i], strlen(texts[i]), false);
    return struct_sequence_new(t, &uname_result, values);
}

NATIVE(posix, getloadavg, 0,
       "How many processes wanted to run in the last 1, 5 and 15 minutes.")
{
    double load[3];
    if (os_system_load(load) < 0)
        return raise_error(t, EXC(OSError), "Load averages are unobtainable");
    return value_from_pointer(tuple_pack(t, 3, float_from_double(t, load[0]),
                                         float_from_double(t, load[1]),
                                         float_from_double(t, load[2])));
}

NATIVE(posix, strerror, 0, "The text of an error number.",
       (arg, c_int, code), (slash))
{
    const char *text = os_error_text(code);
    return posix_path_value(t, text, strlen(text), false);
}

const NativeDef *const posix_configuration_functions[] = {
    &posix_confstr_native,
    &posix_fpathconf_native,
    &posix_getloadavg_native,
    &posix_pathconf_native,
    &posix_strerror_native,
    &posix_sysconf_native,
    &posix_uname_native,
    NULL,
};

int posix_configuration_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "uname_result", &uname_result);
    dict_set_c(t, m->dict, "confstr_names", names_dict(t, os_numbers_confstr));
    dict_set_c(t, m->dict, "pathconf_names",
               names_dict(t, os_numbers_pathconf));
    dict_set_c(t, m->dict, "sysconf_names", names_dict(t, os_numbers_sysconf));
    return 0;
}
