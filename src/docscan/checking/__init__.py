"""The flow of `check`: which rules apply, a document and what its analysers found, issues out of remarks."""
