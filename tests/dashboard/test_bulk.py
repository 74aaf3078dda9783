"""Many files at once: each that was asked for is made or its failure told, and the archive lists what it holds."""

import re
import zipfile
from dataclasses import replace

import pytest

from dashboard.bulk import BulkOrder, make_files, screen_view, write_archive
from dashboard.cli import main
from dashboard.exports.report import FORMS
from dashboard.query import Question
from dashboard.viewmodels.bulk import BulkChoice, bulk_files
from dashboard.viewmodels.report.forms import FORM_NAMES
from indicators import MOST_ON_SHEET, NATION, Library, open_current
from tests.tiers import at_night

ARCHIVE = f"halsodialog-{open_current().number}.zip"

TWO = BulkChoice(("09", "14"), ("region", "dimension"), ("csv", "json"))


def order(out, choice=TWO, **question):
    return BulkOrder(Library(), Question(**question), choice, out, workers=1)


def test_the_forms_that_are_offered_are_those_there_are():
    assert set(FORM_NAMES) == set(FORMS)


def test_every_file_has_a_name_and_an_address_of_its_own(picture):
    every = BulkChoice((NATION, *picture.areas.region_codes), ("region", "dimension"), FORM_NAMES)
    files = bulk_files(picture, Question(lang="en", sex="F", period="2022"), every)
    assert len(files) == 22 * 5 * len(FORM_NAMES)
    assert len({file.name for file in files}) == len({file.href for file in files}) == len(files)
    for file in files:
        assert re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+\.[a-z]+", file.name), file.name
        assert file.href.endswith(f"?lang=en&sex=F&period=2022&utgava={picture.edition.number}")


def test_what_is_asked_for_is_made_with_an_index_that_leads_to_each(tmp_path, picture):
    told = []
    made = make_files(order(tmp_path), told.append)
    assert [item.fault for item in made] == [""] * 20
    assert sorted(item.file.name for item in told) == sorted(item.file.name for item in made)
    assert all((tmp_path / item.file.name).stat().st_size > 100 for item in made)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]+)"', index) == [item.file.name for item in made]
    assert f"utgåva {picture.edition.number}" in index


def test_the_same_order_gives_the_same_archive(tmp_path):
    archives = []
    for name in ("one", "two"):
        asked = order(tmp_path / name, replace(TWO, kinds=("region",)), lang="en")
        archives.append(write_archive(asked, make_files(asked, lambda _: None)))
    assert archives[0].read_bytes() == archives[1].read_bytes()
    assert archives[0].name == ARCHIVE
    with zipfile.ZipFile(archives[0]) as archive:
        assert archive.namelist()[0] == "index.html"
        assert len(archive.namelist()) == 5


def test_one_that_fails_is_told_of_and_stops_no_other(tmp_path, monkeypatch):
    whole = FORMS["json"].write

    def write(view):
        if view.area == "14" and view.kind == "region":
            raise RuntimeError("the <pen> broke")
        return whole(view)

    monkeypatch.setattr(FORMS["json"], "write", write)
    made = make_files(order(tmp_path), lambda _: None)
    assert [item.fault for item in made if item.fault] == ["RuntimeError: the <pen> broke"]
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Västra Götalandsregionen, Data (JSON): RuntimeError: the &lt;pen&gt; broke" in index
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 20


THREE = BulkChoice(("03", "09", "14"), ("region", "dimension"), ("csv", "json"))


@pytest.mark.parametrize(("choice", "files"), [(replace(TWO, kinds=("region",)), 4), *at_night((THREE, 30))])
def test_two_workers_make_what_one_makes(tmp_path, choice, files):
    for name, workers in (("one", 1), ("two", 2)):
        make_files(replace(order(tmp_path / name, choice), workers=workers), lambda _: None)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert len(one) == files + 1
    assert one == two


def test_the_screen_is_given_the_same_files_and_their_index(picture):
    view = screen_view(picture, Question(), TWO)
    assert [file.name for file in view.files] == [file.name for file in bulk_files(picture, Question(), TWO)]
    assert re.findall(r'href="([^"]+)"', view.index) == [file.name for file in view.files]
    assert (view.text, view.archive) == ("20 filer", ARCHIVE)
    assert screen_view(picture, Question(), replace(TWO, forms=())).files == ()


def test_the_command_makes_them_and_says_how_many(tmp_path, capsys):
    asked = ["sheets", "--region", "09,00", "--format", "csv", "--out", str(tmp_path), "--zip", "--lang", "en"]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("2 of 2 files in ")
    assert (tmp_path / "09-gotland" / f"halsodialog-09-gotland-{open_current().number}-en.csv").is_file()
    assert (tmp_path / ARCHIVE).is_file()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--region", "99"], "--region"),
        (["--region", ","], "--region"),
        (["--all", "--kind", "year"], "--kind"),
        (["--all", "--format", "doc"], "--format"),
        (["--all", "--period", "1066"], "--period"),
        (["--all", "--indicators", "beds,no-such"], "no-such"),
        (["--all", "--indicators", ",".join(f"i{n}" for n in range(MOST_ON_SHEET + 1))], "at most 28"),
        (["--all", "--edition", "1999-01"], "1999-01"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(tmp_path, capsys, options, told):
    assert main(["sheets", *options, "--out", str(tmp_path / "out")]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_readers_own_choice_stands_in_the_addresses_of_the_regions_pages_and_nowhere_else(picture):
    own = replace(TWO, indicators=("beds", "daily-smoking"))
    hrefs = [file.href for file in bulk_files(picture, Question(), own)]
    chosen = [href for href in hrefs if href.endswith("&indicators=beds,daily-smoking")]
    assert [href.split("/")[2] for href in chosen] == ["region"] * 4
    assert len(hrefs) - len(chosen) == 16


def test_more_than_a_page_holds_is_said_at_once(picture):
    codes = tuple(item.id for item in picture.catalogue.indicators)[: MOST_ON_SHEET + 1]
    view = screen_view(picture, Question(), replace(TWO, indicators=codes))
    assert view.files == ()
    assert view.text.startswith(f"{MOST_ON_SHEET + 1} mått är valda.")
