#!/usr/bin/env bash
# The documentation of `import Minyi` as a site in .build/docs, made of the last release build. A warning is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
symbols=$(mktemp -d)
trap 'rm -rf "$symbols"' EXIT
Scripts/public-symbols.sh .build/release "$symbols"
rm -rf .build/docs
docc convert Sources/Minyi/Minyi.docc --additional-symbol-graph-dir "$symbols" --output-dir .build/docs \
  --fallback-display-name Minyi --fallback-bundle-identifier minyi --warnings-as-errors
echo ".build/docs"
