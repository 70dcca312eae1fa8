/* SPDX-License-Identifier: MIT */
/* The module binascii: hexadecimal digits, and what its functions share. */
#include "module/binascii/binascii_parts.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/text/bytes.h"

Value binascii_raise(Thread *t, const BinasciiState *state, const char *why)
{
    return raise_error(t, value_to_pointer(slot_get(&state->error)), "%s", why);
}

PARAM_FN(ascii, Buffer *)
{
    if (value_is_str(v)) {
        Str *s = value_to_str(v);
        if (!str_is_ascii(s)) {
            raise_value_error(t, "string argument should contain only ASCII "
                                 "characters");
            return false;
        }
        **out = (Buffer){.owner = v, .data = s->data, .len = s->len};
        return true;
    }
    if (param_bytes_like(t, v, out, def, at))
        return true;
    t->exc = NULL_VALUE; /* whatever the reason */
    raise_type_error(t,
                     "argument should be bytes, buffer or ASCII string, "
                     "not '%.100T'",
                     v);
    return false;
}

/* ---- hexadecimal digits ---- */

#define H(digit, value) [digit] = HEX_DIGIT + (value)
const uint8_t binascii_hex[256] = {
    H('0', 0),  H('1', 1),  H('2', 2),  H('3', 3),  H('4', 4),  H('5', 5),
    H('6', 6),  H('7', 7),  H('8', 8),  H('9', 9),  H('a', 10), H('b', 11),
    H('c', 12), H('d', 13), H('e', 14), H('f', 15), H('A', 10), H('B', 11),
    H('C', 12), H('D', 13), H('E', 14), H('F', 15),
};
#undef H

static Value from_hex(Thread *t, const Buffer *hex, const BinasciiState *state)
{
    const uint8_t *at = hex->data;
    if (hex->len % 2 != 0)
        return binascii_raise(t, state, "Odd-length string");
    Bytes *out = bytes_new(t, NULL, hex->len / 2);
    if (out == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < out->len; i++, at += 2) {
        uint8_t high = binascii_hex[at[0]], low = binascii_hex[at[1]];
        if (!(high & low & HEX_DIGIT))
            return binascii_raise(t, state, "Non-hexadecimal digit found");
        out->data[i] = (uint8_t)(high << 4 | (low & 15));
    }
    return value_from_pointer(out);
}

#define FROM_HEX(name)                                                   \
    NATIVE(binascii, name, NATIVE_READER,                                \
           "The bytes that hexadecimal digits say, two for each.",       \
           (arg, ascii, hexstr), (slash), (state, BinasciiState, state)) \
    {                                                                    \
        return from_hex(t, hexstr, state);                               \
    }
FROM_HEX(a2b_hex)
FROM_HEX(unhexlify)

#define TO_HEX(name)                                                        \
    NATIVE(binascii, name, 0,                                               \
           "The bytes as hexadecimal digits.\n\n"                           \
           "sep, one character, goes between groups of bytes_per_sep\n"     \
           "bytes, counted from the right, or if negative from the left.",  \
           (arg, bytes_like, data), (opt, object, sep, <unrepresentable>),  \
           (opt, c_int, bytes_per_sep, 1))                                  \
    {                                                                       \
        return bytes_hexlify(t, data->data, data->len, sep, bytes_per_sep); \
    }
TO_HEX(b2a_hex)
TO_HEX(hexlify)

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &binascii_a2b_base64_native,
    &binascii_a2b_hex_native,
    &binascii_a2b_qp_native,
    &binascii_a2b_uu_native,
    &binascii_b2a_base64_native,
    &binascii_b2a_hex_native,
    &binascii_b2a_qp_native,
    &binascii_b2a_uu_native,
    &binascii_crc32_native,
    &binascii_crc_hqx_native,
    &binascii_hexlify_native,
    &binascii_unhexlify_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    BinasciiState *state = m->state;
    Value error = module_exception_new(t, m, "Error", EXC(ValueError));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->error, error);
    return value_is_null(
               module_exception_new(t, m, "Incomplete", EXC(Exception)))
               ? -1
               : 0;
}

const ModuleDef binascii_module = {
    .name = "binascii",
    .doc = "Bytes as ASCII text and back, and checksums.",
    .functions = {functions},
    .state_size = sizeof(BinasciiState),
    .init = init,
};
