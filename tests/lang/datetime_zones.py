# Aware times ask their tzinfo, and are compared and subtracted in UTC.
from _datetime import *


class Zone(tzinfo):
    """Summer time from July on."""

    def __init__(self, hours=1):
        self.standard = timedelta(hours=hours)

    def utcoffset(self, t):
        return t and self.standard + self.dst(t)

    def dst(self, t):
        summer = t is not None and t.month >= 7 and not t.fold
        return timedelta(hours=1 if summer else 0)

    def tzname(self, t):
        return 'Zone%'


def show(text):
    try:
        print(text, '=', eval(text))
    except Exception as e:
        print(text, ':', type(e).__name__, e)


zone, other = Zone(), Zone(-3)
winter = datetime(2020, 1, 31, 23, 30, tzinfo=zone)
summer = datetime(2020, 7, 1, 1, 30, tzinfo=zone)
second = summer.replace(fold=1)
naive = datetime(2020, 1, 31, 23, 30)
fixed = timezone(timedelta(hours=2), 'East')
for text in '''winter.utcoffset()
summer.utcoffset()
second.utcoffset()
summer.dst()
summer.tzname()
summer.timetz().utcoffset()
summer.timetuple()[8], winter.timetuple()[8], naive.timetuple()[8]
tuple(summer.utctimetuple())
summer.strftime('%z %Z %f %%z')
summer.isoformat()
winter.astimezone(timezone.utc)
winter.astimezone(other)
summer.astimezone(fixed)
summer.astimezone(zone) is summer
winter.timestamp(), summer.timestamp(), second.timestamp()
summer - winter
summer - winter.astimezone(timezone.utc)
summer == second
summer == summer.astimezone(timezone.utc)
second == second.astimezone(timezone.utc)
winter == winter.astimezone(fixed)
winter < summer.astimezone(fixed)
hash(winter) == hash(winter.astimezone(fixed))
hash(summer) == hash(second)
naive == winter
naive < winter
naive - winter
zone.fromutc(naive)
zone.fromutc(naive.replace(tzinfo=zone))
fixed.fromutc(naive.replace(tzinfo=fixed))
fixed, timezone(timedelta(hours=2)), timezone.utc, timezone.min, timezone.max
fixed == timezone(timedelta(hours=2))
hash(fixed) == hash(timezone(timedelta(hours=2)))
fixed.tzname(None), fixed.utcoffset(None), fixed.dst(None)
timezone(timedelta(0)) is timezone.utc is UTC
time(1, tzinfo=fixed) == time(0, tzinfo=timezone(timedelta(hours=1)))
time(1, tzinfo=fixed) < time(1)
hash(time(1, tzinfo=fixed)) == hash(time(0, tzinfo=timezone(timedelta(hours=1))))
datetime.combine(date(2020, 7, 1), time(1, fold=1, tzinfo=zone)).utcoffset()'''.split('\n'):
    show(text)


class Wrong(tzinfo):
    def utcoffset(self, t):
        return self.answer

    dst = tzname = utcoffset


for answer in 5, 'x', timedelta(1), timedelta(hours=-24), None:
    wrong = Wrong()
    wrong.answer = answer
    t = datetime(2020, 1, 1, tzinfo=wrong)
    for text in 't.utcoffset()', 't.dst()', 't.tzname()', 'str(t)', 'bool(hash(t))', \
            't == winter', 'wrong.fromutc(t)':
        show(text)
