# The limit on digits comes before what base 0 says about leading zeros.
import sys
sys.set_int_max_str_digits(640)
for text in "0" * 640 + "1", "0" * 641, "0" * 639 + "1", "-0" + "9" * 700, "0x" + "0" * 999:
    try:
        print(int(text, 0))
    except ValueError as e:
        print(str(e)[:80])
# Alone: sets the limit of digits
