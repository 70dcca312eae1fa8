/* SPDX-License-Identifier: MIT */
/* The module _symtable: what our compiler knows of scopes, in CPython's numbers. */
#include "compile/compiler.h"
#include "compile/symtable.h"
#include "module/source_text.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

enum { /* CPython's flags of a symbol; the scope stands above them */
       DEF_GLOBAL = 1,
       DEF_LOCAL = 2,
       DEF_PARAM = 4,
       DEF_NONLOCAL = 8,
       USE = 16,
       DEF_FREE = 32,
       DEF_FREE_CLASS = 64,
       DEF_IMPORT = 128,
       DEF_ANNOT = 256,
       DEF_COMP_ITER = 512,
       DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT,
       SCOPE_OFFSET = 11,
       SCOPE_MASK = DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL,
};
enum { TYPE_FUNCTION, TYPE_CLASS, TYPE_MODULE };

typedef struct Entry {
    RECORD_HEAD(int32_t type, line; bool is_nested;)
    Slot name;
    Slot symbols;  /* a Dict: names to numbers */
    Slot varnames; /* a List: parameters */
    Slot children; /* a List of Entries */
} Entry;

static Type entry_type;

/* ---- from the compiler ---- */

static int scope_number(NameScope scope)
{
    switch (scope) {
    case NAME_LOCAL: return 1;
    case NAME_GLOBAL_EXPLICIT: return 2;
    case NAME_GLOBAL_IMPLICIT: return 3;
    case NAME_FREE: return 4;
    case NAME_CELL: return 5;
    }
    return 0;
}

static Value symbol_number(const Scope *s, const Symbol *symbol)
{
    static const struct {
        uint32_t ours;
        int theirs;
    } flags[] = {
        {SYMBOL_LOCAL, DEF_LOCAL},
        {SYMBOL_PARAM, DEF_PARAM},
        {SYMBOL_GLOBAL, DEF_GLOBAL},
        {SYMBOL_NONLOCAL, DEF_NONLOCAL},
        {SYMBOL_USE, USE},
        {SYMBOL_IMPORT, DEF_IMPORT},
        {SYMBOL_ANNOTATED, DEF_ANNOT},
        {SYMBOL_COMP_ITER, DEF_COMP_ITER},
    };
    int number = scope_number(symbol->scope) << SCOPE_OFFSET;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (symbol->flags & flags[i].ours)
            number |= flags[i].theirs;
    if (s->kind == SCOPE_CLASS && symbol->is_free &&
        (symbol->flags & SYMBOL_BOUND))
        number |= DEF_FREE_CLASS;
    return value_from_int(number);
}

static const char *special_name(ScopeKind kind)
{
    switch (kind) {
    case SCOPE_MODULE: return "top";
    case SCOPE_LAMBDA: return "lambda";
    case SCOPE_LIST_COMP: return "listcomp";
    case SCOPE_SET_COMP: return "setcomp";
    case SCOPE_DICT_COMP: return "dictcomp";
    case SCOPE_GENERATOR: return "genexpr";
    default: return NULL;
    }
}

static void add_symbols(Thread *t, const Scope *s, Dict *symbols,
                        List *varnames)
{
    for (const Symbol *m = s->first; m != NULL; m = m->next) {
        dict_set_str(t, symbols, m->name, symbol_number(s, m));
        if (m->flags & SYMBOL_PARAM)
            list_append(t, varnames, value_from_pointer(m->name));
    }
}

static Value entry_of(Thread *t, const Scope *s)
{
    if (recursion_enter(t, " while listing scopes"))
        return NULL_VALUE;
    Entry *e = record_new(t, entry_type.root_shape->id, RECORD_SLOTS(Entry));
    Dict *symbols = dict_new(t);
    List *varnames = list_new(t, 0), *children = list_new(t, 0);
    const char *name = special_name(s->kind);
    e->type = s->kind == SCOPE_MODULE  ? TYPE_MODULE
              : s->kind == SCOPE_CLASS ? TYPE_CLASS
                                       : TYPE_FUNCTION;
    e->line = s->kind == SCOPE_MODULE ? 0 : s->node->lineno;
    e->is_nested = s->is_nested;
    slot_set(
        e, &e->name,
        value_from_pointer(name != NULL ? str_intern_c(t, name) : s->name));
    add_symbols(t, s, symbols, varnames);
    slot_set(e, &e->symbols, value_from_pointer(symbols));
    slot_set(e, &e->varnames, value_from_pointer(varnames));
    slot_set(e, &e->children, value_from_pointer(children));
    Value result = value_from_pointer(e);
    for (const Scope *sub = s->child; sub != NULL; sub = sub->next) {
        Value v = entry_of(t, sub);
        if (value_is_null(v)) {
            result = v;
            break;
        }
        list_append(t, children, v);
    }
    recursion_leave(t);
    return result;
}

/* Whatever a scope says is global is so in the outermost, too. */
static void add_globals(Thread *t, const Scope *s, Dict *top)
{
    for (const Symbol *m = s->first; m != NULL; m = m->next) {
        if (!(m->flags & SYMBOL_GLOBAL))
            continue;
        Value old = dict_get_str(top, m->name);
        int64_t flags = value_is_null(old) ? 0 : value_to_int(old);
        flags &= (1 << SCOPE_OFFSET) - 1;
        flags |= DEF_GLOBAL | 2 << SCOPE_OFFSET;
        dict_set_str(t, top, m->name, value_from_int(flags));
    }
    for (const Scope *sub = s->child; sub != NULL; sub = sub->next)
        add_globals(t, sub, top);
}

static Value entries(Thread *t, const Scope *top)
{
    TRY(v, entry_of(t, top));
    const Entry *e = value_to_record(v);
    add_globals(t, top, value_to_dict(slot_get(&e->symbols)));
    return v;
}

/* ---- the type ---- */

static Entry *value_to_entry(Value v) { return value_to_record(v); }

static Value get_id(Thread *t, Value self)
{
    return int_from_uint64(t, self.bits);
}

static Value get_type(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_entry(self)->type);
}

static Value get_lineno(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_entry(self)->line);
}

static Value get_nested(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_entry(self)->is_nested);
}

static Value repr(Thread *t, Value self)
{
    const Entry *e = value_to_entry(self);
    TRY(id, get_id(t, self));
    return format_message(t, "<symtable entry %S(%S), line %d>",
                          slot_get(&e->name), id, e->line);
}

static const MemberDef members[] = {
    {"name", offsetof(Entry, name), false},
    {"symbols", offsetof(Entry, symbols), false},
    {"varnames", offsetof(Entry, varnames), false},
    {"children", offsetof(Entry, children), false},
    {0},
};

static const GetSetDef getsets[] = {
    {"id", get_id, NULL, GETSET_MEMBER},
    {"type", get_type, NULL, GETSET_MEMBER},
    {"lineno", get_lineno, NULL, GETSET_MEMBER},
    {"nested", get_nested, NULL, GETSET_MEMBER},
    {0},
};

static Type entry_type = {
    TYPE_HEAD(entry),
    .c_name = "symtable entry",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Entry),
    .members = members,
    .getsets = getsets,
    .slots = {.repr = repr},
};

/* ---- the module ---- */

static int mode_of(Thread *t, const Str *start, SyntaxMode *mode)
{
    static const char *const names[] = {
        [SYNTAX_EXEC] = "exec",
        [SYNTAX_EVAL] = "eval",
        [SYNTAX_SINGLE] = "single",
    };
    for (int i = 0; i <= SYNTAX_SINGLE; i++) {
        if (str_equal_c(start, names[i])) {
            *mode = (SyntaxMode)i;
            return 0;
        }
    }
    return RAISE_INT(raise_value_error(
        t, "symtable() arg 3 must be 'exec' or 'eval' or 'single'"));
}

NATIVE(symtable, symtable, 0,
       "The scopes of a source text: the entry of the outermost.",
       (arg, object, source), (arg, object, filename), (arg, str, startstr),
       (slash))
{
    SourceText text;
    SyntaxSource parsed;
    Str *file = source_text_filename(t, filename);
    if (file == NULL)
        return NULL_VALUE;
    SyntaxMode mode;
    if (source_text_of(t, source, "symtable", "string or bytes object", &text) <
            0 ||
        mode_of(t, startstr, &mode) < 0)
        return NULL_VALUE;
    parsed = (SyntaxSource){.bytes = text.text,
                            .len = (size_t)text.len,
                            .filename = str_to_utf8(t, file, NULL),
                            .mode = mode,
                            .is_text = text.is_text};
    Arena arena;
    SyntaxTree tree = {0};
    Value v = NULL_VALUE;
    arena_init(&arena);
    if (compile_parse(t, &arena, &parsed, file, &tree))
        v = compile_scopes(t, &arena, &tree, file, entries);
    arena_free(&arena);
    KEEP(source.bits);
    return v;
}

static const NativeDef *const functions[] = {
    &symtable_symtable_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("USE", USE),
    MODULE_INT("DEF_GLOBAL", DEF_GLOBAL),
    MODULE_INT("DEF_NONLOCAL", DEF_NONLOCAL),
    MODULE_INT("DEF_LOCAL", DEF_LOCAL),
    MODULE_INT("DEF_PARAM", DEF_PARAM),
    MODULE_INT("DEF_FREE", DEF_FREE),
    MODULE_INT("DEF_FREE_CLASS", DEF_FREE_CLASS),
    MODULE_INT("DEF_IMPORT", DEF_IMPORT),
    MODULE_INT("DEF_BOUND", DEF_BOUND),
    MODULE_INT("DEF_ANNOT", DEF_ANNOT),
    MODULE_INT("TYPE_FUNCTION", TYPE_FUNCTION),
    MODULE_INT("TYPE_CLASS", TYPE_CLASS),
    MODULE_INT("TYPE_MODULE", TYPE_MODULE),
    MODULE_INT("LOCAL", 1),
    MODULE_INT("GLOBAL_EXPLICIT", 2),
    MODULE_INT("GLOBAL_IMPLICIT", 3),
    MODULE_INT("FREE", 4),
    MODULE_INT("CELL", 5),
    MODULE_INT("SCOPE_OFF", SCOPE_OFFSET),
    MODULE_INT("SCOPE_MASK", SCOPE_MASK),
    {0},
};

static const ModuleType types[] = {
    {NULL, &entry_type},
    {0},
};

const ModuleDef symtable_module = {
    .name = "_symtable",
    .doc = "The compiler's scopes, for the module symtable.",
    .functions = {functions},
    .types = types,
    .constants = constants,
};
