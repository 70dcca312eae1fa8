/* SPDX-License-Identifier: MIT */
/* The module _io. */
#include "module/io/io_module.h"

#include "exec/import.h"
#include "module/io/open.h"
#include "module/io/stdio.h"
#include "module/io/textio.h"
#include "module/warnings.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/text/str.h"
#include "object/type/instance.h"

typedef struct State {
    RECORD_HEAD()
    Slot unsupported; /* the class UnsupportedOperation */
} State;

/* ---- for the other files ---- */

Type *io_unsupported_type(Thread *t)
{
    State *s = module_state(t, &io_module);
    if (s == NULL) {
        Value pending = exception_take(t);
        if (value_is_null(import_own(t, "_io")))
            return NULL;
        t->exc = pending;
        s = module_state(t, &io_module);
    }
    return value_to_type(slot_get(&s->unsupported));
}

bool io_development_mode(Thread *t)
{
    Value exc = exception_take(t);
    Value flags = dict_get_c(t, t->rt->sys_dict, "flags");
    Value mode = value_is_null(flags)
                     ? FALSE_VALUE
                     : object_getattr_or_unbound(t, flags,
                                                 str_intern_c(t, "dev_mode"));
    t->exc = exc;
    return value_same(mode, TRUE_VALUE);
}

Value io_own_attributes(Thread *t, Value self)
{
    const Shape *shape = shape_of(value_to_pointer(self));
    if (shape->n == 0 && !(shape->shape_flags & SHAPE_DICT_MODE))
        return NONE;
    Dict *copy = dict_copy(t, instance_dict(t, value_to_pointer(self)));
    return copy == NULL ? NULL_VALUE : value_from_pointer(copy);
}

Value io_set_own_attributes(Thread *t, Value self, Value dict,
                            const char *which)
{
    if (value_is_none(dict))
        return NONE;
    if (!value_is_dict(dict))
        return raise_type_error(
            t, "%s item of state should be a dict, got a %.200T", which, dict);
    int64_t pos = 0;
    Value key, v;
    while (dict_next(value_to_dict(dict), &pos, &key, &v))
        if (value_is_str(key) &&
            instance_set(t, value_to_pointer(self), value_to_str(key), v) < 0)
            return NULL_VALUE;
    return NONE;
}

/* ---- functions ---- */

NATIVE(io, text_encoding, 0,
       "The encoding, or for None what a text stream then uses.",
       (arg, object, encoding), (opt, c_int, stacklevel, 2), (slash))
{
    if (!value_is_none(encoding))
        return encoding;
    if (stdio_warns(t) &&
        warnings_warn(t, EXC(EncodingWarning),
                      value_from_pointer(str_from_c(
                          t, "'encoding' argument not specified")),
                      stacklevel, NONE) < 0)
        return NULL_VALUE;
    return value_same(stdio_default_encoding(t), stdio_locale_encoding(t))
               ? value_from_pointer(str_intern_c(t, "locale"))
               : stdio_default_encoding(t);
}

NATIVE(io, open_code, 0, "A file of code, in mode 'rb'.", (arg, str, path))
{
    TRY(open, dict_get_c(t, t->rt->builtins, "open"));
    return object_call2(t, open, value_from_pointer(path),
                        value_from_pointer(str_from_c(t, "rb")));
}

/* ---- the module ---- */

/* io.UnsupportedOperation, which is both an OSError and a ValueError. */
static int add_unsupported(Thread *t, Module *m, State *s)
{
    Str *name = str_intern_c(t, "UnsupportedOperation");
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__module__),
                 value_from_pointer(str_intern_c(t, "io")));
    Value v = type_new(t, &type_type, name,
                       tuple_pack(t, 2, value_from_pointer(EXC(OSError)),
                                  value_from_pointer(EXC(ValueError))),
                       d, UNBOUND);
    if (value_is_null(v))
        return -1;
    slot_set(s, &s->unsupported, v);
    dict_set_str(t, m->dict, name, v);
    return 0;
}

static int init(Thread *t, Module *m)
{
    Value open = dict_get_c(t, t->rt->builtins, "open");
    if (!value_is_null(open))
        dict_set_c(t, m->dict, "open", open);
    dict_set_c(t, m->dict, "BlockingIOError",
               value_from_pointer(EXC(BlockingIOError)));
    return add_unsupported(t, m, m->state);
}

static const NativeDef *const functions[] = {
    &io_text_encoding_native,
    &io_open_code_native,
    NULL,
};

static const ModuleType types[] = {
    {"_IOBase", &iobase_type},
    {"_RawIOBase", &iobase_raw_type},
    {"_BufferedIOBase", &iobase_buffered_type},
    {"_TextIOBase", &iobase_text_type},
    {"FileIO", &fileio_type},
    {"BytesIO", &bytesio_type},
    {NULL, &bytesio_loan_type},
    {"StringIO", &stringio_type},
    {"BufferedReader", &buffered_reader_type},
    {"BufferedWriter", &buffered_writer_type},
    {"BufferedRandom", &buffered_random_type},
    {"BufferedRWPair", &buffered_pair_type},
    {"TextIOWrapper", &textio_type},
    {"IncrementalNewlineDecoder", &newline_decoder_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_INT("DEFAULT_BUFFER_SIZE", IO_DEFAULT_BUFFER_SIZE),
    {0},
};

const ModuleDef io_module = {
    .name = "_io",
    .doc = "Streams: raw ones, buffers over them, text over these.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(State),
    .init = init,
};
