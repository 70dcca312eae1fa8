# The four normalization forms, today and in Unicode 3.2.
import unicodedata

FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD']
TEXTS = ['', 'abc', 'caf\xe9', 'cafe\u0301', '\xa0', '\ufb01', '\u212b', '\u2126',
         '\u1e9b\u0323', 'a\u0323\u0307', 'a\u0307\u0323', 'a\u0327\u0328\u0301',
         '\uac00', '\uac01', '\u1100\u1161', '\u1100\u1161\u11a8',
         '\uac00\u11a8', '\uac01\u11a8', '\u1100\u1160', '\u0958', '\u0915\u093c',
         '\u0344', '\u0387', '\u037e', '\u2adc', '\ufb1d', '\U0001d15e',
         '\U0002f868', '\U0002f874\U0002f91f', '\U00011099\U000110ba', '\u0b47\u0b56',
         '\u09c7\u09be', 'a\ud800\u0301', '\ufdfa', '\u3392', '\u0cc6\u0cc2\u0cd5',
         '\u1025\u102e', '\U0001109b\u0301', '\u0301a', '\u0301\u0300', '\u0300\u0340',
         '\u06d5\u0654', 'x\u05b0\u05b1\u05b2\u05b3', '\u1112\u1175\u11c2\u11c3',
         'a\u0300\u0301\u0302\u0303\u0327\u0328\u0323\u0324\u0325\u0331\u0332'
         '\u0333\u0339\u033a\u033b\u033c\u0345\u0360']

for text in TEXTS:
    print(ascii(text))
    for where in unicodedata, unicodedata.ucd_3_2_0:
        for form in FORMS:
            normal = where.normalize(form, text)
            print(' ', form, ascii(normal), where.is_normalized(form, text),
                  where.is_normalized(form, normal))

# What is normal already is not copied.
for text in ['abc' * 100, '\xe9' * 100, '\u4e00' * 100]:
    print([unicodedata.normalize(form, text) is text for form in FORMS])


class Text(str):
    pass


text = Text('abc')
print(unicodedata.normalize('NFC', text) is text,
      type(unicodedata.normalize('NFC', Text('e\u0301'))))

# Time does not grow with the square of a run's length.
many = 'a' + '\u0301\u0323' * 50000 + '\u0327' * 50000
for form in FORMS:
    normal = unicodedata.normalize(form, many)
    print(form, len(normal), ascii(normal[:4]), ascii(normal[-4:]),
          unicodedata.is_normalized(form, normal))


def refused(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for function in unicodedata.normalize, unicodedata.is_normalized:
    for arguments in [(), ('NFC',), ('NFC', 1), (1, 'a'), ('X', 'a'), ('nfc', 'a'),
                      ('X', ''), ('NFC ', 'a'), ('', 'a'), ('NFC', 'a', 1),
                      ('NFC', b'a')]:
        refused(function, *arguments)
