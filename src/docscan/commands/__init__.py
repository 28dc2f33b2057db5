"""One module per subcommand, each with `COMMAND = Command(...)`; `analysis` makes those of the analysers."""
