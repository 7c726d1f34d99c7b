"""The triage list: a store of bulk runs, as a page from which its files are opened."""
