# Code objects come back from marshal as they were, and run.
import marshal

source = '''
import sys
def outer(a, b=2, *c, d, e=5, **f):
    total = a
    def inner(x):
        nonlocal total
        total += x
        return total
    try:
        for i in c:
            inner(i)
    finally:
        total += d
    with_list = [x * total for x in range(3) if x]
    return inner(0), with_list, {k: v for k, v in f.items()}, f"{b!r:>4}"
def generator(n):
    while n:
        n = (yield n) or n - 1
class C:
    """text"""
    attribute: int = 1
    def method(self):
        return super().__repr__()[:3]
    @property
    def p(self): return self.attribute
def match(x):
    match x:
        case [1, *rest]: return rest
        case {"k": v, **others}: return v, others
        case C(attribute=a): return a
        case _: return None
def handles(x):
    try:
        return 1 / x
    except ZeroDivisionError as e:
        return str(e)
    finally:
        result.append(x)
def star():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        result.append(repr(e.exceptions))
    except* TypeError as e:
        result.append(repr(e.exceptions))
result = [outer(1, 2, 3, 4, d=6, z=7), list(generator(4)), C().method(), C().p]
result += [match([1, 2, 3]), match({"k": 1, "l": 2}), match(C()), match(5)]
result += [handles(0), handles(2)]
star()
async def coroutine():
    async with manager: pass
    async for x in y: await x
    return [z async for z in x]
'''
code = compile(source, 'source.py', 'exec')
for version in range(5):
    copy = marshal.loads(marshal.dumps(code, version))
    assert copy == code and copy is not code
namespaces = {}, {}
exec(code, namespaces[0])
exec(copy, namespaces[1])
print(namespaces[1]['result'])
print(namespaces[0]['result'] == namespaces[1]['result'])


def nested(code):
    yield code
    for c in code.co_consts:
        if type(c) is type(code):
            yield from nested(c)


for a, b in zip(nested(code), nested(copy)):
    for name in dir(a):
        if name.startswith('co_') and not callable(getattr(a, name)):
            assert getattr(a, name) == getattr(b, name), name
    assert list(a.co_lines()) == list(b.co_lines())
    assert list(a.co_positions()) == list(b.co_positions())
print('equal')
try:
    namespaces[1]['outer']()
except TypeError as e:
    print(e, e.__traceback__.tb_lineno > 0)

# Cut off anywhere it is refused.
data = marshal.dumps(code)
for i in range(0, len(data), 7):
    try:
        marshal.loads(data[:i])
        print(i)
    except EOFError:
        pass
