# Errors of pyexpat: of XML, of handlers, of arguments; encodings; files.
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



create = pyexpat.ParserCreate
for data in ['<a></b>', '', '<a b="1" b="2"/>', '<a>&nope;</a>', '<a/><b/>',
             '<a', '<a>\x01</a>', b'<a>\xff</a>', '<a:b/>', '<?xml version="2"?>',
             '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>']:
    attempt(create(namespace_separator=' ').Parse, data, True)
p = create()
attempt(p.Parse, '<a/>', True)
attempt(p.Parse, '<a/>', True)
print(p.ErrorCode, pyexpat.ErrorString(p.ErrorCode), p.ErrorLineNumber,
      p.ErrorColumnNumber, p.ErrorByteIndex)


def fail(*args):
    raise KeyError(args)


p = create()
p.StartElementHandler = p.EndElementHandler = fail
attempt(p.Parse, '<a><b/></a>', True)
print(p.StartElementHandler, p.EndElementHandler)
p = create()
p.NotStandaloneHandler = lambda: 0
attempt(p.Parse, '<!DOCTYPE a SYSTEM "b"><a/>', True)
for answer in [0, 'a', 1 << 70, None]:
    p = create()
    p.ExternalEntityRefHandler = lambda *args: answer
    attempt(p.Parse, '<!DOCTYPE r [<!ENTITY e SYSTEM "f">]><r>&e;</r>', True)

for encoding in ['latin-1', 'koi8-r', 'utf-16-be', 'nope', 'utf-16']:
    for outside in [None, encoding]:
        p = create(outside)
        p.CharacterDataHandler = print
        head = b'' if outside else b'<?xml version="1.0" encoding="%s"?>' % (
            encoding.encode())
        attempt(p.Parse, head + b'<a>\xc1</a>', True)
p = create('ascii')
p.CharacterDataHandler = print
attempt(p.Parse, '<a>\u20ac</a>', True)
for data in [1, None, '\udc80', [b'<a/>'], bytearray(b'<a/>'),
             memoryview(b'<a/>')]:
    attempt(create().Parse, data, True)
attempt(create().Parse, b'<a>' + b'text' * 1000000 + b'</a>', True)


class File:
    def __init__(self, *answers):
        self.answers = list(answers)

    def read(self, n):
        answer = self.answers.pop(0)
        return answer(n) if callable(answer) else answer


for file in [File(b'<a>', bytearray(b'</a>'), b''), File(b''), File('text'),
             File(lambda n: b'a' * (n + 1)), File(fail), 1, File(b'<a></b>')]:
    attempt(create().ParseFile, file)

for args, kwargs in [((1,), {}), ((None, 1), {}), ((None, 'ab'), {}),
                     ((), {'intern': 3}), ((1, 2, 3, 4), {}), ((), {'a': 1})]:
    attempt(create, *args, **kwargs)
p = create(None, None, None)
print(p.intern)
for name, value in [('buffer_size', 0), ('buffer_size', 'a'),
                    ('buffer_size', 1 << 40), ('buffer_size', 1 << 70),
                    ('foo', 1), ('intern', {}), ('ErrorCode', 1),
                    ('buffer_size', 100), ('buffer_text', 2),
                    ('ordered_attributes', []), ('StartElementHandler', 1)]:
    attempt(setattr, p, name, value)
    attempt(delattr, p, name)
print(p.buffer_size, p.buffer_text, p.ordered_attributes,
      p.StartElementHandler)
attempt(p.Parse, '<a/>')
attempt(type(p))
attempt(type, 'C', (type(p),), {})
attempt(p.SetBase, 1)
attempt(p.ExternalEntityParserCreate, 1)
attempt(p.ExternalEntityParserCreate, 'a', 1)
attempt(p.SetParamEntityParsing, 5)
for code in [0, 1, 9999, -1, 'a']:
    attempt(pyexpat.ErrorString, code)
print(pyexpat.ExpatError is pyexpat.error, pyexpat.ExpatError.__mro__,
      pyexpat.ExpatError.__doc__)
errors, model = pyexpat.errors, pyexpat.model
print(errors.__name__, sys.modules['pyexpat.model'] is model)
print({n: v for n, v in vars(model).items() if n.startswith('XML')})
for code in range(1, 41):
    text = errors.messages[code]
    print(code, text, errors.codes[text],
          [n for n in dir(errors) if getattr(errors, n) == text])
print(pyexpat.native_encoding, pyexpat.EXPAT_VERSION[:6],
      [type(n) for n in pyexpat.version_info],
      ('sizeof(XML_Char)', 1) in pyexpat.features)
