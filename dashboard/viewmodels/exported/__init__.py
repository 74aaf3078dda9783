"""Reports as tables and slides: what workbook, deck, CSV, JSON and HTML have in common, formatted once for all."""
