# Standard output that is a text layer right on a file: closed, it is not flushed.
import io
import sys

sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False),
                              encoding="utf-8", write_through=True)
sys.stderr = sys.stdout
print("the last line")
sys.stdout.close()
# Alone: closes standard output
