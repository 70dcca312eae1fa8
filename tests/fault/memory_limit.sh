# SPDX-License-Identifier: MIT
# Where memory is refused, programs get a MemoryError and go on, and what cannot
# even start says so.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
limit=120000 # KiB
# Sanitizers reserve terabytes.
if ! (ulimit -v $limit && "$adder" -c pass) >"$work/err" 2>&1; then
    tap_end "adder does not start with so little address space"
fi

cat >"$work/grow.py" <<'END'
import sys
from collections import deque
kept = []

def list_append():
    l = []
    while True:
        l.append(None)

def list_insert():
    l = []
    while True:
        l += l
        l.insert(0, None)

def list_copies():
    l, copies = list(range(100000)), []
    while True:
        copies.append(l[:])
        copies.append(l.copy())
        copies.append(l + l)
        copies.append(tuple(l))

def list_comprehension():
    return [i for i in range(1 << 40)]

def list_of_iterator():
    return list(map(str, range(1 << 40)))

def list_sort():
    l, copies = list(range(200000)) + list(range(200000)), []
    while True:
        copies.append(sorted(l, key=float))

def dict_setitem():
    d, i = {}, 0
    while True:
        d[i] = i
        i += 1

def dict_fromkeys():
    return dict.fromkeys(range(1 << 40))

def dict_copies():
    d, copies = dict.fromkeys(range(100000)), []
    while True:
        copies.append(d.copy())
        copies.append(d | d)
        copies.append({**d})

def set_add():
    s, i = set(), 0
    while True:
        s.add(i)
        i += 1

def set_comprehension():
    return {i for i in range(1 << 40)}

def set_copies():
    s, copies = set(range(100000)), []
    while True:
        copies.append(s | s)
        copies.append(set(dict.fromkeys(s)))

def str_add():
    s = "x" * 100
    while True:
        s += s

def str_format():
    s = "x" * 100
    while True:
        s = f"{s}{s}"

def str_join():
    return "".join(map(str, range(1 << 40)))

def str_split():
    return ("a b " * 5000000).split()

def bytes_split():
    return (b"a b " * 5000000).split()

def bytearray_add():
    s = bytearray(b"x" * 100)
    while True:
        s += s

def bytearray_append():
    s = bytearray()
    while True:
        s.append(1)

def deque_append():
    s = deque()
    while True:
        s.append(None)

def deque_appendleft():
    s = deque()
    while True:
        s.appendleft(None)

def tuple_of_iterator():
    return tuple(range(1 << 40))

def tuple_add():
    s = (1, 2)
    while True:
        s += s

def int_multiply():
    n = 3
    while True:
        n *= n

def instances():
    class Spam:
        pass
    l = []
    while True:
        spam = Spam()
        spam.eggs = spam.ham = len(l) * 1.5
        l.append(spam)

def instance_attributes():
    class Spam:
        pass
    spam, i = Spam(), 0
    while True:
        setattr(spam, f"x{i}", i)
        i += 1

def kept_list():
    while True:
        kept.append(object())

def kept_chain():
    global kept
    while True:
        kept = [kept, str(len(kept)) * 3, 0.1 * len(kept)]

def kept_dict():
    kept.append({})
    i = 0
    while True:
        kept[0][str(i)] = (i, i)
        i += 1

name = sys.argv[1]
for _ in range(2):
    try:
        globals()[name]()
        print("no MemoryError")
    except MemoryError as e:
        # What grew may be reachable still, and there must be some room.
        print(name, repr(e), [str(i) for i in range(3)], {1: 0.1})
    kept = []
print(sum([i for i in range(1000)]))
END

cat >"$work/consistent.py" <<'END'
from collections import OrderedDict, deque
import sys

def fill(add):
    n = 0
    while True:
        add(n)
        n += 1

def check(c, add, contains):
    """A refused addition adds nothing, and later ones work."""
    try:
        fill(add)
    except MemoryError:
        pass
    n = len(c)
    for i in c:
        if not 0 <= i < n:
            print("there should be no", i)
    for _ in range(3):
        try:
            add(n)
        except MemoryError:
            pass
        print(len(c) == n or len(c) == n + 1 and contains(n))
        n = len(c)
    c.clear()
    add(7)
    print(len(c), contains(7))

l, d, s, q, o = [], {}, set(), deque(), OrderedDict()
check(l, l.append, l.__contains__)
check(d, lambda i: d.setdefault(i, i), d.__contains__)
check(s, s.add, s.__contains__)
check(q, q.append, q.__contains__)
check(o, lambda i: (o.setdefault(i), o.move_to_end(i, i % 2)), o.__contains__)
END

limited() { # LIMIT adder's arguments...
    (ulimit -v "$1" && shift && exec "$adder" "$@")
}
compare() { # WHAT STATUS WANT
    problem=
    [ "$2" = 0 ] && [ "$(cat "$work/out")" = "$3" ] ||
        problem="status $2: $(cat "$work/out" "$work/err" | tail -n 5)"
    tap_result "$1" "$problem"
}

for jit in 0 1; do
    export PYTHON_JIT=$jit
    for name in $(sed -n 's/^def \(.*\)():$/\1/p' "$work/grow.py"); do
        line="$name MemoryError() ['0', '1', '2'] {1: 0.1}"
        limited $limit "$work/grow.py" "$name" >"$work/out" 2>"$work/err"
        compare "$name, PYTHON_JIT=$jit" $? "$line
$line
499500"
    done
    limited $limit "$work/consistent.py" >"$work/out" 2>"$work/err"
    compare "what was refused is not there, PYTHON_JIT=$jit" $? "$(
        for _ in 1 2 3 4 5; do
            printf 'True\nTrue\nTrue\n1 True\n'
        done)"
done
unset PYTHON_JIT

# Down to where the dynamic loader gives up; a signal is more than 128.
for limit in 4000 8000 12000 16000 20000 24000 28000 32000 36000 40000 48000 \
    64000; do
    limited $limit -c 'print(6 * 7)' >"$work/out" 2>"$work/err"
    status=$?
    problem=
    if [ $status = 0 ]; then
        [ "$(cat "$work/out")" = 42 ] || problem="it printed $(cat "$work/out")"
    elif [ $status -gt 128 ] || [ ! -s "$work/err" ]; then
        problem="status $status: $(cat "$work/err")"
    fi
    tap_result "start in $limit KiB" "$problem"
done
# A string that compiled code has no memory for: one MemoryError.
cat >"$work/grow.py" <<'END'
kept = []
try:
    while True:
        kept.append('x' * 1000000 + str(len(kept)))
except MemoryError:
    kept = None
    print('once')
END
for options in threshold:1 threshold:20 interpreter,threshold:1; do
    problem=$(for kib in 120000 200000; do
        printed=$( (ulimit -v $kib &&
            PYTHON_JIT=1 "$adder" -X "jit=$options" "$work/grow.py") 2>&1)
        [ "$printed" = once ] || echo "$kib KiB: $printed"
    done)
    tap_result "a MemoryError of compiled code is raised once, $options" "$problem"
done
# The same source under limits at which another of its parts fails each time.
cat >"$work/compile.py" <<'END'
source = 'if a:\n    f(b, c)\n' * 30000
try:
    compile(source, 'source', 'exec')
except MemoryError:
    pass
print('went on')
END
problem=$(for kib in 90000 100000 110000 120000 130000 140000 150000 160000 \
    170000 180000 200000 220000; do
    printed=$( (ulimit -v $kib && "$adder" "$work/compile.py") 2>&1)
    [ "$printed" = "went on" ] || echo "$kib KiB: $printed"
done)
tap_result "compiling what is too large is a MemoryError" "$problem"
tap_end
