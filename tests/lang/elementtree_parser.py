# TreeBuilder and XMLParser of _elementtree: targets, events, factories, errors.
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



import io
import xml.etree.ElementTree as ET
from _elementtree import TreeBuilder, XMLParser

DOCUMENT = ('<?xml version="1.0"?><!DOCTYPE r PUBLIC "p" "s">'
            '<r xmlns="u" xmlns:k="v" k:x="1" y="2">'
            '<!--c--><?pi d?>t<k:b/>x<a>&amp;</a></r>')


def text(e):
    return ET.tostring(e)


t = TreeBuilder()
attempt(t.close)
attempt(t.data, 'ignored')
for name, args in [('start', ('a',)), ('start', ('a', 1)), ('end', ('x',)),
                   ('start', ('a', {'x': 'y'})), ('data', ('q',)),
                   ('data', ('r',)), ('start', ('b', {})), ('data', ('z',)),
                   ('end', ('other',)), ('data', ('tail',)),
                   ('comment', ('c',)), ('pi', ('p', 'q')), ('pi', ('p',)),
                   ('end', ('a',))]:
    attempt(getattr(t, name), *args)
print(text(t.close()), text(t.close()))
attempt(t.end, 'x')
attempt(t.start, 'x', {})
for kwargs in [{}, {'insert_comments': True, 'insert_pis': True},
               {'comment_factory': ET.Comment, 'pi_factory': ET.PI,
                'insert_comments': True, 'insert_pis': True}]:
    t = TreeBuilder(**kwargs)
    t.start('a', {})
    t.comment('c')
    t.data('d')
    t.pi('p', 'q')
    t.data('e')
    t.end('a')
    print(text(t.close()))
t = TreeBuilder(lambda *args: args)
attempt(t.start, 'a', {})
attempt(t.start, 'b', {})


class Node:
    def __init__(self, tag, attrib):
        self.tag, self.attrib, self.text, self.tail = tag, attrib, None, None
        self.children = []

    def append(self, child):
        self.children.append(child)


t = TreeBuilder(Node)
p = XMLParser(target=t)
p.feed('<a x="1">1<b>2</b>3<b/></a>')
root = p.close()
print(root.tag, root.attrib, root.text,
      [(n.tag, n.text, n.tail, n.attrib) for n in root.children])
attempt(TreeBuilder, 1, 2)
attempt(TreeBuilder, foo=1)

p = XMLParser()
print(p.version[:6], p.entity, type(p.target) is TreeBuilder)
attempt(p.feed, DOCUMENT[:70])
attempt(p.feed, DOCUMENT[70:].encode())
attempt(lambda: text(p.close()))
attempt(p.feed, '<a/>')
attempt(p.feed, 1)
for data in ['<a></b>', '<a>', '', '<a>&foo;</a>',
             '<!DOCTYPE a SYSTEM "x"><a>&foo;</a>', b'<a>\xff</a>',
             b'<?xml version="1.0" encoding="nope"?><a/>',
             b'<?xml version="1.0" encoding="koi8-r"?><a>\xc1</a>']:
    p = XMLParser()
    try:
        p.feed(data)
        print(text(p.close()))
    except ET.ParseError as e:
        print(e, e.code, e.position, e.lineno)
    except LookupError as e:
        print(e)
p = XMLParser()
p.entity['foo'] = 'BAR'
p.feed('<!DOCTYPE a SYSTEM "x"><a>&foo;</a>')
print(text(p.close()))


def method(name):
    return lambda self, *args: print(name, args)


names = ['start', 'end', 'data', 'comment', 'pi', 'doctype', 'start_ns',
         'end_ns']
for chosen in [names, names[:3], names[3:], []]:
    Target = type('Target', (), {n: method(n) for n in chosen})
    p = XMLParser(target=Target())
    attempt(p.feed, DOCUMENT)
    attempt(p.close)
Target.close = lambda self: 'closed'
p = XMLParser(target=Target())
attempt(p._parse_whole, io.StringIO('<a>b</a>'))
attempt(p._parse_whole, 1)
attempt(p._setevents, [], ['start'])
attempt(lambda: text(XMLParser()._parse_whole(io.BytesIO(b'<a>b</a>'))))


class Failing:
    def start(self, tag, attrib):
        raise KeyError(tag)


p = XMLParser(target=Failing())
attempt(p.feed, '<a><b/></a>')

events = []
p = XMLParser()
attempt(p._setevents, events, ['start', 'end', 'start-ns', 'end-ns', 'comment',
                               'pi'])
attempt(p.feed, DOCUMENT)
print([(name, getattr(v, 'tag', v)) for name, v in events])
for names in [['foo'], [1], None, 1, ()]:
    attempt(p._setevents, [], names)
attempt(p._setevents, 1, [])
print([(name, e.tag) for name, e in ET.iterparse(io.StringIO('<a><b/>t</a>'),
                                                ('start', 'end'))])
pull = ET.XMLPullParser(('start', 'end'))
for part in ['<a><b>', '</b></a>']:
    pull.feed(part)
pull.close()
print([(name, e.tag) for name, e in pull.read_events()])

attempt(XMLParser, 1)
attempt(XMLParser, encoding=1)
attempt(XMLParser.__new__(XMLParser).feed, '<a/>')
attempt(XMLParser.__new__(XMLParser).close)
attempt(setattr, p, 'entity', 1)
before = _elementtree._set_factories(None, None)
print([f.__name__ for f in before])
attempt(_elementtree._set_factories, 1, None)
print(_elementtree._set_factories(*before))
print(_elementtree.ParseError is ET.ParseError, ET.ParseError.__mro__)
# Alone: sets what makes comments
