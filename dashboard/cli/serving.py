"""`halsodialog serve`: the screen. `halsodialog check`: the definitions and the reference data."""

import argparse
import datetime as dt
from dataclasses import replace
from typing import Any

from dashboard.front import EVERYWHERE, HOSTS
from dashboard.settings import UPLOADS, Settings, SettingsError, read_port
from dashboard.starting import uncollected
from indicators import (
    Reference,
    Statement,
    TargetLevel,
    check_graded,
    check_reference,
    check_same,
    check_sheet,
    read_catalogue,
    read_figures,
    read_glossary,
    read_graded,
    read_reference,
    read_same,
    read_sheet,
    read_statement,
)

ORDER = 10


def add(commands: Any) -> None:
    """Add the commands."""
    serve = commands.add_parser("serve", help="serve the screen")
    serve.add_argument("--host", help="the address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", help="the port to listen on (default 8050)")
    serve.add_argument("--here", action="store_true", help="one process without workers, for one's own machine")
    serve.set_defaults(run=_serve)
    check = commands.add_parser("check", help="check every definition and the reference data")
    check.set_defaults(run=_check)


def _serve(chosen: argparse.Namespace, settings: Settings) -> int:
    host = chosen.host or settings.host
    port = read_port(chosen.port, "--port") if chosen.port else settings.port
    listening = replace(settings, host=host, port=port)
    _check_public(listening)
    from dashboard.serving.servers import serve, serve_here
    from dashboard.web.watching.wiring import begin_watching

    begin_watching(listening.watching)
    with uncollected():
        from dashboard.factory import create_app

        app = create_app(listening)
    print(f"Hälsodialog: http://{host}:{port}", flush=True)
    if chosen.here:
        serve_here(app, listening)
    else:
        serve(app.server, listening)
    return 0


def _check_public(settings: Settings) -> None:
    """Refuse settings that do not go together before anything is served."""
    if settings.is_public and settings.uploads:
        reason = "must be 0 or nothing while other computers reach the program: nobody can sign in yet"
        raise SettingsError(f"{UPLOADS}: found '1'; {reason}")
    is_named = settings.front.hosts or settings.address
    if settings.host in EVERYWHERE and not is_named:
        allowed = f"must name the hosts the program answers as, when it listens on {settings.host}"
        raise SettingsError(f"{HOSTS}: found nothing; {allowed}")


def _warn(reference: Reference) -> None:
    """Say which judgements should have been looked at again before this month: no fault, but somebody's work."""
    for item in reference.overdue(dt.date.today()):
        name = "targets.toml" if isinstance(item, TargetLevel) else "comparability.toml"
        review = item.review
        if review is not None:
            told = f"judged {review.judged} by {review.by.en}, review was due {review.due}"
            print(f"warning: {name}: {item.indicator}: {told}")


def _warn_of_age(statement: Statement) -> None:
    """Say that the statement of accessibility is older than the law allows: no fault, but somebody's work."""
    if statement.is_overdue(dt.date.today()):
        print(f"warning: accessibility.toml: assessed {statement.assessed}, a new assessment was due {statement.due}")


def _check(_: argparse.Namespace, __: Settings) -> int:
    catalogue = read_catalogue()
    units = {definition.id: definition.unit for definition in catalogue.definitions}
    reference = check_reference(read_reference().model_dump(mode="json"), units)
    graded = check_graded(read_graded().model_dump(mode="json"), set(units))
    dimensions = {definition.id: definition.dimension for definition in catalogue.indicators}
    sheet = check_sheet(read_sheet().model_dump(mode="json"), dimensions)
    same = check_same(read_same().model_dump(mode="json"), set(units))
    coverage = catalogue.coverage
    print(f"{len(catalogue.definitions)} definitions, {len(catalogue.indicators)} indicators: whole")
    print(f"{coverage.covered} of {coverage.areas} framework areas covered")
    print(f"{len(reference.targets)} target levels, {len(reference.comparisons)} international comparisons: whole")
    print(f"{len(read_figures().figures)} figures of other countries: whole")
    print(f"{sum(not item.example for item in graded.differences)} judged differences: whole")
    print(f"{len(sheet.ids)} indicators on the region sheet: whole")
    print(f"{len(same.same)} questions that several indicators answer: whole")
    glossary, statement = read_glossary(), read_statement()
    print(f"{len(glossary.terms)} words and {len(glossary.abbreviations)} abbreviations in the glossary: whole")
    print(f"{len(statement.faults)} known faults in the statement of accessibility: whole")
    _warn(reference)
    _warn_of_age(statement)
    return 0
