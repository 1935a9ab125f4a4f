"""BLAKE2b as `hashlib` has it, without loading OpenSSL, which costs a cold export milliseconds."""

from _blake2 import blake2b

__all__ = ["blake2b"]
