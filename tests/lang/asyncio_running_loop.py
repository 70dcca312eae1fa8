# SPDX-License-Identifier: MIT
"""The running loop is that of a thread, and of a process, not of its children."""
import _asyncio
import asyncio
import os
import threading


def show(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


def look(label):
    show(label, _asyncio._get_running_loop)
    show(label, asyncio.get_running_loop)


look("none")
_asyncio._set_running_loop("loop")
look("set")
show("event loop", asyncio.get_event_loop)
show("event loop", asyncio.events._get_event_loop)
t = threading.Thread(target=look, args=("thread",))
t.start()
t.join()
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(w, repr(_asyncio._get_running_loop()).encode())
    _asyncio._set_running_loop("child's")
    os.write(w, _asyncio._get_running_loop().encode())
    os._exit(0)
os.waitpid(pid, 0)
print(os.read(r, 100))
look("parent")
_asyncio._set_running_loop(None)
look("none")


class Policy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        return "the policy's"


asyncio.set_event_loop_policy(Policy())
show("policy", asyncio.get_event_loop)
asyncio.set_event_loop_policy(None)
show("arguments", lambda: _asyncio._set_running_loop())
show("arguments", lambda: _asyncio._get_event_loop("x"))

# Alone: forks, and sets the process's policy
