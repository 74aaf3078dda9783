"""The settings of what stands between the program and other computers."""

import datetime as dt
import ipaddress

import pytest

from dashboard.front import FRONT_SETTINGS, Front, is_loopback, read_front
from dashboard.release import RELEASED
from dashboard.setting_error import SettingsError
from dashboard.settings import Settings
from dashboard.web.guard.security_txt import PATH, VALID, security_txt
from indicators import EMBEDDED, open_current
from tests.dashboard.web.test_uploads import program

HOSTS, PROXIES, RATES, SECURITY, WORKERS, THREADS, TIMEOUT = FRONT_SETTINGS


def test_without_settings_nothing_is_opened():
    assert read_front({}) == read_front(dict.fromkeys(FRONT_SETTINGS, "")) == Front()
    assert not Settings().is_public


def test_the_environment_decides():
    given = {HOSTS: "Dialog.example.se, [::1],10.0.0.5", PROXIES: "127.0.0.1,10.1.0.0/16", RATES: "0", WORKERS: "4"}
    found = read_front({**given, THREADS: "16", TIMEOUT: "90", SECURITY: "it@example.se"})
    assert found.hosts == ("dialog.example.se", "::1", "10.0.0.5")
    assert found.proxies == (ipaddress.ip_network("127.0.0.1/32"), ipaddress.ip_network("10.1.0.0/16"))
    assert (found.rates, found.workers, found.threads, found.timeout) == (0, 4, 16, 90)
    assert found.security == "it@example.se"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((HOSTS, text) for text in ("a b", "a:80", "*", "https://a", "-a.se", "a..se", "a" * 64)),
        *((PROXIES, text) for text in ("proxy.example", "10.0.0.1/8", "*", "1.2.3")),
        *((RATES, text) for text in ("-1", "1001", "x", "1.5")),
        *((WORKERS, text) for text in ("0", "65")),
        *((THREADS, text) for text in ("0", "257", "٣")),
        *((TIMEOUT, text) for text in ("4", "3601")),
        *((SECURITY, text) for text in ("x", "http://a.se", "a@b", "https://a b")),
    ],
)
def test_what_cannot_be_used_is_refused_by_name_and_what_was_found(name, text):
    with pytest.raises(SettingsError, match=f"{name}: found '") as refusal:
        read_front({name: text})
    assert "; must be " in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("host", "here"), [("localhost", True), ("127.0.0.5", True), ("[::1]", True), ("::", False)])
def test_who_listens_on_this_machine_alone(host, here):
    assert is_loopback(host) is here
    assert Settings(host=host).is_public is not here


# --- security.txt ---------------------------------------------------------------------------------------------------


def test_security_txt_is_what_rfc_9116_asks_and_ends_within_a_year_of_the_release():
    settings = Settings(address="https://dialog.example.se", front=Front(security="it@example.se"))
    lines = security_txt(settings).split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines if line)
    assert lines[-1] == ""
    assert fields["Contact"] == "mailto:it@example.se"
    assert fields["Canonical"] == f"https://dialog.example.se{PATH}"
    assert fields["Preferred-Languages"] == "sv, en"
    ends = dt.datetime.fromisoformat(fields["Expires"])
    assert ends - dt.datetime.combine(RELEASED, dt.time(), dt.UTC) == VALID < dt.timedelta(days=365)


def test_the_release_is_no_older_than_the_edition_that_comes_with_it():
    published = dt.date.fromisoformat(open_current(EMBEDDED).manifest["published"])
    assert published <= RELEASED


def test_security_txt_is_served_as_text_and_nobody_is_invented():
    with program(front=Front(security="https://example.se/rapportera")) as client:
        answer = client.get(PATH)
        assert (answer.status_code, answer.content_type) == (200, "text/plain; charset=utf-8")
        assert answer.text.startswith("Contact: https://example.se/rapportera\r\nExpires: 20")
    with program(contact="ann@example.se") as client:
        assert client.get(PATH).text.startswith("Contact: mailto:ann@example.se\r\n")
    with program() as client:
        answer = client.get(PATH)
        assert answer.status_code == 404
        assert "HALSODIALOG_SECURITY_CONTACT" in answer.get_json()["message"]["en"]
