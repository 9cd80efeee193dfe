#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Tries what was built as a stranger would: unpacked on a path with spaces and accents, by an ordinary user, without any network but loopback,
# everything read-only except the data folder. Needs root, util-linux, iproute2 and Xvfb. Usage: .ci/try_folder.sh dist/ARCHIVE.tar.gz OUT
set -euo pipefail
archive=$(realpath "$1") out=$(realpath -m "$2")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
home="$place/Bureau d’été à Sorel"
mkdir -p "$home" "$place/data" "$place/run" "$place/x" "$out"
tar -xf "$archive" -C "$home" --no-same-owner
chown nobody "$place/data" "$place/run" "$place/x" "$out"
chmod 700 "$place/run"
folder=$(echo "$home"/onlinesvc-desktop-*)
export place home folder out
unshare --net --mount --pid --fork --mount-proc bash -euo pipefail -c '
    ip link set lo up
    mount --bind "$home" "$home" && mount -o remount,bind,ro "$home"
    as_nobody=(setpriv --reuid=nobody --regid=nogroup --clear-groups env -i "HOME=$home" PATH=/usr/bin:/bin LANG=C.UTF-8
        "TMPDIR=$place/x" "XDG_RUNTIME_DIR=$place/run")
    Xvfb -displayfd 3 -screen 0 1366x768x24 -ac -nolisten tcp 3> "$place/display" 2>/dev/null &
    screen=$!
    trap "kill $screen; wait" EXIT
    for _ in $(seq 100); do [ -s "$place/display" ] && break; sleep 0.1; done
    display=:$(cat "$place/display")
    if "${as_nobody[@]}" touch "$home/written" 2>/dev/null; then echo "the home is not read-only" >&2; exit 1; fi
    if "${as_nobody[@]}" bash -c "exec 3<>/dev/tcp/192.0.2.1/80" 2>/dev/null; then echo "there is a network" >&2; exit 1; fi
    "${as_nobody[@]}" DISPLAY="$display" "$folder/onlinesvc-desktop" --selfcheck
    "${as_nobody[@]}" DISPLAY="$display" "$folder/onlinesvc-desktop" --data-dir "$place/data" --tour "$out"
'
ls "$out"
