# SPDX-License-Identifier: MIT
"""Names, compressed: src/base/unicode/unicode_name.c reads them.

A name is a list of words.  A word that begins with a letter has a space before
it, others have not, unless they begin with one.  All words that there are, the
most frequent first, are the lexicon.  A name is stored as how many words it
shares with the one before it and how many it has of its own, then those, in
one byte or two; groups of NAME_GROUP names begin with one that shares none.
A perfect hash finds a name's number (Belazzougui, Botelho, Dietzfelbinger, Hash,
displace and compress, 2009).
"""

import re
from collections import Counter

NAME_GROUP = 16
LEXICON_GROUP = 8


def words_of(name: str) -> list[str]:
    """The words of a name."""
    words = []
    for part in re.findall(r' ?-?(?:[A-Z]+|[0-9]+)|-(?= )', name):
        # A letter's space and nothing before others is what is understood.
        if re.fullmatch(r' [A-Z]+', part):
            part = part[1:]
        elif re.fullmatch(r'[A-Z]+', part) and words:
            part = '~' + part  # without a space
        words.append(part)
    if spell(words) != name:
        raise ValueError(f'{name} is not {words}')
    return words


def spell(words: list[str]) -> str:
    """The name of these words."""
    text = ''
    for word in words:
        if word[0] == '~':
            text += word[1:]
        elif word[0].isalpha() and text:
            text += ' ' + word
        else:
            text += word
    return text


def name_hash(name: str, seed: int) -> int:
    """FNV-1a, begun with the seed and mixed at the end."""
    value = 0x811C9DC5 ^ seed
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value ^= value >> 15
    value = value * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13


def perfect_hash(names: list[str]) -> tuple[list[int], list[int]]:
    """The seed of each bucket, the number of the name in each slot.

    A slot that is nobody's has number 0: names are compared anyway.
    """
    n_buckets = len(names) // 4 + 1
    buckets: list[list[int]] = [[] for _ in range(n_buckets)]
    for number, name in enumerate(names):
        buckets[name_hash(name, 0) % n_buckets].append(number)
    slots = [-1] * (len(names) + len(names) // 32)
    seeds = [0] * n_buckets
    for bucket in sorted(range(n_buckets), key=lambda b: -len(buckets[b])):
        seed = 1
        while True:
            places = [name_hash(names[number], seed) % len(slots)
                      for number in buckets[bucket]]
            if (len(set(places)) == len(places) and
                    all(slots[place] < 0 for place in places)):
                break
            seed += 1
        for place, number in zip(places, buckets[bucket]):
            slots[place] = number
        seeds[bucket] = seed
    return seeds, [max(slot, 0) for slot in slots]


class Lexicon:
    """All words, by number."""

    def __init__(self, names: list[list[str]]) -> None:
        counts = Counter(word for words in names for word in words)
        self.words = sorted(counts, key=lambda word: (-counts[word], word))
        self.numbers = {word: i for i, word in enumerate(self.words)}
        # Numbers from `short` on take two bytes.
        self.short = 256
        while self.short + (256 - self.short) * 256 < len(self.words):
            self.short -= 1

    def encode(self, word: str) -> bytes:
        """The number of a word in one byte or two."""
        number = self.numbers[word]
        if number < self.short:
            return bytes([number])
        number -= self.short
        return bytes([self.short + (number >> 8), number & 255])

    def text(self) -> tuple[list[int], list[int]]:
        """The bytes of all words, the last of each with its high bit set, and
        where each group begins."""
        data: list[int] = []
        groups = []
        for i, word in enumerate(self.words):
            if i % LEXICON_GROUP == 0:
                groups.append(len(data))
            data += word.encode()
            data[-1] |= 0x80
        return data, groups


def pack(names: list[str]) -> tuple[Lexicon, list[int], list[int]]:
    """The lexicon, the bytes of the names, where each group begins."""
    split = [words_of(name) for name in names]
    lexicon = Lexicon(split)
    data: list[int] = []
    groups = []
    before: list[str] = []
    for i, words in enumerate(split):
        if i % NAME_GROUP == 0:
            groups.append(len(data))
            before = []
        shared = 0
        while (shared < min(len(before), len(words) - 1, 15) and
               before[shared] == words[shared]):
            shared += 1
        own = words[shared:]
        if len(own) > 15:
            raise ValueError(f'{names[i]} has too many words')
        data.append(shared << 4 | len(own))
        for word in own:
            data += lexicon.encode(word)
        before = words
    return lexicon, data, groups


def runs_of(codes: list[int]) -> list[tuple[int, int]]:
    """(first code point, its number) of each run of successive ones."""
    return [(code, i) for i, code in enumerate(codes)
            if i == 0 or codes[i - 1] != code - 1]
