# The classes of _ast: bases, fields, attributes, defaults, grammar.
import _ast


def describe(cls):
    own = vars(cls)
    print(cls.__name__, cls.__module__, [b.__name__ for b in cls.__bases__])
    print('   ', cls._fields, cls.__match_args__, cls._attributes)
    print('   ', sorted(k for k in own if own[k] is None),
          '_attributes' in own, '__match_args__' in own, '__weakref__' in own)
    print('   ', repr(cls.__doc__))


names = [n for n in vars(_ast) if not n.startswith('__')]
print(len(names), sorted(names))
for name in names:
    value = getattr(_ast, name)
    if isinstance(value, type):
        describe(value)
for name in sorted(names):
    value = getattr(_ast, name)
    if not isinstance(value, type):
        print(name, value)
