/* SPDX-License-Identifier: MIT */
/*
 * xml.etree.ElementTree's Element, TreeBuilder and XMLParser in C.
 *
 * Comparing tags runs Python, which may change any element: who goes through
 * children asks for their number again each time.
 */
#ifndef ADDER_MODULE_ELEMENT_H
#define ADDER_MODULE_ELEMENT_H

#include "object/container/list.h"
#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/function/native_def.h"

typedef struct Element {
    RECORD_HEAD()
    Slot tag, text, tail; /* UNBOUND: None */
    Slot attrib; /* a dict; UNBOUND: nobody has asked for it, and it is empty */
    Slot children; /* a list of Elements; UNBOUND: there have been none */
} Element;

typedef struct TreeBuilder {
    RECORD_HEAD(bool insert_comments, insert_pis;)
    Slot root; /* UNBOUND: none yet */
    Slot here; /* the element that has begun last; None */
    Slot last; /* the one that began or ended last; None */
    Slot
        last_for_tail; /* what text is the tail of; UNBOUND: it is last's text */
    Slot data;         /* pieces of text, a list; UNBOUND: none */
    Slot stack;        /* a list: what was `here` before */
    Slot element_factory, comment_factory, pi_factory; /* UNBOUND: none */
    Slot append; /* the method of an event queue; UNBOUND: none */
    Slot on_start, on_end, on_start_ns, on_end_ns, on_comment, on_pi; /* what
                    the events are called; UNBOUND: not reported */
} TreeBuilder;

typedef struct ElementtreeState {
    RECORD_HEAD()
    Slot parse_error;
    Slot comment_factory, pi_factory; /* of _set_factories(); None */
    Slot paths;    /* the module ElementPath; UNBOUND: not needed yet */
    Slot deepcopy; /* copy.deepcopy; UNBOUND: likewise */
} ElementtreeState;

extern Type element_type, element_iterator_type, tree_builder_type,
    xml_parser_type;
extern const ModuleDef elementtree_module;
extern const NativeDef *const element_methods[];
NATIVE_DECLARE(elementtree, SubElement)

/* element: an Element; absent: NULL */
#define PARAM_LEAF_element     LEAF_NEVER
#define PARAM_TYPE_element     Element *
#define PARAM_LOCAL_element(v) Element *v

static inline bool value_is_element(Value v)
{
    return type_of(v) == &element_type ||
           type_is_subtype(type_of(v), &element_type);
}
static inline Element *value_to_element(Value v) { return value_to_record(v); }
static inline Value element_part(const Slot *s)
{
    Value v = slot_get(s);
    return value_is_unbound(v) ? NONE : v;
}
static inline int64_t element_len(const Element *e)
{
    Value v = slot_get(&e->children);
    return value_is_unbound(v) ? 0 : value_to_list(v)->len;
}
static inline Element *element_child(const Element *e, int64_t i)
{
    return value_to_element(list_get(value_to_list(slot_get(&e->children)), i));
}

/* element.c */
/* attrib is the element's from now on; UNBOUND: none. */
Element *element_new(Thread *t, Value tag, Value attrib);
List *element_children(Thread *t, Element *e); /* made if need be */
Dict *element_attrib(Thread *t, Element *e);
void element_append(Thread *t, Element *e, Value child);
/* 0, or -1 with TypeError 'expected an Element, not "T"'. */
int element_check(Thread *t, Value v);
/* The items of what children are set to, as a tuple; NULL with TypeError. */
Tuple *element_sequence(Thread *t, Value v);

/* element_iter.c */
/* Of the elements with that tag (None: all), or of their texts. */
Value element_iterate(Thread *t, Element *e, Value tag, bool texts);

/* elementtree_module.c */
ElementtreeState *elementtree_state(Thread *t);
/* "what: line N, column N" as a ParseError: null. */
Value elementtree_raise(Thread *t, int code, const char *what, int64_t line,
                        int64_t column);

/* tree_builder.c: what a parser calls; null on error. */
TreeBuilder *builder_new(Thread *t);
Value builder_start(Thread *t, TreeBuilder *b, Value tag, Value attrib);
Value builder_end(Thread *t, TreeBuilder *b);
Value builder_data(Thread *t, TreeBuilder *b, Value data);
Value builder_comment(Thread *t, TreeBuilder *b, Value text);
Value builder_pi(Thread *t, TreeBuilder *b, Value target, Value text);
Value builder_close(TreeBuilder *b);
/* Tells the queue of an event, if its name is none UNBOUND: 0 or -1. */
int builder_report(Thread *t, TreeBuilder *b, const Slot *name, Value value);
/* Has a queue told of the events in a sequence of names: 0 or -1. */
int builder_set_events(Thread *t, TreeBuilder *b, Value queue, Value names);

#endif
