# SPDX-License-Identifier: MIT
"""What the programs work on: made anew each time, always the same."""

import random

WORDS = """time person year way day thing man world life hand part child eye woman
place work week case point government company number group problem fact be have do say
get make go know take see come think look want give use find tell ask seem feel try
leave call good new first last long great little own other old right big high different
small large next early young important few public bad same able to of in for on with at
by from up about into over after the and a that I it not he as you this but his they
her she or an will my one all would there their""".split()
FIRST = """Ada Bernard Chiara Dmitri Elena Farid Greta Hiro Ines Jonas Katya Liam
Mariam Noor Olga Pedro Quentin Rosa Sven Tariq Ursula Viktor Wanda Yusuf
Zoe""".split()
LAST = """Abbott Brandt Costa Dubois Eriksen Fischer Garcia Haddad Ivanova Jensen Kowalski
Larsen Moreau Nakamura Okafor Petrov Quinn Rossi Schmidt Tanaka Ueda Varga Weber Yilmaz
Zhang""".split()
CITIES = """Amsterdam Bergen Córdoba Dublin Essen Faro Gdańsk Helsinki Izmir Jena Kraków
Lyon Málaga Nîmes Ostrava Porto Quimper Rīga Sofia Tartu Utrecht Vilnius Wrocław York
Zürich""".split()
FOREIGN = """время человек год дорога день вещь мир жизнь рука часть ребёнок глаз
женщина место работа неделя случай точка 時間 世界 生活 仕事 問題 会社 事実 場所 naïve
façade über größe señor mañana çok güzel""".split()


def seeded(seed: int = 1) -> random.Random:
    return random.Random(seed)


def sentence(r: random.Random, count: int, words=WORDS) -> str:
    return " ".join(r.choice(words) for _ in range(count))


def make_lines(count: int, words=WORDS, seed: int = 1) -> list[str]:
    """Lines of prose of 3 to 14 words."""
    r = seeded(seed)
    return [sentence(r, r.randint(3, 14), words) for _ in range(count)]


def make_people(count: int, seed: int = 1) -> list[dict]:
    """Records as a web service answers them."""
    r = seeded(seed)
    people = []
    for i in range(count):
        first, last = r.choice(FIRST), r.choice(LAST)
        people.append({
            "id": 100000 + i * 7,
            "name": f"{first} {last}",
            "email": f"{first}.{last}{i}@example.org".lower(),
            "active": r.random() < 0.7,
            "balance": round(r.uniform(-500, 20000), 2),
            "tags": [r.choice(WORDS) for _ in range(r.randint(0, 5))],
            "manager": None if r.random() < 0.2 else 100000 + r.randint(0, i) * 7,
            "address": {"street": f"{r.choice(LAST)} Street {r.randint(1, 200)}",
                        "zip": "%05d" % r.randint(0, 99999),
                        "geo": [round(r.uniform(-90, 90), 6),
                                round(r.uniform(-180, 180), 6)]},
            "note": sentence(r, r.randint(0, 12)),
        })
    return people
