"""Whether the program is well, for whoever watches it."""

from flask import Flask, Response, jsonify

from dashboard.services import Services


def add_health(server: Flask, services: Services) -> None:
    """Add GET /healthz."""

    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok", edition=services.pictures.current().edition.number)
