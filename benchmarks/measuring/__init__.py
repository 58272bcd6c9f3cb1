"""What the benchmarks share: a Zope with a plain site, requests, ratios."""
