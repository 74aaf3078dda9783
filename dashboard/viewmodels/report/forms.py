"""The forms a report can be taken home in, by their files' endings, in the order in which they are offered."""

# What holds a region's sheet alone needs no other rows of it.
FORMS_OF_ONE_PAGE = ("pdf",)
FORM_NAMES = ("pdf", "pptx", "xlsx", "csv", "json", "html")
