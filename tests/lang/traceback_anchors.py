# Which part of a line a traceback marks as the one that raised.
import sys


def show(f):
    try:
        f()
    except Exception:
        kind, value, traceback = sys.exc_info()
        old, sys.stderr = sys.stderr, Buffer()
        try:
            sys.__excepthook__(kind, value, traceback)
            text = sys.stderr.text
        finally:
            sys.stderr = old
        for line in text.split("\n"):
            if line.startswith("    "):
                print(line)


class Buffer:
    text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


x, d = 1, {}
show(lambda: x[5])
show(lambda: x [5])
show(lambda: x[ 5 ])
show(lambda: x[(5)])
show(lambda: (x)[5])
show(lambda: ((x))[5] + 1)
show(lambda: ( x ) [ 5 ])
show(lambda: d[1, 2])
show(lambda: d[(1, 2)])
show(lambda: x[1:2])
show(lambda: x[(1):(2)])
show(lambda: d.get("a", d)["a"]["b"])
show(lambda: d[ (1), 2 ])
show(lambda: x + "a")
show(lambda: x+"a")
show(lambda: x  %  d)
show(lambda: x//d)
show(lambda: x // d)
show(lambda: x**d)
show(lambda: (x)+("a"))
show(lambda: (x) + ("a"))
show(lambda: ((x))  %  (d))
show(lambda: "é" + x)
show(lambda: -d)
show(lambda: x < d)
show(lambda: x(d)(x))
# Alone: sets or calls the process's hooks
