/* SPDX-License-Identifier: MIT */
/*
 * pyexpat.xmlparser: a parser of libexpat and the Python functions that it calls.
 *
 * While libexpat parses it calls C functions (handlers.c), which call Python.  Where
 * one raises, the exception stays pending, no other handler is called any more, and
 * libexpat stops where it can; then parsing fails.
 */
#ifndef ADDER_MODULE_PARSER_H
#define ADDER_MODULE_PARSER_H

#include "object/container/list.h"
#include "object/core/cast.h"
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/text/str.h"
#include <expat.h>

/* Every handler: its attribute without "Handler", and what tells libexpat. */
#define XML_PLAIN_HANDLERS(X)                                                 \
    X(StartElement)                                                           \
    X(EndElement)                                                             \
    X(ProcessingInstruction)                                                  \
    X(CharacterData) X(UnparsedEntityDecl) X(NotationDecl)                    \
        X(StartNamespaceDecl) X(EndNamespaceDecl) X(Comment)                  \
            X(StartCdataSection) X(EndCdataSection) X(Default)                \
                X(NotStandalone) X(ExternalEntityRef) X(StartDoctypeDecl)     \
                    X(EndDoctypeDecl) X(EntityDecl) X(XmlDecl) X(ElementDecl) \
                        X(AttlistDecl) X(SkippedEntity)
/* The attribute of the last is DefaultHandlerExpand. */
#define XML_HANDLERS(X) XML_PLAIN_HANDLERS(X) X(DefaultExpand)
enum {
#define X(name) ON_##name,
    XML_HANDLERS(X)
#undef X
        ON_COUNT
};

/* Outside the heap.  A parser of an external entity looks at the one that it was
 * made from, which is freed after it. */
typedef struct Expat {
    XML_Parser xml;
    struct Expat *parent; /* NULL: none */
    int users;
    char *buffer; /* text that has not been handed on; NULL: it is at once */
    int buffer_size, buffer_used;
} Expat;

typedef struct Parser {
    RECORD_HEAD(bool in_callback, ordered_attributes, specified_attributes,
                namespace_prefixes;)
    Slot expat;    /* a Resource */
    Slot intern;   /* a dict of names; None: each is a new str */
    Slot handlers; /* a list, by ON_...; None: there is none */
} Parser;

extern Type parser_type;

static inline Expat *parser_expat(const Parser *p)
{
    const Resource *r = value_to_pointer(slot_get(&p->expat));
    return (Expat *)r->handle;
}

static inline Value parser_handler(const Parser *p, int which)
{
    return list_get(value_to_list(slot_get(&p->handlers)), which);
}

/* parser.c */
Value parser_new(Thread *t, XML_Parser xml, Parser *parent, Value intern);

/* For XML_SetUnknownEncodingHandler: Python's encodings of one byte. */
int parser_unknown_encoding(void *data, const XML_Char *name,
                            XML_Encoding *info);

/* handlers.c */
/* Hands on the text that has come so far: 0 or -1. */
int parser_flush(Thread *t, Parser *p);
void parser_set_handler(Parser *p, int which, Value v);
/* Those that there are, of a new parser that has its parent's. */
void parser_connect(Parser *p);

/* pyexpat_module.c */
Type *parser_error(Thread *t);

#endif
