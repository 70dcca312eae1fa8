# What functions of cmath take, and what they say of the rest.
import cmath


class Number:
    def __complex__(self):
        return 3 + 4j


class Real:
    def __float__(self):
        return 2.5


CASES = '''cmath.log(0)
cmath.log(1, 1)
cmath.log(2, 0)
cmath.log(8, 2)
cmath.log(8j, -2)
cmath.log()
cmath.log(1, None)
cmath.log(1, 2, 3)
cmath.sqrt('a')
cmath.sqrt()
cmath.sqrt(z=1)
cmath.sqrt(Number())
cmath.sqrt(Real())
cmath.sqrt(True)
cmath.sqrt(10**400)
cmath.exp(1000)
cmath.polar(1e308 + 1e308j)
cmath.rect(1)
cmath.rect(1j, 0)
cmath.rect(2, cmath.pi / 3)
cmath.isclose(1, 2)
cmath.isclose(1)
cmath.isclose(1, 2, 3)
cmath.isclose(1, 1 + 1e-10j)
cmath.isclose(1, 2, rel_tol=0.5)
cmath.isclose(1, 2, rel_tol=-1)
cmath.isclose(0, 1e-12, abs_tol=1e-9)
cmath.isclose(cmath.inf, cmath.inf), cmath.isclose(cmath.infj, cmath.inf)
cmath.isclose(cmath.nan, cmath.nan)
cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj'''
for case in CASES.split('\n'):
    try:
        print(case, repr(eval(case)))
    except Exception as e:
        print(case, type(e).__name__, e)
