# SPDX-License-Identifier: MIT
print("running", __name__)
from ..alpha import NAME
