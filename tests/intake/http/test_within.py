"""Hostile addresses: each is refused before anything is sent."""

import socket

import pytest

from intake.http.refusals import ForeignAddressError
from intake.http.within import fault_of
from intake.sources import site_addresses
from tests.replicas.testing import make_client

BASE = "https://api.kolada.se/v3"
FINE = [
    "https://api.kolada.se/v3",
    "https://api.kolada.se/v3/kpi?page=2&per_page=5000",
    "https://api.kolada.se:443/v3/data/kpi/N1,N2/municipality/0001",
    "HTTPS://api.kolada.se/v3/kpi",
    "https://API.kolada.se/v3/kpi",
]
HOSTILE = [
    "https://example.org/v3/kpi",
    "http://api.kolada.se/v3/kpi",
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1/v3/kpi",
    "http://localhost:8050/v3",
    "http://[::1]/v3",
    "https://[::ffff:169.254.169.254]/v3",
    "https://2130706433/v3",
    "https://0x7f000001/v3",
    "file:///etc/passwd",
    "ftp://api.kolada.se/v3/kpi",
    "gopher://api.kolada.se/v3",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org/v3",
    "/v3/kpi",
    "kpi?page=2",
    "",
    "https://",
    "https:///v3/kpi",
    "https://api.kolada.se",
    "https://api.kolada.se/",
    "https://api.kolada.se/v2/kpi",
    "https://api.kolada.se/v33/kpi",
    "https://api.kolada.se/v3/../v2/kpi",
    "https://api.kolada.se/v3/..%2fv2/kpi",
    "https://api.kolada.se/v3/%2e%2e/v2/kpi",
    "https://api.kolada.se/v3/%252e%252e/v2/kpi",
    "https://api.kolada.se/v3/..%5cv2",
    "https://api.kolada.se/v3\\..\\v2",
    "https://api.kolada.se:8443/v3/kpi",
    "https://api.kolada.se:0/v3/kpi",
    "https://api.kolada.se:99999/v3/kpi",
    "https://user@api.kolada.se/v3/kpi",
    "https://api.kolada.se@example.org/v3/kpi",
    "https://api.kolada.se:443@example.org/v3/kpi",
    "https://api.kolada.se%40example.org/v3/kpi",
    "https://api.kolada.se%00.example.org/v3/kpi",
    "https://api.kolada.se.example.org/v3/kpi",
    "https://api.kolada.sе/v3/kpi",
    "https://xn--api-kolada-9uf.se/v3/kpi",
    "https://api.kolada.se\t/v3/kpi",
    "https://api.kolada.se/v3/kpi\r\nHost: example.org",
    " https://api.kolada.se/v3/kpi",
    "https://api.kolada.se/v3/" + "x" * 9000,
    "https://[/v3",
]


@pytest.mark.parametrize("address", FINE)
def test_what_lies_under_the_base_is_asked(address):
    assert fault_of(BASE, address) is None


@pytest.mark.parametrize("address", HOSTILE)
def test_what_does_not_is_refused_and_no_packet_is_sent(address, monkeypatch):
    def refuse(*arguments):
        pytest.fail(f"a packet was about to be sent: {arguments}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    with make_client(site_addresses()) as client, pytest.raises(ForeignAddressError, match="no packet was sent"):
        client.follow("kolada", address)
