# The settings of gc take ints alone; some methods ignore what they are given.
import gc

for call in (lambda: gc.set_debug('x'), lambda: gc.set_debug(2**40),
             lambda: gc.set_debug(0), lambda: gc.set_threshold('a'),
             lambda: gc.set_threshold(1, None), lambda: gc.collect(3),
             lambda: gc.collect(2**40), lambda: gc.collect('a'),
             lambda: range(3).__reduce__(1, 2),
             lambda: object.__subclasshook__(1, 2),
             lambda: object.__subclasshook__()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# Alone: collects garbage, and what is dead depends on other threads
