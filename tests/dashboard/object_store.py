"""A folder behind as much of the S3 protocol as fetching needs: look at a file, read it, list a folder. Loopback only.

`broken` makes every answer a refusal, as a store that is down does.
"""

import threading
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET = "halsodialog"
KEYS = {"AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench", "AWS_EC2_METADATA_DISABLED": "true"}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(is_asked_for=True)

    def do_HEAD(self):
        self._answer(is_asked_for=False)

    def _answer(self, is_asked_for):
        parts = urlsplit(self.path)
        asked = parse_qs(parts.query, keep_blank_values=True)
        key = unquote(parts.path).strip("/").removeprefix(BUCKET).strip("/")
        path = self.server.folder / key
        self.server.asked.append(key)
        if self.server.broken:
            self._send(403, b"<Error><Code>AccessDenied</Code></Error>", is_asked_for)
        elif "list-type" in asked:
            self._send(200, self._listed(asked["prefix"][0]), is_asked_for)
        elif path.is_file():
            content = path.read_bytes()
            start, _, end = self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")
            part = content[int(start) : int(end) + 1 if end else None]
            self._send(206 if "Range" in self.headers else 200, part, is_asked_for, len(content), int(start))
        else:
            self._send(404, b"<Error><Code>NoSuchKey</Code></Error>", is_asked_for)

    def _listed(self, prefix):
        folder = self.server.folder / prefix
        inner = sorted(folder.iterdir()) if folder.is_dir() else []
        folders = [
            f"<CommonPrefixes><Prefix>{escape(prefix + p.name)}/</Prefix></CommonPrefixes>" for p in inner if p.is_dir()
        ]
        files = [
            f"<Contents><Key>{escape(prefix + p.name)}</Key><Size>{p.stat().st_size}</Size>"
            "<LastModified>2026-11-22T00:00:00.000Z</LastModified></Contents>"
            for p in inner
            if p.is_file()
        ]
        told = f"<Prefix>{escape(prefix)}</Prefix><KeyCount>{len(inner)}</KeyCount><IsTruncated>false</IsTruncated>"
        return f"<ListBucketResult>{told}{''.join(folders + files)}</ListBucketResult>".encode()

    def _send(self, status, body, is_asked_for, size=None, start=0):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", formatdate(usegmt=True))
        self.send_header("ETag", '"1"')
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{start + len(body) - 1}/{size}")
        self.end_headers()
        if is_asked_for:
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def object_store(folder):
    """Serve a folder as a bucket; gives the server, whose `address` is what the program's setting takes."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.folder, server.broken, server.asked = folder, False, []
    endpoint = f"127.0.0.1:{server.server_port}"
    server.address = f"s3://{BUCKET}/editions?scheme=http&endpoint_override={endpoint}&region=eu-north-1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
