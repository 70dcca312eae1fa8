# by hand
# Items whose __index__, __float__ or __eq__ change the array that they are for:
# CPython 3.11 crashes.
from array import array


class Does:
    def __init__(self, action):
        self.action = action

    def __index__(self):
        self.action()
        return 1

    def __float__(self):
        self.action()
        return 1.0

    def __eq__(self, other):
        self.action()
        return False


def show(name, a, f):
    try:
        print(name, f(), end=' ')
    except Exception as e:
        print(name, type(e).__name__, e, end=' ')
    print(a.typecode, len(a), sum(a) if len(a) < 100 else '')


def clear(a):
    del a[:]


def grow(a):
    a.extend([0] * 5000)


def swap(a):
    clear(a)
    grow(a)


for code in 'bid':
    for action in clear, grow, swap:
        def do(name, f):
            a = array(code, range(20))
            show(f'{action.__name__} {name}', a,
                 lambda: f(a, Does(lambda: action(a))))

        do('append', lambda a, x: a.append(x))
        do('insert', lambda a, x: a.insert(10, x))
        do('extend', lambda a, x: a.extend([x, x]))
        do('fromlist', lambda a, x: a.fromlist([x, x]))
        do('index', lambda a, x: a.index(x) if action is clear else 0)
        do('count', lambda a, x: a.count(x) if action is clear else 0)
        do('remove', lambda a, x: a.remove(x) if action is clear else 0)
        do('contains', lambda a, x: x in a if action is clear else 0)
        do('getitem', lambda a, x: a[x:][:3])
        do('pop', lambda a, x: a.pop(x))

items = [0] * 10
for code in 'id':
    try:
        print(array(code, [Does(items.clear)]))
        items[:] = [Does(items.clear)] * 5
        print(array(code, items))
    except IndexError as e:
        print(e)
    items[:] = [Does(items.clear)] * 5
    a = array(code, [1])
    try:
        a.fromlist(items)
    except RuntimeError as e:
        print(e)
    print(a)

# An item that there is no more is not written.
a = array('i', range(10))
try:
    a[5] = Does(lambda: clear(a))
except IndexError as e:
    print(e)
a = array('i', range(10))
a[0] = Does(lambda: grow(a))
print(len(a), a[0])
a[Does(lambda: clear(a)):] = array('i', [4])
print(a)
