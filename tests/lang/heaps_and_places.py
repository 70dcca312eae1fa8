# _heapq, _bisect, _statistics, _typing: results, order, what is refused.
import _bisect
import _heapq
import _statistics
import _typing


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


seed = 42


def random():
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed >> 8


for n in (0, 1, 2, 3, 10, 100, 1000):
    items = [random() % (2 * n + 1) for _ in range(n)]
    heap = []
    for x in items:
        _heapq.heappush(heap, x)
    same = items[:]
    _heapq.heapify(same)
    sums = sum(x * i for i, x in enumerate(heap)), sum(x * i for i, x in enumerate(same))
    print(n, sums, [_heapq.heappop(heap) for _ in items] == sorted(items),
          [_heapq.heappop(same) for _ in items] == sorted(items))
    greatest = items[:]
    _heapq._heapify_max(greatest)
    print(sum(x * i for i, x in enumerate(greatest)),
          [_heapq._heappop_max(greatest) for _ in items] == sorted(items, reverse=True))
heap = [1, 3, 2.5]
print(_heapq.heapreplace(heap, 5), heap, _heapq.heappushpop(heap, 0), heap,
      _heapq.heappushpop(heap, 9), heap, _heapq.heappushpop([], 4))
heap = [9, 3, 8]
print(_heapq._heapreplace_max(heap, 1), heap)
for f in (lambda: _heapq.heappop([]), lambda: _heapq.heapreplace([], 1),
          lambda: _heapq._heappop_max([]), lambda: _heapq.heappush((), 1),
          lambda: _heapq.heapify(5), lambda: _heapq.heapify([1, 'a', 2]),
          lambda: _heapq.heappush([1], 'a'), lambda: _heapq.heappushpop([1], 'a')):
    show(f)


class Evil:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


heap = []
heap.extend(Evil(heap) for _ in range(20))
show(lambda: _heapq.heapify(heap))
heap.extend(Evil(heap) for _ in range(20))
show(lambda: _heapq.heappush(heap, Evil(heap)))
heap.extend(Evil(heap) for _ in range(20))
show(lambda: _heapq.heappop(heap))

a = [1, 2, 2, 2, 3]
print([_bisect.bisect_left(a, x) for x in range(5)], [_bisect.bisect_right(a, x) for x in range(5)])
print([_bisect.bisect_left(a, 2, lo) for lo in range(6)],
      [_bisect.bisect_right(a, 2, 0, hi) for hi in range(6)])
print(_bisect.bisect_left('abc', 'b'), _bisect.bisect_right((1.5, 2.5), 2),
      _bisect.bisect_left(a, -2, key=lambda x: x - 4), _bisect.bisect(a, 2) if 0 else None)
b = []
for x in 'the quick brown fox jumps over the lazy dog'.split():
    _bisect.insort_left(b, x, key=len)
print(b)
b = []
for x in 'the quick brown fox jumps over the lazy dog'.split():
    _bisect.insort_right(b, x, key=len)
print(b)


class Inserts(list):
    def insert(self, i, x):
        print('insert', i, x)


_bisect.insort_right(Inserts([1, 2]), 1)
for f in (lambda: _bisect.bisect_left([1], 1, -1), lambda: _bisect.bisect_left(5, 1),
          lambda: _bisect.bisect_left({1: 2}, 1), lambda: _bisect.bisect_left([1], 1, hi='a'),
          lambda: _bisect.bisect_left([1], 1, hi=1 << 70), lambda: _bisect.bisect_left([1, 2], 3, hi=5),
          lambda: _bisect.bisect_left([1, 'a'], 1), lambda: _bisect.insort_left((1,), 1),
          lambda: _bisect.bisect_left([1], 1, key=5), lambda: _bisect.bisect_left()):
    show(f)
print([_statistics._normal_dist_inv_cdf(p, 1.5, 2.5) for p in (
    1e-300, 1e-20, 1e-5, 0.01, 0.07, 0.075, 0.1, 0.3, 0.5, 0.7, 0.925, 0.93, 0.99, 1 - 1e-12)])
for f in (lambda: _statistics._normal_dist_inv_cdf(0., 0., 1.),
          lambda: _statistics._normal_dist_inv_cdf(.5, 0., -1.),
          lambda: _statistics._normal_dist_inv_cdf(float('nan'), 0., 1.),
          lambda: _statistics._normal_dist_inv_cdf('a', 0., 1.),
          lambda: _typing._idfunc(f), lambda: _typing._idfunc(1), lambda: _typing._idfunc()):
    try:
        print(f() is f, end=' ')
    except Exception as e:
        print(type(e).__name__, e)
print()
