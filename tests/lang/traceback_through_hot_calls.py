# Tracebacks have every frame, whatever caches are behind the calls in them.
import sys

source = """
class C:
    @property
    def p(self):
        return self.fails()

    def fails(self):
        if self.fail:
            raise KeyError

    def __getitem__(self, key):
        return self.p

def attribute(c):
    return c.p

def subscript(c):
    return c[0]

def method(c):
    return c.fails()

def function(c):
    return attribute(c)
"""
code = compile(source, 'source', 'exec')


def names(tb):
    while tb is not None:
        yield tb.tb_frame.f_code.co_name
        tb = tb.tb_next


seen = {}
for round in range(700):
    space = {}
    if round % 10 == 0:
        code = compile(source, 'source', 'exec')
    exec(code, space)
    c = space['C']()
    for name in 'attribute', 'subscript', 'method', 'function':
        f = space[name]
        c.fail = False
        for i in range(round % 10 * 3):
            f(c)
        c.fail = True
        try:
            f(c)
        except KeyError:
            found = ' '.join(names(sys.exc_info()[2]))
            seen[found] = seen.get(found, 0) + 1
print(seen)
