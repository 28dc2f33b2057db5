"""One module or package per analyser: a Document in, records out."""
