"""From bytes on disk to decoded text: sources, decoding, markup."""
