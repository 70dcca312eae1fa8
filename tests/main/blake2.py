# SPDX-License-Identifier: MIT
# What the modules of digests on libb2 answer and refuse.
import _blake2
import threading


class Index:
    def __index__(self):
        return 3


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '!>', type(e).__name__, e)


for call in ("_blake2.blake2b(%s)", "_blake2.blake2s().update(%s)"):
    for args in (
        "'s'", "3", "None", "memoryview(bytearray(8))[::2]",
        "memoryview(bytearray(4)).cast('B', (2, 2))", "b'', b''",
        "string=b''", "b'', string=b''", "data=b''",
    ):
        show('type(%s)' % (call % args))

for text in r"""
_blake2.blake2b().name
_blake2.blake2b().digest_size, _blake2.blake2s().digest_size, _blake2.blake2s(digest_size=5).digest_size
_blake2.blake2b().block_size, _blake2.blake2s().block_size
_blake2.blake2b(digest_size=0)
_blake2.blake2b(digest_size=65)
_blake2.blake2s(digest_size=33)
_blake2.blake2b(digest_size='a')
_blake2.blake2b(key=bytes(65))
_blake2.blake2b(key='a')
_blake2.blake2b(salt=bytes(17))
_blake2.blake2b(person=bytes(17))
_blake2.blake2s(person=bytes(9))
_blake2.blake2b(fanout=256)
_blake2.blake2b(fanout=-1)
_blake2.blake2b(depth=0)
_blake2.blake2b(depth=256)
_blake2.blake2b(leaf_size=-1)
_blake2.blake2b(leaf_size=2**32)
_blake2.blake2b(leaf_size=2**64)
_blake2.blake2b(node_offset=-1)
_blake2.blake2b(node_offset=2**64)
_blake2.blake2s(node_offset=2**48)
_blake2.blake2s(node_offset=2**48-1).hexdigest()
_blake2.blake2b(node_depth=256)
_blake2.blake2b(inner_size=65)
_blake2.blake2s(inner_size=33)
_blake2.blake2b(inner_size=-1)
_blake2.blake2b(leaf_size=Index())
_blake2.blake2b(node_offset='a')
_blake2.blake2b(b'',b'')
_blake2.blake2b(b'',digest_size=20,key=b'a',salt=b'b',person=b'c',fanout=2,depth=3,leaf_size=4,node_offset=2**64-1,node_depth=6,inner_size=7,last_node=True).hexdigest()
_blake2.blake2s(b'x'*1000,digest_size=20,key=b'a',salt=b'b',person=b'c',fanout=2,depth=3,leaf_size=4,node_offset=2**44-1,node_depth=6,inner_size=7,last_node=True).hexdigest()
_blake2.blake2s(b'x'*5000,key=bytes(32)).copy().digest()
_blake2.blake2b(b'x'*5000,key=bytes(64)).copy().hexdigest()
_blake2.blake2b(b'x'*128).hexdigest()
_blake2.blake2b(b'x'*256).hexdigest()
_blake2.blake2b.SALT_SIZE, _blake2.blake2s.PERSON_SIZE, _blake2.blake2s.MAX_KEY_SIZE, _blake2.blake2b.MAX_DIGEST_SIZE
""".strip().splitlines():
    show(text)

# Large data lets other threads run, who may come with the same object.
for make in (_blake2.blake2b, _blake2.blake2s):
    h = make()
    threads = [threading.Thread(target=lambda: [h.update(bytes(100000)) or
                                                h.update(b'\0') or h.digest(*length)
                                                for _ in range(10)])
               for length in [(5,) if h.name.startswith('shake') else ()] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(h.hexdigest(*([5] if h.name.startswith('shake') else [])) ==
          make(bytes(4000040)).hexdigest(
              *([5] if h.name.startswith('shake') else [])))
