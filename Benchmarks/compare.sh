#!/bin/sh
# Runs the peer stack (a word cutter and scikit-learn) and minyi in turn on the same opinions and prints the ratios.
#
# usage: compare.sh PEER.py FILE.jsonl [ROUNDS]
#   PEER.py FILE CUTTER K prints stage seconds, "total=…s" and "peakRSS=…MB"; CUTTER is jieba or rjieba.
# MINYI names the program to measure; without it, the release build of this checkout. Medians of ROUNDS (3) alternating
# runs; minyi's side includes start, import, the workspace on disk, and the agenda on the screen.
set -eu

if [ $# -lt 2 ]; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
peer=$1
file=$2
rounds=${3:-3}
minyi=${MINYI:-$(dirname "$0")/../.build/release/minyi}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

# SECONDS and MB of each run, a line each, in $folder/NAME.
round=1
while [ "$round" -le "$rounds" ]; do
  rm -f "$folder"/w.sqlite*
  /usr/bin/time -f '%e %M' -o "$folder/time" "$minyi" run "$file" --workspace "$folder/w.sqlite" --quiet \
    > "$folder/agenda" 2> /dev/null
  test -s "$folder/agenda"
  awk '{ print $1, $2 / 1024 }' "$folder/time" >> "$folder/minyi"
  for cutter in rjieba jieba; do
    python3 "$peer" "$file" "$cutter" 200 2> /dev/null \
      | sed -n 's/.*total=\([0-9.]*\)s peakRSS=\([0-9]*\)MB.*/\1 \2/p' >> "$folder/$cutter"
  done
  echo "round $round: minyi $(tail -1 "$folder/minyi"), rjieba $(tail -1 "$folder/rjieba"), jieba $(tail -1 "$folder/jieba")"
  round=$((round + 1))
done

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
memory() { sort -k2 -n "$1" | awk 'END { print $2 }'; }
own=$(median "$folder/minyi")
echo "$(wc -l < "$file") opinions, medians of $rounds rounds, $(nproc) processors, $("$minyi" --version | head -1)"
printf 'minyi   %8.1f s  %6.0f MB\n' "$own" "$(memory "$folder/minyi")"
for cutter in rjieba jieba; do
  peerTime=$(median "$folder/$cutter")
  printf '%-7s %8.1f s  %6.0f MB  %5.1f times as long\n' "$cutter" "$peerTime" "$(memory "$folder/$cutter")" \
    "$(echo "$peerTime $own" | awk '{ print $1 / $2 }')"
done
