# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# How a command gets to the floor's libraries: directly on a host that has them, through bubblewrap into the build
# root elsewhere. Inside, all that is the user's stands where it stands outside (home, /tmp, /media, the running
# session); only the system's own folders are the root's, and those are read-only.

inside=()

# The variables that go in: the person, the session, the toolkits, the tests. The rest describes the host's own tools.
variables_inside='HOME|USER|LOGNAME|TERM|COLORTERM|NO_COLOR|TZ|LANG|LANGUAGE|LC_.*|SOURCE_DATE_EPOCH'
variables_inside+='|DISPLAY|WAYLAND_.*|XAUTHORITY|XDG_.*|DBUS_SESSION_BUS_ADDRESS|AT_SPI_BUS_ADDRESS|DESKTOP_STARTUP_ID'
variables_inside+='|G_.*|GIO_.*|GDK_.*|GTK_.*|GSK_.*|ADW_.*|CITYNET_.*|CC|CFLAGS|LDFLAGS|.*SAN_OPTIONS|MALLOC_.*'
variables_inside+='|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY'

passed_variables ()
{
  compgen -e | grep -E -x "$variables_inside"
}

# A new process folder needs the right to mount one, which a container may refuse; its own is the second best.
process_arguments ()
{
  if bwrap --unshare-pid --dev-bind / / --proc /proc true 2>/dev/null; then
    echo --unshare-pid --proc /proc
  else
    echo --bind /proc /proc
  fi
}

prepare_root ()
{
  local entry name
  inside=(bwrap --die-with-parent --clearenv)

  for entry in "$root"/*; do
    name=${entry##*/}
    if [ -L "$entry" ]; then
      inside+=(--symlink "$(readlink "$entry")" "/$name")
    else
      case $name in
        usr | etc) inside+=(--ro-bind "$entry" "/$name") ;;
      esac
    fi
  done

  # The rest is the host's: any file that a person names is there, under its own name.
  for entry in /*; do
    name=${entry##*/}
    case $name in
      usr | etc | bin | sbin | lib | lib32 | lib64 | libx32 | boot | dev | proc | sys | lost+found) continue ;;
      vmlinuz* | initrd*) continue ;;
    esac
    if [ -L "$entry" ]; then
      inside+=(--symlink "$(readlink "$entry")" "$entry")
    elif [ -d "$entry" ]; then
      inside+=(--bind "$entry" "$entry")
    fi
  done

  # shellcheck disable=SC2046
  inside+=($(process_arguments) --ro-bind /sys /sys --dev /dev --dev-bind-try /dev/dri /dev/dri)
  # The portals of build-aux/flatpak show a program its files through a file system of their own.
  inside+=(--dev-bind-try /dev/fuse /dev/fuse)

  # Name servers, the clock's zone and the session's identity change with the host, its fonts and icons are what the
  # user chose.
  for entry in /etc/resolv.conf /etc/hosts /etc/localtime; do
    [ ! -e "$entry" ] || inside+=(--ro-bind "$(readlink -f "$entry")" "$entry")
  done
  inside+=(--ro-bind-try /usr/share/fonts /usr/local/share/fonts)
  inside+=(--ro-bind-try /usr/share/icons /host/share/icons)

  # A small disk that a test can fill; it makes it smaller still.
  inside+=(--size $((32 * 1024 * 1024)) --tmpfs /small-disk --setenv CITYNET_SMALL_DISK /small-disk)

  while read -r name; do
    inside+=(--setenv "$name" "${!name}")
  done < <(passed_variables)
  inside+=(--setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin)
  inside+=(--setenv XDG_DATA_DIRS "${extra_data:+$extra_data:}/usr/local/share:/usr/share:/host/share")
  inside+=(--chdir "$PWD" --)
}

# Decides between host and root. The argument says what is needed besides the floor: "display", "pictures" or nothing.
need_floor ()
{
  local missing
  mapfile -t missing < <(missing_for_native)
  if [ ${#missing[@]} -eq 0 ]; then
    root=
    [ -z "${1:-}" ] || need_display "$1"
    [ -z "${extra_data:-}" ] || export XDG_DATA_DIRS="$extra_data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
    return
  fi

  if ! is_debian; then
    missing=("${missing[@]/%/,}")
    die "this machine lacks what CityNet is built with: $(sed 's/,$/./' <<<"${missing[*]}")" \
        "Install it (the level of GNOME 50), or use Debian 12 or later, where this command sees to it."
  fi
  need_root
  prepare_root
}

# in_folder FOLDER COMMAND...: runs inside, there.
in_folder ()
{
  local folder=$1
  shift
  "${inside[@]}" env --chdir="$folder" "$@"
}
