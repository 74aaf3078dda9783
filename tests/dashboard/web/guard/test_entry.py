"""Who is let in: hosts, origins, lengths, rates, paths; each as the first thing that is looked at."""

import pytest

from dashboard.front import Front, read_front
from dashboard.settings import Settings
from dashboard.web.guard.clients import MOST_CLIENTS, Rate, Rates, Window, client_of
from dashboard.web.guard.limits import host_name
from dashboard.web.guard.wiring import answered_as
from tests.dashboard.web.test_uploads import program

UPDATE = "/_dash-update-component"
CHANGING = (
    UPDATE,
    "/export/presentation.pptx",
    "/data/enheter/granska",
    "/data/enheter/bekrafta",
    "/data/enheter/angra",
)


def test_the_routes_that_change_or_cost_by_post_are_all_here(app):
    posts = {rule.rule for rule in app.server.url_map.iter_rules() if "POST" in rule.methods}
    assert posts == {path.replace(".pptx", ".<form>") for path in CHANGING}


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    ("headers", "is_let_in"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "http://evil.example", "Authorization": "Bearer x", "Cookie": "a=b"}, False),
        ({}, True),
    ],
)
def test_only_our_own_page_or_a_program_without_browser_may_send(client, path, headers, is_let_in):
    answer = client.post(path, data=b"{}", content_type="application/json", headers=headers)
    assert ("inte från den här webbplatsen" not in answer.text) is is_let_in


@pytest.mark.parametrize("path", ["/_dash-layout", "/_dash-dependencies"])
def test_what_the_pages_scripts_ask_is_not_for_other_sites(client, path):
    assert client.get(path).status_code == 200
    assert client.get(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "localhost/x",
     "evil.example:8050", "[::2]", "localhost:x", "localhost:0", "localhost evil", "127.0.0.2", "0.0.0.0"],
)  # fmt: skip
def test_another_host_is_refused_and_never_repeated(client, host):
    answer = client.get("/region/14", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8050", "127.0.0.1:1", "[::1]:8050", "localhost."])
def test_this_machine_is_answered_by_its_own_names(client, host):
    assert client.get("/healthz", headers={"Host": host, "X-Forwarded-Host": "evil.example"}).status_code == 200


def test_the_names_are_those_of_the_settings():
    settings = Settings(host="0.0.0.0", address="https://dialog.example:444/x", front=Front(hosts=("a.example",)))
    assert answered_as(settings) == {"127.0.0.1", "localhost", "::1", "a.example", "dialog.example"}
    assert answered_as(Settings(host="10.0.0.5")) >= {"10.0.0.5"}
    assert host_name("a.example:99999999") == ""


LONG = ["1" * 30, "-1", "x", "1.5", "٣", "12582913"]


@pytest.mark.parametrize("length", LONG)
def test_a_length_that_is_none_or_too_large_is_refused_before_anything_is_read(client, length):
    class Unread:
        def read(self, *_):
            raise AssertionError("read before it was let in")

    status = client.post("/", environ_overrides={"CONTENT_LENGTH": length, "wsgi.input": Unread()}).status_code
    assert status == (413 if length in ("1" * 30, "12582913") else 400)


def test_a_callback_may_be_a_quarter_of_a_megabyte_and_no_more(client):
    assert client.post(UPDATE, data=b"x" * 256_000, content_type="application/json").status_code == 400
    assert client.post(UPDATE, data=b"x" * 256_001, content_type="application/json").status_code == 413


def test_a_callback_that_tells_no_length_is_counted_while_it_is_read(client):
    sent = {"data": b"{" * 300_000, "content_type": "application/json"}
    flow = {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
    assert client.post(UPDATE, **sent, environ_overrides=flow).status_code == 413


# --- how often ------------------------------------------------------------------------------------------------------


def test_a_client_that_asks_too_often_is_told_when_to_come_back_and_others_are_not():
    with program(host="0.0.0.0", front=Front(hosts=("dialog.example",))) as client:
        asked = {"headers": {"Host": "dialog.example"}}
        statuses = [client.get("/dcat?format=x", **asked).status_code for _ in range(31)]
        assert statuses == [400] * 30 + [429]
        late = client.get("/dcat?format=x", **asked)
        assert 0 < int(late.headers["Retry-After"]) <= 61
        other = client.get("/dcat?format=x", **asked, environ_overrides={"REMOTE_ADDR": "10.0.0.9"})
        assert other.status_code == 400
        assert client.get("/healthz", **asked).status_code == 200


def test_nobody_is_counted_on_ones_own_machine(client):
    assert {client.get("/dcat?format=x").status_code for _ in range(40)} == {400}


def test_a_window_slides_and_forgets():
    now = [0.0]
    window = Window(Rate(4, 10), lambda: now[0])
    assert [window.wait("a") for _ in range(5)] == [0, 0, 0, 0, 11]
    assert window.wait("b") == 0
    now[0] = 11.0
    assert [window.wait("a") > 0 for _ in range(2)] == [False, True], "of four in the window before nine tenths count"
    now[0] = 40.0
    assert [window.wait("a") for _ in range(5)] == [0, 0, 0, 0, 11]


def test_windows_hold_no_more_clients_than_they_may():
    window = Window(Rate(1, 10), lambda: 0.0)
    for number in range(MOST_CLIENTS + 500):
        window.wait(str(number))
    assert len(window) == MOST_CLIENTS


def test_the_rates_can_be_raised_and_turned_off():
    assert Rates({"/a": Rate(2, 10)}, 3).windows["/a"].rate == Rate(6, 10)
    assert Rates({"/a": Rate(2, 10)}, 0).wait("/a", "x") == 0


@pytest.mark.parametrize(
    ("address", "forwarded", "proxies", "client"),
    [
        ("10.0.0.1", "", "", "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4", "", "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4", "10.0.0.1", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "10.0.0.0/24", "1.2.3.4"),
        ("10.0.0.1", "1.2.3.4, 10.0.0.2", "10.0.0.0/24", "1.2.3.4"),
        ("10.0.0.1", "x", "10.0.0.1", "unknown"),
        ("", "1.2.3.4", "10.0.0.1", "unknown"),
        ("2001:db8::1", "", "", "2001:db8::/64"),
        ("2001:db8::2", "", "", "2001:db8::/64"),
    ],
)
def test_a_client_is_who_a_trusted_proxy_says_and_nobody_elses_word_counts(address, forwarded, proxies, client):
    given = {"REMOTE_ADDR": address, "HTTP_X_FORWARDED_FOR": forwarded}
    assert client_of(given, read_front({"HALSODIALOG_PROXIES": proxies}).proxies) == client
