# SPDX-License-Identifier: MIT
"""An interpreter inside the interpreter: a stack machine, its assembler and
three programs for it."""

import sys

(PUSH, POP, DUP, SWAP, OVER, ADD, SUB, MUL, MOD, LT, EQ, JUMP, JUMP_IF_NOT,
 LOAD, STORE, CALL, RETURN, EMIT, HALT) = range(19)

NAMES = {"push": PUSH, "pop": POP, "dup": DUP, "swap": SWAP, "over": OVER,
         "add": ADD, "sub": SUB, "mul": MUL, "mod": MOD, "lt": LT, "eq": EQ,
         "jump": JUMP, "jump_if_not": JUMP_IF_NOT, "load": LOAD,
         "store": STORE, "call": CALL, "return": RETURN, "emit": EMIT,
         "halt": HALT}
WITH_ARGUMENT = {PUSH, JUMP, JUMP_IF_NOT, LOAD, STORE, CALL}


class VmError(Exception):
    pass


def assemble(source):
    labels = {}
    code = []
    fixes = []
    for line in source.strip().splitlines():
        words = line.split("#")[0].split()
        for word in words[:1]:
            if word.endswith(":"):
                labels[word[:-1]] = len(code)
                words = words[1:]
        if not words:
            continue
        op = NAMES[words[0]]
        code.append(op)
        if op in WITH_ARGUMENT:
            if words[1].lstrip("-").isdigit():
                code.append(int(words[1]))
            else:
                fixes.append((len(code), words[1]))
                code.append(-1)
    for at, label in fixes:
        code[at] = labels[label]
    return code


class Machine:
    def __init__(self, code, cells=8):
        self.code = code
        self.cells = [0] * cells
        self.stack = []
        self.calls = []
        self.output = []
        self.steps = 0

    def run(self):
        code = self.code
        stack = self.stack
        push = stack.append
        pop = stack.pop
        pc = 0
        steps = 0
        while True:
            op = code[pc]
            pc += 1
            steps += 1
            if op == PUSH:
                push(code[pc])
                pc += 1
            elif op == LOAD:
                push(self.cells[code[pc]])
                pc += 1
            elif op == STORE:
                self.cells[code[pc]] = pop()
                pc += 1
            elif op == ADD:
                b = pop()
                stack[-1] += b
            elif op == SUB:
                b = pop()
                stack[-1] -= b
            elif op == MUL:
                b = pop()
                stack[-1] *= b
            elif op == MOD:
                b = pop()
                if b == 0:
                    raise VmError("modulo by zero at %d" % (pc - 1))
                stack[-1] %= b
            elif op == LT:
                b = pop()
                stack[-1] = 1 if stack[-1] < b else 0
            elif op == EQ:
                b = pop()
                stack[-1] = 1 if stack[-1] == b else 0
            elif op == JUMP:
                pc = code[pc]
            elif op == JUMP_IF_NOT:
                pc = pc + 1 if pop() else code[pc]
            elif op == DUP:
                push(stack[-1])
            elif op == POP:
                pop()
            elif op == SWAP:
                stack[-1], stack[-2] = stack[-2], stack[-1]
            elif op == OVER:
                push(stack[-2])
            elif op == CALL:
                self.calls.append(pc + 1)
                pc = code[pc]
            elif op == RETURN:
                pc = self.calls.pop()
            elif op == EMIT:
                self.output.append(pop())
            elif op == HALT:
                self.steps += steps
                return self.output
            else:
                raise VmError("bad instruction %d at %d" % (op, pc - 1))


PRIMES = """
        push 2
        store 1
next:   load 1
        load 0
        lt
        jump_if_not done
        push 2
        store 2
try:    load 2
        dup
        mul
        load 1
        push 1
        add
        lt
        jump_if_not prime
        load 1
        load 2
        mod
        jump_if_not composite
        load 2
        push 1
        add
        store 2
        jump try
prime:  load 1
        emit
composite:
        load 1
        push 1
        add
        store 1
        jump next
done:   halt
"""

FACTORIAL = """
        load 0
        call fact
        emit
        halt
fact:   dup                 # n
        push 2
        lt
        jump_if_not more
        pop
        push 1
        return
more:   dup
        push -1
        add
        call fact
        mul
        return
"""

COLLATZ = """
again:  load 0
        dup
        emit
        push 1
        eq
        jump_if_not step
        halt
step:   load 0
        push 2
        mod
        jump_if_not even
        load 0
        push 3
        mul
        push 1
        add
        store 0
        jump again
even:   push 0
        store 1
half:   load 1
        push 2
        mul
        load 0
        lt
        jump_if_not halved
        load 1
        push 1
        add
        store 1
        jump half
halved: load 1
        store 0
        jump again
"""


def execute(source, argument):
    machine = Machine(assemble(source))
    machine.cells[0] = argument
    return machine.run(), machine.steps


def run(n):
    primes, steps = execute(PRIMES, n)
    return len(primes), primes[-1], steps, execute(FACTORIAL, 30)[0][0]


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 900
    print(execute(PRIMES, 50))
    print(execute(FACTORIAL, 25))
    print(execute(COLLATZ, 19))
    try:
        Machine([PUSH, 1, PUSH, 0, MOD, HALT]).run()
    except VmError as error:
        print("error:", error)
    try:
        Machine([99]).run()
    except VmError as error:
        print("error:", error)
    print(run(scale))
