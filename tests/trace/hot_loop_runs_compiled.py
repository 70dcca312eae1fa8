# SPDX-License-Identifier: MIT
# trace: run: loops == 1; sides == 1; linked == 1; loop has _CALL_NATIVE
# trace: run: entered <= 50
# trace: aborts none
# modes: microops jit eager
# by hand
"""A hot loop runs as a trace, and sys._jit says so from inside it."""
import sys


def run(n):
    active = 0
    for _ in range(n):
        if sys._jit.is_active():
            active += 1
    return active


print(sys._jit.is_available(), sys._jit.is_enabled(), run(20000) > 10000)
print(sys._jit.is_active())
# Alone: asks what runs in the process's JIT
