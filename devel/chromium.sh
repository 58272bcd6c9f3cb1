#!/bin/sh
# Debian's Chromium for the tests in tests/acceptance; installed only where it is missing.
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Chybí prohlížeč Chromium. Nainstalujte ho, na Debianu: apt-get install chromium" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null
