# fromisoformat() reads the forms of ISO 8601 that isoformat() writes, and more.
from _datetime import *

TEXTS = '''2020-01-02 20200102 2020-W01 2020W01 2020-W01-3 2020W013 2020-W54-1
2020-1-2 2020-01-2 2020-001 0000-01-01 12 12:34 1234 12:34:56 123456 12:34:56.7
12:34:56,789 12:34:56.1234567 123456.5 123456789 1234567 12: 12:3 12:34: 12:34:56.
T12 TT12 12Z 12:34Zx 12+01 12:34+01:30 12:34-0130 12:34:56.5+01:02:03.000004
12:34+24 12:34-23:59:59.999999 12:34+00:00 12:34-00:00:00.5 12:34:+01:00 24:00
12:60 +01:00 Z 2020-01-02T03:04 2020-01-02T03:04:05.678901Z 20200102T0304
2020-01-02x03 2020-01-02T 2020-01-02T03:04+05 2020W01T12 2020W013T12 2020-W01T12
2020-W01-12 2020-W01-1T12 2020W0112 2020W01123 2020-01-02T25 2020-01-02\ud80003
2020-01-02T03\u0664 2020\u0664101'''.split()
for text in TEXTS:
    for cls in date, time, datetime:
        try:
            print(ascii(text), repr(cls.fromisoformat(text)))
        except ValueError as e:
            print(ascii(text), ascii(e))
zones = [None, timezone.utc, timezone(timedelta(hours=5, minutes=30)),
         timezone(timedelta(seconds=-1)), timezone(timedelta(microseconds=-1))]
for zone in zones:
    for fields in (1, 2, 3), (999, 1, 1, 23, 59, 59, 5), (9999, 12, 31, 0, 0, 7):
        t = datetime(*fields, tzinfo=zone)
        print(t, t.isoformat('_'), repr(t), str(t.timetz()))
        for spec in 'auto', 'hours', 'minutes', 'seconds', 'milliseconds', \
                'microseconds':
            print(t.isoformat(timespec=spec), t.timetz().isoformat(spec))
        back = datetime.fromisoformat(t.isoformat())
        print(back == t) # less than a second of offset is lost
