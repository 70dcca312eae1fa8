# SPDX-License-Identifier: MIT
# gdb walks through compiled code (-X jit=gdb) and shows Python values, frames
# and traces (Misc/adder-gdb.py).
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
needs_machine_code

in_gdb() { # PROGRAM WORDS COMMAND...: output in $work/out
    program=$1 words=$2
    shift 2
    {
        echo 'set pagination off'
        echo 'set width 0'
        echo 'set env PYTHON_JIT=1'
        echo "source $top/Misc/adder-gdb.py"
        echo "set args -X jit=threshold:10,$words $program"
        for command; do
            echo "$command"
        done
    } >"$work/commands"
    LC_ALL=C.UTF-8 timeout 120 gdb -q -nx -batch -x "$work/commands" "$adder" \
        >"$work/out" 2>&1 </dev/null
}
lacks() { # TEXT...: says which are not in the output, and shows that; the library's
    # importlib may have been compiled, too: traces are not told by their numbers
    for text; do
        sed 's/trace [0-9][0-9]*/trace N/' "$work/out" |
            grep -qF -- "$text" || echo "there is no: $text"
    done >"$work/lacking"
    [ -s "$work/lacking" ] && cat "$work/lacking" "$work/out"
}

command -v gdb >/dev/null || tap_end "there is no gdb"
gdb -q -nx -batch -ex 'python print(6 * 7)' 2>&1 | grep -q 42 ||
    tap_end "gdb has no Python"
binary=$(find "${top_builddir:-.}/.libs" -name 'libadder.so.*' -type f 2>/dev/null)
gdb -q -nx -batch -ex 'ptype struct Header' "${binary:-$adder}" 2>&1 |
    grep -q shape || tap_end "adder has no debugging information"
echo 'pass' >"$work/nothing.py"
in_gdb "$work/nothing.py" gdb 'run' 'p 5 + 5'
grep -q 'exited normally' "$work/out" || tap_end "gdb may not run programs"

# ---- the stack ----
in_gdb "$top/tests/jit/profiled.py" gdb 'set breakpoint pending on' \
    'break math_integer_factorial_call' 'ignore 1 900' 'run' 'bt' 'adder-bt full' \
    'adder-traces'
tap_result "bt goes through compiled code to the start" \
    "$(lacks ' in py::hot:12 [trace N] ()' 'in adder::enter ()' exec_run \
        ' adder_main (')"
tap_result "adder-bt shows frames, and those that a trace has inlined" \
    "$(lacks '[in <trace N of hot at ' 'profiled.py:7 [inlined]' \
        '#0   hot at ' 'profiled.py:12' 'n = 3000' '#1   outer at ' \
        '#3   <module> at ')"
tap_result "adder-traces shows traces" \
    "$(lacks '<trace N of hot at ' ', ends in loop>')"

in_gdb "$top/tests/jit/profiled.py" log 'set breakpoint pending on' \
    'break math_integer_factorial_call' 'ignore 1 900' 'run' 'info symbol $pc' \
    'p __jit_debug_descriptor.first'
tap_result "nothing is registered when not asked for" "$(lacks '(JitCodeEntry *) 0x0')"

# ---- what is taken back ----
cat >"$work/exec.py" <<'EOF'
import math
SOURCE = """
def f(n):
    for i in range(n):
        pass
"""
for i in range(300):
    names = {}
    exec(SOURCE, names)
    names["f"](200)
    if i % 50 == 0:
        keep = [[str(j)] for j in range(40000)]
math.factorial(5)
EOF
cat >"$work/count.py" <<'EOF'
import gdb
n, entry = 0, gdb.parse_and_eval("__jit_debug_descriptor.first")
while int(entry):
    n, entry = n + 1, entry["next"]
print("few" if 2 < n < 250 else n, "are registered")
EOF
in_gdb "$work/exec.py" gdb,code-size:64 'set breakpoint pending on' \
    'break math_integer_factorial_call' 'run' "source $work/count.py"
tap_result "what has been freed is taken back" \
    "$(lacks 'few are registered')"

# ---- values ----
cat >"$work/values.py" <<'EOF'
import math
class Spam: pass
def eggs(): pass
a = [1, -2, 2 ** 100, -2 ** 70, True, None, ...]
b = (1.5, -0.0, 1e300, 2.5e-310)
c = {"key": b"bytes", "gr\xfc\xdfe": "\u20ac", 3: "\U0001f40d"}
d = {7}, set(), (8,), [], {}
e = Spam, Spam(), eggs
f = [[[[[[]]]]]]
g = list(range(1000))
math.factorial(5)
EOF
in_gdb "$work/values.py" gdb 'set breakpoint pending on' \
    'break math_integer_factorial_call' 'run' \
    'p *runtime->main_thread->frame->globals' \
    'p *runtime->main_thread->frame' \
    'p *runtime->main_thread->frame->code' \
    'p args_[0]'
tap_result "values are shown as Python writes them" "$(
    lacks "'a': [1, -2, 1267650600228229401496703205376, -1180591620717411303424, True, None, Ellipsis]" \
        "'b': (1.5, -0.0, 1e+300, 2.5e-310)" \
        "{'key': b'bytes', 'grüße': '€', 3: '🐍'}" \
        "({7}, set(), (8,), [], {})" "(<class Spam>, <Spam object at " \
        "<function eggs at " "[[[...]]]" "... 1000 in all]" \
        "<frame <module> at " "<code <module>, " "\$4 = 5"
)"
tap_end
