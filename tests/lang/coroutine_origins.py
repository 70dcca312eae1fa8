# sys.set_coroutine_origin_tracking_depth: coroutines know the calls that they come
# from, as far as wanted; hooks and depths are the thread's own.
import _thread
import sys

async def nothing():
    pass

def outer():
    return inner()

def inner():
    return nothing()

def origin(depth):
    sys.set_coroutine_origin_tracking_depth(depth)
    made = outer()
    made.close()
    sys.set_coroutine_origin_tracking_depth(0)
    return made.cr_origin

print(sys.get_coroutine_origin_tracking_depth(), origin(0))
for depth in (1, 2, 100):
    for name, line, function in origin(depth):
        print(depth, name.rpartition('/')[2], line, function)
for bad in (-1, 'x', 2**40):
    try:
        sys.set_coroutine_origin_tracking_depth(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(sys.call_tracing(divmod, (7, 2)))
try:
    sys.call_tracing(divmod, [7, 2])
except TypeError as e:
    print(e)

def elsewhere():
    answers.append((sys.get_coroutine_origin_tracking_depth(),
                    sys.get_asyncgen_hooks()))
    done.release()

answers = []
done = _thread.allocate_lock()
done.acquire()
sys.set_coroutine_origin_tracking_depth(5)
sys.set_asyncgen_hooks(print, len)
_thread.start_new_thread(elsewhere, ())
done.acquire()
print(answers)
print([name for name in vars(sys) if 'adder' in name])
# Alone: sets hooks of the thread.
