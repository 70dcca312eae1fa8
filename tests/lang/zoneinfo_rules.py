# Times behind the last transition of a zone's file follow a rule as in TZ.
import io
from datetime import datetime, timedelta, timezone
from _zoneinfo import ZoneInfo


def zone_of(rule):
    def head(n):
        return b'TZif2' + bytes(15) + bytes(12) + n
    counts = (0).to_bytes(4, 'big') + (1).to_bytes(4, 'big') + (4).to_bytes(4, 'big')
    return io.BytesIO(head(bytes(12)) + head(counts) + bytes(6) + b'UTC\0\n'
                      + rule.encode() + b'\n')


RULES = '''UTC0 AAA3BBB,M3.2.0/2,M11.1.0/2 AAA3BBB,J60/2,J300 AAA3BBB,J59,J300
AAA3BBB,58,300 AAA3BBB,M10.5.0/3,M3.5.6/-5:30 <+03>-3 <+03>-3:30:15<X>,M1.1.1,M2.1.1
AAA3BBB,M3.2.0/26:59:59,M11.1.0/-30 AAA+3BBB2:00,M3.2.0/+2,M11.1.0
<AAA>3<BBB>-12,M3.2.0,M11.1.0 AAA0BBB0,M3.2.0,M11.1.0 AAA-1BBB0,M3.2.0,M11.1.0
AAA AAA3BBB AAA25 AAA3BBB, AAA3BBB,M3.2.0 AAA3BBB,M3.2.0,M11.1.0,x
AAA3BBB,M13.2.0,M11.1.0 AAA3BBB,M3.6.0,M11.1.0 AAA3BBB,J0,J5 AAA3BBB,366,5
<ab AAA3:60 AAA3BBB,M3.2.0/2:3:4:5,M1.1.1'''
for rule in RULES.split():
    try:
        zone = ZoneInfo.from_file(zone_of(rule), key=rule)
    except ValueError as e:
        print(rule, e)
        continue
    print(rule, zone.utcoffset(None), repr(zone))
    for year in 2020, 2021:
        t, last = datetime(year, 1, 1, tzinfo=zone), None
        while t.year == year:
            now = [(str(t.utcoffset()), str(t.dst()), t.tzname())
                   for t in (t, t.replace(fold=1))]
            if now != last:
                print('  ', t.isoformat(), *now)
                last = now
            t = t.replace(fold=0) + timedelta(minutes=30)
    u, last = datetime(2020, 1, 1, tzinfo=timezone.utc), None
    while u.year == 2020:
        t = u.astimezone(zone)
        now = t.tzname(), t.fold
        if now != last:
            print('  ', u, t, *now)
            last = now
        u += timedelta(minutes=30)
# Alone: takes a second by itself.
