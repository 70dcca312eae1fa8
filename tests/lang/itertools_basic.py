# SPDX-License-Identifier: MIT
"""itertools."""

import itertools as it

print(list(it.islice(it.count(5), 3)), list(it.islice(it.count(1, 2.5), 3)),
      list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 3)),
      list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)),
      list(it.accumulate([1, 2], initial=100)))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])),
      list(it.compress("abcd", [1, 0, 1, 1])),
      list(it.dropwhile(lambda x: x < 3, [1, 4, 2])),
      list(it.takewhile(lambda x: x < 3, [1, 4, 2])),
      list(it.filterfalse(lambda x: x % 2, range(5))),
      list(it.starmap(pow, [(2, 3), (3, 2)])),
      list(it.zip_longest("abc", [1], fillvalue="-")), list(it.pairwise("abc")))
print([(k, list(g)) for k, g in it.groupby("aabbbca")],
      [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], lambda x: x % 2)])
print(list(it.islice("abcdefg", 2)), list(it.islice("abcdefg", 2, 5)),
      list(it.islice("abcdefg", 1, None, 2)), list(it.islice([], 5)))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)),
      list(it.permutations("abc", 2)), list(it.permutations([1, 2, 3]))[-1],
      list(it.combinations("abcd", 2)), list(it.combinations([1, 2], 3)),
      list(it.combinations_with_replacement("ab", 2)), list(it.product()))
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
for bad in (lambda: it.islice([], -1), lambda: it.islice([], 1, 2, 0),
            lambda: it.repeat(1, "x"), lambda: it.count("a"),
            lambda: it.permutations("ab", -1), lambda: it.chain(5).__next__(),
            lambda: list(it.starmap(pow, [1])), lambda: it.cycle(5),
            lambda: it.combinations("ab", -1), lambda: it.product("a", x=1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(it.count(3), it.repeat(5, 2), it.count(1, 2), next(it.count(2**70)))
groups = it.groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), list(groups))
print(sum(it.takewhile(lambda x: x < 1000, (x * x for x in it.count()))))
print(list(it.islice(it.chain.from_iterable(map(range, it.count())), 8)))
r = it.repeat("x")
print([next(r) for _ in range(3)], list(zip(it.count(), "ab")),
      list(it.zip_longest("ab", range(3), [])))
