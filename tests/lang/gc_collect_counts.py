# gc.collect() answers how much it has found in cycles; get_stats and the callbacks
# tell the same, and what reference counts would have freed is not counted.  Under
# stress others collect before.
# modes: interp microops jit eager exits evict
import gc

class C:
    def __init__(self):
        self.me = self

class Del(C):
    n = 0
    def __del__(self):
        Del.n += 1

class Lazarus(C):
    kept = []
    def __del__(self):
        Lazarus.kept.append(self)

def make(cls, n):
    for _ in range(n):
        cls()

def plain(n):
    for i in range(n):
        {'a': [i, (i, [])]}

def about(n, wanted):  # a word on the stack may keep something for a while
    return wanted - 20 <= n <= wanted + 60

gc.collect()
gc.disable()
print(about(gc.collect(), 0))
before = gc.get_stats()[2]
make(C, 1000)
n = gc.collect()
after = gc.get_stats()[2]
print(about(n, 1000), after['collected'] - before['collected'] == n,
      after['collections'] > before['collections'], after['uncollectable'])
plain(1000)
print(about(gc.collect(), 0))
make(Del, 500)
print(about(gc.collect(), 500), about(Del.n, 500))
make(Lazarus, 500)
print(about(gc.collect(), 0), about(len(Lazarus.kept), 500))
print(gc.is_finalized(Lazarus.kept[0]), gc.is_finalized(Lazarus()), gc.is_finalized(3))
Lazarus.kept.clear()
print(about(gc.collect(), 500), len(Lazarus.kept) < 60)

seen = []
def callback(phase, info):
    seen.append((phase, sorted(info), info['generation'], about(info['collected'], 300),
                 info['uncollectable']))
gc.callbacks.append(callback)
make(C, 300)
gc.collect()
gc.collect(generation=0)
gc.collect(1)
gc.callbacks.remove(callback)
gc.collect()
for s in seen[:6]:
    print(s)

def failing(phase, info):
    raise ValueError(phase)
import sys
sys.unraisablehook = lambda u: print(u.exc_value, u.object is failing)
gc.callbacks.append(failing)
gc.collect()
gc.callbacks.remove(failing)

gc.set_debug(gc.DEBUG_SAVEALL)
make(C, 200)
gc.collect()
gc.set_debug(0)
print(about(len([x for x in gc.garbage if type(x) is C]), 200))
gc.garbage.clear()
gc.enable()
# Alone: collects garbage, and what is dead depends on other threads
