"""What is written for a decision before anybody types: the usual words for its kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import DecisionKind
from neuewege_desktop.services.catalogue import terms

_WORDS: Mapping[DecisionKind, str] = {
    DecisionKind.INVITE: N_("Invite to a talk"),
    DecisionKind.AGREEMENT: N_("Conclude the {agreement}"),
    DecisionKind.MEASURE: N_("Ask for a place in a measure"),
    DecisionKind.PLACEMENT: N_("Send proposals for work"),
    DecisionKind.NEED_16A: N_("Arrange municipal services (§ 16a SGB II)"),
    DecisionKind.EMPLOYER: N_("Talk to the employer"),
    DecisionKind.ACTOR: N_("Talk to the local actor"),
    DecisionKind.MEDICAL: N_("Order a medical report"),
    DecisionKind.BENEFITS: N_("Inform the benefit department"),
    DecisionKind.OBSERVE: N_("Keep observing"),
    DecisionKind.CLOSE: N_("Close the case"),
}


def usual_words(kind: DecisionKind, day: dt.date) -> str:
    """Return the usual words for a decision, with the word of the law of that day (§ 15 SGB II)."""
    words = _WORDS.get(kind)
    return _(words).format(agreement=terms().word("agreement", day)) if words else ""
