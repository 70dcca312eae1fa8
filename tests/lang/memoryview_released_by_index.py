# A memoryview that __index__ (or the conversion of a value) releases is
# neither read nor written.
class Releases:
    def __init__(self, value=1):
        self.value = value

    def __index__(self):
        view.release()
        return self.value

    def __float__(self):
        view.release()
        return float(self.value)

    def __bool__(self):
        view.release()
        return True


def attempt(what, format, f):
    global view
    memory = bytearray(range(48))
    whole = memoryview(memory)
    view = whole.cast(format)
    try:
        answer = f(view)
        if isinstance(answer, memoryview):
            with answer:
                answer = bytes(answer)
    except Exception as e:
        answer = type(e).__name__, str(e)
    print(what, format, answer, memory == bytes(range(48)))
    view.release()
    whole.release()
    memory.clear()  # no export is left behind


for format in "BbHhIiLlQqfd?":
    attempt("get", format, lambda v: v[Releases()])
    attempt("set at", format, lambda v: v.__setitem__(Releases(), 1))
    attempt("set value", format, lambda v: v.__setitem__(0, Releases()))
    attempt("set both", format,
            lambda v: v.__setitem__(Releases(0), Releases()))
attempt("get end", "B", lambda v: v[Releases(-1)])
attempt("get outside", "B", lambda v: v[Releases(1000)])
attempt("slice", "B", lambda v: v[Releases():5])
attempt("bad slice", "B", lambda v: v[Releases():5:0])
attempt("tuple", "B", lambda v: v[(Releases(),)])
