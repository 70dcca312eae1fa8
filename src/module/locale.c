/* SPDX-License-Identifier: MIT */
/* The module _locale. */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/locale.h"
#include "os/numbers.h"

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t),
               "the C library's characters are code points");

typedef struct LocaleState {
    RECORD_HEAD()
    Slot error; /* locale.Error */
} LocaleState;

static Value raise_locale(Thread *t, const LocaleState *state,
                          const char *message)
{
    return raise_error(t, value_to_pointer(slot_get(&state->error)), "%s",
                       message);
}

/* What the C library says as a str. */
static Value decoded(Thread *t, const char *text)
{
    return bytes_decode(t, (const uint8_t *)text, (int64_t)strlen(text), NULL,
                        "surrogateescape");
}

/* The same, or OSError; nothing at all is None. */
static Value text_or_none(Thread *t, const char *text)
{
    if (text != NULL)
        return decoded(t, text);
    return errno != 0 ? raise_os_error(t, errno, UNBOUND) : NONE;
}

/* --- locales ----------------------------------------------------------- */

NATIVE(_locale, setlocale, 0,
       "The locale of a category, or set it.",
       (arg, c_int, category),
       (opt, object, locale, <unrepresentable>), (slash),
       (state, LocaleState, state), (callee, self))
{
    const char *name = NULL;
    if (!value_is_unbound(locale) &&
        !param_c_string_or_none(t, locale, &name, self->def, 1))
        return NULL_VALUE;
    const char *result = os_locale(category, name);
    if (result == NULL)
        return raise_locale(t, state, name == NULL
                                          ? "locale query failed"
                                          : "unsupported locale setting");
    return decoded(t, result);
}

/* Sizes of groups of digits: to the last one, which is 0 (the one before goes on)
 * or CHAR_MAX (no more groups). */
static Value groups(Thread *t, const char *s)
{
    List *list = list_new(t, 0);
    if (*s != '\0') {
        do
            list_append(t, list, value_from_int(*s));
        while (*s != CHAR_MAX && *s++ != '\0');
    }
    return value_from_pointer(list);
}

NATIVE(_locale, localeconv, 0,
       "How the locale writes numbers and sums of money.")
{
    const struct lconv *c = os_locale_conventions();
    const struct {
        const char *name, *text;
    } texts[] = {
        {"int_curr_symbol", c->int_curr_symbol},
        {"currency_symbol", c->currency_symbol},
        {"mon_decimal_point", c->mon_decimal_point},
        {"mon_thousands_sep", c->mon_thousands_sep},
        {"mon_grouping", NULL},
        {"positive_sign", c->positive_sign},
        {"negative_sign", c->negative_sign},
    };
    const struct {
        const char *name;
        int number;
    } numbers[] = {
        {"int_frac_digits", c->int_frac_digits},
        {"frac_digits", c->frac_digits},
        {"p_cs_precedes", c->p_cs_precedes},
        {"p_sep_by_space", c->p_sep_by_space},
        {"n_cs_precedes", c->n_cs_precedes},
        {"n_sep_by_space", c->n_sep_by_space},
        {"p_sign_posn", c->p_sign_posn},
        {"n_sign_posn", c->n_sign_posn},
    };
    Dict *d = dict_new(t);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        dict_set_c(t, d, texts[i].name,
                   texts[i].text == NULL ? groups(t, c->mon_grouping)
                                         : decoded(t, texts[i].text));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        dict_set_c(t, d, numbers[i].name, value_from_int(numbers[i].number));
    dict_set_c(t, d, "decimal_point", decoded(t, c->decimal_point));
    dict_set_c(t, d, "thousands_sep", decoded(t, c->thousands_sep));
    dict_set_c(t, d, "grouping", groups(t, c->grouping));
    return value_from_pointer(d);
}

NATIVE(_locale, nl_langinfo, 0, "What the locale has for an item.",
       (arg, c_int, key), (slash))
{
    for (const OsNumber *n = os_numbers_langinfo; n->name != NULL; n++)
        if (n->value == key) {
            const char *text = os_locale_item(key);
            return decoded(t, text == NULL ? "" : text);
        }
    return raise_value_error(t, "unsupported langinfo constant");
}

NATIVE(_locale, getencoding, 0, "The encoding of the locale's text.")
{
    for (const OsNumber *n = os_numbers_langinfo; n->name != NULL; n++)
        if (strcmp(n->name, "CODESET") == 0 &&
            os_locale_item((int)n->value)[0] != '\0')
            return decoded(t, os_locale_item((int)n->value));
    return value_from_pointer(str_from_c(t, "UTF-8"));
}

/* --- collation --------------------------------------------------------- */

/* A str without null characters as the C library's wide characters, with a null
 * behind them; NULL with an exception. */
static Blob *wide(Thread *t, const Str *s)
{
    size_t size = (size_t)(s->len + 1) * sizeof(wchar_t);
    for (int64_t i = 0; i < s->len; i++) {
        if (str_at(s, i) == 0) {
            raise_value_error(t, "embedded null character");
            return NULL;
        }
    }
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return value_to_pointer(raise_no_memory(t));
    blob->capacity = (int64_t)size;
    str_copy_data(blob->data, sizeof(wchar_t), s->data, s->width, s->len);
    ((wchar_t *)(void *)blob->data)[s->len] = 0;
    return blob;
}

static wchar_t *text_of(Blob *blob) { return (wchar_t *)(void *)blob->data; }

NATIVE(_locale, strcoll, 0,
       "Which text comes first in the locale's order: -1, 0 or 1, or like it.",
       (arg, str, os1), (arg, str, os2), (slash))
{
    Blob *a = wide(t, os1);
    Blob *b = a == NULL ? NULL : wide(t, os2);
    if (b == NULL)
        return NULL_VALUE;
    int order = os_locale_compare(text_of(a), text_of(b));
    KEEP(a);
    KEEP(b);
    return value_from_int(order);
}

NATIVE(_locale, strxfrm, 0,
       "A text that compares with others as the locale orders them.",
       (arg, str, string), (slash))
{
    Blob *from = wide(t, string);
    if (from == NULL)
        return NULL_VALUE;
    for (size_t room = (size_t)string->len + 1;;) {
        size_t size = room * sizeof(wchar_t);
        Blob *to =
            gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
        if (to == NULL)
            return raise_no_memory(t);
        to->capacity = (int64_t)size;
        errno = 0;
        size_t n = os_locale_transform(text_of(to), text_of(from), room);
        if (errno != 0 && errno != ERANGE)
            return raise_os_error(t, errno, UNBOUND);
        if (n < room) {
            Str *s = str_from_ucs4(t, (const uint32_t *)(void *)to->data,
                                   (int64_t)n);
            KEEP(to);
            return value_from_pointer(s);
        }
        room = n + 1;
        KEEP(from);
    }
}

/* --- messages ---------------------------------------------------------- */

NATIVE(_locale, gettext, 0, "The message in the locale's language.",
       (arg, c_string, msg), (slash))
{
    return decoded(t, os_message(NULL, msg));
}

NATIVE(_locale, dgettext, 0,
       "The message of a domain in the locale's language.",
       (arg, c_string_or_none, domain), (arg, c_string, msg), (slash))
{
    return decoded(t, os_message(domain, msg));
}

NATIVE(_locale, dcgettext, 0,
       "The message of a domain in the language of a category.",
       (arg, c_string_or_none, domain), (arg, c_string, msg),
       (arg, c_int, category), (slash))
{
    return decoded(t, os_message_of(domain, msg, category));
}

NATIVE(_locale, textdomain, 0, "The domain of gettext(), or set it.",
       (arg, c_string_or_none, domain), (slash))
{
    errno = 0;
    return text_or_none(t, os_message_domain(domain));
}

NATIVE(_locale, bindtextdomain, 0,
       "The directory of a domain's messages, or set it.",
       (arg, c_string, domain), (arg, object, dir), (slash),
       (state, LocaleState, state))
{
    ParamPath path = {NULL, -1, NONE, NONE};
    if (domain[0] == '\0')
        return raise_locale(t, state, "domain must be a non-empty string");
    if (!value_is_none(dir) && !fs_path_from(t, dir, &path))
        return NULL_VALUE;
    errno = 0;
    const char *now = os_message_directory(domain, path.text);
    param_path_done(&path);
    return text_or_none(t, now);
}

NATIVE(_locale, bind_textdomain_codeset, 0,
       "The encoding of a domain's messages, or set it.",
       (arg, c_string, domain), (arg, c_string_or_none, codeset), (slash))
{
    errno = 0;
    return text_or_none(t, os_message_codeset(domain, codeset));
}

static const NativeDef *const functions[] = {
    &_locale_bind_textdomain_codeset_native,
    &_locale_bindtextdomain_native,
    &_locale_dcgettext_native,
    &_locale_dgettext_native,
    &_locale_getencoding_native,
    &_locale_gettext_native,
    &_locale_localeconv_native,
    &_locale_nl_langinfo_native,
    &_locale_setlocale_native,
    &_locale_strcoll_native,
    &_locale_strxfrm_native,
    &_locale_textdomain_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    LocaleState *state = m->state;
    Value error = module_exception_new(t, m, "Error", EXC(Exception));
    if (value_is_null(error) ||
        object_setattr(t, error, N(__module__),
                       value_from_pointer(str_intern_c(t, "locale"))) < 0)
        return -1;
    slot_set(state, &state->error, error);
    for (const OsNumber *n = os_numbers_langinfo; n->name != NULL; n++)
        dict_set_c(t, m->dict, n->name, int_from_int64(t, n->value));
    return 0;
}

const ModuleDef locale_module = {
    .name = "_locale",
    .doc = "The C library's locale.",
    .functions = {functions},
    .numbers = os_numbers_locale,
    .state_size = sizeof(LocaleState),
    .init = init,
};
