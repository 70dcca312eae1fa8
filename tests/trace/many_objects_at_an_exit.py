# SPDX-License-Identifier: MIT
# trace: f: loops == 1; loop lacks _TUPLE_NEW_2 _CALL*
# trace: aborts none
# An object that a trace left to its exits is one object, however many others
# are made at the same exit.


def g(i, last):
    t0 = (i, 0)
    t1 = (i, 1)
    t2 = (i, 2)
    t3 = (i, 3)
    t4 = (i, 4)
    t5 = (i, 5)
    t6 = (i, 6)
    t7 = (i, 7)
    t8 = (i, 8)
    t9 = (i, 9)
    t10 = (i, 10)
    t11 = (i, 11)
    t12 = (i, 12)
    t13 = (i, 13)
    t14 = (i, 14)
    t15 = (i, 15)
    t16 = (i, 16)
    t17 = (i, 17)
    t18 = (i, 18)
    t19 = (i, 19)
    t20 = (i, 20)
    t21 = (i, 21)
    t22 = (i, 22)
    t23 = (i, 23)
    t24 = (i, 24)
    t25 = (i, 25)
    t26 = (i, 26)
    t27 = (i, 27)
    t28 = (i, 28)
    t29 = (i, 29)
    t30 = (i, 30)
    t31 = (i, 31)
    t32 = (i, 32)
    t33 = (i, 33)
    t34 = (i, 34)
    t35 = (i, 35)
    t36 = (i, 36)
    t37 = (i, 37)
    t38 = (i, 38)
    t39 = (i, 39)
    again = t39
    if i == last:
        return t0, again, t39
    return None


def f(n):
    found = None
    for i in range(n):
        found = g(i, n - 1)
    return found


for i in range(3):
    first, a, b = f(3000)
    print(first, a, b, a is b)
