# Lines read as records, by what dialects and quoting make of their characters.
import _csv

LINES = [
    ["a,b"], ["a,b\n"], ["a,b\r\n"], ["a,b\r"], ["a\rb"], ["a\nb"],
    ['"a\n', 'b",c'], ['"a'], ['"a\n'], ['"a"b,c'], ['a"b",c'], ['"a""b"'],
    [""], ["\n"], ["\r\n"], [","], ["a,"], [" a, b"], ["a\\,b"], ["a\\"],
    ['"a\\'], ["a\0b"], ['"a\0b"'], ['1,2.5,"x",'], ["1,x"], ['"1",2'], [b"a"],
    [5], ["a,b\n\n"], ["a\r\n\r"], ['"a" ,b'], [' "a", "b"'], ["a\\\n", "b"],
    ['"a\\\nb"'], ['"a\r\n'], ['""'], ["''"], ["\xe9,\u20ac,\U0001f600"],
    ["a\\\\b"], ['"a"\\b'], ['a\\"b'], ['"a""'], ['"a\n', 'b"x,c'],
    ["1e5,nan,inf, 3 ,1_0,-0"], ['""\n'], ['"",""'], ["\\"], ["a,\\"],
    ["\\\n"], ["\\\r\n", "x"], ["\n", "x"], ["a\r", "b"], ['"a\rb\r\nc"'],
    ["a\\\n", "b,c\n", "d"], ["x" * 10], ["x" * 11, "y"], ['"' + "x" * 11],
]
FORMATS = [
    {}, {"strict": True}, {"escapechar": "\\"},
    {"escapechar": "\\", "strict": True}, {"doublequote": False},
    {"doublequote": False, "escapechar": "\\"},
    {"quoting": _csv.QUOTE_NONNUMERIC}, {"quoting": _csv.QUOTE_NONE},
    {"quoting": _csv.QUOTE_NONE, "escapechar": "\\"},
    {"skipinitialspace": True}, {"quotechar": None}, {"quotechar": "'"},
    {"delimiter": " ", "skipinitialspace": True}, {"delimiter": "\n"},
    {"quotechar": "\n"}, {"quoting": _csv.QUOTE_ALL, "strict": True},
    {"quoting": _csv.QUOTE_NONNUMERIC, "strict": True, "escapechar": "\\"},
    {"delimiter": "\u20ac", "quotechar": "\xe9"},
]


def read(lines, **names):
    records = []
    reader = _csv.reader(lines, **names)
    try:
        for record in reader:
            records.append(record)
    except Exception as e:
        records.append((type(e).__name__, str(e)))
    print(lines, names, records, reader.line_num)


for names in FORMATS:
    for lines in LINES:
        read(lines, **names)
print(_csv.field_size_limit(10))
for lines in LINES:
    read(lines)
print(_csv.field_size_limit(-1))
read(["", ",", "a"])
print(_csv.field_size_limit(131072))


class Failing:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("next")


reader = _csv.reader(iter(["a\nb", "c,d"]))
print(iter(reader) is reader)
for i in range(3):
    try:
        print(next(reader), reader.line_num)
    except Exception as e:
        print(type(e).__name__, e, reader.line_num)
for lines in Failing(), [], 5, None:
    try:
        print(next(_csv.reader(lines)))
    except Exception as e:
        print(type(e).__name__, e)
# Alone: registers dialects and sets the limit of a field
