"""For every test: no network beyond this machine, the embedded edition opened once, the night's tests at night."""

import ipaddress
import socket

import pytest
from hypothesis import settings

from indicators import Pictures
from tests.tiers import AT_NIGHT, EACH_RUN, SHARE, left_to_the_night

# A property is judged by what it says, never by how fast a busy machine says it, and the same
# tree gets the same verdict each time: who wants new examples asks with --hypothesis-profile=explore.
WHOLE = settings.get_profile("default").max_examples
settings.register_profile(AT_NIGHT, deadline=None, derandomize=True, database=None)
settings.register_profile(EACH_RUN, settings.get_profile(AT_NIGHT), max_examples=WHOLE // SHARE)
settings.register_profile("explore", deadline=None, print_blob=True)
settings.load_profile(EACH_RUN)

LOCAL_NAMES = {None, "", "localhost", socket.gethostname()}
_real = {"connect": socket.socket.connect, "connect_ex": socket.socket.connect_ex, "getaddrinfo": socket.getaddrinfo}


class NetworkBlockedError(RuntimeError):
    """A test tried to reach beyond this machine."""


def _is_local(host):
    name = host.decode() if isinstance(host, bytes) else host
    if name in LOCAL_NAMES:
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse_unless_local(host):
    if not _is_local(host):
        raise NetworkBlockedError(
            f"tests run without network: refused to reach {host!r}; give the code recorded bytes, "
            "or mark the test with @pytest.mark.network"
        )


def _guarded(name):
    def connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_unless_local(address[0])
        return _real[name](self, address)

    return connect


def _guarded_getaddrinfo(host, *args, **kwargs):
    _refuse_unless_local(host)
    return _real["getaddrinfo"](host, *args, **kwargs)


def _block():
    socket.socket.connect = _guarded("connect")
    socket.socket.connect_ex = _guarded("connect_ex")
    socket.getaddrinfo = _guarded_getaddrinfo


def _unblock():
    socket.socket.connect, socket.socket.connect_ex = _real["connect"], _real["connect_ex"]
    socket.getaddrinfo = _real["getaddrinfo"]


def pytest_configure():
    # Before collection, so that a module that reaches out when imported is caught too.
    _block()


def pytest_unconfigure():
    _unblock()


def pytest_collection_modifyitems(config, items):
    items[:], waiting = left_to_the_night(items, config.option.markexpr)
    if waiting:
        config.hook.pytest_deselected(items=waiting)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    if item.get_closest_marker("network") is None:
        return (yield)
    _unblock()
    try:
        return (yield)
    finally:
        _block()


@pytest.fixture(scope="session")
def pictures():
    """The embedded edition alone, as the program opens it."""
    return Pictures()


@pytest.fixture(scope="session")
def picture(pictures):
    """The picture of the embedded edition."""
    return pictures.current()
