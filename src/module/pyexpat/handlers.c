/* SPDX-License-Identifier: MIT */
/* What libexpat calls, and what it makes of it for Python's handlers. */
#include "module/pyexpat/parser.h"

#include "exec/attach.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include <string.h>

enum { MOST = 7 }; /* arguments */

/* ---- arguments ---- */

static Value text_n(Thread *t, const XML_Char *s, size_t len)
{
    return value_from_pointer(str_from_utf8(t, s, len));
}

static Value text(Thread *t, const XML_Char *s)
{
    return s == NULL ? NONE : text_n(t, s, strlen(s));
}

/* A name, which the parser keeps one str of. */
static Value name(Thread *t, const Parser *p, const XML_Char *s)
{
    Value v = text(t, s), names = slot_get(&p->intern);
    if (value_is_null(v) || value_is_none(names))
        return v;
    return dict_setdefault(t, value_to_dict(names), v, v);
}

/* ---- calling ---- */

/* An exception is pending: nothing is called any more. */
static int refuse_entity(XML_Parser xml, const XML_Char *context,
                         const XML_Char *base, const XML_Char *system,
                         const XML_Char *public)
{
    (void)xml, (void)context, (void)base, (void)system, (void)public;
    return XML_STATUS_ERROR;
}

static void stop(Parser *p)
{
    for (int i = 0; i < ON_COUNT; i++)
        parser_set_handler(p, i, NONE);
    XML_SetExternalEntityRefHandler(parser_expat(p)->xml, refuse_entity);
}

static Value call(Thread *t, Parser *p, int which, Value *args, int n)
{
    ASSERT(n <= MOST);
    Value v = NULL_VALUE;
    bool good = true;
    for (int i = 0; i < n; i++)
        good = good && !value_is_null(args[i]);
    if (good) {
        p->in_callback = true;
        v = object_call(t, parser_handler(p, which), args, n, NULL);
        p->in_callback = false;
        if (value_is_null(v))
            (void)XML_StopParser(parser_expat(p)->xml, false); /* if it can */
    }
    if (value_is_null(v))
        stop(p);
    return v;
}

static bool has(const Parser *p, int which)
{
    return !value_is_none(parser_handler(p, which));
}

int parser_flush(Thread *t, Parser *p)
{
    Expat *e = parser_expat(p);
    if (e->buffer == NULL || e->buffer_used == 0)
        return 0;
    size_t len = (size_t)e->buffer_used;
    e->buffer_used = 0;
    if (!has(p, ON_CharacterData))
        return 0;
    Value v = text_n(t, e->buffer, len);
    return value_is_null(call(t, p, ON_CharacterData, &v, 1)) ? -1 : 0;
}

/* The thread, if Python's handler is to be called now; else NULL. */
static Thread *begin(Parser *p, int which)
{
    Thread *t = thread_current();
    return has(p, which) && value_is_null(t->exc) && parser_flush(t, p) == 0 &&
                   has(p, which)
               ? t
               : NULL;
}

#define CALL(t, p, which, ...)                      \
    ({                                              \
        Value args_[] = {__VA_ARGS__};              \
        call(t, p, which, args_, ARRAY_LEN(args_)); \
    })
/* Its first lines, of each function that libexpat calls. */
#define BEGIN(which)             \
    Parser *p = data;            \
    Thread *t = begin(p, which); \
    if (t == NULL)               \
    return

/* ---- elements and text ---- */

static Value attributes(Thread *t, Parser *p, const XML_Char **pairs)
{
    int64_t n = 0;
    if (p->specified_attributes)
        n = XML_GetSpecifiedAttributeCount(parser_expat(p)->xml);
    else
        while (pairs[n] != NULL)
            n += 2;
    List *list = p->ordered_attributes ? list_new(t, n) : NULL;
    Dict *dict = p->ordered_attributes ? NULL : dict_new(t);
    if (list == NULL && dict == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i += 2) {
        Value key = name(t, p, pairs[i]);
        Value value = value_is_null(key) ? key : text(t, pairs[i + 1]);
        if (value_is_null(value))
            return NULL_VALUE;
        if (list != NULL) {
            list_append(t, list, key);
            list_append(t, list, value);
        } else {
            dict_set_str(t, dict, value_to_str(key), value);
        }
    }
    return list != NULL ? value_from_pointer(list) : value_from_pointer(dict);
}

static void on_StartElement(void *data, const XML_Char *tag,
                            const XML_Char **pairs)
{
    BEGIN(ON_StartElement);
    Value dict = attributes(t, p, pairs);
    CALL(t, p, ON_StartElement, value_is_null(dict) ? dict : name(t, p, tag),
         dict);
}

static void on_EndElement(void *data, const XML_Char *tag)
{
    BEGIN(ON_EndElement);
    CALL(t, p, ON_EndElement, name(t, p, tag));
}

static void on_CharacterData(void *data, const XML_Char *s, int len)
{
    Parser *p = data;
    Thread *t = thread_current();
    Expat *e = parser_expat(p);
    if (!has(p, ON_CharacterData) || !value_is_null(t->exc))
        return;
    if (e->buffer != NULL && len > e->buffer_size - e->buffer_used) {
        if (parser_flush(t, p) < 0 || !has(p, ON_CharacterData))
            return;
    }
    if (e->buffer == NULL || len > e->buffer_size) {
        CALL(t, p, ON_CharacterData, text_n(t, s, (size_t)len));
        return;
    }
    memcpy(e->buffer + e->buffer_used, s, (size_t)len);
    e->buffer_used += len;
}

static void on_ProcessingInstruction(void *data, const XML_Char *target,
                                     const XML_Char *rest)
{
    BEGIN(ON_ProcessingInstruction);
    CALL(t, p, ON_ProcessingInstruction, name(t, p, target), text(t, rest));
}

static void on_Comment(void *data, const XML_Char *s)
{
    BEGIN(ON_Comment);
    CALL(t, p, ON_Comment, text(t, s));
}

static void call_plain(Parser *p, int which)
{
    Thread *t = begin(p, which);
    if (t != NULL)
        call(t, p, which, NULL, 0);
}

static void on_StartCdataSection(void *data)
{
    call_plain(data, ON_StartCdataSection);
}

static void on_EndCdataSection(void *data)
{
    call_plain(data, ON_EndCdataSection);
}

static void on_Default(void *data, const XML_Char *s, int len)
{
    BEGIN(ON_Default);
    CALL(t, p, ON_Default, text_n(t, s, (size_t)len));
}

static void on_DefaultExpand(void *data, const XML_Char *s, int len)
{
    BEGIN(ON_DefaultExpand);
    CALL(t, p, ON_DefaultExpand, text_n(t, s, (size_t)len));
}

static void on_StartNamespaceDecl(void *data, const XML_Char *prefix,
                                  const XML_Char *uri)
{
    BEGIN(ON_StartNamespaceDecl);
    CALL(t, p, ON_StartNamespaceDecl, name(t, p, prefix), name(t, p, uri));
}

static void on_EndNamespaceDecl(void *data, const XML_Char *prefix)
{
    BEGIN(ON_EndNamespaceDecl);
    CALL(t, p, ON_EndNamespaceDecl, name(t, p, prefix));
}

/* ---- declarations ---- */

static void on_XmlDecl(void *data, const XML_Char *version,
                       const XML_Char *encoding, int standalone)
{
    BEGIN(ON_XmlDecl);
    CALL(t, p, ON_XmlDecl, text(t, version), text(t, encoding),
         value_from_int(standalone));
}

static void on_StartDoctypeDecl(void *data, const XML_Char *doctype,
                                const XML_Char *system, const XML_Char *public,
                                int has_subset)
{
    BEGIN(ON_StartDoctypeDecl);
    CALL(t, p, ON_StartDoctypeDecl, name(t, p, doctype), name(t, p, system),
         name(t, p, public), value_from_int(has_subset));
}

static void on_EndDoctypeDecl(void *data)
{
    call_plain(data, ON_EndDoctypeDecl);
}

static void on_EntityDecl(void *data, const XML_Char *entity, int is_parameter,
                          const XML_Char *value, int len, const XML_Char *base,
                          const XML_Char *system, const XML_Char *public,
                          const XML_Char *notation)
{
    BEGIN(ON_EntityDecl);
    CALL(t, p, ON_EntityDecl, name(t, p, entity), value_from_int(is_parameter),
         value == NULL ? NONE : text_n(t, value, (size_t)len), name(t, p, base),
         name(t, p, system), name(t, p, public), name(t, p, notation));
}

static void on_UnparsedEntityDecl(void *data, const XML_Char *entity,
                                  const XML_Char *base, const XML_Char *system,
                                  const XML_Char *public,
                                  const XML_Char *notation)
{
    BEGIN(ON_UnparsedEntityDecl);
    CALL(t, p, ON_UnparsedEntityDecl, name(t, p, entity), name(t, p, base),
         name(t, p, system), name(t, p, public), name(t, p, notation));
}

static void on_NotationDecl(void *data, const XML_Char *notation,
                            const XML_Char *base, const XML_Char *system,
                            const XML_Char *public)
{
    BEGIN(ON_NotationDecl);
    CALL(t, p, ON_NotationDecl, name(t, p, notation), name(t, p, base),
         name(t, p, system), name(t, p, public));
}

/* (type, quantifier, name, (children...)) */
static Value content(Thread *t, const Parser *p, const XML_Content *model)
{
    if (recursion_enter(t, " in a content model"))
        return NULL_VALUE;
    Tuple *children = tuple_new(t, model->numchildren);
    Value v = NULL_VALUE;
    bool good = children != NULL;
    for (unsigned i = 0; good && i < model->numchildren; i++) {
        v = content(t, p, &model->children[i]);
        good = !value_is_null(v);
        if (good)
            tuple_set(children, i, v);
    }
    v = good ? name(t, p, model->name) : NULL_VALUE;
    recursion_leave(t);
    if (value_is_null(v))
        return v;
    return value_from_pointer(tuple_pack(t, 4, value_from_int(model->type),
                                         value_from_int(model->quant), v,
                                         value_from_pointer(children)));
}

static void declare_element(Parser *p, const XML_Char *element,
                            const XML_Content *model)
{
    Thread *t = begin(p, ON_ElementDecl);
    if (t == NULL)
        return;
    Value tuple = content(t, p, model);
    CALL(t, p, ON_ElementDecl,
         value_is_null(tuple) ? tuple : name(t, p, element), tuple);
}

static void on_ElementDecl(void *data, const XML_Char *element,
                           XML_Content *model)
{
    Parser *p = data;
    declare_element(p, element, model);
    XML_FreeContentModel(parser_expat(p)->xml, model);
}

static void on_AttlistDecl(void *data, const XML_Char *element,
                           const XML_Char *attribute, const XML_Char *type,
                           const XML_Char *value, int is_required)
{
    BEGIN(ON_AttlistDecl);
    CALL(t, p, ON_AttlistDecl, name(t, p, element), name(t, p, attribute),
         text(t, type), text(t, value), value_from_int(is_required));
}

static void on_SkippedEntity(void *data, const XML_Char *entity,
                             int is_parameter)
{
    BEGIN(ON_SkippedEntity);
    CALL(t, p, ON_SkippedEntity, name(t, p, entity),
         value_from_int(is_parameter));
}

/* ---- handlers with an answer ---- */

/* An int; 0 with an exception if it is none. */
static int number(Thread *t, Parser *p, Value v)
{
    int64_t i;
    if (value_is_null(v))
        return 0;
    if (object_to_int64(t, v, &i) == 0)
        return (int)i;
    stop(p);
    return 0;
}

static int on_NotStandalone(void *data)
{
    BEGIN(ON_NotStandalone) 0;
    return number(t, p, call(t, p, ON_NotStandalone, NULL, 0));
}

static int on_ExternalEntityRef(XML_Parser xml, const XML_Char *context,
                                const XML_Char *base, const XML_Char *system,
                                const XML_Char *public)
{
    void *data = XML_GetUserData(xml);
    BEGIN(ON_ExternalEntityRef) 0;
    return number(t, p,
                  CALL(t, p, ON_ExternalEntityRef, text(t, context),
                       name(t, p, base), name(t, p, system),
                       name(t, p, public)));
}

/* ---- which are called ---- */

/* XML_SetXHandler under the attribute's name, where libexpat has another. */
#define XML_SetDefaultExpandHandler XML_SetDefaultHandlerExpand

static void connect(XML_Parser xml, int which, bool on)
{
    switch (which) {
#define X(name) \
    case ON_##name: XML_Set##name##Handler(xml, on ? on_##name : NULL); break;
        XML_HANDLERS(X)
#undef X
    default: ASSERT(false);
    }
}

/* In place of one that a handler has taken away: what libexpat is about to call
 * stays a function. */
static void ignore_text(void *data, const XML_Char *s, int len)
{
    (void)data, (void)s, (void)len;
}

void parser_set_handler(Parser *p, int which, Value v)
{
    XML_Parser xml = parser_expat(p)->xml;
    bool on = !value_is_none(v);
    list_set(value_to_list(slot_get(&p->handlers)), which, v);
    if (which == ON_CharacterData && !on && p->in_callback)
        XML_SetCharacterDataHandler(xml, ignore_text);
    else
        connect(xml, which, on);
}

void parser_connect(Parser *p)
{
    for (int i = 0; i < ON_COUNT; i++)
        if (has(p, i))
            connect(parser_expat(p)->xml, i, true);
}
