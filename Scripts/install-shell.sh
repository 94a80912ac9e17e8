#!/usr/bin/env bash
# Installs what shells and man look for: install-shell.sh PROGRAM SHARE
set -euo pipefail
program=$1
share=$2

# write PATH COMMAND…: what the command prints, whole or not at all.
write() {
  local path=$1
  shift
  install -d "$(dirname "$path")"
  "$@" >"$path.new"
  chmod 644 "$path.new"
  mv "$path.new" "$path"
}

write "$share/bash-completion/completions/minyi" "$program" --generate-completion-script bash
write "$share/zsh/site-functions/_minyi" "$program" --generate-completion-script zsh
write "$share/fish/vendor_completions.d/minyi.fish" "$program" --generate-completion-script fish
write "$share/man/man1/minyi.1" "$program" manual
