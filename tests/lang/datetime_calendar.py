# Dates count days in the Gregorian calendar; ISO weeks go over the ends of years.
from _datetime import *

n = 1
while n <= date.max.toordinal():
    d = date.fromordinal(n)
    assert d.toordinal() == n
    y, w, day = d.isocalendar()
    assert date.fromisocalendar(y, w, day) == d, d
    assert d.isoweekday() == day == d.weekday() + 1
    n += 97
for year in 1, 4, 100, 400, 1900, 1999, 2000, 2004, 2005, 2008, 2009, 2010, 9998:
    for month, day in (1, 1), (1, 4), (2, 28), (3, 1), (12, 28), (12, 31):
        d = date(year, month, day)
        print(d, d.toordinal(), d.ctime(), tuple(d.isocalendar()), d.timetuple()[7],
              d + timedelta(1), d - date(2000, 2, 29))
week = date(2020, 12, 31).isocalendar()
print(week, week.year, week.week, week.weekday, week[1], len(week), week == (2020, 53, 4))
print(type(week).__mro__[1:], week.__reduce__())
for args in (2020, 53, 1), (2021, 53, 1), (2020, 0, 1), (2020, 1, 0), (9999, 52, 6):
    try:
        print(date.fromisocalendar(*args))
    except ValueError as e:
        print(e)
for text in ('date.min - timedelta(1)', 'date.max + timedelta(1)',
             'date(2021, 2, 29)', 'datetime.max + timedelta(microseconds=1)',
             'datetime.min - timedelta(microseconds=1)'):
    try:
        print(eval(text))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
