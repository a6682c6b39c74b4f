# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Building CityNet's Flatpak and using it, all in one folder of its own: installation, home, builder's state. The
# tools run where the libraries of the floor are (see enter.sh), so they are those of the build root on an older host.

identifier=org.example.CityNet
branch=stable
# Where everybody who has no runtime yet gets it; written into the .flatpakref and the bundle, too.
runtime_repo=https://dl.flathub.org/repo/flathub.flatpakrepo

# On a host that has the floor the tools are its own.
need_sandbox_tools ()
{
  [ -z "$root" ] || return 0
  local pair needs=(flatpak=flatpak flatpak-builder=flatpak-builder ostree=ostree git=git
                    /usr/libexec/xdg-desktop-portal-gtk=xdg-desktop-portal-gtk)
  if is_debian; then
    need_commands "${needs[@]}"
    return
  fi
  for pair in "${needs[@]:0:3}"; do
    command -v "${pair%%=*}" >/dev/null || die "this machine lacks ${pair%%=*}." "Install it, flatpak and flatpak-builder."
  done
}

# enter_for_sandboxes FOLDER: commands of "inside" may make sandboxes, and know only the installation in the folder.
enter_for_sandboxes ()
{
  local home=$1/home run
  run=/run/user/$(id -u)
  mkdir -p "$home"/{.cache,.config,.local/share,.local/state}
  # The portals name files by their place in the user's folder for running sessions, which is to be a private one here.
  if [ -n "$root" ]; then
    inside=("${inside[@]::${#inside[@]}-1}")
  else
    inside=(bwrap --die-with-parent --dev-bind / /)
  fi
  inside+=(--tmpfs /run --dir /run/user --perms 0700 --dir "$run" --)
  # A process folder with covered places may not be mounted anew by a sandbox, and bubblewrap covers some for root.
  inside+=(sh -c 'mount -t proc proc /proc 2>/dev/null; exec "$@"' sh)
  inside+=(env --unset=DISPLAY --unset=WAYLAND_DISPLAY --unset=DBUS_SESSION_BUS_ADDRESS
           HOME="$home" XDG_CACHE_HOME="$home/.cache" XDG_CONFIG_HOME="$home/.config"
           XDG_DATA_HOME="$home/.local/share" XDG_STATE_HOME="$home/.local/state" XDG_RUNTIME_DIR="$run"
           FLATPAK_USER_DIR="$1/installation" LC_ALL=C.UTF-8)
}

# The runtime

runtime_version ()
{
  sed -n 's/^ *"runtime-version": "\(.*\)",$/\1/p' "$source/$identifier.json"
}

has_runtime ()
{
  "${inside[@]}" flatpak info "org.gnome.Platform//$1" >/dev/null 2>&1 &&
    "${inside[@]}" flatpak info "org.gnome.Sdk//$1" >/dev/null 2>&1
}

fetch_runtime ()
{
  local version=$1
  timeout 30 "${inside[@]}" flatpak remote-add --user --if-not-exists flathub "$runtime_repo" &&
    timeout 1800 "${inside[@]}" flatpak install --user --noninteractive flathub \
      "org.gnome.Platform//$version" "org.gnome.Sdk//$version"
}

# make_stand_in FOLDER VERSION: the build root as both runtimes of GNOME, in a repository whose files are hard-linked
# when they are installed.
make_stand_in ()
{
  local repo=$1/runtime place metadata
  place=$("${inside[@]}" flatpak --default-arch)/$2
  metadata=$(printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n.' org.gnome.Sdk "org.gnome.Platform/$place" "org.gnome.Sdk/$place")
  metadata=${metadata%.}
  rm -rf "$repo" "$repo.metadata"
  mkdir -p "$repo.metadata"
  printf '%s' "$metadata" >"$repo.metadata/metadata"

  "${inside[@]}" ostree --repo="$repo" init --mode=bare-user-only || return 1
  # What a power cut would spoil is made again; waiting for the disk after each of 40,000 files takes a minute.
  "${inside[@]}" ostree --repo="$repo" config set core.fsync false || return 1
  "${inside[@]}" bwrap --dev-bind / / --tmpfs /mnt --ro-bind "$root/usr" /mnt/usr/files \
      --ro-bind "$root/etc" /mnt/etc/files/etc -- \
    ostree --repo="$repo" commit --branch "runtime/org.gnome.Sdk/$place" --subject 'Made of the build root' \
      --canonical-permissions --no-xattrs --no-bindings \
      --add-metadata="ostree.ref-binding=['runtime/org.gnome.Sdk/$place']" \
      --add-metadata-string=xa.metadata="$metadata" \
      --add-metadata='xa.installed-size=uint64 0' --add-metadata='xa.download-size=uint64 0' \
      --tree=dir=/mnt/usr --tree=dir=/mnt/etc --tree=dir="$repo.metadata" || return 1
  # The other one is the same tree by another name.
  "${inside[@]}" flatpak build-commit-from --src-ref="runtime/org.gnome.Sdk/$place" \
    "$repo" "runtime/org.gnome.Platform/$place" || return 1
  "${inside[@]}" flatpak build-update-repo "$repo"
}

install_stand_in ()
{
  "${inside[@]}" flatpak remote-add --user --if-not-exists --no-gpg-verify stand-in "file://$1/runtime" &&
    "${inside[@]}" flatpak install --user --noninteractive stand-in "org.gnome.Platform//$2" "org.gnome.Sdk//$2"
}

# need_runtime FOLDER: sets $runtime to words about it.
need_runtime ()
{
  local folder=$1 version
  version=$(runtime_version)
  # One that was made of another root is as good as none.
  if [ -e "$folder/stand-in" ] && [ "$(cat "$folder/stand-in")" != "$root" ]; then
    rm -rf "$folder/installation" "$folder/runtime" "$folder/stand-in" "$folder/state"* "$folder/"*.key
  fi
  if ! has_runtime "$version"; then
    if [ -z "$stand_in" ] && try_step "Fetching the runtime of GNOME $version" fetch_runtime "$version"; then
      :
    elif [ -z "$root" ]; then
      die "the runtime of GNOME $version cannot be fetched from ${runtime_repo%/*}/." "Try again with the network."
    else
      check_space "$folder"
      step "Making a stand-in of the build root" make_stand_in "$folder" "$version"
      step "Installing it" install_stand_in "$folder" "$version"
      printf '%s' "$root" >"$folder/stand-in"
    fi
  fi
  runtime="GNOME $version"
  if [ -e "$folder/stand-in" ]; then
    runtime="a stand-in for GNOME $version, made of the build root: $([ -n "$stand_in" ] || echo 'GNOME’s own ')"
    runtime+="$([ -z "$stand_in" ] && echo 'cannot be fetched here' || echo 'as asked')"
  fi
  say "  Runtime: $runtime."
  printf '# runtime: %s\n' "$runtime" >>"$log"
}

# The sources: what the version control knows of, so that no build folder gets into a build

stage_tree ()
{
  rm -rf "$1"
  mkdir -p "$1"
  ( cd "$source" && git ls-files -z --cached --others --exclude-standard |
    xargs -0 sh -c 'for file; do [ ! -e "$file" ] || cp --preserve=mode,timestamps --parents "$file" "$0"; done' "$1" )
}

# The commit before what is staged: the last one when something is not committed, else its parent.
stage_commit_before ()
{
  local commit=HEAD^
  [ -z "$(git -C "$source" status --porcelain)" ] || commit=HEAD
  if ! git -C "$source" rev-parse --verify --quiet "$commit^{commit}" >/dev/null; then
    say '  There is no commit before this one here (a shallow clone?): the update is tested from this one.'
    commit=HEAD
  fi
  rm -rf "$1"
  mkdir -p "$1"
  git -C "$source" archive "$commit" | tar --extract --directory "$1" ||
    die "the commit before, $commit, cannot be read." "See git -C $source log."
  # Nobody runs its tests here, so nobody waits for them to compile.
  sed -i 's/"-Dprofile=default"/&, "-Dtests=false"/' "$1/$identifier.json"
  git -C "$source" log -1 --format='# before: %h %s' "$commit" >>"$log"
}

# Building

run_builder ()
{
  local folder=$1 tree=$2
  shift 2
  # Both builds share what the compiler has done already.
  mkdir -p "$folder/ccache" "$folder/state-$tree"
  ln -sfn ../ccache "$folder/state-$tree/ccache"
  "${inside[@]}" flatpak-builder --user --force-clean --disable-rofiles-fuse --keep-build-dirs --ccache \
    --state-dir="$folder/state-$tree" --repo="$folder/repo-$tree" --default-branch="$branch" \
    --subject="CityNet, $tree" "$@" "$folder/build-$tree" "$folder/$tree/$identifier.json"
}

# What the tests in the build said; a build that is taken from the builder's cache keeps what it said then.
keep_test_log ()
{
  local logs=$1/state-source/build/citynet/_flatpak_build/meson-logs
  [ ! -s "$logs/testlog.json" ] || cp "$logs/testlog.json" "$1/tests-in-build.json"
  [ ! -s "$logs/testlog.txt" ] || cat "$logs/testlog.txt" >>"$log"
  rm -rf "$1"/state-*/build
}

# What a bundle is made of, in one word.
key_of ()
{
  { echo "$runtime $*"; cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum; } | sha256sum
}

# build_bundle FOLDER TREE NAME TITLE BUILDER-OPTION...: the builder takes a folder for changed whenever it is asked, so
# it is only asked when the tree is another one.
build_bundle ()
{
  local folder=$1 tree=$2 name=$3 title=$4 key
  shift 4
  key=$(key_of "$folder/$tree" "$@")
  if [ -s "$folder/$name.flatpak" ] && [ "$(cat "$folder/$name.key" 2>/dev/null)" = "$key" ]; then
    return
  fi
  rm -f "$folder/$name.key"
  if ! try_step "$title" run_builder "$folder" "$tree" "$@"; then
    keep_test_log "$folder"
    [ ! -s "$folder/tests-in-build.json" ] || count "$folder/tests-in-build.json" >&2
    die "building failed; the words of the tools are in $log:" "$(tail -n 20 "$log" | cut -c 1-300)"
  fi
  [ "$tree" != source ] || keep_test_log "$folder"
  step 'Making the bundle' "${inside[@]}" flatpak build-bundle --runtime-repo="$runtime_repo" \
       "$folder/repo-$tree" "$folder/$name.flatpak" "$identifier" "$branch"
  printf '%s' "$key" >"$folder/$name.key"
}

# The file by which others install from the repository and get its updates.
write_ref ()
{
  rm -f "$1/repo"
  ln -s repo-source "$1/repo"
  cat >"$1/CityNet.flatpakref" <<END
[Flatpak Ref]
Name=$identifier
Branch=$branch
Title=CityNet
Url=${address:-file://$1/repo}
RuntimeRepo=$runtime_repo
IsRuntime=false
SuggestRemoteName=citynet
END
}

# Using

count ()
{
  "${inside[@]}" python3 "$source/build-aux/lib/count-tests.py" "$@"
}

use_installed ()
{
  local folder=$1 results=$1/tests.json
  rm -rf "$folder/pictures" "$folder/e2e"
  cp "$folder/tests-in-build.json" "$results"
  try_step 'Using the installed Flatpak' "${inside[@]}" CITYNET_E2E_PATIENCE=3 \
           python3 "$source/build-aux/lib/tap-log.py" "$results" 'flatpak / installed' \
           python3 "$source/tests/flatpak/test-installed.py" "$folder"
  say "  The log is $log."
  ls "$folder/pictures"/*.png >&2
  count "$results"
}
