"""Files, our client and koladapy give the same rows of some series; `tests.bench.sync_kolada` compares every one."""

import dataclasses

from intake.sync.plan import SyncChoice, make_plans
from tests.intake.sync.same import by_koladapy, from_files, ours
from tests.intake.sync.syncing import CATALOGUE, KOLADA, values


def test_three_ways_give_the_same_values(replicas, tmp_path, rows):
    plan = make_plans(CATALOGUE, SyncChoice(("kolada",), tuple(KOLADA)), has_folder=False)[0]
    read = ours(replicas.addresses, plan.wanted)
    assert read == by_koladapy(replicas["kolada"].base, plan.wanted)
    assert read == from_files(tmp_path, plan.wanted)
    held = values(rows[rows["source"] == "kolada"])
    assert read == {key[1:]: value for key, value in held.items()}


def test_a_sync_from_files_and_one_from_the_replica_stage_the_same(sync, tmp_path, rows):
    named = rows.rename(columns={"source": "provider", "source_key": "key"})
    named.to_csv(tmp_path / "observations.csv.gz", index=False)
    sync("kolada")
    first = sync.candidate().rows
    outcome = sync("files", addresses=dataclasses.replace(sync.addresses, files=tmp_path))
    assert (outcome.changed, outcome.refused) == ((), ())
    assert outcome.tallies[0].series == len({(row.source, row.source_key) for row in rows.itertuples()})
    names = ["source", "source_key", "area", "period", "sex"]
    assert (
        first.sort_values(names)
        .reset_index(drop=True)
        .equals(sync.candidate().rows.sort_values(names).reset_index(drop=True))
    )


def test_a_folder_that_lacks_a_series_is_refused_for_that_series_alone(sync, tmp_path, rows):
    some = rows[rows["source_key"] != KOLADA["mmr-vaccination"]]
    some.rename(columns={"source": "provider", "source_key": "key"}).to_csv(
        tmp_path / "observations.csv.gz", index=False
    )
    outcome = sync("files", addresses=dataclasses.replace(sync.addresses, files=tmp_path))
    assert [(item.series, item.code) for item in outcome.refused] == [((KOLADA["mmr-vaccination"],), "empty")]
