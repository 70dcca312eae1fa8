# SPDX-License-Identifier: MIT
"""A small machine with tasks of several kinds that pass packets around:
polymorphic calls, attribute updates and linked queues."""

import sys

READY, RUNNING, WAITING, DONE = range(4)
WORK, DEVICE = "work", "device"


class Packet:
    def __init__(self, kind, origin):
        self.kind = kind
        self.origin = origin
        self.next = None
        self.value = 0
        self.bytes = [0, 0, 0, 0]


class Queue:
    """A singly linked first-in first-out queue of packets."""

    def __init__(self):
        self.head = None
        self.tail = None
        self.length = 0

    def put(self, packet):
        packet.next = None
        if self.head is None:
            self.head = packet
        else:
            self.tail.next = packet
        self.tail = packet
        self.length += 1

    def take(self):
        packet = self.head
        if packet is None:
            return None
        self.head = packet.next
        if self.head is None:
            self.tail = None
        packet.next = None
        self.length -= 1
        return packet


class Task:
    def __init__(self, kernel, name, priority):
        self.kernel = kernel
        self.name = name
        self.priority = priority
        self.inbox = Queue()
        self.state = READY
        self.steps = 0
        kernel.add(self)

    def step(self):
        raise NotImplementedError

    def run_once(self):
        self.state = RUNNING
        self.steps += 1
        self.step()
        if self.state == RUNNING:
            self.state = READY

    def send(self, name, packet):
        self.kernel.deliver(self, name, packet)

    def wait(self):
        self.state = WAITING

    def finish(self):
        self.state = DONE
        self.kernel.live -= 1


class Idler(Task):
    """Wakes the devices in an order that a shift register decides."""

    def __init__(self, kernel, name, priority, budget, devices):
        Task.__init__(self, kernel, name, priority)
        self.budget = budget
        self.register = 0xACE1
        self.devices = devices

    def step(self):
        if self.budget == 0:
            self.finish()
            self.kernel.stop()
            return
        self.budget -= 1
        bit = self.register & 1
        self.register >>= 1
        if bit:
            self.register ^= 0xB400
        self.kernel.wake(self.devices[bit])


class Worker(Task):
    """Fills packets and hands them to one of two handlers in turn."""

    def __init__(self, kernel, name, priority, handlers):
        Task.__init__(self, kernel, name, priority)
        self.handlers = handlers
        self.turn = 0
        self.letter = 0

    def step(self):
        packet = self.inbox.take()
        if packet is None:
            self.wait()
            return
        self.turn = 1 - self.turn
        packet.kind = WORK
        cells = packet.bytes
        for i in range(len(cells)):
            self.letter = self.letter % 26 + 1
            cells[i] = 64 + self.letter
        packet.value = 0
        self.send(self.handlers[self.turn], packet)


class Handler(Task):
    """Adds up a packet cell by cell, one trip to its device for each."""

    def __init__(self, kernel, name, priority, device, worker):
        Task.__init__(self, kernel, name, priority)
        self.device = device
        self.worker = worker
        self.sum = 0
        self.handled = 0

    def step(self):
        packet = self.inbox.take()
        if packet is None:
            self.wait()
        elif packet.value == len(packet.bytes):
            self.handled += 1
            self.send(self.worker, packet)
        else:
            self.sum = (self.sum * 7 + packet.bytes[packet.value]) % 65521
            packet.value += 1
            packet.kind = DEVICE
            packet.origin = self.name
            self.send(self.device, packet)


class Device(Task):
    """Holds a packet until the idler wakes it, then sends it home."""

    def __init__(self, kernel, name, priority):
        Task.__init__(self, kernel, name, priority)
        self.held = None
        self.interrupts = 0

    def step(self):
        if self.held is None:
            self.held = self.inbox.take()
            self.wait()
            return
        self.interrupts += 1
        packet = self.held
        self.held = self.inbox.take()
        self.send(packet.origin, packet)
        self.wait()


class Kernel:
    def __init__(self):
        self.tasks = []
        self.by_name = {}
        self.live = 0
        self.delivered = 0
        self.stopped = False

    def add(self, task):
        self.tasks.append(task)
        self.tasks.sort(key=lambda each: -each.priority)
        self.by_name[task.name] = task
        self.live += 1

    def deliver(self, sender, name, packet):
        self.delivered += 1
        target = self.by_name[name]
        target.inbox.put(packet)
        if target.state == WAITING and not isinstance(target, Device):
            target.state = READY
        elif isinstance(target, Device) and target.held is None:
            target.held = target.inbox.take()

    def wake(self, name):
        task = self.by_name[name]
        if task.state == WAITING:
            task.state = READY

    def stop(self):
        self.stopped = True

    def run(self):
        while not self.stopped:
            for task in self.tasks:
                if task.state == READY:
                    task.run_once()
                    break
            else:
                raise RuntimeError("deadlock")


def simulate(n):
    kernel = Kernel()
    Idler(kernel, "idler", 0, n, ("disk", "net"))
    Worker(kernel, "worker", 10, ("reader", "writer"))
    Handler(kernel, "reader", 20, "disk", "worker")
    Handler(kernel, "writer", 21, "net", "worker")
    Device(kernel, "disk", 30)
    Device(kernel, "net", 31)
    for _ in range(4):
        kernel.by_name["worker"].inbox.put(Packet(WORK, "worker"))
    kernel.run()
    return kernel


def run(n):
    kernel = simulate(n)
    total = kernel.delivered
    for task in kernel.tasks:
        total = (total * 31 + task.steps) % 1000003
    return total


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    machine = simulate(scale)
    for each in machine.tasks:
        print(each.name, type(each).__name__, each.state, each.steps,
              each.inbox.length)
    reader = machine.by_name["reader"]
    print(machine.delivered, reader.handled, reader.sum)
    print(run(scale))
