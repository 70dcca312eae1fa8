# by hand
# Elements that change while they are looked at, and deep ones: CPython crashes.
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
from _elementtree import Element, SubElement


def tags(elements):
    return [e.tag for e in elements]


# Tags that change what is looked through.
class Tag:
    def __init__(self, parent):
        self.parent = parent

    def __eq__(self, other):
        self.parent.clear()
        return False

    __hash__ = None


for use in [lambda e: e.find('x'), lambda e: e.findall('x'),
            lambda e: e.findtext('x'), lambda e: tags(e.iter('x'))]:
    e = Element('r')
    for _ in range(3):
        SubElement(e, Tag(e))
    attempt(use, e)


class Again(str):
    def __repr__(self):
        return repr(e)


e = Element('x')
e.tag = Again('x')
attempt(repr, e)
deep = e = Element('0')
for i in range(20000):
    e = SubElement(e, 'n')
print(sum(1 for _ in deep.iter()))
try:
    copy.deepcopy(deep)
except RecursionError:
    print('too deep')
