# SPDX-License-Identifier: MIT
"""What gdb shows of Adder: Python values, the Python stack, traces.

gdb loads this by itself where it is installed; else: source Misc/adder-gdb.py

    p value, p *code        values and heap objects as Python would write them
    adder-bt [full]         the Python stack of the main thread, with locals;
                            what a running trace has inlined, too (the locals
                            of the frame below are those of when it was entered)
    adder-traces            all traces
    bt                      goes through compiled code after -X jit=gdb
"""

import locale
import struct

import gdb

DEPTH = 4     # of containers in containers
LENGTH = 24   # items shown
TEXT = 200    # characters shown

IMMEDIATES = {
    0x00: "<no value>",
    0x04: "None",
    0x14: "<unbound>",
    0x0C: "False",
    0x1C: "True",
    0x24: "NotImplemented",
    0x2C: "Ellipsis",
}


def typed(address, name):
    """The object of a C type at an address."""
    return gdb.Value(address).cast(gdb.lookup_type(name).pointer()).dereference()


def kind_of(address):
    """The name of an object's heap kind, as far as TEXTS has it."""
    number = int(typed(address, "Header")["kind"])
    for name in TEXTS:
        if int(gdb.parse_and_eval("KIND_" + name)) == number:
            return name
    return None


def read(address, size):
    return gdb.selected_inferior().read_memory(address, size).tobytes()


# ---- values ----

def float_of(bits):
    """The double that a tagged word holds."""
    rotated = (bits - 2) & (2**64 - 1)
    double = (rotated >> 4) | (rotated << 60) & (2**64 - 1)
    return struct.unpack("<d", struct.pack("<Q", double))[0]


def value_text(bits, depth=DEPTH):
    """A Value's word as Python source, more or less."""
    bits &= 2**64 - 1
    if bits & 3 == 3:
        return str((bits - 2**64 if bits >> 63 else bits) >> 2)
    if (0x64646464 >> (bits & 31)) & 1:
        return repr(float_of(bits))
    if bits & 7 == 0 and bits:
        return object_text(bits, depth)
    return IMMEDIATES.get(bits, f"<strange value {bits:#x}>")


def word(slot):
    """The bits of a Slot or a Value."""
    field = slot.type.strip_typedefs().fields()[0].name
    inner = slot[field]
    return int(inner) if field == "bits" else int(inner["bits"])


def str_text(address):
    s = typed(address, "Str")
    n = int(s["len"])
    width = int(s["width"])
    start = int(s["data"].address)
    encoding = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
    text = read(start, min(n, TEXT) * width).decode(encoding, "surrogatepass")
    host = locale.getpreferredencoding(False)
    return text.encode(host, "backslashreplace").decode(host)


def plain(slot):
    """The text of a slot that holds a str."""
    bits = word(slot)
    return str_text(bits) if bits & 7 == 0 and bits else value_text(bits)


def type_name(address):
    """The name of an object's type, by way of its shape."""
    shape = int(typed(address, "Header")["shape"])
    type_ = gdb.parse_and_eval("shape_table")[shape]["type"]
    return plain(type_["name"])


def items_text(slots, n, depth):
    shown = [value_text(word(slots[i]), depth - 1)
             for i in range(min(n, LENGTH))]
    if n > LENGTH:
        shown.append(f"... {n} in all")
    return shown


def int_text(address):
    i = typed(address, "Int")
    size = int(i["size"])
    limbs = read(int(i["limbs"].address), abs(size) * 8)
    magnitude = int.from_bytes(limbs, "little")
    return str(-magnitude if size < 0 else magnitude)


def bytes_text(address):
    b = typed(address, "Bytes")
    return repr(read(int(b["data"].address), min(int(b["len"]), TEXT)))


def tuple_text(address, depth):
    t = typed(address, "Tuple")
    shown = items_text(t["items"], int(t["len"]), depth)
    return "(" + ", ".join(shown) + ("," if len(shown) == 1 else "") + ")"


def list_text(address, depth):
    x = typed(address, "List")
    shown = items_text(x["array"]["items"], int(x["len"]), depth)
    return "[" + ", ".join(shown) + "]"


def entries(address):
    """Keys and values of a dict."""
    table = typed(address, "Dict")["table"]
    for i in range(int(table["n_entries"])):
        entry = table["entries"][i]
        if word(entry["key"]):
            yield word(entry["key"]), word(entry["value"])


def dict_text(address, depth):
    shown = []
    for key, value in entries(address):
        if len(shown) == LENGTH:
            shown.append(f"... {int(typed(address, 'Dict')['used'])} in all")
            break
        shown.append(f"{value_text(key, depth - 1)}: "
                     f"{value_text(value, depth - 1)}")
    return "{" + ", ".join(shown) + "}"


def set_text(address, depth):
    table = typed(address, "Set")["table"]
    keys = (word(table["entries"][i]["key"])
            for i in range(int(table["n_slots"])))
    shown = [value_text(k, depth - 1) for k in keys if k not in (0, 0x14)]
    return "{" + ", ".join(shown[:LENGTH]) + "}" if shown else "set()"


def function_text(address, depth):
    f = typed(address, "Function")
    return f"<function {plain(f['qualname'])} at {address:#x}>"


def code_text(address, depth):
    c = typed(address, "Code")
    return (f"<code {plain(c['qualname'])}, {plain(c['filename'])}:"
            f"{int(c['first_line'])}>")


TEXTS = {
    "STR": lambda address, depth: repr(str_text(address)),
    "INT": lambda address, depth: int_text(address),
    "FLOAT": lambda address, depth: repr(float(typed(address, "Float")["value"])),
    "BYTES": lambda address, depth: bytes_text(address),
    "TUPLE": tuple_text,
    "LIST": list_text,
    "DICT": dict_text,
    "SET": set_text,
    "FUNCTION": function_text,
    "CODE": code_text,
    "TYPE": lambda address, depth:
        f"<class {plain(typed(address, 'Type')['name'])}>",
}
CONTAINERS = {"TUPLE", "LIST", "DICT", "SET"}


def object_text(address, depth=DEPTH):
    """A heap object as text; never raises."""
    try:
        kind = kind_of(address)
        if kind in CONTAINERS and depth == 0:
            return "..."
        if kind in TEXTS:
            return TEXTS[kind](address, depth)
        return f"<{type_name(address)} object at {address:#x}>"
    except (gdb.error, KeyError, UnicodeError, OverflowError) as error:
        return f"<object at {address:#x}: {error}>"


class WordPrinter:
    """Value and Slot."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        return value_text(word(self.value))


class ObjectPrinter:
    """Heap objects."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        if self.value.address is None:
            return "<object that is not in memory>"
        return object_text(int(self.value.address))


# ---- frames ----

def signed_number(table, at):
    """The number that begins there: 6 bits a byte, the sign in the lowest."""
    number = shift = 0
    while True:
        number |= (table[at] & 63) << shift
        shift += 6
        if not table[at] & 64:
            return -(number >> 1) if number & 1 else number >> 1
        at += 1


def lines(table, line):
    """How many units have which line (0: none), by a location table, whose forms
    src/compile/locations.c explains."""
    at = 0
    while at < len(table):
        form, units = table[at] >> 3 & 15, (table[at] & 7) + 1
        at += 1
        if form in (13, 14):
            line += signed_number(table, at)
        elif 10 <= form <= 12:
            line += form - 10
        yield units, 0 if form == 15 else line
        while at < len(table) and not table[at] & 0x80:
            at += 1


def line_of(code, unit):
    """The line of a unit, from the code's table."""
    table = gdb.selected_inferior().read_memory(
        int(code["positions"]["data"].address), int(code["positions_len"]))
    first = int(code["first_line"])
    for units, line in lines(bytes(table), first):
        unit -= units
        if unit < 0:
            return line or first
    return first


def place_text(code, pc):
    """What is being executed when the frame goes on at pc."""
    unit = max(int(pc) - int(code["units"]), 4) // 4 - 1
    return (f"{plain(code['qualname'])} at {plain(code['filename'])}:"
            f"{line_of(code, unit)}")


def frame_locals(frame):
    """Names and words of a frame's variables."""
    code = frame["code"]
    names = code["localsplus_names"]
    for i in range(int(code["n_localsplus"])):
        bits = word(frame["locals"][i])
        if bits not in (0, 0x14):
            yield plain(names["items"][i]), bits


class FramePrinter:
    """Frame."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        return f"<frame {place_text(self.value['code'], self.value['pc'])}>"


# ---- traces ----

LINKS = {0: "exit", 1: "loop", 2: "trace"}


def trace_text(trace):
    if int(trace["code"]) == 0:
        return f"<trace {int(trace['id'])}, freed>"
    first = trace["frames"][trace["snapshots"][0]["first_frame"]]
    start = int(first["pc"]) + 4
    text = (f"<trace {int(trace['id'])} of {place_text(trace['code'], start)}, "
            f"{int(trace['n'])} micro-ops, ends in "
            f"{LINKS.get(int(trace['link']), '?')}")
    if int(trace["parent"]):
        text += f", side of {int(trace['parent']['id'])}"
    if not int(trace["valid"]):
        text += ", dropped"
    return text + ">"


class TracePrinter:
    """Trace."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        return trace_text(self.value)


def exit_of(activation):
    """The trace that an activation is in, and the snapshot of its state;
    None while it has made no call that could be seen."""
    state = gdb.parse_and_eval("jit_state")
    name = state["backend"]["name"].string()
    if name != "stencils":
        trace = activation["trace"].cast(gdb.lookup_type("Trace").pointer())
        at = activation["at"].cast(gdb.lookup_type("Ins").pointer())
        return trace, int(at["snapshot"]) if int(at) else None
    number = int(activation["exit"])
    trace = state["traces"][number >> 14]
    machine = trace["machine_code"].cast(gdb.lookup_type("Machine").pointer())
    detail = number & (1 << 14) - 1
    if detail >= int(machine["n_exits"]):
        return trace, None
    return trace, int(machine["exits"][detail]["snapshot"])


def inlined(activation):
    """Lines for what a running trace stands for, innermost first."""
    trace, number = exit_of(activation)
    yield f"     [in {trace_text(trace.dereference())}]"
    if number is None:
        return
    snapshot = trace["snapshots"][number]
    first = int(snapshot["first_frame"])
    for i in reversed(range(1, int(snapshot["n_frames"]))):
        frame = trace["frames"][first + i]
        yield f"     {place_text(frame['code'], int(frame['pc']) + 4)} [inlined]"


def activations(thread):
    """Running traces by the address of their base frame."""
    found = {}
    activation = thread["activation"]
    while int(activation):
        found.setdefault(int(activation["frame"]), activation)
        activation = activation["previous"]
    return found


class Backtrace(gdb.Command):
    """Print the Python stack of the main thread: adder-bt [full]"""

    def __init__(self):
        super().__init__("adder-bt", gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        thread = gdb.parse_and_eval("runtime->main_thread")
        running = activations(thread)
        frame = thread["frame"]
        number = 0
        while int(frame):
            if int(frame) in running:
                for line in inlined(running[int(frame)]):
                    print(line)
            print(f"#{number:<3} {place_text(frame['code'], frame['pc'])}")
            if argument == "full":
                for name, bits in frame_locals(frame):
                    print(f"        {name} = {value_text(bits)}")
            frame = frame["back"]
            number += 1


class Traces(gdb.Command):
    """Print all traces: adder-traces"""

    def __init__(self):
        super().__init__("adder-traces", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        state = gdb.parse_and_eval("jit_state")
        for i in range(int(state["n_traces"])):
            print(trace_text(state["traces"][i].dereference()))


def printer(value):
    """The printer of a value's C type; None: gdb's own."""
    type_ = value.type.strip_typedefs()
    name = type_.tag or value.type.name
    return PRINTERS[name](value) if name in PRINTERS else None


PRINTERS = {"Value": WordPrinter, "Slot": WordPrinter, "Frame": FramePrinter,
            "Trace": TracePrinter}
for object_type in ("Str", "Tuple", "List", "Dict", "Set", "Int", "Float",
                    "Bytes", "Function", "Code", "Instance", "Header"):
    PRINTERS[object_type] = ObjectPrinter

gdb.pretty_printers.append(printer)
Backtrace()
Traces()
