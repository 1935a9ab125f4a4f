"""Lohum Brief: prepare a delegation's visit and print its briefing packs in Hindi, English and
Japanese.
"""

__version__ = "0.1.0"
