"""The forms a report can be taken home in, by their files' endings, in the order in which they are offered."""

FORM_NAMES = ("pdf", "pptx", "xlsx", "csv", "json", "html")
