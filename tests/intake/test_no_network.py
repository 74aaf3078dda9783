"""The tests themselves: none reaches beyond this machine unless it says so."""

import socket
from contextlib import closing

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_another_machine_is_out_of_reach(host):
    with pytest.raises(RuntimeError, match=f"^tests run without network: refused to reach '{host}'; "):
        socket.create_connection((host, 443), timeout=1)


def test_not_even_without_a_name_to_look_up():
    with closing(socket.socket()) as client, pytest.raises(RuntimeError, match=r"refused to reach .192\.0\.2\.1."):
        client.connect(("192.0.2.1", 443))
    with closing(socket.socket()) as client, pytest.raises(RuntimeError, match=r"refused to reach .192\.0\.2\.1."):
        client.connect_ex(("192.0.2.1", 443))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_in_reach(host):
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        with closing(socket.create_connection((host, port), timeout=1)) as client:
            assert client.getpeername()[1] == port
