"""What the other side has: known only from vectors that came from it, never from what was sent."""

from __future__ import annotations

from collections.abc import Mapping

from neuewege_desktop.domain.journal.ledger import Vector


class PeerVectors:
    """For each other workplace the vectors it last told us itself.

    A stick that was written but lost therefore needs no action: the next one again contains
    everything that is unconfirmed.
    """

    def __init__(self) -> None:
        self._told: dict[int, dict[str, dict[int, int]]] = {}

    def heard(self, peer: int, vectors: Mapping[str, Vector]) -> None:
        """Keep the vectors that came from `peer`; a late older message takes nothing back."""
        told = self._told.setdefault(peer, {})
        for scope, vector in vectors.items():
            known = told.setdefault(scope, {})
            for device, seq in vector.items():
                known[device] = max(known.get(device, 0), seq)

    def sent(self, peer: int, vectors: Mapping[str, Vector]) -> None:
        """Note that something was written for `peer`: that confirms nothing."""

    def vectors_of(self, peer: int) -> Mapping[str, Vector]:
        """Return what `peer` is known to hold."""
        return self._told.get(peer, {})
