# SPDX-License-Identifier: MIT
"""Dates and times."""

from datetime import date, datetime, timedelta, timezone

from words import seeded

R = seeded()
START = datetime(2026, 1, 1)
MOMENTS = [START + timedelta(seconds=R.randint(0, 31_000_000),
                             microseconds=R.randint(0, 999_999)) for _ in range(800)]
TEXTS = [m.isoformat() for m in MOMENTS]
STAMPS = [m.strftime("%d/%m/%Y %H:%M:%S") for m in MOMENTS[:100]]
EAST = timezone(timedelta(hours=5, minutes=30), "IST")


def parse_iso(n):
    return sum(datetime.fromisoformat(t).second for _ in range(n) for t in TEXTS)


def format_iso(n):
    return sum(len(m.isoformat(" ", "seconds")) for _ in range(n) for m in MOMENTS)


def strftime(n):
    return sum(len(m.strftime("%Y-%m-%d %H:%M:%S")) for _ in range(n)
               for m in MOMENTS[:300])


def strptime(n):
    return sum(datetime.strptime(s, "%d/%m/%Y %H:%M:%S").day for _ in range(n)
               for s in STAMPS)


def add_days(n):
    total = 0
    for _ in range(n):
        day, step = date(2020, 2, 20), timedelta(days=1)
        for _ in range(1000):
            day += step
            if day.weekday() < 5:
                total += day.day
    return total


def differences(n):
    total = timedelta()
    for _ in range(n):
        for a, b in zip(MOMENTS, MOMENTS[1:]):
            total += abs(b - a)
    return total.total_seconds()


def sort_moments(n):
    for _ in range(n):
        ordered = sorted(MOMENTS)
    return ordered[0].isoformat()


def convert_zones(n):
    total = 0
    for _ in range(n):
        for m in MOMENTS:
            there = m.replace(tzinfo=timezone.utc).astimezone(EAST)
            total += there.hour
    return total
