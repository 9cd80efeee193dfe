#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs Online Services from this folder, without any network.
#   ./install.sh             for you alone, below ~/.local
#   sudo ./install.sh        for everybody, below /opt, with the service of a site's server (not started)
#   ./install.sh --uninstall takes it away again; data stay
set -eu

# say ENGLISH FRENCH: in the language of the system
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        fr*) echo "$2" ;;
        *) echo "$1" ;;
    esac
}

here=$(cd "$(dirname "$0")" && pwd)
source=$here
[ -x "$source/onlinesvc-desktop" ] || source=$(cd "$here/../../.." && pwd)
[ -x "$source/onlinesvc-desktop" ] || {
    say "install.sh: the program is not beside this script" "install.sh : le programme n’est pas à côté de ce script" >&2
    exit 1
}

if [ "$(id -u)" = 0 ]; then
    prefix=/opt/onlinesvc-desktop bin=/usr/local/bin share=/usr/local/share units=/etc/systemd/system
else
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    prefix=$data/onlinesvc-desktop bin=$HOME/.local/bin share=$data units=
fi

remove() {
    rm -rf "$prefix"
    rm -f "$bin/onlinesvc-desktop" "$bin/onlinesvc-backend" "$share/applications/onlinesvc-desktop.desktop" \
        "$share/icons/hicolor/scalable/apps/onlinesvc-desktop.svg"
    [ -z "$units" ] || rm -f "$units/onlinesvc-backend.service"
}

if [ "${1:-}" = --uninstall ]; then
    remove
    say "Online Services is removed; your data are untouched." "Services en ligne est retiré; vos données sont intactes."
    exit 0
fi

mkdir -p "$(dirname "$prefix")" "$bin" "$share/applications" "$share/icons/hicolor/scalable/apps"
# Beside its place first, so that a stick pulled out half-way leaves the old version working.
rm -rf "$prefix.new"
cp -R "$source" "$prefix.new"
remove
mv "$prefix.new" "$prefix"
ln -s "$prefix/onlinesvc-desktop" "$bin/onlinesvc-desktop"
ln -s "$prefix/onlinesvc-backend" "$bin/onlinesvc-backend"
resources=$prefix/_internal/resources
cp "$resources/icons/app.svg" "$share/icons/hicolor/scalable/apps/onlinesvc-desktop.svg"
sed "s|@PREFIX@|$prefix|g" "$resources/packaging/onlinesvc-desktop.desktop" > "$share/applications/onlinesvc-desktop.desktop"
if [ -n "$units" ] && [ -d "$units" ]; then
    sed "s|@PREFIX@|$prefix|g" "$resources/packaging/onlinesvc-backend.service" > "$units/onlinesvc-backend.service"
    id onlinesvc > /dev/null 2>&1 ||
        useradd --system --user-group --home-dir /var/lib/onlinesvc --no-create-home --shell /usr/sbin/nologin onlinesvc
    install -d -m 700 -o onlinesvc -g onlinesvc /var/lib/onlinesvc
    say "This machine can be the site's server: systemctl enable --now onlinesvc-backend" \
        "Cette machine peut être le serveur du site : systemctl enable --now onlinesvc-backend"
fi
say "Online Services is installed in $prefix." "Services en ligne est installé dans $prefix."
