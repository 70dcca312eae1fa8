/* SPDX-License-Identifier: MIT */
/* What the files of the module _pickle share. */
#ifndef ADDER_MODULE_PICKLE_PARTS_H
#define ADDER_MODULE_PICKLE_PARTS_H

#include "object/core/record.h"
#include "object/function/module_def.h"

enum {
#define OPCODE(NAME, code) OP_##NAME = code,
#include "module/pickle/opcodes.def"
#undef OPCODE
};

enum { PROTOCOL_MAX = 5, PROTOCOL_DEFAULT = 4 };

/* The module's state: its exceptions, and what it uses of the library. */
typedef struct PickleState {
    RECORD_HEAD()
    Slot PickleError, PicklingError, UnpicklingError;
    Slot dispatch_table, extension_registry, inverted_registry,
        extension_cache; /* copyreg's dicts */
    Slot names_to_3, imports_to_3, names_to_2, imports_to_2; /* _compat_pickle's
                                                                dicts */
    Slot encode;                                             /* codecs.encode */
    Slot module_names; /* a dict: of modules in C, see pickler_global.c */
} PickleState;
extern const ModuleDef pickle_module;
static inline PickleState *pickle_state(Thread *t)
{
    return module_state(t, &pickle_module);
}
#define PICKLE_ERROR(t, Name) \
    ((Type *)value_to_pointer(slot_get(&pickle_state(t)->Name)))

extern Type pickle_buffer_type, pickler_type, unpickler_type, pickler_memo_type,
    unpickler_memo_type, pickle_raw_type;

/* PickleBuffer's memoryview; null with ValueError once it is released. */
Value pickle_buffer_view(Thread *t, Value v);

/* ---- functions, for the tables of the module ---- */

NATIVE_DECLARE(pickle, dump)
NATIVE_DECLARE(pickle, dumps)
NATIVE_DECLARE(pickle, load)
NATIVE_DECLARE(pickle, loads)

/* A global's names of today for those of Python 2, or the other way, as the
 * library's _compat_pickle has them: 0 or -1. */
typedef enum PickleNames { PICKLE_TO_3, PICKLE_TO_2 } PickleNames;
int pickle_fix_names(Thread *t, PickleNames to, Value *module, Value *name);
/* The parts of a dotted name; null with AttributeError for what is local: to
 * `of`, UNBOUND where that is not known. */
Tuple *pickle_dotted(Thread *t, Str *name, Value of);
/* From v along the parts: UNBOUND where one is missing, null on other errors.
 * *parent is what has the last one. */
Value pickle_deep_attr(Thread *t, Value v, const Tuple *parts, Value *parent);

#endif
