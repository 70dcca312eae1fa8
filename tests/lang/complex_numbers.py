# SPDX-License-Identifier: MIT
"""complex."""

z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, +z, z * 2, z * z, z / 2, z - 1,
      1 - z, z ** 2, z == 3 + 4j, z != z, bool(0j), 1j * 1j, z / (1 - 1j))
print(complex(1), complex(1, 2), complex("1+2j"), complex("-j"), complex(" 3 "),
      complex(), complex(1.5, -0.0), 0j, -0j, 1e20j, 1.5j, complex("nan"), complex("inf-1j"))
print(repr(2j), str(1 + 0j), [1j], f"{z}", f"{z:.2f}", f"{1 + 2j:>12}", hash(1 + 0j) == hash(1),
      {1 + 0j: "x"}[1], 1 + 0j == 1, 2 == 2j, isinstance(z, complex))
for bad in (lambda: z < z, lambda: z // 1, lambda: z % 2, lambda: int(z), lambda: float(z),
            lambda: complex("x"), lambda: z / 0, lambda: 0j ** -1, lambda: complex(1, "2"),
            lambda: complex("1", 2), lambda: divmod(z, 1), lambda: z & 1, lambda: complex([])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print((1 + 2j) ** 3, (2j) ** 0, 2 ** 2j == 2 ** 2j, round(abs((-8) ** (1 / 3)), 9), sum([1j, 2, 3.5]),
      pow(1j, 2), (1j) ** 2, 1j ** 4)


class C:
    def __complex__(self):
        return 5j


print(complex(C()), complex(2**70), complex(True), z.__add__(1), z.__radd__(1))
