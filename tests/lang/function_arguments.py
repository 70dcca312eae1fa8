# SPDX-License-Identifier: MIT
"""Binding arguments to parameters, and the messages when it fails."""


def plain(a, b):
    return a, b


def defaults(a, b=2, c=3):
    return a, b, c


def star(a, *args):
    return a, args


def kw(a, **kwargs):
    return a, kwargs


def everything(a, /, b, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


def kwonly(*, x, y=1):
    return x, y


def posonly(a, b=2, /):
    return a, b


def posonly_kw(a, /, **kwargs):
    return a, kwargs


def none():
    return "none"


class C:
    def method(self, x):
        return x

    @staticmethod
    def static(x):
        return x

    def __call__(self, *args):
        return args


seq = [1, 2]
mapping = {"b": 20, "c": 30}
print(plain(1, 2), plain(a=1, b=2), plain(1, b=2), plain(b=1, a=2), plain(*seq),
      plain(*[1], **{"b": 5}), defaults(1), defaults(1, c=9), defaults(1, *seq),
      defaults(1, **mapping), defaults(*"xyz"))
print(star(1), star(1, 2, 3), star(*seq, *seq), kw(1), kw(1, x=2), kw(a=5),
      kw(1, **mapping, z=1), kwonly(x=5), kwonly(y=1, x=2), posonly(1),
      posonly(1, 3), posonly_kw(1, a=2), none(), none(*(), **{}))
print(everything(1, 2, d=4), everything(1, 2, 3, 4, 5, d=6, e=7, f=8),
      everything(1, b=2, d=4, a=9), everything(1, *seq, d=0, **{"k": 1}))
print(C().method(1), C.method(C(), 2), C().static(3), C.static(4), C()(5, 6))
FAILURES = [
    lambda: plain(), lambda: plain(1), lambda: plain(1, 2, 3),
    lambda: plain(1, a=2), lambda: plain(1, c=2), lambda: plain(b=2),
    lambda: plain(1, 2, c=3), lambda: plain(1, 2, 3, 4), lambda: defaults(),
    lambda: defaults(1, 2, 3, 4), lambda: defaults(d=1), lambda: star(),
    lambda: star(1, a=2), lambda: kw(), lambda: kw(1, 2), lambda: kw(1, a=2),
    lambda: everything(1, 2), lambda: everything(1), lambda: everything(),
    lambda: kwonly(1), lambda: kwonly(), lambda: kwonly(x=1, z=2),
    lambda: posonly(a=1), lambda: posonly(1, b=2), lambda: posonly(1, 2, 3),
    lambda: posonly(), lambda: none(1), lambda: none(a=1), lambda: none(1, 2),
    lambda: plain(*5), lambda: plain(**5), lambda: plain(1, *None),
    lambda: plain(**{1: 2}), lambda: plain(1, **{"a": 2}, b=3),
    lambda: plain(a=1, **{"a": 2}), lambda: C().method(),
    lambda: C().method(1, 2), lambda: C.method(), lambda: C.static(),
    lambda: C(1), lambda: C().nope(), lambda: (lambda x: x)(),
    lambda: (lambda: 0)(1), lambda: 5(), lambda: "abc"(), lambda: None(),
    lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: ord("ab"),
    lambda: abs("x"), lambda: isinstance(1), lambda: int("1", b=2),
    lambda: print(1, zzz=2), lambda: sorted(), lambda: "a".upper(1),
    lambda: [].append(), lambda: max(), lambda: sum(), lambda: range(),
    lambda: getattr(1), lambda: dict.get(), lambda: [].sort(1),
    lambda: str.join(1, 2), lambda: object(1), lambda: type(1, 2),
]
for i, f in enumerate(FAILURES):
    try:
        print(i, f())
    except Exception as e:
        print(i, type(e).__name__, e)


def mutable(x, acc=[]):
    acc.append(x)
    return acc


print(mutable(1), mutable(2), mutable.__defaults__, kwonly.__kwdefaults__,
      everything.__defaults__)
mutable.__defaults__ = ("new",)
plain.__defaults__ = (7,)
print(plain(1))
try:
    mutable(1)
except AttributeError as e:
    print(e)
order = []


def note(x):
    order.append(x)
    return x


everything(note(1), note(2), *[note(3)], d=note(4), **{"z": note(5)})
print(order)


def three(a, b, c):
    pass


for f in (lambda: three(), lambda: three(1), lambda: three(a=1),
          lambda: kwonly2()):
    try:
        f()
    except (TypeError, NameError) as e:
        print(e)


def kwonly2(*, p, q, r):
    pass


try:
    kwonly2()
except TypeError as e:
    print(e)
try:
    kwonly2(p=1)
except TypeError as e:
    print(e)
# Alone: expects print() to be the builtin one
