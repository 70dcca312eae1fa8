/* SPDX-License-Identifier: MIT */
/* Stencils for x86_64-darwin, written by Tools/stencils/regen from
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
{1,{6,7,7,6,0,1}},
{1,{48,56,56,48,0,8}},
{1,{1,1,0,0,1,1}},
{1,{2,2,0,0,2,2}},
{1,{4,4,0,0,4,4}},
{1,{1537,1793,1792,1536,1,257}},
{1,{12292,14340,14336,12288,4,2052}},
{1,{12290,14338,14336,12288,2,2050}},
{2,{1537,1793,1792,1536,1,257}},
{2,{12292,14340,14336,12288,4,2052}},
{2,{12290,14338,14336,12288,2,2050}},
{3,{1537,1793,1792,1536,1,257}},
{3,{12292,14340,14336,12288,4,2052}},
{3,{12290,14338,14336,12288,2,2050}},
{2,{13829,16133,16128,13824,5,2309}},
{3,{13829,16133,16128,13824,5,2309}},
{1,{0,1,2,3,4,5,6,7}},
{1,{0,8,16,24,32,40,48,56}},
{1,{0,9,18,27,36,45,54,63}},
};

/* Templates: an op, its inputs -> its output (a, b, c, out: any
 * register, and for which this one is; I: a constant); its
 * disassembly; its bytes, with zeros where a register's number goes. */
const uint8_t stencil_code[] = {
/* GUARD_INT a: a 0 1 4 5
   mov eax, a.d
   not eax
   test al, 0x3
   jne EXIT
*/
68,137,192,247,208,168,3,15,133,0,0,0,0,
/* GUARD_INT a: a 2 3
   mov eax, a.d
   not eax
   test al, 0x3
   jne EXIT
*/
137,192,247,208,168,3,15,133,0,0,0,0,
/* GUARD_ANY_INT a: a 0 1 4 5
   mov eax, a.d
   not eax
   test al, 0x3
   je NEXT
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x3
   jne EXIT
*/
68,137,192,247,208,168,3,15,132,0,0,0,0,65,246,192,7,15,133,0,0,0,0,65,131,56,3,15,133,0,0,0,0,
/* GUARD_ANY_INT a: a 2 3
   mov eax, a.d
   not eax
   test al, 0x3
   je NEXT
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x3
   jne EXIT
*/
137,192,247,208,168,3,15,132,0,0,0,0,64,246,192,7,15,133,0,0,0,0,131,56,3,15,133,0,0,0,0,
/* GUARD_FLOAT a: a 0 1 4 5
   mov eax, 0x64646464
   bt eax, a.d
   jb NEXT
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x5
   jne EXIT
*/
184,100,100,100,100,68,15,163,192,15,130,0,0,0,0,65,246,192,7,15,133,0,0,0,0,65,131,56,5,15,133,0,0,
0,0,
/* GUARD_FLOAT a: a 2 3
   mov eax, 0x64646464
   bt eax, a.d
   jb NEXT
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x5
   jne EXIT
*/
184,100,100,100,100,15,163,192,15,130,0,0,0,0,64,246,192,7,15,133,0,0,0,0,131,56,5,15,133,0,0,0,0,
/* GUARD_BOOL a
   mov rax, a
   and rax, -0x11
   cmp rax, 0xc
   jne EXIT
*/
72,137,192,72,131,224,239,72,131,248,12,15,133,0,0,0,0,
/* GUARD_SHAPE a: a 0 1 4 5
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x0 ; number
   jne EXIT
*/
65,246,192,7,15,133,0,0,0,0,65,129,56,0,0,0,0,15,133,0,0,0,0,
/* GUARD_SHAPE a: a 2 3
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x0 ; number
   jne EXIT
*/
64,246,192,7,15,133,0,0,0,0,129,56,0,0,0,0,15,133,0,0,0,0,
/* GUARD_IS a
   movabs rax, 0x0 ; word
   cmp rax, a
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,72,57,192,15,133,0,0,0,0,
/* GUARD_IS_NOT a
   movabs rax, 0x0 ; word
   cmp rax, a
   je EXIT
*/
72,184,0,0,0,0,0,0,0,0,72,57,192,15,132,0,0,0,0,
/* GUARD_LT_INT a b: a = b
   jmp EXIT
*/
233,0,0,0,0,
/* GUARD_LT_INT a b: a != b
   cmp a, b
   jge EXIT
*/
72,57,192,15,141,0,0,0,0,
/* GUARD_LT_INT a I
   cmp a, 0x0 ; imm
   jge EXIT
*/
72,129,248,0,0,0,0,15,141,0,0,0,0,
/* GUARD_LE_INT a b: a = b
   (the same bytes) */
/* GUARD_LE_INT a b: a != b
   cmp a, b
   jg EXIT
*/
72,57,192,15,143,0,0,0,0,
/* GUARD_LE_INT a I
   cmp a, 0x0 ; imm
   jg EXIT
*/
72,129,248,0,0,0,0,15,143,0,0,0,0,
/* GUARD_EQ_INT a b: a = b
   (the same bytes) */
/* GUARD_EQ_INT a b: a != b
   cmp a, b
   jne EXIT
*/
72,57,192,15,133,0,0,0,0,
/* GUARD_EQ_INT a I
   cmp a, 0x0 ; imm
   jne EXIT
*/
72,129,248,0,0,0,0,15,133,0,0,0,0,
/* GUARD_NE_INT a b: a = b
   jmp EXIT
   (the same bytes) */
/* GUARD_NE_INT a b: a != b
   cmp a, b
   je EXIT
*/
72,57,192,15,132,0,0,0,0,
/* GUARD_NE_INT a I
   cmp a, 0x0 ; imm
   je EXIT
*/
72,129,248,0,0,0,0,15,132,0,0,0,0,
/* GUARD_GT_INT a b: a = b
   jmp EXIT
   (the same bytes) */
/* GUARD_GT_INT a b: a != b
   cmp a, b
   jle EXIT
*/
72,57,192,15,142,0,0,0,0,
/* GUARD_GT_INT a I
   cmp a, 0x0 ; imm
   jle EXIT
*/
72,129,248,0,0,0,0,15,142,0,0,0,0,
/* GUARD_GE_INT a b: a = b
   (the same bytes) */
/* GUARD_GE_INT a b: a != b
   cmp a, b
   jl EXIT
*/
72,57,192,15,140,0,0,0,0,
/* GUARD_GE_INT a I
   cmp a, 0x0 ; imm
   jl EXIT
*/
72,129,248,0,0,0,0,15,140,0,0,0,0,
/* GUARD_LT_FLOAT a b: a = b
   jmp EXIT
   (the same bytes) */
/* GUARD_LT_FLOAT a b: a != b
   ucomisd b, a
   jbe EXIT
*/
102,15,46,192,15,134,0,0,0,0,
/* GUARD_LE_FLOAT a b: a = b
   ucomisd a, a
   jp EXIT
*/
102,15,46,192,15,138,0,0,0,0,
/* GUARD_LE_FLOAT a b: a != b
   ucomisd b, a
   jb EXIT
*/
102,15,46,192,15,130,0,0,0,0,
/* GUARD_EQ_FLOAT a b: a = b
   ucomisd a, a
   jp EXIT
   (the same bytes) */
/* GUARD_EQ_FLOAT a b: a != b
   ucomisd a, b
   jne EXIT
   jp EXIT
*/
102,15,46,192,15,133,0,0,0,0,15,138,0,0,0,0,
/* GUARD_NE_FLOAT a b: a = b
   ucomisd a, a
   jnp EXIT
*/
102,15,46,192,15,139,0,0,0,0,
/* GUARD_NE_FLOAT a b: a != b
   ucomisd a, b
   jne NEXT
   jnp EXIT
*/
102,15,46,192,15,133,0,0,0,0,15,139,0,0,0,0,
/* GUARD_GT_FLOAT a b: a = b
   jmp EXIT
   (the same bytes) */
/* GUARD_GT_FLOAT a b: a != b
   ucomisd a, b
   jbe EXIT
   (the same bytes) */
/* GUARD_GE_FLOAT a b: a = b
   ucomisd a, a
   jp EXIT
   (the same bytes) */
/* GUARD_GE_FLOAT a b: a != b
   ucomisd a, b
   jb EXIT
   (the same bytes) */
/* GUARD_NOT_LT_FLOAT a b: a = b
   (the same bytes) */
/* GUARD_NOT_LT_FLOAT a b: a != b
   ucomisd b, a
   ja EXIT
*/
102,15,46,192,15,135,0,0,0,0,
/* GUARD_NOT_LE_FLOAT a b: a = b
   ucomisd a, a
   jnp EXIT
   (the same bytes) */
/* GUARD_NOT_LE_FLOAT a b: a != b
   ucomisd b, a
   jae EXIT
*/
102,15,46,192,15,131,0,0,0,0,
/* GUARD_NOT_GT_FLOAT a b: a = b
   (the same bytes) */
/* GUARD_NOT_GT_FLOAT a b: a != b
   ucomisd a, b
   ja EXIT
   (the same bytes) */
/* GUARD_NOT_GE_FLOAT a b: a = b
   ucomisd a, a
   jnp EXIT
   (the same bytes) */
/* GUARD_NOT_GE_FLOAT a b: a != b
   ucomisd a, b
   jae EXIT
   (the same bytes) */
/* GUARD_INTERNED a: a 0 1 4 5
   test byte ptr [a + 0x6], 0x8
   je EXIT
*/
65,246,64,6,8,15,132,0,0,0,0,
/* GUARD_INTERNED a: a 2 3
   test byte ptr [a + 0x6], 0x8
   je EXIT
*/
246,64,6,8,15,132,0,0,0,0,
/* GUARD_SAME a b: a = b
   (the same bytes) */
/* GUARD_SAME a b: a != b
   cmp a, b
   jne EXIT
   (the same bytes) */
/* GUARD_NOT_SAME a b: a = b
   jmp EXIT
   (the same bytes) */
/* GUARD_NOT_SAME a b: a != b
   cmp a, b
   je EXIT
   (the same bytes) */
/* UNBOX_FLOAT a -> out: a 0 1 4 5
   test a.b, 0x7
   jne 0x11
   movsd out, qword ptr [a + 0x8]
   jmp NEXT
   11: lea rax, [a - 0x2]
   rol rax, 0x3c
   movq out, rax
*/
65,246,192,7,117,11,242,65,15,16,64,8,233,0,0,0,0,73,141,64,254,72,193,192,60,102,72,15,110,192,
/* UNBOX_FLOAT a -> out: a 2 3
   test a.b, 0x7
   jne 0x10
   movsd out, qword ptr [a + 0x8]
   jmp NEXT
   10: lea rax, [a - 0x2]
   rol rax, 0x3c
   movq out, rax
*/
64,246,192,7,117,10,242,15,16,64,8,233,0,0,0,0,72,141,64,254,72,193,192,60,102,72,15,110,192,
/* UNBOX_FLONUM a -> out: a 0 1 4 5
   mov eax, 0x64646464
   bt eax, a.d
   jae EXIT
   lea rax, [a - 0x2]
   rol rax, 0x3c
   movq out, rax
*/
184,100,100,100,100,68,15,163,192,15,131,0,0,0,0,73,141,64,254,72,193,192,60,102,72,15,110,192,
/* UNBOX_FLONUM a -> out: a 2 3
   mov eax, 0x64646464
   bt eax, a.d
   jae EXIT
   lea rax, [a - 0x2]
   rol rax, 0x3c
   movq out, rax
*/
184,100,100,100,100,15,163,192,15,131,0,0,0,0,72,141,64,254,72,193,192,60,102,72,15,110,192,
/* BOX_FLOAT a -> out
   movq rax, a
   rol rax, 0x4
   add rax, 0x2
   mov ecx, 0x64646464
   bt ecx, eax
   jae EXIT
   mov out, rax
*/
102,72,15,126,192,72,193,192,4,72,131,192,2,185,100,100,100,100,15,163,193,15,131,0,0,0,0,72,137,
192,
/* INT_TO_FLOAT a -> out
   mov rax, a
   sar rax, 0x2
   xorps out, out
   cvtsi2sd out, rax
*/
72,137,192,72,193,248,2,15,87,192,242,72,15,42,192,
/* BINARY_OP_ADD_INT a b -> a
   lea rax, [a - 0x3]
   add rax, b
   jo EXIT
   mov a, rax
*/
72,141,64,253,72,1,192,15,128,0,0,0,0,72,137,192,
/* BINARY_OP_ADD_INT a I -> a
   lea rax, [a - 0x3]
   add rax, 0x0 ; imm
   jo EXIT
   mov a, rax
*/
72,141,64,253,72,129,192,0,0,0,0,15,128,0,0,0,0,72,137,192,
/* BINARY_OP_SUBTRACT_INT a b -> a
   lea rcx, [b - 0x3]
   mov rax, a
   sub rax, rcx
   jo EXIT
   mov a, rax
*/
72,141,72,253,72,137,192,72,41,200,15,128,0,0,0,0,72,137,192,
/* BINARY_OP_SUBTRACT_INT a I -> a
   mov rax, a
   sub rax, 0x0 ; imm_untagged
   jo EXIT
   mov a, rax
*/
72,137,192,72,129,232,0,0,0,0,15,128,0,0,0,0,72,137,192,
/* BINARY_OP_MULTIPLY_INT a b -> a
   lea rcx, [a - 0x3]
   mov rax, b
   sar rax, 0x2
   imul rax, rcx
   jo EXIT
   add rax, 0x3
   mov a, rax
*/
72,141,72,253,72,137,192,72,193,248,2,72,15,175,193,15,128,0,0,0,0,72,131,192,3,72,137,192,
/* BINARY_OP_MULTIPLY_INT a I -> a
   mov rax, 0x0 ; imm
   lea rcx, [a - 0x3]
   sar rax, 0x2
   imul rax, rcx
   jo EXIT
   add rax, 0x3
   mov a, rax
*/
72,199,192,0,0,0,0,72,141,72,253,72,193,248,2,72,15,175,193,15,128,0,0,0,0,72,131,192,3,72,137,192,
/* BINARY_OP_FLOORDIV_INT a b -> a: a b = 0 0 and 3 more
   cmp a, 0x4
   jb EXIT
   mov a.d, 0x7
*/
73,131,248,4,15,130,0,0,0,0,65,184,7,0,0,0,
/* BINARY_OP_FLOORDIV_INT a b -> a: a < b
   cmp b, 0x4
   jb EXIT
   mov rcx, a
   sar rcx, 0x2
   mov r10, b
   sar r10, 0x2
   mov rax, r10
   not rax
   movabs rdx, -0x2000000000000000
   xor rdx, rcx
   or rdx, rax
   je EXIT
   mov rax, rcx
   or rax, r10
   shr rax, 0x20
   jne 0x49
   mov eax, ecx
   xor edx, edx
   div r10d
   jmp 0x51
   49: mov rax, rcx
   cqo
   idiv r10
   51: test rdx, rdx
   setne dl
   xor r10, rcx
   sets cl
   and cl, dl
   movzx ecx, cl
   sub rax, rcx
   lea a, [4*rax + 0x3]
*/
72,131,248,4,15,130,0,0,0,0,72,137,193,72,193,249,2,73,137,194,73,193,250,2,76,137,208,72,247,208,
72,186,0,0,0,0,0,0,0,224,72,49,202,72,9,194,15,132,0,0,0,0,72,137,200,76,9,208,72,193,232,32,117,9,
137,200,49,210,65,247,242,235,8,72,137,200,72,153,73,247,250,72,133,210,15,149,194,73,49,202,15,152,
193,32,209,15,182,201,72,41,200,72,141,4,133,3,0,0,0,
/* BINARY_OP_FLOORDIV_INT a b -> a: a > b
   cmp b, 0x4
   jb EXIT
   mov rcx, a
   sar rcx, 0x2
   mov r10, b
   sar r10, 0x2
   mov rax, r10
   not rax
   movabs rdx, -0x2000000000000000
   xor rdx, rcx
   or rdx, rax
   je EXIT
   mov rax, rcx
   or rax, r10
   shr rax, 0x20
   jne 0x49
   mov eax, ecx
   xor edx, edx
   div r10d
   jmp 0x51
   49: mov rax, rcx
   cqo
   idiv r10
   51: test rdx, rdx
   setne dl
   xor rcx, r10
   sets cl
   and cl, dl
   movzx ecx, cl
   sub rax, rcx
   lea a, [4*rax + 0x3]
*/
72,131,248,4,15,130,0,0,0,0,72,137,193,72,193,249,2,73,137,194,73,193,250,2,76,137,208,72,247,208,
72,186,0,0,0,0,0,0,0,224,72,49,202,72,9,194,15,132,0,0,0,0,72,137,200,76,9,208,72,193,232,32,117,9,
137,200,49,210,65,247,242,235,8,72,137,200,72,153,73,247,250,72,133,210,15,149,194,76,49,209,15,152,
193,32,209,15,182,201,72,41,200,72,141,4,133,3,0,0,0,
/* BINARY_OP_FLOORDIV_INT a b -> a: a b = 2 2 and 1 more
   cmp a, 0x4
   jb EXIT
   mov a.d, 0x7
*/
72,131,248,4,15,130,0,0,0,0,184,7,0,0,0,
/* BINARY_OP_FLOORDIV_INT a I -> a
   mov r10, 0x0 ; imm
   cmp r10, 0x4
   jb EXIT
   mov rcx, a
   sar rcx, 0x2
   sar r10, 0x2
   mov rax, r10
   not rax
   movabs rdx, -0x2000000000000000
   xor rdx, rcx
   or rdx, rax
   je EXIT
   mov rax, rcx
   or rax, r10
   shr rax, 0x20
   jne 0x4d
   mov eax, ecx
   xor edx, edx
   div r10d
   jmp 0x55
   4d: mov rax, rcx
   cqo
   idiv r10
   55: test rdx, rdx
   setne dl
   xor r10, rcx
   sets cl
   and cl, dl
   movzx ecx, cl
   sub rax, rcx
   lea a, [4*rax + 0x3]
*/
73,199,194,0,0,0,0,73,131,250,4,15,130,0,0,0,0,72,137,193,72,193,249,2,73,193,250,2,76,137,208,72,
247,208,72,186,0,0,0,0,0,0,0,224,72,49,202,72,9,194,15,132,0,0,0,0,72,137,200,76,9,208,72,193,232,
32,117,9,137,200,49,210,65,247,242,235,8,72,137,200,72,153,73,247,250,72,133,210,15,149,194,73,49,
202,15,152,193,32,209,15,182,201,72,41,200,72,141,4,133,3,0,0,0,
/* BINARY_OP_MOD_INT a b -> a: a b = 0 0 and 3 more
   cmp a, 0x4
   jb EXIT
   mov a.d, 0x3
*/
73,131,248,4,15,130,0,0,0,0,65,184,3,0,0,0,
/* BINARY_OP_MOD_INT a b -> a: a b = 0 1 and 19 more
   cmp b, 0x4
   jb EXIT
   mov rcx, b
   sar rcx, 0x2
   sar a, 0x2
   mov rax, a
   or rax, rcx
   shr rax, 0x20
   jne 0x2a
   mov eax, a.d
   xor edx, edx
   div ecx
   jmp 0x32
   2a: mov rax, a
   cqo
   idiv rcx
   32: mov rax, rdx
   xor rax, rcx
   sar rax, 0x3f
   and rax, rcx
   add rax, rdx
   test rdx, rdx
   lea rax, [4*rax + 0x3]
   mov a.d, 0x3
   cmovne a, rax
*/
72,131,248,4,15,130,0,0,0,0,72,137,193,72,193,249,2,73,193,248,2,76,137,192,72,9,200,72,193,232,32,
117,9,68,137,192,49,210,247,241,235,8,76,137,192,72,153,72,247,249,72,137,208,72,49,200,72,193,248,
63,72,33,200,72,1,208,72,133,210,72,141,4,133,3,0,0,0,65,184,3,0,0,0,76,15,69,192,
/* BINARY_OP_MOD_INT a b -> a: a b = 2 0 and 9 more
   cmp b, 0x4
   jb EXIT
   mov rcx, b
   sar rcx, 0x2
   sar a, 0x2
   mov rax, a
   or rax, rcx
   shr rax, 0x20
   jne 0x29
   mov eax, a.d
   xor edx, edx
   div ecx
   jmp 0x31
   29: mov rax, a
   cqo
   idiv rcx
   31: mov rax, rdx
   xor rax, rcx
   sar rax, 0x3f
   and rax, rcx
   add rax, rdx
   test rdx, rdx
   lea rax, [4*rax + 0x3]
   mov a.d, 0x3
   cmovne a, rax
*/
72,131,248,4,15,130,0,0,0,0,72,137,193,72,193,249,2,72,193,248,2,72,137,192,72,9,200,72,193,232,32,
117,8,137,192,49,210,247,241,235,8,72,137,192,72,153,72,247,249,72,137,208,72,49,200,72,193,248,63,
72,33,200,72,1,208,72,133,210,72,141,4,133,3,0,0,0,184,3,0,0,0,72,15,69,192,
/* BINARY_OP_MOD_INT a b -> a: a b = 2 2 and 1 more
   cmp a, 0x4
   jb EXIT
   mov a.d, 0x3
*/
72,131,248,4,15,130,0,0,0,0,184,3,0,0,0,
/* BINARY_OP_MOD_INT a I -> a: a 0 1 4 5
   mov rcx, 0x0 ; imm
   cmp rcx, 0x4
   jb EXIT
   sar rcx, 0x2
   sar a, 0x2
   mov rax, a
   or rax, rcx
   shr rax, 0x20
   jne 0x2e
   mov eax, a.d
   xor edx, edx
   div ecx
   jmp 0x36
   2e: mov rax, a
   cqo
   idiv rcx
   36: mov rax, rdx
   xor rax, rcx
   sar rax, 0x3f
   and rax, rcx
   add rax, rdx
   test rdx, rdx
   lea rax, [4*rax + 0x3]
   mov a.d, 0x3
   cmovne a, rax
*/
72,199,193,0,0,0,0,72,131,249,4,15,130,0,0,0,0,72,193,249,2,73,193,248,2,76,137,192,72,9,200,72,193,
232,32,117,9,68,137,192,49,210,247,241,235,8,76,137,192,72,153,72,247,249,72,137,208,72,49,200,72,
193,248,63,72,33,200,72,1,208,72,133,210,72,141,4,133,3,0,0,0,65,184,3,0,0,0,76,15,69,192,
/* BINARY_OP_MOD_INT a I -> a: a 2 3
   mov rcx, 0x0 ; imm
   cmp rcx, 0x4
   jb EXIT
   sar rcx, 0x2
   sar a, 0x2
   mov rax, a
   or rax, rcx
   shr rax, 0x20
   jne 0x2d
   mov eax, a.d
   xor edx, edx
   div ecx
   jmp 0x35
   2d: mov rax, a
   cqo
   idiv rcx
   35: mov rax, rdx
   xor rax, rcx
   sar rax, 0x3f
   and rax, rcx
   add rax, rdx
   test rdx, rdx
   lea rax, [4*rax + 0x3]
   mov a.d, 0x3
   cmovne a, rax
*/
72,199,193,0,0,0,0,72,131,249,4,15,130,0,0,0,0,72,193,249,2,72,193,248,2,72,137,192,72,9,200,72,193,
232,32,117,8,137,192,49,210,247,241,235,8,72,137,192,72,153,72,247,249,72,137,208,72,49,200,72,193,
248,63,72,33,200,72,1,208,72,133,210,72,141,4,133,3,0,0,0,184,3,0,0,0,72,15,69,192,
/* BINARY_OP_AND_INT a b -> a: a = b
   (the same bytes) */
/* BINARY_OP_AND_INT a b -> a: a != b
   and a, b
*/
72,33,192,
/* BINARY_OP_AND_INT a I -> a
   movabs rax, 0x0 ; imm
   and a, rax
*/
72,184,0,0,0,0,0,0,0,0,72,33,192,
/* BINARY_OP_OR_INT a b -> a: a = b
   (the same bytes) */
/* BINARY_OP_OR_INT a b -> a: a != b
   or a, b
*/
72,9,192,
/* BINARY_OP_OR_INT a I -> a
   movabs rax, 0x0 ; imm
   or a, rax
*/
72,184,0,0,0,0,0,0,0,0,72,9,192,
/* BINARY_OP_XOR_INT a b -> a: a b = 0 0 and 3 more
   mov a.d, 0x3
*/
65,184,3,0,0,0,
/* BINARY_OP_XOR_INT a b -> a: a != b
   xor a, b
   or a, 0x3
*/
72,49,192,72,131,200,3,
/* BINARY_OP_XOR_INT a b -> a: a b = 2 2 and 1 more
   mov a.d, 0x3
*/
184,3,0,0,0,
/* BINARY_OP_XOR_INT a I -> a
   movabs rax, 0x0 ; imm
   xor a, rax
   or a, 0x3
*/
72,184,0,0,0,0,0,0,0,0,72,49,192,72,131,200,3,
/* BINARY_OP_LSHIFT_INT a b -> a
   mov rcx, b
   sar rcx, 0x2
   cmp rcx, 0x3d
   ja EXIT
   lea rdx, [a - 0x3]
   mov rax, rdx
   shl rax, cl
   mov r10, rax
   sar r10, cl
   cmp r10, rdx
   jne EXIT
   add rax, 0x3
   mov a, rax
*/
72,137,193,72,193,249,2,72,131,249,61,15,135,0,0,0,0,72,141,80,253,72,137,208,72,211,224,73,137,194,
73,211,250,73,57,210,15,133,0,0,0,0,72,131,192,3,72,137,192,
/* BINARY_OP_LSHIFT_INT a I -> a
   mov rcx, 0x0 ; imm
   sar rcx, 0x2
   cmp rcx, 0x3d
   ja EXIT
   lea rdx, [a - 0x3]
   mov rax, rdx
   shl rax, cl
   mov r10, rax
   sar r10, cl
   cmp r10, rdx
   jne EXIT
   add rax, 0x3
   mov a, rax
*/
72,199,193,0,0,0,0,72,193,249,2,72,131,249,61,15,135,0,0,0,0,72,141,80,253,72,137,208,72,211,224,73,
137,194,73,211,250,73,57,210,15,133,0,0,0,0,72,131,192,3,72,137,192,
/* BINARY_OP_RSHIFT_INT a b -> a
   mov rcx, b
   sar rcx, 0x2
   cmp rcx, 0x3f
   ja EXIT
   sar a, cl
   or a, 0x3
*/
72,137,193,72,193,249,2,72,131,249,63,15,135,0,0,0,0,72,211,248,72,131,200,3,
/* BINARY_OP_RSHIFT_INT a I -> a
   mov rcx, 0x0 ; imm
   sar rcx, 0x2
   cmp rcx, 0x3f
   ja EXIT
   sar a, cl
   or a, 0x3
*/
72,199,193,0,0,0,0,72,193,249,2,72,131,249,63,15,135,0,0,0,0,72,211,248,72,131,200,3,
/* BINARY_OP_TRUEDIV_INT a b -> out: a = b
   mov rax, a
   sar rax, 0x2
   cmp a, 0x4
   setb cl
   movabs rdx, -0x20000000000001
   add rdx, rax
   movabs r10, -0x40000000000001
   cmp rdx, r10
   setb dl
   or dl, cl
   jne EXIT
   xorps out, out
   cvtsi2sd out, rax
   divsd out, out
*/
72,137,192,72,193,248,2,72,131,248,4,15,146,193,72,186,255,255,255,255,255,255,223,255,72,1,194,73,
186,255,255,255,255,255,255,191,255,76,57,210,15,146,194,8,202,15,133,0,0,0,0,15,87,192,242,72,15,
42,192,242,15,94,192,
/* BINARY_OP_TRUEDIV_INT a b -> out: a < b
   mov rax, a
   sar rax, 0x2
   mov rcx, b
   sar rcx, 0x2
   cmp b, 0x4
   setb dl
   movabs r10, -0x20000000000001
   lea r11, [rax + r10]
   movabs rbx, -0x40000000000001
   cmp r11, rbx
   setb r11b
   or r11b, dl
   add r10, rcx
   cmp r10, rbx
   setb dl
   or dl, r11b
   jne EXIT
   xorps out, out
   cvtsi2sd out, rax
   xorps xmm8, xmm8
   cvtsi2sd xmm8, rcx
   divsd out, xmm8
*/
72,137,192,72,193,248,2,72,137,193,72,193,249,2,72,131,248,4,15,146,194,73,186,255,255,255,255,255,
255,223,255,78,141,28,16,72,187,255,255,255,255,255,255,191,255,73,57,219,65,15,146,195,65,8,211,73,
1,202,73,57,218,15,146,194,68,8,218,15,133,0,0,0,0,15,87,192,242,72,15,42,192,69,15,87,192,242,76,
15,42,193,242,65,15,94,192,
/* BINARY_OP_TRUEDIV_INT a b -> out: a > b
   mov rax, b
   sar rax, 0x2
   movabs rcx, -0x20000000000001
   lea r10, [rax + rcx]
   movabs rdx, -0x40000000000001
   cmp r10, rdx
   jb EXIT
   cmp b, 0x4
   jb EXIT
   mov r10, a
   sar r10, 0x2
   add rcx, r10
   cmp rcx, rdx
   jb EXIT
   xorps out, out
   cvtsi2sd out, r10
   xorps xmm8, xmm8
   cvtsi2sd xmm8, rax
   divsd out, xmm8
*/
72,137,192,72,193,248,2,72,185,255,255,255,255,255,255,223,255,76,141,20,8,72,186,255,255,255,255,
255,255,191,255,73,57,210,15,130,0,0,0,0,72,131,248,4,15,130,0,0,0,0,73,137,194,73,193,250,2,76,1,
209,72,57,209,15,130,0,0,0,0,15,87,192,242,73,15,42,194,69,15,87,192,242,76,15,42,192,242,65,15,94,
192,
/* UNARY_NEGATIVE_INT a -> out
   mov eax, 0x6
   sub rax, a
   jo EXIT
   mov out, rax
*/
184,6,0,0,0,72,41,192,15,128,0,0,0,0,72,137,192,
/* ABS_INT a -> out: a = out
   test a, a
   jns NEXT
   mov eax, 0x6
   sub rax, a
   jo EXIT
   mov a, rax
*/
72,133,192,15,137,0,0,0,0,184,6,0,0,0,72,41,192,15,128,0,0,0,0,72,137,192,
/* ABS_INT a -> out: a != out
   mov rax, a
   test a, a
   jns 0x16
   mov eax, 0x6
   sub rax, a
   jo EXIT
   16: mov out, rax
*/
72,137,192,72,133,192,121,14,184,6,0,0,0,72,41,192,15,128,0,0,0,0,72,137,192,
/* MAX_INT a b -> a: a = b
   (the same bytes) */
/* MAX_INT a b -> a: a != b
   cmp b, a
   cmovg a, b
*/
72,57,192,72,15,79,192,
/* MIN_INT a b -> a: a = b
   (the same bytes) */
/* MIN_INT a b -> a: a != b
   cmp b, a
   cmovl a, b
*/
72,57,192,72,15,76,192,
/* UNARY_INVERT_INT a -> out: a = out
   not a
   or a, 0x3
*/
72,247,208,72,131,200,3,
/* UNARY_INVERT_INT a -> out: a != out
   mov out, a
   not out
   or out, 0x3
*/
72,137,192,72,247,208,72,131,200,3,
/* BINARY_OP_ADD_FLOAT a b -> a
   addsd a, b
*/
242,15,88,192,
/* BINARY_OP_SUBTRACT_FLOAT a b -> a
   subsd a, b
*/
242,15,92,192,
/* BINARY_OP_MULTIPLY_FLOAT a b -> a
   mulsd a, b
*/
242,15,89,192,
/* BINARY_OP_TRUEDIV_FLOAT a b -> a
   xorpd xmm8, xmm8
   ucomisd b, xmm8
   jne 0x12
   jnp EXIT
   12: divsd a, b
*/
102,69,15,87,192,102,65,15,46,192,117,6,15,139,0,0,0,0,242,15,94,192,
/* UNARY_NEGATIVE_FLOAT a -> out: a = out
   pcmpeqd xmm8, xmm8
   psllq xmm8, 0x3f
   xorpd a, xmm8
*/
102,69,15,118,192,102,65,15,115,240,63,102,65,15,87,192,
/* UNARY_NEGATIVE_FLOAT a -> out: a != out
   pcmpeqd xmm8, xmm8
   psllq xmm8, 0x3f
   movaps out, a
   xorpd out, xmm8
*/
102,69,15,118,192,102,65,15,115,240,63,15,40,192,102,65,15,87,192,
/* ABS_FLOAT a -> out: a = out
   pcmpeqd xmm8, xmm8
   psllq xmm8, 0x3f
   andnpd xmm8, a
   movaps a, xmm8
*/
102,69,15,118,192,102,65,15,115,240,63,102,68,15,85,192,65,15,40,192,
/* ABS_FLOAT a -> out: a != out
   pcmpeqd out, out
   psllq out, 0x3f
   andnpd out, a
*/
102,15,118,192,102,15,115,240,63,102,15,85,192,
/* SQRT_FLOAT a -> out
   xorpd xmm8, xmm8
   ucomisd a, xmm8
   jb EXIT
   sqrtsd out, a
*/
102,69,15,87,192,102,65,15,46,192,15,130,0,0,0,0,242,15,81,192,
/* MAX_FLOAT a b -> a: a = b
   (the same bytes) */
/* MAX_FLOAT a b -> a: a != b
   movapd xmm8, b
   maxsd xmm8, a
   movapd a, xmm8
*/
102,68,15,40,192,242,68,15,95,192,102,65,15,40,192,
/* MIN_FLOAT a b -> a: a = b
   (the same bytes) */
/* MIN_FLOAT a b -> a: a != b
   movapd xmm8, b
   minsd xmm8, a
   movapd a, xmm8
*/
102,68,15,40,192,242,68,15,93,192,102,65,15,40,192,
/* FLOOR_FLOAT a -> out
   movq rax, a
   shr rax, 0x34
   and eax, 0x7ff
   cmp eax, 0x43a
   ja EXIT
   cvttsd2si rax, a
   xorps xmm8, xmm8
   cvtsi2sd xmm8, rax
   xor ecx, ecx
   ucomisd xmm8, a
   seta cl
   sub rax, rcx
   lea out, [4*rax + 0x3]
*/
102,72,15,126,192,72,193,232,52,37,255,7,0,0,61,58,4,0,0,15,135,0,0,0,0,242,72,15,44,192,69,15,87,
192,242,76,15,42,192,49,201,102,68,15,46,192,15,151,193,72,41,200,72,141,4,133,3,0,0,0,
/* CEIL_FLOAT a -> out
   movq rax, a
   shr rax, 0x34
   and eax, 0x7ff
   cmp eax, 0x43a
   ja EXIT
   cvttsd2si rax, a
   xorps xmm8, xmm8
   cvtsi2sd xmm8, rax
   xor ecx, ecx
   ucomisd a, xmm8
   seta cl
   add rcx, rax
   lea out, [4*rcx + 0x3]
*/
102,72,15,126,192,72,193,232,52,37,255,7,0,0,61,58,4,0,0,15,135,0,0,0,0,242,72,15,44,192,69,15,87,
192,242,76,15,42,192,49,201,102,65,15,46,192,15,151,193,72,1,193,72,141,4,141,3,0,0,0,
/* TRUNC_FLOAT a -> out
   movq rax, a
   shr rax, 0x34
   and eax, 0x7ff
   cmp eax, 0x43a
   ja EXIT
   cvttsd2si rax, a
   lea out, [4*rax + 0x3]
*/
102,72,15,126,192,72,193,232,52,37,255,7,0,0,61,58,4,0,0,15,135,0,0,0,0,242,72,15,44,192,72,141,4,
133,3,0,0,0,
/* CALL_DOUBLE_1 0 -> 0
   movabs rax, 0x0 ; word
   movq rbx, xmm0
   call qword ptr [rax]
   movdqa xmm1, xmm0
   subsd xmm1, xmm0
   xorpd xmm2, xmm2
   ucomisd xmm1, xmm2
   jne 0x29
   jnp NEXT
   29: add rbx, rbx
   movabs rax, -0x20000000000001
   ucomisd xmm0, xmm0
   lea rcx, [rax + 0x1]
   cmovnp rcx, rax
   cmp rbx, rcx
   jbe EXIT
*/
72,184,0,0,0,0,0,0,0,0,102,72,15,126,195,255,16,102,15,111,200,242,15,92,200,102,15,87,210,102,15,
46,202,117,6,15,139,0,0,0,0,72,1,219,72,184,255,255,255,255,255,255,223,255,102,15,46,192,72,141,72,
1,72,15,75,200,72,57,203,15,134,0,0,0,0,
/* CALL_DOUBLE_2 0 1 -> 0
   movabs rax, 0x0 ; word
   movq r14, xmm0
   movq rbx, xmm1
   call qword ptr [rax]
   movdqa xmm1, xmm0
   subsd xmm1, xmm0
   xorpd xmm2, xmm2
   ucomisd xmm1, xmm2
   jne 0x2e
   jnp NEXT
   2e: add r14, r14
   movabs rcx, -0x20000000000001
   ucomisd xmm0, xmm0
   lea rax, [rcx + 0x1]
   cmovnp rax, rcx
   cmp r14, rax
   ja NEXT
   add rbx, rbx
   cmp rbx, rax
   jbe EXIT
*/
72,184,0,0,0,0,0,0,0,0,102,73,15,126,198,102,72,15,126,203,255,16,102,15,111,200,242,15,92,200,102,
15,87,210,102,15,46,202,117,6,15,139,0,0,0,0,77,1,246,72,185,255,255,255,255,255,255,223,255,102,15,
46,192,72,141,65,1,72,15,75,193,73,57,198,15,135,0,0,0,0,72,1,219,72,57,195,15,134,0,0,0,0,
/* COMPARE_OP_INT a b -> a: a b = 0 0 and 3 more
   mov a.d, 0xc
*/
65,184,12,0,0,0,
/* COMPARE_OP_INT a b -> a: a != b
   xor eax, eax
   cmp a, b
   setl al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,156,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT a b -> a: a b = 2 2 and 1 more
   mov a.d, 0xc
*/
184,12,0,0,0,
/* COMPARE_OP_INT a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   setl al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,156,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 1 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0x1c
*/
65,184,28,0,0,0,
/* COMPARE_OP_INT 1 a b -> a: a != b
   xor eax, eax
   cmp a, b
   setle al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,158,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 1 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0x1c
*/
184,28,0,0,0,
/* COMPARE_OP_INT 1 a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   setle al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,158,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 2 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0x1c
   (the same bytes) */
/* COMPARE_OP_INT 2 a b -> a: a != b
   xor eax, eax
   cmp a, b
   sete al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,148,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 2 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0x1c
   (the same bytes) */
/* COMPARE_OP_INT 2 a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   sete al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,148,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 3 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0xc
   (the same bytes) */
/* COMPARE_OP_INT 3 a b -> a: a != b
   xor eax, eax
   cmp a, b
   setne al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,149,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 3 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0xc
   (the same bytes) */
/* COMPARE_OP_INT 3 a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   setne al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,149,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 4 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0xc
   (the same bytes) */
/* COMPARE_OP_INT 4 a b -> a: a != b
   xor eax, eax
   cmp a, b
   setg al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,159,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 4 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0xc
   (the same bytes) */
/* COMPARE_OP_INT 4 a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   setg al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,159,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 5 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0x1c
   (the same bytes) */
/* COMPARE_OP_INT 5 a b -> a: a != b
   xor eax, eax
   cmp a, b
   setge al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,57,192,15,157,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_INT 5 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0x1c
   (the same bytes) */
/* COMPARE_OP_INT 5 a I -> a
   xor eax, eax
   cmp a, 0x0 ; imm
   setge al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,129,248,0,0,0,0,15,157,192,193,224,4,72,131,200,12,72,137,192,
/* COMPARE_OP_FLOAT a b -> out: a b out = 0 0 0 and 31 more
   mov out.d, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT a b -> out: a b out = 0 0 2 and 15 more
   mov out.d, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT a b -> out: a b out = 0 1 0 and 223 more
   xor out.d, out.d
   ucomisd b, a
   seta out.b
   shl out.d, 0x4
   or out, 0xc
*/
64,49,192,102,15,46,192,65,15,151,192,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT a b -> out: a b out = 0 1 2 and 111 more
   xor out.d, out.d
   ucomisd b, a
   seta out.b
   shl out.d, 0x4
   or out, 0xc
*/
49,192,102,15,46,192,64,15,151,192,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 1 a b -> out: a b out = 0 0 0 and 31 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
*/
64,49,192,102,15,46,192,65,15,155,192,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT 1 a b -> out: a b out = 0 0 2 and 15 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
*/
49,192,102,15,46,192,64,15,155,192,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 1 a b -> out: a b out = 0 1 0 and 223 more
   xor out.d, out.d
   ucomisd b, a
   setae out.b
   shl out.d, 0x4
   or out, 0xc
*/
64,49,192,102,15,46,192,65,15,147,192,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT 1 a b -> out: a b out = 0 1 2 and 111 more
   xor out.d, out.d
   ucomisd b, a
   setae out.b
   shl out.d, 0x4
   or out, 0xc
*/
49,192,102,15,46,192,64,15,147,192,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 2 a b -> out: a b out = 0 0 0 and 31 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 2 a b -> out: a b out = 0 0 2 and 15 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 2 a b -> out: a b out = 0 1 0 and 223 more
   movapd xmm8, a
   cmpeqsd xmm8, b
   movq out, xmm8
   and out.d, 0x1
   shl out.d, 0x4
   or out, 0xc
*/
102,68,15,40,192,242,68,15,194,192,0,102,77,15,126,192,65,131,224,1,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT 2 a b -> out: a b out = 0 1 2 and 111 more
   movapd xmm8, a
   cmpeqsd xmm8, b
   movq out, xmm8
   and out.d, 0x1
   shl out.d, 0x4
   or out, 0xc
*/
102,68,15,40,192,242,68,15,194,192,0,102,76,15,126,192,131,224,1,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 3 a b -> out: a b out = 0 0 0 and 31 more
   xor out.d, out.d
   ucomisd a, a
   setp out.b
   shl out.d, 0x4
   or out, 0xc
*/
64,49,192,102,15,46,192,65,15,154,192,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT 3 a b -> out: a b out = 0 0 2 and 15 more
   xor out.d, out.d
   ucomisd a, a
   setp out.b
   shl out.d, 0x4
   or out, 0xc
*/
49,192,102,15,46,192,64,15,154,192,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 3 a b -> out: a b out = 0 1 0 and 223 more
   movapd xmm8, a
   cmpneqsd xmm8, b
   movq out, xmm8
   and out.d, 0x1
   shl out.d, 0x4
   or out, 0xc
*/
102,68,15,40,192,242,68,15,194,192,4,102,77,15,126,192,65,131,224,1,65,193,224,4,73,131,200,12,
/* COMPARE_OP_FLOAT 3 a b -> out: a b out = 0 1 2 and 111 more
   movapd xmm8, a
   cmpneqsd xmm8, b
   movq out, xmm8
   and out.d, 0x1
   shl out.d, 0x4
   or out, 0xc
*/
102,68,15,40,192,242,68,15,194,192,4,102,76,15,126,192,131,224,1,193,224,4,72,131,200,12,
/* COMPARE_OP_FLOAT 4 a b -> out: a b out = 0 0 0 and 31 more
   mov out.d, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 4 a b -> out: a b out = 0 0 2 and 15 more
   mov out.d, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 4 a b -> out: a b out = 0 1 0 and 223 more
   xor out.d, out.d
   ucomisd a, b
   seta out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 4 a b -> out: a b out = 0 1 2 and 111 more
   xor out.d, out.d
   ucomisd a, b
   seta out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 5 a b -> out: a b out = 0 0 0 and 31 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 5 a b -> out: a b out = 0 0 2 and 15 more
   xor out.d, out.d
   ucomisd a, a
   setnp out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 5 a b -> out: a b out = 0 1 0 and 223 more
   xor out.d, out.d
   ucomisd a, b
   setae out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* COMPARE_OP_FLOAT 5 a b -> out: a b out = 0 1 2 and 111 more
   xor out.d, out.d
   ucomisd a, b
   setae out.b
   shl out.d, 0x4
   or out, 0xc
   (the same bytes) */
/* IS_OP a b -> a: a b = 0 0 and 3 more
   mov a.d, 0x1c
   (the same bytes) */
/* IS_OP a b -> a: a != b
   xor eax, eax
   cmp a, b
   sete al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
   (the same bytes) */
/* IS_OP a b -> a: a b = 2 2 and 1 more
   mov a.d, 0x1c
   (the same bytes) */
/* IS_OP 1 a b -> a: a b = 0 0 and 3 more
   mov a.d, 0xc
   (the same bytes) */
/* IS_OP 1 a b -> a: a != b
   xor eax, eax
   cmp a, b
   setne al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
   (the same bytes) */
/* IS_OP 1 a b -> a: a b = 2 2 and 1 more
   mov a.d, 0xc
   (the same bytes) */
/* UNARY_NOT a -> out: a = out
   xor a, 0x10
*/
72,131,240,16,
/* UNARY_NOT a -> out: a != out
   mov out, a
   xor out, 0x10
*/
72,137,192,72,131,240,16,
/* TO_BOOL_INT a -> out: a = out
   xor eax, eax
   cmp a, 0x3
   setne al
   shl eax, 0x4
   or rax, 0xc
   mov a, rax
*/
49,192,72,131,248,3,15,149,192,193,224,4,72,131,200,12,72,137,192,
/* TO_BOOL_INT a -> out: a out = 0 1 and 19 more
   xor out.d, out.d
   cmp a, 0x3
   setne out.b
   shl out.d, 0x4
   or out, 0xc
*/
64,49,192,72,131,248,3,65,15,149,192,65,193,224,4,73,131,200,12,
/* TO_BOOL_INT a -> out: a out = 0 2 and 9 more
   xor out.d, out.d
   cmp a, 0x3
   setne out.b
   shl out.d, 0x4
   or out, 0xc
*/
49,192,72,131,248,3,64,15,149,192,193,224,4,72,131,200,12,
/* LOAD_ATTR_SLOT a -> out
   mov out, qword ptr [a] ; operand
*/
72,139,128,0,0,0,0,
/* LOAD_ATTR_BOUND a -> out
   mov rax, qword ptr [a] ; operand
   cmp rax, 0x14
   je EXIT
   mov out, rax
*/
72,139,128,0,0,0,0,72,131,248,20,15,132,0,0,0,0,72,137,192,
/* LOAD_ATTR_EXTRA a -> out
   mov rax, qword ptr [a] ; operand
   mov ecx, 0x0 ; operand_high
   mov out, qword ptr [rax + 8*rcx + 0x10]
*/
72,139,128,0,0,0,0,185,0,0,0,0,72,139,68,200,16,
/* STORE_ATTR_SLOT a b: b 0 1 4 5
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b], a ; operand
   cmp byte ptr [b + 0x4], 0x1
   jne NEXT
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
*/
73,139,132,36,8,1,0,0,73,137,128,0,0,0,0,65,128,120,4,1,15,133,0,0,0,0,65,198,64,4,3,76,137,193,72,
193,233,15,198,4,8,1,
/* STORE_ATTR_SLOT a b: b 2 3
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b], a ; operand
   cmp byte ptr [b + 0x4], 0x1
   jne NEXT
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
*/
73,139,132,36,8,1,0,0,72,137,128,0,0,0,0,128,120,4,1,15,133,0,0,0,0,198,64,4,3,72,137,193,72,193,
233,15,198,4,8,1,
/* STORE_ATTR_EXTRA a b
   mov rax, qword ptr [b] ; operand
   mov edx, 0x0 ; operand_high
   mov rcx, qword ptr [r12 + 0x108]
   mov qword ptr [rax + 8*rdx + 0x10], a
   cmp byte ptr [rax + 0x4], 0x1
   jne NEXT
   mov byte ptr [rax + 0x4], 0x3
   shr rax, 0xf
   mov byte ptr [rcx + rax], 0x1
*/
72,139,128,0,0,0,0,186,0,0,0,0,73,139,140,36,8,1,0,0,72,137,68,208,16,128,120,4,1,15,133,0,0,0,0,
198,64,4,3,72,193,232,15,198,4,1,1,
/* STORE_ATTR_ADD a b: b 0 1 4 5
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b], a ; operand
   cmp byte ptr [b + 0x4], 0x1
   jne 0x32
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
   mov dword ptr [b], 0x0 ; operand_high
   jmp NEXT
   32: mov dword ptr [b], 0x0 ; operand_high
*/
73,139,132,36,8,1,0,0,73,137,128,0,0,0,0,65,128,120,4,1,117,28,65,198,64,4,3,76,137,193,72,193,233,
15,198,4,8,1,65,199,0,0,0,0,0,233,0,0,0,0,65,199,0,0,0,0,0,
/* STORE_ATTR_ADD a b: b 2 3
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b], a ; operand
   cmp byte ptr [b + 0x4], 0x1
   jne 0x2f
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
   mov dword ptr [b], 0x0 ; operand_high
   jmp NEXT
   2f: mov dword ptr [b], 0x0 ; operand_high
*/
73,139,132,36,8,1,0,0,72,137,128,0,0,0,0,128,120,4,1,117,26,198,64,4,3,72,137,193,72,193,233,15,198,
4,8,1,199,0,0,0,0,0,233,0,0,0,0,199,0,0,0,0,0,
/* LOAD_FIELD a -> out
   mov out, qword ptr [a] ; operand
   (the same bytes) */
/* GUARD_BOUND a: a 0 1 4 5
   cmp a, 0x14
   jne NEXT
   mov a.d, 0x14
   jmp EXIT
*/
73,131,248,20,15,133,0,0,0,0,65,184,20,0,0,0,233,0,0,0,0,
/* GUARD_BOUND a: a 2 3
   cmp a, 0x14
   jne NEXT
   mov a.d, 0x14
   jmp EXIT
*/
72,131,248,20,15,133,0,0,0,0,184,20,0,0,0,233,0,0,0,0,
/* GUARD_KEYS_VERSION_OF a: a 0 1 4 5
   cmp dword ptr [a + 0x18], 0x0 ; number
   jne EXIT
*/
65,129,120,24,0,0,0,0,15,133,0,0,0,0,
/* GUARD_KEYS_VERSION_OF a: a 2 3
   cmp dword ptr [a + 0x18], 0x0 ; number
   jne EXIT
*/
129,120,24,0,0,0,0,15,133,0,0,0,0,
/* LOAD_DICT_ENTRY a -> out
   mov rax, qword ptr [a + 0x10]
   mov ecx, 0x0 ; number
   lea rcx, [rcx + 2*rcx]
   mov out, qword ptr [rax + 8*rcx + 0x28]
*/
72,139,64,16,185,0,0,0,0,72,141,12,73,72,139,68,200,40,
/* GUARD_FUNCTION_CODE a: a 0 1 4 5
   movabs rax, 0x0 ; word
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x16
   jne EXIT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax]
   jne EXIT
   mov rcx, qword ptr [a + 0x10]
   cmp rcx, qword ptr [rax + 0x8]
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,65,246,192,7,15,133,0,0,0,0,65,131,56,22,15,133,0,0,0,0,73,139,72,8,72,59,8,
15,133,0,0,0,0,73,139,72,16,72,59,72,8,15,133,0,0,0,0,
/* GUARD_FUNCTION_CODE a: a 2 3
   movabs rax, 0x0 ; word
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x16
   jne EXIT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax]
   jne EXIT
   mov rcx, qword ptr [a + 0x10]
   cmp rcx, qword ptr [rax + 0x8]
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,64,246,192,7,15,133,0,0,0,0,131,56,22,15,133,0,0,0,0,72,139,72,8,72,59,8,15,
133,0,0,0,0,72,139,72,16,72,59,72,8,15,133,0,0,0,0,
/* GUARD_FUNCTION_VERSION a: a 0 1 4 5
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x16
   jne EXIT
   cmp dword ptr [a + 0x38], 0x0 ; number
   jne EXIT
*/
65,246,192,7,15,133,0,0,0,0,65,131,56,22,15,133,0,0,0,0,65,129,120,56,0,0,0,0,15,133,0,0,0,0,
/* GUARD_FUNCTION_VERSION a: a 2 3
   test a.b, 0x7
   jne EXIT
   cmp dword ptr [a], 0x16
   jne EXIT
   cmp dword ptr [a + 0x38], 0x0 ; number
   jne EXIT
*/
64,246,192,7,15,133,0,0,0,0,131,56,22,15,133,0,0,0,0,129,120,56,0,0,0,0,15,133,0,0,0,0,
/* LOAD_CELL a -> out
   mov out, qword ptr [a + 0x8]
*/
72,139,64,8,
/* STORE_CELL a b: b 0 1 4 5
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b + 0x8], a
   cmp byte ptr [b + 0x4], 0x1
   jne NEXT
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
*/
73,139,132,36,8,1,0,0,73,137,64,8,65,128,120,4,1,15,133,0,0,0,0,65,198,64,4,3,76,137,193,72,193,233,
15,198,4,8,1,
/* STORE_CELL a b: b 2 3
   mov rax, qword ptr [r12 + 0x108]
   mov qword ptr [b + 0x8], a
   cmp byte ptr [b + 0x4], 0x1
   jne NEXT
   mov byte ptr [b + 0x4], 0x3
   mov rcx, b
   shr rcx, 0xf
   mov byte ptr [rax + rcx], 0x1
*/
73,139,132,36,8,1,0,0,72,137,64,8,128,120,4,1,15,133,0,0,0,0,198,64,4,3,72,137,193,72,193,233,15,
198,4,8,1,
/* LOAD_METHOD_SELF a -> out
   mov out, qword ptr [a + 0x8]
   (the same bytes) */
/* LOAD_METHOD_FUNCTION a -> out
   mov out, qword ptr [a + 0x10]
*/
72,139,64,16,
/* LOAD_CLOSURE_CELL a -> out
   mov rax, qword ptr [a + 0x20]
   mov ecx, 0x0 ; number
   mov out, qword ptr [rax + 8*rcx + 0x18]
*/
72,139,64,32,185,0,0,0,0,72,139,68,200,24,
/* BINARY_SUBSCR_LIST_INT a b -> a
   mov rax, b
   sar rax, 0x2
   mov rcx, qword ptr [a + 0x8]
   cmp rax, rcx
   jb 0x19
   add rax, rcx
   jae EXIT
   19: mov rcx, qword ptr [a + 0x10]
   mov a, qword ptr [rcx + 8*rax + 0x10]
*/
72,137,192,72,193,248,2,72,139,72,8,72,57,200,114,9,72,1,200,15,131,0,0,0,0,72,139,72,16,72,139,68,
193,16,
/* BINARY_SUBSCR_LIST_INT a I -> a
   mov rax, 0x0 ; imm
   sar rax, 0x2
   mov rcx, qword ptr [a + 0x8]
   cmp rax, rcx
   jb 0x1d
   add rax, rcx
   jae EXIT
   1d: mov rcx, qword ptr [a + 0x10]
   mov a, qword ptr [rcx + 8*rax + 0x10]
*/
72,199,192,0,0,0,0,72,193,248,2,72,139,72,8,72,57,200,114,9,72,1,200,15,131,0,0,0,0,72,139,72,16,72,
139,68,193,16,
/* STORE_SUBSCR_LIST_INT a b c
   mov rax, c
   sar rax, 0x2
   mov rcx, qword ptr [b + 0x8]
   cmp rax, rcx
   jb 0x19
   add rax, rcx
   jae EXIT
   19: mov rcx, qword ptr [b + 0x10]
   mov rdx, qword ptr [r12 + 0x108]
   mov qword ptr [rcx + 8*rax + 0x10], a
   cmp byte ptr [rcx + 0x4], 0x1
   jne NEXT
   mov byte ptr [rcx + 0x4], 0x3
   shr rcx, 0xf
   mov byte ptr [rdx + rcx], 0x1
*/
72,137,192,72,193,248,2,72,139,72,8,72,57,200,114,9,72,1,200,15,131,0,0,0,0,72,139,72,16,73,139,148,
36,8,1,0,0,72,137,68,193,16,128,121,4,1,15,133,0,0,0,0,198,65,4,3,72,193,233,15,198,4,10,1,
/* BINARY_SUBSCR_TUPLE_INT a b -> a
   mov rax, b
   sar rax, 0x2
   mov rcx, qword ptr [a + 0x10]
   cmp rax, rcx
   jb 0x19
   add rax, rcx
   jae EXIT
   19: mov a, qword ptr [a + 8*rax + 0x18]
*/
72,137,192,72,193,248,2,72,139,72,16,72,57,200,114,9,72,1,200,15,131,0,0,0,0,72,139,68,192,24,
/* BINARY_SUBSCR_TUPLE_INT a I -> a
   mov rax, 0x0 ; imm
   sar rax, 0x2
   mov rcx, qword ptr [a + 0x10]
   cmp rax, rcx
   jb 0x1d
   add rax, rcx
   jae EXIT
   1d: mov a, qword ptr [a + 8*rax + 0x18]
*/
72,199,192,0,0,0,0,72,193,248,2,72,139,72,16,72,57,200,114,9,72,1,200,15,131,0,0,0,0,72,139,68,192,
24,
/* GUARD_TUPLE_LEN a
   cmp qword ptr [a + 0x10], 0x0 ; number
   jne EXIT
*/
72,129,120,16,0,0,0,0,15,133,0,0,0,0,
/* GUARD_LIST_LEN a
   cmp qword ptr [a + 0x8], 0x0 ; number
   jne EXIT
*/
72,129,120,8,0,0,0,0,15,133,0,0,0,0,
/* LOAD_TUPLE_ITEM a -> out
   mov eax, 0x0 ; number
   mov out, qword ptr [a + 8*rax + 0x18]
*/
184,0,0,0,0,72,139,68,192,24,
/* LOAD_LIST_ITEM a -> out
   mov rax, qword ptr [a + 0x10]
   mov ecx, 0x0 ; number
   mov out, qword ptr [rax + 8*rcx + 0x10]
*/
72,139,64,16,185,0,0,0,0,72,139,68,200,16,
/* LIST_LEN a -> out
   mov rax, qword ptr [a + 0x8]
   lea out, [4*rax + 0x3]
*/
72,139,64,8,72,141,4,133,3,0,0,0,
/* TUPLE_LEN a -> out
   mov rax, qword ptr [a + 0x10]
   lea out, [4*rax + 0x3]
*/
72,139,64,16,72,141,4,133,3,0,0,0,
/* STR_LEN a -> out
   mov rax, qword ptr [a + 0x10]
   lea out, [4*rax + 0x3]
   (the same bytes) */
/* DICT_LEN a -> out
   mov rax, qword ptr [a + 0x8]
   lea out, [4*rax + 0x3]
   (the same bytes) */
/* LIST_APPEND 0 1
   mov rax, qword ptr [r14 + 0x8]
   mov rcx, qword ptr [r14 + 0x10]
   cmp rax, qword ptr [rcx + 0x8]
   jge 0x39
   mov rdx, qword ptr [r12 + 0x108]
   mov qword ptr [rcx + 8*rax + 0x10], r15
   cmp byte ptr [rcx + 0x4], 0x1
   jne 0x4c
   mov byte ptr [rcx + 0x4], 0x3
   shr rcx, 0xf
   mov byte ptr [rdx + rcx], 0x1
   inc rax
   mov qword ptr [r14 + 0x8], rax
   jmp NEXT
   39: mov rdi, r12
   mov rsi, r14
   mov rdx, r15
   call helper_list_append
   jmp NEXT
   4c: inc rax
   mov qword ptr [r14 + 0x8], rax
*/
73,139,70,8,73,139,78,16,72,59,65,8,125,43,73,139,148,36,8,1,0,0,76,137,124,193,16,128,121,4,1,117,
43,198,65,4,3,72,193,233,15,198,4,10,1,72,255,192,73,137,70,8,233,0,0,0,0,76,137,231,76,137,246,76,
137,250,232,0,0,0,0,233,0,0,0,0,72,255,192,73,137,70,8,
/* GUARD_NOT_EXHAUSTED_RANGE a
   cmp qword ptr [a + 0x18], 0x0
   jle EXIT
*/
72,131,120,24,0,15,142,0,0,0,0,
/* GUARD_EXHAUSTED_RANGE a
   cmp qword ptr [a + 0x18], 0x0
   jg EXIT
*/
72,131,120,24,0,15,143,0,0,0,0,
/* ITER_NEXT_RANGE a -> out
   mov rax, qword ptr [a + 0x8]
   mov rcx, qword ptr [a + 0x10]
   add rcx, rax
   mov qword ptr [a + 0x8], rcx
   dec qword ptr [a + 0x18]
   lea out, [4*rax + 0x3]
*/
72,139,64,8,72,139,72,16,72,1,193,72,137,72,8,72,255,72,24,72,141,4,133,3,0,0,0,
/* GUARD_NOT_EXHAUSTED_LIST a
   mov rax, qword ptr [a + 0x10]
   test rax, rax
   je EXIT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax + 0x8]
   jge EXIT
*/
72,139,64,16,72,133,192,15,132,0,0,0,0,72,139,72,8,72,59,72,8,15,141,0,0,0,0,
/* GUARD_EXHAUSTED_LIST a
   mov rax, qword ptr [a + 0x10]
   test rax, rax
   je NEXT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax + 0x8]
   jl EXIT
*/
72,139,64,16,72,133,192,15,132,0,0,0,0,72,139,72,8,72,59,72,8,15,140,0,0,0,0,
/* ITER_END_LIST a
   mov qword ptr [a + 0x10], 0x0
*/
72,199,64,16,0,0,0,0,
/* ITER_NEXT_LIST a -> out
   mov rax, qword ptr [a + 0x8]
   mov rcx, qword ptr [a + 0x10]
   mov rcx, qword ptr [rcx + 0x10]
   lea rdx, [rax + 0x1]
   mov qword ptr [a + 0x8], rdx
   mov out, qword ptr [rcx + 8*rax + 0x10]
*/
72,139,64,8,72,139,72,16,72,139,73,16,72,141,80,1,72,137,80,8,72,139,68,193,16,
/* GUARD_NOT_EXHAUSTED_TUPLE a
   mov rax, qword ptr [a + 0x10]
   test rax, rax
   je EXIT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax + 0x10]
   jge EXIT
*/
72,139,64,16,72,133,192,15,132,0,0,0,0,72,139,72,8,72,59,72,16,15,141,0,0,0,0,
/* GUARD_EXHAUSTED_TUPLE a
   mov rax, qword ptr [a + 0x10]
   test rax, rax
   je NEXT
   mov rcx, qword ptr [a + 0x8]
   cmp rcx, qword ptr [rax + 0x10]
   jl EXIT
*/
72,139,64,16,72,133,192,15,132,0,0,0,0,72,139,72,8,72,59,72,16,15,140,0,0,0,0,
/* ITER_NEXT_TUPLE a -> out
   mov rax, qword ptr [a + 0x8]
   mov rcx, qword ptr [a + 0x10]
   lea rdx, [rax + 0x1]
   mov qword ptr [a + 0x8], rdx
   mov out, qword ptr [rcx + 8*rax + 0x18]
*/
72,139,64,8,72,139,72,16,72,141,80,1,72,137,80,8,72,139,68,193,24,
/* UNARY_NEGATIVE 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_negative
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,246,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* UNARY_POSITIVE 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_positive
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* UNARY_INVERT 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_invert
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* TO_BOOL 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call helper_to_bool
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* BINARY_OP 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_binary_op
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,250,76,137,246,185,0,0,0,0,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* BINARY_OP_ANY_INT 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_int_op
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* COMPARE_OP 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call object_compare
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CONTAINS_OP 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_contains_op
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* BINARY_SUBSCR 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call object_getitem
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,250,76,137,246,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* STORE_SUBSCR 0 1 2
   mov rdx, rdi
   mov rsi, r15
   mov rcx, r14
   mov rdi, r12
   call object_setitem
   test eax, eax
   js ERROR
*/
72,137,250,76,137,254,76,137,241,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* DELETE_SUBSCR 0 1
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call object_delitem
   test eax, eax
   js ERROR
*/
76,137,250,76,137,246,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* BINARY_SLICE 0 1 2 -> 0
   mov rcx, rdi
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_slice
   test rax, rax
   je ERROR
   mov r14, rax
*/
72,137,249,76,137,250,76,137,246,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* CONTAINS_OP_DICT 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_dict_contains
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CONTAINS_OP_SET 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_set_contains
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* BINARY_SUBSCR_STR_INT 0 1 -> 0
   sar r15, 0x2
   mov rax, qword ptr [r14 + 0x10]
   cmp r15, rax
   jb 0x16
   add r15, rax
   jae EXIT
   16: mov rdi, r12
   mov rsi, r14
   mov rdx, r15
   call helper_str_char
   mov r14, rax
*/
73,193,255,2,73,139,70,16,73,57,199,114,9,73,1,199,15,131,0,0,0,0,76,137,231,76,137,246,76,137,250,
232,0,0,0,0,73,137,198,
/* BINARY_SUBSCR_DICT 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_dict_getitem
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* STORE_SUBSCR_DICT 0 1 2
   mov rdx, rdi
   mov rsi, r15
   mov rcx, r14
   mov rdi, r12
   call helper_dict_setitem
   test eax, eax
   js ERROR
   (the same bytes) */
/* BINARY_OP_ADD_STR 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_str_concat
   mov r14, rax
*/
76,137,250,76,137,246,76,137,231,232,0,0,0,0,73,137,198,
/* COMPARE_OP_STR 0 1 -> 0
   mov rsi, r15
   mov rdi, r14
   call helper_str_equal
   mov ecx, 0x0 ; number
   cmp rcx, 0x3
   sete cl
   xor cl, al
   movzx r14d, cl
   shl r14d, 0x4
   or r14, 0xc
*/
76,137,254,76,137,247,232,0,0,0,0,185,0,0,0,0,72,131,249,3,15,148,193,48,193,68,15,182,241,65,193,
230,4,73,131,206,12,
/* BINARY_OP_POWER_FLOAT 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_float_power
   test rax, rax
   je EXIT
   mov r14, rax
   (the same bytes) */
/* LOAD_ATTR 0 -> 0
   mov rsi, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call object_getattr
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,246,72,186,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* STORE_ATTR 0 1
   mov rsi, r15
   mov rcx, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call object_setattr
   test eax, eax
   js ERROR
*/
76,137,254,76,137,241,72,186,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* DELETE_ATTR 0
   mov rsi, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call object_delattr
   test eax, eax
   js ERROR
*/
76,137,246,72,186,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* STR 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_str
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* GET_ITER 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_iter
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* ITER_NEXT 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_next
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* FORMAT_VALUE 0 -> 0
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   xor edx, edx
   call helper_format_value
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,246,185,0,0,0,0,76,137,231,49,210,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* FORMAT_VALUE_SPEC 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_format_value
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* RANGE_ITER_NEW 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov eax, 0x0 ; number
   movsxd rcx, eax
   mov rdi, r12
   call helper_range_iter
   mov r14, rax
*/
76,137,250,76,137,246,184,0,0,0,0,72,99,200,76,137,231,232,0,0,0,0,73,137,198,
/* ITER_NEW 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call object_iter
   mov r14, rax
*/
76,137,246,76,137,231,232,0,0,0,0,73,137,198,
/* TUPLE_NEW_1 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call helper_tuple_1
   mov r14, rax
   (the same bytes) */
/* TUPLE_NEW_2 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_tuple_2
   mov r14, rax
   (the same bytes) */
/* TUPLE_NEW_3 0 1 2 -> 0
   mov rcx, rdi
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_tuple_3
   mov r14, rax
*/
72,137,249,76,137,250,76,137,246,76,137,231,232,0,0,0,0,73,137,198,
/* METHOD_NEW 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call method_new
   mov r14, rax
   (the same bytes) */
/* CELL_NEW 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call helper_cell_new
   mov r14, rax
   (the same bytes) */
/* INSTANCE_NEW -> 0
   movabs rsi, 0x0 ; word
   mov rdi, r12
   call instance_new
   mov r14, rax
*/
72,190,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,73,137,198,
/* SET_ADD 0 1
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_set_add
   test eax, eax
   js ERROR
   (the same bytes) */
/* MAP_ADD 0 1 2
   mov rcx, rdi
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_dict_setitem
   test eax, eax
   js ERROR
*/
72,137,249,76,137,250,76,137,246,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* STORE_GLOBAL 0
   mov rsi, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call helper_store_global
   test eax, eax
   js ERROR
   (the same bytes) */
/* LIST_EXTEND 0 1
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call helper_list_extend
   test eax, eax
   js ERROR
   (the same bytes) */
/* LIST_TO_TUPLE 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call slow_list_to_tuple
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* SET_UPDATE 0 1
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call slow_set_update
   test eax, eax
   js ERROR
   (the same bytes) */
/* DICT_UPDATE 0 1
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call slow_dict_update
   test eax, eax
   js ERROR
   (the same bytes) */
/* DICT_MERGE 0 1 2
   mov rcx, rdi
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call slow_dict_merge
   test eax, eax
   js ERROR
   (the same bytes) */
/* IMPORT_FROM 0 -> 0
   mov rsi, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call slow_import_from
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* GET_LEN 0 -> 0
   mov rsi, r14
   mov rdi, r12
   call slow_len
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* MATCH_TYPE 0 -> 0
   mov rdi, r14
   mov esi, 0x0 ; number
   call slow_match_type
   movzx r14d, al
   shl r14d, 0x4
   or r14, 0xc
*/
76,137,247,190,0,0,0,0,232,0,0,0,0,68,15,182,240,65,193,230,4,73,131,206,12,
/* MATCH_KEYS 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call slow_match_keys
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* MAKE_FUNCTION 0 -> 0
   mov rsi, r14
   movabs rdx, 0x0 ; word
   mov rdi, r12
   call helper_make_function
   mov r14, rax
*/
76,137,246,72,186,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,73,137,198,
/* MAKE_CLOSURE 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   movabs rcx, 0x0 ; word
   mov rdi, r12
   call helper_make_closure
   mov r14, rax
*/
76,137,250,76,137,246,72,185,0,0,0,0,0,0,0,0,76,137,231,232,0,0,0,0,73,137,198,
/* SET_FUNCTION_ATTRIBUTE 0 1
   mov rsi, r15
   mov rdi, r14
   mov edx, 0x0 ; number
   call helper_set_function_attribute
*/
76,137,254,76,137,247,186,0,0,0,0,232,0,0,0,0,
/* SET_ARG a
   mov eax, 0x0 ; number
   mov qword ptr [r12 + 8*rax + 0x1f8], a
*/
184,0,0,0,0,73,137,132,196,248,1,0,0,
/* BUILD_TUPLE -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_tuple
   mov r14, rax
*/
73,141,180,36,248,1,0,0,186,0,0,0,0,76,137,231,232,0,0,0,0,73,137,198,
/* BUILD_LIST -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_list
   mov r14, rax
   (the same bytes) */
/* BUILD_SLICE -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_slice
   mov r14, rax
   (the same bytes) */
/* BUILD_STRING -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_string
   mov r14, rax
   (the same bytes) */
/* BUILD_MAP -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_map
   test rax, rax
   je ERROR
   mov r14, rax
*/
73,141,180,36,248,1,0,0,186,0,0,0,0,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* BUILD_CONST_KEY_MAP -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call slow_const_key_map
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* BUILD_SET -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_build_set
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL 0 -> 0
   mov rsi, r14
   mov edx, 0x0 ; number
   mov rdi, r12
   call helper_call
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,246,186,0,0,0,0,76,137,231,232,0,0,0,0,72,133,192,15,132,0,0,0,0,73,137,198,
/* CALL_KW 0 1 -> 0
   mov rdx, r15
   mov rsi, r14
   mov ecx, 0x0 ; number
   mov rdi, r12
   call helper_call_kw
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL_EX 0 1 2 -> 0
   mov rcx, rdi
   mov rdx, r15
   mov rsi, r14
   mov rdi, r12
   call slow_call_ex
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* MATCH_CLASS -> 0
   lea rsi, [r12 + 0x1f8]
   mov edx, 0x0 ; number
   mov rdi, r12
   call slow_match_class
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* STORE_SLICE
   lea rsi, [r12 + 0x1f8]
   mov rdi, r12
   call helper_store_slice
   test eax, eax
   js ERROR
*/
73,141,180,36,248,1,0,0,76,137,231,232,0,0,0,0,133,192,15,136,0,0,0,0,
/* CALL_NATIVE 0 -> 0
   mov rsi, r14
   lea rdx, [r12 + 0x1f8]
   mov ecx, 0x0 ; number
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
*/
76,137,246,73,141,148,36,248,1,0,0,185,0,0,0,0,76,137,231,255,86,8,72,133,192,15,132,0,0,0,0,73,137,
198,
/* CALL_LEAF 0 -> 0
   mov rsi, r14
   lea rdx, [r12 + 0x1f8]
   mov ecx, 0x0 ; number
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL_READER 0 -> 0
   mov rsi, r14
   lea rdx, [r12 + 0x1f8]
   mov ecx, 0x0 ; number
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL_PURE_1 0 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], 0x14
   mov ecx, 0x1
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
*/
72,190,0,0,0,0,0,0,0,0,73,141,148,36,248,1,0,0,77,137,180,36,248,1,0,0,73,199,132,36,0,2,0,0,20,0,0,
0,185,1,0,0,0,76,137,231,255,86,8,72,133,192,15,132,0,0,0,0,73,137,198,
/* CALL_PURE_2 0 1 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], r15
   mov qword ptr [r12 + 0x208], 0x14
   mov qword ptr [r12 + 0x210], 0x14
   mov ecx, 0x2
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
*/
72,190,0,0,0,0,0,0,0,0,73,141,148,36,248,1,0,0,77,137,180,36,248,1,0,0,77,137,188,36,0,2,0,0,73,199,
132,36,8,2,0,0,20,0,0,0,73,199,132,36,16,2,0,0,20,0,0,0,185,2,0,0,0,76,137,231,255,86,8,72,133,192,
15,132,0,0,0,0,73,137,198,
/* CALL_PURE_3 0 1 2 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], r15
   mov qword ptr [r12 + 0x208], rdi
   mov qword ptr [r12 + 0x210], 0x14
   mov ecx, 0x3
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
*/
72,190,0,0,0,0,0,0,0,0,73,141,148,36,248,1,0,0,77,137,180,36,248,1,0,0,77,137,188,36,0,2,0,0,73,137,
188,36,8,2,0,0,73,199,132,36,16,2,0,0,20,0,0,0,185,3,0,0,0,76,137,231,255,86,8,72,133,192,15,132,0,
0,0,0,73,137,198,
/* CALL_TOTAL_1 0 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], 0x14
   mov ecx, 0x1
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL_TOTAL_2 0 1 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], r15
   mov qword ptr [r12 + 0x208], 0x14
   mov qword ptr [r12 + 0x210], 0x14
   mov ecx, 0x2
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CALL_TOTAL_3 0 1 2 -> 0
   movabs rsi, 0x0 ; word
   lea rdx, [r12 + 0x1f8]
   mov qword ptr [r12 + 0x1f8], r14
   mov qword ptr [r12 + 0x200], r15
   mov qword ptr [r12 + 0x208], rdi
   mov qword ptr [r12 + 0x210], 0x14
   mov ecx, 0x3
   mov rdi, r12
   call qword ptr [rsi + 0x8]
   test rax, rax
   je ERROR
   mov r14, rax
   (the same bytes) */
/* CHECK_PENDING
   cmp dword ptr [r12 + 0x198], 0x0
   jne EXIT
*/
65,131,188,36,152,1,0,0,0,15,133,0,0,0,0,
/* CHECK_ROOM
   mov eax, 0x480
   add rax, qword ptr [r12 + 0x1b0]
   cmp rax, qword ptr [r12 + 0x1b8]
   jae EXIT
   mov eax, 0xf00
   add rax, qword ptr [r12 + 0x1c0]
   cmp rax, qword ptr [r12 + 0x1c8]
   jae EXIT
   cmp qword ptr [r12 + 0x1d0], 0x19
   jl EXIT
*/
184,128,4,0,0,73,3,132,36,176,1,0,0,73,59,132,36,184,1,0,0,15,131,0,0,0,0,184,0,15,0,0,73,3,132,36,
192,1,0,0,73,59,132,36,200,1,0,0,15,131,0,0,0,0,73,131,188,36,208,1,0,0,25,15,140,0,0,0,0,
/* PUSH_FRAME a
   movabs r10, 0x0 ; word
   mov rcx, qword ptr [r12 + 0x1e8]
   mov r11, qword ptr [rcx + 0x8]
   mov rax, qword ptr [rcx + 0x10]
   mov rbx, qword ptr [r10 + 0x10]
   mov rdx, qword ptr [r10 + 0x18]
   shl rdx, 0x3
   add rdx, qword ptr [r11]
   mov qword ptr [r11 + 0x8], rbx
   mov qword ptr [r11 + 0x10], rdx
   test byte ptr [r11 + 0x58], 0x2
   je 0x3c
   mov rdx, qword ptr [rcx + 0x18]
   3c: mov qword ptr [rax], rdx
   mov rbx, qword ptr [r10]
   mov qword ptr [rax + 0x18], rbx
   mov qword ptr [rax + 0x20], a
   mov rbx, qword ptr [a + 0x10]
   mov qword ptr [rax + 0x28], rbx
   mov rbx, qword ptr [a + 0x18]
   mov qword ptr [rax + 0x30], rbx
   mov qword ptr [rax + 0x38], r11
   xorps xmm8, xmm8
   movups xmmword ptr [rax + 0x40], xmm8
   mov r11, qword ptr [r10 + 0x20]
   lea rbx, [rdx + 8*r11]
   mov qword ptr [rax + 0x50], rbx
   mov r10d, dword ptr [r10 + 0x28]
   mov dword ptr [rax + 0x58], r10d
   dec qword ptr [r12 + 0x1d0]
   lea r10, [rax + 0x60]
   mov qword ptr [rcx + 0x8], rax
   mov qword ptr [rcx], rdx
   mov qword ptr [rcx + 0x10], r10
   mov qword ptr [rcx + 0x18], rbx
   mov qword ptr [r12 + 0x1a8], rax
   add rax, 0x4e0
   mov qword ptr [r12 + 0x1b0], rax
   lea rax, [rdx + 8*r11]
   add rax, 0xf00
   mov qword ptr [r12 + 0x1c0], rax
*/
73,186,0,0,0,0,0,0,0,0,73,139,140,36,232,1,0,0,76,139,89,8,72,139,65,16,73,139,90,16,73,139,82,24,
72,193,226,3,73,3,19,73,137,91,8,73,137,83,16,65,246,67,88,2,116,4,72,139,81,24,72,137,16,73,139,26,
72,137,88,24,72,137,64,32,72,139,88,16,72,137,88,40,72,139,88,24,72,137,88,48,76,137,88,56,69,15,87,
192,68,15,17,64,64,77,139,90,32,74,141,28,218,72,137,88,80,69,139,82,40,68,137,80,88,73,255,140,36,
208,1,0,0,76,141,80,96,72,137,65,8,72,137,17,76,137,81,16,72,137,89,24,73,137,132,36,168,1,0,0,72,5,
224,4,0,0,73,137,132,36,176,1,0,0,74,141,4,218,72,5,0,15,0,0,73,137,132,36,192,1,0,0,
/* GUARD_CALLER
   movabs rax, 0x0 ; word
   mov rcx, qword ptr [r12 + 0x1e8]
   mov rcx, qword ptr [rcx + 0x8]
   mov edx, dword ptr [rcx + 0x58]
   cmp qword ptr [rax + 0x28], rdx
   jne EXIT
   cmp qword ptr [rcx + 0x48], 0x0
   jne EXIT
   mov rcx, qword ptr [rcx + 0x38]
   mov rdx, qword ptr [rcx + 0x8]
   cmp rdx, qword ptr [rax + 0x10]
   jne EXIT
   mov rcx, qword ptr [rcx + 0x28]
   cmp rcx, qword ptr [rax + 0x8]
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,73,139,140,36,232,1,0,0,72,139,73,8,139,81,88,72,57,80,40,15,133,0,0,0,0,72,
131,121,72,0,15,133,0,0,0,0,72,139,73,56,72,139,81,8,72,59,80,16,15,133,0,0,0,0,72,139,73,40,72,59,
72,8,15,133,0,0,0,0,
/* GUARD_GENERATOR a: a 0 1 4 5
   movabs rax, 0x0 ; word
   cmp byte ptr [a + 0x90], 0x1
   ja EXIT
   mov rcx, qword ptr [a + 0x10]
   cmp rcx, qword ptr [rax + 0x10]
   jne EXIT
   mov rcx, qword ptr [a + 0x30]
   cmp rcx, qword ptr [rax + 0x8]
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,65,128,184,144,0,0,0,1,15,135,0,0,0,0,73,139,72,16,72,59,72,16,15,133,0,0,0,
0,73,139,72,48,72,59,72,8,15,133,0,0,0,0,
/* GUARD_GENERATOR a: a 2 3
   movabs rax, 0x0 ; word
   cmp byte ptr [a + 0x90], 0x1
   ja EXIT
   mov rcx, qword ptr [a + 0x10]
   cmp rcx, qword ptr [rax + 0x10]
   jne EXIT
   mov rcx, qword ptr [a + 0x30]
   cmp rcx, qword ptr [rax + 0x8]
   jne EXIT
*/
72,184,0,0,0,0,0,0,0,0,128,184,144,0,0,0,1,15,135,0,0,0,0,72,139,72,16,72,59,72,16,15,133,0,0,0,0,
72,139,72,48,72,59,72,8,15,133,0,0,0,0,
/* ENTER_GENERATOR a b: a 0 1 4 5
   movabs rcx, 0x0 ; word
   mov rax, qword ptr [r12 + 0x1e8]
   mov rdx, qword ptr [rax + 0x8]
   mov r10, qword ptr [rcx + 0x10]
   mov qword ptr [rdx + 0x8], r10
   mov r10, qword ptr [rcx + 0x18]
   shl r10, 0x3
   add r10, qword ptr [rdx]
   lea r11, [a + 0x8]
   mov qword ptr [rdx + 0x10], r10
   mov r10, qword ptr [a + 0x18]
   mov qword ptr [r10], b
   mov rbx, qword ptr [rcx + 0x20]
   lea r10, [r10 + 8*rbx]
   mov qword ptr [a + 0x18], r10
   mov ecx, dword ptr [rcx + 0x28]
   mov dword ptr [a + 0x60], ecx
   mov qword ptr [a + 0x40], rdx
   mov rcx, qword ptr [rax + 0x18]
   mov qword ptr [a + 0x58], rcx
   mov byte ptr [a + 0x90], 0x2
   mov rcx, qword ptr [r12 + 0x1e0]
   lea rdx, [a + 0x68]
   mov qword ptr [a + 0x70], rcx
   mov qword ptr [r12 + 0x1e0], rdx
   dec qword ptr [r12 + 0x1d0]
   mov qword ptr [rax + 0x8], r11
   mov qword ptr [r12 + 0x1a8], r11
   mov rcx, qword ptr [a + 0x8]
   mov qword ptr [rax], rcx
*/
72,185,0,0,0,0,0,0,0,0,73,139,132,36,232,1,0,0,72,139,80,8,76,139,81,16,76,137,82,8,76,139,81,24,73,
193,226,3,76,3,18,77,141,88,8,76,137,82,16,77,139,80,24,73,137,2,72,139,89,32,77,141,20,218,77,137,
80,24,139,73,40,65,137,72,96,73,137,80,64,72,139,72,24,73,137,72,88,65,198,128,144,0,0,0,2,73,139,
140,36,224,1,0,0,73,141,80,104,73,137,72,112,73,137,148,36,224,1,0,0,73,255,140,36,208,1,0,0,76,137,
88,8,77,137,156,36,168,1,0,0,73,139,72,8,72,137,8,
/* ENTER_GENERATOR a b: a 2 3
   movabs rcx, 0x0 ; word
   mov rax, qword ptr [r12 + 0x1e8]
   mov rdx, qword ptr [rax + 0x8]
   mov r10, qword ptr [rcx + 0x10]
   mov qword ptr [rdx + 0x8], r10
   mov r10, qword ptr [rcx + 0x18]
   shl r10, 0x3
   add r10, qword ptr [rdx]
   lea r11, [a + 0x8]
   mov qword ptr [rdx + 0x10], r10
   mov r10, qword ptr [a + 0x18]
   mov qword ptr [r10], b
   mov rbx, qword ptr [rcx + 0x20]
   lea r10, [r10 + 8*rbx]
   mov qword ptr [a + 0x18], r10
   mov ecx, dword ptr [rcx + 0x28]
   mov dword ptr [a + 0x60], ecx
   mov qword ptr [a + 0x40], rdx
   mov rcx, qword ptr [rax + 0x18]
   mov qword ptr [a + 0x58], rcx
   mov byte ptr [a + 0x90], 0x2
   mov rcx, qword ptr [r12 + 0x1e0]
   lea rdx, [a + 0x68]
   mov qword ptr [a + 0x70], rcx
   mov qword ptr [r12 + 0x1e0], rdx
   dec qword ptr [r12 + 0x1d0]
   mov qword ptr [rax + 0x8], r11
   mov qword ptr [r12 + 0x1a8], r11
   mov rcx, qword ptr [a + 0x8]
   mov qword ptr [rax], rcx
*/
72,185,0,0,0,0,0,0,0,0,73,139,132,36,232,1,0,0,72,139,80,8,76,139,81,16,76,137,82,8,76,139,81,24,73,
193,226,3,76,3,18,76,141,88,8,76,137,82,16,76,139,80,24,73,137,2,72,139,89,32,77,141,20,218,76,137,
80,24,139,73,40,137,72,96,72,137,80,64,72,139,72,24,72,137,72,88,198,128,144,0,0,0,2,73,139,140,36,
224,1,0,0,72,141,80,104,72,137,72,112,73,137,148,36,224,1,0,0,73,255,140,36,208,1,0,0,76,137,88,8,
77,137,156,36,168,1,0,0,72,139,72,8,72,137,8,
/* LEAVE_GENERATOR
   movabs r10, 0x0 ; word
   mov rax, qword ptr [r12 + 0x1e8]
   mov rdx, qword ptr [rax + 0x8]
   mov rcx, qword ptr [rdx + 0x38]
   mov r11, qword ptr [rdx + 0x68]
   mov rbx, qword ptr [r10 + 0x10]
   mov qword ptr [rdx + 0x8], rbx
   mov rbx, qword ptr [r10 + 0x18]
   shl rbx, 0x3
   add rbx, qword ptr [rdx]
   mov qword ptr [rdx + 0x10], rbx
   mov qword ptr [rdx + 0x38], 0x0
   mov qword ptr [r12 + 0x1e0], r11
   mov qword ptr [rdx + 0x68], 0x0
   cmp byte ptr [rdx - 0x4], 0x1
   jne 0x7f
   lea r11, [rdx - 0x8]
   mov rbx, qword ptr [r12 + 0x108]
   mov byte ptr [rdx - 0x4], 0x3
   shr r11, 0xf
   mov byte ptr [rbx + r11], 0x1
   inc qword ptr [r12 + 0x1d0]
   mov bl, 0x1
   cmp qword ptr [r10 + 0x20], 0x0
   jne 0xa5
   jmp 0x90
   7f: inc qword ptr [r12 + 0x1d0]
   mov bl, 0x1
   cmp qword ptr [r10 + 0x20], 0x0
   jne 0xa5
   90: mov qword ptr [rdx + 0x90], 0x0
   mov qword ptr [rdx + 0x60], 0x4
   mov bl, 0x3
   a5: mov byte ptr [rdx + 0x88], bl
   mov qword ptr [rax + 0x8], rcx
   mov qword ptr [r12 + 0x1a8], rcx
   mov rcx, qword ptr [rcx]
   mov qword ptr [rax], rcx
*/
73,186,0,0,0,0,0,0,0,0,73,139,132,36,232,1,0,0,72,139,80,8,72,139,74,56,76,139,90,104,73,139,90,16,
72,137,90,8,73,139,90,24,72,193,227,3,72,3,26,72,137,90,16,72,199,66,56,0,0,0,0,77,137,156,36,224,1,
0,0,72,199,66,104,0,0,0,0,128,122,252,1,117,44,76,141,90,248,73,139,156,36,8,1,0,0,198,66,252,3,73,
193,235,15,66,198,4,27,1,73,255,132,36,208,1,0,0,179,1,73,131,122,32,0,117,40,235,17,73,255,132,36,
208,1,0,0,179,1,73,131,122,32,0,117,21,72,199,130,144,0,0,0,0,0,0,0,72,199,66,96,4,0,0,0,179,3,136,
154,136,0,0,0,72,137,72,8,73,137,140,36,168,1,0,0,72,139,9,72,137,8,
/* POP_FRAME
   mov rax, qword ptr [r12 + 0x1e8]
   mov rcx, qword ptr [rax + 0x8]
   mov rdx, qword ptr [rcx + 0x38]
   inc qword ptr [r12 + 0x1d0]
   mov r10, qword ptr [rdx + 0x50]
   mov qword ptr [rax + 0x8], rdx
   mov r11, qword ptr [rdx]
   mov qword ptr [rax], r11
   mov qword ptr [rax + 0x10], rcx
   mov qword ptr [rax + 0x18], r10
   mov qword ptr [r12 + 0x1a8], rdx
   add rcx, 0x480
   mov qword ptr [r12 + 0x1b0], rcx
   add r10, 0xf00
   mov qword ptr [r12 + 0x1c0], r10
*/
73,139,132,36,232,1,0,0,72,139,72,8,72,139,81,56,73,255,132,36,208,1,0,0,76,139,82,80,72,137,80,8,
76,139,26,76,137,24,72,137,72,16,76,137,80,24,73,137,148,36,168,1,0,0,72,129,193,128,4,0,0,73,137,
140,36,176,1,0,0,73,129,194,0,15,0,0,77,137,148,36,192,1,0,0,
/* STENCIL_ENTRY
   endbr64
   push rbp
   push rbx
   push r12
   push r13
   push r14
   push r15
   mov r12, rdi
   mov r13, rsi
   call rdx
   pop r15
   pop r14
   pop r13
   pop r12
   pop rbx
   pop rbp
   ret
*/
243,15,30,250,85,83,65,84,65,85,65,86,65,87,73,137,252,73,137,245,255,210,65,95,65,94,65,93,65,92,
91,93,195,
/* STENCIL_LEAVE
   mov qword ptr [r13 + 0x28], r14
   mov qword ptr [r13 + 0x30], r15
   mov qword ptr [r13 + 0x38], rdi
   mov qword ptr [r13 + 0x40], rsi
   mov qword ptr [r13 + 0x48], r8
   mov qword ptr [r13 + 0x50], r9
   movsd qword ptr [r13 + 0x58], xmm0
   movsd qword ptr [r13 + 0x60], xmm1
   movsd qword ptr [r13 + 0x68], xmm2
   movsd qword ptr [r13 + 0x70], xmm3
   movsd qword ptr [r13 + 0x78], xmm4
   movsd qword ptr [r13 + 0x80], xmm5
   movsd qword ptr [r13 + 0x88], xmm6
   movsd qword ptr [r13 + 0x90], xmm7
   ret
*/
77,137,117,40,77,137,125,48,73,137,125,56,73,137,117,64,77,137,69,72,77,137,77,80,242,65,15,17,69,
88,242,65,15,17,77,96,242,65,15,17,85,104,242,65,15,17,93,112,242,65,15,17,101,120,242,65,15,17,173,
128,0,0,0,242,65,15,17,181,136,0,0,0,242,65,15,17,189,144,0,0,0,195,
/* STENCIL_EXIT
   mov qword ptr [r13 + 0x20], 0x0 ; operand
   jmp TARGET
*/
73,199,69,32,0,0,0,0,233,0,0,0,0,
/* STENCIL_MOVE a -> out
   mov out, a
*/
72,137,192,
/* STENCIL_MOVE_FLOAT a -> out
   movaps out, a
*/
15,40,192,
/* STENCIL_SPILL a
   mov qword ptr [r13], a ; operand
*/
73,137,133,0,0,0,0,
/* STENCIL_SPILL_FLOAT a
   movsd qword ptr [r13], a ; operand
*/
242,65,15,17,133,0,0,0,0,
/* STENCIL_FILL -> out
   mov out, qword ptr [r13] ; operand
*/
73,139,133,0,0,0,0,
/* STENCIL_FILL_FLOAT -> out
   movsd out, qword ptr [r13] ; operand
*/
242,65,15,16,133,0,0,0,0,
/* STENCIL_CONST32 -> out
   mov out, 0x0 ; signed
*/
72,199,192,0,0,0,0,
/* STENCIL_CONST64 -> out
   movabs out, 0x0 ; word
*/
72,184,0,0,0,0,0,0,0,0,
/* STENCIL_CONST_FLOAT -> out
   movabs rax, 0x0 ; word
   movq out, rax
*/
72,184,0,0,0,0,0,0,0,0,102,72,15,110,192,
/* STENCIL_LOAD_LOCAL -> out
   mov rax, qword ptr [r13]
   mov out, qword ptr [rax] ; operand
*/
73,139,69,0,72,139,128,0,0,0,0,
/* STENCIL_STORE_LOCAL a
   mov rax, qword ptr [r13]
   mov qword ptr [rax], a ; operand
*/
73,139,69,0,72,137,128,0,0,0,0,
/* STENCIL_JUMP
   jmp TARGET
   (the same bytes) */
/* STENCIL_LANDING
   endbr64
*/
243,15,30,250,
/* for who copies 32 bytes at a time */
0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,
};

/* Byte, role, encoding. */
const StencilField stencil_fields[] = {
{2,0,1},
{1,0,1},
{2,0,1},{15,0,0},{25,0,0},
{1,0,1},{14,0,0},{23,0,0},
{8,0,1},{17,0,0},{27,0,0},
{7,0,1},{16,0,0},{25,0,0},
{0,0,9},
{2,0,0},{12,0,0},
{2,0,0},{11,0,0},
{10,0,9},
{0,0,8},{0,1,9},
{0,0,8},
{3,0,16},{3,1,17},
{3,0,18},
{3,0,17},{3,1,16},
{2,0,0},
{1,0,0},
{2,0,0},{10,0,0},{10,3,17},{19,0,0},{29,3,17},
{2,0,0},{9,0,0},{9,3,17},{18,0,0},{28,3,17},
{8,0,1},{17,0,0},{27,3,17},
{7,0,1},{16,0,0},{26,3,17},
{4,0,17},{27,3,8},
{0,0,9},{9,3,18},{14,3,17},
{0,0,8},{4,1,9},{13,0,8},
{0,0,8},{17,0,8},
{0,1,8},{4,0,9},{16,0,8},
{0,0,9},{16,0,8},
{0,0,8},{4,1,9},{25,0,8},
{7,0,8},{29,0,8},
{0,1,8},{10,0,9},{17,1,9},{101,0,9},
{2,0,0},{10,0,0},
{17,0,9},{105,0,9},
{0,1,8},{10,1,9},{19,0,0},{23,0,1},{35,0,1},{44,0,1},{78,0,0},{86,0,1},
{0,1,8},{10,1,9},{19,0,0},{23,0,1},{34,0,1},{43,0,1},{76,0,0},{84,0,1},
{23,0,0},{27,0,1},{39,0,1},{48,0,1},{82,0,0},{90,0,1},
{23,0,0},{27,0,1},{38,0,1},{47,0,1},{80,0,0},{88,0,1},
{10,0,8},
{0,0,8},{0,1,9},{3,0,8},
{0,0,0},
{10,0,8},{13,0,8},
{0,1,9},{17,0,8},{46,0,8},
{21,0,8},{50,0,8},
{0,1,9},{17,0,8},{20,0,8},
{21,0,8},{24,0,8},
{0,0,9},{7,0,8},{53,3,18},{58,3,17},{62,3,18},
{0,0,9},{7,1,9},{14,1,8},{75,3,18},{80,3,17},{94,3,17},
{0,1,9},{40,1,8},{50,0,9},{71,3,18},{76,3,17},{90,3,17},
{5,0,9},{14,3,8},
{0,0,14},{14,0,9},{23,0,8},
{0,0,9},{3,0,14},{13,0,9},{22,3,8},
{0,0,9},{0,1,8},{3,0,12},{3,1,11},
{0,0,8},{3,0,8},
{0,0,9},{0,3,8},{3,3,8},{6,3,8},
{9,1,17},{21,0,17},{21,1,16},
{15,0,17},
{13,0,16},{13,3,17},{18,3,17},
{15,0,16},{19,0,17},
{3,3,18},{7,3,16},{12,0,16},{12,3,17},
{9,0,17},{19,0,16},{19,3,17},
{4,1,16},{9,0,16},{14,0,17},
{4,0,17},{29,0,16},{45,0,16},{52,3,9},
{4,0,17},{29,0,16},{45,0,17},{52,3,9},
{4,0,17},{29,0,16},{30,3,9},
{2,0,8},{2,1,9},{15,0,8},
{2,0,8},{19,0,8},
{1,3,0},
{0,3,0},
{0,3,14},{6,0,16},{6,1,17},{10,3,0},{13,3,0},{17,3,0},
{1,3,0},{1,3,1},{5,0,16},{5,1,17},{9,3,0},{11,3,0},{15,3,0},
{0,3,14},{6,0,18},{10,3,0},{13,3,0},{17,3,0},
{1,3,0},{1,3,1},{5,0,18},{9,3,0},{11,3,0},{15,3,0},
{4,0,16},{9,1,16},{15,3,0},{18,3,0},{22,3,0},{26,3,0},
{4,0,16},{9,1,16},{15,3,0},{17,3,0},{20,3,0},{24,3,0},
{0,3,14},{6,0,17},{6,1,16},{10,3,0},{13,3,0},{17,3,0},
{1,3,0},{1,3,1},{5,0,17},{5,1,16},{9,3,0},{11,3,0},{15,3,0},
{0,0,9},{0,3,8},{3,3,8},
{2,0,8},{16,0,8},
{0,3,14},{3,0,8},{10,3,0},{13,3,0},{17,3,0},
{1,3,0},{1,3,1},{2,0,8},{9,3,0},{11,3,0},{15,3,0},
{0,0,8},{0,3,9},
{0,0,8},{17,3,8},
{0,0,8},{12,3,9},
{8,0,9},{10,1,0},{17,1,0},{28,1,0},{33,1,1},
{8,0,9},{10,1,0},{16,1,0},{26,1,0},{31,1,1},
{0,1,8},{20,0,9},
{8,0,9},{10,1,0},{17,1,0},{24,1,0},{29,1,1},{40,1,0},{52,1,0},
{8,0,9},{10,1,0},{16,1,0},{22,1,0},{27,1,1},{37,1,0},{48,1,0},
{0,0,8},{13,3,9},
{12,0,0},{22,0,0},{32,0,0},{45,0,0},
{12,0,0},{21,0,0},{31,0,0},{44,0,0},
{2,0,0},{12,0,0},{22,0,0},
{2,0,0},{11,0,0},{20,0,0},
{8,0,9},{10,1,0},{14,1,0},{25,1,0},{30,1,1},
{8,0,9},{10,1,0},{13,1,0},{23,1,0},{28,1,1},
{0,0,8},{9,3,9},
{0,1,9},{7,0,8},{25,0,8},{29,0,9},
{11,0,8},{29,0,8},{33,0,9},
{0,2,9},{7,1,8},{25,1,8},{37,0,9},
{0,1,9},{7,0,8},{25,0,9},{25,0,11},
{11,0,8},{29,0,9},{29,0,11},
{5,0,11},{5,3,9},
{0,0,8},{4,3,9},
{0,0,8},{4,0,8},{11,0,8},{15,0,8},{19,3,9},
{0,0,8},{13,0,8},
{0,0,8},{4,0,8},{16,0,8},{20,3,9},
{0,0,8},{4,0,8},{12,0,8},{16,3,9},
{5,0,9},
{70,0,9},{74,0,8},{82,0,8},
{12,0,0},{26,0,0},{40,0,0},
{11,0,0},{25,0,0},{39,0,0},
{43,0,0},{51,0,0},{53,1,9},{66,0,0},{73,0,0},{77,0,0},{85,0,0},{89,0,0},{105,0,0},{109,0,0},{141,0,0},
{43,0,0},{51,0,0},{53,1,9},{66,0,0},{72,0,0},{76,0,0},{84,0,0},{87,0,0},{103,0,0},{107,0,0},{139,0,0},
{0,0,9},{0,3,8},
{2,0,16},{2,3,17},
{4,0,17},
{0,3,9},
{4,3,17},
{0,3,8},
{0,3,5},
{14,3,17},
{4,3,9},
{4,0,9},
};

#define H(offset, kind, value, addend, helper) {offset, HOLE_##kind, VALUE_##value, addend, helper}
const Hole stencil_holes[] = {
H(9,REL32,EXIT,-4,-1),
H(8,REL32,EXIT,-4,-1),
H(9,REL32,NEXT,-4,-1),H(19,REL32,EXIT,-4,-1),H(29,REL32,EXIT,-4,-1),
H(8,REL32,NEXT,-4,-1),H(18,REL32,EXIT,-4,-1),H(27,REL32,EXIT,-4,-1),
H(11,REL32,NEXT,-4,-1),H(21,REL32,EXIT,-4,-1),H(31,REL32,EXIT,-4,-1),
H(10,REL32,NEXT,-4,-1),H(20,REL32,EXIT,-4,-1),H(29,REL32,EXIT,-4,-1),
H(13,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(13,ABS32,OPERAND,0,-1),H(19,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(12,ABS32,OPERAND,0,-1),H(18,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(15,REL32,EXIT,-4,-1),
H(1,REL32,EXIT,-4,-1),
H(5,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(9,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(12,REL32,EXIT,-4,-1),
H(6,REL32,NEXT,-4,-1),H(12,REL32,EXIT,-4,-1),
H(7,REL32,EXIT,-4,-1),
H(13,REL32,NEXT,-4,-1),
H(12,REL32,NEXT,-4,-1),
H(11,REL32,EXIT,-4,-1),
H(10,REL32,EXIT,-4,-1),
H(23,REL32,EXIT,-4,-1),
H(7,ABS32,IMM,0,-1),H(13,REL32,EXIT,-4,-1),
H(12,REL32,EXIT,-4,-1),
H(6,ABS32,IMM,-3,-1),H(12,REL32,EXIT,-4,-1),
H(17,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(21,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(48,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(13,REL32,EXIT,-4,-1),H(52,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(13,REL32,EXIT,-4,-1),
H(2,ABS64,IMM,0,-1),
H(13,REL32,EXIT,-4,-1),H(38,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(17,REL32,EXIT,-4,-1),H(42,REL32,EXIT,-4,-1),
H(3,ABS32,IMM,0,-1),H(17,REL32,EXIT,-4,-1),
H(47,REL32,EXIT,-4,-1),
H(69,REL32,EXIT,-4,-1),
H(36,REL32,EXIT,-4,-1),H(46,REL32,EXIT,-4,-1),H(65,REL32,EXIT,-4,-1),
H(5,REL32,NEXT,-4,-1),H(19,REL32,EXIT,-4,-1),
H(18,REL32,EXIT,-4,-1),
H(14,REL32,EXIT,-4,-1),
H(21,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(37,REL32,NEXT,-4,-1),H(71,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(42,REL32,NEXT,-4,-1),H(76,REL32,NEXT,-4,-1),H(88,REL32,EXIT,-4,-1),
H(5,ABS32,IMM,0,-1),
H(3,ABS32,OPERAND,0,-1),
H(3,ABS32,OPERAND,0,-1),H(13,REL32,EXIT,-4,-1),
H(3,ABS32,OPERAND,0,-1),H(8,ABS32,OPERAND_HIGH,0,-1),
H(11,ABS32,OPERAND,0,-1),H(22,REL32,NEXT,-4,-1),
H(11,ABS32,OPERAND,0,-1),H(21,REL32,NEXT,-4,-1),
H(3,ABS32,OPERAND,0,-1),H(8,ABS32,OPERAND_HIGH,0,-1),H(31,REL32,NEXT,-4,-1),
H(11,ABS32,OPERAND,0,-1),H(41,ABS32,OPERAND_HIGH,0,-1),H(46,REL32,NEXT,-4,-1),H(53,ABS32,OPERAND_HIGH,0,-1),
H(11,ABS32,OPERAND,0,-1),H(38,ABS32,OPERAND_HIGH,0,-1),H(43,REL32,NEXT,-4,-1),H(49,ABS32,OPERAND_HIGH,0,-1),
H(6,REL32,NEXT,-4,-1),H(17,REL32,EXIT,-4,-1),
H(6,REL32,NEXT,-4,-1),H(16,REL32,EXIT,-4,-1),
H(4,ABS32,OPERAND,0,-1),H(10,REL32,EXIT,-4,-1),
H(3,ABS32,OPERAND,0,-1),H(9,REL32,EXIT,-4,-1),
H(5,ABS32,OPERAND,0,-1),
H(2,ABS64,OPERAND,0,-1),H(16,REL32,EXIT,-4,-1),H(26,REL32,EXIT,-4,-1),H(39,REL32,EXIT,-4,-1),H(53,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(16,REL32,EXIT,-4,-1),H(25,REL32,EXIT,-4,-1),H(38,REL32,EXIT,-4,-1),H(52,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(16,REL32,EXIT,-4,-1),H(24,ABS32,OPERAND,0,-1),H(30,REL32,EXIT,-4,-1),
H(6,REL32,EXIT,-4,-1),H(15,REL32,EXIT,-4,-1),H(22,ABS32,OPERAND,0,-1),H(28,REL32,EXIT,-4,-1),
H(19,REL32,NEXT,-4,-1),
H(18,REL32,NEXT,-4,-1),
H(3,ABS32,IMM,0,-1),H(25,REL32,EXIT,-4,-1),
H(21,REL32,EXIT,-4,-1),H(48,REL32,NEXT,-4,-1),
H(1,ABS32,OPERAND,0,-1),
H(53,REL32,NEXT,-4,-1),H(67,REL32,HELPER,-4,17),H(72,REL32,NEXT,-4,-1),
H(9,REL32,EXIT,-4,-1),H(23,REL32,EXIT,-4,-1),
H(9,REL32,NEXT,-4,-1),H(23,REL32,EXIT,-4,-1),
H(7,REL32,HELPER,-4,44),H(16,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,46),H(16,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,42),H(16,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,31),H(16,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,0),H(24,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,16),H(24,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,37),H(24,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,10),H(24,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,41),H(19,REL32,ERROR,-4,-1),
H(13,REL32,HELPER,-4,48),H(21,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,39),H(18,REL32,ERROR,-4,-1),
H(13,REL32,HELPER,-4,25),H(22,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,11),H(24,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,23),H(24,REL32,ERROR,-4,-1),
H(18,REL32,EXIT,-4,-1),H(32,REL32,HELPER,-4,28),
H(10,REL32,HELPER,-4,12),H(19,REL32,ERROR,-4,-1),
H(13,REL32,HELPER,-4,13),H(21,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,29),
H(7,REL32,HELPER,-4,30),H(12,ABS32,OPERAND,0,-1),
H(10,REL32,HELPER,-4,14),H(19,REL32,EXIT,-4,-1),
H(5,ABS64,OPERAND,0,-1),H(17,REL32,HELPER,-4,40),H(26,REL32,ERROR,-4,-1),
H(8,ABS64,OPERAND,0,-1),H(20,REL32,HELPER,-4,47),H(28,REL32,ERROR,-4,-1),
H(5,ABS64,OPERAND,0,-1),H(17,REL32,HELPER,-4,38),H(25,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,49),H(16,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,43),H(16,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,45),H(16,REL32,ERROR,-4,-1),
H(4,ABS32,OPERAND,0,-1),H(14,REL32,HELPER,-4,15),H(23,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,15),H(24,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(18,REL32,HELPER,-4,21),
H(7,REL32,HELPER,-4,43),
H(7,REL32,HELPER,-4,32),
H(10,REL32,HELPER,-4,33),
H(13,REL32,HELPER,-4,34),
H(10,REL32,HELPER,-4,36),
H(7,REL32,HELPER,-4,9),
H(2,ABS64,OPERAND,0,-1),H(14,REL32,HELPER,-4,35),
H(10,REL32,HELPER,-4,22),H(18,REL32,ERROR,-4,-1),
H(5,ABS64,OPERAND,0,-1),H(17,REL32,HELPER,-4,27),H(25,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,18),H(18,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,56),H(16,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,60),H(18,REL32,ERROR,-4,-1),
H(10,REL32,HELPER,-4,53),H(18,REL32,ERROR,-4,-1),
H(13,REL32,HELPER,-4,52),H(21,REL32,ERROR,-4,-1),
H(5,ABS64,OPERAND,0,-1),H(17,REL32,HELPER,-4,54),H(26,REL32,ERROR,-4,-1),
H(7,REL32,HELPER,-4,55),H(16,REL32,ERROR,-4,-1),
H(4,ABS32,OPERAND,0,-1),H(9,REL32,HELPER,-4,59),
H(10,REL32,HELPER,-4,58),H(19,REL32,ERROR,-4,-1),
H(5,ABS64,OPERAND,0,-1),H(17,REL32,HELPER,-4,20),
H(8,ABS64,OPERAND,0,-1),H(20,REL32,HELPER,-4,19),
H(7,ABS32,OPERAND,0,-1),H(12,REL32,HELPER,-4,24),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,6),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,1),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,4),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,5),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,2),H(26,REL32,ERROR,-4,-1),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,51),H(26,REL32,ERROR,-4,-1),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,3),H(26,REL32,ERROR,-4,-1),
H(4,ABS32,OPERAND,0,-1),H(12,REL32,HELPER,-4,7),H(21,REL32,ERROR,-4,-1),
H(7,ABS32,OPERAND,0,-1),H(15,REL32,HELPER,-4,8),H(24,REL32,ERROR,-4,-1),
H(13,REL32,HELPER,-4,50),H(22,REL32,ERROR,-4,-1),
H(9,ABS32,OPERAND,0,-1),H(17,REL32,HELPER,-4,57),H(26,REL32,ERROR,-4,-1),
H(12,REL32,HELPER,-4,26),H(20,REL32,ERROR,-4,-1),
H(12,ABS32,OPERAND,0,-1),H(27,REL32,ERROR,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(54,REL32,ERROR,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(74,REL32,ERROR,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(70,REL32,ERROR,-4,-1),
H(23,REL32,EXIT,-4,-1),H(50,REL32,EXIT,-4,-1),H(65,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),
H(2,ABS64,OPERAND,0,-1),H(31,REL32,EXIT,-4,-1),H(42,REL32,EXIT,-4,-1),H(60,REL32,EXIT,-4,-1),H(74,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(20,REL32,EXIT,-4,-1),H(34,REL32,EXIT,-4,-1),H(48,REL32,EXIT,-4,-1),
H(2,ABS64,OPERAND,0,-1),H(19,REL32,EXIT,-4,-1),H(33,REL32,EXIT,-4,-1),H(47,REL32,EXIT,-4,-1),
H(4,ABS32,OPERAND,0,-1),H(9,REL32,TARGET,-4,-1),
H(7,ABS32,OPERAND,0,-1),
H(1,REL32,TARGET,-4,-1),
};
#undef H

#define T(size, code, n_fields, field, n_holes, hole) {code, size, field, hole, n_fields, n_holes},
const StencilTemplate stencil_templates[] = {
T(13,0,1,0,1,0)T(12,13,1,1,1,1)T(33,25,3,2,3,2)T(31,58,3,5,3,5)T(35,89,3,8,3,8)T(33,124,3,11,3,11)
T(17,157,1,14,1,14)T(23,174,2,15,3,15)T(22,197,2,17,3,18)T(19,219,1,19,2,21)T(19,238,1,19,2,21)
T(5,257,0,0,1,23)T(9,262,2,20,1,24)T(13,271,1,22,2,25)T(0,0,0,0,0,0)T(9,284,2,20,1,24)
T(13,293,1,22,2,25)T(0,0,0,0,0,0)T(9,306,2,20,1,24)T(13,315,1,22,2,25)T(5,257,0,0,1,23)
T(9,328,2,20,1,24)T(13,337,1,22,2,25)T(5,257,0,0,1,23)T(9,350,2,20,1,24)T(13,359,1,22,2,25)
T(0,0,0,0,0,0)T(9,372,2,20,1,24)T(13,381,1,22,2,25)T(5,257,0,0,1,23)T(10,394,2,23,1,27)
T(10,404,1,25,1,27)T(10,414,2,23,1,27)T(10,404,1,25,1,27)T(16,424,2,26,2,28)T(10,440,1,25,1,27)
T(16,450,2,26,2,30)T(5,257,0,0,1,23)T(10,394,2,26,1,27)T(10,404,1,25,1,27)T(10,414,2,26,1,27)
T(0,0,0,0,0,0)T(10,466,2,23,1,27)T(10,440,1,25,1,27)T(10,476,2,23,1,27)T(0,0,0,0,0,0)
T(10,466,2,26,1,27)T(10,440,1,25,1,27)T(10,476,2,26,1,27)T(11,486,1,28,1,32)T(10,497,1,29,1,27)
T(0,0,0,0,0,0)T(9,306,2,20,1,24)T(5,257,0,0,1,23)T(9,328,2,20,1,24)T(30,507,5,30,1,33)
T(29,537,5,35,1,34)T(28,566,3,40,1,35)T(27,594,3,43,1,36)T(30,621,2,46,1,37)T(15,651,3,48,0,0)
T(16,666,3,51,1,0)T(20,682,2,54,2,38)T(19,702,3,56,1,40)T(19,721,2,59,2,41)T(28,740,3,61,1,43)
T(32,768,2,64,2,44)T(16,800,2,17,1,27)T(109,816,4,66,2,46)T(109,925,4,66,2,46)T(15,1034,2,70,1,27)
T(113,1049,2,72,3,48)T(16,1162,2,17,1,27)T(87,1178,8,74,1,27)T(85,1265,8,82,1,27)
T(15,1350,2,70,1,27)T(91,1365,6,90,2,51)T(89,1456,6,96,2,51)T(0,0,0,0,0,0)T(3,1545,2,20,0,0)
T(13,1548,1,102,1,53)T(0,0,0,0,0,0)T(3,1561,2,20,0,0)T(13,1564,1,102,1,53)T(6,1577,1,29,0,0)
T(7,1583,3,103,0,0)T(5,1590,1,106,0,0)T(17,1595,2,107,1,53)T(49,1612,3,109,2,54)
T(53,1661,2,112,3,56)T(24,1714,3,114,1,14)T(28,1738,2,117,2,59)T(63,1766,5,119,1,61)
T(95,1829,6,124,1,62)T(91,1924,6,130,3,63)T(17,2015,2,136,1,36)T(26,2032,3,138,2,66)
T(25,2058,4,141,1,68)T(0,0,0,0,0,0)T(7,2083,4,145,0,0)T(0,0,0,0,0,0)T(7,2090,4,145,0,0)
T(7,2097,2,149,0,0)T(10,2104,4,151,0,0)T(4,2114,2,26,0,0)T(4,2118,2,26,0,0)T(4,2122,2,26,0,0)
T(22,2126,3,155,1,69)T(16,2148,1,158,0,0)T(19,2164,3,159,0,0)T(20,2183,2,162,0,0)
T(13,2203,4,164,0,0)T(20,2216,3,168,1,40)T(0,0,0,0,0,0)T(15,2236,3,171,0,0)T(0,0,0,0,0,0)
T(15,2251,3,171,0,0)T(60,2266,4,174,1,70)T(60,2326,4,178,1,70)T(38,2386,3,182,1,70)
T(75,2424,0,0,3,71)T(92,2499,0,0,4,74)T(6,2591,1,29,0,0)T(18,2597,3,185,0,0)T(5,2615,1,106,0,0)
T(22,2620,2,188,1,78)T(6,2642,1,29,0,0)T(18,2648,3,185,0,0)T(5,2666,1,106,0,0)T(22,2671,2,188,1,78)
T(6,2642,1,29,0,0)T(18,2693,3,185,0,0)T(5,2666,1,106,0,0)T(22,2711,2,188,1,78)T(6,2591,1,29,0,0)
T(18,2733,3,185,0,0)T(5,2615,1,106,0,0)T(22,2751,2,188,1,78)T(6,2591,1,29,0,0)T(18,2773,3,185,0,0)
T(5,2615,1,106,0,0)T(22,2791,2,188,1,78)T(6,2642,1,29,0,0)T(18,2813,3,185,0,0)T(5,2666,1,106,0,0)
T(22,2831,2,188,1,78)T(6,2591,1,190,0,0)T(5,2615,1,191,0,0)T(19,2853,6,192,0,0)T(17,2872,7,198,0,0)
T(19,2889,5,205,0,0)T(17,2908,6,210,0,0)T(19,2925,6,192,0,0)T(17,2944,7,198,0,0)T(19,2889,5,205,0,0)
T(17,2908,6,210,0,0)T(28,2961,6,216,0,0)T(26,2989,6,222,0,0)T(19,3015,5,205,0,0)T(17,3034,6,210,0,0)
T(28,3051,6,216,0,0)T(26,3079,6,222,0,0)T(6,2591,1,190,0,0)T(5,2615,1,191,0,0)T(19,2853,6,228,0,0)
T(17,2872,7,234,0,0)T(19,2889,5,205,0,0)T(17,2908,6,210,0,0)T(19,2925,6,228,0,0)T(17,2944,7,234,0,0)
T(6,2642,1,29,0,0)T(18,2693,3,185,0,0)T(5,2666,1,106,0,0)T(6,2591,1,29,0,0)T(18,2733,3,185,0,0)
T(5,2615,1,106,0,0)T(4,3105,1,22,0,0)T(7,3109,3,241,0,0)T(19,3116,2,244,0,0)T(19,3135,5,246,0,0)
T(17,3154,6,251,0,0)T(7,3171,2,257,1,79)T(20,3178,2,259,2,80)T(17,3198,2,261,2,82)
T(42,3215,5,263,2,84)T(40,3257,5,268,2,86)T(47,3297,2,273,3,88)T(57,3344,7,275,4,91)
T(53,3401,7,282,4,95)T(7,3171,2,257,1,79)T(21,3454,2,17,2,99)T(20,3475,2,70,2,101)
T(14,3495,1,28,2,103)T(13,3509,1,29,2,105)T(18,3522,2,289,1,107)T(57,3540,4,291,5,108)
T(56,3597,4,295,5,113)T(34,3653,3,299,4,118)T(32,3687,3,302,4,122)T(4,3719,2,257,0,0)
T(39,3723,5,305,1,126)T(37,3762,5,310,1,127)T(4,3719,2,257,0,0)T(4,3799,2,257,0,0)
T(14,3803,2,315,1,107)T(34,3817,4,317,1,70)T(38,3851,3,321,2,128)T(64,3889,4,324,2,130)
T(30,3953,4,328,1,70)T(34,3983,3,332,2,128)T(14,4017,1,22,2,103)T(14,4031,1,22,2,103)
T(10,4045,2,335,1,132)T(14,4055,2,315,1,107)T(12,4069,2,337,0,0)T(12,4081,2,337,0,0)
T(12,4081,2,337,0,0)T(12,4069,2,337,0,0)T(83,4093,0,0,3,133)T(11,4176,1,22,1,32)T(11,4187,1,22,1,32)
T(27,4198,5,339,0,0)T(27,4225,2,344,2,136)T(27,4252,2,344,2,138)T(8,4279,1,22,0,0)
T(25,4287,4,346,0,0)T(27,4312,2,344,2,136)T(27,4339,2,344,2,138)T(21,4366,4,350,0,0)
T(23,4387,0,0,2,140)T(23,4387,0,0,2,142)T(23,4387,0,0,2,144)T(23,4387,0,0,2,146)T(31,4410,0,0,3,148)
T(31,4410,0,0,3,151)T(31,4410,0,0,3,154)T(31,4410,0,0,3,157)T(26,4441,0,0,2,160)T(25,4467,0,0,2,162)
T(22,4492,0,0,2,164)T(29,4514,0,0,2,166)T(31,4410,0,0,3,168)T(31,4410,0,0,3,171)T(39,4543,0,0,2,174)
T(26,4441,0,0,2,176)T(25,4467,0,0,2,178)T(17,4582,0,0,1,180)T(37,4599,0,0,2,181)T(26,4441,0,0,2,183)
T(33,4636,0,0,3,185)T(32,4669,0,0,3,188)T(29,4701,0,0,3,191)T(23,4387,0,0,2,194)T(23,4387,0,0,2,196)
T(23,4387,0,0,2,198)T(30,4730,0,0,3,200)T(31,4410,0,0,3,203)T(25,4760,0,0,2,206)T(14,4785,0,0,1,208)
T(14,4785,0,0,1,209)T(17,4582,0,0,1,210)T(20,4799,0,0,1,211)T(17,4582,0,0,1,212)T(14,4785,0,0,1,213)
T(21,4819,0,0,2,214)T(22,4492,0,0,2,216)T(25,4840,0,0,2,178)T(29,4701,0,0,3,218)T(22,4492,0,0,2,221)
T(23,4387,0,0,2,223)T(22,4492,0,0,2,225)T(22,4492,0,0,2,227)T(25,4840,0,0,2,229)T(33,4636,0,0,3,231)
T(23,4387,0,0,2,234)T(25,4865,0,0,2,236)T(26,4441,0,0,2,238)T(24,4890,0,0,2,240)T(27,4914,0,0,2,242)
T(16,4941,0,0,2,244)T(13,4957,1,354,1,132)T(24,4970,0,0,2,246)T(24,4970,0,0,2,248)
T(24,4970,0,0,2,250)T(24,4970,0,0,2,252)T(33,4994,0,0,3,254)T(33,4994,0,0,3,257)T(33,4994,0,0,3,260)
T(28,5027,0,0,3,263)T(31,4410,0,0,3,266)T(29,4514,0,0,2,269)T(33,4994,0,0,3,271)T(24,5055,0,0,2,274)
T(34,5079,0,0,2,276)T(34,5079,0,0,2,276)T(34,5079,0,0,2,276)T(61,5113,0,0,2,278)T(81,5174,0,0,2,280)
T(77,5255,0,0,2,282)T(61,5113,0,0,2,278)T(81,5174,0,0,2,280)T(77,5255,0,0,2,282)T(15,5332,0,0,1,35)
T(69,5347,0,0,3,284)T(190,5416,3,355,1,287)T(78,5606,0,0,5,288)T(52,5684,3,358,4,293)
T(51,5736,3,361,4,297)T(146,5787,11,364,1,287)T(144,5933,11,375,1,287)T(189,6077,0,0,1,287)
T(84,6266,0,0,0,0)T(33,6350,0,0,0,0)T(82,6383,0,0,0,0)T(13,6465,0,0,2,301)T(3,6478,2,386,0,0)
T(3,6481,2,388,0,0)T(7,6484,1,14,1,79)T(9,6491,1,390,1,107)T(7,6500,1,391,1,79)T(9,6507,1,392,1,107)
T(7,6516,1,393,1,79)T(10,6523,1,394,1,287)T(15,6533,1,395,1,287)T(11,6548,1,396,1,303)
T(11,6559,1,397,1,303)T(5,257,0,0,1,304)T(4,6570,0,0,0,0)
};
#undef T

/* For each choice of free registers a group's template, from 0 on; a dot:
 * there is none. */
const char stencil_selectors[] =
"001100.."
"000000.."
"011111..101111..110111..111011..111101..111110.................."
"0111111110111111110111111110111111110111111110111111110111111110"
"000000000000000011111111111111110000000000000000................"
"000000..000000..000000..000000..000000..000000..000000..000000.."
"000000000000000000000000000000000000000000000000................"
"000000..000000..000000..000000..000000..000000.................."
"011111..201111..223111..222311..222201..222220.................."
"011111..101111..223222..222322..111101..111110.................."
"011111..101111..112111..111211..111101..111110.................."
"000000001111111111111111111111111111111111111111................222222220000000011111111111111111111"
"111111111111................222222222222222200000000111111111111111111111111................22222222"
"2222222222222222000000001111111111111111................22222222222222222222222222222222000000001111"
"1111................222222222222222222222222222222222222222200000000................................"
"...................................................................................................."
"............"
"0000000000000000000000000000000000000000000000000000000000000000"
"0"
"001100..223322..223322..223322..223322..223322..223322..223322..223322..001100..223322..223322..2233"
"22..223322..223322..223322..223322..223322..001100..223322..223322..223322..223322..223322..223322.."
"223322..223322..001100..223322..223322..223322..223322..223322..223322..223322..223322..001100..2233"
"22..223322..223322..223322..223322..223322..223322..223322..001100..223322..223322..223322..223322.."
"223322..223322..223322..223322..001100..223322..223322..223322..223322..223322..223322..223322..2233"
"22..001100.."
"012211..102211..110211..112011..112201..112210.................."
"001100..001100..001100..001100..001100..001100.................."
".00000..0.0000..00.000..000.00..0000.0..00000..................."
".00000..0.0000..00.000..000.00..0000.0..00000....................00000..0.0000..00.000..000.00..0000"
".0..00000....................00000..0.0000..00.000..000.00..0000.0..00000....................00000.."
"0.0000..00.000..000.00..0000.0..00000....................00000..0.0000..00.000..000.00..0000.0..0000"
"0....................00000..0.0000..00.000..000.00..0000.0..00000..................................."
"...................................................................................................."
"............"
"000000..000000..111111..111111..000000..000000.................."
".00000000.00000000.00000000.00000000.00000000.00000000.00000000."
"00000000"
;

#define _ STENCIL_NONE
#define I STENCIL_IMM
#define F STENCIL_FREE
#define S STENCIL_SAME
#define G(a, b, c, out, template, selector) {{a, b, c, out}, template, selector},
const StencilGroup stencil_groups[] = {
G(F,_,_,_,0,0)G(F,_,_,_,2,0)G(F,_,_,_,4,0)G(F,_,_,_,6,8)G(F,_,_,_,7,0)G(F,_,_,_,9,8)G(F,_,_,_,10,8)
G(F,F,_,_,11,16)G(F,I,_,_,13,8)G(F,F,_,_,14,16)G(F,I,_,_,16,8)G(F,F,_,_,17,16)G(F,I,_,_,19,8)
G(F,F,_,_,20,16)G(F,I,_,_,22,8)G(F,F,_,_,23,16)G(F,I,_,_,25,8)G(F,F,_,_,26,16)G(F,I,_,_,28,8)
G(F,F,_,_,29,80)G(F,F,_,_,31,80)G(F,F,_,_,33,80)G(F,F,_,_,35,80)G(F,F,_,_,37,80)G(F,F,_,_,39,80)
G(F,F,_,_,41,80)G(F,F,_,_,43,80)G(F,F,_,_,45,80)G(F,F,_,_,47,80)G(F,_,_,_,49,0)G(F,F,_,_,51,16)
G(F,F,_,_,53,16)G(F,_,_,F,55,144)G(F,_,_,F,57,144)G(F,_,_,F,59,208)G(F,_,_,F,60,272)
G(F,F,_,S,61,336)G(F,I,_,S,62,8)G(F,F,_,S,63,336)G(F,I,_,S,64,8)G(F,F,_,S,65,336)G(F,I,_,S,66,8)
G(F,F,_,S,67,400)G(F,I,_,S,71,8)G(F,F,_,S,72,464)G(F,I,_,S,76,0)G(F,F,_,S,78,16)G(F,I,_,S,80,8)
G(F,F,_,S,81,16)G(F,I,_,S,83,8)G(F,F,_,S,84,528)G(F,I,_,S,87,8)G(F,F,_,S,88,336)G(F,I,_,S,89,8)
G(F,F,_,S,90,336)G(F,I,_,S,91,8)G(F,F,_,F,92,592)G(F,_,_,F,95,336)G(F,_,_,F,96,16)G(F,F,_,S,98,16)
G(F,F,_,S,100,16)G(F,_,_,F,102,16)G(F,F,_,S,104,1104)G(F,F,_,S,105,1104)G(F,F,_,S,106,1104)
G(F,F,_,S,107,1104)G(F,_,_,F,108,80)G(F,_,_,F,110,80)G(F,_,_,F,112,1104)G(F,F,_,S,113,80)
G(F,F,_,S,115,80)G(F,_,_,F,117,208)G(F,_,_,F,118,208)G(F,_,_,F,119,208)G(0,_,_,0,120,1168)
G(0,1,_,0,121,1168)G(F,F,_,S,122,528)G(F,I,_,S,125,8)G(F,F,_,S,126,528)G(F,I,_,S,129,8)
G(F,F,_,S,130,528)G(F,I,_,S,133,8)G(F,F,_,S,134,528)G(F,I,_,S,137,8)G(F,F,_,S,138,528)
G(F,I,_,S,141,8)G(F,F,_,S,142,528)G(F,I,_,S,145,8)G(F,F,_,F,146,1169)G(F,F,_,F,150,1169)
G(F,F,_,F,154,1169)G(F,F,_,F,158,1169)G(F,F,_,F,162,1169)G(F,F,_,F,166,1169)G(F,F,_,S,170,528)
G(F,F,_,S,173,528)G(F,_,_,F,176,16)G(F,_,_,F,178,1681)G(F,_,_,F,181,336)G(F,_,_,F,182,336)
G(F,_,_,F,183,336)G(F,F,_,_,184,1745)G(F,F,_,_,186,336)G(F,F,_,_,187,1745)G(F,_,_,F,189,336)
G(F,_,_,_,190,0)G(F,_,_,_,192,0)G(F,_,_,F,194,336)G(F,_,_,_,195,0)G(F,_,_,_,197,0)G(F,_,_,F,199,336)
G(F,F,_,_,200,1745)G(F,_,_,F,202,336)G(F,_,_,F,203,336)G(F,_,_,F,204,336)G(F,F,_,S,205,1809)
G(F,I,_,S,206,8)G(F,F,F,_,207,1873)G(F,F,_,S,208,1809)G(F,I,_,S,209,8)G(F,_,_,_,210,8)
G(F,_,_,_,211,8)G(F,_,_,F,212,336)G(F,_,_,F,213,336)G(F,_,_,F,214,336)G(F,_,_,F,215,336)
G(F,_,_,F,216,336)G(F,_,_,F,217,336)G(0,1,_,_,218,1168)G(F,_,_,_,219,8)G(F,_,_,_,220,8)
G(F,_,_,F,221,336)G(F,_,_,_,222,8)G(F,_,_,_,223,8)G(F,_,_,_,224,8)G(F,_,_,F,225,336)G(F,_,_,_,226,8)
G(F,_,_,_,227,8)G(F,_,_,F,228,336)G(0,_,_,0,229,1168)G(0,_,_,0,230,1168)G(0,_,_,0,231,1168)
G(0,_,_,0,232,1168)G(0,1,_,0,233,1168)G(0,1,_,0,234,1168)G(0,1,_,0,235,1168)G(0,1,_,0,236,1168)
G(0,1,_,0,237,1168)G(0,1,2,_,238,1168)G(0,1,_,_,239,1168)G(0,1,2,0,240,1168)G(0,1,_,0,241,1168)
G(0,1,_,0,242,1168)G(0,1,_,0,243,1168)G(0,1,_,0,244,1168)G(0,1,2,_,245,1168)G(0,1,_,0,246,1168)
G(0,1,_,0,247,1168)G(0,1,_,0,248,1168)G(0,_,_,0,249,1168)G(0,1,_,_,250,1168)G(0,_,_,_,251,1168)
G(0,_,_,0,252,1168)G(0,_,_,0,253,1168)G(0,_,_,0,254,1168)G(0,_,_,0,255,1168)G(0,1,_,0,256,1168)
G(0,1,_,0,257,1168)G(0,_,_,0,258,1168)G(0,_,_,0,259,1168)G(0,1,_,0,260,1168)G(0,1,2,0,261,1168)
G(0,1,_,0,262,1168)G(0,_,_,0,263,1168)G(_,_,_,0,264,1168)G(0,1,_,_,265,1168)G(0,1,2,_,266,1168)
G(0,_,_,_,267,1168)G(0,1,_,_,268,1168)G(0,_,_,0,269,1168)G(0,1,_,_,270,1168)G(0,1,_,_,271,1168)
G(0,1,2,_,272,1168)G(0,_,_,0,273,1168)G(0,_,_,0,274,1168)G(0,_,_,0,275,1168)G(0,1,_,0,276,1168)
G(0,_,_,0,277,1168)G(0,1,_,0,278,1168)G(0,1,_,_,279,1168)G(F,_,_,_,280,8)G(_,_,_,0,281,1168)
G(_,_,_,0,282,1168)G(_,_,_,0,283,1168)G(_,_,_,0,284,1168)G(_,_,_,0,285,1168)G(_,_,_,0,286,1168)
G(_,_,_,0,287,1168)G(0,_,_,0,288,1168)G(0,1,_,0,289,1168)G(0,1,2,0,290,1168)G(_,_,_,0,291,1168)
G(_,_,_,_,292,1168)G(0,_,_,0,293,1168)G(0,_,_,0,294,1168)G(0,_,_,0,295,1168)G(0,_,_,0,296,1168)
G(0,1,_,0,297,1168)G(0,1,2,0,298,1168)G(0,_,_,0,299,1168)G(0,1,_,0,300,1168)G(0,1,2,0,301,1168)
G(_,_,_,_,302,1168)G(_,_,_,_,303,1168)G(F,_,_,_,304,8)G(_,_,_,_,305,1168)G(F,_,_,_,306,0)
G(F,F,_,_,308,2385)G(_,_,_,_,310,1168)G(_,_,_,_,311,1168)G(_,_,_,_,312,1168)G(_,_,_,_,313,1168)
G(_,_,_,_,314,1168)G(F,_,_,F,315,1809)G(F,_,_,F,316,2449)G(F,_,_,_,317,8)G(F,_,_,_,318,2513)
G(_,_,_,F,319,8)G(_,_,_,F,320,2513)G(_,_,_,F,321,8)G(_,_,_,F,322,8)G(_,_,_,F,323,2513)
G(_,_,_,F,324,8)G(F,_,_,_,325,8)G(_,_,_,_,326,1168)G(_,_,_,_,327,1168)
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
