/* SPDX-License-Identifier: MIT */
/* The C library's locale. */
#define _GNU_SOURCE
#include "os/locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

LocaleCoercion os_locale_coerce(bool leave, const char **name)
{
    static const char *const utf8[] = {"C.UTF-8", "C.utf8", "UTF-8"};
    const char *all = getenv("LC_ALL"), *now = setlocale(LC_CTYPE, "");
    if (now != NULL && strcmp(now, "C") != 0 && strcmp(now, "POSIX") != 0)
        return LOCALE_IS_FINE;
    bool may = !leave && now != NULL && (all == NULL || *all == '\0');
    for (int i = 0; may && i < 3; i++) {
        *name = utf8[i];
        if (setlocale(LC_CTYPE, utf8[i]) != NULL &&
            setenv("LC_CTYPE", utf8[i], 1) == 0)
            return LOCALE_IS_COERCED;
    }
    return LOCALE_IS_PLAIN;
}

/* Where nobody has said anything, text is UTF-8 nevertheless (PEP 538). */
void os_locale_init(void)
{
    const char *name = setlocale(LC_CTYPE, "");
    if (name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        (void)setlocale(LC_CTYPE, "C.UTF-8"); /* there is none: C remains */
}

const char *os_locale(int category, const char *name)
{
    return setlocale(category, name);
}

const char *os_locale_item(int item)
{
    return nl_langinfo(item);
}

const struct lconv *os_locale_conventions(void)
{
    return localeconv();
}

int os_locale_compare(const wchar_t *a, const wchar_t *b)
{
    return wcscoll(a, b);
}

size_t os_locale_transform(wchar_t *to, const wchar_t *from, size_t room)
{
    return wcsxfrm(to, from, room);
}

const char *os_message(const char *domain, const char *message)
{
    return domain == NULL ? gettext(message) : dgettext(domain, message);
}

const char *os_message_of(const char *domain, const char *message,
                          int category)
{
    return dcgettext(domain, message, category);
}

const char *os_message_domain(const char *domain)
{
    return textdomain(domain);
}

const char *os_message_directory(const char *domain, const char *directory)
{
    return bindtextdomain(domain, directory);
}

const char *os_message_codeset(const char *domain, const char *codeset)
{
    return bind_textdomain_codeset(domain, codeset);
}
