"""Certificates that do not hold are refused; there is no way to ask without checking them."""

import http.server
import re
import shutil
import ssl
import subprocess
import threading
from pathlib import Path

import pytest

import intake
from intake.http.refusals import UnreachableError
from intake.sources import site_addresses
from tests.replicas.testing import make_client

OPENSSL = shutil.which("openssl")
REASON = "CERTIFICATE_VERIFY"
UNCHECKED = re.compile(r"verify\s*=\s*False|CERT_NONE|check_hostname\s*=\s*False")


@pytest.fixture
def self_signed(tmp_path):
    """A server on this machine whose certificate nobody has signed."""
    if OPENSSL is None:
        pytest.skip("openssl makes the certificate, and is not here")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    server.handle_error = lambda *arguments: None
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"https://127.0.0.1:{server.server_address[1]}/v3"
    server.shutdown()
    server.server_close()


def test_a_certificate_nobody_signed_is_refused(self_signed):
    with (
        make_client(site_addresses(kolada=self_signed)) as client,
        pytest.raises(UnreachableError, match=REASON),
    ):
        client.get("kolada", "kpi")


def test_certificates_named_in_the_environment_are_not_trusted(self_signed, monkeypatch, tmp_path):
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(tmp_path / "certificate.pem"))
    with (
        make_client(site_addresses(kolada=self_signed)) as client,
        pytest.raises(UnreachableError, match=REASON),
    ):
        client.get("kolada", "kpi")


def test_no_code_asks_without_checking():
    folder = Path(intake.__file__).parent
    for path in folder.rglob("*.py"):
        assert not UNCHECKED.search(path.read_text(encoding="utf-8")), path
