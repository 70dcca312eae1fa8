# Classes that derive from those of _datetime: what operations make of them.
from _datetime import *


class Day(date):
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.extra = len(args)
        return self


class Moment(datetime):
    pass


class Hour(time):
    __slots__ = 'x'


class Length(timedelta):
    def __repr__(self):
        return 'Length of ' + str(self)


d = Day(2020, 1, 2)
m = Moment(2020, 1, 2, 3, 4, tzinfo=timezone.utc, fold=1)
h = Hour(1, 2)
h.x = 5
print(d.extra, repr(d), (d + timedelta(1)).extra, type(d - timedelta(1)))
print(type(d.replace(day=5)), type(Day.fromordinal(5)), type(Day.today()),
      Day.fromisoformat('2020-01-05').extra, Day.fromisocalendar(2020, 1, 1))
print(repr(m), type(m + timedelta(1)), (m + timedelta(1)).fold, type(m.date()),
      type(m.time()), repr(m.replace(hour=5)))
print(type(m.astimezone(timezone(timedelta(hours=1)))), type(Moment.now()),
      type(Moment.now(timezone.utc)), repr(Moment.combine(d, h)))
print(repr(Moment.fromisoformat('2020-01-02T03:04')), isinstance(m, date))
print(repr(h), h.x, repr(h.replace(minute=5)), repr(Hour.fromisoformat('05:06')))
n = Length(1, 2)
print(n, repr(n), type(n + n), type(n * 2), type(-n), n == timedelta(1, 2),
      hash(n) == hash(timedelta(1, 2)), repr(d + n))
for v in d, m, h, n:
    cls, args = v.__reduce__()[:2]
    copy = cls(*args)
    print(cls.__name__, args, copy == v, type(copy) is type(v))
for v in d, m, h, n, timezone.utc:
    try:
        v.year = v.hour = v.days = 1
    except AttributeError as e:
        print(e)
print(Day(2020, 1, 1) == date(2020, 1, 1), date(2020, 1, 1) == Day(2020, 1, 1))
try:
    class Zone(timezone):
        pass
except TypeError as e:
    print(e)


class Tagged(tzinfo):
    def __init__(self, tag='x'):
        self.tag = tag

    def __getinitargs__(self):
        return (self.tag,)


print(Tagged('y').__reduce__()[1:], Tagged.__base__)
