# marshal.dumps() of data has the format's bytes in all versions, and loads()
# gives back what was written.
import marshal

parts = [1, 1.5, -2.5j, "abc", b"x", True, None, ..., StopIteration, 2**40,
         -5, (), frozenset({'c', 'a', 'b'}), {'a': 1}]
for version in range(-1, 3):
    print(version, marshal.dumps(parts, version))
for version in range(3, 6):
    print(version, marshal.dumps(
        [1, 1.5, -2.5j, "abc", b"x", True, None, ..., StopIteration, 2**40,
         -5, (), {'a': 1}, "abc", 1], version))
for n in (0, 1, -1, 2**15, 2**30, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63,
          2**64, 2**64 - 1, 10**50, -10**300, 3**1000):
    print(marshal.dumps(n, 2))
    for version in range(5):
        assert marshal.loads(marshal.dumps(n, version)) == n
for x in (1.0, 0.1, float('inf'), -float('inf'), float('nan'), -float('nan'),
          1e300, -0.0):
    print(marshal.dumps(x, 1), marshal.dumps(x, 2), marshal.dumps(x, 4))
for s in ('', 'a', 'é', '\ud800', '\U0001f600' * 3, 'a' * 255, 'b' * 256):
    print(marshal.dumps(s, 2), marshal.loads(marshal.dumps(s)) == s)

whole = (1, 2, 'abc', 'd' * 300, 'é' * 10, [1], {1: 2}, {3, 4}, frozenset([5]),
         1.5, 2j, b'q', None, True, ..., ('t',) * 300)
for version in range(5):
    assert marshal.loads(marshal.dumps(whole, version)) == whole

# What occurs again is one object again from version 3 on.
inner = ['x', 2.5]
for version in range(5):
    a, b = marshal.loads(marshal.dumps((inner, inner), version))
    print(version, a == b, a is b)
loop = []
loop.append(loop)
print(marshal.dumps(loop), marshal.loads(marshal.dumps(loop)))

# Memory is written as bytes.
print(marshal.loads(marshal.dumps(bytearray(b'ab'))))
print(marshal.loads(marshal.dumps(memoryview(b'abc'))))


class L(list):
    pass


deep = []
for i in range(2500):
    deep = [deep]
for x in (object(), [object()], int, L(), deep, {1: print}):
    try:
        marshal.dumps(x)
    except ValueError as e:
        print(e)
try:
    marshal.dumps(loop, 2)
except ValueError as e:
    print(e)
print(marshal.version)
