#!/usr/bin/env bash
# Writes the public symbols of `import Minyi` as they were last built: public-symbols.sh BUILD OUTPUT
# BUILD is a folder such as .build/release. The graph in OUTPUT has what Minyi re-exports too.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
output=$2
maps=()
while IFS= read -r map; do
  maps+=(-Xcc "-fmodule-map-file=$map")
done < <(find "$build"/*.build -maxdepth 1 -name module.modulemap; find .build/checkouts -name module.modulemap -not -path "*SQLCipher*" -not -path "*SQLiteCustom*")
reexported=$(sed -n 's/^@_exported public import //p' Sources/Minyi/Exports.swift | paste -sd, -)
mkdir -p "$output"
swift symbolgraph-extract -module-name Minyi -I "$build/Modules" "${maps[@]}" -output-dir "$output" \
  -target "$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p' | head -1)" \
  -minimum-access-level public "-experimental-allowed-reexported-modules=$reexported"
