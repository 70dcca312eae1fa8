# Seconds since 1970 become times to the nearest microsecond, halves to even.
from _datetime import *

for s in (0, 1, -1, 1.5, 0.0000005, 0.0000015, 1.0000005, -0.0000005, -1.9999999,
          1e9 + 0.1234565, 86399.9999996, -62135596800, 253402300799,
          253402300799.5):
    t = datetime.fromtimestamp(s, timezone.utc)
    print(s, repr(datetime.utcfromtimestamp(s)), repr(t), t.timestamp())
for s in (-62135596801, 253402300800, 1e18, 1e300, -1e300, 2**70, float('nan'),
          float('inf'), 'x', None):
    try:
        print(datetime.utcfromtimestamp(s))
    except Exception as e:
        print(s, type(e).__name__, e)
# Local times, wherever this runs: there and back.
for s in range(0, 2**31, 10**7 + 4321):
    t = datetime.fromtimestamp(s)
    assert t.timestamp() == s, s
    assert t.astimezone(timezone.utc).timestamp() == s
    assert date.fromtimestamp(s) == t.date()
    assert datetime.fromtimestamp(s, timezone.utc) == t.astimezone()
print(abs(datetime.now(timezone.utc) - datetime.now().astimezone()) < timedelta(1))
