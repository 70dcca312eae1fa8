# Where a property's text is from, and where a subclass keeps it.


class C:
    @property
    def spam(self):
        'first'

    @spam.getter
    def spam(self):
        'second'


class D:
    foo = property(doc='given')

    @foo.getter
    def foo(self):
        'getter'


class P(property):
    pass


class Slots(property):
    __slots__ = ('__doc__',)


class NoRoom(property):
    __slots__ = ()


def getter(self):
    'text'


print(C.spam.__doc__, D.foo.__doc__)
print(property(getter).setter(len).__doc__,
      property(getter).getter(len).__doc__ == len.__doc__)
print(property(getter, doc='given').setter(len).__doc__)
for args in ((), (getter,), (getter, None, None, 'given'), (len,),
             (lambda self: 1,)):
    for cls in property, P, Slots, NoRoom:
        try:
            p = cls(*args)
            text = 'of len' if p.__doc__ == len.__doc__ else p.__doc__
            print(cls.__name__, len(args), text,
                  sorted(getattr(p, '__dict__', 'x')))
        except AttributeError as error:
            print(cls.__name__, len(args), error)
