"""What matters in an area, told in words: one view model for pages, sheets, decks, files and the open interface."""
