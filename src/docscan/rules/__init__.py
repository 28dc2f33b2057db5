"""One module per rule: documents in, issues out. A rule's docstring is its documentation."""
