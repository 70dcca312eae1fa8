/* SPDX-License-Identifier: MIT */
/* The module pyexpat, with pyexpat.errors and pyexpat.model. */
#include "module/pyexpat/parser.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/module_def.h"
#include "object/function/param.h"

typedef struct PyexpatState {
    RECORD_HEAD()
    Slot error; /* ExpatError */
} PyexpatState;

extern const ModuleDef pyexpat_module;

Type *parser_error(Thread *t)
{
    const PyexpatState *state = module_state(t, &pyexpat_module);
    return value_to_pointer(slot_get(&state->error));
}

/* ---- functions ---- */

NATIVE(pyexpat, ErrorString, 0, "What an error of that number is called.",
       (arg, c_long, code), (slash))
{
    const char *s = XML_ErrorString((enum XML_Error)code);
    return s == NULL ? NONE : value_from_pointer(str_from_c(t, s));
}

NATIVE(
    pyexpat, ParserCreate, 0,
    "A parser.  `encoding` is said from outside; with `namespace_separator`, a "
    "character or '', names are full ones of that form; `intern` is a dict of "
    "names that parsers may share.",
    (opt, c_string_or_none, encoding, None),
    (opt, c_string_or_none, namespace_separator, None),
    (opt, object, intern, <unrepresentable>))
{
    if (namespace_separator != NULL && namespace_separator[0] != '\0' &&
        namespace_separator[1] != '\0')
        return raise_value_error(t, "namespace_separator must be at most one "
                                    "character, omitted, or None");
    if (value_is_unbound(intern))
        intern = value_from_pointer(dict_new(t));
    else if (!value_is_none(intern) && !value_is_dict(intern))
        return raise_type_error(t, "intern must be a dictionary");
    return parser_new(t,
                      XML_ParserCreate_MM(encoding, NULL, namespace_separator),
                      NULL, intern);
}

static const NativeDef *const functions[] = {
    &pyexpat_ErrorString_native,
    &pyexpat_ParserCreate_native,
    NULL,
};

/* ---- errors ---- */

/* From 1 on, as libexpat numbers them; it may be an older one, which has not all
 * of them. */
static const char *const error_names[] = {"NO_MEMORY",
                                          "SYNTAX",
                                          "NO_ELEMENTS",
                                          "INVALID_TOKEN",
                                          "UNCLOSED_TOKEN",
                                          "PARTIAL_CHAR",
                                          "TAG_MISMATCH",
                                          "DUPLICATE_ATTRIBUTE",
                                          "JUNK_AFTER_DOC_ELEMENT",
                                          "PARAM_ENTITY_REF",
                                          "UNDEFINED_ENTITY",
                                          "RECURSIVE_ENTITY_REF",
                                          "ASYNC_ENTITY",
                                          "BAD_CHAR_REF",
                                          "BINARY_ENTITY_REF",
                                          "ATTRIBUTE_EXTERNAL_ENTITY_REF",
                                          "MISPLACED_XML_PI",
                                          "UNKNOWN_ENCODING",
                                          "INCORRECT_ENCODING",
                                          "UNCLOSED_CDATA_SECTION",
                                          "EXTERNAL_ENTITY_HANDLING",
                                          "NOT_STANDALONE",
                                          "UNEXPECTED_STATE",
                                          "ENTITY_DECLARED_IN_PE",
                                          "FEATURE_REQUIRES_XML_DTD",
                                          "CANT_CHANGE_FEATURE_ONCE_PARSING",
                                          "UNBOUND_PREFIX",
                                          "UNDECLARING_PREFIX",
                                          "INCOMPLETE_PE",
                                          "XML_DECL",
                                          "TEXT_DECL",
                                          "PUBLICID",
                                          "SUSPENDED",
                                          "NOT_SUSPENDED",
                                          "ABORTED",
                                          "FINISHED",
                                          "SUSPEND_PE",
                                          "RESERVED_PREFIX_XML",
                                          "RESERVED_PREFIX_XMLNS",
                                          "RESERVED_NAMESPACE_URI",
                                          "INVALID_ARGUMENT",
                                          "NO_BUFFER",
                                          "AMPLIFICATION_LIMIT_BREACH"};
_Static_assert(XML_ERROR_RESERVED_NAMESPACE_URI == 40,
               "the names are in libexpat's order");

/* pyexpat.NAME, which is in sys.modules, too. */
static Dict *submodule(Thread *t, Module *m, const char *name, const char *doc)
{
    Str *full = str_format(t, "pyexpat.%s", name);
    Module *sub = module_new(t, full);
    Value v = value_from_pointer(sub);
    dict_set_c(t, sub->dict, "__doc__", value_from_pointer(str_from_c(t, doc)));
    dict_set_str(t, t->rt->modules, full, v);
    dict_set_c(t, m->dict, name, v);
    return sub->dict;
}

static int add_errors(Thread *t, Module *m)
{
    Dict *d = submodule(t, m, "errors", "What errors of parsing are called.");
    Dict *codes = dict_new(t), *messages = dict_new(t);
    for (int i = 1; i <= (int)ARRAY_LEN(error_names); i++) {
        const char *s = XML_ErrorString((enum XML_Error)i);
        if (s == NULL)
            continue;
        Value message = value_from_pointer(str_from_c(t, s));
        dict_set_str(t, d, str_format(t, "XML_ERROR_%s", error_names[i - 1]),
                     message);
        if (dict_set(t, codes, message, value_from_int(i)) < 0 ||
            dict_set(t, messages, value_from_int(i), message) < 0)
            return -1;
    }
    dict_set_c(t, d, "codes", value_from_pointer(codes));
    dict_set_c(t, d, "messages", value_from_pointer(messages));
    return 0;
}

static void add_model(Thread *t, Module *m)
{
    Dict *d = submodule(t, m, "model", "What content models are made of.");
#define ADD(name) dict_set_c(t, d, #name, value_from_int(name))
    ADD(XML_CTYPE_EMPTY);
    ADD(XML_CTYPE_ANY);
    ADD(XML_CTYPE_MIXED);
    ADD(XML_CTYPE_NAME);
    ADD(XML_CTYPE_CHOICE);
    ADD(XML_CTYPE_SEQ);
    ADD(XML_CQUANT_NONE);
    ADD(XML_CQUANT_OPT);
    ADD(XML_CQUANT_REP);
    ADD(XML_CQUANT_PLUS);
#undef ADD
}

/* ---- the module ---- */

static void add_version(Thread *t, Module *m)
{
    XML_Expat_Version v = XML_ExpatVersionInfo();
    List *features = list_new(t, 8);
    dict_set_c(t, m->dict, "EXPAT_VERSION",
               value_from_pointer(str_from_c(t, XML_ExpatVersion())));
    dict_set_c(t, m->dict, "version_info",
               value_from_pointer(tuple_pack(t, 3, value_from_int(v.major),
                                             value_from_int(v.minor),
                                             value_from_int(v.micro))));
    for (const XML_Feature *f = XML_GetFeatureList();
         f->feature != XML_FEATURE_END; f++)
        list_append(t, features,
                    value_from_pointer(tuple_pack(
                        t, 2, value_from_pointer(str_from_c(t, f->name)),
                        value_from_int(f->value))));
    dict_set_c(t, m->dict, "features", value_from_pointer(features));
}

static int init(Thread *t, Module *m)
{
    PyexpatState *state = m->state;
    Value error = module_exception_new(t, m, "ExpatError", EXC(Exception));
    if (value_is_null(error))
        return -1;
    if (type_set_attr(t, value_to_type(error), N(__module__),
                      value_from_pointer(str_from_c(t, "xml.parsers.expat"))) <
        0)
        return -1;
    slot_set(state, &state->error, error);
    dict_set_c(t, m->dict, "error", error);
    add_version(t, m);
    add_model(t, m);
    return add_errors(t, m);
}

static const ModuleType types[] = {
    {"XMLParserType", &parser_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_INT("XML_PARAM_ENTITY_PARSING_NEVER",
               XML_PARAM_ENTITY_PARSING_NEVER),
    MODULE_INT("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE",
               XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE),
    MODULE_INT("XML_PARAM_ENTITY_PARSING_ALWAYS",
               XML_PARAM_ENTITY_PARSING_ALWAYS),
    MODULE_STR("native_encoding", "UTF-8"),
    {0},
};

const ModuleDef pyexpat_module = {
    .name = "pyexpat",
    .doc = "A thin binding of the library libexpat, a parser of XML.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(PyexpatState),
    .init = init,
};
