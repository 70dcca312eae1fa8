# What pyexpat calls handlers with, in all ways of asking.
import sys

try:
    import pyexpat
except ImportError:
    print('built without the library')
    sys.exit()


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'code', ''),
              getattr(e, 'lineno', ''), getattr(e, 'offset', ''))



DOCUMENT = '''<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE r PUBLIC "pub" "sys" [
<!ELEMENT r (a|b*)+>
<!ELEMENT a (#PCDATA|b)*>
<!ELEMENT b EMPTY>
<!ELEMENT c ANY>
<!ATTLIST r x CDATA "def" y (q|w) #REQUIRED z ID #IMPLIED>
<!NOTATION n SYSTEM "ns">
<!ENTITY e "text">
<!ENTITY ext SYSTEM "file">
<!ENTITY un SYSTEM "u" NDATA n>
<!ENTITY % pe "x">
]>
<!--com--><?pi data?>
<r y="q" xmlns:k="uri:k" k:at="1">t&e;&ext;&nope;<![CDATA[cd]]><k:a>\u20ac\U0001f600</k:a></r>'''


def handler(name):
    def show(*args):
        if name == 'ExternalEntityRefHandler':
            args = args[1:]  # the context's order is random
        print(name, args)
        return 1
    return show


NAMES = [n for n in dir(pyexpat.ParserCreate()) if n.endswith('Handler')]
print(NAMES)
for separator in [None, ' ', '']:
    for flag in [False, True]:
        p = pyexpat.ParserCreate(None, separator)
        p.buffer_text = p.namespace_prefixes = flag
        p.ordered_attributes = p.specified_attributes = flag
        for name in NAMES:
            if name != 'DefaultHandler':
                setattr(p, name, handler(name))
        print('separator', repr(separator), flag)
        attempt(p.Parse, DOCUMENT, True)
        print(p.CurrentLineNumber, p.CurrentColumnNumber, p.ErrorCode,
              p.buffer_used, len(p.intern))

# What the default handlers get.
for name in ['DefaultHandler', 'DefaultHandlerExpand']:
    p = pyexpat.ParserCreate()
    got = []
    setattr(p, name, got.append)
    p.Parse('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;<!--c--><?p i?></a>', True)
    print(name, got)

# Text comes in pieces, or put together.
for size in [None, 5, 100]:
    p = pyexpat.ParserCreate()
    got = []
    p.CharacterDataHandler = got.append
    p.StartElementHandler = lambda *args: got.append(args)
    if size is not None:
        p.buffer_text = True
        p.buffer_size = size
    p.Parse('<a>hello world, this\nis<b/>it &amp; that</a>', True)
    print(size, got)


# An external subset, parsed by a parser of its own.
def external(context, base, system, public):
    print(context, base, system, public)
    q = p.ExternalEntityParserCreate(context)
    print(q.buffer_text, q.intern is p.intern,
          q.StartElementHandler is p.StartElementHandler)
    return q.Parse('<!ENTITY e "hi">', True)


p = pyexpat.ParserCreate()
p.UseForeignDTD(True)
print(p.SetParamEntityParsing(pyexpat.XML_PARAM_ENTITY_PARSING_ALWAYS))
p.ExternalEntityRefHandler = external
p.CharacterDataHandler = lambda s: print('text', s, p.GetInputContext())
p.StartElementHandler = handler('start')
attempt(p.Parse, '<?xml version="1.0"?><!DOCTYPE r><r>&e;</r>', True)
print(p.GetInputContext())
p.SetBase('base')
print(p.GetBase())


# Handlers that take away handlers, and that make parsers outlive others.
def take_away(*args):
    print(args)
    p.EndElementHandler = None
    p.CharacterDataHandler = None


p = pyexpat.ParserCreate()
p.StartElementHandler = take_away
p.CharacterDataHandler = p.EndElementHandler = print
attempt(p.Parse, '<a>text</a>', True)
q = pyexpat.ParserCreate().ExternalEntityParserCreate(None)
q.StartElementHandler = print
attempt(q.Parse, '<a/>', True)
del q
