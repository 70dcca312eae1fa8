# operator.index() answers an int, whatever it is given.
import operator
import warnings


class I(int):
    pass


class X:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


warnings.simplefilter('ignore')
for v in (True, I(3), X(True), X(I(4)), 2**70, I(2**70), X(I(-2**70)), 5):
    print(type(operator.index(v)), operator.index(v))
for v in (1.0, X(1.0), '1', None):
    try:
        operator.index(v)
    except TypeError as e:
        print(e)
# Alone: sets or is shown warnings
