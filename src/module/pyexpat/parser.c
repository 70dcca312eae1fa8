/* SPDX-License-Identifier: MIT */
/* The type pyexpat.xmlparser: making, parsing, attributes. */
#include "module/pyexpat/parser.h"

#include "exec/attach.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    BUFFER = 8192,   /* of text, at first */
    PIECE = 1 << 20, /* that libexpat gets at once */
    READ = 2048,
    BYTES = 24000, /* that a parser takes, about */
};

/* ---- encodings that libexpat does not know ---- */

static int set_encoding(Thread *t, const XML_Char *name, XML_Encoding *info)
{
    uint8_t all[256];
    for (int i = 0; i < 256; i++)
        all[i] = (uint8_t)i;
    Value v = bytes_decode(t, all, sizeof all, name, "replace");
    if (value_is_null(v))
        return XML_STATUS_ERROR;
    const Str *s = value_to_str(v);
    if (s->len != 256) {
        raise_value_error(t, "multi-byte encodings are not supported");
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; i++) {
        uint32_t c = str_at(s, i);
        info->map[i] = c == 0xfffd ? -1 : (int)c;
    }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}

int parser_unknown_encoding(void *data UNUSED, const XML_Char *name,
                            XML_Encoding *info)
{
    Thread *t = thread_current();
    return value_is_null(t->exc) ? set_encoding(t, name, info)
                                 : XML_STATUS_ERROR;
}

/* ---- making ---- */

static void done(Expat *e)
{
    while (e != NULL && --e->users == 0) {
        Expat *parent = e->parent;
        XML_ParserFree(e->xml);
        free(e->buffer);
        free(e);
        e = parent;
    }
}

static void end(intptr_t handle) { done((Expat *)handle); }

/* Takes over xml; NULL with MemoryError. */
static Expat *expat_new(Thread *t, XML_Parser xml, const Parser *parent)
{
    Expat *e = xml == NULL ? NULL : malloc(sizeof *e);
    if (e == NULL) {
        if (xml != NULL)
            XML_ParserFree(xml);
        raise_no_memory(t);
        return NULL;
    }
    *e = (Expat){.xml = xml, .users = 1, .buffer_size = BUFFER};
    if (parent != NULL) {
        e->parent = parser_expat(parent);
        e->parent->users++;
        e->buffer_size = e->parent->buffer_size;
    }
    if (parent == NULL || e->parent->buffer == NULL)
        return e;
    e->buffer = malloc((size_t)e->buffer_size);
    if (e->buffer != NULL)
        return e;
    done(e);
    raise_no_memory(t);
    return NULL;
}

Value parser_new(Thread *t, XML_Parser xml, Parser *parent, Value intern)
{
    Expat *e = expat_new(t, xml, parent);
    if (e == NULL)
        return NULL_VALUE;
    Resource *r = resource_new(t, (intptr_t)e, end, BYTES);
    if (r == NULL)
        return NULL_VALUE;
    Parser *p = record_new(t, parser_type.root_shape->id, RECORD_SLOTS(Parser));
    slot_set(p, &p->expat, value_from_pointer(r));
    slot_set(p, &p->intern, intern);
    List *handlers = list_new(t, ON_COUNT);
    for (int i = 0; i < ON_COUNT; i++)
        list_append(t, handlers,
                    parent == NULL ? NONE : parser_handler(parent, i));
    slot_set(p, &p->handlers, value_from_pointer(handlers));
    if (parent != NULL) {
        p->ordered_attributes = parent->ordered_attributes;
        p->specified_attributes = parent->specified_attributes;
        p->namespace_prefixes = parent->namespace_prefixes;
    }
    XML_SetUserData(xml, p);
    XML_SetUnknownEncodingHandler(xml, parser_unknown_encoding, NULL);
    /* The seed of this run: tables cannot be attacked. */
    XML_SetHashSalt(xml, (unsigned long)(t->rt->hash_seed[0] | 1));
    parser_connect(p);
    return value_from_pointer(p);
}

/* ---- errors ---- */

static Value raise(Thread *t, const Parser *p, enum XML_Error code)
{
    XML_Parser xml = parser_expat(p)->xml;
    int64_t line = (int64_t)XML_GetErrorLineNumber(xml);
    int64_t column = (int64_t)XML_GetErrorColumnNumber(xml);
    const char *what = XML_ErrorString(code);
    raise_error(t, parser_error(t), "%s: line %l, column %l",
                what == NULL ? "unknown error" : what, line, column);
    Value e = exception_take(t);
    if (object_setattr(t, e, N(code), value_from_int(code)) < 0 ||
        object_setattr(t, e, N(offset), int_from_int64(t, column)) < 0 ||
        object_setattr(t, e, N(lineno), int_from_int64(t, line)) < 0)
        return NULL_VALUE;
    t->exc = e;
    return NULL_VALUE;
}

/* What XML_Parse or the like has answered, as ours. */
static Value parsed(Thread *t, Parser *p, int status)
{
    if (!value_is_null(t->exc))
        return NULL_VALUE;
    if (status == XML_STATUS_ERROR)
        return raise(t, p, XML_GetErrorCode(parser_expat(p)->xml));
    if (parser_flush(t, p) < 0)
        return NULL_VALUE;
    return value_from_int(status);
}

/* ---- parsing ---- */

NATIVE(parser, Parse, 0,
       "Parse data, the last if `isfinal`: handlers are called meanwhile.",
       (self, Parser), (arg, object, data), (opt, int_truth, isfinal, False),
       (slash))
{
    XML_Parser xml = parser_expat(self)->xml;
    Buffer b;
    if (value_is_str(data)) {
        data = str_encode(t, value_to_str(data), NULL, NULL);
        if (value_is_null(data))
            return NULL_VALUE;
        (void)XML_SetEncoding(xml, "utf-8"); /* refused once it has begun */
    }
    if (buffer_get(t, data, &b, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    const char *at = (const char *)b.data;
    int64_t left = b.len;
    int status = XML_STATUS_OK;
    while (left > PIECE && status != XML_STATUS_ERROR &&
           value_is_null(t->exc)) {
        status = XML_Parse(xml, at, PIECE, false);
        at += PIECE;
        left -= PIECE;
    }
    if (status != XML_STATUS_ERROR && value_is_null(t->exc))
        status = XML_Parse(xml, at, (int)left, isfinal);
    buffer_release(&b);
    KEEP(self);
    return parsed(t, self, status);
}

/* Reads some into libexpat's buffer: how many bytes, or -1. */
static int64_t read_some(Thread *t, XML_Parser xml, Value read)
{
    void *to = XML_GetBuffer(xml, READ);
    if (to == NULL)
        return -2;
    Value v = object_call1(t, read, value_from_int(READ));
    if (value_is_null(v))
        return -1;
    if (!value_is_bytes(v) && !value_is_bytearray(v))
        return RAISE_INT(raise_type_error(
            t, "read() did not return a bytes object (type=%.400T)", v));
    const uint8_t *data;
    int64_t len;
    if (bytes_view(t, v, &data, &len) < 0)
        return -1;
    if (len > READ)
        return RAISE_INT(raise_value_error(
            t, "read() returned too much data: %d bytes requested, %l returned",
            READ, len));
    /* read() may have used the buffer: ask again. */
    to = XML_GetBuffer(xml, READ);
    if (to == NULL)
        return -2;
    if (len > 0)
        memcpy(to, data, (size_t)len);
    KEEP(v.bits);
    return len;
}

NATIVE(parser, ParseFile, 0,
       "Parse what an object's read() answers, to the end.", (self, Parser),
       (arg, object, file), (slash))
{
    XML_Parser xml = parser_expat(self)->xml;
    TRY(read, object_getattr_or_unbound(t, file, N(read)));
    if (value_is_unbound(read))
        return raise_type_error(t, "argument must have 'read' attribute");
    int status = XML_STATUS_OK;
    for (int64_t n = 1; n > 0 && status != XML_STATUS_ERROR;) {
        n = read_some(t, xml, read);
        if (n == -1)
            return NULL_VALUE;
        if (n < 0)
            return parsed(t, self, XML_STATUS_ERROR);
        status = XML_ParseBuffer(xml, (int)n, n == 0);
        if (!value_is_null(t->exc))
            return NULL_VALUE;
    }
    return parsed(t, self, status);
}

/* ---- other methods ---- */

NATIVE(parser, SetBase, 0, "What system identifiers are relative to.",
       (self, Parser), (arg, c_string, base), (slash))
{
    if (XML_SetBase(parser_expat(self)->xml, base) == XML_STATUS_ERROR)
        return raise_no_memory(t);
    return NONE;
}

NATIVE(parser, GetBase, 0, "What SetBase() has set, or None.", (self, Parser),
       (slash))
{
    const char *base = XML_GetBase(parser_expat(self)->xml);
    return base == NULL ? NONE : value_from_pointer(str_from_c(t, base));
}

NATIVE(parser, GetInputContext, 0,
       "In a handler: the input from what it is called for on.", (self, Parser),
       (slash))
{
    int offset = 0, size = 0;
    if (!self->in_callback)
        return NONE;
    const char *data =
        XML_GetInputContext(parser_expat(self)->xml, &offset, &size);
    return data == NULL
               ? NONE
               : value_from_pointer(bytes_new(t, (const uint8_t *)data + offset,
                                              size - offset));
}

NATIVE(parser, ExternalEntityParserCreate, 0,
       "A parser of an external entity, with this one's handlers; `context` is "
       "what ExternalEntityRefHandler is called with.",
       (self, Parser), (arg, c_string_or_none, context),
       (maybe, c_string, encoding), (slash))
{
    return parser_new(t,
                      XML_ExternalEntityParserCreate(parser_expat(self)->xml,
                                                     context, encoding),
                      self, slot_get(&self->intern));
}

NATIVE(
    parser, SetParamEntityParsing, 0,
    "Whether parameter entities are parsed: XML_PARAM_ENTITY_PARSING_...; 1 if "
    "that can be.",
    (self, Parser), (arg, c_int, flag), (slash))
{
    return value_from_int(XML_SetParamEntityParsing(
        parser_expat(self)->xml, (enum XML_ParamEntityParsing)flag));
}

NATIVE(
    parser, UseForeignDTD, 0,
    "Whether ExternalEntityRefHandler is called for a DTD where there is none.",
    (self, Parser), (opt, truth, flag, True), (slash))
{
    enum XML_Error code = XML_UseForeignDTD(parser_expat(self)->xml, flag);
    return code == XML_ERROR_NONE ? NONE : raise(t, self, code);
}

static const NativeDef *const methods[] = {
    &parser_ExternalEntityParserCreate_native,
    &parser_GetBase_native,
    &parser_GetInputContext_native,
    &parser_Parse_native,
    &parser_ParseFile_native,
    &parser_SetBase_native,
    &parser_SetParamEntityParsing_native,
    &parser_UseForeignDTD_native,
    NULL,
};

/* ---- attributes ---- */

static int cannot_delete(Thread *t)
{
    return RAISE_INT(
        raise_error(t, EXC(RuntimeError), "Cannot delete attribute"));
}

static Value get_handler(Value self, int which)
{
    return parser_handler(value_to_record(self), which);
}

static int set_handler(Thread *t, Value self, int which, Value v)
{
    Parser *p = value_to_record(self);
    if (value_is_null(v))
        return cannot_delete(t);
    /* What has come belongs to the one before. */
    if (which == ON_CharacterData && parser_flush(t, p) < 0)
        return -1;
    parser_set_handler(p, which, v);
    return 0;
}

#define X(name)                                           \
    static Value get_##name(Thread *t UNUSED, Value self) \
    {                                                     \
        return get_handler(self, ON_##name);              \
    }                                                     \
    static int set_##name(Thread *t, Value self, Value v) \
    {                                                     \
        return set_handler(t, self, ON_##name, v);        \
    }
XML_HANDLERS(X)
#undef X

#define FLAG(name, tell)                                                       \
    static Value get_##name(Thread *t UNUSED, Value self)                      \
    {                                                                          \
        return value_from_bool(((const Parser *)value_to_record(self))->name); \
    }                                                                          \
    static int set_##name(Thread *t, Value self, Value v)                      \
    {                                                                          \
        Parser *p = value_to_record(self);                                     \
        int truth =                                                            \
            value_is_null(v) ? cannot_delete(t) : object_is_true(t, v);        \
        if (truth < 0)                                                         \
            return -1;                                                         \
        p->name = truth;                                                       \
        tell;                                                                  \
        return 0;                                                              \
    }
FLAG(ordered_attributes, (void)0)
FLAG(specified_attributes, (void)0)
FLAG(namespace_prefixes, XML_SetReturnNSTriplet(parser_expat(p)->xml, truth))

static Value get_buffer_text(Thread *t UNUSED, Value self)
{
    return value_from_bool(parser_expat(value_to_record(self))->buffer != NULL);
}

static int set_buffer_text(Thread *t, Value self, Value v)
{
    Parser *p = value_to_record(self);
    Expat *e = parser_expat(p);
    int truth = value_is_null(v) ? cannot_delete(t) : object_is_true(t, v);
    if (truth < 0)
        return -1;
    if (truth && e->buffer == NULL) {
        e->buffer = malloc((size_t)e->buffer_size);
        if (e->buffer == NULL)
            return RAISE_INT(raise_no_memory(t));
        e->buffer_used = 0;
    } else if (!truth && e->buffer != NULL) {
        if (parser_flush(t, p) < 0)
            return -1;
        free(e->buffer);
        e->buffer = NULL;
    }
    return 0;
}

static Value get_buffer_size(Thread *t UNUSED, Value self)
{
    return value_from_int(parser_expat(value_to_record(self))->buffer_size);
}

static int set_buffer_size(Thread *t, Value self, Value v)
{
    Parser *p = value_to_record(self);
    Expat *e = parser_expat(p);
    int64_t size;
    if (value_is_null(v))
        return cannot_delete(t);
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(t, "buffer_size must be an integer"));
    if (!int_to_int64(v, &size))
        return RAISE_INT(
            raise_error(t, EXC(OverflowError),
                        "Python int too large to convert to C long"));
    if (size <= 0)
        return RAISE_INT(
            raise_value_error(t, "buffer_size must be greater than zero"));
    if (size > INT_MAX)
        return RAISE_INT(raise_value_error(
            t, "buffer_size must not be greater than %d", INT_MAX));
    if (e->buffer != NULL && size != e->buffer_size) {
        if (parser_flush(t, p) < 0)
            return -1;
        char *buffer = realloc(e->buffer, (size_t)size);
        if (buffer == NULL)
            return RAISE_INT(raise_no_memory(t));
        e->buffer = buffer;
    }
    e->buffer_size = (int)size;
    return 0;
}

static Value get_buffer_used(Thread *t UNUSED, Value self)
{
    return value_from_int(parser_expat(value_to_record(self))->buffer_used);
}

#define NUMBER(name, function)                                               \
    static Value get_##name(Thread *t, Value self)                           \
    {                                                                        \
        return int_from_int64(                                               \
            t, (int64_t)function(parser_expat(value_to_record(self))->xml)); \
    }
NUMBER(ErrorCode, XML_GetErrorCode)
NUMBER(Line, XML_GetCurrentLineNumber)
NUMBER(Column, XML_GetCurrentColumnNumber)
NUMBER(ByteIndex, XML_GetCurrentByteIndex)

static Value get_intern(Thread *t UNUSED, Value self)
{
    return slot_get(&((const Parser *)value_to_record(self))->intern);
}

#define HANDLER_ROW(name) {#name "Handler", get_##name, set_##name, NULL},

static const GetSetDef getsets[] = {
    {"CurrentByteIndex", get_ByteIndex, NULL, NULL},
    {"CurrentColumnNumber", get_Column, NULL, NULL},
    {"CurrentLineNumber", get_Line, NULL, NULL},
    {"ErrorByteIndex", get_ByteIndex, NULL, NULL},
    {"ErrorCode", get_ErrorCode, NULL, NULL},
    {"ErrorColumnNumber", get_Column, NULL, NULL},
    {"ErrorLineNumber", get_Line, NULL, NULL},
    {"buffer_size", get_buffer_size, set_buffer_size, NULL},
    {"buffer_text", get_buffer_text, set_buffer_text, NULL},
    {"buffer_used", get_buffer_used, NULL, NULL},
    {"intern", get_intern, NULL, GETSET_MEMBER},
    {"namespace_prefixes", get_namespace_prefixes, set_namespace_prefixes,
     NULL},
    {"ordered_attributes", get_ordered_attributes, set_ordered_attributes,
     NULL},
    {"specified_attributes", get_specified_attributes, set_specified_attributes,
     NULL},
    {"DefaultHandlerExpand", get_DefaultExpand, set_DefaultExpand, NULL},
    XML_PLAIN_HANDLERS(HANDLER_ROW){0},
};

Type parser_type = {
    TYPE_HEAD(parser),
    .c_name = "pyexpat.xmlparser",
    .c_doc =
        "A parser of XML, which calls its handlers; ParserCreate() makes one.",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Parser),
    .methods = methods,
    .getsets = getsets,
};
