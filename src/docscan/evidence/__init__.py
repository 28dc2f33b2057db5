"""Is it in the sources? A word index over source texts, and what can be asked of it.

`words` folds a text to comparable words, `index` finds word sequences and near ones, `alignment` says what
differs, `quotations` and `claims` put questions about quotes, figures and names to them.
"""
