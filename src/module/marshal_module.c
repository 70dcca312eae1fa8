/* SPDX-License-Identifier: MIT */
/* The module marshal: src/compile/marshal.h as Python calls it. */
#include "compile/marshal.h"
#include "object/container/dict.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

NATIVE(marshal, dump, 0,
       "Write the object to a binary file.\n"
       "\n"
       "Only None, numbers, text, bytes, tuples, lists, sets, dicts and code\n"
       "objects can be written: ValueError says that something else was found.",
       (arg, object, value), (arg, object, file),
       (opt, c_int, version, 4), (slash))
{
    TRY(bytes, marshal_write(t, value, version));
    return object_call_method(t, file, str_intern_c(t, "write"), 1, bytes);
}

NATIVE(marshal, dumps, 0, "The bytes that dump() would write.",
       (arg, object, value), (opt, c_int, version, 4), (slash))
{
    return marshal_write(t, value, version);
}

NATIVE(marshal, load, 0,
       "Read one object from a binary file.\n"
       "\n"
       "EOFError, ValueError or TypeError says that the data is no such object.",
       (arg, object, file), (slash))
{
    return marshal_read_file(t, file);
}

NATIVE(marshal, loads, 0,
       "The object that the bytes begin with; what follows is ignored.",
       (arg_as, bytes_like, data, "bytes"), (slash))
{
    return marshal_read(t, data->data, (size_t)data->len);
}

static const NativeDef *const functions[] = {
    &marshal_dump_native,
    &marshal_dumps_native,
    &marshal_load_native,
    &marshal_loads_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("version", MARSHAL_VERSION),
    {0},
};

const ModuleDef marshal_module = {
    .name = "marshal",
    .doc = "Objects as bytes, in the format that cached bytecode is kept in.",
    .functions = {functions},
    .constants = constants,
};
