# marshal.dump() and load() write to and read from anything that has the
# methods, and read no byte too many.
import marshal


class File:
    def __init__(self, data=b''):
        self.data = data
        self.at = 0

    def write(self, data):
        self.data += data
        return len(data)

    def read(self, n):
        self.at += n
        return self.data[self.at - n:self.at]

    def readinto(self, buffer):
        data = self.data[self.at:self.at + len(buffer)]
        buffer[:len(data)] = data
        self.at += len(data)
        return len(data)


f = File()
values = [1, "text", {"a": [1.5, (2, 3)]}, None, 10**30]
for v in values:
    print(marshal.dump(v, f) > 0)
print(f.data == b''.join([marshal.dumps(v) for v in values]))
print([marshal.load(f) for v in values] == values, f.at == len(f.data))
try:
    marshal.load(f)
except EOFError as e:
    print(e)
for cut in range(1, 12):
    try:
        marshal.load(File(marshal.dumps([1, "abc"])[:-cut]))
    except EOFError as e:
        print(cut, e)


class Text(File):
    def read(self, n):
        return ''


class TooMuch(File):
    def readinto(self, buffer):
        return len(buffer) + 1


for f in (Text(), TooMuch(), object(), 1):
    try:
        marshal.load(f)
    except (TypeError, EOFError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    marshal.dump(1, 2)
except AttributeError as e:
    print(e)
