"""Every answer is made of one edition, also when another is published while it is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask

from dashboard.web.watching.seen import EDITION, Application, Environment
from indicators import Pictures


def hold_edition(server: Flask, pictures: Pictures) -> None:
    """Let each request see one current edition from its beginning to its end."""
    server.wsgi_app = _Held(server.wsgi_app, pictures)  # type: ignore[assignment]  # Flask's own way to wrap it


@dataclass(frozen=True)
class _Held:
    inner: Application
    pictures: Pictures

    def __call__(self, environment: Environment, start_response: Any) -> Iterable[bytes]:
        with self.pictures.held() as picture:
            environment[EDITION] = picture.edition.number
            return self.inner(environment, start_response)
