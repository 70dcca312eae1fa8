# SPDX-License-Identifier: MIT
print("running", __name__)
from .. import alpha
from ..alpha import get as getter
from . import NAME

VALUE = alpha.NAME + "/" + NAME
