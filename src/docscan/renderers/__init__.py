"""One module per output format: results in, text out."""
