"""Hooks of subclasses are called where text and bytes are made of them."""


def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


class L(list):
    def __iter__(self):
        return iter([65, 66])


class T(tuple):
    def __iter__(self):
        return iter((65, 66))


class LS(list):
    def __iter__(self):
        return iter(['x', 'y'])


class TS(tuple):
    def __iter__(self):
        return iter(('x', 'y'))


class LB(list):
    def __iter__(self):
        return iter([b'x', b'y'])


class D(dict):
    def __iter__(self):
        return iter([67])

    def __missing__(self, key):
        return 'missing %r' % key


class G(dict):
    def __getitem__(self, key):
        return 'item %r' % (key,)


show('bytes list', lambda: bytes(L([1, 2])))
show('bytes tuple', lambda: bytes(T((1, 2))))
show('bytes dict', lambda: bytes(D({1: 2})))
show('bytearray list', lambda: bytearray(L([1, 2])))
show('bytearray tuple', lambda: bytearray(T((1, 2))))


def extended(what):
    b = bytearray(b'-')
    b.extend(what)
    return b


def assigned(what):
    b = bytearray(b'---')
    b[1:2] = what
    return b


def added(what):
    b = bytearray(b'-')
    b += what
    return b


show('extend list', lambda: extended(L([1, 2])))
show('extend tuple', lambda: extended(T((1, 2))))
show('assign list', lambda: assigned(L([1, 2])))
show('assign tuple', lambda: assigned(T((1, 2))))
show('iadd list', lambda: added(L([1, 2])))

# join reads lists and tuples as they are
show('join list', lambda: ','.join(LS(['a', 'b'])))
show('join tuple', lambda: ','.join(TS(('a', 'b'))))
show('join one', lambda: ','.join(LS(['a'])))
show('bytes.join list', lambda: b','.join(LB([b'a', b'b'])))
show('bytes.join tuple', lambda: b','.join(T((b'a', b'b'))))
show('bytearray.join list', lambda: bytearray(b',').join(LB([b'a', b'b'])))


class F(float):
    def __float__(self):
        return 9.5


class I(int):
    def __float__(self):
        return 7.5

    def __int__(self):
        return 70

    def __index__(self):
        return 71


class N:
    def __float__(self):
        return 2.5

    def __int__(self):
        return 25

    def __index__(self):
        return 26


for code in 'feg':
    show('%' + code + ' float', lambda: ('%' + code) % F(1.0))
    show('%' + code + ' int', lambda: ('%' + code) % I(1))
    show('%' + code + ' other', lambda: ('%' + code) % N())
    show('b%' + code + ' float', lambda: (b'%' + code.encode()) % F(1.0))
    show('b%' + code + ' int', lambda: (b'%' + code.encode()) % I(1))
    show('format float ' + code, lambda: format(F(1.0), code))
    show('format int ' + code, lambda: format(I(1), code))
for code in 'dixXoc':
    show('%' + code + ' float', lambda: ('%' + code) % F(1.0))
    show('%' + code + ' int', lambda: ('%' + code) % I(65))
    show('%' + code + ' other', lambda: ('%' + code) % N())
    show('b%' + code + ' int', lambda: (b'%' + code.encode()) % I(65))


class S(str):
    def __str__(self):
        return 'str of ' + str.__str__(self)

    def __repr__(self):
        return 'repr of ' + str.__str__(self)

    def __format__(self, spec):
        return 'format(%s) of %s' % (spec, str.__str__(self))

    def __contains__(self, item):
        return 'contains'

    def __len__(self):
        return 100

    def __getitem__(self, i):
        return 'item'

    def __iter__(self):
        return iter('iterator')

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 5

    def __mod__(self, other):
        return 'mod'

    def __rmod__(self, other):
        return 'rmod'

    def __add__(self, other):
        return 'add'

    def __radd__(self, other):
        return 'radd'

    def __mul__(self, other):
        return 'mul'

    def __rmul__(self, other):
        return 'rmul'

    def __lt__(self, other):
        return 'lt'


s = S('text')
show('%s', lambda: '%s' % s)
show('%s two', lambda: '%s-%s' % (s, 1))
show('%r', lambda: '%r' % s)
show('%a', lambda: '%a' % s)
show('str', lambda: str(s))
show('repr', lambda: repr(s))
show('f', lambda: f'{s}')
show('f!s', lambda: f'{s!s}')
show('f!r', lambda: f'{s!r}')
show('f spec', lambda: f'{s:>10}')
show('f two', lambda: f'{s}{s:x}')
show('format', lambda: format(s))
show('format spec', lambda: format(s, 'abc'))
show('.format', lambda: '{}'.format(s))
show('.format spec', lambda: '{:q}'.format(s))
show('.format !s', lambda: '{!s:>12}'.format(s))
show('.format item', lambda: '{0[0]}'.format(s))
show('.format key', lambda: '{0[a]}'.format(G()))
show('.format **', lambda: '{a}'.format(**G(a=1)))
show('format_map', lambda: '{a}'.format_map(G()))
show('format_map missing', lambda: '{a}'.format_map(D()))
show('% dict', lambda: '%(a)s' % G())
show('% missing', lambda: '%(a)s' % D())
show('in', lambda: 'z' in s)
show('in other', lambda: s in 'a text')
show('len', lambda: len(s))
show('iter', lambda: list(s))
show('join of it', lambda: '-'.join(s))
show('join by it', lambda: s.join('ab'))
show('mod', lambda: s % 1)
show('rmod', lambda: 'a%s' % s)
show('add', lambda: s + 'a')
show('radd', lambda: 'a' + s)
show('mul', lambda: s * 2)
show('rmul', lambda: 2 * s)
show('eq', lambda: s == 'other')
show('eq reflected', lambda: 'other' == s)
show('gt reflected', lambda: 'other' > s)
show('startswith', lambda: 'text and'.startswith(s))
show('startswith tuple', lambda: 'text and'.startswith(T((s,))))
show('replace', lambda: 'a text'.replace('a text', s))
show('split', lambda: 'atextb'.split(s))
show('strip', lambda: 'etxa'.strip(s))
show('find', lambda: 'a text'.find(s))
show('encode', lambda: s.encode())
show('upper', lambda: s.upper())
show('print', lambda: print(s))
show('int', lambda: int(S('12')))
show('float', lambda: float(S('12')))
show('translate', lambda: 'ab'.translate(G()))
show('translate missing', lambda: 'ab'.translate(D({98: 'B'})))
show('maketrans', lambda: str.maketrans(G(a=1)))


class B(bytes):
    def __str__(self):
        return 'str of bytes'

    def __repr__(self):
        return 'repr of bytes'

    def __bytes__(self):
        return b'bytes of bytes'

    def __contains__(self, item):
        return 'contains'

    def __len__(self):
        return 100

    def __iter__(self):
        return iter([1, 2])

    def __getitem__(self, i):
        return 'item'

    def __eq__(self, other):
        return True

    __hash__ = bytes.__hash__


b = B(b'data')
show('str bytes', lambda: str(b))
show('str bytes encoding', lambda: str(b, 'ascii'))
show('bytes bytes', lambda: bytes(b))
show('bytearray bytes', lambda: bytearray(b))
show('b%s', lambda: b'%s' % b)
show('b%b', lambda: b'%b' % b)
show('%s bytes', lambda: '%s' % b)
show('b%a', lambda: b'%a' % b)
show('in bytes', lambda: 1 in b)
show('len bytes', lambda: len(b))
show('list bytes', lambda: list(b))
show('join bytes', lambda: b'-'.join([b, b]))
show('join one', lambda: b'-'.join([b]))
show('join by', lambda: b.join([b'x', b'y']))
show('decode', lambda: b.decode())
show('eq', lambda: b'x' == b)
show('from_bytes', lambda: int.from_bytes(b, 'big'))
show('from_bytes list', lambda: int.from_bytes(L([1, 2]), 'big'))
show('memoryview', lambda: bytes(memoryview(b)))
show('hex', lambda: b.hex())
show('fromhex', lambda: B.fromhex('6162'))


class A(bytearray):
    def __str__(self):
        return 'str of bytearray'

    def __bytes__(self):
        return b'bytes of bytearray'

    def __iter__(self):
        return iter([1, 2])

    def __contains__(self, item):
        return []


a = A(b'data')
show('str bytearray', lambda: str(a))
show('bytes bytearray', lambda: bytes(a))
show('bytearray bytearray', lambda: bytearray(a))
show('b%s bytearray', lambda: b'%s' % a)
show('in bytearray', lambda: 100 in a)
show('extend', lambda: extended(a))
show('iadd', lambda: added(a))
show('copy', lambda: a.copy())


class StrBytes(str):
    def __bytes__(self):
        return b'from str'


class IntBytes(int):
    def __bytes__(self):
        return b'from int'


show('bytes of str', lambda: bytes(StrBytes('x')))
show('bytes of int', lambda: bytes(IntBytes(3)))
show('bytearray of str', lambda: bytearray(StrBytes('x')))
show('bytearray of int', lambda: bytearray(IntBytes(3)))
show('bytearray of index', lambda: bytearray(I(1))[-1:] + b'x')
show('append index', lambda: extended([I(1)]))
show('% tuple', lambda: '%s %s' % T((1, 2)))
