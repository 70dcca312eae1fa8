# A thread that never stops printing lets others print, too.
import os
import threading

with open(os.devnull, 'w') as sink:
    done = threading.Event()

    def hog():
        while not done.is_set():
            print('x' * 50000, file=sink)

    hogs = [threading.Thread(target=hog) for _ in range(3)]
    for t in hogs:
        t.start()
    for i in range(20):
        print('y' * 50000, file=sink)
        sink.flush()
    done.set()
    for t in hogs:
        t.join()
print('all have had their turns')
