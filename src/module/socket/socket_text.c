/* SPDX-License-Identifier: MIT */
/* Numbers and addresses as the network writes them, and as text. */
#include "module/socket/socket_parts.h"

#include <limits.h>
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- byte order -------------------------------------------------------- */

static bool is_16_bits(Thread *t, int x, const char *function)
{
    if (x >= 0 && x <= 0xffff)
        return true;
    raise_error(t, EXC(OverflowError),
                x < 0 ? "%s: can't convert negative Python int to C 16-bit "
                        "unsigned integer"
                      : "%s: Python int too large to convert to C 16-bit "
                        "unsigned integer",
                function);
    return false;
}

#define SHORT_ORDER(name, doc)                                                \
    NATIVE(socket, name, NATIVE_PURE, doc, (arg, number, x), (slash))         \
    {                                                                         \
        return is_16_bits(t, x, #name) ? value_from_int(name((uint16_t)x))    \
                                       : NULL_VALUE;                          \
    }
SHORT_ORDER(htons, "A 16-bit number in the order of the network.")
SHORT_ORDER(ntohs, "A 16-bit number in the order of this machine.")

static bool to_32_bits(Thread *t, Value v, uint32_t *out)
{
    uint64_t x;
    if (!value_is_int_object(v)) {
        raise_type_error(t, "expected int, %T found", v);
        return false;
    }
    const char *wrong =
        int_sign(v) < 0 ? "can't convert negative value to unsigned int"
        : !int_to_uint64(v, &x)
            ? "Python int too large to convert to C unsigned long"
        : x > UINT32_MAX ? "int larger than 32 bits"
                         : NULL;
    if (wrong != NULL)
        raise_error(t, EXC(OverflowError), "%s", wrong);
    else
        *out = (uint32_t)x;
    return wrong == NULL;
}

#define LONG_ORDER(name, doc)                                                 \
    NATIVE(socket, name, NATIVE_PURE, doc, (arg, object, x), (slash))         \
    {                                                                         \
        uint32_t number;                                                      \
        return to_32_bits(t, x, &number) ? value_from_int(name(number))       \
                                         : NULL_VALUE;                        \
    }
LONG_ORDER(htonl, "A 32-bit number in the order of the network.")
LONG_ORDER(ntohl, "A 32-bit number in the order of this machine.")

/* --- addresses --------------------------------------------------------- */

NATIVE(socket, inet_aton, 0, "An IPv4 address as four bytes.",
       (arg_as, c_string, text, "ip_addr"), (slash))
{
    struct in_addr address;
    if (inet_aton(text, &address) == 0)
        return raise_error(t, EXC(OSError),
                           "illegal IP address string passed to inet_aton");
    return value_from_pointer(
        bytes_new(t, (const uint8_t *)&address, sizeof address));
}

/* The text of a packed address. */
static Value packed_text(Thread *t, int family, const void *packed)
{
    char text[INET6_ADDRSTRLEN];
    if (inet_ntop(family, packed, text, sizeof text) == NULL)
        return raise_os_error(t, errno, UNBOUND);
    return value_from_pointer(str_from_c(t, text));
}

NATIVE(socket, inet_ntoa, 0, "Four bytes as the text of an IPv4 address.",
       (arg, bytes_like, packed_ip), (slash))
{
    if (packed_ip->len != sizeof(struct in_addr))
        return raise_error(t, EXC(OSError),
                           "packed IP wrong length for inet_ntoa");
    return packed_text(t, AF_INET, packed_ip->data);
}

NATIVE(socket, inet_pton, 0, "An address of a family as bytes.",
       (arg, number, family), (arg_as, c_string, text, "ip_string"), (slash))
{
    uint8_t packed[sizeof(struct in6_addr)];
    int result = inet_pton(family, text, packed);
    if (result < 0)
        return raise_os_error(t, errno, UNBOUND);
    if (result == 0)
        return raise_error(t, EXC(OSError),
                           "illegal IP address string passed to inet_pton");
    return value_from_pointer(bytes_new(t, packed, family == AF_INET ? 4 : 16));
}

NATIVE(socket, inet_ntop, 0, "Bytes as the text of an address of a family.",
       (arg, number, family), (arg, bytes_like, packed_ip), (slash))
{
    if (family != AF_INET && family != AF_INET6)
        return raise_value_error(t, "unknown address family %d", family);
    if (packed_ip->len != (family == AF_INET ? 4 : 16))
        return raise_value_error(
            t, "invalid length of packed IP address string");
    return packed_text(t, family, packed_ip->data);
}

/* --- ancillary data ---------------------------------------------------- */

static bool fits(Thread *t, int64_t length, const char *function)
{
    if (length >= 0 && length <= INT_MAX - 64)
        return true;
    raise_error(t, EXC(OverflowError), "%s() argument out of range", function);
    return false;
}

NATIVE(socket, CMSG_LEN, 0,
       "How long an item of ancillary data is with its head.",
       (arg, ssize, length), (slash))
{
    return fits(t, length, "CMSG_LEN")
               ? value_from_int((int64_t)CMSG_LEN((size_t)length))
               : NULL_VALUE;
}

NATIVE(socket, CMSG_SPACE, 0,
       "How much room an item of ancillary data takes.",
       (arg, ssize, length), (slash))
{
    return fits(t, length, "CMSG_SPACE")
               ? value_from_int((int64_t)CMSG_SPACE((size_t)length))
               : NULL_VALUE;
}

const NativeDef *const socket_text_functions[] = {
    &socket_CMSG_LEN_native,
    &socket_CMSG_SPACE_native,
    &socket_htonl_native,
    &socket_htons_native,
    &socket_inet_aton_native,
    &socket_inet_ntoa_native,
    &socket_inet_ntop_native,
    &socket_inet_pton_native,
    &socket_ntohl_native,
    &socket_ntohs_native,
    NULL,
};
