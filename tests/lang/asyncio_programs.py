# SPDX-License-Identifier: MIT
"""asyncio at work: gathering, queues, groups, time limits, locks, streams,
contexts, threads, generators."""
import asyncio
import contextlib
import contextvars
import socket

log = []
v = contextvars.ContextVar("v", default=0)


async def twice(n):
    await asyncio.sleep(0)
    v.set(n)
    return 2 * n


async def gathering():
    print(sum(await asyncio.gather(*map(twice, range(500)))), v.get())
    got = await asyncio.gather(twice(1), fails(), return_exceptions=True)
    print(got)
    done, pending = await asyncio.wait(
        {asyncio.create_task(twice(i)) for i in range(5)})
    print(sorted(t.result() for t in done), pending)
    print([await c for c in asyncio.as_completed([twice(3), twice(3)])])


async def fails():
    raise KeyError("k")


async def queues():
    a, b = asyncio.Queue(2), asyncio.Queue()

    async def pass_on():
        while (n := await a.get()) is not None:
            await b.put(n * n)
        await b.put(None)

    task = asyncio.create_task(pass_on())
    for i in range(100):
        await a.put(i)
    await a.put(None)
    total = 0
    while (n := await b.get()) is not None:
        total += n
    await task
    print(total)


async def groups():
    async with asyncio.TaskGroup() as g:
        tasks = [g.create_task(twice(i)) for i in range(4)]
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(fails())
            g.create_task(asyncio.sleep(100))
    except* KeyError as e:
        print(e.exceptions)


async def limits():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(100)
    except TimeoutError as e:
        print("timeout", repr(e.__cause__))
    try:
        await asyncio.wait_for(asyncio.sleep(100), 0.001)
    except TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(twice(4), 100))
    task = asyncio.create_task(asyncio.sleep(100))
    shielded = asyncio.shield(task)
    await asyncio.sleep(0)
    shielded.cancel()
    await asyncio.sleep(0)
    print(shielded.cancelled(), task.cancelled())
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print(repr(e))


async def locks():
    lock, order = asyncio.Lock(), []

    async def work(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(*map(work, "abc"))
    print("".join(order))


async def streams():
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    other, back = await asyncio.open_connection(sock=b)
    for i in range(20):
        writer.write(b"line %d\n" % i)
        back.write((await other.readline()).upper())
        log.append(await reader.readline())
    writer.close()
    back.close()
    print(log[::7])


async def numbers(n):
    try:
        for i in range(n):
            yield await twice(i)
    finally:
        print("closed")


async def generators():
    print([i async for i in numbers(4)])
    async with contextlib.aclosing(numbers(4)) as items:
        async for i in items:
            break
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2]),
          await asyncio.to_thread(v.get))


for f in (gathering, queues, groups, limits, locks, streams, generators):
    asyncio.run(f())
asyncio.run(queues(), debug=True)
print(asyncio._get_running_loop())
