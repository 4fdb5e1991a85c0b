#!/usr/bin/env bash
# Restores a state directory from an archive of archive-ledger.sh.
#
#   restore-ledger.sh ARCHIVE STATE_DIR
#
# Checks the archive's .sha256 first. STATE_DIR must be absent or empty; it appears whole or not at all. The first
# `m17 run` or `m17 rebuild` that opens it recovers it as after a crash; from then on `m17 verify` is to find nothing.
set -euo pipefail

fail() {
  echo "restore-ledger: $*" >&2
  exit "${code:-3}"
}

if [[ "${1:-}" == -h || "${1:-}" == --help ]]; then
  sed -n '2,/^set /p' "$0" | sed '$d; s/^# \{0,1\}//'
  exit 0
fi
(($# == 2)) || code=2 fail "usage: restore-ledger.sh ARCHIVE STATE_DIR"
archive="$1"
target="${2%/}"
[[ -f "$archive" ]] || code=2 fail "there is no such archive [archive=$archive]"
[[ -f "$archive.sha256" ]] || fail "the archive has no checksum [missing=$archive.sha256]; tar -xf restores it unchecked"
if [[ -e "$target" ]] && { [[ ! -d "$target" ]] || [[ -n "$(ls -A "$target")" ]]; }; then
  fail "the target is not empty [state_dir=$target]; name another, or move it away"
fi
is="$(sha256sum "$archive" | cut -d' ' -f1)"
should="$(cut -d' ' -f1 "$archive.sha256")"
[[ "$is" == "$should" ]] || code=1 fail "the archive is damaged [archive=$archive, sha256=$is, should_be=$should]; use another"

parent="$(dirname "$target")"
mkdir -p "$parent"
unpacked="$(mktemp -d "$parent/.restore-XXXXXX")"
trap 'rm -rf "$unpacked"' EXIT
tar --extract --sparse --file="$archive" --directory="$unpacked" || fail "tar failed [archive=$archive]; is there room?"
chmod 0755 "$unpacked"
[[ ! -d "$target" ]] || rmdir "$target"
mv -T "$unpacked" "$target"
sync "$parent"
echo "$target"
