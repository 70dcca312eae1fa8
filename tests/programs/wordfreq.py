# SPDX-License-Identifier: MIT
"""Word frequencies of a text: splitting, dict counting and sorting.

The text is the GNU General Public License where the system has a copy, and
the essay beside this file where it does not; the recorded output is for the
former (wordfreq.fallback.out is for the latter)."""

import sys
from collections import Counter, defaultdict

LICENSE = "/usr/share/common-licenses/GPL-3"
PUNCTUATION = ".,;:!?()[]{}<>\"'`*/&=-_"


def read_text():
    try:
        with open(LICENSE, encoding="utf-8") as f:
            return f.read()
    except OSError:
        here = __file__.rpartition("/")[0] or "."
        with open(here + "/data/essay.txt", encoding="utf-8") as f:
            return f.read()


def list_words(text):
    for line in text.split("\n"):
        for piece in line.lower().split():
            word = piece.strip(PUNCTUATION)
            if word.isalpha():
                yield word


def count_by_hand(text):
    counts = {}
    for word in list_words(text):
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def group_by_length(counts):
    groups = defaultdict(list)
    for word in counts:
        groups[len(word)].append(word)
    return groups


TEXT = read_text()


def run(n):
    checksum = 0
    for _ in range(n):
        counts = count_by_hand(TEXT)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        for rank, (word, count) in enumerate(ranked):
            checksum = (checksum * 33 + rank * count + len(word)) % 1000003
    return checksum


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    by_hand = count_by_hand(TEXT)
    counter = Counter(list_words(TEXT))
    print(len(by_hand), sum(by_hand.values()), counter == by_hand)
    top = sorted(by_hand.items(), key=lambda item: (-item[1], item[0]))
    for word, count in top[:15]:
        print("%5d %s" % (count, word))
    for length, group in sorted(group_by_length(by_hand).items()):
        print(length, len(group), min(group), max(group))
    print(run(scale))
