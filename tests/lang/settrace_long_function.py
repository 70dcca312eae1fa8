"""Tracing the lines of a long function takes time in proportion to them."""
import sys

text = "def f(a):\n" + "    a = a + (a and 1)\n" * 4000 + "    return a\n"
scope = {}
exec(compile(text, "long", "exec"), scope)
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == "long":
        events.append((event, frame.f_lineno))
        return tracer


sys.settrace(tracer)
for i in range(8):
    scope["f"](i)
sys.settrace(None)
print(len(events), events[:3], events[-3:])
print(sum(line for event, line in events))
