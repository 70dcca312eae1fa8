# trace: aborts none
# trace: call: loops == 1; loop has _CALL_NATIVE
# A function written in C converts its arguments one after the other.  What a
# conversion runs may be compiled meanwhile, with calls on constants that are done
# then: the arguments that are yet to be converted stay what they are.
SOURCE = """
def find():
    for i in range(100):
        s = "abc".find("c", 0)
        s = "abc".upper()
    return s
"""


class Index:
    def __init__(self, value):
        self.value = value
        self.n = 0

    def __index__(self):
        self.n += 1
        if self.n % 701 == 0:
            namespace = {}
            exec(SOURCE, namespace)  # code that nobody has compiled
            assert namespace["find"]() == "ABC"
        return self.value


def call(start, stop, count):
    found = []
    for i in range(4000):
        found.append("abcabcabcabc".find("b", start, stop))
        found.append([1, 2, 3, 4].index(3, start, stop))
        found.append("a b c d".replace(" ", "-", count))
    return found


found = call(Index(2), Index(6), Index(2))
print(found[-3:], len(set(found)))
