# SimpleQueue: items in order, waiting with and without an end, other threads.
import _queue
import _thread
import time

q = _queue.SimpleQueue()
print(q.empty(), q.qsize(), q.put(1), q.put(2, False, 5), q.put_nowait(3), q.qsize())
print(q.get(), q.get(False), q.get_nowait(), q.empty())
for text in ('q.get(False)', 'q.get_nowait()', 'q.get(timeout=0.01)', 'q.get(True, 0)',
             'q.get(timeout=-1)', 'q.get(timeout="x")', 'q.get(False, "x")',
             'q.get(1, 2, 3)', 'q.put()', 'q.put(1, 2, 3, 4)', 'q.put(x=1)',
             'q.get(timeout=1e300)', '_queue.SimpleQueue[int]'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
print(_queue.Empty.__mro__, _queue.Empty.__module__)

answers = _queue.SimpleQueue()


def work():
    while True:
        item = q.get()
        if item is None:
            q.put(None)
            break
        answers.put(item * item)
    answers.put(None)


for i in range(4):
    _thread.start_new_thread(work, ())
for i in range(100):
    q.put(i)
    if i % 10 == 0:
        time.sleep(0.001)
q.put(None)
got, ended = [], 0
while ended < 4:
    item = answers.get(timeout=60)
    if item is None:
        ended += 1
    else:
        got.append(item)
print(sorted(got) == [i * i for i in range(100)])


class Named(_queue.SimpleQueue):
    pass


n = Named()
n.name = 'n'
n.put(5)
print(n.name, n.get())
