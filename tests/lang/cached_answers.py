# functools' caches: what they keep, in which order they forget, and their
# figures.
from _functools import _lru_cache_wrapper


def info(hits, misses, maxsize, currsize):
    return hits, misses, maxsize, currsize


def cached(f, maxsize, typed=False):
    return _lru_cache_wrapper(f, maxsize, typed, info)


calls = []
for maxsize in 2, 0, None, -5:
    f = cached(lambda *a, **k: calls.append(a) or len(calls), maxsize)
    print(maxsize, f(1), f(2), f(1), f(3), f(2), f(1), f(1, x=2), f(1, x=2),
          f.cache_info())
    f.cache_clear()
    print(f.cache_info(), f(1), f.cache_info())
for typed in False, True, 'yes':
    f = cached(lambda x: type(x).__name__, None, typed)
    print(typed, f(1), f(1.0), f(True), f.cache_info())
for args in ((1, None, False, info), (len, 'x', False, info),
             (len, 1.5, False, info)):
    try:
        print(type(_lru_cache_wrapper(*args)).__name__)
    except TypeError as e:
        print(e)
