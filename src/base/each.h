/* SPDX-License-Identifier: MIT */
/*
 * EACH(F, (a, b), (c)): F (a, b) F (c).  F is a function-like macro that takes
 * what stands between an element's parentheses; up to 40 elements, also none.
 */
#ifndef ADDER_BASE_EACH_H
#define ADDER_BASE_EACH_H

#define EACH(F, ...)                                                          \
    EACH_JOIN(EACH_, EACH_COUNT(__VA_ARGS__))(F, ##__VA_ARGS__)
#define EACH_JOIN(a, b) EACH_JOIN_(a, b)
#define EACH_JOIN_(a, b) a##b
#define EACH_COUNT(...) EACH_COUNT_(0, ##__VA_ARGS__, EACH_NUMBERS)
#define EACH_COUNT_(...) EACH_AT(__VA_ARGS__)
#define EACH_NUMBERS                                                          \
    40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23,   \
    22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3,  \
    2, 1, 0
#define EACH_AT(                                                              \
    a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15,     \
    a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29,     \
    a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, n, ...)            \
    n

#define EACH_0(F)
#define EACH_1(F, x) F x
#define EACH_2(F, x, ...) F x EACH_1(F, __VA_ARGS__)
#define EACH_3(F, x, ...) F x EACH_2(F, __VA_ARGS__)
#define EACH_4(F, x, ...) F x EACH_3(F, __VA_ARGS__)
#define EACH_5(F, x, ...) F x EACH_4(F, __VA_ARGS__)
#define EACH_6(F, x, ...) F x EACH_5(F, __VA_ARGS__)
#define EACH_7(F, x, ...) F x EACH_6(F, __VA_ARGS__)
#define EACH_8(F, x, ...) F x EACH_7(F, __VA_ARGS__)
#define EACH_9(F, x, ...) F x EACH_8(F, __VA_ARGS__)
#define EACH_10(F, x, ...) F x EACH_9(F, __VA_ARGS__)
#define EACH_11(F, x, ...) F x EACH_10(F, __VA_ARGS__)
#define EACH_12(F, x, ...) F x EACH_11(F, __VA_ARGS__)
#define EACH_13(F, x, ...) F x EACH_12(F, __VA_ARGS__)
#define EACH_14(F, x, ...) F x EACH_13(F, __VA_ARGS__)
#define EACH_15(F, x, ...) F x EACH_14(F, __VA_ARGS__)
#define EACH_16(F, x, ...) F x EACH_15(F, __VA_ARGS__)
#define EACH_17(F, x, ...) F x EACH_16(F, __VA_ARGS__)
#define EACH_18(F, x, ...) F x EACH_17(F, __VA_ARGS__)
#define EACH_19(F, x, ...) F x EACH_18(F, __VA_ARGS__)
#define EACH_20(F, x, ...) F x EACH_19(F, __VA_ARGS__)
#define EACH_21(F, x, ...) F x EACH_20(F, __VA_ARGS__)
#define EACH_22(F, x, ...) F x EACH_21(F, __VA_ARGS__)
#define EACH_23(F, x, ...) F x EACH_22(F, __VA_ARGS__)
#define EACH_24(F, x, ...) F x EACH_23(F, __VA_ARGS__)
#define EACH_25(F, x, ...) F x EACH_24(F, __VA_ARGS__)
#define EACH_26(F, x, ...) F x EACH_25(F, __VA_ARGS__)
#define EACH_27(F, x, ...) F x EACH_26(F, __VA_ARGS__)
#define EACH_28(F, x, ...) F x EACH_27(F, __VA_ARGS__)
#define EACH_29(F, x, ...) F x EACH_28(F, __VA_ARGS__)
#define EACH_30(F, x, ...) F x EACH_29(F, __VA_ARGS__)
#define EACH_31(F, x, ...) F x EACH_30(F, __VA_ARGS__)
#define EACH_32(F, x, ...) F x EACH_31(F, __VA_ARGS__)
#define EACH_33(F, x, ...) F x EACH_32(F, __VA_ARGS__)
#define EACH_34(F, x, ...) F x EACH_33(F, __VA_ARGS__)
#define EACH_35(F, x, ...) F x EACH_34(F, __VA_ARGS__)
#define EACH_36(F, x, ...) F x EACH_35(F, __VA_ARGS__)
#define EACH_37(F, x, ...) F x EACH_36(F, __VA_ARGS__)
#define EACH_38(F, x, ...) F x EACH_37(F, __VA_ARGS__)
#define EACH_39(F, x, ...) F x EACH_38(F, __VA_ARGS__)
#define EACH_40(F, x, ...) F x EACH_39(F, __VA_ARGS__)

#endif
