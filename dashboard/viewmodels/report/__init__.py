"""A result as it leaves the screen: what sheet, deck, workbook, tables and files are all written from."""
