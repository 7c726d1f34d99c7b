"""Pictures of pages, to look at: upright, so that the boxes of a report lie on their words."""
