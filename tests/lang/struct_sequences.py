# Tuples whose items have names, and fields with names that are no items.
import sys
import time


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


S = time.struct_time
s = S(range(11))
print(s, len(s), s[-1], s[:], type(s[:]), s == tuple(range(9)))
print(s.tm_year, s.tm_isdst, s.tm_zone, s.tm_gmtoff, hash(s) == hash(s[:]))
print(S.n_fields, S.n_sequence_fields, S.n_unnamed_fields, S.__match_args__)
for args in ((range(9),), (range(8),), (range(10),), (range(12),), (5,), (),
             (range(9), {'tm_zone': 'X', 'tm_gmtoff': 5, 'other': 3}),
             (range(9), {'tm_year': 7}), (range(11), {'tm_zone': 'X'}),
             (range(10), {'tm_zone': 'X', 'tm_gmtoff': 5}),
             (range(9), 5), (range(9), None), (iter(range(9)),), ('x' * 9,)):
    attempt(lambda: (S(*args), S(*args).tm_zone, S(*args).tm_gmtoff))
attempt(lambda: S(sequence=range(9), dict={'tm_zone': 1}).tm_zone)
attempt(lambda: S((x for x in [1 / 0])))
attempt(s.__reduce__)
attempt(lambda: s.__reduce__()[0](*s.__reduce__()[1]).__reduce__())
attempt(lambda: setattr(s, 'tm_zone', 1))
attempt(lambda: setattr(s, 'tm_year', 1))
attempt(lambda: delattr(s, 'tm_year'))
attempt(lambda: setattr(s, 'other', 1))
attempt(lambda: s.__dict__)
attempt(lambda: S.tm_year.__get__((1, 2)))
attempt(lambda: S.tm_zone.__get__((1,) * 9))
attempt(lambda: type('X', (S,), {}))
attempt(lambda: S.__new__(tuple, range(9)))
attempt(lambda: tuple.__new__(S))
attempt(lambda: tuple.__new__(S, (1,)))
attempt(lambda: object.__new__(S))
attempt(lambda: (S.tm_zone, type(S.tm_year).__name__))

for x in (sys.flags, sys.version_info, sys.hash_info, sys.thread_info,
          sys.int_info, sys.float_info, sys.get_asyncgen_hooks()):
    T = type(x)
    print(T, T.n_fields, T.n_sequence_fields, T.n_unnamed_fields)
    print(T.__match_args__)
    attempt(lambda: T())
    attempt(lambda: T(range(T.n_fields)))
    attempt(lambda: T([]))
    attempt(lambda: T(range(100)))
    attempt(lambda: T.__new__(T))
    attempt(lambda: tuple.__new__(T))
    attempt(lambda: object.__new__(T))
    attempt(lambda: type('X', (T,), {}))
    attempt(lambda: x.__reduce__()[1][1])
    attempt(lambda: '__new__' in vars(T))


def match(v):
    match v:
        case S(a, b, tm_zone=z):
            return a, b, z


print(match(s))
t = time.gmtime(0)
print(t, t.tm_zone, t.tm_gmtoff, time.strftime('%Z %z', t))
print(time.strftime('%z', S(tuple(t) + ('UTC', 3600))))
