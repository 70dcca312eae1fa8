# tracemalloc knows what lives, how large it is and where it was allocated.
import _tracemalloc
import sys
import tracemalloc

print(sorted(n for n in dir(_tracemalloc) if not n.startswith('__')))
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(),
      tracemalloc.get_object_traceback([]), tracemalloc.get_traceback_limit())
for wrong in (0, -1, 65536, 'a'):
    try:
        tracemalloc.start(wrong)
    except Exception as e:
        print(type(e).__name__, e)
try:
    tracemalloc.take_snapshot()
except RuntimeError as e:
    print(e)

def make(n):
    return bytes(n)

def outer(n):
    return make(n)

MAKE = make.__code__.co_firstlineno + 1
OUTER = outer.__code__.co_firstlineno + 1

def lines(traceback):
    names = {MAKE: 'make', OUTER: 'outer'}
    return [names.get(f.lineno, f.lineno) for f in traceback if f.filename == __file__]

tracemalloc.start(2)
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
data = outer(1000)
traceback = tracemalloc.get_object_traceback(data)
print(lines(traceback), len(traceback), traceback.total_nframe)
old = 'text'
print(tracemalloc.get_object_traceback(old), tracemalloc.get_object_traceback(5))

before, _ = tracemalloc.get_traced_memory()
big = make(1 << 20)
now, peak = tracemalloc.get_traced_memory()
print(now - before >= 1 << 20, now - before < (1 << 20) + 50000, peak >= now)
big = None
later, peak = tracemalloc.get_traced_memory()
print(later < before + 100000, peak >= now)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < now)

def hot(n):
    found = []
    for i in range(n):
        found.append([i, make(300)])
    return found
HOT = hot.__code__.co_firstlineno + 3
kept = hot(3000)
snapshot = tracemalloc.take_snapshot()
here = snapshot.filter_traces([tracemalloc.Filter(True, __file__, all_frames=False)])
by_line = {s.traceback[0].lineno: s for s in here.statistics('lineno')}
print(by_line[MAKE].count >= 3000, by_line[MAKE].size >= 3000 * 300)
print(by_line[HOT].count >= 3000)
print(any(t.size >= 300 and lines(t.traceback) == [HOT, 'make'] for t in here.traces))
del here
other = tracemalloc.take_snapshot()
difference = {s.traceback[0].lineno: s
              for s in other.compare_to(snapshot, 'lineno')
              if s.traceback[0].filename == __file__}
print(abs(difference[MAKE].count_diff) < 100)
print(tracemalloc.get_tracemalloc_memory() > 0)
tracemalloc.clear_traces()
print(tracemalloc.is_tracing(), tracemalloc.get_object_traceback(data))
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
data = make(100)
print(lines(tracemalloc.get_object_traceback(data)))
tracemalloc.stop()
# Alone: looks at the memory of the whole process
