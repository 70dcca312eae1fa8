# More copies than any memory holds are refused before anything is written.
import itertools

for n in (2**63 - 1, 2**62, 2**61, 2**60):
    try:
        print(len(itertools.tee([1, 2], n)))
    except (MemoryError, OverflowError) as e:
        print("tee", n, type(e).__name__)
# Alone: asks for more memory than there is
