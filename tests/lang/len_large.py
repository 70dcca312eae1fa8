# Lengths that need all bits of a word.
class Spam:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i


def length(v):
    return len(v)




for n in (2**61, 2**62 - 1, 2**62, 2**62 + 5, 2**63 - 1):
    for v in (range(n), range(-n, 0), Spam(n)):
        print([length(v) == n for _ in range(10)], len(v), v.__len__())
for n in (2**63, 2**64, -1, -2**62, -2**70):
    for make in (lambda: length(Spam(n)), lambda: length(range(n)),
                 lambda: bool(Spam(n))):
        try:
            print(make())
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
