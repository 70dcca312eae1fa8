# Characters by name: names, aliases, sequences, names that are computed, and how
# escapes in literals and codecs find them.
import unicodedata

NAMES = ['SPACE', 'latin small letter a', 'Latin Small Letter A With Macron',
         'NULL', 'NUL', 'BELL', 'ALERT', 'LINE FEED', 'LATIN CAPITAL LETTER GHA',
         'VS1', 'VARIATION SELECTOR-256', 'TIBETAN LETTER -A',
         'TIBETAN MARK BKA- SHOG YIG MGO', 'HANGUL SYLLABLE GAG',
         'HANGUL SYLLABLE A', 'HANGUL SYLLABLE ', 'HANGUL SYLLABLE G',
         'HANGUL SYLLABLE GAGX', 'hangul syllable ga',
         'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-4e00',
         'cjk unified ideograph-4E00', 'CJK UNIFIED IDEOGRAPH-04E00',
         'CJK UNIFIED IDEOGRAPH-004E00', 'CJK UNIFIED IDEOGRAPH-4E0',
         'CJK UNIFIED IDEOGRAPH-20000', 'CJK UNIFIED IDEOGRAPH-2A6E0',
         'CJK UNIFIED IDEOGRAPH-F900', 'CJK UNIFIED IDEOGRAPH-',
         'CJK COMPATIBILITY IDEOGRAPH-F900', 'cjk compatibility ideograph-2f800',
         'CJK COMPATIBILITY IDEOGRAPH-0F900', 'TANGUT IDEOGRAPH-17000',
         'NUSHU CHARACTER-1B170', 'khitan small script character-18b00',
         'CUNEIFORM SIGN A', 'EGYPTIAN HIEROGLYPH A001', 'LINEAR A SIGN A100-102',
         'SIGNWRITING HAND-FIST INDEX', 'BYZANTINE MUSICAL SYMBOL PSILI',
         'LATIN SMALL LETTER  A', ' SPACE', 'SPACE ', 'SPACES', 'SPAC', '', '-',
         'LATIN SMALL LETTER A-', '\0', 'SPACE\0', '\xe9', '\u20ac', 'x' * 256,
         'x' * 257, 'KEYCAP NUMBER SIGN', 'latin small letter a with macron and grave',
         'KATAKANA LETTER AINU P', 'LATIN SMALL LETTER D WITH CURL',
         'GRINNING FACE', 'CJK UNIFIED IDEOGRAPH-9FA6', 'Hangul Syllable Ga']


def show(function, *arguments):
    try:
        print(ascii(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, ascii(error.args[:1]))


for name in NAMES:
    print(ascii(name)[:60])
    show(unicodedata.lookup, name)
    show(unicodedata.ucd_3_2_0.lookup, name)
    escape = '\\N{' + name + '}'
    if '\0' not in name:
        show(eval, "'" + escape + "'")
    show(escape.encode().decode, 'unicode_escape')
for name in [b'SPACE', bytearray(b'SPACE'), 1, None, '\ud800', b'\xff', b'',
             b'x\0y']:
    show(unicodedata.lookup, name)

# Each name leads back to its character.
wrong = []
for c in map(chr, [*range(0x3000), *range(0x3000, 0x30000, 29)]):
    name = unicodedata.name(c, None)
    if name is not None and not (unicodedata.lookup(name) == c ==
                                 unicodedata.lookup(name.encode())):
        wrong.append((c, name))
print(wrong)
print('\ud7a3\u0378\ud800\U0001f600'.encode('ascii', 'namereplace')
      if not '\ud800'.isprintable() else None)
print(max(len(unicodedata.name(chr(c), '')) for c in range(0, 0x20000, 7)))
