"""How hard a text is to read, by its words and sentences: LIX (Björnsson 1968). Below 40 is easy, above 50 is hard."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
END = re.compile(r"[.!?:](?=\s|$)")
LONG = 6


def words(text):
    """The words of a text; figures are none."""
    return WORD.findall(text)


def lix(text):
    """Words a sentence, and of a hundred words those of more than six letters, together."""
    found = words(text)
    sentences = max(1, len(END.findall(text)))
    return len(found) / sentences + 100 * sum(len(word) > LONG for word in found) / len(found)


def whole(texts):
    """Several texts read as one, each a sentence or more."""
    return " ".join(f"{text.rstrip('.')}." for text in texts)
