"""What the tests of the client share: one question to a server with one answer."""

import pytest

from tests.replicas.messages import as_json
from tests.replicas.testing import canned, make_client

PAGE = as_json({"values": [1, 2, 3], "text": "åäö"})


def asked(reply, *faults, fake=None, limits=None, **more):
    """Ask a server with one answer once; the body, and the server."""
    with canned(reply) as (server, addresses), make_client(addresses, fake=fake, limits=limits, **more) as client:
        for name, settings in faults:
            server.tell(name, **settings)
        return client.get("kolada", "kpi"), server


def refused(kind, reply, *faults, **more):
    with pytest.raises(kind) as found:
        asked(reply, *faults, **more)
    error = found.value
    assert error.source == "kolada"
    assert error.address.endswith("/v3/kpi")
    return error.reason
