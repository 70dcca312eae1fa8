# Which two builtin types may be bases of one class.
import collections
import functools
import itertools

TYPES = [object, int, float, complex, str, bytes, bytearray, tuple, list, dict,
         set, frozenset, type, property, staticmethod, classmethod, super,
         enumerate, zip, map, filter, reversed, itertools.count,
         itertools.chain, collections.deque, collections.defaultdict,
         collections.OrderedDict, functools.partial, type(functools),
         type(list[int]), BaseException, Exception, ValueError, StopIteration,
         StopAsyncIteration, SystemExit, KeyError, OSError, FileNotFoundError,
         SyntaxError, IndentationError, ImportError, NameError,
         UnboundLocalError, AttributeError, UnicodeError, UnicodeEncodeError,
         UnicodeDecodeError, UnicodeTranslateError, BaseExceptionGroup,
         MemoryError, Warning]


def letter(a, b):
    try:
        type('C', (a, b), {})
    except TypeError as error:
        text = str(error)
        return ('L' if 'lay-out' in text else 'd' if 'duplicate' in text
                else 'o' if 'order' in text else 'm' if 'metaclass' in text
                else text)
    return '.'


for a in TYPES:
    print('%-22s' % a.__name__, ''.join(letter(a, b) for b in TYPES))


class A:
    __slots__ = 'a'


class B:
    __slots__ = 'b'


class D:
    pass


class I(int):
    pass


class J(int):
    pass


class K(int):
    __slots__ = ()


for bases in ((A, B), (A, D), (D, A), (A, list), (D, list), (list, D), (A, A),
              (I, J), (I, K), (K, I), (I, int), (int, I), (I, D), (K, D)):
    try:
        cls = type('C', bases, {})
    except TypeError as error:
        print(error)
    else:
        print([k.__name__ for k in cls.__mro__], cls.__base__.__name__)
    for slots in (), ('s',), ('__dict__',), ('a', '__dict__'):
        try:
            cls = type('C', bases, {'__slots__': slots, 'a': 1})
        except Exception as error:
            print(type(error).__name__, error)
        else:
            print(sorted(k for k in vars(cls) if k != '__slots__'),
                  bool(cls.__dictoffset__), bool(cls.__weakrefoffset__))
# Alone: asks for more memory than there is
