"""The copies of answers: what has not changed is not sent again."""

from intake.http.client import Limits
from intake.http.refusals import (
    IncompleteError,
)
from tests.intake.asking_once import PAGE, refused
from tests.replicas.messages import Reply, as_json
from tests.replicas.testing import canned, make_client


def test_what_has_not_changed_is_not_sent_again(tmp_path):
    with canned(PAGE) as (server, addresses):
        for _ in range(3):
            with make_client(addresses, store=tmp_path / "store") as client:
                assert client.get("kolada", "kpi").content == PAGE.body
        seen = [request.headers.get("if-none-match") for request in server.publisher.seen]
        assert seen == [None, PAGE.etag, PAGE.etag]
        server.publisher.reply = as_json({"values": []})
        with make_client(addresses, store=tmp_path / "store") as client:
            assert client.get("kolada", "kpi").content == server.publisher.reply.body


def test_the_time_of_the_last_change_is_asked_with_too(tmp_path):
    reply = Reply(PAGE.body, headers={"Last-Modified": "Sat, 21 Nov 2026 12:00:00 GMT", "ETag": ""})
    with canned(reply) as (server, addresses), make_client(addresses, store=tmp_path / "store") as client:
        client.get("kolada", "kpi")
        client.get("kolada", "kpi")
        assert server.publisher.seen[1].headers["if-modified-since"] == "Sat, 21 Nov 2026 12:00:00 GMT"


def test_not_modified_without_a_copy_is_refused(tmp_path):
    assert "no copy" in refused(IncompleteError, Reply(b"", 304), limits=Limits(attempts=1), store=tmp_path / "store")


def test_different_questions_have_different_copies(tmp_path):
    with canned(PAGE) as (server, addresses), make_client(addresses, store=tmp_path / "store") as client:
        client.post("fohm", "table", {"query": 1})
        client.post("fohm", "table", {"query": 2})
        client.get("fohm", "table")
        assert all("if-none-match" not in request.headers for request in server.publisher.seen)
