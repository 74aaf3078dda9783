"""Where each publisher is asked, and what of it is not asked and why."""

from indicators import PUBLISHERS
from intake import read_origins
from intake.formats.queries import read_queries
from intake.sources import SOURCES


def test_every_publisher_of_a_series_has_an_origin(picture):
    found = read_origins(picture.catalogue)
    used = {definition.series[0].provider for definition in picture.catalogue.definitions}
    assert used <= set(found)
    assert used == set(PUBLISHERS)
    assert {origin.module for origin in found.values()} <= set(SOURCES)
    assert all(origin.address.startswith("https://") for origin in found.values())


def test_every_doubt_is_told_in_both_languages(picture):
    doubted = {(query.provider, query.key) for query in read_queries().series if query.doubt}
    told = read_origins(picture.catalogue)
    found = {(name, item.key): item.reason for name, origin in told.items() for item in origin.not_asked}
    assert set(found) == doubted
    assert all(reason.sv != reason.en for reason in found.values())
