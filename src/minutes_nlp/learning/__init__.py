"""Training and evaluation on the annotated corpus; nothing here runs when a file is analysed."""
