# The repr of floats of many sizes: the shortest digits that read back.
seed = 12345


def pick(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (seed >> 11) % n


total = 0


def add(d):
    global total
    text = repr(d)
    assert float(text) == d
    for c in text:
        total = (total * 31 + ord(c)) % 1000000007


for e in range(-30, 60):
    for d in 2.0 ** e, 2.0 ** e * (1 + 2 ** -52), 2.0 ** e * (1 - 2 ** -53):
        print(d, -d)
    for _ in range(40):
        add(pick(2 ** 53) * 2.0 ** (e - 53))
for e in range(-9, 19):
    print(10.0 ** e, 3 * 10.0 ** e, (1 - 2 ** -53) * 10.0 ** e)
    for _ in range(60):
        add(pick(2 ** 53) / 2 ** 53 * 10.0 ** e)
        add(pick(1000000) / 100 * 10.0 ** e)
print(total, 0.1 + 0.2, 9007199254740993.0, 1e16, 123456789012345680.0,
      5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e22, 1e23)
