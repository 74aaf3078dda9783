"""Which letters a CSV file's bytes stand for. When that is not sure, the file is refused: no wrong letter is stored."""

import codecs
import re

from intake.uploads.findings import Findings, StopError, UploadFinding

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# One byte a letter: told apart by which of them gives Swedish.
SINGLE_BYTE = ("cp1252", "mac_roman")
SWEDISH = frozenset("åäöÅÄÖéÉèüÜæøÆØ")
ALSO = frozenset("\u00a0–—’‘”“…§°·×")
# UTF-8 that was once read as something else and saved again.
GARBLED = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|\ufffd")
SAMPLE = 4096


def decode(content: bytes, findings: Findings) -> str:
    """Return a file's text. Raises StopError when its letters cannot be told for sure."""
    text = _decoded(content, findings)
    if "\0" in text:
        raise StopError("nul", row=text[: text.index("\0")].count("\n") + 1, found="\\u0000")
    if match := GARBLED.search(text):
        line = text[: match.start()].count("\n") + 1
        raise StopError("garbled", row=line, found=text[max(match.start() - 10, 0) : match.end() + 10].strip())
    return text


def _decoded(content: bytes, findings: Findings) -> str:
    try:
        for mark, name in MARKS:
            if content.startswith(mark):
                return content.decode(name)
        return content.decode(_unmarked_utf16(content) or "utf-8")
    except UnicodeDecodeError as error:
        if content.startswith(tuple(mark for mark, _ in MARKS)) or b"\0" in content[:SAMPLE]:
            raise StopError("encoding") from error
    return _single_byte(content, findings)


def _unmarked_utf16(content: bytes) -> str | None:
    """Text in our letters has a zero in every second byte of UTF-16: at the odd places when the small end is first."""
    sample = content[:SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


def _single_byte(content: bytes, findings: Findings) -> str:
    fitting = []
    for name in SINGLE_BYTE:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        foreign = {letter for letter in text if not letter.isascii()}
        if foreign & SWEDISH and foreign <= SWEDISH | ALSO:
            fitting.append((name, text))
    if len(fitting) != 1:
        raise StopError("encoding")
    name, text = fitting[0]
    findings.add(UploadFinding("encoding-assumed", found={"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}[name]))
    return text
