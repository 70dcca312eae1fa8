# Ints of thousands to a million digits: results agree whichever way they are got.
import math
import sys

sys.set_int_max_str_digits(0)
state = 1

def noise(bits):
    """A number of so many bits, the same in every run."""
    global state
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    n = state | 1 << 63
    while n.bit_length() < bits:
        n = n * n + state
    return n >> n.bit_length() - bits

def summary(n):
    return n.bit_length(), hash(n), n % 1000003, n >> max(n.bit_length() - 60, 0)

for bits in 60, 70, 130, 1000, 5000, 33000, 140000:
    a, b, c = noise(bits), noise(bits * 2 // 3), noise(bits // 2)
    print(bits, summary(a * b), summary(a // c), summary(a % c))
    print(divmod(a * b + c, b) == (a + c // b, c % b),
          divmod(-a * b - 1, b) == (-a - 1, b - 1))
    print(math.gcd(a * c, b * c) % c, math.lcm(a, b) % a,
          math.gcd(a, b), math.gcd(0, -a) == a)
    root = math.isqrt(a)
    print(root * root <= a < (root + 1) ** 2, math.isqrt(a * a) == a)
    print(pow(a, 65537, b) == pow(a % b, 65537, b),
          pow(3, a % 1000, b) == 3 ** (a % 1000) % b)
    m = b | 1
    try:
        print(pow(c, -1, m) * c % m)
    except ValueError as e:
        print(e, math.gcd(c, m) > 1)
    print(pow(a, 5, -b) == a ** 5 % -b, pow(-a, 3, b) == -a ** 3 % b)
    print(a / (a + c), b / a, a * 10 ** 20 / (a - 1),
          (a << 7000) / (a << 6990))
    for base, show in (2, bin), (8, oct), (16, hex):
        print(int(show(-a), 0) == -a, int(show(c)[2:], base) == c)
    print(int(str(c)) == c, int(str(-c)) == -c, int(hex(c)[2:], 36) > c,
          len(f"{c:,}"), hash(str(c)[-50:]) == hash("%d" % (c % 10 ** 50)))

for n in 0, 1, 20, 21, 100, 3000, 20000, 20001, 30000:
    print(n, summary(math.factorial(n)))
for n, k in (60, 30), (70, 35), (1000, 300), (10 ** 30, 9), (6000, 3000):
    print(n, k, summary(math.comb(n, k)), summary(math.perm(n, k)))
for n, k in (3, 1000), (10, 300), (12, 4000), (-7, 1001), (1 << 70, 9), \
        (noise(100) * 8, 77), (-1 << 64, 3), (6, 30000):
    print(k, summary(n ** k), n ** k // n ** (k - 1) == n)
print(1 ** 10 ** 30, 0 ** 10 ** 30, (-1) ** 10 ** 30, (-1) ** (10 ** 30 + 1),
      True ** (1 << 90), pow(2, 10 ** 30, 1), pow(2, 1 << 80, 10 ** 9 + 7))
# Alone: sets the limit of digits
