#!/usr/bin/env bash
# Fails on a dictionary line with the wrong number of columns, stray spaces, or a word that stands twice.
set -euo pipefail
cd "$(dirname "$0")/../Dictionaries"
failed=0
for file in *.tsv; do
  awk -F '\t' -v file="$file" '
    /^#/ || /^$/ { next }
    !columns { columns = NF }
    NF != columns { print file ":" NR ": " NF " columns, expected " columns; bad = 1 }
    /(^|\t) | (\t|$)/ { print file ":" NR ": stray space"; bad = 1 }
    seen[$1]++ { print file ":" NR ": \"" $1 "\" stands twice"; bad = 1 }
    END { exit bad }' "$file" || failed=1
done
exit $failed
