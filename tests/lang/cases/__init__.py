# SPDX-License-Identifier: MIT
"""Data that several tests share."""
