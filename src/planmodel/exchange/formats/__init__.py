"""One module a format: a function of a plan that gives a text, bytes, or files by name."""
