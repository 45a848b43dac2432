"""Numbers made offline: record ids and dots, both 63-bit integers that carry their device.

A device number has 31 random bits and belongs to one incarnation of one workplace; it is minted
anew at every restore, so that two copies never hand out the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

DEVICE_BITS = 31
COUNT_BITS = 32
_COUNT_MASK = (1 << COUNT_BITS) - 1


def compose(device: int, count: int) -> int:
    """Return the number `count` of `device`: an id, or the dot of an entry within its scope."""
    if not 0 < device < 1 << DEVICE_BITS:
        raise ValueError("device number out of range")
    if not 0 < count <= _COUNT_MASK:
        raise ValueError("count out of range")
    return device << COUNT_BITS | count


def device_of(number: int) -> int:
    """Return the device that made an id or a dot."""
    return number >> COUNT_BITS


def count_of(number: int) -> int:
    """Return the running number within its device."""
    return number & _COUNT_MASK


def mint_device(random_bits: Callable[[int], int]) -> int:
    """Return a new device number from a source of random bits (for instance `secrets.randbits`)."""
    while not (device := random_bits(DEVICE_BITS)):
        pass
    return device


class Ids:
    """Hands out ids in order; `last` is the highest count ever used on this device."""

    def __init__(self, device: int, last: int = 0) -> None:
        self.device = device
        self.last = last

    def next(self) -> int:
        """Return an id nobody else will ever make."""
        self.last += 1
        return compose(self.device, self.last)

    def __iter__(self) -> Iterator[int]:
        while True:
            yield self.next()
