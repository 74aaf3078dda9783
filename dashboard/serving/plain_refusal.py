"""The answer to what never became a request: a whole response in bytes, with the headers and words of the guard."""

from http import HTTPStatus

from dashboard.web.guard.answers import answer
from dashboard.web.guard.headers import NOTHING, Answered, completed


def plain_refusal(status: int, number: str) -> bytes:
    """Return the response of a status, as JSON; `number` is the id in it and in the log."""
    response = answer(status, {"PATH_INFO": "/api/"}, number)
    facts = Answered(NOTHING, number, "/", status, https=False)
    headers = [*completed(list(response.headers.items()), facts), ("Connection", "close")]
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + response.get_data()
