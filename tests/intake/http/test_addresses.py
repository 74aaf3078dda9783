"""Base addresses: the official ones, replicas on this machine, and nothing that could lead elsewhere."""

import pytest

from intake.http.addresses import AddressError
from intake.sources import SITES, addresses_from, site_addresses


def test_the_official_addresses_are_encrypted():
    addresses = addresses_from({})
    assert addresses == site_addresses()
    assert all(addresses.of(name).startswith("https://") for name in SITES)


def test_each_address_can_be_set():
    environment = {site.setting: f"http://127.0.0.1:91{place:02}/x/" for place, site in enumerate(SITES.values())}
    addresses = addresses_from(environment)
    assert [addresses.of(name) for name in SITES] == [f"http://127.0.0.1:91{place:02}/x" for place in range(len(SITES))]


def test_an_empty_setting_is_the_default():
    assert addresses_from({"HALSODIALOG_KOLADA_URL": ""}).of("kolada") == site_addresses().of("kolada")


@pytest.mark.parametrize(
    "address",
    [
        "http://api.kolada.se/v3",
        "ftp://api.kolada.se/v3",
        "file:///etc/passwd",
        "api.kolada.se",
        "https://user@api.kolada.se/v3",
        "https://user:word@api.kolada.se/v3",
        "https://api.kolada.se/v3?x=1",
        "https://api.kolada.se/v3#x",
        "https://api.kolada.se/../v3",
        "https://api.kolada.se:99999/v3",
        "https://api.kolada.se:x/v3",
        "https://api.kolada.se\\v3",
        "https://åäö.se/v3",
        "https:///v3",
        "https://[::1",
        "https://api.kolada.se/v3\n",
    ],
)
def test_an_address_that_could_lead_elsewhere_is_refused(address):
    with pytest.raises(AddressError, match="HALSODIALOG_KOLADA_URL"):
        addresses_from({"HALSODIALOG_KOLADA_URL": address})


def test_an_address_nobody_has_is_an_error():
    with pytest.raises(KeyError):
        site_addresses().of("files")
    with pytest.raises(KeyError):
        site_addresses(nobody="https://example.org")
