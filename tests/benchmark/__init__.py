"""A benchmark of the public pages: `make bench SIZES="10000 1000000"`. See docs/running.md."""
