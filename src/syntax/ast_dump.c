/* SPDX-License-Identifier: MIT */
/* Prints nodes by their field tables; constants as repr() does. */
#include "syntax/ast_dump.h"

#include "base/number.h"
#include "base/unicode/unicode_props.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Dumper {
    Buf *out;
    bool with_places;
} Dumper;

static void dump_node(const Dumper *d, const Ast *node);

/* --- constants --- */

static char choose_quote(const char *text, size_t len)
{
    bool has_single = memchr(text, '\'', len) != NULL;
    bool has_double = memchr(text, '"', len) != NULL;
    return has_single && !has_double ? '"' : '\'';
}

/* What has a short escape in any repr; false if c has none. */
static bool dump_short_escape(Buf *out, uint32_t c, char quote)
{
    switch (c) {
    case '\n': buf_append_str(out, "\\n"); return true;
    case '\r': buf_append_str(out, "\\r"); return true;
    case '\t': buf_append_str(out, "\\t"); return true;
    case '\\': buf_append_str(out, "\\\\"); return true;
    default:
        if (c == (uint32_t)quote) {
            buf_printf(out, "\\%c", quote);
            return true;
        }
        return false;
    }
}

static void dump_str(Buf *out, const char *text, size_t len)
{
    char quote = choose_quote(text, len);
    buf_append_char(out, quote);
    const char *end = text + len;
    while (text < end) {
        uint32_t c = 0xfffd;
        size_t n = utf8_decode_wide(text, end, &c);
        text += n > 0 ? n : 1;
        if (dump_short_escape(out, c, quote))
            continue;
        if (unicode_props(c, UNICODE_PRINTABLE)) {
            buf_append_code_point(out, c);
        } else {
            const char *format = c < 0x100     ? "\\x%02x"
                                 : c < 0x10000 ? "\\u%04x"
                                               : "\\U%08x";
            char escape[12];
            buf_append(out, escape,
                       (size_t)snprintf(escape, sizeof escape, format, c));
        }
    }
    buf_append_char(out, quote);
}

static void dump_bytes(Buf *out, const char *bytes, size_t len)
{
    char quote = choose_quote(bytes, len);
    buf_printf(out, "b%c", quote);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (dump_short_escape(out, c, quote))
            continue;
        if (c >= 0x20 && c < 0x7f)
            buf_append_char(out, (char)c);
        else
            buf_printf(out, "\\x%02x", c);
    }
    buf_append_char(out, quote);
}

/* Decimal digits of a number in a base that is a power of two. */
static void dump_based_int(Buf *out, const AstConst *value)
{
    /* Limbs of nine decimal digits, least significant first. */
    enum { LIMB = 1000000000 };
    size_t room = value->len / 7 + 2, n = 1;
    uint32_t *limbs = calloc(room, sizeof(uint32_t));
    if (limbs == NULL) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < value->len; i++) {
        uint64_t carry = number_digit_value(value->text[i]);
        for (size_t k = 0; k < n; k++) {
            carry += (uint64_t)limbs[k] * value->base;
            limbs[k] = (uint32_t)(carry % LIMB);
            carry /= LIMB;
        }
        if (carry > 0)
            limbs[n++] = (uint32_t)carry;
    }
    buf_printf(out, "%u", limbs[n - 1]);
    while (--n > 0)
        buf_printf(out, "%09u", limbs[n - 1]);
    free(limbs);
}

static void dump_const(Buf *out, const AstConst *value)
{
    char text[NUMBER_REPR_SIZE];
    switch (value->kind) {
    case AST_CONST_NONE: buf_append_str(out, "None"); break;
    case AST_CONST_TRUE: buf_append_str(out, "True"); break;
    case AST_CONST_FALSE: buf_append_str(out, "False"); break;
    case AST_CONST_ELLIPSIS: buf_append_str(out, "Ellipsis"); break;
    case AST_CONST_INT:
        if (value->base == 10)
            buf_append(out, value->text, value->len);
        else
            dump_based_int(out, value);
        break;
    case AST_CONST_FLOAT:
        number_repr(value->number, text);
        buf_append_str(out, text);
        break;
    case AST_CONST_IMAG:
        number_repr_bare(value->number, text);
        buf_append_str(out, text);
        buf_append_char(out, 'j');
        break;
    case AST_CONST_STR: dump_str(out, value->text, value->len); break;
    case AST_CONST_BYTES: dump_bytes(out, value->text, value->len); break;
    case AST_CONST_OBJECT: buf_append_str(out, "<object>"); break;
    }
}

/* --- fields --- */

static void dump_list(const Dumper *d, const AstList *list)
{
    buf_append_char(d->out, '[');
    for (size_t i = 0; i < list->n; i++) {
        buf_append_str(d->out, i > 0 ? ", " : "");
        dump_node(d, list->v[i]);
    }
    buf_append_char(d->out, ']');
}

static void dump_names(Buf *out, const AstNames *names)
{
    buf_append_char(out, '[');
    for (size_t i = 0; i < names->n; i++) {
        buf_append_str(out, i > 0 ? ", " : "");
        dump_str(out, names->v[i]->text, names->v[i]->len);
    }
    buf_append_char(out, ']');
}

static void dump_ops(Buf *out, const AstOps *ops)
{
    buf_append_char(out, '[');
    for (size_t i = 0; i < ops->n; i++) {
        buf_printf(out, "%s%s()", i > 0 ? ", " : "",
                   ast_op_info[ops->v[i]].name);
    }
    buf_append_char(out, ']');
}

/* Optional fields that hold nothing are left out. */
static bool is_absent(const void *field, AstFieldType type)
{
    switch (type) {
    case AST_FIELD_OPT: return *(Ast *const *)field == NULL;
    case AST_FIELD_NAME_OPT: return *(AstName *const *)field == NULL;
    case AST_FIELD_TEXT_OPT: return *(const char *const *)field == NULL;
    default: return false;
    }
}

static void dump_field(const Dumper *d, const void *field, AstFieldType type)
{
    switch (type) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT: dump_node(d, *(Ast *const *)field); break;
    case AST_FIELD_NODES: dump_list(d, field); break;
    case AST_FIELD_NAME:
    case AST_FIELD_NAME_OPT: {
        const AstName *name = *(AstName *const *)field;
        dump_str(d->out, name->text, name->len);
        break;
    }
    case AST_FIELD_NAMES: dump_names(d->out, field); break;
    case AST_FIELD_OP:
        buf_printf(d->out, "%s()", ast_op_info[*(const AstOp *)field].name);
        break;
    case AST_FIELD_OPS: dump_ops(d->out, field); break;
    case AST_FIELD_CONST: dump_const(d->out, field); break;
    case AST_FIELD_INT:
    case AST_FIELD_INT_OPT:
        buf_printf(d->out, "%d", *(const int *)field);
        break;
    case AST_FIELD_TEXT:
    case AST_FIELD_TEXT_OPT: {
        const char *text = *(const char *const *)field;
        dump_str(d->out, text, strlen(text));
        break;
    }
    }
}

static void dump_node(const Dumper *d, const Ast *node)
{
    if (node == NULL) {
        buf_append_str(d->out, "None");
        return;
    }
    const AstKindInfo *info = &ast_kind_info[node->kind];
    const AstFieldInfo *fields = ast_fields(node->kind);
    const char *separator = "";
    buf_printf(d->out, "%s(", info->name);
    for (int i = 0; i < info->field_count; i++) {
        const void *field = (const char *)node + fields[i].offset;
        if (!is_absent(field, fields[i].type)) {
            buf_printf(d->out, "%s%s=", separator, fields[i].name);
            dump_field(d, field, fields[i].type);
            separator = ", ";
        }
    }
    if (d->with_places && info->is_placed) {
        buf_printf(d->out,
                   "%slineno=%d, col_offset=%d, end_lineno=%d, "
                   "end_col_offset=%d",
                   separator, node->lineno, node->col_offset, node->end_lineno,
                   node->end_col_offset);
    }
    buf_append_char(d->out, ')');
}

void ast_dump(Buf *out, const Ast *tree)
{
    dump_node(&(Dumper){out, false}, tree);
}

void ast_dump_places(Buf *out, const Ast *tree)
{
    dump_node(&(Dumper){out, true}, tree);
}
