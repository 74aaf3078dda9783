"""Elements of HTML and SVG. Text is always text: it is escaped when the whole is written."""

from xml.etree.ElementTree import Element, tostring

Child = Element | str | None


def el(name: str, /, *children: Child, **attributes: object) -> Element:
    """Return an element; attributes that are None are left out, and `_` in a name stands for `-` or, last, nothing."""
    made = Element(name, {_name(key): str(value) for key, value in attributes.items() if value is not None})
    return add(made, *children)


def add(parent: Element, *children: Child) -> Element:
    """Add elements and texts to an element, in order, and return it."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif child:
            _add_text(parent, child)
    return parent


def as_html(root: Element) -> bytes:
    """Return a whole page."""
    written: bytes = tostring(root, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"


def as_svg(root: Element) -> bytes:
    """Return a whole picture."""
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")
