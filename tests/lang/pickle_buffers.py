# PickleBuffer: memory in a pickle, and memory left out of it.
import _pickle
import array
import weakref


def outcome(function, *args, **kwargs):
    try:
        v = function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, str(e).partition(" at 0x")[0])
    if isinstance(v, memoryview):
        return ("view", v.tobytes(), v.readonly, v.format, v.shape, v.strides,
                v.contiguous)
    return v if isinstance(v, (bytes, bytearray, type(None))) else type(v).__name__


PB = _pickle.PickleBuffer
print(PB, outcome(PB), outcome(PB, 1), outcome(PB, b"", 1),
      outcome(lambda: PB(b"", x=1)), outcome(PB, "x"))
grid = memoryview(bytes(range(24))).cast("B", (4, 6))
sources = [b"abc", bytearray(b"abc"), memoryview(b"abcdef")[::2], array.array(
    "i", [1, 2, 3]), grid, memoryview(bytearray(b"abcd")).cast("H"), b"",
           memoryview(b"abcdef")[::-1]]
for source in sources:
    buffer = PB(source)
    print(outcome(memoryview, buffer), outcome(buffer.raw))
    for protocol in 4, 5:
        print("   ", outcome(_pickle.dumps, buffer, protocol))
    for answer in None, True, False, 0, "yes":
        kept = []

        def callback(b):
            kept.append(b)
            return answer

        data = outcome(_pickle.dumps, [buffer, buffer], 5,
                       buffer_callback=callback)
        print("   ", repr(answer), len(kept), data)
        if isinstance(data, bytes):
            print("   ", [outcome(lambda: v) for v in
                          _pickle.loads(data, buffers=kept + kept)
                          if not isinstance(v, PB)],
                  outcome(_pickle.loads, data),
                  outcome(_pickle.loads, data, buffers=[]),
                  [outcome(lambda: v) for v in
                   _pickle.loads(data, buffers=[bytearray(b"w"), b"r"])])
print(outcome(_pickle.dumps, PB(b"x"), 5, buffer_callback=lambda b: 1 / 0))
print(outcome(_pickle.dumps, PB(b"x"), 5, buffer_callback=5))
data = bytearray(b"held")
buffer = PB(data)
print(outcome(data.append, 1))
raw = buffer.raw()
raw[0] = 72
print(data, outcome(PB(b"ro").raw().__setitem__, 0, 1))
raw.release()
buffer.release()
buffer.release()
print(outcome(data.append, 1), data, outcome(buffer.raw),
      outcome(memoryview, buffer), outcome(_pickle.dumps, buffer, 5))
print(weakref.ref(buffer)() is buffer)
for source in b"bytes", bytearray(b"bytes"), memoryview(b"abcd")[::2]:
    print(type(source), memoryview(PB(source)).obj is getattr(
        source, "obj", source),
        source.contiguous if isinstance(source, memoryview) else
        memoryview(PB(source).raw()).obj is source)
print(outcome(bytes, PB(b"bytes")), outcome(bytearray, PB(b"bytes")))
for data in b"\x97.", b"\x97\x98.", b"\x98.", b"C\1a\x98.", b"N\x98.":
    print(data, outcome(_pickle.loads, data, buffers=iter([bytearray(b"w")])))


class Owner:
    def __init__(self, data):
        self.data = data

    def __reduce_ex__(self, protocol):
        return Owner, (PB(self.data) if protocol >= 5 else bytes(self.data),)


for protocol in 4, 5:
    kept = []
    data = _pickle.dumps(Owner(bytearray(b"large")), protocol,
                         buffer_callback=kept.append if protocol > 4 else None)
    print(data, len(kept), outcome(
        lambda: _pickle.loads(data, buffers=kept).data))
# Alone: is found by name in __main__ by pickle
