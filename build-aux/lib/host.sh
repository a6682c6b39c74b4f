# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What this machine has: does it reach the floor, and if not, can it make a build root?

# at_least HAVE WANT: compares two versions.
at_least ()
{
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# The floor is written once, in meson.build; prints lines of a pkg-config name and its version.
floor_libraries ()
{
  local glib
  glib=$(sed -n "s/^glib_req = '>= \(.*\)'/\1/p" "$source/meson.build")
  sed -n "s/.*dependency('\([^']*\)', version: glib_req.*/\1 $glib/p
          s/.*dependency('\([^']*\)', version: '>= \([0-9.]*\)'.*/\1 \2/p" "$source/meson.build"
}

# Prints what is missing for a native build, one thing a line.
missing_for_native ()
{
  local name want have tool

  for tool in pkg-config meson ninja blueprint-compiler msgfmt python3 "${CC:-cc}" \
              glib-compile-resources glib-compile-schemas; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  command -v pkg-config >/dev/null || return 0

  while read -r name want; do
    have=$(pkg-config --modversion "$name" 2>/dev/null)
    at_least "${have:-0}" "$want" || echo "$name ≥ $want (here: ${have:-none})"
  done < <(floor_libraries)

  want=$(sed -n "s/.*meson_version: '>= \([0-9.]*\)'.*/\1/p" "$source/meson.build")
  have=$(meson --version 2>/dev/null)
  at_least "${have:-0}" "$want" || echo "meson ≥ $want (here: ${have:-none})"
  have=$(blueprint-compiler --version 2>/dev/null)
  at_least "${have:-0}" 0.18 || echo "blueprint-compiler ≥ 0.18 (here: ${have:-none})"
}

is_debian ()
{
  command -v apt-get >/dev/null && [ "$(. /etc/os-release 2>/dev/null; echo "${ID:-}")" = debian ]
}

as_administrator ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# A password is asked for before a step hides the terminal.
ask_for_password ()
{
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null ||
    die "these Debian packages are missing and there is no sudo to install them: $*" "As root: apt-get install $*"
  sudo -n true 2>/dev/null && return 0
  say "These Debian packages are missing: $*. sudo installs them with your password."
  sudo -v || die "without sudo these Debian packages cannot be installed: $*" "As root: apt-get install $*"
}

install_packages ()
{
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  # A fresh installation or container has no package lists; those of an old one name files that the mirror has no
  # longer.
  if [ -z "$(apt-cache madison "$1" 2>/dev/null)" ]; then
    as_administrator "${apt[@]}" update
  fi
  as_administrator "${apt[@]}" install --no-install-recommends "$@" || {
    as_administrator "${apt[@]}" update &&
    as_administrator "${apt[@]}" install --no-install-recommends "$@"
  }
}

# What a host with the floor needs besides it: a private display for the tests, and tools that drive the window on it.
# Without the latter the tests in the window are skipped, so only the pictures ask for them.
need_display ()
{
  local pair needs=(Xvfb=xvfb dbus-run-session=dbus)
  if [ "$1" = pictures ]; then
    needs+=(openbox=openbox xdotool=xdotool xprop=x11-utils import=imagemagick gtk4-launch=libgtk-4-bin)
  fi
  if is_debian; then
    need_commands "${needs[@]}"
    return
  fi
  for pair in "${needs[@]}"; do
    command -v "${pair%%=*}" >/dev/null ||
      die "this machine lacks ${pair%%=*}, which a window on a private display needs." \
          "Install these commands: ${needs[*]%%=*}."
  done
}

# need_commands COMMAND=PACKAGE...: installs the packages of the commands that are not there.
need_commands ()
{
  local pair packages=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || [ -e "${pair%%=*}" ] || packages+=("${pair#*=}")
  done
  [ ${#packages[@]} -gt 0 ] || return 0
  ask_for_password "${packages[@]}"
  step "Installing ${packages[*]}" install_packages "${packages[@]}"
}
