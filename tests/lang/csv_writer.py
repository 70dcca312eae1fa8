# Records written as lines: what is quoted, escaped, refused.
import _csv


class Text:
    def __str__(self):
        return "te,xt"

    def __repr__(self):
        return "Text"


class Failing(Text):
    def __str__(self):
        raise RuntimeError("str")


class NoText(Text):
    def __str__(self):
        return 5


class Float(float):
    def __str__(self):
        return "ff"


class Str(str):
    def __str__(self):
        return "never"


class Index(Text):
    def __index__(self):
        return 3


class File:
    def __init__(self):
        self.written = []

    def write(self, text):
        self.written.append(text)
        return 42


ROWS = [
    [], [""], ["", ""], [None], [None, None], ["a", "b"], ["a b"], [" a"],
    ["a,b"], ['a"b'], ["a'b"], ["a\nb"], ["a\rb"], ["a\\b"], ['"'], ["\\"],
    [1, 2.5, "x"], [1e100], [True], [Text()], [Failing()], [NoText()],
    [Float(2)], [Str("q")], [Index()], [b"x"], ["a\0"], "abc", 5, None, ("x",),
    {"k": 1}, ["\xe9", "\u20ac"], ["\U0001f600,"], ["a", ""], ["", 1], [" "],
    [[1, 2]], [1 + 2j], ["\n"], ["\r\n"], ["a;b"], [10 ** 30], [" ", None],
]
FORMATS = [
    {}, {"quoting": 1}, {"quoting": 2}, {"quoting": 3},
    {"quoting": 3, "escapechar": "\\"}, {"escapechar": "\\"},
    {"doublequote": 0}, {"doublequote": 0, "escapechar": "\\"},
    {"lineterminator": ";"}, {"lineterminator": ""},
    {"lineterminator": "\n\n\u20ac"}, {"quotechar": None}, {"delimiter": " "},
    {"delimiter": " ", "skipinitialspace": 1}, {"delimiter": "\u20ac"},
    {"quoting": 2, "quotechar": "'"}, {"delimiter": "\n"}, {"quotechar": " "},
    {"quotechar": "'", "doublequote": False, "escapechar": "\u20ac"},
    {"quoting": 3, "quotechar": None, "escapechar": "\\"}, {"strict": 1},
    {"escapechar": '"', "doublequote": 0}, {"escapechar": "a"},
]

for names in FORMATS:
    for row in ROWS:
        file = File()
        try:
            answer = _csv.writer(file, **names).writerow(row)
        except Exception as e:
            answer = type(e).__name__, str(e), e.__context__
        print(row, names, answer, file.written)

file = File()
writer = _csv.writer(file)
for rows in [[1, 2], ["a"]], iter([iter(["a", ""])]), 5, [5], [[1], 5], []:
    try:
        print(writer.writerows(rows))
    except Exception as e:
        print(type(e).__name__, e)
print(file.written)
for function in writer.writerow, writer.writerows:
    for args in (), (1, 2):
        try:
            function(*args)
        except TypeError as e:
            print(e)
File.write = 5
for file in File(), 5, []:
    try:
        _csv.writer(file, nope=1)
    except TypeError as e:
        print(e)
# Alone: registers dialects and sets the limit of a field
