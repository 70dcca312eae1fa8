/* SPDX-License-Identifier: MIT */
/* The C library's locale, which is the process's. */
#ifndef ADDER_OS_LOCALE_H
#define ADDER_OS_LOCALE_H

#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* What os_locale_coerce has found and done. */
typedef enum LocaleCoercion {
    LOCALE_IS_FINE,
    LOCALE_IS_PLAIN,    /* C, and it has to stay so */
    LOCALE_IS_COERCED,  /* it was C: LC_CTYPE says UTF-8 now, to children too */
} LocaleCoercion;
/* PEP 538, unless `leave`; *name: of the locale that is set. */
LocaleCoercion os_locale_coerce(bool leave, const char **name);
/* Characters as the environment says; all else as in C. */
void os_locale_init(void);
/* The locale of a category, set if `name` is not NULL; NULL: there is none
 * such.  Good until the next call. */
const char *os_locale(int category, const char *name);
/* An item of langinfo.h. */
const char *os_locale_item(int item);
/* As wcscoll: negative, 0 or positive. */
int os_locale_compare(const wchar_t *a, const wchar_t *b);
/* As wcsxfrm: how long the result is, of which what there is room for is in
 * `to`; SIZE_MAX with errno on error. */
size_t os_locale_transform(wchar_t *to, const wchar_t *from, size_t room);

/* How numbers are written. */
const struct lconv *os_locale_conventions(void);

/* gettext: NULL with errno on error. */
const char *os_message(const char *domain, const char *message);
const char *os_message_of(const char *domain, const char *message,
                          int category);
const char *os_message_domain(const char *domain);
const char *os_message_directory(const char *domain, const char *directory);
const char *os_message_codeset(const char *domain, const char *codeset);

#endif
