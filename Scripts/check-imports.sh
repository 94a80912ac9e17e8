#!/usr/bin/env bash
# Fails when a target imports what the way of one opinion does not allow, or ICU's headers leave Sources/CICU.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0

# check FOLDER ALLOWED…: every import in FOLDER is one of ALLOWED.
check() {
  local folder=$1
  shift
  local allowed=" $* "
  while IFS=: read -r file line text; do
    local module
    module=$(sed -E 's/^.*import( (struct|class|enum|func|protocol|typealias|var))? ([A-Za-z_]+).*$/\3/' <<<"$text")
    if [[ $allowed != *" $module "* ]]; then
      echo "$file:$line: $folder may not import $module (allowed:$allowed)" >&2
      failed=1
    fi
  done < <(grep -rnE '^ *(@[A-Za-z_]+(\([a-z]+\))? )*((public|package|internal|private|fileprivate) )?import ' "$folder" --include='*.swift')
}

libc="Glibc Musl Darwin"
check Sources/MinyiModel Dispatch Synchronization $libc
check Sources/MinyiFiles MinyiModel CICU CCSV CSimdJSON CExpat CZip CXLSXWriter Foundation $libc
check Sources/MinyiText MinyiModel CICU $libc
check Sources/MinyiStore MinyiModel GRDB GRDBSQLite Foundation Synchronization
check Sources/MinyiIndex MinyiModel
check Sources/MinyiTopics MinyiModel MinyiText MinyiIndex
check Sources/MinyiAgenda MinyiModel MinyiText Yams
check Sources/MinyiEvaluation MinyiModel
check Sources/MinyiReport MinyiModel MinyiAgenda CRSVG Mustache Foundation
check Sources/Minyi MinyiModel MinyiFiles MinyiText MinyiStore MinyiIndex MinyiTopics MinyiAgenda MinyiEvaluation \
  MinyiReport MinyiDictionaries Dispatch Foundation Synchronization Yams
check Sources/MinyiCLI Minyi CMalloc ArgumentParser Foundation Dispatch Synchronization
check Dictionaries Foundation

# One C target per C library: nobody else sees its headers.
library_headers() {
  local pattern=$1 owner=$2
  if grep -rnE "#include *[<\"]$pattern" Sources --include='*.h' --include='*.c' --include='*.cpp' |
    grep -v "^Sources/$owner/"; then
    echo "only Sources/$owner may include $pattern" >&2
    failed=1
  fi
}
library_headers 'unicode/' CICU
library_headers 'csv\.h' CCSV
library_headers 'simdjson' CSimdJSON
library_headers 'expat' CExpat
library_headers 'zip' CZip
library_headers 'xlsxwriter' CXLSXWriter
library_headers 'malloc\.h' CMalloc
if grep -nE '#include *[<"]unicode/' Sources/CICU/include/*.h; then
  echo "CICU's public header may not include ICU's headers: Swift modules with Foundation would not compile" >&2
  failed=1
fi

exit $failed
