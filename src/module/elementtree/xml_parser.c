/* SPDX-License-Identifier: MIT */
/*
 * The type XMLParser: libexpat, and what its calls are to a TreeBuilder or another
 * target.  An exception stays pending while libexpat goes on to the end of what it
 * has; nothing is called meanwhile.
 */
#include "exec/attach.h"
#include "module/elementtree/element.h"
#include "module/pyexpat/parser.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <limits.h>
#include <string.h>

enum {
    BYTES = 24000, /* that a parser takes, about */
    READ = 65536,
    PIECE = 1 << 20,
};

typedef struct XmlParser {
    RECORD_HEAD()
    Slot expat;  /* a Resource; UNBOUND: __init__ has not been called */
    Slot target; /* a TreeBuilder, or what has the methods below */
    Slot entity; /* a dict of what a program says that entities are */
    Slot names;  /* a dict: "uri}name" to "{uri}name" */
    Slot on_start, on_end, on_data, on_comment, on_pi, on_doctype, on_start_ns,
        on_end_ns, on_close; /* methods of the target; UNBOUND: it has none */
} XmlParser;

static XML_Parser expat_of(const XmlParser *p)
{
    const Resource *r = value_to_pointer(slot_get(&p->expat));
    return (XML_Parser)r->handle;
}

/* NULL: it is not one of ours, called directly. */
static TreeBuilder *builder_of(const XmlParser *p)
{
    Value v = slot_get(&p->target);
    return type_of(v) == &tree_builder_type ? value_to_record(v) : NULL;
}

/* ---- arguments ---- */

static Value text_n(Thread *t, const XML_Char *s, size_t len)
{
    return value_from_pointer(str_from_utf8(t, s, len));
}

static Value text(Thread *t, const XML_Char *s)
{
    return s == NULL ? NONE : text_n(t, s, strlen(s));
}

/* A prefix, or what is like it: '' for none. */
static Value text_or_empty(Thread *t, const XML_Char *s)
{
    return s == NULL ? value_from_pointer(t->rt->empty_str) : text(t, s);
}

/* The name with its namespace in braces. */
static Value name(Thread *t, const XmlParser *p, const XML_Char *s)
{
    Value raw = text(t, s);
    if (value_is_null(raw))
        return raw;
    Dict *names = value_to_dict(slot_get(&p->names));
    Value v = dict_get_str(names, value_to_str(raw));
    if (!value_is_null(v))
        return v;
    v = raw;
    if (strchr(s, '}') != NULL)
        v = value_from_pointer(str_format(t, "{%S", raw));
    dict_set_str(t, names, value_to_str(raw), v);
    return v;
}

#define CALL(t, f, ...)                      \
    ({                                       \
        Value args_[] = {__VA_ARGS__};       \
        call(t, f, args_, ARRAY_LEN(args_)); \
    })
static void call(Thread *t, const Slot *f, Value *args, int64_t n)
{
    bool good = !value_is_unbound(slot_get(f));
    for (int64_t i = 0; i < n; i++)
        good = good && !value_is_null(args[i]);
    if (good)
        (void)object_call(t, slot_get(f), args, n, NULL); /* it stays pending */
}
/* Its first lines, of each function that libexpat calls. */
#define BEGIN()                            \
    XmlParser *p = data;                   \
    Thread *t = thread_current();          \
    TreeBuilder *b UNUSED = builder_of(p); \
    if (!value_is_null(t->exc))            \
    return

/* ---- what libexpat calls ---- */

static Value attributes(Thread *t, const XmlParser *p, const XML_Char **pairs)
{
    Dict *d = dict_new(t);
    for (; pairs[0] != NULL; pairs += 2) {
        Value key = name(t, p, pairs[0]);
        Value v = value_is_null(key) ? key : text(t, pairs[1]);
        if (value_is_null(v))
            return v;
        dict_set_str(t, d, value_to_str(key), v);
    }
    return value_from_pointer(d);
}

static void on_start(void *data, const XML_Char *tag, const XML_Char **pairs)
{
    BEGIN();
    Value key = name(t, p, tag);
    Value attrib = value_is_null(key)              ? key
                   : b != NULL && pairs[0] == NULL ? UNBOUND
                                                   : attributes(t, p, pairs);
    if (value_is_null(attrib))
        return;
    if (b != NULL)
        (void)builder_start(t, b, key, attrib);
    else
        CALL(t, &p->on_start, key, attrib);
}

static void on_end(void *data, const XML_Char *tag)
{
    BEGIN();
    if (b != NULL)
        (void)builder_end(t, b);
    else
        CALL(t, &p->on_end, name(t, p, tag));
}

static void hand_on(Thread *t, XmlParser *p, Value v)
{
    TreeBuilder *b = builder_of(p);
    if (value_is_null(v))
        return;
    if (b != NULL)
        (void)builder_data(t, b, v);
    else
        CALL(t, &p->on_data, v);
}

static void on_data(void *data, const XML_Char *s, int len)
{
    BEGIN();
    hand_on(t, p, text_n(t, s, (size_t)len));
}

/* What has no other function: here entities that the document does not know. */
static void on_default(void *data, const XML_Char *s, int len)
{
    BEGIN();
    if (len < 2 || s[0] != '&')
        return;
    Value key = text_n(t, s + 1, (size_t)len - 2);
    if (value_is_null(key))
        return;
    Value v = dict_get(t, value_to_dict(slot_get(&p->entity)), key);
    if (!value_is_unbound(v)) {
        hand_on(t, p, v);
        return;
    }
    XML_Parser xml = expat_of(p);
    Value what =
        value_from_pointer(str_format(t, "undefined entity &%S;", key));
    Value utf8 = str_encode(t, value_to_str(what), NULL, "backslashreplace");
    if (!value_is_null(utf8))
        elementtree_raise(t, XML_ERROR_UNDEFINED_ENTITY,
                          (const char *)value_to_bytes(utf8)->data,
                          (int64_t)XML_GetErrorLineNumber(xml),
                          (int64_t)XML_GetErrorColumnNumber(xml));
    KEEP(utf8.bits);
}

static void on_comment(void *data, const XML_Char *s)
{
    BEGIN();
    Value v = text(t, s);
    if (b != NULL && !value_is_null(v))
        (void)builder_comment(t, b, v);
    else
        CALL(t, &p->on_comment, v);
}

static void on_pi(void *data, const XML_Char *target, const XML_Char *rest)
{
    BEGIN();
    Value key = text(t, target);
    Value v = value_is_null(key) ? key : text_or_empty(t, rest);
    if (b != NULL && !value_is_null(v))
        (void)builder_pi(t, b, key, v);
    else
        CALL(t, &p->on_pi, key, v);
}

static void on_start_ns(void *data, const XML_Char *prefix, const XML_Char *uri)
{
    BEGIN();
    Value from = text_or_empty(t, prefix), to = text_or_empty(t, uri);
    if (value_is_null(from) || value_is_null(to))
        return;
    if (b != NULL)
        (void)builder_report(t, b, &b->on_start_ns,
                             value_from_pointer(tuple_pack(t, 2, from, to)));
    else
        CALL(t, &p->on_start_ns, from, to);
}

static void on_end_ns(void *data, const XML_Char *prefix)
{
    BEGIN();
    if (b != NULL)
        (void)builder_report(t, b, &b->on_end_ns, NONE);
    else
        CALL(t, &p->on_end_ns, text_or_empty(t, prefix));
}

static void on_doctype(void *data, const XML_Char *doctype,
                       const XML_Char *system, const XML_Char *public,
                       int has_subset UNUSED)
{
    BEGIN();
    if (!value_is_unbound(slot_get(&p->on_doctype))) {
        CALL(t, &p->on_doctype, name(t, p, doctype), text(t, public),
             text(t, system));
        return;
    }
    Value old = object_getattr_or_unbound(t, value_from_pointer(p),
                                          str_intern_c(t, "doctype"));
    if (!value_is_null(old) && !value_is_unbound(old))
        (void)warn(t, EXC(RuntimeWarning),
                   "The doctype() method of XMLParser is ignored.  Define "
                   "doctype() method on the TreeBuilder target.");
}

/* ---- making ---- */

static void end(intptr_t handle) { XML_ParserFree((XML_Parser)handle); }

static void connect(XmlParser *p, XML_Parser xml)
{
    XML_SetUserData(xml, p);
    XML_SetElementHandler(xml, on_start, on_end);
    XML_SetCharacterDataHandler(xml, on_data);
    XML_SetDefaultHandlerExpand(xml, on_default);
    XML_SetUnknownEncodingHandler(xml, parser_unknown_encoding, NULL);
    bool any = builder_of(p) != NULL;
    if (any || !value_is_unbound(slot_get(&p->on_start_ns)))
        XML_SetStartNamespaceDeclHandler(xml, on_start_ns);
    if (any || !value_is_unbound(slot_get(&p->on_end_ns)))
        XML_SetEndNamespaceDeclHandler(xml, on_end_ns);
    if (any || !value_is_unbound(slot_get(&p->on_comment)))
        XML_SetCommentHandler(xml, on_comment);
    if (any || !value_is_unbound(slot_get(&p->on_pi)))
        XML_SetProcessingInstructionHandler(xml, on_pi);
    XML_SetStartDoctypeDeclHandler(xml, on_doctype);
}

/* The target's methods: 0 or -1. */
static int find_methods(Thread *t, XmlParser *p)
{
    const struct {
        const char *name;
        Slot *slot;
    } methods[] = {
        {"start", &p->on_start},     {"data", &p->on_data},
        {"end", &p->on_end},         {"comment", &p->on_comment},
        {"pi", &p->on_pi},           {"close", &p->on_close},
        {"doctype", &p->on_doctype}, {"start_ns", &p->on_start_ns},
        {"end_ns", &p->on_end_ns},
    };
    for (size_t i = 0; i < ARRAY_LEN(methods); i++) {
        Value f = object_getattr_or_unbound(t, slot_get(&p->target),
                                            str_intern_c(t, methods[i].name));
        if (value_is_null(f))
            return -1;
        slot_set(p, methods[i].slot, f);
    }
    return 0;
}

INITIALIZER(XMLParser, 0, (self, XmlParser), (star),
            (opt, object, target, None),
            (opt, c_string_or_none, encoding, None))
{
    XML_Parser xml = XML_ParserCreate_MM(encoding, NULL, "}");
    if (xml == NULL)
        return raise_no_memory(t);
    XML_SetHashSalt(xml, (unsigned long)(t->rt->hash_seed[0] | 1));
    Resource *r = resource_new(t, (intptr_t)xml, end, BYTES);
    if (r == NULL)
        return NULL_VALUE;
    slot_set(self, &self->target,
             value_is_none(target) ? value_from_pointer(builder_new(t))
                                   : target);
    slot_set(self, &self->entity, value_from_pointer(dict_new(t)));
    slot_set(self, &self->names, value_from_pointer(dict_new(t)));
    if (find_methods(t, self) < 0)
        return NULL_VALUE;
    connect(self, xml);
    slot_set(self, &self->expat, value_from_pointer(r));
    return NONE;
}

/* ---- parsing ---- */

static bool is_ready(Thread *t, const XmlParser *p)
{
    if (!value_is_unbound(slot_get(&p->expat)))
        return true;
    raise_value_error(t, "XMLParser.__init__() wasn't called");
    return false;
}

static Value parse(Thread *t, XmlParser *p, const void *data, int64_t len,
                   bool is_last)
{
    XML_Parser xml = expat_of(p);
    const char *at = data;
    int status = XML_STATUS_OK;
    for (; len > PIECE && status != XML_STATUS_ERROR && value_is_null(t->exc);
         len -= PIECE, at += PIECE)
        status = XML_Parse(xml, at, PIECE, false);
    if (status != XML_STATUS_ERROR && value_is_null(t->exc))
        status = XML_Parse(xml, at, (int)len, is_last);
    KEEP(p);
    if (!value_is_null(t->exc))
        return NULL_VALUE;
    if (status != XML_STATUS_ERROR)
        return NONE;
    enum XML_Error code = XML_GetErrorCode(xml);
    const char *what = XML_ErrorString(code);
    return elementtree_raise(t, (int)code,
                             what == NULL ? "unknown error" : what,
                             (int64_t)XML_GetErrorLineNumber(xml),
                             (int64_t)XML_GetErrorColumnNumber(xml));
}

/* A str or what lends memory. */
static Value parse_value(Thread *t, XmlParser *p, Value data,
                         const char *errors)
{
    Buffer b;
    if (value_is_str(data)) {
        data = str_encode(t, value_to_str(data), NULL, errors);
        if (value_is_null(data))
            return data;
        (void)XML_SetEncoding(expat_of(p), "utf-8"); /* it may have begun */
    }
    if (buffer_get(t, data, &b, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    Value v = parse(t, p, b.data == NULL ? (const uint8_t *)"" : b.data, b.len,
                    false);
    buffer_release(&b);
    return v;
}

NATIVE(xml_parser, feed, 0, "Parse some more.", (self, XmlParser),
       (arg, object, data), (slash))
{
    return is_ready(t, self) ? parse_value(t, self, data, NULL) : NULL_VALUE;
}

NATIVE(xml_parser, close, 0, "There is no more; what the target makes of it.",
       (self, XmlParser), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    TRY(v, parse(t, self, "", 0, true));
    if (builder_of(self) != NULL)
        return builder_close(builder_of(self));
    return value_is_unbound(slot_get(&self->on_close))
               ? v
               : object_call0(t, slot_get(&self->on_close));
}

NATIVE(xml_parser, _parse_whole, 0, "Parse all that a file's read() answers.",
       (self, XmlParser), (arg, object, file), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    TRY(read, object_getattr(t, file, N(read)));
    for (;;) {
        TRY(data, object_call1(t, read, value_from_int(READ)));
        bool is_text = value_is_str(data);
        if (is_text ? value_to_str(data)->len == 0
                    : !value_is_bytes(data) || value_to_bytes(data)->len == 0)
            break;
        TRY(done, parse_value(t, self, data, "surrogatepass"));
    }
    TRY(v, parse(t, self, "", 0, true));
    return builder_of(self) != NULL ? builder_close(builder_of(self)) : v;
}

NATIVE(
    xml_parser, _setevents, 0,
    "Have a queue's append() called with events, the names of which are given.",
    (self, XmlParser), (arg, object, events_queue),
    (opt, object, events_to_report, None), (slash))
{
    if (!is_ready(t, self))
        return NULL_VALUE;
    TreeBuilder *b = builder_of(self);
    if (b == NULL)
        return raise_type_error(t, "event handling only supported for "
                                   "ElementTree.TreeBuilder targets");
    return builder_set_events(t, b, events_queue, events_to_report) < 0
               ? NULL_VALUE
               : NONE;
}

/* ---- the type ---- */

static Value new (Thread *t, Type *cls, Value *args UNUSED, int64_t n UNUSED,
                  Tuple *kwnames UNUSED)
{
    return value_from_pointer(instance_new_fixed(t, cls));
}

static Value get_entity(Thread *t UNUSED, Value self)
{
    return element_part(&((const XmlParser *)value_to_record(self))->entity);
}

static Value get_target(Thread *t UNUSED, Value self)
{
    return element_part(&((const XmlParser *)value_to_record(self))->target);
}

static Value get_version(Thread *t, Value self UNUSED)
{
    XML_Expat_Version v = XML_ExpatVersionInfo();
    return value_from_pointer(
        str_format(t, "Expat %d.%d.%d", v.major, v.minor, v.micro));
}

static const NativeDef *const methods[] = {
    &xml_parser__parse_whole_native,
    &xml_parser__setevents_native,
    &xml_parser_close_native,
    &xml_parser_feed_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"entity", get_entity, NULL, GETSET_MEMBER},
    {"target", get_target, NULL, GETSET_MEMBER},
    {"version", get_version, NULL, NULL},
    {0},
};

Type xml_parser_type = {
    TYPE_HEAD(xml_parser),
    .c_name = "xml.etree.ElementTree.XMLParser",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(XmlParser),
    .initializer = &XMLParser_init_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new},
};
