# SPDX-License-Identifier: MIT
# trace: round_without: loops == 1; loop has _GUARD_NE_INT; sides == 0
# trace: round_without: aborts none
# trace: inlined: loops == 1; loop has _COMPARE_OP_INT _GUARD_NE_INT
# trace: inlined: lacks _CALL* _PUSH_FRAME; aborts none
# trace: deleted_twice: loops == 1; aborts only EXCEPTION; aborts EXCEPTION >= 1
# trace: aborts only EXCEPTION
"""`del` of a local that the recorded round had and a later one has not."""


def round_without(n, stop):
    try:
        x = 0
        for i in range(n):
            del x
            if i != stop:
                x = i
    except UnboundLocalError as e:
        return i, str(e)
    return "none"


def deleted_twice(n, stop):
    total = 0
    for i in range(n):
        a = b = i
        del a
        try:
            if i % stop == 0:
                del a
            total += b
        except UnboundLocalError:
            total -= 1
    return total


def drop(flag):
    value = 3
    if flag:
        del value
    del value
    return 1


def inlined(n, stop):
    total = 0
    for i in range(n):
        try:
            total += drop(i == stop)
        except UnboundLocalError as e:
            return i, total, str(e)
    return total


for s in 5, 50, 290, 1500, 10000:
    print(round_without(3000, s), inlined(3000, s))
print(deleted_twice(3000, 7))
