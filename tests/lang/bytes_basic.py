# SPDX-License-Identifier: MIT
"""bytes and bytearray."""

b = b"hello\x00\xff\n'\""
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b[:3]))
print(bytes(3), bytes([1, 2, 255]), bytes("\u20ac", "utf-8"), bytes(b"x"),
      bytes(), bytes(range(5)), b"a" b"b", rb"\n", b'"', b"'")
print(b"abc" + b"d", b"ab" * 2, b"b" in b"abc", 98 in b"abc", b"a" < b"b",
      b"a" == b"a", b"a" == "a", hash(b"a") == hash(b"a"))
print(b"a,b".split(b","), b" x ".strip(), b"abc".find(b"c"), b"abc".upper(),
      b",".join([b"a", b"b"]), b"abc".replace(b"b", b"xx"), b"abc".hex(),
      bytes.fromhex("00 ff 1a"), b"abc".startswith(b"a"), b"a\nb".splitlines(),
      b"abc".index(98), b"aXbX".count(b"X"), b"x".ljust(3, b"."), b"12".isdigit(),
      b"abc".hex("-"), b"ab".partition(b"a"), b"\x09a".expandtabs(4))
print(b"abc".decode(), b"\xe2\x82\xac".decode("utf-8"), b"\xe9".decode("latin-1"),
      ascii(b"a\xff".decode("utf-8", "replace")),
      b"a\xffb".decode("utf-8", "ignore"),
      ascii(b"\xff".decode("utf-8", "surrogateescape")),
      b"a\xff".decode("ascii", "backslashreplace"))
print(b"%d %s %r %x %c" % (5, b"x", "y", 255, 65), b"abc".translate(
    bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"))
a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a += b"g"
a[0] = 65
a[1:3] = b"--longer"
del a[-1]
a.insert(0, 33)
print(a, len(a), a.pop(), a.pop(0), a, bytes(a), a == bytes(a))
a.reverse()
print(a, a.find(b"-"), a[2:5], bytearray(2), bytearray(b"x") * 3)
a.clear()
print(a, bool(a), bytearray([1, 2]) + b"x", type(b"x" + bytearray(b"y")),
      type(bytearray(b"y") + b"x"))
for bad in (lambda: b"a" + "a", lambda: bytes([256]), lambda: bytes([-1]),
            lambda: b"abc"[5], lambda: bytes("a"), lambda: b"\xff".decode(),
            lambda: b"\xe2\x82".decode(), lambda: bytes.fromhex("0g"),
            lambda: b"".join(["a"]), lambda: bytes(-1), lambda: "a" in b"abc",
            lambda: b"a" < "a", lambda: bytearray(b"")[0], lambda: 256 in b"a",
            lambda: bytes(1.5), lambda: b"\x80".decode("ascii")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
try:
    bytearray(b"x")[0] = 256
except ValueError as e:
    print(e)
m = memoryview(b"abcdef")
print(m[1], bytes(m[1:3]), len(m), m.tobytes(), m.readonly, list(m[::2]))
w = bytearray(b"abcdef")
v = memoryview(w)
v[0] = 90
v[1:3] = b"YX"
print(w, v.format, v.nbytes, v.shape)
