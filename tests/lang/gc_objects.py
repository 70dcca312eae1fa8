# gc.get_objects has what is tracked and can be reached; freeze keeps it.  Under stress
# what is young does not stay so.
# modes: interp microops jit eager exits evict
import gc
import weakref

class C:
    pass

kept = [[C()], C(), {'a': []}, (C(),), {C()}]
untracked = [{1: 2}, 'abc', 17.5, object()]
found = gc.get_objects()
ids = {id(x) for x in found}
print([id(x) in ids for x in kept], [id(x) in ids for x in untracked])
print(all(map(gc.is_tracked, found)))
print(len(gc.get_objects(None)) > 100, len(gc.get_objects(-1)) > 100)
young = [C()]
print(any(x is young for x in gc.get_objects(0)),
      any(x is young for x in gc.get_objects(2)))
gc.collect()
print(any(x is young for x in gc.get_objects(generation=0)),
      any(x is young for x in gc.get_objects(generation=2)))
for wrong in (3, 1000, -1000, 'a', 1.5, 2**70):
    try:
        gc.get_objects(wrong)
    except Exception as e:
        print(type(e).__name__, e)
for x in found:
    type(x).__name__

print(gc.get_freeze_count())
c = C()
c.me = c
ref = weakref.ref(c)
gc.freeze()
print(gc.get_freeze_count() > 100)
del c, kept, found, x
gc.collect()
print(ref() is not None)
gc.unfreeze()
print(gc.get_freeze_count())
print(gc.get_threshold(), gc.set_threshold(500, 5), gc.get_threshold(),
      gc.set_threshold(600), gc.get_threshold(), gc.set_threshold(1, 2, 3),
      gc.get_threshold(), gc.set_threshold(700, 10, 10))
print(len(gc.get_count()), gc.get_debug(), gc.set_debug(gc.DEBUG_LEAK), gc.get_debug(),
      gc.set_debug(0))
# Alone: collects garbage, and what is dead depends on other threads
