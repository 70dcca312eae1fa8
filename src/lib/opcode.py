# SPDX-License-Identifier: MIT
"""The instructions of this interpreter: names, numbers, what their arguments are.

An instruction is a unit of 32 bits, eight of them its number, the others its argument,
and is followed by the units of its inline cache.  All tables are made of what the
compiler says of its instructions; other interpreters have others.
"""
from _opcode import _instructions, _operators, stack_effect

__all__ = ['cmp_op', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal',
           'hascompare', 'hasfree', 'opname', 'opmap', 'HAVE_ARGUMENT',
           'EXTENDED_ARG', 'hasnargs', 'stack_effect']

cmp_op = '<', '<=', '==', '!=', '>', '>='
HAVE_ARGUMENT = 0     # each unit has room for one; hasarg are those that use it
EXTENDED_ARG = 254    # never there: arguments are as long as they need be
_CACHE = 255          # nor is this: what a unit of a cache is called in listings

_JUMPS, _CONST, _NAME, _LOCAL, _OTHER = 1, 4, 8, 16, 32  # as in opcodes.def

opname = [f'<{number}>' for number in range(256)]
opmap = {'CACHE': _CACHE, 'EXTENDED_ARG': EXTENDED_ARG}
for _name, _number in opmap.items():
    opname[_number] = _name
hasarg, hasconst, hasname, hasjrel, hasjabs = [], [], [], [], []
haslocal, hascompare, hasfree, hasnargs = [], [], [], []
_inline_cache_entries = [0] * 256
_specializations, _specialized_instructions, _cache_format = {}, [], {}


def _add(number, name, caches, flags, base):
    _inline_cache_entries[number] = caches
    if base != number:
        _specializations.setdefault(_table[base][0], []).append(name)
        _specialized_instructions.append(name)
        return
    opname[number] = name
    opmap[name] = number
    if caches:
        _cache_format[name] = {'counter': 1}
        if caches > 1:
            _cache_format[name]['other'] = caches - 1
    of_cells = name.endswith(('DEREF', 'CLOSURE', 'CELL'))
    for bit, numbers in ((_JUMPS, hasjrel), (_CONST, hasconst), (_NAME, hasname),
                         (_LOCAL, hasfree if of_cells else haslocal)):
        if flags & bit:
            numbers.append(number)
    if flags & (_JUMPS | _CONST | _NAME | _LOCAL | _OTHER):
        hasarg.append(number)


_table = _instructions()
for _number, _row in enumerate(_table):
    _add(_number, *_row)
hascompare.append(opmap['COMPARE_OP'])
_specialized_numbers = {row[0]: number for number, row in enumerate(_table)
                        if row[3] != number}
_specialization_stats = []  # nothing is counted
_nb_ops = [(f'NB_{name}', sign) for name, sign in _operators()]
