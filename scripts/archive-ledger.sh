#!/usr/bin/env bash
# Archives a state directory, also while the daemon writes to it.
#
#   archive-ledger.sh [--keep N] [STATE_DIR] [DEST_DIR]
#
# STATE_DIR is ledger.state, DEST_DIR ledger-archives, unless named. Writes DEST_DIR/ledger-<UTC time>.tar and its
# .sha256; both names appear only when they are complete. --keep N removes all but the N newest archives.
#
# Everything that m17 writes, it writes in the order artifact, payload record, slot. This reads in the opposite order:
# ledgers, then maps, then artifacts; so nothing in the archive points at something that is not in it. A record or a
# file that nothing points at may be in it. `tar -xf` restores it; opening it then is like opening after a crash.
set -euo pipefail
shopt -s nullglob

fail() {
  echo "archive-ledger: $*" >&2
  exit "${code:-3}"
}

usage() {
  code=2 fail "$1; usage: archive-ledger.sh [--keep N] [STATE_DIR] [DEST_DIR]"
}

keep=0
places=()
while (($# > 0)); do
  case "$1" in
    --keep)
      [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || usage "--keep takes a number from 1"
      keep="$2"
      shift
      ;;
    -h | --help)
      sed -n '2,/^set /p' "$0" | sed '$d; s/^# \{0,1\}//'
      exit 0
      ;;
    -*) usage "no such option [option=$1]" ;;
    *) places+=("$1") ;;
  esac
  shift
done
((${#places[@]} <= 2)) || usage "too many arguments"
state="${places[0]:-ledger.state}"
dest="${places[1]:-ledger-archives}"
[[ -f "$state/symbol-map.bin" ]] || fail "there is no ledger here [state_dir=$state]"
mkdir -p "$dest"
state="$(cd "$state" && pwd)"
dest="$(cd "$dest" && pwd)"

name="ledger-$(date -u +%Y%m%dT%H%M%SZ)"
[[ ! -e "$dest/$name.tar" ]] || fail "an archive of this second is there already [file=$dest/$name.tar]"
staging="$(mktemp -d "$dest/.staging-XXXXXX")"
trap 'rm -rf "$staging" "$dest/.$name.tar.unfinished"' EXIT

# Copies a file of the state directory, with its holes, when it is there.
stage() {
  if [[ -f "$state/$1" ]]; then
    mkdir -p "$staging/$(dirname "$1")"
    cp --sparse=always --preserve=mode,timestamps "$state/$1" "$staging/$1"
  fi
}

cd "$state"
sessions=(session=*/)
sessions=("${sessions[@]%/}")
for session in "${sessions[@]}"; do
  stage "$session/trade-ledger.dat"
  stage "$session/enrichment-ledger.dat"
done
for session in "${sessions[@]}"; do
  for map in trade quote aggressor greeks aggregate artifacts; do
    stage "$session/$map.map"
  done
done
# The lock too: its incarnation must go on counting, or old claims would look alive. It says where it was taken, so
# that the copy is nobody's.
for log in symbol-map.bin rf_rate.map regions.log audit.log lock; do
  stage "$log"
done

# Artifacts never change under their names, so they are read where they lie.
for session in "${sessions[@]}"; do
  if [[ -d "$session/artifacts" ]]; then
    find "$session/artifacts" -type f -name '*.parquet' -print0
  fi
done | LC_ALL=C sort -z >"$staging/.artifacts"

(
  cd "$staging"
  find . -mindepth 1 -type f ! -name .artifacts -printf '%P\0' | LC_ALL=C sort -z
) >"$staging/.staged"
sed -i -z '/^\.staged$/d' "$staging/.staged"
tar --create --sparse --file="$dest/.$name.tar.unfinished" --owner=0 --group=0 --numeric-owner --null --no-recursion \
  --directory="$staging" --files-from="$staging/.staged" \
  --directory="$state" --files-from="$staging/.artifacts" ||
  fail "tar failed [state_dir=$state, dest=$dest]; is there room?"

sync "$dest/.$name.tar.unfinished"
checksum="$(sha256sum "$dest/.$name.tar.unfinished" | cut -d' ' -f1)"
printf '%s  %s\n' "$checksum" "$name.tar" >"$staging/sum"
mv "$staging/sum" "$dest/$name.tar.sha256"
mv "$dest/.$name.tar.unfinished" "$dest/$name.tar"
sync "$dest"

if ((keep > 0)); then
  archives=("$dest"/ledger-*T*Z.tar)
  for ((i = 0; i < ${#archives[@]} - keep; i++)); do
    rm -f "${archives[i]}" "${archives[i]}.sha256"
  done
fi
echo "$dest/$name.tar"
