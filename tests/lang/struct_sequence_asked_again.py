# A struct sequence that is asked for again leaves its type as it was: what caches
# have of it stays.
import gc
import sys

T = type(sys.get_asyncgen_hooks())


def look(n):
    for i in range(n):
        x = T.__match_args__
    return x


print(look(2000))
for i in range(5):
    before = id(vars(T)['__match_args__'])
    sys.get_asyncgen_hooks()
    print(id(vars(T)['__match_args__']) == before)
    gc.collect()
    junk = [(str(k), k) for k in range(2000)]
    print(look(2000))
# Alone: collects garbage, and what is dead depends on other threads
