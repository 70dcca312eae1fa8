# SPDX-License-Identifier: MIT
# A hash object that was begun with data: digests, copies and more data in any order.
import hashlib
import hmac

for name in "md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "ripemd160":
    try:
        h = hashlib.new(name, b"spam")
    except ValueError:
        continue
    c = h.copy()
    first = h.digest()
    print(name, h.name, h.digest_size, h.block_size, first == h.digest(),
          first == c.digest(), h.hexdigest() == first.hex())
    h.update(b" and eggs")
    print(h.hexdigest()[:16], c.hexdigest()[:16], h.digest() == h.digest())
    d = c.copy()
    c.update(b" and eggs")
    print(c.digest() == h.digest(), d.digest() == first)
    print(hashlib.new(name, b"spam and eggs").digest() == h.digest())

data = bytearray(b"mutable")
h = hashlib.sha256(data)
data[:] = b"changed"
print(h.hexdigest() == hashlib.sha256(b"mutable").hexdigest())
h = hashlib.sha256(memoryview(b"xxmutablexx")[2:-2])
print(h.hexdigest() == hashlib.sha256(b"mutable").hexdigest())
print(hashlib.sha256(memoryview(b"aXbXcX")[::2].tobytes()).hexdigest()[:8])

for size in 0, 1, 2047, 2048, 5000:
    whole, parts = hashlib.sha1(bytes(size)), hashlib.sha1()
    for _ in range(size):
        parts.update(b"\0")
    print(size, whole.digest() == parts.digest(), whole.hexdigest()[:8])

h = hashlib.shake_128(b"abc")
print(h.hexdigest(5), h.hexdigest(3), h.copy().hexdigest(4))
h.update(b"d")
print(h.hexdigest(5))
print(hashlib.sha256(b"x", usedforsecurity=False).hexdigest()[:8])

m = hmac.new(b"key", b"text", "sha256")
n = m.copy()
m.update(b" more")
print(m.hexdigest()[:16], n.hexdigest()[:16], m.name, m.digest_size, m.block_size)
print(hmac.new(b"", b"", "md5").hexdigest(), hmac.new(b"k" * 100, None, "sha1").hexdigest())
print(hmac.digest(b"key", b"text", "sha512").hex()[:16])
