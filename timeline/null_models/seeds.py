"""A seed from what a history says, so that the same history always gets the same answer."""

import hashlib


def seed_from(content: bytes) -> int:
    """A whole number in 0..2^128 for `numpy.random.default_rng`; any change of the content changes it.

    Args:
        content: what the answer depends on, in a fixed order, as bytes; add the finder's name so that two
            finders do not share their coins.
    """
    # Not `hash`: that is salted anew in every process, and the answer would change with each start.
    return int.from_bytes(hashlib.blake2b(content, digest_size=16).digest(), "big")
