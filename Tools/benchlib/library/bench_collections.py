# SPDX-License-Identifier: MIT
"""The classes of collections."""

from collections import (ChainMap, Counter, OrderedDict, defaultdict, deque,
                         namedtuple)

from words import WORDS, make_lines

TEXT = " ".join(make_lines(700)).split()
Person = namedtuple("Person", "name age city")


def counter_of_words(n):
    for _ in range(n):
        counts = Counter(TEXT)
        counts.update(w[0] for w in TEXT)
    return counts.most_common(3)


def deque_window(n):
    total = 0
    for _ in range(n):
        window = deque(maxlen=16)
        for w in TEXT:
            window.append(len(w))
            total += window[0]
    return total


def deque_queue(n):
    total = 0
    for _ in range(n):
        queue = deque(range(50))
        for i in range(5000):
            queue.append(queue.popleft() ^ i)
        total += sum(queue)
    return total


def defaultdict_lists(n):
    for _ in range(n):
        groups = defaultdict(list)
        for w in TEXT:
            groups[w[0]].append(w)
    return sorted((k, len(v)) for k, v in groups.items())[:5]


def ordered_dict(n):
    for _ in range(n):
        recent = OrderedDict()
        for w in TEXT:
            if w in recent:
                recent.move_to_end(w)
            else:
                recent[w] = len(w)
                if len(recent) > 60:
                    recent.popitem(last=False)
    return list(recent)[:5]


def named_tuple(n):
    total = 0
    for _ in range(n):
        people = [Person(w, i % 90, "Bergen") for i, w in enumerate(TEXT[:2500])]
        for p in people:
            total += p.age
        total += people[7]._replace(age=3).age
    return total


def chainmap(n):
    layers = ChainMap({}, {w: 1 for w in WORDS[:40]}, {w: 2 for w in WORDS})
    total = 0
    for _ in range(n):
        for w in TEXT[:1500]:
            total += layers[w]
    return total
