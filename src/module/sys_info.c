/* SPDX-License-Identifier: MIT */
/* The constants of sys: versions, limits, flags. */
#include <float.h>
#include <stdlib.h>
#include <string.h>
#include "base/level.h"
#include "exec/import_cache.h"
#include "module/struct_sequence.h"
#include "module/sys.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/number/int_text.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/cpu.h"
#include "os/file.h"
#include "os/system.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif
static const MemberDef version_members[] = {
    STRUCT_FIELD("major", 0), STRUCT_FIELD("minor", 1),
    STRUCT_FIELD("micro", 2),
    STRUCT_FIELD("releaselevel", 3), STRUCT_FIELD("serial", 4), {0},
};
static Type version_info_type = {
    TYPE_HEAD(TUPLE),
    STRUCT_SEQUENCE("sys.version_info", "sys.version_info\n"
                                        "\n"
                                        "The version of Python in numbers.",
                    version_members, TYPE_NO_NEW),
};

static const MemberDef flag_members[] = {
    STRUCT_FIELD("debug", 0), STRUCT_FIELD("inspect", 1),
    STRUCT_FIELD("interactive", 2),
    STRUCT_FIELD("optimize", 3), STRUCT_FIELD("dont_write_bytecode", 4),
    STRUCT_FIELD("no_user_site", 5), STRUCT_FIELD("no_site", 6),
    STRUCT_FIELD("ignore_environment", 7), STRUCT_FIELD("verbose", 8),
    STRUCT_FIELD("bytes_warning", 9), STRUCT_FIELD("quiet", 10),
    STRUCT_FIELD("hash_randomization", 11), STRUCT_FIELD("isolated", 12),
    STRUCT_FIELD("dev_mode", 13), STRUCT_FIELD("utf8_mode", 14),
    STRUCT_FIELD("warn_default_encoding", 15), STRUCT_FIELD("safe_path", 16),
    STRUCT_FIELD("int_max_str_digits", 17), {0},
};
static Type type_flags = {
    TYPE_HEAD(TUPLE),
    STRUCT_SEQUENCE("sys.flags",
                    "sys.flags\n"
                    "\n"
                    "What the command line and the environment switched on.",
                    flag_members, TYPE_NO_NEW),
};

static const MemberDef float_members[] = {
    STRUCT_FIELD("max", 0), STRUCT_FIELD("max_exp", 1), STRUCT_FIELD("max_10_exp", 2),
    STRUCT_FIELD("min", 3), STRUCT_FIELD("min_exp", 4), STRUCT_FIELD("min_10_exp", 5),
    STRUCT_FIELD("dig", 6), STRUCT_FIELD("mant_dig", 7), STRUCT_FIELD("epsilon", 8),
    STRUCT_FIELD("radix", 9), STRUCT_FIELD("rounds", 10), {0},
};
static Type float_info_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("sys.float_info", "Information about the float type.",
                    float_members, 0),
};

static const MemberDef int_members[] = {
    STRUCT_FIELD("bits_per_digit", 0), STRUCT_FIELD("sizeof_digit", 1),
    STRUCT_FIELD("default_max_str_digits", 2),
    STRUCT_FIELD("str_digits_check_threshold", 3), {0},
};
static Type int_info_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("sys.int_info", "Information about the int type.",
                    int_members, 0),
};

static const MemberDef hash_members[] = {
    STRUCT_FIELD("width", 0), STRUCT_FIELD("modulus", 1), STRUCT_FIELD("inf", 2),
    STRUCT_FIELD("nan", 3), STRUCT_FIELD("imag", 4), STRUCT_FIELD("algorithm", 5),
    STRUCT_FIELD("hash_bits", 6), STRUCT_FIELD("seed_bits", 7), STRUCT_FIELD("cutoff", 8), {0},
};
static Type hash_info_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("sys.hash_info", "Parameters of hashing.", hash_members, 0),
};

static const MemberDef thread_members[] = {
    STRUCT_FIELD("name", 0), STRUCT_FIELD("lock", 1), STRUCT_FIELD("version", 2), {0},
};
static Type thread_info_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("sys.thread_info", "Information about threads.",
                    thread_members, 0),
};

static const MemberDef hooks_members[] = {
    STRUCT_FIELD("firstiter", 0), STRUCT_FIELD("finalizer", 1), {0},
};
static Type asyncgen_hooks_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("asyncgen_hooks", NULL, hooks_members, 0),
};

Value sys_asyncgen_hooks_new(Thread *t, const Value *hooks)
{
    struct_sequence_ready(t, &asyncgen_hooks_type);
    return struct_sequence_new(t, &asyncgen_hooks_type, hooks);
}

static Value text(Thread *t, const char *s)
{
    return value_from_pointer(str_from_c(t, s));
}

static Value number(int64_t i) { return value_from_int(i); }

static void add_struct(Thread *t, Dict *d, const char *name, Type *type,
                       const Value *values)
{
    struct_sequence_ready(t, type);
    dict_set_c(t, d, name, struct_sequence_new(t, type, values));
}

static void add_limits(Thread *t, Dict *d)
{
    Value float_values[] = {
        float_from_double(t, DBL_MAX), number(DBL_MAX_EXP),
        number(DBL_MAX_10_EXP), float_from_double(t, DBL_MIN),
        number(DBL_MIN_EXP), number(DBL_MIN_10_EXP), number(DBL_DIG),
        number(DBL_MANT_DIG), float_from_double(t, DBL_EPSILON),
        number(FLT_RADIX), number(1)};
    add_struct(t, d, "float_info", &float_info_type, float_values);
    Value int_values[] = {number(30), number(4), number(INT_DIGITS_DEFAULT),
                          number(640)};
    add_struct(t, d, "int_info", &int_info_type, int_values);
    Value hash_values[] = {
        number(64), number(((int64_t)1 << 61) - 1), number(314159), number(0),
        number(1000003), text(t, "siphash13"), number(64), number(128),
        number(0)};
    add_struct(t, d, "hash_info", &hash_info_type, hash_values);
    Value thread_values[] = {text(t, "pthread"), text(t, "semaphore"), NONE};
    add_struct(t, d, "thread_info", &thread_info_type, thread_values);
    dict_set_c(t, d, "maxsize", int_from_int64(t, INT64_MAX));
    dict_set_c(t, d, "maxunicode", number(0x10ffff));
    dict_set_c(t, d, "float_repr_style", text(t, "short"));
    dict_set_c(t, d, "byteorder",
               text(t, HOST_IS_BIG_ENDIAN ? "big" : "little"));
}

static void add_flags(Thread *t, Dict *d, const SysConfig *c)
{
    Value values[] = {
        number(c->debug), number(c->inspect), number(c->interactive),
        number(c->optimize), number(c->dont_write_bytecode),
        number(c->no_user_site), number(c->no_site),
        number(c->ignore_environment), number(c->verbose),
        number(c->bytes_warning), number(c->quiet),
        number(t->rt->hash_seed[0] != 0), number(c->isolated),
        value_from_bool(c->dev_mode), number(c->stdio.utf8_mode),
        number(c->stdio.warns),
        value_from_bool(c->safe_path), number(c->int_max_str_digits)};
    struct_sequence_ready(t, &type_flags);
    dict_set_c(t, d, "flags", struct_sequence_new(t, &type_flags, values));
    dict_set_c(t, d, "dont_write_bytecode",
               value_from_bool(c->dont_write_bytecode));
}

static int64_t hex_version(void)
{
    return 0x030000f0 | level_current << 16 | level_micro() << 8;
}

static Value version_new(Thread *t)
{
    Value values[] = {number(3), number(level_current), number(level_micro()),
                      text(t, "final"),
                      number(0)};
    return struct_sequence_new(t, &version_info_type, values);
}

static void add_versions(Thread *t, Dict *d)
{
    struct_sequence_ready(t, &version_info_type);
    Value info = version_new(t);
    dict_set_c(t, d, "version_info", info);
    dict_set_c(t, d, "hexversion", number(hex_version()));
    dict_set_c(t, d, "api_version", number(1013));
    dict_set_c(t, d, "version",
               value_from_pointer(str_format(
                   t, "3.%d.%d (Adder " PACKAGE_VERSION ") [C " __VERSION__ "]",
                   level_current, level_micro())));
    dict_set_c(t, d, "copyright", text(t, "Copyright (c) the Adder authors."));
    dict_set_c(t, d, "_git", value_from_pointer(tuple_pack(
        t, 3, text(t, "Adder"), text(t, ""), text(t, ""))));
    char tag[IMPORT_TAG_MAX];
    import_cache_tag(tag);
    Value implementation = instance_new(t, &type_namespace);
    void *o = value_to_pointer(implementation);
    instance_set(t, o, N(name), text(t, "adder"));
    instance_set(t, o, str_intern_c(t, "cache_tag"), text(t, tag));
    instance_set(t, o, str_intern_c(t, "version"), info);
    instance_set(t, o, str_intern_c(t, "hexversion"), number(hex_version()));
#ifdef CPU_MULTIARCH
    instance_set(t, o, str_intern_c(t, "_multiarch"), text(t, CPU_MULTIARCH));
#endif
    dict_set_c(t, d, "implementation", implementation);
}

/* The directory above lib/python3.11 of the library, or above bin. */
static Value prefix_of(Thread *t, const char *executable)
{
    const char *end = strrchr(executable, '/');
    if (end == NULL)
        return text(t, "/usr");
    const char *above = end;
    while (above > executable && above[-1] != '/')
        above--;
    size_t n = (size_t)(above - executable);
    if (n > 1 && (strncmp(above, "bin", 3) == 0 || strncmp(above, "lib", 3) == 0))
        return value_from_pointer(str_from_utf8(t, executable, n - 1));
    return value_from_pointer(
        str_from_utf8(t, executable, (size_t)(end - executable)));
}

static void add_paths(Thread *t, Dict *d, const SysConfig *c)
{
    const char *executable = c->executable != NULL ? c->executable : "";
    Value prefix = prefix_of(t, c->stdlib != NULL ? c->stdlib : executable);
    dict_set_c(t, d, "executable", text(t, executable));
    char *real = os_file_real_path(executable);
    dict_set_c(t, d, "_base_executable",
               text(t, real != NULL ? real : executable));
    free(real);
    dict_set_c(t, d, "prefix", prefix);
    dict_set_c(t, d, "exec_prefix", prefix);
    dict_set_c(t, d, "base_prefix", prefix);
    dict_set_c(t, d, "base_exec_prefix", prefix);
    dict_set_c(t, d, "platlibdir", text(
        t, c->platlibdir != NULL ? c->platlibdir : "lib"));
    dict_set_c(t, d, "_stdlib_dir",
               c->stdlib == NULL ? NONE : text(t, c->stdlib));
    dict_set_c(t, d, "pycache_prefix", NONE);
    dict_set_c(t, d, "abiflags", text(t, ""));
    dict_set_c(t, d, "platform", text(t, os_system_name()));
}

/* Names of the standard library's modules, as far as they matter here. */
static void add_module_names(Thread *t, Dict *d)
{
    dict_set_c(t, d, "stdlib_module_names",
               value_from_pointer(set_new(t, SHAPE_FROZENSET)));
}

void sys_info_init(Thread *t, Dict *d, const SysConfig *config)
{
    dict_set_str(t, d, N(__doc__), text(
        t, "What the interpreter knows of itself, and lets programs set."));
    add_versions(t, d);
    add_limits(t, d);
    add_flags(t, d, config);
    add_paths(t, d, config);
    add_module_names(t, d);
}
