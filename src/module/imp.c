/* SPDX-License-Identifier: MIT */
/*
 * The module _imp, which the library's importlib stands on: modules in C, the
 * modules of src/lib as frozen ones, the lock; and what importlib is told of where
 * compiled modules are kept (exec/import_cache.h).
 */
#include "module/imp.h"

#include "compile/compile.h"
#include "compile/marshal.h"
#include "exec/attach.h"
#include "exec/exec.h"
#include "exec/import.h"
#include "exec/import_cache.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/memoryview.h"
#include "object/text/str.h"
#include "os/file.h"

#define PARAM_LEAF_code LEAF_NEVER
#define PARAM_TYPE_code Code *
#define PARAM_LOCAL_code(v) Code *v
static bool param_code(Thread *t, Value v, Code **out, const NativeDef *def,
                       int at)
{
    *out = NULL;
    if (!value_has_shape(v, SHAPE_CODE))
        return param_mismatch(t, def, at, "code", v);
    *out = value_to_code(v);
    return true;
}

/* ---- the lock ---- */

typedef struct ImpState {
    RECORD_HEAD()
    Slot owner; /* who holds the lock, as an int; UNBOUND: nobody */
    Slot depth; /* how often */
} ImpState;

static Value self_ident(Thread *t)
{
    return value_from_int((int64_t)(t->ident & (((uint64_t)1 << 60) - 1)));
}

NATIVE(imp, acquire_lock, 0,
       "Take the lock of the import system; the same thread may take it again.",
       (state, ImpState, state))
{
    Value me = self_ident(t);
    while (!value_is_unbound(slot_get(&state->owner)) &&
           !value_same(slot_get(&state->owner), me)) {
        thread_park(t);
        thread_unpark(t);
    }
    bool again = !value_is_unbound(slot_get(&state->owner));
    int64_t depth = again ? value_to_int(slot_get(&state->depth)) : 0;
    slot_set(state, &state->owner, me);
    slot_set(state, &state->depth, value_from_int(depth + 1));
    return NONE;
}

NATIVE(imp, release_lock, 0, "Give the lock of the import system back.",
       (state, ImpState, state))
{
    if (!value_same(slot_get(&state->owner), self_ident(t)))
        return raise_error(t, EXC(RuntimeError), "not holding the import lock");
    int64_t depth = value_to_int(slot_get(&state->depth)) - 1;
    slot_set(state, &state->depth, value_from_int(depth));
    if (depth == 0)
        slot_set(state, &state->owner, UNBOUND);
    return NONE;
}

NATIVE(imp, lock_held, 0, "Whether a thread has the lock of the import system.",
       (state, ImpState, state))
{
    return value_from_bool(!value_is_unbound(slot_get(&state->owner)));
}

/* ---- modules in C ---- */

static bool is_made_once(const Str *name)
{
    return str_equal_c(name, "sys") || str_equal_c(name, "builtins");
}

NATIVE(imp, is_builtin, 0,
       "1 for a module that is part of the interpreter, -1 for one that cannot be "
       "made again, else 0.",
       (arg, str, name), (slash))
{
    if (is_made_once(name))
        return value_from_int(-1);
    return value_from_int(import_find_builtin(name) != NULL);
}

NATIVE(imp, create_builtin, 0, "A module that is part of the interpreter.",
       (arg, object, spec), (slash))
{
    TRY(v, object_getattr(t, spec, N(name)));
    if (!value_is_str(v))
        return raise_type_error(t, "name must be string, not %T", v);
    Str *name = value_to_str(v);
    if (is_made_once(name))
        return value_from_pointer(str_equal_c(name, "sys")
                                      ? t->rt->sys_module
                                      : t->rt->builtins_module);
    const ModuleDef *def = import_find_builtin(name);
    if (def == NULL)
        return NONE;
    Module *m = module_from_def(t, def);
    return m == NULL ? NULL_VALUE : value_from_pointer(m);
}

NATIVE(imp, exec_builtin, 0,
       "Nothing: modules in C are whole when they are created.",
       (arg, object, mod), (slash))
{
    return value_from_int(0);
}

/* ---- frozen modules ---- */

typedef struct Frozen {
    const FrozenSource *source; /* of src/lib; NULL: importlib's own */
    const char *origin;
    bool is_package;
} Frozen;

static bool find(Thread *t, Str *name, Frozen *out)
{
    const FrozenSource *source = import_find_frozen(t, name);
    if (source != NULL)
        *out = (Frozen){source, source->name, source->is_package};
    else if (import_is_library(name))
        *out = (Frozen){NULL,
                        str_equal_c(name, "_frozen_importlib")
                            ? "importlib._bootstrap"
                            : "importlib._bootstrap_external",
                        false};
    else
        return false;
    return true;
}

static Value raise_no_frozen(Thread *t, Str *name)
{
    raise_error(t, EXC(ImportError), "No such frozen object named %R",
                value_from_pointer(name));
    import_error_fields(t, value_from_pointer(name), NONE);
    return NULL_VALUE;
}

static Code *code_of(Thread *t, Str *name)
{
    Frozen f;
    if (!find(t, name, &f)) {
        raise_no_frozen(t, name);
        return NULL;
    }
    return f.source != NULL ? import_compile_frozen(t, name, f.source)
                            : import_library_code(t, name);
}

NATIVE(imp, is_frozen, 0, "Whether a module of that name is frozen in.",
       (arg, str, name), (slash))
{
    Frozen f;
    return value_from_bool(find(t, name, &f));
}

NATIVE(imp, is_frozen_package, 0,
       "Whether the frozen module of that name is a package.",
       (arg, str, name), (slash))
{
    Frozen f;
    return find(t, name, &f) ? value_from_bool(f.is_package)
                             : raise_no_frozen(t, name);
}

NATIVE(imp, find_frozen, 0,
       "None, or of a frozen module its code as bytes (if withdata), whether it "
       "is a package, and its name in the library.",
       (arg, str, name), (slash), (star), (opt, truth, withdata, False))
{
    Frozen f;
    Value data = NONE;
    if (!find(t, name, &f))
        return NONE;
    if (withdata) {
        Code *code = code_of(t, name);
        if (code == NULL)
            return NULL_VALUE;
        TRY(bytes, marshal_write(t, value_from_pointer(code), MARSHAL_VERSION));
        data = memoryview_new(t, bytes);
        if (value_is_null(data))
            return data;
    }
    return value_from_pointer(tuple_pack(
        t, 3, data, value_from_bool(f.is_package),
        value_from_pointer(str_from_c(t, f.origin))));
}

NATIVE(imp, get_frozen_object, 0, "The code of a frozen module.",
       (arg, str, name), (opt, object, data, None), (slash))
{
    if (value_is_none(data)) {
        Code *code = code_of(t, name);
        return code == NULL ? NULL_VALUE : value_from_pointer(code);
    }
    const uint8_t *bytes;
    int64_t len;
    if (bytes_view(t, data, &bytes, &len) < 0)
        return NULL_VALUE;
    TRY(v, marshal_read(t, bytes, (size_t)len));
    if (!value_has_shape(v, SHAPE_CODE))
        return raise_type_error(t, "frozen object %R is not a code object",
                                value_from_pointer(name));
    return v;
}

NATIVE(imp, init_frozen, 0, "Make and run a frozen module; None if there is none.",
       (arg, str, name), (slash))
{
    Frozen f;
    if (!find(t, name, &f))
        return NONE;
    Code *code = code_of(t, name);
    if (code == NULL)
        return NULL_VALUE;
    Module *m = module_new(t, name);
    dict_set_str(t, t->rt->modules, str_intern(t, name), value_from_pointer(m));
    dict_set_str(t, m->dict, N(__builtins__),
                 value_from_pointer(t->rt->builtins));
    dict_set_c(t, m->dict, "__origname__",
               value_from_pointer(str_from_c(t, f.origin)));
    if (f.is_package)
        dict_set_str(t, m->dict, N(__path__), value_from_pointer(list_new(t, 0)));
    TRY(done, exec_code(t, code, m->dict, value_from_pointer(m->dict)));
    (void)done;
    return value_from_pointer(m);
}

NATIVE(imp, _frozen_module_names, 0, "The names of all frozen modules.")
{
    List *names = list_new(t, 0);
    for (size_t i = 0; i < frozen_source_count; i++)
        list_append(t, names,
                    value_from_pointer(str_from_c(t, frozen_sources[i].name)));
    return value_from_pointer(names);
}

NATIVE(imp, _override_frozen_modules_for_tests, 0,
       "Nothing: there is one set of frozen modules.",
       (arg, c_int, override), (slash))
{
    return NONE;
}

/* ---- modules in shared objects ---- */

NATIVE(imp, extension_suffixes, 0,
       "What files of extension modules end with: there are none.")
{
    return value_from_pointer(list_new(t, 0));
}

NATIVE(imp, create_dynamic, 0, "Raise ImportError: no extension can be loaded.",
       (arg, object, spec), (opt, object, file, <unrepresentable>), (slash))
{
    TRY(name, object_getattr(t, spec, N(name)));
    TRY(origin, object_getattr(t, spec, str_intern_c(t, "origin")));
    raise_error(t, EXC(ImportError),
                "%S: Adder cannot load extension modules", origin);
    import_error_fields(t, name, origin);
    return NULL_VALUE;
}

NATIVE(imp, exec_dynamic, 0, "Nothing: no extension can be loaded.",
       (arg, object, mod), (slash))
{
    return value_from_int(0);
}

/* ---- compiled modules ---- */

#define ROTATE(x, n) ((x) << (n) | (x) >> (64 - (n)))

static void sip_round(uint64_t v[4])
{
    v[0] += v[1], v[1] = ROTATE(v[1], 13) ^ v[0], v[0] = ROTATE(v[0], 32);
    v[2] += v[3], v[3] = ROTATE(v[3], 16) ^ v[2];
    v[0] += v[3], v[3] = ROTATE(v[3], 21) ^ v[0];
    v[2] += v[1], v[1] = ROTATE(v[1], 17) ^ v[2], v[2] = ROTATE(v[2], 32);
}

/* SipHash-1-3 (Aumasson, Bernstein) under the key (key, 0). */
static uint64_t sip_hash(uint64_t key, const uint8_t *data, int64_t len)
{
    uint64_t v[] = {key ^ UINT64_C(0x736f6d6570736575),
                    UINT64_C(0x646f72616e646f6d),
                    key ^ UINT64_C(0x6c7967656e657261),
                    UINT64_C(0x7465646279746573)};
    uint64_t last = (uint64_t)len << 56;
    for (int64_t i = 0; i < len / 8 + 1; i++) {
        uint64_t word = i < len / 8 ? 0 : last;
        int64_t n = i < len / 8 ? 8 : len % 8;
        for (int64_t k = 0; k < n; k++)
            word |= (uint64_t)data[8 * i + k] << (8 * k);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

NATIVE(imp, source_hash, 0, "The hash that tells a source, as 8 bytes.",
       (arg, c_long, key), (arg, bytes_like, source))
{
    uint64_t h = sip_hash((uint64_t)key, source->data, source->len);
    Bytes *b = bytes_new(t, NULL, sizeof h);
    for (int i = 0; b != NULL && i < 8; i++)
        b->data[i] = (uint8_t)(h >> (8 * i));
    return b == NULL ? NULL_VALUE : value_from_pointer(b);
}

NATIVE(imp, _fix_co_filename, 0, "Have code come from another file.",
       (arg, code, code), (arg, str, path), (slash))
{
    if (!str_equal(value_to_str(slot_get(&code->filename)), path))
        code_set_filename(t, code, path);
    return NONE;
}

static const NativeDef *const functions[] = {
    &imp__fix_co_filename_native,
    &imp__frozen_module_names_native,
    &imp__override_frozen_modules_for_tests_native,
    &imp_acquire_lock_native,
    &imp_create_builtin_native,
    &imp_create_dynamic_native,
    &imp_exec_builtin_native,
    &imp_exec_dynamic_native,
    &imp_extension_suffixes_native,
    &imp_find_frozen_native,
    &imp_get_frozen_object_native,
    &imp_init_frozen_native,
    &imp_is_builtin_native,
    &imp_is_frozen_native,
    &imp_is_frozen_package_native,
    &imp_lock_held_native,
    &imp_release_lock_native,
    &imp_source_hash_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    dict_set_c(t, m->dict, "check_hash_based_pycs",
               value_from_pointer(
                   str_intern_c(t, import_config.check_hash_based)));
    return 0;
}

const ModuleDef imp_module = {
    .name = "_imp",
    .doc = "What the import system is made of.",
    .functions = {functions},
    .init = init,
    .state_size = sizeof(ImpState),
};

/* ---- what importlib is told ---- */

/* Under these names importlib keeps its own functions. */
#define OWN_PLACE "_cache_beside"
#define OWN_CLASSIFY "_classify_head"

static bool has_prefix(Thread *t)
{
    Value v = dict_get_c(t, t->rt->sys_dict, "pycache_prefix");
    return !value_is_null(v) && !value_is_none(v);
}

NATIVE(external, cache_from_source, 0,
       "Where the compiled form of a source is: in __pycache__ beside it, or below "
       "sys.pycache_prefix, or in the user's cache directory if it cannot be "
       "written beside the source.",
       (self, Module), (arg, object, path),
       (opt, object, debug_override, None), (star),
       (opt, object, optimization, None))
{
    Value own = dict_get_c(t, self->dict, OWN_PLACE);
    Dict *keywords = dict_new(t);
    dict_set_c(t, keywords, "optimization", optimization);
    TRY(beside, object_call_tuple(t, own, tuple_pack(t, 2, path, debug_override),
                                  keywords));
    if (!value_is_str(path) || !value_is_str(beside) || has_prefix(t))
        return beside;
    return value_from_pointer(import_cache_place(t, value_to_str(path),
                                                 value_to_str(beside)));
}

NATIVE(external, _classify_pyc, 0,
       "Check what a file of compiled code begins with, and that it is whole.",
       (self, Module), (arg, object, data), (arg, object, name),
       (arg, object, exc_details))
{
    enum { HEAD = 16 };
    const uint8_t *bytes;
    int64_t len;
    TRY(flags, object_call3(t, dict_get_c(t, self->dict, OWN_CLASSIFY), data,
                            name, exc_details));
    if (bytes_view(t, data, &bytes, &len) < 0)
        return NULL_VALUE;
    if (len >= HEAD && marshal_is_code(bytes + HEAD, (size_t)len - HEAD))
        return flags;
    return raise_error(t, EXC(ImportError),
                       "compiled code in %R is damaged, or of another version",
                       name);
}

NATIVE(external, _compile_bytecode, 0,
       "The code object in what _classify_pyc has passed.",
       (self, Module), (arg, object, data), (opt, object, name, None),
       (opt, object, bytecode_path, None), (opt, object, source_path, None))
{
    const uint8_t *bytes;
    int64_t len;
    if (bytes_view(t, data, &bytes, &len) < 0)
        return NULL_VALUE;
    Code *code = NULL;
    if (marshal_is_code(bytes, (size_t)len)) {
        code = marshal_read_code(t, bytes, (size_t)len);
        if (code == NULL)
            return NULL_VALUE;
    } else {
        TRY(v, marshal_read(t, bytes, (size_t)len));
        if (value_has_shape(v, SHAPE_CODE))
            code = value_to_code(v);
    }
    KEEP(value_to_pointer(data));
    if (code == NULL) {
        raise_error(t, EXC(ImportError), "Non-code object in %R", bytecode_path);
        import_error_fields(t, name, bytecode_path);
        return NULL_VALUE;
    }
    if (value_is_str(source_path) &&
        !str_equal(value_to_str(slot_get(&code->filename)),
                   value_to_str(source_path)))
        code_set_filename(t, code, value_to_str(source_path));
    return value_from_pointer(code);
}

/* Whether the path, or a directory above it, is a file. */
static bool leads_into_file(Thread *t, Str *path)
{
    while (path->len > 0) {
        const char *text = str_to_utf8(t, path, NULL);
        if (os_file_exists(text))
            return os_file_is_regular(text);
        int64_t i = path->len - 1;
        while (i > 0 && str_at(path, i) != '/')
            i--;
        path = str_slice(t, path, 0, i);
    }
    return false;
}

/* Has paths be asked about again that nobody had an importer for. */
static void forget_refusals(Thread *t)
{
    Value cache = dict_get_c(t, t->rt->sys_dict, "path_importer_cache");
    List *refused = list_new(t, 0);
    Value key, v;
    if (value_is_null(cache) || !value_is_dict(cache))
        return;
    for (int64_t pos = 0; dict_next(value_to_dict(cache), &pos, &key, &v);)
        if (value_is_none(v))
            list_append(t, refused, key);
    for (int64_t i = 0; i < refused->len; i++)
        dict_delete(t, value_to_dict(cache), list_get(refused, i));
}

/* zipimport.zipimporter, which takes the place of `hook` in sys.path_hooks. */
static Value zip_importer(Thread *t, Value hook)
{
    TRY(zip, import_module(t, str_intern_c(t, "zipimport")));
    TRY(importer, object_getattr(t, zip, str_intern_c(t, "zipimporter")));
    Value hooks = dict_get_c(t, t->rt->sys_dict, "path_hooks");
    List *l = !value_is_null(hooks) && value_is_list(hooks)
                  ? value_to_list(hooks) : NULL;
    for (int64_t i = 0; l != NULL && i < l->len; i++)
        if (value_same(list_get(l, i), hook))
            list_set(l, i, importer);
    forget_refusals(t);
    return importer;
}

/* Stands for zipimport.zipimporter until a file is on the path: most programs
 * never need that module.  While it is imported no zip is looked into. */
NATIVE(external, _zip_hook, 0, "An importer for a path inside of a zip file.",
       (self, Module), (arg, object, path), (slash))
{
    static const char busy[] = "_zip_hook_busy";
    if (!value_is_str(path) || !leads_into_file(t, value_to_str(path)) ||
        !value_is_null(dict_get_c(t, self->dict, busy)))
        return raise_error(t, EXC(ImportError), "not a Zip file: %R", path);
    dict_set_c(t, self->dict, busy, TRUE_VALUE);
    Value importer = zip_importer(t, dict_get_c(t, self->dict, "_zip_hook"));
    dict_delete_str(t, self->dict, str_intern_c(t, busy));
    return value_is_null(importer) ? importer : object_call1(t, importer, path);
}

static const NativeDef *const told[] = {
    &external__zip_hook_native,
    &external__compile_bytecode_native,
    &external__classify_pyc_native,
    &external_cache_from_source_native,
    NULL,
};

static int tell(Thread *t)
{
    Value v = dict_get_c(t, t->rt->modules, "_frozen_importlib_external");
    if (value_is_null(v) || !value_is_module(v))
        return 0;
    Module *external = value_to_module(v);
    Value place = dict_get_c(t, external->dict, "cache_from_source");
    Value classify = dict_get_c(t, external->dict, "_classify_pyc");
    if (value_is_null(place) || value_is_null(classify))
        return 0;
    dict_set_c(t, external->dict, OWN_PLACE, place);
    dict_set_c(t, external->dict, OWN_CLASSIFY, classify);
    native_functions_add(t, external, told);
    Value hooks = dict_get_c(t, t->rt->sys_dict, "path_hooks");
    return value_is_null(hooks) || !value_is_list(hooks)
               ? 0
               : list_insert(t, value_to_list(hooks), 0,
                             dict_get_c(t, external->dict, "_zip_hook"));
}

void imp_init(void)
{
    import_started_hook = tell;
}
