# Static methods of built-in types know their type.
import pickle

for f in str.maketrans, bytes.maketrans, bytearray.maketrans, ''.maketrans:
    print(f.__self__, f.__name__, f.__qualname__, repr(f).split(' at ')[0])
    print(f == str.maketrans, f == bytes.maketrans, pickle.loads(pickle.dumps(f)) == f)
