/* SPDX-License-Identifier: MIT */
/* What the files of the builtin exceptions share. */
#ifndef ADDER_OBJECT_EXCEPTION_KINDS_H
#define ADDER_OBJECT_EXCEPTION_KINDS_H

#include "object/error/exception.h"

/* Takes the arguments of the constructor into the exception's fields, `args`
 * included; 0 or -1. */
typedef int (*ExceptionFill)(Thread *t, Exception *e, Value *args, int64_t n,
                             Tuple *kwnames);

/* Completes the static types; comes before everything else. */
void exceptions_prepare(void);
void exception_fill_set(Type *type, ExceptionFill fill);
int exception_fill_base(Thread *t, Exception *e, Value *args, int64_t n,
                        Tuple *kwnames);
/* An exception of the class whose fields are empty. */
Exception *exception_alloc(Thread *t, Type *cls);
Value exception_base_str(Thread *t, Value self);
/* The state of __reduce__: the attributes and notes, or NONE. */
Value exception_state(Thread *t, Exception *e);
Value exception_reduce_with(Thread *t, Value v, Tuple *args, Value state);
static inline Value exception_field(const Exception *e, int i)
{
    return slot_get(&e->fields[i]);
}
/* A field is there and not None. */
static inline bool exception_has(const Exception *e, int i)
{
    Value v = exception_field(e, i);
    return !value_is_unbound(v) && !value_is_none(v);
}

enum { /* Exception.fields */
    OS_ERRNO = 0, OS_STRERROR, OS_FILENAME, OS_FILENAME2, OS_WRITTEN,
    SYNTAX_MSG = 0, SYNTAX_FILENAME, SYNTAX_LINENO, SYNTAX_OFFSET,
    SYNTAX_TEXT,
    UNICODE_ENCODING = 0, UNICODE_OBJECT, UNICODE_START, UNICODE_END,
    UNICODE_REASON,
    IMPORT_MSG = 0, IMPORT_NAME, IMPORT_PATH,
    NAME_NAME = 0, NAME_OBJ,
    GROUP_MESSAGE = 0, GROUP_EXCEPTIONS,
};

/* Start and end of a UnicodeError, brought within the length of its object. */
void exception_unicode_range(const Exception *e, int64_t len, int64_t *start,
                             int64_t *end);

void exception_os_prepare(void);      /* exception_os.c */
void exception_syntax_prepare(void);  /* exception_syntax.c */
void exception_unicode_prepare(void); /* exception_unicode.c */
void exception_group_prepare(void);   /* exception_group.c */
void exception_plain_prepare(void);   /* exception_plain.c */
/* The class of OSError that fits the number. */
Type *exception_os_class(int64_t number);

#endif
