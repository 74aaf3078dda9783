"""The pages, one module each: PAGE, Ids, layout(), update(), register()."""
