"""Read files in processes that have limits and no network."""
