# Elements of _elementtree: making, parts, children, finding, copies.
import re
import sys

try:
    import _elementtree
except ImportError:
    print('built without the library')
    sys.exit()


def attempt(f, *args, **kwargs):
    try:
        v = f(*args, **kwargs)
        print(re.sub(' at 0x[0-9a-f]+', '', repr(v)))
    except Exception as e:
        print(type(e).__name__, e)



import copy
import pickle
import weakref
from _elementtree import Element, SubElement


def tags(elements):
    return [e.tag for e in elements]


def show(e, depth=0):
    print(' ' * depth, e.tag, e.attrib, repr(e.text), repr(e.tail))
    for child in e:
        show(child, depth + 1)


for args, kwargs in [((), {}), ((1,), {}), (('a', 1), {}), (('a', {}, 2), {}),
                     (('a', None), {}), (('a', {'x': 1}), {'y': 2}),
                     (('a',), {'attrib': {'x': 1}}), (('a',), {'attrib': 3}),
                     ((), {'tag': 'a'}), (('a', {}), {'attrib': 3})]:
    attempt(lambda: Element(*args, **kwargs).attrib)
    attempt(lambda: SubElement(Element('p'), *args, **kwargs).attrib)
attempt(SubElement)
attempt(SubElement, 1, 'a')
source = {'x': 1}
e = Element('a', source, y=2)
print(e.tag, e.text, e.tail, e.attrib, source, len(e), list(e), bool(e))
print(e.keys(), e.items(), e.get('x'), e.get('z'), e.get('z', default=6))
for name in ['tag', 'text', 'tail', 'attrib']:
    attempt(delattr, e, name)
attempt(setattr, e, 'attrib', 3)
attempt(setattr, e, 'other', 3)
e.attrib = {}
attempt(e.set, 'k', 'v')
attempt(e.set, 'k')
e.tag = 5
attempt(lambda: e)
for name, args in [('append', (1,)), ('append', (None,)), ('append', ()),
                   ('extend', (1,)), ('extend', ([1],)), ('extend', ('ab',)),
                   ('insert', (0, 1)), ('insert', ('a', Element('x'))),
                   ('remove', (1,)), ('remove', (Element('q'),)),
                   ('insert', (100, Element('b'))),
                   ('insert', (-100, Element('c'))),
                   ('extend', ((Element('d'), Element('e')),))]:
    attempt(getattr(e, name), *args)
print(tags(e))
for key in [0, -1, 9, 'a', 1 << 70, slice(0, 2), slice(None, None, -2), None]:
    attempt(e.__getitem__, key)
for key, value in [(0, 1), (0, Element('f')), (9, Element('z')),
                   (slice(0, 1), [Element('1'), Element('2')]),
                   (slice(0, 1), [1]), (slice(0, 3, 2), [Element('p')]),
                   (slice(0, 3, 2), [Element('p'), Element('q')]),
                   (slice(0, 0), 5), ('a', 1)]:
    attempt(e.__setitem__, key, value)
    print(tags(e))
for key in [0, 9, 'a', slice(0, 1), slice(0, None, 2), slice(5, 9)]:
    attempt(e.__delitem__, key)
    print(tags(e))

e = Element('r')
for tag in ['a', 'b', '{n}a', 'a', 'b']:
    SubElement(e, tag, {'i': tag}).text = tag.upper()
SubElement(e[0], 'a').tail = 'deep'
e.text = 'T'
e[1].tail = 't1'
for path in ['a', 'zz', './a', './/a', '{n}a', '{*}a', '*', 'n:a', '', 'a/a',
             "b[@i='b']", 1, None]:
    attempt(e.find, path)
    attempt(e.findtext, path, 'default')
    attempt(e.findall, path)
    attempt(lambda: list(e.iterfind(path)))
attempt(e.find, 'n:a', {'n': 'n'})
attempt(e.find, 'a', namespaces=1)
for tag in [None, '*', 'a', 'zz', 5]:
    attempt(lambda: tags(e.iter(tag)))
print(list(e.itertext()), list(e[1].itertext()), type(e.iter()).__name__)
attempt(type(e.iter()))
attempt(e.makeelement, 'q', {'a': 1})
attempt(e.makeelement, 'q')
attempt(e.makeelement, 'q', 1)

c = copy.copy(e)
print(c[0] is e[0], len(c), c.text, c.attrib is e.attrib)
d = copy.deepcopy(e)
print(d[0] is e[0])
show(d)
show(pickle.loads(pickle.dumps(e)))
same = Element('s')
e.extend([same, same])
d = copy.deepcopy(e)
print(d[-1] is d[-2], d[-1] is same)
for state in [1, {}, {'tag': 'a', '_children': [1]}, {'tag': 'a', '_children': 1},
              {'tag': 'a', '_children': [Element('z')], 'attrib': {'b': '1'},
               'text': 'x', 'tail': 'y'}]:
    attempt(e.__setstate__, state)
show(e)
print(e.clear(), len(e), e.attrib, e.text, e.tail)


class Sub(Element):
    pass


s = Sub('a')
s.other = 1
print(s.other, s.tag, type(copy.copy(s)) is Element,
      type(s.makeelement('q', {})) is Element, weakref.ref(s)() is s)
raw = Element.__new__(Element)
print(raw.tag, raw.text, len(raw), raw.attrib)
attempt(lambda: raw)
