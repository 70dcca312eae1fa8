/* SPDX-License-Identifier: MIT */
/* Stencils for aarch64-windows, written by Tools/stencils/regen from
 * src/jit/stencil_template.c; see README.md here.  Do not edit. */

/* What they were made for: src/jit/abi_check.c. */
#ifdef STENCIL_ABI
STENCIL_FIELD(Header, shape, 0)
STENCIL_FIELD(Header, gc, 4)
STENCIL_FIELD(Header, flags, 6)
STENCIL_FIELD(Mutator, remembered, 264)
STENCIL_FIELD(Thread, pending, 408)
STENCIL_FIELD(Thread, frame, 424)
STENCIL_FIELD(Thread, frame_next, 432)
STENCIL_FIELD(Thread, frame_limit, 440)
STENCIL_FIELD(Thread, stack_next, 448)
STENCIL_FIELD(Thread, stack_limit, 456)
STENCIL_FIELD(Thread, recursion_left, 464)
STENCIL_FIELD(Thread, exc_state, 480)
STENCIL_FIELD(Thread, activation, 488)
STENCIL_FIELD(Thread, args, 504)
STENCIL_FIELD(Frame, locals, 0)
STENCIL_FIELD(Frame, pc, 8)
STENCIL_FIELD(Frame, sp, 16)
STENCIL_FIELD(Frame, code, 24)
STENCIL_FIELD(Frame, function, 32)
STENCIL_FIELD(Frame, globals, 40)
STENCIL_FIELD(Frame, builtins, 48)
STENCIL_FIELD(Frame, back, 56)
STENCIL_FIELD(Frame, namespace_, 64)
STENCIL_FIELD(Frame, object, 72)
STENCIL_FIELD(Frame, stack_end, 80)
STENCIL_FIELD(Frame, flags, 88)
STENCIL_FIELD(Generator, frame, 8)
STENCIL_FIELD(Generator, exc, 104)
STENCIL_FIELD(Generator, state, 144)
STENCIL_FIELD(Generator, n_values, 152)
STENCIL_FIELD(ExcState, handled, 0)
STENCIL_FIELD(ExcState, previous, 8)
STENCIL_FIELD(FramePlan, code, 0)
STENCIL_FIELD(FramePlan, globals, 8)
STENCIL_FIELD(FramePlan, pc, 16)
STENCIL_FIELD(FramePlan, base, 24)
STENCIL_FIELD(FramePlan, size, 32)
STENCIL_FIELD(FramePlan, flags, 40)
STENCIL_FIELD(Activation, locals, 0)
STENCIL_FIELD(Activation, frame, 8)
STENCIL_FIELD(Activation, frame_next, 16)
STENCIL_FIELD(Activation, stack_next, 24)
STENCIL_FIELD(Activation, exit, 32)
STENCIL_FIELD(Activation, ints, 40)
STENCIL_FIELD(Activation, floats, 88)
STENCIL_FIELD(Activation, spills, 152)
STENCIL_FIELD(Float, value, 8)
STENCIL_FIELD(SlotArray, capacity, 8)
STENCIL_FIELD(SlotArray, items, 16)
STENCIL_FIELD(Instance, extra, 8)
STENCIL_FIELD(Instance, slots, 16)
STENCIL_FIELD(Str, len, 16)
STENCIL_FIELD(Tuple, len, 16)
STENCIL_FIELD(Tuple, items, 24)
STENCIL_FIELD(List, len, 8)
STENCIL_FIELD(List, array, 16)
STENCIL_FIELD(Dict, used, 8)
STENCIL_FIELD(Dict, table, 16)
STENCIL_FIELD(Dict, keys_version, 24)
STENCIL_FIELD(DictTable, entries, 24)
STENCIL_FIELD(DictEntry, key, 8)
STENCIL_FIELD(DictEntry, value, 16)
STENCIL_FIELD(RangeIter, next, 8)
STENCIL_FIELD(RangeIter, step, 16)
STENCIL_FIELD(RangeIter, left, 24)
STENCIL_FIELD(SeqIter, index, 8)
STENCIL_FIELD(SeqIter, seq, 16)
STENCIL_FIELD(Cell, value, 8)
STENCIL_FIELD(Function, code, 8)
STENCIL_FIELD(Function, globals, 16)
STENCIL_FIELD(Function, builtins, 24)
STENCIL_FIELD(Function, closure, 32)
STENCIL_FIELD(Function, version, 56)
STENCIL_FIELD(Method, self, 8)
STENCIL_FIELD(Method, function, 16)
STENCIL_FIELD(Native, call, 8)
STENCIL_FIELD(DoubleFunction, call, 0)
STENCIL_SIZE(Value, 8)
STENCIL_SIZE(Slot, 8)
STENCIL_SIZE(Header, 8)
STENCIL_SIZE(Frame, 96)
STENCIL_SIZE(DictEntry, 24)
STENCIL_NUMBER(OBJECT_INTERNED, 8)
STENCIL_NUMBER(GC_OLD, 1)
STENCIL_NUMBER(GC_REMEMBERED, 2)
STENCIL_NUMBER(GC_BLOCK_SHIFT, 15)
STENCIL_NUMBER(SHAPE_INT, 3)
STENCIL_NUMBER(SHAPE_FLOAT, 5)
STENCIL_NUMBER(SHAPE_FUNCTION, 22)
STENCIL_NUMBER(VALUE_INT_TAG, 3)
STENCIL_NUMBER(VALUE_INT_SHIFT, 2)
STENCIL_NUMBER(VALUE_FLOAT_BIAS, 2)
STENCIL_NUMBER(VALUE_FLOAT_ROTATE, 4)
STENCIL_NUMBER(VALUE_FLOAT_TAGS, 1684300900)
STENCIL_NUMBER(COMPARE_LT, 0)
STENCIL_NUMBER(COMPARE_LE, 1)
STENCIL_NUMBER(COMPARE_EQ, 2)
STENCIL_NUMBER(COMPARE_NE, 3)
STENCIL_NUMBER(COMPARE_GT, 4)
STENCIL_NUMBER(COMPARE_GE, 5)
STENCIL_NUMBER(ACTIVATION_WORDS, 6)
STENCIL_NUMBER(ACTIVATION_DOUBLES, 8)
STENCIL_NUMBER(ACTIVATION_FRAMES, 12)
STENCIL_NUMBER(ACTIVATION_SLOTS, 480)
STENCIL_NUMBER(FRAME_GENERATOR, 2)
STENCIL_NUMBER(GENERATOR_SUSPENDED, 1)
STENCIL_NUMBER(GENERATOR_RUNNING, 2)
STENCIL_NUMBER(GENERATOR_FINISHED, 3)
STENCIL_UOP(LOAD_FAST, 0)
STENCIL_UOP(STORE_FAST, 1)
STENCIL_UOP(LOAD_CONST, 2)
STENCIL_UOP(LOAD_CONST_FLOAT, 3)
STENCIL_UOP(PARENT_VALUE, 4)
STENCIL_UOP(PARENT_FLOAT, 5)
STENCIL_UOP(GUARD_BOTH_INT, 6)
STENCIL_UOP(GUARD_BOTH_FLOAT, 7)
STENCIL_UOP(GUARD_INT, 8)
STENCIL_UOP(GUARD_ANY_INT, 9)
STENCIL_UOP(GUARD_FLOAT, 10)
STENCIL_UOP(GUARD_BOOL, 11)
STENCIL_UOP(GUARD_SHAPE, 12)
STENCIL_UOP(GUARD_SHAPE_AT_1, 13)
STENCIL_UOP(GUARD_IS, 14)
STENCIL_UOP(GUARD_IS_NOT, 15)
STENCIL_UOP(GUARD_LT_INT, 16)
STENCIL_UOP(GUARD_LE_INT, 17)
STENCIL_UOP(GUARD_EQ_INT, 18)
STENCIL_UOP(GUARD_NE_INT, 19)
STENCIL_UOP(GUARD_GT_INT, 20)
STENCIL_UOP(GUARD_GE_INT, 21)
STENCIL_UOP(GUARD_LT_FLOAT, 22)
STENCIL_UOP(GUARD_LE_FLOAT, 23)
STENCIL_UOP(GUARD_EQ_FLOAT, 24)
STENCIL_UOP(GUARD_NE_FLOAT, 25)
STENCIL_UOP(GUARD_GT_FLOAT, 26)
STENCIL_UOP(GUARD_GE_FLOAT, 27)
STENCIL_UOP(GUARD_NOT_LT_FLOAT, 28)
STENCIL_UOP(GUARD_NOT_LE_FLOAT, 29)
STENCIL_UOP(GUARD_NOT_GT_FLOAT, 30)
STENCIL_UOP(GUARD_NOT_GE_FLOAT, 31)
STENCIL_UOP(GUARD_INTERNED, 32)
STENCIL_UOP(GUARD_SAME, 33)
STENCIL_UOP(GUARD_NOT_SAME, 34)
STENCIL_UOP(UNBOX_FLOAT, 35)
STENCIL_UOP(UNBOX_FLONUM, 36)
STENCIL_UOP(BOX_FLOAT, 37)
STENCIL_UOP(INT_TO_FLOAT, 38)
STENCIL_UOP(BINARY_OP_ADD_INT, 39)
STENCIL_UOP(BINARY_OP_SUBTRACT_INT, 40)
STENCIL_UOP(BINARY_OP_MULTIPLY_INT, 41)
STENCIL_UOP(BINARY_OP_FLOORDIV_INT, 42)
STENCIL_UOP(BINARY_OP_MOD_INT, 43)
STENCIL_UOP(BINARY_OP_AND_INT, 44)
STENCIL_UOP(BINARY_OP_OR_INT, 45)
STENCIL_UOP(BINARY_OP_XOR_INT, 46)
STENCIL_UOP(BINARY_OP_LSHIFT_INT, 47)
STENCIL_UOP(BINARY_OP_RSHIFT_INT, 48)
STENCIL_UOP(BINARY_OP_TRUEDIV_INT, 49)
STENCIL_UOP(UNARY_NEGATIVE_INT, 50)
STENCIL_UOP(ABS_INT, 51)
STENCIL_UOP(MAX_INT, 52)
STENCIL_UOP(MIN_INT, 53)
STENCIL_UOP(UNARY_INVERT_INT, 54)
STENCIL_UOP(BINARY_OP_ADD_FLOAT, 55)
STENCIL_UOP(BINARY_OP_SUBTRACT_FLOAT, 56)
STENCIL_UOP(BINARY_OP_MULTIPLY_FLOAT, 57)
STENCIL_UOP(BINARY_OP_TRUEDIV_FLOAT, 58)
STENCIL_UOP(UNARY_NEGATIVE_FLOAT, 59)
STENCIL_UOP(ABS_FLOAT, 60)
STENCIL_UOP(SQRT_FLOAT, 61)
STENCIL_UOP(MAX_FLOAT, 62)
STENCIL_UOP(MIN_FLOAT, 63)
STENCIL_UOP(FLOOR_FLOAT, 64)
STENCIL_UOP(CEIL_FLOAT, 65)
STENCIL_UOP(TRUNC_FLOAT, 66)
STENCIL_UOP(CALL_DOUBLE_1, 67)
STENCIL_UOP(CALL_DOUBLE_2, 68)
STENCIL_UOP(COMPARE_OP_INT, 69)
STENCIL_UOP(COMPARE_OP_FLOAT, 70)
STENCIL_UOP(IS_OP, 71)
STENCIL_UOP(UNARY_NOT, 72)
STENCIL_UOP(TO_BOOL_INT, 73)
STENCIL_UOP(LOAD_ATTR_SLOT, 74)
STENCIL_UOP(LOAD_ATTR_BOUND, 75)
STENCIL_UOP(LOAD_ATTR_EXTRA, 76)
STENCIL_UOP(STORE_ATTR_SLOT, 77)
STENCIL_UOP(STORE_ATTR_EXTRA, 78)
STENCIL_UOP(STORE_ATTR_ADD, 79)
STENCIL_UOP(LOAD_FIELD, 80)
STENCIL_UOP(GUARD_BOUND, 81)
STENCIL_UOP(GUARD_KEYS_VERSION_OF, 82)
STENCIL_UOP(LOAD_DICT_ENTRY, 83)
STENCIL_UOP(GUARD_FUNCTION_CODE, 84)
STENCIL_UOP(GUARD_FUNCTION_VERSION, 85)
STENCIL_UOP(LOAD_CELL, 86)
STENCIL_UOP(STORE_CELL, 87)
STENCIL_UOP(LOAD_METHOD_SELF, 88)
STENCIL_UOP(LOAD_METHOD_FUNCTION, 89)
STENCIL_UOP(LOAD_CLOSURE_CELL, 90)
STENCIL_UOP(BINARY_SUBSCR_LIST_INT, 91)
STENCIL_UOP(STORE_SUBSCR_LIST_INT, 92)
STENCIL_UOP(BINARY_SUBSCR_TUPLE_INT, 93)
STENCIL_UOP(GUARD_TUPLE_LEN, 94)
STENCIL_UOP(GUARD_LIST_LEN, 95)
STENCIL_UOP(LOAD_TUPLE_ITEM, 96)
STENCIL_UOP(LOAD_LIST_ITEM, 97)
STENCIL_UOP(LIST_LEN, 98)
STENCIL_UOP(TUPLE_LEN, 99)
STENCIL_UOP(STR_LEN, 100)
STENCIL_UOP(DICT_LEN, 101)
STENCIL_UOP(LIST_APPEND, 102)
STENCIL_UOP(GUARD_NOT_EXHAUSTED_RANGE, 103)
STENCIL_UOP(GUARD_EXHAUSTED_RANGE, 104)
STENCIL_UOP(ITER_NEXT_RANGE, 105)
STENCIL_UOP(GUARD_NOT_EXHAUSTED_LIST, 106)
STENCIL_UOP(GUARD_EXHAUSTED_LIST, 107)
STENCIL_UOP(ITER_END_LIST, 108)
STENCIL_UOP(ITER_NEXT_LIST, 109)
STENCIL_UOP(GUARD_NOT_EXHAUSTED_TUPLE, 110)
STENCIL_UOP(GUARD_EXHAUSTED_TUPLE, 111)
STENCIL_UOP(ITER_NEXT_TUPLE, 112)
STENCIL_UOP(UNARY_NEGATIVE, 113)
STENCIL_UOP(UNARY_POSITIVE, 114)
STENCIL_UOP(UNARY_INVERT, 115)
STENCIL_UOP(TO_BOOL, 116)
STENCIL_UOP(BINARY_OP, 117)
STENCIL_UOP(BINARY_OP_ANY_INT, 118)
STENCIL_UOP(COMPARE_OP, 119)
STENCIL_UOP(CONTAINS_OP, 120)
STENCIL_UOP(BINARY_SUBSCR, 121)
STENCIL_UOP(STORE_SUBSCR, 122)
STENCIL_UOP(DELETE_SUBSCR, 123)
STENCIL_UOP(BINARY_SLICE, 124)
STENCIL_UOP(CONTAINS_OP_DICT, 125)
STENCIL_UOP(CONTAINS_OP_SET, 126)
STENCIL_UOP(BINARY_SUBSCR_STR_INT, 127)
STENCIL_UOP(BINARY_SUBSCR_DICT, 128)
STENCIL_UOP(STORE_SUBSCR_DICT, 129)
STENCIL_UOP(BINARY_OP_ADD_STR, 130)
STENCIL_UOP(COMPARE_OP_STR, 131)
STENCIL_UOP(BINARY_OP_POWER_FLOAT, 132)
STENCIL_UOP(LOAD_ATTR, 133)
STENCIL_UOP(STORE_ATTR, 134)
STENCIL_UOP(DELETE_ATTR, 135)
STENCIL_UOP(STR, 136)
STENCIL_UOP(GET_ITER, 137)
STENCIL_UOP(ITER_NEXT, 138)
STENCIL_UOP(FORMAT_VALUE, 139)
STENCIL_UOP(FORMAT_VALUE_SPEC, 140)
STENCIL_UOP(RANGE_ITER_NEW, 141)
STENCIL_UOP(ITER_NEW, 142)
STENCIL_UOP(TUPLE_NEW_1, 143)
STENCIL_UOP(TUPLE_NEW_2, 144)
STENCIL_UOP(TUPLE_NEW_3, 145)
STENCIL_UOP(METHOD_NEW, 146)
STENCIL_UOP(CELL_NEW, 147)
STENCIL_UOP(INSTANCE_NEW, 148)
STENCIL_UOP(SET_ADD, 149)
STENCIL_UOP(MAP_ADD, 150)
STENCIL_UOP(STORE_GLOBAL, 151)
STENCIL_UOP(LIST_EXTEND, 152)
STENCIL_UOP(LIST_TO_TUPLE, 153)
STENCIL_UOP(SET_UPDATE, 154)
STENCIL_UOP(DICT_UPDATE, 155)
STENCIL_UOP(DICT_MERGE, 156)
STENCIL_UOP(IMPORT_FROM, 157)
STENCIL_UOP(GET_LEN, 158)
STENCIL_UOP(MATCH_TYPE, 159)
STENCIL_UOP(MATCH_KEYS, 160)
STENCIL_UOP(MAKE_FUNCTION, 161)
STENCIL_UOP(MAKE_CLOSURE, 162)
STENCIL_UOP(SET_FUNCTION_ATTRIBUTE, 163)
STENCIL_UOP(SET_ARG, 164)
STENCIL_UOP(BUILD_TUPLE, 165)
STENCIL_UOP(BUILD_LIST, 166)
STENCIL_UOP(BUILD_SLICE, 167)
STENCIL_UOP(BUILD_STRING, 168)
STENCIL_UOP(BUILD_MAP, 169)
STENCIL_UOP(BUILD_CONST_KEY_MAP, 170)
STENCIL_UOP(BUILD_SET, 171)
STENCIL_UOP(CALL, 172)
STENCIL_UOP(CALL_KW, 173)
STENCIL_UOP(CALL_EX, 174)
STENCIL_UOP(MATCH_CLASS, 175)
STENCIL_UOP(STORE_SLICE, 176)
STENCIL_UOP(CALL_NATIVE, 177)
STENCIL_UOP(CALL_LEAF, 178)
STENCIL_UOP(CALL_READER, 179)
STENCIL_UOP(CALL_PURE_1, 180)
STENCIL_UOP(CALL_PURE_2, 181)
STENCIL_UOP(CALL_PURE_3, 182)
STENCIL_UOP(CALL_TOTAL_1, 183)
STENCIL_UOP(CALL_TOTAL_2, 184)
STENCIL_UOP(CALL_TOTAL_3, 185)
STENCIL_UOP(CHECK_PENDING, 186)
STENCIL_UOP(CHECK_ROOM, 187)
STENCIL_UOP(PUSH_FRAME, 188)
STENCIL_UOP(GUARD_CALLER, 189)
STENCIL_UOP(GUARD_GENERATOR, 190)
STENCIL_UOP(ENTER_GENERATOR, 191)
STENCIL_UOP(LEAVE_GENERATOR, 192)
STENCIL_UOP(POP_FRAME, 193)
STENCIL_UOPS(194)
STENCIL_PIECE(ENTRY, 1024)
STENCIL_PIECE(LEAVE, 1025)
STENCIL_PIECE(EXIT, 1026)
STENCIL_PIECE(MOVE, 1027)
STENCIL_PIECE(MOVE_FLOAT, 1028)
STENCIL_PIECE(SPILL, 1029)
STENCIL_PIECE(SPILL_FLOAT, 1030)
STENCIL_PIECE(FILL, 1031)
STENCIL_PIECE(FILL_FLOAT, 1032)
STENCIL_PIECE(CONST32, 1033)
STENCIL_PIECE(CONST64, 1034)
STENCIL_PIECE(CONST_FLOAT, 1035)
STENCIL_PIECE(LOAD_LOCAL, 1036)
STENCIL_PIECE(STORE_LOCAL, 1037)
STENCIL_PIECE(JUMP, 1038)
STENCIL_PIECE(SET_LOCALS, 1039)
STENCIL_PIECE(LANDING, 1040)
STENCIL_HELPER(helper_binary_op, 0)
STENCIL_HELPER(helper_build_list, 1)
STENCIL_HELPER(helper_build_map, 2)
STENCIL_HELPER(helper_build_set, 3)
STENCIL_HELPER(helper_build_slice, 4)
STENCIL_HELPER(helper_build_string, 5)
STENCIL_HELPER(helper_build_tuple, 6)
STENCIL_HELPER(helper_call, 7)
STENCIL_HELPER(helper_call_kw, 8)
STENCIL_HELPER(helper_cell_new, 9)
STENCIL_HELPER(helper_contains_op, 10)
STENCIL_HELPER(helper_dict_contains, 11)
STENCIL_HELPER(helper_dict_getitem, 12)
STENCIL_HELPER(helper_dict_setitem, 13)
STENCIL_HELPER(helper_float_power, 14)
STENCIL_HELPER(helper_format_value, 15)
STENCIL_HELPER(helper_int_op, 16)
STENCIL_HELPER(helper_list_append, 17)
STENCIL_HELPER(helper_list_extend, 18)
STENCIL_HELPER(helper_make_closure, 19)
STENCIL_HELPER(helper_make_function, 20)
STENCIL_HELPER(helper_range_iter, 21)
STENCIL_HELPER(helper_set_add, 22)
STENCIL_HELPER(helper_set_contains, 23)
STENCIL_HELPER(helper_set_function_attribute, 24)
STENCIL_HELPER(helper_slice, 25)
STENCIL_HELPER(helper_store_slice, 26)
STENCIL_HELPER(helper_store_global, 27)
STENCIL_HELPER(helper_str_char, 28)
STENCIL_HELPER(helper_str_concat, 29)
STENCIL_HELPER(helper_str_equal, 30)
STENCIL_HELPER(helper_to_bool, 31)
STENCIL_HELPER(helper_tuple_1, 32)
STENCIL_HELPER(helper_tuple_2, 33)
STENCIL_HELPER(helper_tuple_3, 34)
STENCIL_HELPER(instance_new, 35)
STENCIL_HELPER(method_new, 36)
STENCIL_HELPER(object_compare, 37)
STENCIL_HELPER(object_delattr, 38)
STENCIL_HELPER(object_delitem, 39)
STENCIL_HELPER(object_getattr, 40)
STENCIL_HELPER(object_getitem, 41)
STENCIL_HELPER(object_invert, 42)
STENCIL_HELPER(object_iter, 43)
STENCIL_HELPER(object_negative, 44)
STENCIL_HELPER(object_next, 45)
STENCIL_HELPER(object_positive, 46)
STENCIL_HELPER(object_setattr, 47)
STENCIL_HELPER(object_setitem, 48)
STENCIL_HELPER(object_str, 49)
STENCIL_HELPER(slow_call_ex, 50)
STENCIL_HELPER(slow_const_key_map, 51)
STENCIL_HELPER(slow_dict_merge, 52)
STENCIL_HELPER(slow_dict_update, 53)
STENCIL_HELPER(slow_import_from, 54)
STENCIL_HELPER(slow_len, 55)
STENCIL_HELPER(slow_list_to_tuple, 56)
STENCIL_HELPER(slow_match_class, 57)
STENCIL_HELPER(slow_match_keys, 58)
STENCIL_HELPER(slow_match_type, 59)
STENCIL_HELPER(slow_set_update, 60)
#endif

/* The tables of src/jit/stencil.h: 6919 stencils. */
#ifdef STENCIL_TABLES
/* From a byte to the other, and what stands in them for each register. */
const StencilEncoding stencil_encodings[] = {
{1,{22,23,24,25,26,27}},
{1,{704,736,768,800,832,864}},
{1,{88,92,96,100,104,108}},
{1,{726,759,792,825,858,891}},
{1,{0,1,2,3,4,5,6,7}},
{1,{0,32,64,96,128,160,192,224}},
{1,{0,4,8,12,16,20,24,28}},
{1,{0,33,66,99,132,165,198,231}},
};

/* Templates: an op, its inputs -> its output (a, b, c, out: any
 * register, and for which this one is; I: a constant); its
 * disassembly; its bytes, with zeros where a register's number goes. */
const uint8_t stencil_code[] = {
/* GUARD_INT a
   mvn w8, a.w
   tst x8, #0x3
   b.ne EXIT
*/
232,3,32,42,31,5,64,242,1,0,0,84,
/* GUARD_ANY_INT a
   mvn w8, a.w
   tst x8, #0x3
   b.eq NEXT
   tst a, #0x7
   b.ne EXIT
   ldr w8, [a]
   cmp w8, #0x3
   b.ne EXIT
*/
232,3,32,42,31,5,64,242,0,0,0,84,31,8,64,242,1,0,0,84,8,0,64,185,31,13,0,113,1,0,0,84,
/* GUARD_FLOAT a
   mov w8, #0x6464 // =25700
   movk w8, #0x6464, lsl #16
   lsr w8, w8, a.w
   tbz w8, #0x0, 0x14
   b NEXT
   14: tst a, #0x7
   b.ne EXIT
   ldr w8, [a]
   cmp w8, #0x5
   b.ne EXIT
*/
136,140,140,82,136,140,172,114,8,37,192,26,72,0,0,54,0,0,0,20,31,8,64,242,1,0,0,84,8,0,64,185,31,21,
0,113,1,0,0,84,
/* GUARD_BOOL a
   and x8, a, #0xffffffffffffffef
   cmp x8, #0xc
   b.ne EXIT
*/
8,248,123,146,31,49,0,241,1,0,0,84,
/* GUARD_SHAPE a
   tst a, #0x7
   b.ne EXIT
   mov x8, #0x0 // =0 ; number
   ldr w9, [a]
   movk x8, #0x0, lsl #16 ; number
   cmp w9, w8
   b.ne EXIT
*/
31,8,64,242,1,0,0,84,8,0,128,210,9,0,64,185,8,0,160,242,63,1,8,107,1,0,0,84,
/* GUARD_IS a
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   cmp x8, a
   b.ne EXIT
*/
8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,31,1,0,235,1,0,0,84,
/* GUARD_IS_NOT a
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   cmp x8, a
   b.eq EXIT
*/
8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,31,1,0,235,0,0,0,84,
/* GUARD_LT_INT a b: a = b
   b EXIT
*/
0,0,0,20,
/* GUARD_LT_INT a b: a != b
   cmp a, b
   b.ge EXIT
*/
31,0,0,235,10,0,0,84,
/* GUARD_LT_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.ge EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,10,0,0,84,
/* GUARD_LE_INT a b: a = b
   (the same bytes) */
/* GUARD_LE_INT a b: a != b
   cmp a, b
   b.gt EXIT
*/
31,0,0,235,12,0,0,84,
/* GUARD_LE_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.gt EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,12,0,0,84,
/* GUARD_EQ_INT a b: a = b
   (the same bytes) */
/* GUARD_EQ_INT a b: a != b
   cmp a, b
   b.ne EXIT
*/
31,0,0,235,1,0,0,84,
/* GUARD_EQ_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.ne EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,1,0,0,84,
/* GUARD_NE_INT a b: a = b
   b EXIT
   (the same bytes) */
/* GUARD_NE_INT a b: a != b
   cmp a, b
   b.eq EXIT
*/
31,0,0,235,0,0,0,84,
/* GUARD_NE_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.eq EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,0,0,0,84,
/* GUARD_GT_INT a b: a = b
   b EXIT
   (the same bytes) */
/* GUARD_GT_INT a b: a != b
   cmp a, b
   b.le EXIT
*/
31,0,0,235,13,0,0,84,
/* GUARD_GT_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.le EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,13,0,0,84,
/* GUARD_GE_INT a b: a = b
   (the same bytes) */
/* GUARD_GE_INT a b: a != b
   cmp a, b
   b.lt EXIT
*/
31,0,0,235,11,0,0,84,
/* GUARD_GE_INT a I
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   b.lt EXIT
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,0,8,235,11,0,0,84,
/* GUARD_LT_FLOAT a b: a = b
   b EXIT
   (the same bytes) */
/* GUARD_LT_FLOAT a b: a != b
   fcmp a, b
   b.pl EXIT
*/
0,32,96,30,5,0,0,84,
/* GUARD_LE_FLOAT a b: a = b
   fcmp a, a
   b.vs EXIT
*/
0,32,96,30,6,0,0,84,
/* GUARD_LE_FLOAT a b: a != b
   fcmp a, b
   b.hi EXIT
*/
0,32,96,30,8,0,0,84,
/* GUARD_EQ_FLOAT a b: a = b
   fcmp a, a
   b.vs EXIT
   (the same bytes) */
/* GUARD_EQ_FLOAT a b: a != b
   fcmp a, b
   b.ne EXIT
*/
0,32,96,30,1,0,0,84,
/* GUARD_NE_FLOAT a b: a = b
   fcmp a, a
   b.vc EXIT
*/
0,32,96,30,7,0,0,84,
/* GUARD_NE_FLOAT a b: a != b
   fcmp a, b
   b.eq EXIT
*/
0,32,96,30,0,0,0,84,
/* GUARD_GT_FLOAT a b: a = b
   b EXIT
   (the same bytes) */
/* GUARD_GT_FLOAT a b: a != b
   fcmp a, b
   b.le EXIT
*/
0,32,96,30,13,0,0,84,
/* GUARD_GE_FLOAT a b: a = b
   fcmp a, a
   b.vs EXIT
   (the same bytes) */
/* GUARD_GE_FLOAT a b: a != b
   fcmp a, b
   b.lt EXIT
*/
0,32,96,30,11,0,0,84,
/* GUARD_NOT_LT_FLOAT a b: a = b
   (the same bytes) */
/* GUARD_NOT_LT_FLOAT a b: a != b
   fcmp a, b
   b.mi EXIT
*/
0,32,96,30,4,0,0,84,
/* GUARD_NOT_LE_FLOAT a b: a = b
   fcmp a, a
   b.vc EXIT
   (the same bytes) */
/* GUARD_NOT_LE_FLOAT a b: a != b
   fcmp a, b
   b.ls EXIT
*/
0,32,96,30,9,0,0,84,
/* GUARD_NOT_GT_FLOAT a b: a = b
   (the same bytes) */
/* GUARD_NOT_GT_FLOAT a b: a != b
   fcmp a, b
   b.gt EXIT
*/
0,32,96,30,12,0,0,84,
/* GUARD_NOT_GE_FLOAT a b: a = b
   fcmp a, a
   b.vc EXIT
   (the same bytes) */
/* GUARD_NOT_GE_FLOAT a b: a != b
   fcmp a, b
   b.ge EXIT
*/
0,32,96,30,10,0,0,84,
/* GUARD_INTERNED a
   ldrh w8, [a, #0x6]
   tbnz w8, #0x3, 0xc
   b EXIT
*/
8,12,64,121,72,0,24,55,0,0,0,20,
/* GUARD_SAME a b: a = b
   (the same bytes) */
/* GUARD_SAME a b: a != b
   cmp a, b
   b.ne EXIT
   (the same bytes) */
/* GUARD_NOT_SAME a b: a = b
   b EXIT
   (the same bytes) */
/* GUARD_NOT_SAME a b: a != b
   cmp a, b
   b.eq EXIT
   (the same bytes) */
/* UNBOX_FLOAT a -> out
   tst a, #0x7
   b.ne 0x10
   ldr out, [a, #0x8]
   b NEXT
   10: sub x8, a, #0x2
   ror x8, x8, #0x4
   fmov out, x8
*/
31,8,64,242,97,0,0,84,0,4,64,253,0,0,0,20,8,8,0,209,8,17,200,147,0,1,103,158,
/* UNBOX_FLONUM a -> out
   mov w8, #0x6464 // =25700
   movk w8, #0x6464, lsl #16
   lsr w8, w8, a.w
   tbnz w8, #0x0, 0x14
   b EXIT
   14: sub x8, a, #0x2
   ror x8, x8, #0x4
   fmov out, x8
*/
136,140,140,82,136,140,172,114,8,37,192,26,72,0,0,55,0,0,0,20,8,8,0,209,8,17,200,147,0,1,103,158,
/* BOX_FLOAT a -> out
   fmov x8, a
   mov w9, #0x6464 // =25700
   movk w9, #0x6464, lsl #16
   ror x8, x8, #0x3c
   add x8, x8, #0x2
   lsr w9, w9, w8
   tbnz w9, #0x0, 0x20
   b EXIT
   20: mov out, x8
*/
8,0,102,158,137,140,140,82,137,140,172,114,8,241,200,147,8,9,0,145,41,37,200,26,73,0,0,55,0,0,0,20,
224,3,8,170,
/* INT_TO_FLOAT a -> out
   asr x8, a, #2
   scvtf out, x8
*/
8,252,66,147,0,1,98,158,
/* BINARY_OP_ADD_INT a b -> a
   sub x8, a, #0x3
   adds x8, x8, b
   b.vs EXIT
   mov a, x8
*/
8,12,0,209,8,1,0,171,6,0,0,84,224,3,8,170,
/* BINARY_OP_ADD_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   sub x9, a, #0x3
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   adds x8, x9, x8
   b.vs EXIT
   mov a, x8
*/
8,0,128,210,9,12,0,209,8,0,160,242,8,125,64,147,40,1,8,171,6,0,0,84,224,3,8,170,
/* BINARY_OP_SUBTRACT_INT a b -> a
   sub x8, b, #0x3
   subs x8, a, x8
   b.vs EXIT
   mov a, x8
*/
8,12,0,209,8,0,8,235,6,0,0,84,224,3,8,170,
/* BINARY_OP_SUBTRACT_INT a I -> a
   mov x8, #0x0 // =0 ; imm_untagged
   movk x8, #0x0, lsl #16 ; imm_untagged
   sxtw x8, w8
   subs x8, a, x8
   b.vs EXIT
   mov a, x8
*/
8,0,128,210,8,0,160,242,8,125,64,147,8,0,8,235,6,0,0,84,224,3,8,170,
/* BINARY_OP_MULTIPLY_INT a b -> a
   asr x9, b, #2
   sub x10, a, #0x3
   mul x8, x10, x9
   smulh x9, x10, x9
   cmp x9, x8, asr #63
   b.ne EXIT
   add a, x8, #0x3
*/
9,252,66,147,10,12,0,209,72,125,9,155,73,125,73,155,63,253,136,235,1,0,0,84,0,13,0,145,
/* BINARY_OP_MULTIPLY_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   asr x9, x8, #2
   sub x10, a, #0x3
   mul x8, x10, x9
   smulh x9, x10, x9
   cmp x9, x8, asr #63
   b.ne EXIT
   add a, x8, #0x3
*/
8,0,128,210,8,0,160,242,8,125,64,147,9,253,66,147,10,12,0,209,72,125,9,155,73,125,73,155,63,253,136,
235,1,0,0,84,0,13,0,145,
/* BINARY_OP_FLOORDIV_INT a b -> a: a = b
   cmp a, #0x4
   b.lo EXIT
   mov a.w, #0x7 // =7
*/
31,16,0,241,3,0,0,84,224,0,128,82,
/* BINARY_OP_FLOORDIV_INT a b -> a: a < b
   cmp b, #0x4
   b.lo EXIT
   asr x8, a, #2
   mov x10, #-0x2000000000000000 // =-2305843009213693952
   asr x9, b, #2
   cmp x8, x10
   b.ne 0x24
   cmn x9, #0x1
   b.eq EXIT
   24: sdiv x10, x8, x9
   mul x11, x10, x9
   eor x9, x9, x8
   cmp x9, #0x0
   mov w9, #0x3 // =3
   ccmp x8, x11, #0x4, lt
   cset w8, ne
   sub x8, x10, x8
   orr a, x9, x8, lsl #2
*/
31,16,0,241,3,0,0,84,8,252,66,147,10,0,252,210,9,252,66,147,31,1,10,235,97,0,0,84,63,5,0,177,0,0,0,
84,10,13,201,154,75,125,9,155,41,1,8,202,63,1,0,241,105,0,128,82,4,177,75,250,232,7,159,26,72,1,8,
203,32,9,8,170,
/* BINARY_OP_FLOORDIV_INT a b -> a: a > b
   cmp b, #0x4
   b.lo EXIT
   asr x9, b, #2
   asr x8, a, #2
   cmn x9, #0x1
   b.ne 0x24
   mov x10, #-0x2000000000000000 // =-2305843009213693952
   cmp x8, x10
   b.eq EXIT
   24: sdiv x10, x8, x9
   mul x11, x10, x9
   eor x9, x8, x9
   cmp x9, #0x0
   mov w9, #0x3 // =3
   ccmp x8, x11, #0x4, lt
   cset w8, ne
   sub x8, x10, x8
   orr a, x9, x8, lsl #2
*/
31,16,0,241,3,0,0,84,9,252,66,147,8,252,66,147,63,5,0,177,129,0,0,84,10,0,252,210,31,1,10,235,0,0,0,
84,10,13,201,154,75,125,9,155,9,1,9,202,63,1,0,241,105,0,128,82,4,177,75,250,232,7,159,26,72,1,8,
203,32,9,8,170,
/* BINARY_OP_FLOORDIV_INT a I -> a
   mov x9, #0x0 // =0 ; imm
   movk x9, #0x0, lsl #16 ; imm
   sxtw x9, w9
   cmp x9, #0x4
   b.lo EXIT
   asr x8, a, #2
   mov x10, #-0x2000000000000000 // =-2305843009213693952
   asr x9, x9, #2
   cmp x8, x10
   b.ne 0x30
   cmn x9, #0x1
   b.eq EXIT
   30: sdiv x10, x8, x9
   mul x11, x10, x9
   eor x9, x9, x8
   cmp x9, #0x0
   mov w9, #0x3 // =3
   ccmp x8, x11, #0x4, lt
   cset w8, ne
   sub x8, x10, x8
   orr a, x9, x8, lsl #2
*/
9,0,128,210,9,0,160,242,41,125,64,147,63,17,0,241,3,0,0,84,8,252,66,147,10,0,252,210,41,253,66,147,
31,1,10,235,97,0,0,84,63,5,0,177,0,0,0,84,10,13,201,154,75,125,9,155,41,1,8,202,63,1,0,241,105,0,
128,82,4,177,75,250,232,7,159,26,72,1,8,203,32,9,8,170,
/* BINARY_OP_MOD_INT a b -> a: a = b
   cmp a, #0x4
   b.lo EXIT
   mov a.w, #0x3 // =3
*/
31,16,0,241,3,0,0,84,96,0,128,82,
/* BINARY_OP_MOD_INT a b -> a: a != b
   cmp b, #0x4
   b.lo EXIT
   asr x8, b, #2
   asr x9, a, #2
   sdiv x10, x9, x8
   msub x9, x10, x8, x9
   eor x10, x9, x8
   cmp x9, #0x0
   and x8, x8, x10, asr #63
   mov w10, #0x3 // =3
   add x8, x8, x9
   orr x8, x10, x8, lsl #2
   csel a, x10, x8, eq
*/
31,16,0,241,3,0,0,84,8,252,66,147,9,252,66,147,42,13,200,154,73,165,8,155,42,1,8,202,63,1,0,241,8,
253,138,138,106,0,128,82,8,1,9,139,72,9,8,170,64,1,136,154,
/* BINARY_OP_MOD_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp x8, #0x4
   b.lo EXIT
   asr x8, x8, #2
   asr x9, a, #2
   sdiv x10, x9, x8
   msub x9, x10, x8, x9
   eor x10, x9, x8
   cmp x9, #0x0
   and x8, x8, x10, asr #63
   mov w10, #0x3 // =3
   add x8, x8, x9
   orr x8, x10, x8, lsl #2
   csel a, x10, x8, eq
*/
8,0,128,210,8,0,160,242,8,125,64,147,31,17,0,241,3,0,0,84,8,253,66,147,9,252,66,147,42,13,200,154,
73,165,8,155,42,1,8,202,63,1,0,241,8,253,138,138,106,0,128,82,8,1,9,139,72,9,8,170,64,1,136,154,
/* BINARY_OP_AND_INT a b -> a: a = b
   (the same bytes) */
/* BINARY_OP_AND_INT a b -> a: a < b
   and a, b, a
*/
0,0,0,138,
/* BINARY_OP_AND_INT a b -> a: a > b
   and a, a, b
   (the same bytes) */
/* BINARY_OP_AND_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   and a, a, x8
*/
8,0,128,210,8,0,160,242,8,125,64,147,0,0,8,138,
/* BINARY_OP_OR_INT a b -> a: a = b
   (the same bytes) */
/* BINARY_OP_OR_INT a b -> a: a < b
   orr a, b, a
*/
0,0,0,170,
/* BINARY_OP_OR_INT a b -> a: a > b
   orr a, a, b
   (the same bytes) */
/* BINARY_OP_OR_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   orr a, a, x8
*/
8,0,128,210,8,0,160,242,8,125,64,147,0,0,8,170,
/* BINARY_OP_XOR_INT a b -> a: a = b
   mov a.w, #0x3 // =3
*/
96,0,128,82,
/* BINARY_OP_XOR_INT a b -> a: a < b
   eor x8, b, a
   orr a, x8, #0x3
*/
8,0,0,202,0,5,64,178,
/* BINARY_OP_XOR_INT a b -> a: a > b
   eor x8, a, b
   orr a, x8, #0x3
   (the same bytes) */
/* BINARY_OP_XOR_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   eor x8, a, x8
   orr a, x8, #0x3
*/
8,0,128,210,8,0,160,242,8,125,64,147,8,0,8,202,0,5,64,178,
/* BINARY_OP_LSHIFT_INT a b -> a: a 0
   asr x8, b, #2
   cmp x8, #0x3d
   b.hi EXIT
   sub x10, x22, #0x3
   lsl x9, x10, x8
   asr x8, x9, x8
   cmp x8, x10
   b.ne EXIT
   add x22, x9, #0x3
*/
8,252,66,147,31,245,0,241,8,0,0,84,202,14,0,209,73,33,200,154,40,41,200,154,31,1,10,235,1,0,0,84,54,
13,0,145,
/* BINARY_OP_LSHIFT_INT a b -> a: a 1 2 3 4 5
   asr x9, b, #2
   cmp x9, #0x3d
   b.hi EXIT
   sub x10, a, #0x3
   lsl x8, x10, x9
   asr x9, x8, x9
   cmp x9, x10
   b.ne EXIT
   add a, x8, #0x3
*/
9,252,66,147,63,245,0,241,8,0,0,84,10,12,0,209,72,33,201,154,9,41,201,154,63,1,10,235,1,0,0,84,0,13,
0,145,
/* BINARY_OP_LSHIFT_INT a I -> a: a 0
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   asr x8, x8, #2
   cmp x8, #0x3d
   b.hi EXIT
   sub x10, x22, #0x3
   lsl x9, x10, x8
   asr x8, x9, x8
   cmp x8, x10
   b.ne EXIT
   add x22, x9, #0x3
*/
8,0,128,210,8,0,160,242,8,125,64,147,8,253,66,147,31,245,0,241,8,0,0,84,202,14,0,209,73,33,200,154,
40,41,200,154,31,1,10,235,1,0,0,84,54,13,0,145,
/* BINARY_OP_LSHIFT_INT a I -> a: a 1 2 3 4 5
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   asr x9, x8, #2
   cmp x9, #0x3d
   b.hi EXIT
   sub x10, a, #0x3
   lsl x8, x10, x9
   asr x9, x8, x9
   cmp x9, x10
   b.ne EXIT
   add a, x8, #0x3
*/
8,0,128,210,8,0,160,242,8,125,64,147,9,253,66,147,63,245,0,241,8,0,0,84,10,12,0,209,72,33,201,154,9,
41,201,154,63,1,10,235,1,0,0,84,0,13,0,145,
/* BINARY_OP_RSHIFT_INT a b -> a
   asr x8, b, #2
   cmp x8, #0x3f
   b.hi EXIT
   asr x8, a, x8
   orr a, x8, #0x3
*/
8,252,66,147,31,253,0,241,8,0,0,84,8,40,200,154,0,5,64,178,
/* BINARY_OP_RSHIFT_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   asr x8, x8, #2
   cmp x8, #0x3f
   b.hi EXIT
   asr x8, a, x8
   orr a, x8, #0x3
*/
8,0,128,210,8,0,160,242,8,125,64,147,8,253,66,147,31,253,0,241,8,0,0,84,8,40,200,154,0,5,64,178,
/* BINARY_OP_TRUEDIV_INT a b -> out: a = b
   cmp a, #0x4
   b.lo EXIT
   asr x8, a, #2
   mov x9, #-0x20000000000001 // =-9007199254740993
   mov x10, #-0x40000000000001 // =-18014398509481985
   add x9, x8, x9
   cmp x9, x10
   b.lo EXIT
   scvtf out, x8
   fdiv out, out, out
*/
31,16,0,241,3,0,0,84,8,252,66,147,9,4,224,146,10,8,224,146,9,1,9,139,63,1,10,235,3,0,0,84,0,1,98,
158,0,24,96,30,
/* BINARY_OP_TRUEDIV_INT a b -> out: a < b
   cmp b, #0x4
   b.lo EXIT
   asr x8, a, #2
   mov x9, #-0x20000000000001 // =-9007199254740993
   mov x11, #-0x40000000000001 // =-18014398509481985
   add x10, x8, x9
   cmp x10, x11
   b.lo EXIT
   asr x10, b, #2
   add x9, x10, x9
   cmp x9, x11
   b.lo EXIT
   scvtf out, x8
   scvtf d8, x10
   fdiv out, out, d8
*/
31,16,0,241,3,0,0,84,8,252,66,147,9,4,224,146,11,8,224,146,10,1,9,139,95,1,11,235,3,0,0,84,10,252,
66,147,73,1,9,139,63,1,11,235,3,0,0,84,0,1,98,158,72,1,98,158,0,24,104,30,
/* BINARY_OP_TRUEDIV_INT a b -> out: a > b
   asr x8, b, #2
   mov x10, #-0x20000000000001 // =-9007199254740993
   asr x9, a, #2
   mov x12, #-0x40000000000001 // =-18014398509481985
   add x11, x8, x10
   add x10, x9, x10
   cmp x11, x12
   ccmp b, #0x4, #0x0, hs
   ccmp x10, x12, #0x0, hs
   b.lo EXIT
   scvtf out, x9
   scvtf d8, x8
   fdiv out, out, d8
*/
8,252,66,147,10,4,224,146,9,252,66,147,12,8,224,146,11,1,10,139,42,1,10,139,127,1,12,235,0,40,68,
250,64,33,76,250,3,0,0,84,32,1,98,158,8,1,98,158,0,24,104,30,
/* UNARY_NEGATIVE_INT a -> out
   mov w8, #0x6 // =6
   subs x8, x8, a
   b.vs EXIT
   mov out, x8
*/
200,0,128,82,8,1,0,235,6,0,0,84,224,3,8,170,
/* ABS_INT a -> out: a = out
   tbnz a, #0x3f, 0x8
   b NEXT
   8: mov w8, #0x6 // =6
   subs x8, x8, a
   b.vs EXIT
   mov a, x8
*/
64,0,248,183,0,0,0,20,200,0,128,82,8,1,0,235,6,0,0,84,224,3,8,170,
/* ABS_INT a -> out: a != out
   mov x8, a
   tbz a, #0x3f, 0x14
   mov w8, #0x6 // =6
   subs x8, x8, a
   b.vs EXIT
   14: mov out, x8
*/
232,3,0,170,128,0,248,182,200,0,128,82,8,1,0,235,6,0,0,84,224,3,8,170,
/* MAX_INT a b -> a: a = b
   (the same bytes) */
/* MAX_INT a b -> a: a != b
   cmp b, a
   csel a, b, a, gt
*/
31,0,0,235,0,192,128,154,
/* MIN_INT a b -> a: a = b
   (the same bytes) */
/* MIN_INT a b -> a: a != b
   cmp b, a
   csel a, b, a, lt
*/
31,0,0,235,0,176,128,154,
/* UNARY_INVERT_INT a -> out
   mvn x8, a
   orr out, x8, #0x3
*/
232,3,32,170,0,5,64,178,
/* BINARY_OP_ADD_FLOAT a b -> a: a >= b
   fadd a, b, a
*/
0,40,96,30,
/* BINARY_OP_ADD_FLOAT a b -> a: a < b
   fadd a, a, b
   (the same bytes) */
/* BINARY_OP_SUBTRACT_FLOAT a b -> a
   fsub a, a, b
*/
0,56,96,30,
/* BINARY_OP_MULTIPLY_FLOAT a b -> a: a >= b
   fmul a, b, a
*/
0,8,96,30,
/* BINARY_OP_MULTIPLY_FLOAT a b -> a: a < b
   fmul a, a, b
   (the same bytes) */
/* BINARY_OP_TRUEDIV_FLOAT a b -> a
   fcmp b, #0.0
   b.eq EXIT
   fdiv a, a, b
*/
8,32,96,30,0,0,0,84,0,24,96,30,
/* UNARY_NEGATIVE_FLOAT a -> out
   fneg out, a
*/
0,64,97,30,
/* ABS_FLOAT a -> out
   fabs out, a
*/
0,192,96,30,
/* SQRT_FLOAT a -> out
   fcmp a, #0.0
   b.lt EXIT
   fsqrt out, a
*/
8,32,96,30,11,0,0,84,0,192,97,30,
/* MAX_FLOAT a b -> a: a = b
   (the same bytes) */
/* MAX_FLOAT a b -> a: a != b
   fcmp b, a
   fcsel a, b, a, gt
*/
0,32,96,30,0,204,96,30,
/* MIN_FLOAT a b -> a: a = b
   (the same bytes) */
/* MIN_FLOAT a b -> a: a != b
   fcmp b, a
   fcsel a, b, a, mi
*/
0,32,96,30,0,76,96,30,
/* FLOOR_FLOAT a -> out
   fmov x8, a
   ubfx x8, x8, #52, #11
   cmp x8, #0x43a
   b.hi EXIT
   fcvtzs d8, a
   fcvtzs x8, a
   scvtf d8, d8
   fcmp d8, a
   cset w9, gt
   sub x8, x8, x9
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
*/
8,0,102,158,8,249,116,211,31,233,16,241,8,0,0,84,8,184,225,94,8,0,120,158,8,217,97,94,0,33,96,30,
233,215,159,26,8,1,9,203,105,0,128,82,32,9,8,170,
/* CEIL_FLOAT a -> out
   fmov x8, a
   ubfx x8, x8, #52, #11
   cmp x8, #0x43a
   b.hi EXIT
   fcvtzs d8, a
   fcvtzs x8, a
   mov w9, #0x3 // =3
   scvtf d8, d8
   fcmp d8, a
   cinc x8, x8, mi
   orr out, x9, x8, lsl #2
*/
8,0,102,158,8,249,116,211,31,233,16,241,8,0,0,84,8,184,225,94,8,0,120,158,105,0,128,82,8,217,97,94,
0,33,96,30,8,85,136,154,32,9,8,170,
/* TRUNC_FLOAT a -> out
   fmov x8, a
   ubfx x8, x8, #52, #11
   cmp x8, #0x43a
   b.hi EXIT
   fcvtzs x8, a
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
*/
8,0,102,158,8,249,116,211,31,233,16,241,8,0,0,84,8,0,120,158,105,0,128,82,32,9,8,170,
/* CALL_DOUBLE_1 0 -> 0
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   fmov d8, d0
   ldr x8, [x8]
   blr x8
   fsub d1, d0, d0
   fcmp d1, #0.0
   b.eq NEXT
   fcmp d0, d0
   mov x9, #-0x20000000000000 // =-9007199254740992
   mov x10, #-0x20000000000001 // =-9007199254740993
   fmov x8, d8
   csel x9, x10, x9, vc
   cmp x9, x8, lsl #1
   b.hs EXIT
*/
8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,8,64,96,30,8,1,64,249,0,1,63,214,1,56,96,30,40,32,
96,30,0,0,0,84,0,32,96,30,9,252,255,210,10,4,224,146,8,1,102,158,73,113,137,154,63,5,8,235,2,0,0,84,
/* CALL_DOUBLE_2 0 1 -> 0
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   fmov d8, d1
   fmov d9, d0
   ldr x8, [x8]
   blr x8
   fsub d1, d0, d0
   fcmp d1, #0.0
   b.eq NEXT
   fcmp d0, d0
   fmov x9, d8
   mov x10, #-0x20000000000000 // =-9007199254740992
   mov x11, #-0x20000000000001 // =-9007199254740993
   fmov x8, d9
   lsl x9, x9, #1
   csel x10, x11, x10, vc
   cmp x10, x8, lsl #1
   ccmp x9, x10, #0x2, hs
   b.ls EXIT
*/
8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,40,64,96,30,9,64,96,30,8,1,64,249,0,1,63,214,1,56,
96,30,40,32,96,30,0,0,0,84,0,32,96,30,9,1,102,158,10,252,255,210,11,4,224,146,40,1,102,158,41,249,
127,211,106,113,138,154,95,5,8,235,34,33,74,250,9,0,0,84,
/* COMPARE_OP_INT a b -> a: a = b
   mov a.w, #0xc // =12
*/
128,1,128,82,
/* COMPARE_OP_INT a b -> a: a != b
   cmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel a, x9, x8, lt
*/
31,0,0,235,136,1,128,82,137,3,128,82,32,177,136,154,
/* COMPARE_OP_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0x1c // =28
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0xc // =12
   csel a, x9, x8, lt
*/
8,0,128,210,137,3,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,1,128,82,32,177,136,154,
/* COMPARE_OP_INT 1 a b -> a: a = b
   mov a.w, #0x1c // =28
*/
128,3,128,82,
/* COMPARE_OP_INT 1 a b -> a: a != b
   cmp a, b
   mov w8, #0x1c // =28
   mov w9, #0xc // =12
   csel a, x9, x8, gt
*/
31,0,0,235,136,3,128,82,137,1,128,82,32,193,136,154,
/* COMPARE_OP_INT 1 a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0xc // =12
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0x1c // =28
   csel a, x9, x8, gt
*/
8,0,128,210,137,1,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,3,128,82,32,193,136,154,
/* COMPARE_OP_INT 2 a b -> a: a = b
   mov a.w, #0x1c // =28
   (the same bytes) */
/* COMPARE_OP_INT 2 a b -> a: a != b
   cmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel a, x9, x8, eq
*/
31,0,0,235,136,1,128,82,137,3,128,82,32,1,136,154,
/* COMPARE_OP_INT 2 a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0x1c // =28
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0xc // =12
   csel a, x9, x8, eq
*/
8,0,128,210,137,3,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,1,128,82,32,1,136,154,
/* COMPARE_OP_INT 3 a b -> a: a = b
   mov a.w, #0xc // =12
   (the same bytes) */
/* COMPARE_OP_INT 3 a b -> a: a != b
   cmp a, b
   mov w8, #0x1c // =28
   mov w9, #0xc // =12
   csel a, x9, x8, eq
*/
31,0,0,235,136,3,128,82,137,1,128,82,32,1,136,154,
/* COMPARE_OP_INT 3 a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0xc // =12
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0x1c // =28
   csel a, x9, x8, eq
*/
8,0,128,210,137,1,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,3,128,82,32,1,136,154,
/* COMPARE_OP_INT 4 a b -> a: a = b
   mov a.w, #0xc // =12
   (the same bytes) */
/* COMPARE_OP_INT 4 a b -> a: a != b
   cmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel a, x9, x8, gt
*/
31,0,0,235,136,1,128,82,137,3,128,82,32,193,136,154,
/* COMPARE_OP_INT 4 a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0x1c // =28
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0xc // =12
   csel a, x9, x8, gt
*/
8,0,128,210,137,3,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,1,128,82,32,193,136,154,
/* COMPARE_OP_INT 5 a b -> a: a = b
   mov a.w, #0x1c // =28
   (the same bytes) */
/* COMPARE_OP_INT 5 a b -> a: a != b
   cmp a, b
   mov w8, #0x1c // =28
   mov w9, #0xc // =12
   csel a, x9, x8, lt
*/
31,0,0,235,136,3,128,82,137,1,128,82,32,177,136,154,
/* COMPARE_OP_INT 5 a I -> a
   mov x8, #0x0 // =0 ; imm
   mov w9, #0xc // =12
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   cmp a, x8
   mov w8, #0x1c // =28
   csel a, x9, x8, lt
*/
8,0,128,210,137,1,128,82,8,0,160,242,8,125,64,147,31,0,8,235,136,3,128,82,32,177,136,154,
/* COMPARE_OP_FLOAT a b -> out: a = b
   mov out.w, #0xc // =12
   (the same bytes) */
/* COMPARE_OP_FLOAT a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, mi
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,65,136,154,
/* COMPARE_OP_FLOAT 1 a b -> out: a = b
   fcmp a, a
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, vc
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,113,136,154,
/* COMPARE_OP_FLOAT 1 a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, ls
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,145,136,154,
/* COMPARE_OP_FLOAT 2 a b -> out: a = b
   fcmp a, a
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, vc
   (the same bytes) */
/* COMPARE_OP_FLOAT 2 a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, eq
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,1,136,154,
/* COMPARE_OP_FLOAT 3 a b -> out: a = b
   fcmp a, a
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, vs
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,97,136,154,
/* COMPARE_OP_FLOAT 3 a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, ne
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,17,136,154,
/* COMPARE_OP_FLOAT 4 a b -> out: a = b
   mov out.w, #0xc // =12
   (the same bytes) */
/* COMPARE_OP_FLOAT 4 a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, gt
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,193,136,154,
/* COMPARE_OP_FLOAT 5 a b -> out: a = b
   fcmp a, a
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, vc
   (the same bytes) */
/* COMPARE_OP_FLOAT 5 a b -> out: a != b
   fcmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel out, x9, x8, ge
*/
0,32,96,30,136,1,128,82,137,3,128,82,32,161,136,154,
/* IS_OP a b -> a: a = b
   mov a.w, #0x1c // =28
   (the same bytes) */
/* IS_OP a b -> a: a != b
   cmp a, b
   mov w8, #0xc // =12
   mov w9, #0x1c // =28
   csel a, x9, x8, eq
   (the same bytes) */
/* IS_OP 1 a b -> a: a = b
   mov a.w, #0xc // =12
   (the same bytes) */
/* IS_OP 1 a b -> a: a != b
   cmp a, b
   mov w8, #0x1c // =28
   mov w9, #0xc // =12
   csel a, x9, x8, eq
   (the same bytes) */
/* UNARY_NOT a -> out
   eor out, a, #0x10
*/
0,0,124,210,
/* TO_BOOL_INT a -> out
   cmp a, #0x3
   mov w8, #0x1c // =28
   mov w9, #0xc // =12
   csel out, x9, x8, eq
*/
31,12,0,241,136,3,128,82,137,1,128,82,32,1,136,154,
/* LOAD_ATTR_SLOT a -> out
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   ldr out, [a, x8]
*/
8,0,128,210,8,0,160,242,0,104,104,248,
/* LOAD_ATTR_BOUND a -> out
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   ldr x8, [a, x8]
   cmp x8, #0x14
   b.eq EXIT
   mov out, x8
*/
8,0,128,210,8,0,160,242,8,104,104,248,31,81,0,241,0,0,0,84,224,3,8,170,
/* LOAD_ATTR_EXTRA a -> out
   mov x8, #0x0 // =0 ; operand
   mov x9, #0x0 // =0 ; operand_high
   movk x8, #0x0, lsl #16 ; operand
   movk x9, #0x0, lsl #16 ; operand_high
   ldr x8, [a, x8]
   add x8, x8, x9, lsl #3
   ldr out, [x8, #0x10]
*/
8,0,128,210,9,0,128,210,8,0,160,242,9,0,160,242,8,104,104,248,8,13,9,139,0,9,64,249,
/* STORE_ATTR_SLOT a b
   mov x9, #0x0 // =0 ; operand
   ldrb w8, [b, #0x4]
   movk x9, #0x0, lsl #16 ; operand
   cmp w8, #0x1
   ldr x8, [x20, #0x108]
   str a, [b, x9]
   b.ne NEXT
   lsr x10, b, #15
   mov w9, #0x3 // =3
   strb w9, [b, #0x4]
   mov w9, #0x1 // =1
   strb w9, [x8, x10]
*/
9,0,128,210,8,16,64,57,9,0,160,242,31,5,0,113,136,134,64,249,0,104,41,248,1,0,0,84,10,252,79,211,
105,0,128,82,9,16,0,57,41,0,128,82,9,105,42,56,
/* STORE_ATTR_EXTRA a b
   mov x8, #0x0 // =0 ; operand
   mov x9, #0x0 // =0 ; operand_high
   movk x8, #0x0, lsl #16 ; operand
   movk x9, #0x0, lsl #16 ; operand_high
   ldr x8, [b, x8]
   ldrb w10, [x8, #0x4]
   add x11, x8, x9, lsl #3
   ldr x9, [x20, #0x108]
   cmp w10, #0x1
   str a, [x11, #0x10]
   b.ne NEXT
   lsr x11, x8, #15
   mov w10, #0x3 // =3
   strb w10, [x8, #0x4]
   mov w8, #0x1 // =1
   strb w8, [x9, x11]
*/
8,0,128,210,9,0,128,210,8,0,160,242,9,0,160,242,8,104,104,248,10,17,64,57,11,13,9,139,137,134,64,
249,95,5,0,113,96,9,0,249,1,0,0,84,11,253,79,211,106,0,128,82,10,17,0,57,40,0,128,82,40,105,43,56,
/* STORE_ATTR_ADD a b
   mov x9, #0x0 // =0 ; operand
   ldrb w8, [b, #0x4]
   movk x9, #0x0, lsl #16 ; operand
   cmp w8, #0x1
   ldr x8, [x20, #0x108]
   str a, [b, x9]
   b.ne 0x40
   lsr x10, b, #15
   mov w9, #0x3 // =3
   strb w9, [b, #0x4]
   mov w9, #0x1 // =1
   strb w9, [x8, x10]
   mov x8, #0x0 // =0 ; operand_high
   movk x8, #0x0, lsl #16 ; operand_high
   str w8, [b]
   b NEXT
   40: mov x8, #0x0 // =0 ; operand_high
   movk x8, #0x0, lsl #16 ; operand_high
   str w8, [b]
*/
9,0,128,210,8,16,64,57,9,0,160,242,31,5,0,113,136,134,64,249,0,104,41,248,65,1,0,84,10,252,79,211,
105,0,128,82,9,16,0,57,41,0,128,82,9,105,42,56,8,0,128,210,8,0,160,242,8,0,0,185,0,0,0,20,8,0,128,
210,8,0,160,242,8,0,0,185,
/* LOAD_FIELD a -> out
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   ldr out, [a, x8]
   (the same bytes) */
/* GUARD_BOUND a
   cmp a, #0x14
   b.eq EXIT
*/
31,80,0,241,0,0,0,84,
/* GUARD_KEYS_VERSION_OF a
   mov x8, #0x0 // =0 ; number
   ldr w9, [a, #0x18]
   movk x8, #0x0, lsl #16 ; number
   cmp w9, w8
   b.ne EXIT
*/
8,0,128,210,9,24,64,185,8,0,160,242,63,1,8,107,1,0,0,84,
/* LOAD_DICT_ENTRY a -> out
   mov x8, #0x0 // =0 ; number
   mov w9, #0x18 // =24
   ldr x10, [a, #0x10]
   movk x8, #0x0, lsl #16 ; number
   madd x8, x8, x9, x10
   ldr out, [x8, #0x28]
*/
8,0,128,210,9,3,128,82,10,8,64,249,8,0,160,242,8,41,9,155,0,21,64,249,
/* GUARD_FUNCTION_CODE a
   tst a, #0x7
   b.ne EXIT
   ldr w8, [a]
   cmp w8, #0x16
   b.ne EXIT
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   ldr x9, [a, #0x8]
   ldr x10, [x8]
   cmp x9, x10
   b.ne EXIT
   ldr x9, [a, #0x10]
   ldr x8, [x8, #0x8]
   cmp x9, x8
   b.ne EXIT
*/
31,8,64,242,1,0,0,84,8,0,64,185,31,89,0,113,1,0,0,84,8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,
242,9,4,64,249,10,1,64,249,63,1,10,235,1,0,0,84,9,8,64,249,8,5,64,249,63,1,8,235,1,0,0,84,
/* GUARD_FUNCTION_VERSION a
   tst a, #0x7
   b.ne EXIT
   ldr w8, [a]
   cmp w8, #0x16
   b.ne EXIT
   mov x8, #0x0 // =0 ; number
   ldr w9, [a, #0x38]
   movk x8, #0x0, lsl #16 ; number
   cmp w9, w8
   b.ne EXIT
*/
31,8,64,242,1,0,0,84,8,0,64,185,31,89,0,113,1,0,0,84,8,0,128,210,9,56,64,185,8,0,160,242,63,1,8,107,
1,0,0,84,
/* LOAD_CELL a -> out
   ldr out, [a, #0x8]
*/
0,4,64,249,
/* STORE_CELL a b
   ldrb w9, [b, #0x4]
   ldr x8, [x20, #0x108]
   str a, [b, #0x8]
   cmp w9, #0x1
   b.ne NEXT
   lsr x10, b, #15
   mov w9, #0x3 // =3
   strb w9, [b, #0x4]
   mov w9, #0x1 // =1
   strb w9, [x8, x10]
*/
9,16,64,57,136,134,64,249,0,4,0,249,63,5,0,113,1,0,0,84,10,252,79,211,105,0,128,82,9,16,0,57,41,0,
128,82,9,105,42,56,
/* LOAD_METHOD_SELF a -> out
   ldr out, [a, #0x8]
   (the same bytes) */
/* LOAD_METHOD_FUNCTION a -> out
   ldr out, [a, #0x10]
*/
0,8,64,249,
/* LOAD_CLOSURE_CELL a -> out
   mov x8, #0x0 // =0 ; number
   ldr x9, [a, #0x20]
   movk x8, #0x0, lsl #16 ; number
   add x8, x9, x8, lsl #3
   ldr out, [x8, #0x18]
*/
8,0,128,210,9,16,64,249,8,0,160,242,40,13,8,139,0,13,64,249,
/* BINARY_SUBSCR_LIST_INT a b -> a
   asr x8, b, #2
   ldr x9, [a, #0x8]
   cmp x8, x9
   b.lo 0x18
   adds x8, x9, x8
   b.lo EXIT
   18: ldr x9, [a, #0x10]
   add x8, x9, x8, lsl #3
   ldr a, [x8, #0x10]
*/
8,252,66,147,9,4,64,249,31,1,9,235,99,0,0,84,40,1,8,171,3,0,0,84,9,8,64,249,40,13,8,139,0,9,64,249,
/* BINARY_SUBSCR_LIST_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   ldr x9, [a, #0x8]
   asr x8, x8, #2
   cmp x8, x9
   b.lo 0x24
   adds x8, x8, x9
   b.lo EXIT
   24: ldr x9, [a, #0x10]
   add x8, x9, x8, lsl #3
   ldr a, [x8, #0x10]
*/
8,0,128,210,8,0,160,242,8,125,64,147,9,4,64,249,8,253,66,147,31,1,9,235,99,0,0,84,8,1,9,171,3,0,0,
84,9,8,64,249,40,13,8,139,0,9,64,249,
/* STORE_SUBSCR_LIST_INT a b c
   asr x8, c, #2
   ldr x9, [b, #0x8]
   cmp x8, x9
   b.hs 0x44
   10: ldr x9, [b, #0x10]
   ldrb w10, [x9, #0x4]
   add x11, x9, x8, lsl #3
   ldr x8, [x20, #0x108]
   cmp w10, #0x1
   str a, [x11, #0x10]
   b.ne NEXT
   lsr x11, x9, #15
   mov w10, #0x3 // =3
   strb w10, [x9, #0x4]
   mov w9, #0x1 // =1
   strb w9, [x8, x11]
   b NEXT
   44: adds x8, x9, x8
   b.hs 0x10
   b EXIT
*/
8,252,66,147,9,4,64,249,31,1,9,235,194,1,0,84,9,8,64,249,42,17,64,57,43,13,8,139,136,134,64,249,95,
5,0,113,96,9,0,249,1,0,0,84,43,253,79,211,106,0,128,82,42,17,0,57,41,0,128,82,9,105,43,56,0,0,0,20,
40,1,8,171,66,254,255,84,0,0,0,20,
/* BINARY_SUBSCR_TUPLE_INT a b -> a
   asr x8, b, #2
   ldr x9, [a, #0x10]
   cmp x8, x9
   b.lo 0x18
   adds x8, x9, x8
   b.lo EXIT
   18: add x8, a, x8, lsl #3
   ldr a, [x8, #0x18]
*/
8,252,66,147,9,8,64,249,31,1,9,235,99,0,0,84,40,1,8,171,3,0,0,84,8,12,8,139,0,13,64,249,
/* BINARY_SUBSCR_TUPLE_INT a I -> a
   mov x8, #0x0 // =0 ; imm
   movk x8, #0x0, lsl #16 ; imm
   sxtw x8, w8
   ldr x9, [a, #0x10]
   asr x8, x8, #2
   cmp x8, x9
   b.lo 0x24
   adds x8, x8, x9
   b.lo EXIT
   24: add x8, a, x8, lsl #3
   ldr a, [x8, #0x18]
*/
8,0,128,210,8,0,160,242,8,125,64,147,9,8,64,249,8,253,66,147,31,1,9,235,99,0,0,84,8,1,9,171,3,0,0,
84,8,12,8,139,0,13,64,249,
/* GUARD_TUPLE_LEN a
   mov x8, #0x0 // =0 ; number
   ldr x9, [a, #0x10]
   movk x8, #0x0, lsl #16 ; number
   cmp x9, x8
   b.ne EXIT
*/
8,0,128,210,9,8,64,249,8,0,160,242,63,1,8,235,1,0,0,84,
/* GUARD_LIST_LEN a
   mov x8, #0x0 // =0 ; number
   ldr x9, [a, #0x8]
   movk x8, #0x0, lsl #16 ; number
   cmp x9, x8
   b.ne EXIT
*/
8,0,128,210,9,4,64,249,8,0,160,242,63,1,8,235,1,0,0,84,
/* LOAD_TUPLE_ITEM a -> out
   mov x8, #0x0 // =0 ; number
   movk x8, #0x0, lsl #16 ; number
   add x8, a, x8, lsl #3
   ldr out, [x8, #0x18]
*/
8,0,128,210,8,0,160,242,8,12,8,139,0,13,64,249,
/* LOAD_LIST_ITEM a -> out
   mov x8, #0x0 // =0 ; number
   ldr x9, [a, #0x10]
   movk x8, #0x0, lsl #16 ; number
   add x8, x9, x8, lsl #3
   ldr out, [x8, #0x10]
*/
8,0,128,210,9,8,64,249,8,0,160,242,40,13,8,139,0,9,64,249,
/* LIST_LEN a -> out
   ldr x8, [a, #0x8]
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
*/
8,4,64,249,105,0,128,82,32,9,8,170,
/* TUPLE_LEN a -> out
   ldr x8, [a, #0x10]
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
*/
8,8,64,249,105,0,128,82,32,9,8,170,
/* STR_LEN a -> out
   ldr x8, [a, #0x10]
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
   (the same bytes) */
/* DICT_LEN a -> out
   ldr x8, [a, #0x8]
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
   (the same bytes) */
/* LIST_APPEND 0 1
   ldp x8, x9, [x22, #0x8]
   ldr x10, [x9, #0x8]
   cmp x8, x10
   b.ge 0x48
   ldrb w11, [x9, #0x4]
   add x12, x9, x8, lsl #3
   ldr x10, [x20, #0x108]
   cmp w11, #0x1
   str x23, [x12, #0x10]
   b.ne 0x5c
   lsr x12, x9, #15
   mov w11, #0x3 // =3
   strb w11, [x9, #0x4]
   mov w9, #0x1 // =1
   strb w9, [x10, x12]
   add x8, x8, #0x1
   str x8, [x22, #0x8]
   b NEXT
   48: mov x0, x20
   mov x1, x22
   mov x2, x23
   bl helper_list_append
   b NEXT
   5c: add x8, x8, #0x1
   str x8, [x22, #0x8]
*/
200,166,64,169,42,5,64,249,31,1,10,235,234,1,0,84,43,17,64,57,44,13,8,139,138,134,64,249,127,5,0,
113,151,9,0,249,193,1,0,84,44,253,79,211,107,0,128,82,43,17,0,57,41,0,128,82,73,105,44,56,8,5,0,145,
200,6,0,249,0,0,0,20,224,3,20,170,225,3,22,170,226,3,23,170,0,0,0,148,0,0,0,20,8,5,0,145,200,6,0,
249,
/* GUARD_NOT_EXHAUSTED_RANGE a
   ldr x8, [a, #0x18]
   cmp x8, #0x1
   b.lt EXIT
*/
8,12,64,249,31,5,0,241,11,0,0,84,
/* GUARD_EXHAUSTED_RANGE a
   ldr x8, [a, #0x18]
   cmp x8, #0x0
   b.gt EXIT
*/
8,12,64,249,31,1,0,241,12,0,0,84,
/* ITER_NEXT_RANGE a -> out: a out = 0 0 and 1 more
   ldp x9, x10, [a, #0x8]
   mov w12, #0x3 // =3
   ldr x11, [a, #0x18]
   mov x8, a
   orr a, x12, x9, lsl #2
   add x10, x10, x9
   sub x9, x11, #0x1
   str x10, [x8, #0x8]
   str x9, [x8, #0x18]
*/
9,168,64,169,108,0,128,82,11,12,64,249,232,3,0,170,128,9,9,170,74,1,9,139,105,5,0,209,10,5,0,249,9,
13,0,249,
/* ITER_NEXT_RANGE a -> out: a out = 0 1 and 9 more
   ldp x8, x9, [a, #0x8]
   mov w11, #0x3 // =3
   ldr x10, [a, #0x18]
   orr out, x11, x8, lsl #2
   add x9, x9, x8
   sub x8, x10, #0x1
   str x9, [a, #0x8]
   str x8, [a, #0x18]
*/
8,164,64,169,107,0,128,82,10,12,64,249,96,9,8,170,41,1,8,139,72,5,0,209,9,4,0,249,8,12,0,249,
/* ITER_NEXT_RANGE a -> out: a out = 0 2 and 19 more
   ldp x8, x9, [a, #0x8]
   ldr x10, [a, #0x18]
   sub x10, x10, #0x1
   add x9, x9, x8
   str x10, [a, #0x18]
   str x9, [a, #0x8]
   mov w9, #0x3 // =3
   orr out, x9, x8, lsl #2
*/
8,164,64,169,10,12,64,249,74,5,0,209,41,1,8,139,10,12,0,249,9,4,0,249,105,0,128,82,32,9,8,170,
/* ITER_NEXT_RANGE a -> out: a out = 2 2 and 3 more
   ldp x9, x10, [a, #0x8]
   mov x8, a
   ldr x11, [a, #0x18]
   add x10, x10, x9
   str x10, [a, #0x8]
   mov w10, #0x3 // =3
   orr a, x10, x9, lsl #2
   sub x9, x11, #0x1
   str x9, [x8, #0x18]
*/
9,168,64,169,232,3,0,170,11,12,64,249,74,1,9,139,10,4,0,249,106,0,128,82,64,9,9,170,105,5,0,209,9,
13,0,249,
/* GUARD_NOT_EXHAUSTED_LIST a
   ldr x8, [a, #0x10]
   cbz x8, EXIT
   ldr x9, [a, #0x8]
   ldr x8, [x8, #0x8]
   cmp x9, x8
   b.ge EXIT
*/
8,8,64,249,8,0,0,180,9,4,64,249,8,5,64,249,63,1,8,235,10,0,0,84,
/* GUARD_EXHAUSTED_LIST a
   ldr x8, [a, #0x10]
   cbz x8, NEXT
   ldr x9, [a, #0x8]
   ldr x8, [x8, #0x8]
   cmp x9, x8
   b.lt EXIT
*/
8,8,64,249,8,0,0,180,9,4,64,249,8,5,64,249,63,1,8,235,11,0,0,84,
/* ITER_END_LIST a
   str xzr, [a, #0x10]
*/
31,8,0,249,
/* ITER_NEXT_LIST a -> out
   ldp x9, x8, [a, #0x8]
   ldr x8, [x8, #0x10]
   add x8, x8, x9, lsl #3
   add x9, x9, #0x1
   str x9, [a, #0x8]
   ldr out, [x8, #0x10]
*/
9,160,64,169,8,9,64,249,8,13,9,139,41,5,0,145,9,4,0,249,0,9,64,249,
/* GUARD_NOT_EXHAUSTED_TUPLE a
   ldr x8, [a, #0x10]
   cbz x8, EXIT
   ldr x9, [a, #0x8]
   ldr x8, [x8, #0x10]
   cmp x9, x8
   b.ge EXIT
*/
8,8,64,249,8,0,0,180,9,4,64,249,8,9,64,249,63,1,8,235,10,0,0,84,
/* GUARD_EXHAUSTED_TUPLE a
   ldr x8, [a, #0x10]
   cbz x8, NEXT
   ldr x9, [a, #0x8]
   ldr x8, [x8, #0x10]
   cmp x9, x8
   b.lt EXIT
*/
8,8,64,249,8,0,0,180,9,4,64,249,8,9,64,249,63,1,8,235,11,0,0,84,
/* ITER_NEXT_TUPLE a -> out
   ldp x9, x8, [a, #0x8]
   add x8, x8, x9, lsl #3
   add x9, x9, #0x1
   str x9, [a, #0x8]
   ldr out, [x8, #0x18]
*/
9,160,64,169,8,13,9,139,41,5,0,145,9,4,0,249,0,13,64,249,
/* UNARY_NEGATIVE 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_negative
   cbz x0, ERROR
   mov x22, x0
*/
225,3,22,170,224,3,20,170,0,0,0,148,0,0,0,180,246,3,0,170,
/* UNARY_POSITIVE 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_positive
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* UNARY_INVERT 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_invert
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* TO_BOOL 0 -> 0
   mov x1, x22
   mov x0, x20
   bl helper_to_bool
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* BINARY_OP 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_binary_op
   cbz x0, ERROR
   mov x22, x0
*/
3,0,128,210,226,3,23,170,225,3,22,170,3,0,160,242,224,3,20,170,0,0,0,148,0,0,0,180,246,3,0,170,
/* BINARY_OP_ANY_INT 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_int_op
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* COMPARE_OP 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl object_compare
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CONTAINS_OP 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_contains_op
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* BINARY_SUBSCR 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl object_getitem
   cbz x0, ERROR
   mov x22, x0
*/
226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,0,0,0,180,246,3,0,170,
/* STORE_SUBSCR 0 1 2
   mov x2, x24
   mov x1, x23
   mov x3, x22
   mov x0, x20
   bl object_setitem
   tbz w0, #0x1f, 0x1c
   b ERROR
*/
226,3,24,170,225,3,23,170,227,3,22,170,224,3,20,170,0,0,0,148,64,0,248,54,0,0,0,20,
/* DELETE_SUBSCR 0 1
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl object_delitem
   tbz w0, #0x1f, 0x18
   b ERROR
*/
226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,64,0,248,54,0,0,0,20,
/* BINARY_SLICE 0 1 2 -> 0
   mov x3, x24
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_slice
   cbz x0, ERROR
   mov x22, x0
*/
227,3,24,170,226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,0,0,0,180,246,3,0,170,
/* CONTAINS_OP_DICT 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_dict_contains
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CONTAINS_OP_SET 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_set_contains
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* BINARY_SUBSCR_STR_INT 0 1 -> 0
   asr x2, x23, #2
   ldr x8, [x22, #0x10]
   cmp x2, x8
   b.lo 0x18
   adds x2, x8, x2
   b.lo EXIT
   18: mov x0, x20
   mov x1, x22
   bl helper_str_char
   mov x22, x0
*/
226,254,66,147,200,10,64,249,95,0,8,235,99,0,0,84,2,1,2,171,3,0,0,84,224,3,20,170,225,3,22,170,0,0,
0,148,246,3,0,170,
/* BINARY_SUBSCR_DICT 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_dict_getitem
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* STORE_SUBSCR_DICT 0 1 2
   mov x2, x24
   mov x1, x23
   mov x3, x22
   mov x0, x20
   bl helper_dict_setitem
   tbz w0, #0x1f, 0x1c
   b ERROR
   (the same bytes) */
/* BINARY_OP_ADD_STR 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_str_concat
   mov x22, x0
*/
226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,246,3,0,170,
/* COMPARE_OP_STR 0 1 -> 0
   mov x1, x23
   mov x0, x22
   bl helper_str_equal
   mov x8, #0x0 // =0 ; number
   mov w9, #0x1c // =28
   movk x8, #0x0, lsl #16 ; number
   cmp x8, #0x3
   cset w8, eq
   eor w8, w8, w0
   tst w8, #0x1
   mov w8, #0xc // =12
   csel x22, x9, x8, ne
*/
225,3,23,170,224,3,22,170,0,0,0,148,8,0,128,210,137,3,128,82,8,0,160,242,31,13,0,241,232,23,159,26,
8,1,0,74,31,1,0,114,136,1,128,82,54,17,136,154,
/* BINARY_OP_POWER_FLOAT 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_float_power
   cbz x0, EXIT
   mov x22, x0
   (the same bytes) */
/* LOAD_ATTR 0 -> 0
   mov x1, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl object_getattr
   cbz x0, ERROR
   mov x22, x0
*/
225,3,22,170,224,3,20,170,2,0,128,210,2,0,160,242,2,0,192,242,2,0,224,242,0,0,0,148,0,0,0,180,246,3,
0,170,
/* STORE_ATTR 0 1
   mov x1, x23
   mov x3, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl object_setattr
   tbz w0, #0x1f, 0x28
   b ERROR
*/
225,3,23,170,227,3,22,170,224,3,20,170,2,0,128,210,2,0,160,242,2,0,192,242,2,0,224,242,0,0,0,148,64,
0,248,54,0,0,0,20,
/* DELETE_ATTR 0
   mov x1, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl object_delattr
   tbz w0, #0x1f, 0x24
   b ERROR
*/
225,3,22,170,224,3,20,170,2,0,128,210,2,0,160,242,2,0,192,242,2,0,224,242,0,0,0,148,64,0,248,54,0,0,
0,20,
/* STR 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_str
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* GET_ITER 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_iter
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* ITER_NEXT 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_next
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* FORMAT_VALUE 0 -> 0
   mov x3, #0x0 // =0 ; number
   mov x1, x22
   mov x0, x20
   movk x3, #0x0, lsl #16 ; number
   mov x2, xzr
   bl helper_format_value
   cbz x0, ERROR
   mov x22, x0
*/
3,0,128,210,225,3,22,170,224,3,20,170,3,0,160,242,226,3,31,170,0,0,0,148,0,0,0,180,246,3,0,170,
/* FORMAT_VALUE_SPEC 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_format_value
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* RANGE_ITER_NEW 0 1 -> 0
   mov x8, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x8, #0x0, lsl #16 ; number
   mov x0, x20
   sxtw x3, w8
   bl helper_range_iter
   mov x22, x0
*/
8,0,128,210,226,3,23,170,225,3,22,170,8,0,160,242,224,3,20,170,3,125,64,147,0,0,0,148,246,3,0,170,
/* ITER_NEW 0 -> 0
   mov x1, x22
   mov x0, x20
   bl object_iter
   mov x22, x0
*/
225,3,22,170,224,3,20,170,0,0,0,148,246,3,0,170,
/* TUPLE_NEW_1 0 -> 0
   mov x1, x22
   mov x0, x20
   bl helper_tuple_1
   mov x22, x0
   (the same bytes) */
/* TUPLE_NEW_2 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_tuple_2
   mov x22, x0
   (the same bytes) */
/* TUPLE_NEW_3 0 1 2 -> 0
   mov x3, x24
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_tuple_3
   mov x22, x0
*/
227,3,24,170,226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,246,3,0,170,
/* METHOD_NEW 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl method_new
   mov x22, x0
   (the same bytes) */
/* CELL_NEW 0 -> 0
   mov x1, x22
   mov x0, x20
   bl helper_cell_new
   mov x22, x0
   (the same bytes) */
/* INSTANCE_NEW -> 0
   mov x0, x20
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   bl instance_new
   mov x22, x0
*/
224,3,20,170,1,0,128,210,1,0,160,242,1,0,192,242,1,0,224,242,0,0,0,148,246,3,0,170,
/* SET_ADD 0 1
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_set_add
   tbz w0, #0x1f, 0x18
   b ERROR
   (the same bytes) */
/* MAP_ADD 0 1 2
   mov x3, x24
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_dict_setitem
   tbz w0, #0x1f, 0x1c
   b ERROR
*/
227,3,24,170,226,3,23,170,225,3,22,170,224,3,20,170,0,0,0,148,64,0,248,54,0,0,0,20,
/* STORE_GLOBAL 0
   mov x1, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl helper_store_global
   tbz w0, #0x1f, 0x24
   b ERROR
   (the same bytes) */
/* LIST_EXTEND 0 1
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl helper_list_extend
   tbz w0, #0x1f, 0x18
   b ERROR
   (the same bytes) */
/* LIST_TO_TUPLE 0 -> 0
   mov x1, x22
   mov x0, x20
   bl slow_list_to_tuple
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* SET_UPDATE 0 1
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl slow_set_update
   tbz w0, #0x1f, 0x18
   b ERROR
   (the same bytes) */
/* DICT_UPDATE 0 1
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl slow_dict_update
   tbz w0, #0x1f, 0x18
   b ERROR
   (the same bytes) */
/* DICT_MERGE 0 1 2
   mov x3, x24
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl slow_dict_merge
   tbz w0, #0x1f, 0x1c
   b ERROR
   (the same bytes) */
/* IMPORT_FROM 0 -> 0
   mov x1, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl slow_import_from
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* GET_LEN 0 -> 0
   mov x1, x22
   mov x0, x20
   bl slow_len
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* MATCH_TYPE 0 -> 0
   mov x1, #0x0 // =0 ; number
   mov x0, x22
   movk x1, #0x0, lsl #16 ; number
   bl slow_match_type
   mov w8, #0xc // =12
   tst w0, #0x1
   mov w9, #0x1c // =28
   csel x22, x9, x8, ne
*/
1,0,128,210,224,3,22,170,1,0,160,242,0,0,0,148,136,1,128,82,31,0,0,114,137,3,128,82,54,17,136,154,
/* MATCH_KEYS 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl slow_match_keys
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* MAKE_FUNCTION 0 -> 0
   mov x1, x22
   mov x0, x20
   mov x2, #0x0 // =0 ; word
   movk x2, #0x0, lsl #16 ; word
   movk x2, #0x0, lsl #32 ; word
   movk x2, #0x0, lsl #48 ; word
   bl helper_make_function
   mov x22, x0
*/
225,3,22,170,224,3,20,170,2,0,128,210,2,0,160,242,2,0,192,242,2,0,224,242,0,0,0,148,246,3,0,170,
/* MAKE_CLOSURE 0 1 -> 0
   mov x2, x23
   mov x1, x22
   mov x0, x20
   mov x3, #0x0 // =0 ; word
   movk x3, #0x0, lsl #16 ; word
   movk x3, #0x0, lsl #32 ; word
   movk x3, #0x0, lsl #48 ; word
   bl helper_make_closure
   mov x22, x0
*/
226,3,23,170,225,3,22,170,224,3,20,170,3,0,128,210,3,0,160,242,3,0,192,242,3,0,224,242,0,0,0,148,
246,3,0,170,
/* SET_FUNCTION_ATTRIBUTE 0 1
   mov x2, #0x0 // =0 ; number
   mov x1, x23
   mov x0, x22
   movk x2, #0x0, lsl #16 ; number
   bl helper_set_function_attribute
*/
2,0,128,210,225,3,23,170,224,3,22,170,2,0,160,242,0,0,0,148,
/* SET_ARG a
   mov x8, #0x0 // =0 ; number
   movk x8, #0x0, lsl #16 ; number
   add x8, x20, x8, lsl #3
   str a, [x8, #0x1f8]
*/
8,0,128,210,8,0,160,242,136,14,8,139,0,253,0,249,
/* BUILD_TUPLE -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_tuple
   mov x22, x0
*/
2,0,128,210,129,226,7,145,224,3,20,170,2,0,160,242,0,0,0,148,246,3,0,170,
/* BUILD_LIST -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_list
   mov x22, x0
   (the same bytes) */
/* BUILD_SLICE -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_slice
   mov x22, x0
   (the same bytes) */
/* BUILD_STRING -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_string
   mov x22, x0
   (the same bytes) */
/* BUILD_MAP -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_map
   cbz x0, ERROR
   mov x22, x0
*/
2,0,128,210,129,226,7,145,224,3,20,170,2,0,160,242,0,0,0,148,0,0,0,180,246,3,0,170,
/* BUILD_CONST_KEY_MAP -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl slow_const_key_map
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* BUILD_SET -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_build_set
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL 0 -> 0
   mov x2, #0x0 // =0 ; number
   mov x1, x22
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl helper_call
   cbz x0, ERROR
   mov x22, x0
*/
2,0,128,210,225,3,22,170,224,3,20,170,2,0,160,242,0,0,0,148,0,0,0,180,246,3,0,170,
/* CALL_KW 0 1 -> 0
   mov x3, #0x0 // =0 ; number
   mov x2, x23
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   mov x0, x20
   bl helper_call_kw
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL_EX 0 1 2 -> 0
   mov x3, x24
   mov x2, x23
   mov x1, x22
   mov x0, x20
   bl slow_call_ex
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* MATCH_CLASS -> 0
   mov x2, #0x0 // =0 ; number
   add x1, x20, #0x1f8
   mov x0, x20
   movk x2, #0x0, lsl #16 ; number
   bl slow_match_class
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* STORE_SLICE
   add x1, x20, #0x1f8
   mov x0, x20
   bl helper_store_slice
   tbz w0, #0x1f, 0x14
   b ERROR
*/
129,226,7,145,224,3,20,170,0,0,0,148,64,0,248,54,0,0,0,20,
/* CALL_NATIVE 0 -> 0
   mov x3, #0x0 // =0 ; number
   ldr x8, [x22, #0x8]
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   add x2, x20, #0x1f8
   mov x0, x20
   blr x8
   cbz x0, ERROR
   mov x22, x0
*/
3,0,128,210,200,6,64,249,225,3,22,170,3,0,160,242,130,226,7,145,224,3,20,170,0,1,63,214,0,0,0,180,
246,3,0,170,
/* CALL_LEAF 0 -> 0
   mov x3, #0x0 // =0 ; number
   ldr x8, [x22, #0x8]
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   add x2, x20, #0x1f8
   mov x0, x20
   blr x8
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL_READER 0 -> 0
   mov x3, #0x0 // =0 ; number
   ldr x8, [x22, #0x8]
   mov x1, x22
   movk x3, #0x0, lsl #16 ; number
   add x2, x20, #0x1f8
   mov x0, x20
   blr x8
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL_PURE_1 0 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x1 // =1
   stp x22, x8, [x20, #0x1f8]
   blr x9
   cbz x0, ERROR
   mov x22, x0
*/
1,0,128,210,1,0,160,242,1,0,192,242,1,0,224,242,41,4,64,249,136,2,128,82,130,226,7,145,224,3,20,170,
35,0,128,82,150,162,31,169,32,1,63,214,0,0,0,180,246,3,0,170,
/* CALL_PURE_2 0 1 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x2 // =2
   stp x22, x23, [x20, #0x1f8]
   str x8, [x20, #0x208]
   str x8, [x20, #0x210]
   blr x9
   cbz x0, ERROR
   mov x22, x0
*/
1,0,128,210,1,0,160,242,1,0,192,242,1,0,224,242,41,4,64,249,136,2,128,82,130,226,7,145,224,3,20,170,
67,0,128,82,150,222,31,169,136,6,1,249,136,10,1,249,32,1,63,214,0,0,0,180,246,3,0,170,
/* CALL_PURE_3 0 1 2 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x3 // =3
   stp x22, x23, [x20, #0x1f8]
   str x24, [x20, #0x208]
   str x8, [x20, #0x210]
   blr x9
   cbz x0, ERROR
   mov x22, x0
*/
1,0,128,210,1,0,160,242,1,0,192,242,1,0,224,242,41,4,64,249,136,2,128,82,130,226,7,145,224,3,20,170,
99,0,128,82,150,222,31,169,152,6,1,249,136,10,1,249,32,1,63,214,0,0,0,180,246,3,0,170,
/* CALL_TOTAL_1 0 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x1 // =1
   stp x22, x8, [x20, #0x1f8]
   blr x9
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL_TOTAL_2 0 1 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x2 // =2
   stp x22, x23, [x20, #0x1f8]
   str x8, [x20, #0x208]
   str x8, [x20, #0x210]
   blr x9
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CALL_TOTAL_3 0 1 2 -> 0
   mov x1, #0x0 // =0 ; word
   movk x1, #0x0, lsl #16 ; word
   movk x1, #0x0, lsl #32 ; word
   movk x1, #0x0, lsl #48 ; word
   ldr x9, [x1, #0x8]
   mov w8, #0x14 // =20
   add x2, x20, #0x1f8
   mov x0, x20
   mov w3, #0x3 // =3
   stp x22, x23, [x20, #0x1f8]
   str x24, [x20, #0x208]
   str x8, [x20, #0x210]
   blr x9
   cbz x0, ERROR
   mov x22, x0
   (the same bytes) */
/* CHECK_PENDING
   ldr w8, [x20, #0x198]
   cbnz w8, EXIT
*/
136,154,65,185,8,0,0,53,
/* CHECK_ROOM
   ldp x8, x9, [x20, #0x1b0]
   add x8, x8, #0x480
   cmp x8, x9
   b.hs EXIT
   ldp x8, x9, [x20, #0x1c0]
   add x8, x8, #0xf00
   cmp x8, x9
   b.hs EXIT
   ldr x8, [x20, #0x1d0]
   cmp x8, #0x19
   b.lt EXIT
*/
136,38,91,169,8,1,18,145,31,1,9,235,2,0,0,84,136,38,92,169,8,1,60,145,31,1,9,235,2,0,0,84,136,234,
64,249,31,101,0,241,11,0,0,84,
/* PUSH_FRAME a
   ldr x8, [x20, #0x1e8]
   mov x11, #0x0 // =0 ; word
   movk x11, #0x0, lsl #16 ; word
   movk x11, #0x0, lsl #32 ; word
   movk x11, #0x0, lsl #48 ; word
   ldp x14, x13, [x11, #0x10]
   ldp x12, x9, [x8, #0x8]
   ldr x10, [x12]
   add x10, x10, x13, lsl #3
   ldrb w13, [x12, #0x58]
   stp x14, x10, [x12, #0x8]
   tbz w13, #0x1, 0x34
   ldr x10, [x8, #0x18]
   34: ldp x14, x15, [a, #0x10]
   ldr x13, [x11]
   stp xzr, xzr, [x9, #0x40]
   str x13, [x9, #0x18]
   ldr x13, [x20, #0x1d0]
   stp x15, x12, [x9, #0x30]
   ldp x12, x11, [x11, #0x20]
   stp x10, x9, [x8]
   sub x13, x13, #0x1
   add x12, x10, x12, lsl #3
   str w11, [x9, #0x58]
   add x11, x9, #0x60
   str x14, [x9, #0x28]
   stp x11, x12, [x8, #0x10]
   add x8, x9, #0x4e0
   str x10, [x9]
   str a, [x9, #0x20]
   str x12, [x9, #0x50]
   stp x9, x8, [x20, #0x1a8]
   add x9, x12, #0xf00
   str x13, [x20, #0x1d0]
   str x9, [x20, #0x1c0]
*/
136,246,64,249,11,0,128,210,11,0,160,242,11,0,192,242,11,0,224,242,110,53,65,169,12,165,64,169,138,
1,64,249,74,13,13,139,141,97,65,57,142,169,0,169,77,0,8,54,10,13,64,249,14,60,65,169,109,1,64,249,
63,125,4,169,45,13,0,249,141,234,64,249,47,49,3,169,108,45,66,169,10,37,0,169,173,5,0,209,76,13,12,
139,43,89,0,185,43,129,1,145,46,21,0,249,11,49,1,169,40,129,19,145,42,1,0,249,32,17,0,249,44,41,0,
249,137,162,26,169,137,1,60,145,141,234,0,249,137,226,0,249,
/* GUARD_CALLER
   ldr x8, [x20, #0x1e8]
   ldr x9, [x8, #0x8]
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   ldr x11, [x8, #0x28]
   ldr w10, [x9, #0x58]
   cmp x11, x10
   b.ne EXIT
   ldr x10, [x9, #0x48]
   cbnz x10, EXIT
   ldr x9, [x9, #0x38]
   ldr x11, [x8, #0x10]
   ldr x10, [x9, #0x8]
   cmp x10, x11
   b.ne EXIT
   ldr x9, [x9, #0x28]
   ldr x8, [x8, #0x8]
   cmp x9, x8
   b.ne EXIT
*/
136,246,64,249,9,5,64,249,8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,11,21,64,249,42,89,64,185,
127,1,10,235,1,0,0,84,42,37,64,249,10,0,0,181,41,29,64,249,11,9,64,249,42,5,64,249,95,1,11,235,1,0,
0,84,41,21,64,249,8,5,64,249,63,1,8,235,1,0,0,84,
/* GUARD_GENERATOR a
   ldrb w8, [a, #0x90]
   cmp w8, #0x1
   b.hi EXIT
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   ldr x9, [a, #0x10]
   ldr x10, [x8, #0x10]
   cmp x9, x10
   b.ne EXIT
   ldr x9, [a, #0x30]
   ldr x8, [x8, #0x8]
   cmp x9, x8
   b.ne EXIT
*/
8,64,66,57,31,5,0,113,8,0,0,84,8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,9,8,64,249,10,9,64,
249,63,1,10,235,1,0,0,84,9,24,64,249,8,5,64,249,63,1,8,235,1,0,0,84,
/* ENTER_GENERATOR a b
   ldr x8, [x20, #0x1e8]
   mov x10, #0x0 // =0 ; word
   movk x10, #0x0, lsl #16 ; word
   movk x10, #0x0, lsl #32 ; word
   movk x10, #0x0, lsl #48 ; word
   ldp x13, x12, [x10, #0x10]
   ldr x9, [x8, #0x8]
   ldr x11, [x9]
   str x13, [x9, #0x8]
   str x9, [a, #0x40]
   add x11, x11, x12, lsl #3
   ldr x12, [x8, #0x18]
   str x11, [x9, #0x10]
   mov w11, #0x2 // =2
   ldr x9, [a, #0x18]
   str x12, [a, #0x58]
   add x12, a, #0x68
   str b, [x9]
   ldp x13, x10, [x10, #0x20]
   strb w11, [a, #0x90]
   ldr x11, [x20, #0x1e0]
   str x12, [x20, #0x1e0]
   add x12, a, #0x8
   str x12, [x20, #0x1a8]
   add x9, x9, x13, lsl #3
   ldr x13, [x20, #0x1d0]
   str w10, [a, #0x60]
   str x11, [a, #0x70]
   str x9, [a, #0x18]
   ldr x9, [a, #0x8]
   sub x10, x13, #0x1
   str x10, [x20, #0x1d0]
   stp x9, x12, [x8]
*/
136,246,64,249,10,0,128,210,10,0,160,242,10,0,192,242,10,0,224,242,77,49,65,169,9,5,64,249,43,1,64,
249,45,5,0,249,9,32,0,249,107,13,12,139,12,13,64,249,43,9,0,249,75,0,128,82,9,12,64,249,12,44,0,249,
12,160,1,145,32,1,0,249,77,41,66,169,11,64,2,57,139,242,64,249,140,242,0,249,12,32,0,145,140,214,0,
249,41,13,13,139,141,234,64,249,10,96,0,185,11,56,0,249,9,12,0,249,9,4,64,249,170,5,0,209,138,234,0,
249,9,49,0,169,
/* LEAVE_GENERATOR
   ldr x8, [x20, #0x1e8]
   mov x11, #0x0 // =0 ; word
   movk x11, #0x0, lsl #16 ; word
   movk x11, #0x0, lsl #32 ; word
   movk x11, #0x0, lsl #48 ; word
   ldp x15, x13, [x11, #0x10]
   ldr x9, [x8, #0x8]
   ldr x12, [x9]
   ldr x14, [x9, #0x68]
   ldr x10, [x9, #0x38]
   str xzr, [x9, #0x38]
   add x12, x12, x13, lsl #3
   ldurb w13, [x9, #-0x4]
   str x14, [x20, #0x1e0]
   str xzr, [x9, #0x68]
   cmp w13, #0x1
   stp x15, x12, [x9, #0x8]
   b.ne 0x9c
   sub x12, x9, #0x8
   ldr x13, [x20, #0x108]
   mov w14, #0x3 // =3
   lsr x12, x12, #15
   sturb w14, [x9, #-0x4]
   mov w14, #0x1 // =1
   strb w14, [x13, x12]
   ldr x12, [x20, #0x1d0]
   ldr x11, [x11, #0x20]
   add x12, x12, #0x1
   str x12, [x20, #0x1d0]
   cbnz x11, 0xb0
   78: mov w11, #0x4 // =4
   str xzr, [x9, #0x90]
   str x11, [x9, #0x60]
   mov w11, #0x3 // =3
   strb w11, [x9, #0x88]
   ldr x9, [x10]
   str x10, [x20, #0x1a8]
   stp x9, x10, [x8]
   b NEXT
   9c: ldr x12, [x20, #0x1d0]
   ldr x11, [x11, #0x20]
   add x12, x12, #0x1
   str x12, [x20, #0x1d0]
   cbz x11, 0x78
   b0: mov w11, #0x1 // =1
   strb w11, [x9, #0x88]
   ldr x9, [x10]
   str x10, [x20, #0x1a8]
   stp x9, x10, [x8]
*/
136,246,64,249,11,0,128,210,11,0,160,242,11,0,192,242,11,0,224,242,111,53,65,169,9,5,64,249,44,1,64,
249,46,53,64,249,42,29,64,249,63,29,0,249,140,13,13,139,45,193,95,56,142,242,0,249,63,53,0,249,191,
5,0,113,47,177,0,169,193,2,0,84,44,33,0,209,141,134,64,249,110,0,128,82,140,253,79,211,46,193,31,56,
46,0,128,82,174,105,44,56,140,234,64,249,107,17,64,249,140,5,0,145,140,234,0,249,235,1,0,181,139,0,
128,82,63,73,0,249,43,49,0,249,107,0,128,82,43,33,2,57,73,1,64,249,138,214,0,249,9,41,0,169,0,0,0,
20,140,234,64,249,107,17,64,249,140,5,0,145,140,234,0,249,107,254,255,180,43,0,128,82,43,33,2,57,73,
1,64,249,138,214,0,249,9,41,0,169,
/* POP_FRAME
   ldr x8, [x20, #0x1e8]
   ldr x10, [x20, #0x1d0]
   ldr x9, [x8, #0x8]
   add x10, x10, #0x1
   str x10, [x20, #0x1d0]
   ldr x11, [x9, #0x38]
   ldr x10, [x11]
   ldr x12, [x11, #0x50]
   stp x10, x11, [x8]
   stp x9, x12, [x8, #0x10]
   add x8, x9, #0x480
   stp x11, x8, [x20, #0x1a8]
   add x8, x12, #0xf00
   str x8, [x20, #0x1c0]
*/
136,246,64,249,138,234,64,249,9,5,64,249,74,5,0,145,138,234,0,249,43,29,64,249,106,1,64,249,108,41,
64,249,10,45,0,169,9,49,1,169,40,1,18,145,139,162,26,169,136,1,60,145,136,226,0,249,
/* STENCIL_ENTRY
   paciasp
   stp x29, x30, [sp, #-0xa0]!
   mov x29, sp
   stp x19, x20, [sp, #0x10]
   stp x21, x22, [sp, #0x20]
   stp x23, x24, [sp, #0x30]
   stp x25, x26, [sp, #0x40]
   stp x27, x28, [sp, #0x50]
   stp d8, d9, [sp, #0x60]
   stp d10, d11, [sp, #0x70]
   stp d12, d13, [sp, #0x80]
   stp d14, d15, [sp, #0x90]
   mov x20, x0
   mov x21, x1
   mov x16, x2
   br x16
*/
63,35,3,213,253,123,182,169,253,3,0,145,243,83,1,169,245,91,2,169,247,99,3,169,249,107,4,169,251,
115,5,169,232,39,6,109,234,47,7,109,236,55,8,109,238,63,9,109,244,3,0,170,245,3,1,170,240,3,2,170,0,
2,31,214,
/* STENCIL_LEAVE
   stp x22, x23, [x21, #0x28]
   stp x24, x25, [x21, #0x38]
   stp x26, x27, [x21, #0x48]
   stp d0, d1, [x21, #0x58]
   stp d2, d3, [x21, #0x68]
   stp d4, d5, [x21, #0x78]
   stp d6, d7, [x21, #0x88]
   ldp x19, x20, [sp, #0x10]
   ldp x21, x22, [sp, #0x20]
   ldp x23, x24, [sp, #0x30]
   ldp x25, x26, [sp, #0x40]
   ldp x27, x28, [sp, #0x50]
   ldp d8, d9, [sp, #0x60]
   ldp d10, d11, [sp, #0x70]
   ldp d12, d13, [sp, #0x80]
   ldp d14, d15, [sp, #0x90]
   ldp x29, x30, [sp], #0xa0
   autiasp
   ret
*/
182,222,2,169,184,230,3,169,186,238,4,169,160,134,5,109,162,142,6,109,164,150,7,109,166,158,8,109,
243,83,65,169,245,91,66,169,247,99,67,169,249,107,68,169,251,115,69,169,232,39,70,109,234,47,71,109,
236,55,72,109,238,63,73,109,253,123,202,168,191,35,3,213,192,3,95,214,
/* STENCIL_EXIT
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   str x8, [x21, #0x20]
   b TARGET
*/
8,0,128,210,8,0,160,242,168,18,0,249,0,0,0,20,
/* STENCIL_MOVE a -> out
   mov out, a
*/
224,3,0,170,
/* STENCIL_MOVE_FLOAT a -> out
   fmov out, a
*/
0,64,96,30,
/* STENCIL_SPILL a
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   str a, [x21, x8]
*/
8,0,128,210,8,0,160,242,160,106,40,248,
/* STENCIL_SPILL_FLOAT a
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   str a, [x21, x8]
*/
8,0,128,210,8,0,160,242,160,106,40,252,
/* STENCIL_FILL -> out
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   ldr out, [x21, x8]
*/
8,0,128,210,8,0,160,242,160,106,104,248,
/* STENCIL_FILL_FLOAT -> out
   mov x8, #0x0 // =0 ; operand
   movk x8, #0x0, lsl #16 ; operand
   ldr out, [x21, x8]
*/
8,0,128,210,8,0,160,242,160,106,104,252,
/* STENCIL_CONST32 -> out
   mov out, #0x0 // =0 ; signed
   movk out, #0x0, lsl #16 ; signed
   sxtw out, out.w
*/
0,0,128,210,0,0,160,242,0,124,64,147,
/* STENCIL_CONST64 -> out
   mov out, #0x0 // =0 ; word
   movk out, #0x0, lsl #16 ; word
   movk out, #0x0, lsl #32 ; word
   movk out, #0x0, lsl #48 ; word
*/
0,0,128,210,0,0,160,242,0,0,192,242,0,0,224,242,
/* STENCIL_CONST_FLOAT -> out
   mov x8, #0x0 // =0 ; word
   movk x8, #0x0, lsl #16 ; word
   movk x8, #0x0, lsl #32 ; word
   movk x8, #0x0, lsl #48 ; word
   fmov out, x8
*/
8,0,128,210,8,0,160,242,8,0,192,242,8,0,224,242,0,1,103,158,
/* STENCIL_LOAD_LOCAL -> out
   mov x8, #0x0 // =0 ; operand
   ldr x9, [x21]
   movk x8, #0x0, lsl #16 ; operand
   ldr out, [x9, x8]
*/
8,0,128,210,169,2,64,249,8,0,160,242,32,105,104,248,
/* STENCIL_STORE_LOCAL a
   mov x8, #0x0 // =0 ; operand
   ldr x9, [x21]
   movk x8, #0x0, lsl #16 ; operand
   str a, [x9, x8]
*/
8,0,128,210,169,2,64,249,8,0,160,242,32,105,40,248,
/* STENCIL_JUMP
   b TARGET
   (the same bytes) */
/* STENCIL_LANDING
   bti jc
*/
223,36,3,213,
/* for who copies 32 bytes at a time */
0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,
};

/* Byte, role, encoding. */
const StencilField stencil_fields[] = {
{2,0,0},
{2,0,0},{12,0,1},{20,0,1},
{10,0,0},{20,0,1},{28,0,1},
{0,0,1},
{0,0,1},{12,0,1},
{18,0,0},
{0,0,1},{2,1,0},
{12,0,1},
{0,0,5},{2,1,4},
{0,0,5},{2,0,4},
{0,0,1},{8,0,1},{8,3,4},{16,0,1},{24,3,4},
{10,0,0},{20,0,1},{28,3,4},
{0,0,5},{32,3,0},
{0,0,1},{4,3,4},
{0,0,1},{6,1,0},{12,0,0},
{4,0,1},{24,0,0},
{0,1,1},{4,0,1},{12,0,0},
{12,0,1},{20,0,0},
{0,1,1},{4,0,1},{24,0,0},
{16,0,1},{36,0,0},
{0,0,1},{8,0,0},
{0,1,1},{8,0,1},{16,1,1},{68,0,0},
{0,1,1},{8,1,1},{12,0,1},{68,0,0},
{20,0,1},{80,0,0},
{0,1,1},{8,1,1},{12,0,1},{48,0,0},
{24,0,1},{60,0,0},
{0,0,0},{0,1,1},{2,0,0},
{0,0,3},{2,1,0},
{12,0,3},
{0,0,0},
{0,1,1},{2,0,0},{4,0,0},
{0,0,1},{2,1,0},{4,0,0},
{12,0,1},{16,0,0},
{0,1,1},
{0,1,1},{12,0,1},{32,0,0},
{24,0,1},{44,0,0},
{0,1,1},{12,0,1},{16,0,0},
{24,0,1},{28,0,0},
{0,0,1},{8,0,1},{32,3,4},{36,3,7},{38,3,4},
{0,1,1},{8,0,1},{32,1,1},{48,3,4},{56,3,7},
{0,1,1},{8,0,1},{28,1,1},{40,3,4},{48,3,7},
{6,0,0},{12,3,0},
{0,0,0},{14,0,0},{20,0,0},
{2,0,0},{4,0,0},{14,0,0},{20,3,0},
{0,1,1},{2,0,0},{4,0,0},{4,1,1},{6,0,0},
{2,0,0},{4,3,0},
{0,0,4},{0,1,5},{2,0,4},
{0,0,7},{2,1,4},
{0,1,5},{8,0,7},{10,1,4},
{0,0,5},{0,3,4},
{0,0,5},{8,0,5},{8,3,4},
{0,1,5},{2,0,4},{4,0,4},{4,1,5},{6,0,4},
{0,0,5},{16,0,5},{20,0,5},{30,0,4},{44,3,0},
{0,0,5},{16,0,5},{20,0,5},{34,0,4},{40,3,0},
{0,0,5},{16,0,5},{24,3,0},
{0,0,1},{2,1,0},{12,0,0},
{16,0,1},{24,0,0},
{0,3,0},
{0,0,5},{2,1,4},{12,3,0},
{0,0,5},{2,0,4},{12,3,0},
{0,0,1},{0,3,0},
{0,0,1},{12,3,0},
{8,0,1},{8,3,0},
{8,0,1},{20,3,0},
{16,0,1},{24,3,0},
{4,1,1},{20,0,0},{20,1,1},{28,1,1},{36,1,1},
{16,1,1},{36,0,0},
{4,1,1},{20,0,0},{20,1,1},{28,1,1},{36,1,1},{56,1,1},{72,1,1},
{4,0,1},
{0,0,1},{8,0,1},{36,0,1},{52,0,1},
{0,0,1},{8,0,1},{24,0,1},
{0,1,1},{8,0,0},{8,1,1},{20,1,1},{28,1,1},
{4,0,1},{16,3,0},
{0,1,1},{4,0,1},{24,0,1},{32,0,0},
{12,0,1},{36,0,1},{44,0,0},
{0,2,1},{4,1,1},{16,1,1},{36,0,0},
{0,1,1},{4,0,1},{24,0,1},{28,0,0},
{12,0,1},{36,0,1},{40,0,0},
{8,0,1},{12,3,0},
{0,0,1},{8,3,0},
{0,0,1},{8,0,1},{14,0,0},{16,0,0},
{0,0,1},{8,0,1},{12,3,0},{24,0,1},{28,0,1},
{0,0,1},{4,0,1},{16,0,1},{20,0,1},{28,3,0},
{0,0,1},{6,0,0},{8,0,1},{16,0,1},{24,0,0},
{0,0,1},{8,0,1},
{0,0,1},{16,0,1},{20,3,0},
{0,0,1},{12,0,1},{16,3,0},
{12,0,0},
{52,0,1},{116,0,0},
{0,0,1},{28,0,1},{44,0,1},
{36,0,1},{56,0,1},{60,0,1},{64,0,1},{68,1,0},{76,0,1},{88,0,1},{104,0,1},{108,0,1},{112,0,1},{116,0,1},
{0,3,0},{2,0,0},
{8,0,0},
{8,0,4},
{8,3,0},
{8,3,4},
{0,3,0},{4,3,0},{8,3,3},
{0,3,0},{4,3,0},{8,3,0},{12,3,0},
{16,3,4},
{12,3,0},
};

#define H(offset, kind, value, addend, helper) {offset, HOLE_##kind, VALUE_##value, addend, helper}
const Hole stencil_holes[] = {
H(8,BRANCH19,EXIT,0,-1),
H(8,BRANCH19,NEXT,0,-1),H(16,BRANCH19,EXIT,0,-1),H(28,BRANCH19,EXIT,0,-1),
H(16,JUMP26,NEXT,0,-1),H(24,BRANCH19,EXIT,0,-1),H(36,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(8,MOVW0,OPERAND,0,-1),H(16,MOVW1,OPERAND,0,-1),H(24,BRANCH19,EXIT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),H(20,BRANCH19,EXIT,0,-1),
H(0,JUMP26,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),H(16,BRANCH19,EXIT,0,-1),
H(8,JUMP26,EXIT,0,-1),
H(12,JUMP26,NEXT,0,-1),
H(16,JUMP26,EXIT,0,-1),
H(28,JUMP26,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(8,MOVW1,IMM,0,-1),H(20,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,-3,-1),H(4,MOVW1,IMM,-3,-1),H(16,BRANCH19,EXIT,0,-1),
H(20,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),H(32,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(32,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),H(16,BRANCH19,EXIT,0,-1),H(44,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),
H(8,BRANCH19,EXIT,0,-1),H(28,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),H(20,BRANCH19,EXIT,0,-1),H(40,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(4,MOVW1,IMM,0,-1),H(20,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(28,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(28,BRANCH19,EXIT,0,-1),H(44,BRANCH19,EXIT,0,-1),
H(36,BRANCH19,EXIT,0,-1),
H(4,JUMP26,NEXT,0,-1),H(16,BRANCH19,EXIT,0,-1),
H(16,BRANCH19,EXIT,0,-1),
H(12,BRANCH19,EXIT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),H(36,BRANCH19,NEXT,0,-1),H(64,BRANCH19,EXIT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),H(40,BRANCH19,NEXT,0,-1),H(80,BRANCH19,EXIT,0,-1),
H(0,MOVW0,IMM,0,-1),H(8,MOVW1,IMM,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(16,BRANCH19,EXIT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW0,OPERAND_HIGH,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,MOVW1,OPERAND_HIGH,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(24,BRANCH19,NEXT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW0,OPERAND_HIGH,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,MOVW1,OPERAND_HIGH,0,-1),H(40,BRANCH19,NEXT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(48,MOVW0,OPERAND_HIGH,0,-1),H(52,MOVW1,OPERAND_HIGH,0,-1),H(60,JUMP26,NEXT,0,-1),H(64,MOVW0,OPERAND_HIGH,0,-1),H(68,MOVW1,OPERAND_HIGH,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(16,BRANCH19,EXIT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(16,BRANCH19,EXIT,0,-1),H(20,MOVW0,OPERAND,0,-1),H(24,MOVW1,OPERAND,0,-1),H(28,MOVW2,OPERAND,0,-1),H(32,MOVW3,OPERAND,0,-1),H(48,BRANCH19,EXIT,0,-1),H(64,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(16,BRANCH19,EXIT,0,-1),H(20,MOVW0,OPERAND,0,-1),H(28,MOVW1,OPERAND,0,-1),H(36,BRANCH19,EXIT,0,-1),
H(16,BRANCH19,NEXT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),
H(40,BRANCH19,NEXT,0,-1),H(64,JUMP26,NEXT,0,-1),H(76,JUMP26,EXIT,0,-1),
H(68,JUMP26,NEXT,0,-1),H(84,JUMP26,HELPER,0,17),H(88,JUMP26,NEXT,0,-1),
H(4,BRANCH19,EXIT,0,-1),H(20,BRANCH19,EXIT,0,-1),
H(4,BRANCH19,NEXT,0,-1),H(20,BRANCH19,EXIT,0,-1),
H(8,JUMP26,HELPER,0,44),H(12,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,46),H(12,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,42),H(12,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,31),H(12,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,0),H(24,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,16),H(24,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,37),H(24,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,10),H(24,BRANCH19,ERROR,0,-1),
H(12,JUMP26,HELPER,0,41),H(16,BRANCH19,ERROR,0,-1),
H(16,JUMP26,HELPER,0,48),H(24,JUMP26,ERROR,0,-1),
H(12,JUMP26,HELPER,0,39),H(20,JUMP26,ERROR,0,-1),
H(16,JUMP26,HELPER,0,25),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,11),H(24,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,23),H(24,BRANCH19,ERROR,0,-1),
H(20,BRANCH19,EXIT,0,-1),H(32,JUMP26,HELPER,0,28),
H(12,JUMP26,HELPER,0,12),H(16,BRANCH19,ERROR,0,-1),
H(16,JUMP26,HELPER,0,13),H(24,JUMP26,ERROR,0,-1),
H(12,JUMP26,HELPER,0,29),
H(8,JUMP26,HELPER,0,30),H(12,MOVW0,OPERAND,0,-1),H(20,MOVW1,OPERAND,0,-1),
H(12,JUMP26,HELPER,0,14),H(16,BRANCH19,EXIT,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(24,JUMP26,HELPER,0,40),H(28,BRANCH19,ERROR,0,-1),
H(12,MOVW0,OPERAND,0,-1),H(16,MOVW1,OPERAND,0,-1),H(20,MOVW2,OPERAND,0,-1),H(24,MOVW3,OPERAND,0,-1),H(28,JUMP26,HELPER,0,47),H(36,JUMP26,ERROR,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(24,JUMP26,HELPER,0,38),H(32,JUMP26,ERROR,0,-1),
H(8,JUMP26,HELPER,0,49),H(12,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,43),H(12,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,45),H(12,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,15),H(24,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(24,JUMP26,HELPER,0,21),
H(8,JUMP26,HELPER,0,43),
H(8,JUMP26,HELPER,0,32),
H(12,JUMP26,HELPER,0,33),
H(16,JUMP26,HELPER,0,34),
H(12,JUMP26,HELPER,0,36),
H(8,JUMP26,HELPER,0,9),
H(4,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,MOVW2,OPERAND,0,-1),H(16,MOVW3,OPERAND,0,-1),H(20,JUMP26,HELPER,0,35),
H(12,JUMP26,HELPER,0,22),H(20,JUMP26,ERROR,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(24,JUMP26,HELPER,0,27),H(32,JUMP26,ERROR,0,-1),
H(12,JUMP26,HELPER,0,18),H(20,JUMP26,ERROR,0,-1),
H(8,JUMP26,HELPER,0,56),H(12,BRANCH19,ERROR,0,-1),
H(12,JUMP26,HELPER,0,60),H(20,JUMP26,ERROR,0,-1),
H(12,JUMP26,HELPER,0,53),H(20,JUMP26,ERROR,0,-1),
H(16,JUMP26,HELPER,0,52),H(24,JUMP26,ERROR,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(24,JUMP26,HELPER,0,54),H(28,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,55),H(12,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,JUMP26,HELPER,0,59),
H(12,JUMP26,HELPER,0,58),H(16,BRANCH19,ERROR,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(24,JUMP26,HELPER,0,20),
H(12,MOVW0,OPERAND,0,-1),H(16,MOVW1,OPERAND,0,-1),H(20,MOVW2,OPERAND,0,-1),H(24,MOVW3,OPERAND,0,-1),H(28,JUMP26,HELPER,0,19),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,24),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,6),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,4),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,5),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,2),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,51),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,3),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,7),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(20,JUMP26,HELPER,0,8),H(24,BRANCH19,ERROR,0,-1),
H(16,JUMP26,HELPER,0,50),H(20,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,JUMP26,HELPER,0,57),H(20,BRANCH19,ERROR,0,-1),
H(8,JUMP26,HELPER,0,26),H(16,JUMP26,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(28,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),H(44,BRANCH19,ERROR,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),H(52,BRANCH19,ERROR,0,-1),
H(12,BRANCH19,EXIT,0,-1),H(28,BRANCH19,EXIT,0,-1),H(40,BRANCH19,EXIT,0,-1),
H(4,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,MOVW2,OPERAND,0,-1),H(16,MOVW3,OPERAND,0,-1),
H(8,MOVW0,OPERAND,0,-1),H(12,MOVW1,OPERAND,0,-1),H(16,MOVW2,OPERAND,0,-1),H(20,MOVW3,OPERAND,0,-1),H(36,BRANCH19,EXIT,0,-1),H(44,BRANCH19,EXIT,0,-1),H(64,BRANCH19,EXIT,0,-1),H(80,BRANCH19,EXIT,0,-1),
H(8,BRANCH19,EXIT,0,-1),H(12,MOVW0,OPERAND,0,-1),H(16,MOVW1,OPERAND,0,-1),H(20,MOVW2,OPERAND,0,-1),H(24,MOVW3,OPERAND,0,-1),H(40,BRANCH19,EXIT,0,-1),H(56,BRANCH19,EXIT,0,-1),
H(4,MOVW0,OPERAND,0,-1),H(8,MOVW1,OPERAND,0,-1),H(12,MOVW2,OPERAND,0,-1),H(16,MOVW3,OPERAND,0,-1),H(152,JUMP26,NEXT,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(12,JUMP26,TARGET,0,-1),
H(0,MOVW0,OPERAND,0,-1),H(4,MOVW1,OPERAND,0,-1),H(8,MOVW2,OPERAND,0,-1),H(12,MOVW3,OPERAND,0,-1),
H(0,JUMP26,TARGET,0,-1),
};
#undef H

#define T(size, code, n_fields, field, n_holes, hole) {code, size, field, hole, n_fields, n_holes},
const StencilTemplate stencil_templates[] = {
T(12,0,1,0,1,0)T(32,12,3,1,3,1)T(40,44,3,4,3,4)T(12,84,1,7,1,0)T(28,96,2,8,4,7)T(24,124,1,10,5,11)
T(24,148,1,10,5,11)T(4,172,0,0,1,16)T(8,176,2,11,1,17)T(20,184,1,13,3,18)T(0,0,0,0,0,0)
T(8,204,2,11,1,17)T(20,212,1,13,3,18)T(0,0,0,0,0,0)T(8,232,2,11,1,17)T(20,240,1,13,3,18)
T(4,172,0,0,1,16)T(8,260,2,11,1,17)T(20,268,1,13,3,18)T(4,172,0,0,1,16)T(8,288,2,11,1,17)
T(20,296,1,13,3,18)T(0,0,0,0,0,0)T(8,316,2,11,1,17)T(20,324,1,13,3,18)T(4,172,0,0,1,16)
T(8,344,2,14,1,17)T(8,352,2,16,1,17)T(8,360,2,14,1,17)T(8,352,2,16,1,17)T(8,368,2,14,1,17)
T(8,376,2,16,1,17)T(8,384,2,14,1,17)T(4,172,0,0,1,16)T(8,392,2,14,1,17)T(8,352,2,16,1,17)
T(8,400,2,14,1,17)T(0,0,0,0,0,0)T(8,408,2,14,1,17)T(8,376,2,16,1,17)T(8,416,2,14,1,17)T(0,0,0,0,0,0)
T(8,424,2,14,1,17)T(8,376,2,16,1,17)T(8,432,2,14,1,17)T(12,440,1,7,1,21)T(0,0,0,0,0,0)
T(8,232,2,11,1,17)T(4,172,0,0,1,16)T(8,260,2,11,1,17)T(28,452,5,18,1,22)T(32,480,3,23,1,23)
T(36,512,2,26,1,24)T(8,548,2,28,0,0)T(16,556,3,30,1,0)T(28,572,2,33,3,25)T(16,600,3,35,1,0)
T(24,616,2,38,3,28)T(28,640,3,40,1,31)T(40,668,2,43,3,32)T(12,708,2,45,1,17)T(72,720,4,47,2,35)
T(72,792,4,51,2,35)T(84,864,2,55,4,37)T(12,948,2,45,1,17)T(52,960,4,57,1,17)T(64,1012,2,61,3,18)
T(0,0,0,0,0,0)T(4,1076,3,63,0,0)T(4,1076,2,66,0,0)T(16,1080,1,68,2,41)T(0,0,0,0,0,0)
T(4,1096,3,63,0,0)T(4,1096,2,66,0,0)T(16,1100,1,68,2,41)T(4,1116,1,69,0,0)T(8,1120,3,70,0,0)
T(8,1120,3,73,0,0)T(20,1128,2,76,2,41)T(36,1148,1,78,2,43)T(36,1184,3,79,2,43)T(48,1220,0,0,4,45)
T(48,1268,2,82,4,45)T(20,1316,3,84,1,0)T(32,1336,2,87,3,49)T(40,1368,5,89,2,52)T(60,1408,5,94,3,54)
T(52,1468,5,99,1,57)T(16,1520,2,104,1,0)T(24,1536,3,106,2,58)T(24,1560,4,109,1,60)T(0,0,0,0,0,0)
T(8,1584,5,113,0,0)T(0,0,0,0,0,0)T(8,1592,5,113,0,0)T(8,1600,2,118,0,0)T(4,1608,3,120,0,0)
T(4,1608,2,123,0,0)T(4,1612,2,123,0,0)T(4,1616,3,120,0,0)T(4,1616,2,123,0,0)T(12,1620,3,125,1,17)
T(4,1632,2,128,0,0)T(4,1636,2,128,0,0)T(12,1640,3,130,1,17)T(0,0,0,0,0,0)T(8,1652,5,133,0,0)
T(0,0,0,0,0,0)T(8,1660,5,133,0,0)T(48,1668,5,138,1,61)T(44,1716,5,143,1,61)T(28,1760,3,148,1,61)
T(68,1788,0,0,6,62)T(84,1856,0,0,6,68)T(4,1940,1,69,0,0)T(16,1944,3,151,0,0)T(28,1960,2,154,2,74)
T(4,1988,1,69,0,0)T(16,1992,3,151,0,0)T(28,2008,2,154,2,74)T(4,1988,1,69,0,0)T(16,2036,3,151,0,0)
T(28,2052,2,154,2,74)T(4,1940,1,69,0,0)T(16,2080,3,151,0,0)T(28,2096,2,154,2,74)T(4,1940,1,69,0,0)
T(16,2124,3,151,0,0)T(28,2140,2,154,2,74)T(4,1988,1,69,0,0)T(16,2168,3,151,0,0)T(28,2184,2,154,2,74)
T(4,1940,1,156,0,0)T(16,2212,3,157,0,0)T(16,2228,3,160,0,0)T(16,2244,3,157,0,0)T(16,2228,3,160,0,0)
T(16,2260,3,157,0,0)T(16,2276,3,160,0,0)T(16,2292,3,157,0,0)T(4,1940,1,156,0,0)T(16,2308,3,157,0,0)
T(16,2228,3,160,0,0)T(16,2324,3,157,0,0)T(4,1988,1,69,0,0)T(16,2036,3,151,0,0)T(4,1940,1,69,0,0)
T(16,2080,3,151,0,0)T(4,2340,2,163,0,0)T(16,2344,2,165,0,0)T(12,2360,2,167,2,76)
T(24,2372,2,169,3,78)T(28,2396,2,171,4,81)T(48,2424,5,173,3,85)T(64,2472,2,178,5,88)
T(76,2536,7,180,7,93)T(12,2360,2,167,2,76)T(8,2612,1,7,1,17)T(20,2620,1,187,3,100)
T(24,2640,2,169,2,103)T(68,2664,4,188,8,105)T(40,2732,3,192,5,113)T(4,2772,2,163,0,0)
T(40,2776,5,195,1,118)T(4,2772,2,163,0,0)T(4,2816,2,163,0,0)T(20,2820,2,200,2,119)
T(36,2840,4,202,1,31)T(48,2876,3,206,3,32)T(80,2924,4,209,3,121)T(32,3004,4,213,1,31)
T(44,3036,3,217,3,32)T(20,3080,1,187,3,100)T(20,3100,1,187,3,100)T(16,3120,2,220,2,76)
T(20,3136,2,200,2,119)T(12,3156,2,222,0,0)T(12,3168,2,222,0,0)T(12,3168,2,222,0,0)
T(12,3156,2,222,0,0)T(100,3180,0,0,3,124)T(12,3280,1,7,1,0)T(12,3292,1,7,1,0)T(36,3304,4,224,0,0)
T(32,3340,5,228,0,0)T(32,3372,5,233,0,0)T(36,3404,5,238,0,0)T(24,3440,2,243,2,127)
T(24,3464,2,243,2,129)T(4,3488,1,7,0,0)T(24,3492,3,245,0,0)T(24,3516,2,243,2,127)
T(24,3540,2,243,2,129)T(20,3564,3,248,0,0)T(20,3584,0,0,2,131)T(20,3584,0,0,2,133)
T(20,3584,0,0,2,135)T(20,3584,0,0,2,137)T(32,3604,0,0,4,139)T(32,3604,0,0,4,143)T(32,3604,0,0,4,147)
T(32,3604,0,0,4,151)T(24,3636,0,0,2,155)T(28,3660,0,0,2,157)T(24,3688,0,0,2,159)T(28,3712,0,0,2,161)
T(32,3604,0,0,4,163)T(32,3604,0,0,4,167)T(40,3740,0,0,2,171)T(24,3636,0,0,2,173)T(28,3660,0,0,2,175)
T(20,3780,0,0,1,177)T(48,3800,0,0,3,178)T(24,3636,0,0,2,181)T(36,3848,0,0,6,183)T(40,3884,0,0,6,189)
T(36,3924,0,0,6,195)T(20,3584,0,0,2,201)T(20,3584,0,0,2,203)T(20,3584,0,0,2,205)T(32,3960,0,0,4,207)
T(32,3604,0,0,4,207)T(32,3992,0,0,3,211)T(16,4024,0,0,1,214)T(16,4024,0,0,1,215)T(20,3780,0,0,1,216)
T(24,4040,0,0,1,217)T(20,3780,0,0,1,218)T(16,4024,0,0,1,219)T(28,4064,0,0,5,220)T(24,3688,0,0,2,225)
T(28,4092,0,0,2,175)T(36,3924,0,0,6,227)T(24,3688,0,0,2,233)T(20,3584,0,0,2,235)T(24,3688,0,0,2,237)
T(24,3688,0,0,2,239)T(28,4092,0,0,2,241)T(36,3848,0,0,6,243)T(20,3584,0,0,2,249)T(32,4120,0,0,3,251)
T(24,3636,0,0,2,254)T(32,4152,0,0,5,256)T(36,4184,0,0,5,261)T(20,4220,0,0,3,266)
T(16,4240,1,251,2,76)T(24,4256,0,0,3,269)T(24,4256,0,0,3,272)T(24,4256,0,0,3,275)
T(24,4256,0,0,3,278)T(28,4280,0,0,4,281)T(28,4280,0,0,4,285)T(28,4280,0,0,4,289)T(28,4308,0,0,4,293)
T(32,3604,0,0,4,297)T(28,3712,0,0,2,301)T(28,4280,0,0,4,303)T(20,4336,0,0,2,307)T(36,4356,0,0,3,309)
T(36,4356,0,0,3,309)T(36,4356,0,0,3,309)T(52,4392,0,0,5,312)T(60,4444,0,0,5,317)T(60,4504,0,0,5,317)
T(52,4392,0,0,5,312)T(60,4444,0,0,5,317)T(60,4504,0,0,5,317)T(8,4564,0,0,1,17)T(44,4572,0,0,3,322)
T(140,4616,2,252,4,325)T(84,4756,0,0,8,329)T(60,4840,3,254,7,337)T(132,4900,11,257,4,325)
T(196,5032,0,0,5,344)T(56,5228,0,0,0,0)T(64,5284,0,0,0,0)T(76,5348,0,0,0,0)T(16,5424,0,0,3,349)
T(4,5440,2,268,0,0)T(4,5444,2,128,0,0)T(12,5448,1,270,2,76)T(12,5460,1,271,2,76)
T(12,5472,1,272,2,76)T(12,5484,1,273,2,76)T(12,5496,3,274,2,76)T(16,5508,4,277,4,352)
T(20,5524,1,281,4,352)T(16,5544,1,282,2,119)T(16,5560,1,251,2,119)T(4,172,0,0,1,356)
T(4,5576,0,0,0,0)
};
#undef T

/* For each choice of free registers a group's template, from 0 on; a dot:
 * there is none. */
const char stencil_selectors[] =
"000000.."
"011111..101111..110111..111011..111101..111110.................."
"0111111110111111110111111110111111110111111110111111110111111110"
"000000000000000000000000000000000000000000000000................"
"000000..000000..000000..000000..000000..000000..000000..000000.."
"000000..000000..000000..000000..000000..000000.................."
"011111..201111..220111..222011..222201..222220.................."
"000000..111111..111111..111111..111111..111111.................."
"011111.."
"000000001111111111111111111111111111111111111111................222222220000000011111111111111111111"
"111111111111................222222222222222200000000111111111111111111111111................22222222"
"2222222222222222000000001111111111111111................22222222222222222222222222222222000000001111"
"1111................222222222222222222222222222222222222222200000000................................"
"...................................................................................................."
"............"
"0111111100111111000111110000111100000111000000110000000100000000"
"0000000000000000000000000000000000000000000000000000000000000000"
"0"
"000000..111111..111111..111111..111111..111111..111111..111111..111111..000000..111111..111111..1111"
"11..111111..111111..111111..111111..111111..000000..111111..111111..111111..111111..111111..111111.."
"111111..111111..000000..111111..111111..111111..111111..111111..111111..111111..111111..000000..1111"
"11..111111..111111..111111..111111..111111..111111..111111..000000..111111..111111..111111..111111.."
"111111..111111..111111..111111..000000..111111..111111..111111..111111..111111..111111..111111..1111"
"11..000000.."
".00000..0.0000..00.000..000.00..0000.0..00000..................."
".00000..0.0000..00.000..000.00..0000.0..00000....................00000..0.0000..00.000..000.00..0000"
".0..00000....................00000..0.0000..00.000..000.00..0000.0..00000....................00000.."
"0.0000..00.000..000.00..0000.0..00000....................00000..0.0000..00.000..000.00..0000.0..0000"
"0....................00000..0.0000..00.000..000.00..0000.0..00000..................................."
"...................................................................................................."
"............"
"012222..102222..113222..112322..112232..112223.................."
".00000000.00000000.00000000.00000000.00000000.00000000.00000000."
"00000000"
;

#define _ STENCIL_NONE
#define I STENCIL_IMM
#define F STENCIL_FREE
#define S STENCIL_SAME
#define G(a, b, c, out, template, selector) {{a, b, c, out}, template, selector},
const StencilGroup stencil_groups[] = {
G(F,_,_,_,0,0)G(F,_,_,_,1,0)G(F,_,_,_,2,0)G(F,_,_,_,3,0)G(F,_,_,_,4,0)G(F,_,_,_,5,0)G(F,_,_,_,6,0)
G(F,F,_,_,7,8)G(F,I,_,_,9,0)G(F,F,_,_,10,8)G(F,I,_,_,12,0)G(F,F,_,_,13,8)G(F,I,_,_,15,0)
G(F,F,_,_,16,8)G(F,I,_,_,18,0)G(F,F,_,_,19,8)G(F,I,_,_,21,0)G(F,F,_,_,22,8)G(F,I,_,_,24,0)
G(F,F,_,_,25,72)G(F,F,_,_,27,72)G(F,F,_,_,29,72)G(F,F,_,_,31,72)G(F,F,_,_,33,72)G(F,F,_,_,35,72)
G(F,F,_,_,37,72)G(F,F,_,_,39,72)G(F,F,_,_,41,72)G(F,F,_,_,43,72)G(F,_,_,_,45,0)G(F,F,_,_,46,8)
G(F,F,_,_,48,8)G(F,_,_,F,50,136)G(F,_,_,F,51,136)G(F,_,_,F,52,200)G(F,_,_,F,53,136)G(F,F,_,S,54,264)
G(F,I,_,S,55,0)G(F,F,_,S,56,264)G(F,I,_,S,57,0)G(F,F,_,S,58,264)G(F,I,_,S,59,0)G(F,F,_,S,60,328)
G(F,I,_,S,63,0)G(F,F,_,S,64,8)G(F,I,_,S,66,0)G(F,F,_,S,67,328)G(F,I,_,S,70,0)G(F,F,_,S,71,328)
G(F,I,_,S,74,0)G(F,F,_,S,75,328)G(F,I,_,S,78,0)G(F,F,_,S,79,392)G(F,I,_,S,81,456)G(F,F,_,S,83,264)
G(F,I,_,S,84,0)G(F,F,_,F,85,464)G(F,_,_,F,88,264)G(F,_,_,F,89,8)G(F,F,_,S,91,8)G(F,F,_,S,93,8)
G(F,_,_,F,95,264)G(F,F,_,S,96,976)G(F,F,_,S,98,1040)G(F,F,_,S,99,976)G(F,F,_,S,101,1040)
G(F,_,_,F,102,1040)G(F,_,_,F,103,1040)G(F,_,_,F,104,1040)G(F,F,_,S,105,72)G(F,F,_,S,107,72)
G(F,_,_,F,109,200)G(F,_,_,F,110,200)G(F,_,_,F,111,200)G(0,_,_,0,112,1104)G(0,1,_,0,113,1104)
G(F,F,_,S,114,8)G(F,I,_,S,116,0)G(F,F,_,S,117,8)G(F,I,_,S,119,0)G(F,F,_,S,120,8)G(F,I,_,S,122,0)
G(F,F,_,S,123,8)G(F,I,_,S,125,0)G(F,F,_,S,126,8)G(F,I,_,S,128,0)G(F,F,_,S,129,8)G(F,I,_,S,131,0)
G(F,F,_,F,132,1105)G(F,F,_,F,134,1105)G(F,F,_,F,136,1105)G(F,F,_,F,138,1105)G(F,F,_,F,140,1105)
G(F,F,_,F,142,1105)G(F,F,_,S,144,8)G(F,F,_,S,146,8)G(F,_,_,F,148,264)G(F,_,_,F,149,264)
G(F,_,_,F,150,264)G(F,_,_,F,151,264)G(F,_,_,F,152,264)G(F,F,_,_,153,264)G(F,F,_,_,154,264)
G(F,F,_,_,155,264)G(F,_,_,F,156,264)G(F,_,_,_,157,0)G(F,_,_,_,158,0)G(F,_,_,F,159,264)
G(F,_,_,_,160,0)G(F,_,_,_,161,0)G(F,_,_,F,162,264)G(F,F,_,_,163,264)G(F,_,_,F,164,264)
G(F,_,_,F,165,264)G(F,_,_,F,166,264)G(F,F,_,S,167,1617)G(F,I,_,S,168,0)G(F,F,F,_,169,1681)
G(F,F,_,S,170,1617)G(F,I,_,S,171,0)G(F,_,_,_,172,0)G(F,_,_,_,173,0)G(F,_,_,F,174,264)
G(F,_,_,F,175,264)G(F,_,_,F,176,264)G(F,_,_,F,177,264)G(F,_,_,F,178,264)G(F,_,_,F,179,264)
G(0,1,_,_,180,1104)G(F,_,_,_,181,0)G(F,_,_,_,182,0)G(F,_,_,F,183,2193)G(F,_,_,_,187,0)
G(F,_,_,_,188,0)G(F,_,_,_,189,0)G(F,_,_,F,190,264)G(F,_,_,_,191,0)G(F,_,_,_,192,0)G(F,_,_,F,193,264)
G(0,_,_,0,194,1104)G(0,_,_,0,195,1104)G(0,_,_,0,196,1104)G(0,_,_,0,197,1104)G(0,1,_,0,198,1104)
G(0,1,_,0,199,1104)G(0,1,_,0,200,1104)G(0,1,_,0,201,1104)G(0,1,_,0,202,1104)G(0,1,2,_,203,1104)
G(0,1,_,_,204,1104)G(0,1,2,0,205,1104)G(0,1,_,0,206,1104)G(0,1,_,0,207,1104)G(0,1,_,0,208,1104)
G(0,1,_,0,209,1104)G(0,1,2,_,210,1104)G(0,1,_,0,211,1104)G(0,1,_,0,212,1104)G(0,1,_,0,213,1104)
G(0,_,_,0,214,1104)G(0,1,_,_,215,1104)G(0,_,_,_,216,1104)G(0,_,_,0,217,1104)G(0,_,_,0,218,1104)
G(0,_,_,0,219,1104)G(0,_,_,0,220,1104)G(0,1,_,0,221,1104)G(0,1,_,0,222,1104)G(0,_,_,0,223,1104)
G(0,_,_,0,224,1104)G(0,1,_,0,225,1104)G(0,1,2,0,226,1104)G(0,1,_,0,227,1104)G(0,_,_,0,228,1104)
G(_,_,_,0,229,1104)G(0,1,_,_,230,1104)G(0,1,2,_,231,1104)G(0,_,_,_,232,1104)G(0,1,_,_,233,1104)
G(0,_,_,0,234,1104)G(0,1,_,_,235,1104)G(0,1,_,_,236,1104)G(0,1,2,_,237,1104)G(0,_,_,0,238,1104)
G(0,_,_,0,239,1104)G(0,_,_,0,240,1104)G(0,1,_,0,241,1104)G(0,_,_,0,242,1104)G(0,1,_,0,243,1104)
G(0,1,_,_,244,1104)G(F,_,_,_,245,0)G(_,_,_,0,246,1104)G(_,_,_,0,247,1104)G(_,_,_,0,248,1104)
G(_,_,_,0,249,1104)G(_,_,_,0,250,1104)G(_,_,_,0,251,1104)G(_,_,_,0,252,1104)G(0,_,_,0,253,1104)
G(0,1,_,0,254,1104)G(0,1,2,0,255,1104)G(_,_,_,0,256,1104)G(_,_,_,_,257,1104)G(0,_,_,0,258,1104)
G(0,_,_,0,259,1104)G(0,_,_,0,260,1104)G(0,_,_,0,261,1104)G(0,1,_,0,262,1104)G(0,1,2,0,263,1104)
G(0,_,_,0,264,1104)G(0,1,_,0,265,1104)G(0,1,2,0,266,1104)G(_,_,_,_,267,1104)G(_,_,_,_,268,1104)
G(F,_,_,_,269,0)G(_,_,_,_,270,1104)G(F,_,_,_,271,0)G(F,F,_,_,272,264)G(_,_,_,_,273,1104)
G(_,_,_,_,274,1104)G(_,_,_,_,275,1104)G(_,_,_,_,276,1104)G(_,_,_,_,277,1104)G(F,_,_,F,278,1617)
G(F,_,_,F,279,2257)G(F,_,_,_,280,0)G(F,_,_,_,281,2321)G(_,_,_,F,282,0)G(_,_,_,F,283,2321)
G(_,_,_,F,284,0)G(_,_,_,F,285,0)G(_,_,_,F,286,2321)G(_,_,_,F,287,0)G(F,_,_,_,288,0)
G(_,_,_,_,289,1104)G(_,_,_,_,290,1104)
};
#undef _
#undef I
#undef F
#undef S
#undef G

#define U(op, first, n, each) [UOP_##op] = {first, n, each},
#define P(op, first, n, each) [STENCIL_INDEX(STENCIL_##op)] = {first, n, each},
const StencilGroups stencil_ops[STENCIL_INDEX(STENCIL_LIMIT)] = {
U(GUARD_INT,0,1,1)U(GUARD_ANY_INT,1,1,1)U(GUARD_FLOAT,2,1,1)U(GUARD_BOOL,3,1,1)U(GUARD_SHAPE,4,1,1)
U(GUARD_IS,5,1,1)U(GUARD_IS_NOT,6,1,1)U(GUARD_LT_INT,7,2,2)U(GUARD_LE_INT,9,2,2)
U(GUARD_EQ_INT,11,2,2)U(GUARD_NE_INT,13,2,2)U(GUARD_GT_INT,15,2,2)U(GUARD_GE_INT,17,2,2)
U(GUARD_LT_FLOAT,19,1,1)U(GUARD_LE_FLOAT,20,1,1)U(GUARD_EQ_FLOAT,21,1,1)U(GUARD_NE_FLOAT,22,1,1)
U(GUARD_GT_FLOAT,23,1,1)U(GUARD_GE_FLOAT,24,1,1)U(GUARD_NOT_LT_FLOAT,25,1,1)
U(GUARD_NOT_LE_FLOAT,26,1,1)U(GUARD_NOT_GT_FLOAT,27,1,1)U(GUARD_NOT_GE_FLOAT,28,1,1)
U(GUARD_INTERNED,29,1,1)U(GUARD_SAME,30,1,1)U(GUARD_NOT_SAME,31,1,1)U(UNBOX_FLOAT,32,1,1)
U(UNBOX_FLONUM,33,1,1)U(BOX_FLOAT,34,1,1)U(INT_TO_FLOAT,35,1,1)U(BINARY_OP_ADD_INT,36,2,2)
U(BINARY_OP_SUBTRACT_INT,38,2,2)U(BINARY_OP_MULTIPLY_INT,40,2,2)U(BINARY_OP_FLOORDIV_INT,42,2,2)
U(BINARY_OP_MOD_INT,44,2,2)U(BINARY_OP_AND_INT,46,2,2)U(BINARY_OP_OR_INT,48,2,2)
U(BINARY_OP_XOR_INT,50,2,2)U(BINARY_OP_LSHIFT_INT,52,2,2)U(BINARY_OP_RSHIFT_INT,54,2,2)
U(BINARY_OP_TRUEDIV_INT,56,1,1)U(UNARY_NEGATIVE_INT,57,1,1)U(ABS_INT,58,1,1)U(MAX_INT,59,1,1)
U(MIN_INT,60,1,1)U(UNARY_INVERT_INT,61,1,1)U(BINARY_OP_ADD_FLOAT,62,1,1)
U(BINARY_OP_SUBTRACT_FLOAT,63,1,1)U(BINARY_OP_MULTIPLY_FLOAT,64,1,1)
U(BINARY_OP_TRUEDIV_FLOAT,65,1,1)U(UNARY_NEGATIVE_FLOAT,66,1,1)U(ABS_FLOAT,67,1,1)
U(SQRT_FLOAT,68,1,1)U(MAX_FLOAT,69,1,1)U(MIN_FLOAT,70,1,1)U(FLOOR_FLOAT,71,1,1)U(CEIL_FLOAT,72,1,1)
U(TRUNC_FLOAT,73,1,1)U(CALL_DOUBLE_1,74,1,1)U(CALL_DOUBLE_2,75,1,1)U(COMPARE_OP_INT,76,12,2)
U(COMPARE_OP_FLOAT,88,6,1)U(IS_OP,94,2,1)U(UNARY_NOT,96,1,1)U(TO_BOOL_INT,97,1,1)
U(LOAD_ATTR_SLOT,98,1,1)U(LOAD_ATTR_BOUND,99,1,1)U(LOAD_ATTR_EXTRA,100,1,1)
U(STORE_ATTR_SLOT,101,1,1)U(STORE_ATTR_EXTRA,102,1,1)U(STORE_ATTR_ADD,103,1,1)U(LOAD_FIELD,104,1,1)
U(GUARD_BOUND,105,1,1)U(GUARD_KEYS_VERSION_OF,106,1,1)U(LOAD_DICT_ENTRY,107,1,1)
U(GUARD_FUNCTION_CODE,108,1,1)U(GUARD_FUNCTION_VERSION,109,1,1)U(LOAD_CELL,110,1,1)
U(STORE_CELL,111,1,1)U(LOAD_METHOD_SELF,112,1,1)U(LOAD_METHOD_FUNCTION,113,1,1)
U(LOAD_CLOSURE_CELL,114,1,1)U(BINARY_SUBSCR_LIST_INT,115,2,2)U(STORE_SUBSCR_LIST_INT,117,1,1)
U(BINARY_SUBSCR_TUPLE_INT,118,2,2)U(GUARD_TUPLE_LEN,120,1,1)U(GUARD_LIST_LEN,121,1,1)
U(LOAD_TUPLE_ITEM,122,1,1)U(LOAD_LIST_ITEM,123,1,1)U(LIST_LEN,124,1,1)U(TUPLE_LEN,125,1,1)
U(STR_LEN,126,1,1)U(DICT_LEN,127,1,1)U(LIST_APPEND,128,1,1)U(GUARD_NOT_EXHAUSTED_RANGE,129,1,1)
U(GUARD_EXHAUSTED_RANGE,130,1,1)U(ITER_NEXT_RANGE,131,1,1)U(GUARD_NOT_EXHAUSTED_LIST,132,1,1)
U(GUARD_EXHAUSTED_LIST,133,1,1)U(ITER_END_LIST,134,1,1)U(ITER_NEXT_LIST,135,1,1)
U(GUARD_NOT_EXHAUSTED_TUPLE,136,1,1)U(GUARD_EXHAUSTED_TUPLE,137,1,1)U(ITER_NEXT_TUPLE,138,1,1)
U(UNARY_NEGATIVE,139,1,1)U(UNARY_POSITIVE,140,1,1)U(UNARY_INVERT,141,1,1)U(TO_BOOL,142,1,1)
U(BINARY_OP,143,1,1)U(BINARY_OP_ANY_INT,144,1,1)U(COMPARE_OP,145,1,1)U(CONTAINS_OP,146,1,1)
U(BINARY_SUBSCR,147,1,1)U(STORE_SUBSCR,148,1,1)U(DELETE_SUBSCR,149,1,1)U(BINARY_SLICE,150,1,1)
U(CONTAINS_OP_DICT,151,1,1)U(CONTAINS_OP_SET,152,1,1)U(BINARY_SUBSCR_STR_INT,153,1,1)
U(BINARY_SUBSCR_DICT,154,1,1)U(STORE_SUBSCR_DICT,155,1,1)U(BINARY_OP_ADD_STR,156,1,1)
U(COMPARE_OP_STR,157,1,1)U(BINARY_OP_POWER_FLOAT,158,1,1)U(LOAD_ATTR,159,1,1)U(STORE_ATTR,160,1,1)
U(DELETE_ATTR,161,1,1)U(STR,162,1,1)U(GET_ITER,163,1,1)U(ITER_NEXT,164,1,1)U(FORMAT_VALUE,165,1,1)
U(FORMAT_VALUE_SPEC,166,1,1)U(RANGE_ITER_NEW,167,1,1)U(ITER_NEW,168,1,1)U(TUPLE_NEW_1,169,1,1)
U(TUPLE_NEW_2,170,1,1)U(TUPLE_NEW_3,171,1,1)U(METHOD_NEW,172,1,1)U(CELL_NEW,173,1,1)
U(INSTANCE_NEW,174,1,1)U(SET_ADD,175,1,1)U(MAP_ADD,176,1,1)U(STORE_GLOBAL,177,1,1)
U(LIST_EXTEND,178,1,1)U(LIST_TO_TUPLE,179,1,1)U(SET_UPDATE,180,1,1)U(DICT_UPDATE,181,1,1)
U(DICT_MERGE,182,1,1)U(IMPORT_FROM,183,1,1)U(GET_LEN,184,1,1)U(MATCH_TYPE,185,1,1)
U(MATCH_KEYS,186,1,1)U(MAKE_FUNCTION,187,1,1)U(MAKE_CLOSURE,188,1,1)
U(SET_FUNCTION_ATTRIBUTE,189,1,1)U(SET_ARG,190,1,1)U(BUILD_TUPLE,191,1,1)U(BUILD_LIST,192,1,1)
U(BUILD_SLICE,193,1,1)U(BUILD_STRING,194,1,1)U(BUILD_MAP,195,1,1)U(BUILD_CONST_KEY_MAP,196,1,1)
U(BUILD_SET,197,1,1)U(CALL,198,1,1)U(CALL_KW,199,1,1)U(CALL_EX,200,1,1)U(MATCH_CLASS,201,1,1)
U(STORE_SLICE,202,1,1)U(CALL_NATIVE,203,1,1)U(CALL_LEAF,204,1,1)U(CALL_READER,205,1,1)
U(CALL_PURE_1,206,1,1)U(CALL_PURE_2,207,1,1)U(CALL_PURE_3,208,1,1)U(CALL_TOTAL_1,209,1,1)
U(CALL_TOTAL_2,210,1,1)U(CALL_TOTAL_3,211,1,1)U(CHECK_PENDING,212,1,1)U(CHECK_ROOM,213,1,1)
U(PUSH_FRAME,214,1,1)U(GUARD_CALLER,215,1,1)U(GUARD_GENERATOR,216,1,1)U(ENTER_GENERATOR,217,1,1)
U(LEAVE_GENERATOR,218,1,1)U(POP_FRAME,219,1,1)P(ENTRY,220,1,1)P(LEAVE,221,1,1)P(EXIT,222,1,1)
P(MOVE,223,1,1)P(MOVE_FLOAT,224,1,1)P(SPILL,225,1,1)P(SPILL_FLOAT,226,1,1)P(FILL,227,1,1)
P(FILL_FLOAT,228,1,1)P(CONST32,229,1,1)P(CONST64,230,1,1)P(CONST_FLOAT,231,1,1)P(LOAD_LOCAL,232,1,1)
P(STORE_LOCAL,233,1,1)P(JUMP,234,1,1)P(LANDING,235,1,1)
};
#undef U
#undef P
#endif
