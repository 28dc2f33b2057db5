"""Tab-separated values: as csv, with tabs."""

from __future__ import annotations

from docscan.renderers.csv import streaming

RENDERER = streaming("tsv", "\t")
