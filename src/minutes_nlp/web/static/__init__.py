"""Style sheets and scripts of the local page, served as they are."""
