# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Configuring, compiling and installing into a folder below the build folder. Each purpose has its own, so that none
# spoils another's: run, test, sanitize, fuzz, bench, coverage.

# Two commands in one build folder would tread on each other; the second waits.
lock_build ()
{
  mkdir -p "$builddir"
  exec 9>"$builddir/lock"
  wait_for_lock 9 "Another command is building in $builddir"
}

unlock_build ()
{
  exec 9>&-
}

# At the head of every log: whoever reads it later wants to know with what.
print_versions ()
{
  local name want
  printf '# host: %s, %s, %s processors\n' "$(. /etc/os-release; echo "${PRETTY_NAME:-?}")" "$(uname -srm)" "$(nproc)"
  printf '# commit: %s\n' "$(git -C "$source" describe --always --dirty 2>/dev/null || echo unknown)"
  printf '# libraries: %s\n' "${root:-the host’s own}"
  while read -r name want; do
    printf '%s %s (floor %s)\n' "$name" "$("${inside[@]}" pkg-config --modversion "$name")" "$want"
  done < <(floor_libraries)
  "${inside[@]}" sh -c '
    for tool in meson ninja blueprint-compiler; do echo "$tool $($tool --version)"; done
    for tool in "${CC:-cc}" clang python3 ldd; do "$tool" --version 2>/dev/null | head -n 1; done'
}

# configure FOLDER OPTION...: a folder that is there is only told options when they differ from those of the last time.
configure ()
{
  local folder=$1 options
  shift
  options="$root $*"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/options" 2>/dev/null)" = "$options" ]; then
    return
  fi
  # Another root, or a set-up that was cut off: begin anew, so that no path of the old one stays behind.
  rm -rf "$folder"
  mkdir -p "$folder"
  print_versions >>"$log" 2>&1
  step 'Configuring' "${inside[@]}" meson setup --prefix "$folder/prefix" --libdir lib "$@" "$folder" "$source"
  printf '%s' "$options" >"$folder/options"
}

# compile FOLDER TARGET...: those, or everything.
compile ()
{
  step 'Compiling' "${inside[@]}" ninja -C "$@"
}

# The program runs as installed, from a prefix of its own: its schemas, icons and translations are found as they will
# be.
install_into_prefix ()
{
  local stamp=$1/installed
  if [ -e "$stamp" ] && [ -z "$(find "$source/data" "$source/po" "$1/.ninja_log" -newer "$stamp" -print -quit)" ]; then
    return
  fi
  step 'Installing into the build folder' "${inside[@]}" meson install -C "$1" --no-rebuild --only-changed
  touch "$stamp"
}
