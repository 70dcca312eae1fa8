# Dialects: what each setting may be, names, and what cannot be done to them.
import _csv
import copy

SETTINGS = ["delimiter", "doublequote", "escapechar", "lineterminator",
            "quotechar", "quoting", "skipinitialspace", "strict"]


def show(function, *args, **names):
    try:
        answer = function(*args, **names)
        if isinstance(answer, _csv.Dialect):
            answer = [getattr(answer, name) for name in SETTINGS]
    except Exception as e:
        answer = type(e).__name__, str(e)
    print(getattr(function, "__name__", ""), len(args), list(names), answer)


print([n for n in dir(_csv) if n[:2] != "__"], _csv.__version__)
print(_csv.Error.__mro__, _csv.Error.__module__)
dialect = _csv.Dialect()
show(_csv.Dialect)
for name in SETTINGS:
    show(setattr, dialect, name, 1)
    show(delattr, dialect, name)
    for v in (None, "", "a", "ab", 1, -1, 5, b"a", "\n", " ", True, 2.5, [],
              '"', "\0", 1 << 70, "\xe9", "\u20ac", "\U0001f600", "\r"):
        show(_csv.Dialect, **{name: v})
show(setattr, dialect, "x", 1)
show(_csv.Dialect, quotechar=None, quoting=0)
show(_csv.Dialect, quotechar=None, quoting=3)
show(_csv.Dialect, delimiter=",", quotechar=",")
show(_csv.Dialect, None, ";", False, "\\", "\n", "'", 1, True, True)
show(_csv.Dialect, *range(10))
show(_csv.Dialect, bad=1)
show(_csv.Dialect, "nope")


class Semicolon:
    delimiter = ";"
    quoting = 1
    strict = 1

    @property
    def quotechar(self):
        raise RuntimeError("not looked at")


class Bad(Semicolon):
    quoting = 9


class Derived(_csv.Dialect):
    pass


for base in dialect, Semicolon(), Bad(), None, 1, object(), "nope", Derived():
    show(_csv.Dialect, base)
    show(_csv.Dialect, base, delimiter="x")
    show(_csv.Dialect, dialect=base)
    try:
        print(_csv.Dialect(base) is base, _csv.reader([], base).dialect is base)
    except Exception as e:
        print(type(e).__name__, e)
print(type(Derived(delimiter=";")), Derived(delimiter=";").delimiter)

show(_csv.list_dialects)
show(_csv.register_dialect)
show(_csv.register_dialect, "a")
show(_csv.register_dialect, "a", Semicolon())
show(_csv.register_dialect, 1, Semicolon())
show(_csv.register_dialect, "b", delimiter="x")
show(_csv.register_dialect, "b", Semicolon(), delimiter="z")
show(_csv.register_dialect, "b", Semicolon(), 1)
show(_csv.register_dialect, "c", Bad())
show(_csv.register_dialect, "c", Semicolon(), foo=1)
show(_csv.list_dialects)
for function in _csv.get_dialect, _csv.unregister_dialect, _csv.get_dialect:
    show(function)
    show(function, name="b")
    for name in "a", "nope", 1, [], None:
        show(function, name)
show(_csv.list_dialects)
show(_csv.list_dialects, 1)

show(_csv.field_size_limit)
for limit in 10, "a", None, 1.5, 1 << 70, True, -5, 131072:
    show(_csv.field_size_limit, limit)
show(_csv.field_size_limit, 1, 2)
show(_csv.field_size_limit, new_limit=131072)

reader = _csv.reader([])
writer = _csv.writer(type("File", (), {"write": print}))
show(_csv.reader)
show(_csv.reader, [], 5, 6)
show(_csv.reader, [], "nope")
show(_csv.reader, [], foo=1)
show(_csv.writer)
show(setattr, reader, "line_num", 5)
show(setattr, reader, "x", 5)
show(setattr, writer, "dialect", 5)
print(reader.line_num, reader.dialect.quotechar, writer.dialect.delimiter)
for protocol in 0, 2, 4:
    show(dialect.__reduce_ex__, protocol)
show(dialect.__reduce__)
show(copy.copy, dialect)
show(copy.copy, reader)
show(copy.copy, writer)
# Alone: registers dialects and sets the limit of a field
