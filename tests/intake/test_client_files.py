"""A folder of figures is held to the same limits as an answer from a publisher."""

import gzip

import pytest

from intake.http.client import Limits
from intake.http.refusals import EncodingError, IncompleteError, TooLargeError, UnreachableError
from intake.sources import site_addresses
from tests.replicas.testing import make_client

TEXT = b"provider,key\nkolada,N1\n" * 50


def read(folder, name, limits=None):
    with make_client(site_addresses(folder), limits=limits) as client:
        return client.file(name)


@pytest.mark.parametrize(("name", "content"), [("a.csv", TEXT), ("a.csv.gz", gzip.compress(TEXT, mtime=0))])
def test_a_file_is_read_packed_or_not(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    body = read(tmp_path, name)
    assert (body.content, body.source, body.address) == (TEXT, "files", name)


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (gzip.compress(TEXT, mtime=0)[:-5], IncompleteError, "ends before its end"),
        (b"plain text", IncompleteError, "damaged"),
        (gzip.compress(TEXT, mtime=0) + b"x", IncompleteError, "bytes follow"),
        (gzip.compress(b"\xe5\xe4\xf6", mtime=0), EncodingError, "not UTF-8"),
        (gzip.compress(b"x" * 3_000_000, mtime=0), TooLargeError, "times what was sent"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(tmp_path, content, kind, reason):
    (tmp_path / "a.gz").write_bytes(content)
    with pytest.raises(kind, match=reason):
        read(tmp_path, "a.gz")


def test_a_file_beyond_the_cap_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(TEXT)
    with pytest.raises(TooLargeError, match="more than 100 bytes"):
        read(tmp_path, "a.csv", Limits(encoded_bytes=100))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreachableError, match="cannot be read"):
        read(tmp_path, "a.csv")
    with pytest.raises(UnreachableError, match="no folder"):
        read(None, "a.csv")
