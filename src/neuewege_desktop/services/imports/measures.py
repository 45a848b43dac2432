"""The collective measures that gather what lists report without naming the measure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import Instrument, InstrumentVersion
from neuewege_desktop.domain.records.measure import Measure, MeasureRun
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.services.imports.towns import Town
from neuewege_desktop.store.writer import Writer

# What lists call a measure by its kind, in the order in which the law knew it (samples).
COLLECTIVE_NAMES = {
    "AGH": ("AGH_MAE_alt", "AGH_16d"),
    "MAE": ("MAE_46", "MAT_45"),
    "FbW": ("FBW_77", "FBW_81", "FBW_AA"),
}


class Measures:
    """The collective measures that gather what a list reports without naming the measure."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        codes = {instrument.id: instrument for instrument in writer.find(Instrument)}
        self._versions: defaultdict[str, list[InstrumentVersion]] = defaultdict(list)
        self._names: dict[str, str] = {}
        for version in writer.find(InstrumentVersion):
            instrument = codes[version.instrument]
            self._versions[instrument.code].append(version)
            self._names[instrument.code] = instrument.name
        collective = {m.id: m for m in writer.find(Measure) if m.collective}
        self._runs = {
            (run.scope, collective[run.measure].instrument_version): run.id
            for run in writer.find(MeasureRun)
            if run.measure in collective
        }
        self._collective = set(self._runs.values())

    def words(self) -> list[str]:
        """Return what a list may write: kinds, and the codes of the catalogue."""
        return [*COLLECTIVE_NAMES, *self._versions]

    def is_collective(self, run: RecordId) -> bool:
        """Say whether a run belongs to such a measure."""
        return run in self._collective

    def run(self, word: str, start: dt.date, town: Town) -> RecordId | None:
        """Return the collective run for a word and a first day; None if the law had none then."""
        for code in COLLECTIVE_NAMES.get(word, (word,)):
            for version in self._versions[code]:
                if version.period.covers(start):
                    scope = town_scope(town.ags)
                    return self._runs.get((scope, version.id)) or self._begin(scope, code, version)
        return None

    def _begin(self, scope: str, code: str, version: InstrumentVersion) -> RecordId:
        measure = Measure(
            id=self._writer.new_id(),
            scope=scope,
            instrument_version=version.id,
            name=f"Sammelmaßnahme {self._names[code]}",
            collective=True,
        )
        run = MeasureRun(
            id=self._writer.new_id(), scope=scope, measure=measure.id, period=version.period
        )
        self._writer.add(measure, run)
        self._runs[scope, version.id] = run.id
        self._collective.add(run.id)
        return run.id
