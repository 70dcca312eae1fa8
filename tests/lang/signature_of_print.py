# print() shows the defaults of sep and end.
print(print.__text_signature__)
print(1, 2, sep=None, end=None)
print(1, 2, sep='', end='|\n')
print(1, 2)
# Alone: print is another there
