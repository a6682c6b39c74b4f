# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# The build root: Debian 14 in a folder of the user's cache, for a host whose libraries are older than the floor. It
# is made under another name and renamed when it is whole; a run that is cut off leaves a folder that the next one
# removes.

suite=forky
cache=${XDG_CACHE_HOME:-$HOME/.cache}/citynet

package_list ()
{
  sed 's/#.*//' "$source/build-aux/packages" | tr -s ' \n' '\n' | sed '/^$/d'
}

# The list of packages and the recipe below decide what is in the root, so both decide its name: count up when it
# changes.
recipe=1

root_name ()
{
  { echo "$suite $recipe"; package_list; } | sha256sum | cut -c 1-12
}

# The mirror that this machine's apt uses for Debian itself; the tree knows no address.
mirror_of_host ()
{
  local codename uris uri
  codename=$(. /etc/os-release; echo "${VERSION_CODENAME:-}")
  uris=$(apt-get indextargets --format '$(URI)' 'Created-By: Packages')
  uri=$(sed -n "s#/dists/$codename/main/.*##p" <<<"$uris" | head -n 1)
  [ -n "$uri" ] || uri=$(sed -n 's#/debian/dists/.*#/debian#p' <<<"$uris" | head -n 1)
  # Cloud images name a file with a list of mirrors.
  case $uri in
    mirror+file:*) uri=$(grep -v '^#' "${uri#mirror+file:}" | sed -n '1s/[[:space:]].*//;1p') ;;
  esac
  printf '%s' "${uri%/}"
}

# The proxies and certificates that this machine's apt is told to use.
network_options ()
{
  apt-config dump | grep -E '^(Acquire::https?::|Acquire::Retries)' | grep -v ' "";$'
}

# Files that a namespace's other users own can be removed only from inside such a namespace.
remove_tree ()
{
  [ -e "$1" ] || return 0
  chmod -R u+rwX "$1" 2>/dev/null
  rm -rf "$1" 2>/dev/null || unshare --map-root-user --map-auto rm -rf "$1"
}

# As root without user namespaces the root is made, and entered, with root's own rights.
bootstrap_mode ()
{
  if unshare --mount true 2>/dev/null || unshare --map-root-user --mount true 2>/dev/null; then
    echo unshare
  elif [ "$(id -u)" -eq 0 ]; then
    echo root
  fi
}

# The numbers of users that the namespace may use; adduser gives them, accounts from a directory server have none.
need_user_numbers ()
{
  local user first
  user=$(id -un)
  [ "$(id -u)" -ne 0 ] || return 0
  ! grep -q "^\($user\|$(id -u)\):" /etc/subuid || return 0
  first=$(awk -F: '$2 + $3 > top { top = $2 + $3 } END { print (top > 100000 ? top : 100000) }' /etc/subuid)
  ask_for_password uidmap
  step 'Giving you numbers for a user namespace' as_administrator \
       usermod --add-subuids "$first-$((first + 65535))" --add-subgids "$first-$((first + 65535))" "$user"
}

make_tar ()
{
  local part=$1 mirror=$2 options=() line
  shift 2
  while IFS= read -r line; do
    options+=(--aptopt="$line")
  done < <(network_options)

  # The users of the namespace may neither stand in a home folder that is closed to others nor pass through it.
  cd / || return 1
  # Manuals and package documentation are a tenth of the size, and nobody reads them in there.
  TMPDIR=$(readlink "$part.tmp") mmdebstrap \
    --mode="$(bootstrap_mode)" --variant=apt --format=tar \
    --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Languages "none"' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='force-unsafe-io' \
    "${options[@]}" "$@" \
    --include="$(package_list | paste -sd,)" \
    "$suite" - "$mirror"
}

# Everything in the root belongs to the caller: nothing in it needs another owner, and rm -r removes it.
unpack_root ()
{
  local part=$1
  remove_tree "$part"
  mkdir -p "$part"
  set -o pipefail
  make_tar "$@" | tar --extract --directory "$part" --no-same-owner --exclude='./dev/*'
}

# What a program expects of a running system: a name for the caller, an id of the machine, files to put the host's over.
furnish_root ()
{
  local part=$1
  getent passwd "$(id -u)" | sed 's#:[^:]*$#:/bin/bash#' >>"$part/etc/passwd"
  getent group "$(id -g)" >>"$part/etc/group"
  sort -u -t: -k3,3 -o "$part/etc/passwd" "$part/etc/passwd"
  sort -u -t: -k3,3 -o "$part/etc/group" "$part/etc/group"
  tr -d '-' </proc/sys/kernel/random/uuid >"$part/etc/machine-id"
  rm -f "$part/etc/resolv.conf" "$part/etc/localtime" "$part/etc/hosts"
  touch "$part/etc/resolv.conf" "$part/etc/localtime" "$part/etc/hosts"
  mkdir -p "$part/usr/local/share/fonts"
}

# Locales: Turkish for its letters i and ı, German and British for their dates, and the caller's own.
make_locales ()
{
  local part=$1 locale
  for locale in tr_TR de_DE en_GB "${LANG:-C}"; do
    locale=${locale%%.*}
    case $locale in
      C | POSIX) continue ;;
    esac
    [ -e "$part/usr/share/i18n/locales/$locale" ] || continue
    bwrap --bind "$part" / --dev /dev --ro-bind /proc /proc localedef -i "$locale" -f UTF-8 "$locale.UTF-8" || return 1
  done
}

# A run that was killed leaves the folder that mmdebstrap works in; it belongs to users of a namespace and is not
# under the cache.
remove_leftovers ()
{
  local link
  for link in "$cache"/*.part.tmp; do
    [ -L "$link" ] || continue
    remove_tree "$(readlink "$link")"
    rm -f "$link"
  done
  for link in "$cache"/*.part; do
    remove_tree "$link"
  done
}

# Roots of other package lists, unless somebody works in them.
remove_old_roots ()
{
  local old
  for old in "$cache"/root-*; do
    case $old in
      *.lock | *.part | *.part.tmp | "$root") continue ;;
    esac
    [ -d "$old" ] || continue
    ( flock -n 8 && remove_tree "$old" && rm -f "$old.lock" ) 8>"$old.lock"
  done
}

check_space ()
{
  local free
  free=$(df --output=avail -k "$1" | tail -n 1)
  [ "$free" -ge $((3 * 1024 * 1024)) ] ||
    die "the build root needs 3 GB in $1, and $((free / 1024)) MB are free." \
        "Free some space, or set XDG_CACHE_HOME or TMPDIR to a larger disk."
}

# Sets $root to a whole build root, making it when there is none.
need_root ()
{
  local mirror part mode

  # bwrap enters the root; the keys tell that the packages are Debian's.
  need_commands bwrap=bubblewrap
  root=$cache/root-$(root_name)
  mkdir -p "$cache"

  if [ ! -d "$root" ]; then
    exec 7>"$cache/lock"
    wait_for_lock 7 'Another run is making the build root'
  fi

  if [ ! -d "$root" ]; then
    mode=$(bootstrap_mode)
    [ -n "$mode" ] ||
      die "this machine gives neither user namespaces nor the right to mount; the build root needs one of them." \
          "In a container: start it with user namespaces allowed, or use an image that has GTK 4.22 and libadwaita 1.9."
    need_commands mmdebstrap=mmdebstrap newuidmap=uidmap \
                  /usr/share/keyrings/debian-archive-keyring.gpg=debian-archive-keyring
    need_user_numbers
    remove_leftovers
    check_space "$cache"
    check_space "${TMPDIR:-/var/tmp}"

    mirror=$(mirror_of_host)
    [ -n "$mirror" ] ||
      die "apt on this machine names no Debian mirror." "Add one to /etc/apt/sources.list and run apt-get update."
    part=$root.part
    # Outside the home folder, for the same users; the link tells the next run what this one leaves when it is killed.
    ln -sfn "$(mktemp -d "${TMPDIR:-/var/tmp}/citynet-root.XXXXXX")" "$part.tmp"
    chmod 755 "$part.tmp/"

    say "  The build root is made once: about 600 MB from $mirror, 2 to 4 minutes, 1.7 GB in $cache."
    if ! try_step 'Making the Debian 14 build root' unpack_root "$part" "$mirror"; then
      # Some mirrors keep a frozen copy of the testing suite, whose date of validity is past; only there is it not
      # asked for. The signature is checked all the same.
      grep -q -i -E 'is expired|is not valid any ?more|not yet valid' "$log" ||
        die "making the build root failed; its words are in $log:" \
            "$(grep -E '^(E|W):' "$log" | tail -n 4 | cut -c 1-300)"
      step 'The mirror is a frozen copy; once more without its date' \
           unpack_root "$part" "$mirror" --aptopt='Acquire::Check-Valid-Until "false"'
    fi
    step 'Furnishing it' furnish_root "$part"
    step 'Making its locales' make_locales "$part"
    remove_tree "$(readlink "$part.tmp")"
    rm -f "$part.tmp"
    mv "$part" "$root"
    step 'Removing roots of older package lists' remove_old_roots
  fi
  exec 7>&-

  # Held for as long as anything runs in there: no other run removes a root that is in use.
  exec 8>"$root.lock"
  flock -s 8
}
