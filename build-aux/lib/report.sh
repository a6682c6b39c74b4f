# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What a person sees while the commands work: one line a step on standard error, everything the tools say in a log.
# Standard output is left to the program that is run.

log=/dev/null
step_job=
columns=$(stty size <&2 2>/dev/null | cut -d ' ' -f 2)
[ "${columns:-0}" -ge 60 ] || columns=80

# Ends with two lines: what is wrong, what to do about it.
die ()
{
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  [ $# -lt 2 ] || printf '%s\n' "$2" >&2
  exit 1
}

say ()
{
  printf '%s\n' "$*" >&2
}

open_log ()
{
  log=$1
  mkdir -p "${log%/*}"
  printf '# %s %s\n# %s\n' "${0##*/}" "$arguments" "$(date -u +%FT%TZ)" >"$log"
}

stop_step ()
{
  [ -n "$step_job" ] || return 0
  # The whole group: a tool's children would go on writing into the log, or into the root that is being made.
  kill -TERM -- "-$step_job" 2>/dev/null
  wait "$step_job" 2>/dev/null
  step_job=
}

milliseconds ()
{
  local now=${EPOCHREALTIME/[.,]/}
  echo $((now / 1000))
}

# What the running tool said last, fit for the rest of one line.
last_words ()
{
  tail -n 1 "$log" | tr -d '\r\033\t' | cut -c "1-$((columns - ${#1} - 16))"
}

# wait_for_lock DESCRIPTOR WORDS: waits for another run, which a signal may end.
wait_for_lock ()
{
  flock -n "$1" && return
  say "  $2; waiting for it …"
  flock "$1" &
  wait "$!"
}

# try_step TITLE COMMAND...: runs the command with its output in the log. On a terminal the line lives while it runs;
# elsewhere it is printed when the step is done. What took less than two seconds is not worth a line there: a second
# start is silent.
try_step ()
{
  local title=$1 begin status elapsed pause=0.02 drawn=
  shift
  printf '\n## %s\n' "$title" >>"$log"
  begin=$(milliseconds)

  # A group of its own, so that it can be ended as a whole.
  set -m
  ( set +m; "$@" ) >>"$log" 2>&1 </dev/null &
  step_job=$!
  set +m

  while kill -0 "$step_job" 2>/dev/null; do
    elapsed=$((($(milliseconds) - begin) / 1000))
    if [ "$elapsed" -ge 2 ]; then
      pause=0.3
      if [ -t 2 ]; then
        printf '\r\033[K  %s … %s s  %s' "$title" "$elapsed" "$(last_words "$title")" >&2
      elif [ -z "$drawn" ]; then
        printf '  %s …' "$title" >&2
      fi
      drawn=yes
    fi
    sleep "$pause"
  done
  wait "$step_job"
  status=$?
  step_job=

  elapsed=$((($(milliseconds) - begin) / 1000))
  if [ -n "$drawn" ]; then
    if [ -t 2 ]; then printf '\r\033[K  %s … %s s' "$title" "$elapsed" >&2; else printf ' %s s' "$elapsed" >&2; fi
    if [ "$status" -eq 0 ]; then printf '\n' >&2; else printf ', failed\n' >&2; fi
  fi
  return "$status"
}

# The same for a step without which there is no going on.
step ()
{
  local status
  try_step "$@"
  status=$?
  if [ "$status" -ne 0 ]; then
    say "${0##*/}: “$1” failed with status $status. The last lines of $log:"
    tail -n 30 "$log" | sed 's/^/  | /' >&2
    exit 1
  fi
}

trap 'stop_step' EXIT
trap 'stop_step; say; say "${0##*/}: interrupted. What is half made is removed by the next run."; exit 130' INT
trap 'stop_step; exit 143' TERM HUP
