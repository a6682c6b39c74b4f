# SPDX-FileCopyrightText: The CityNet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Running what was built: the suite, the benchmarks, the fuzzers. Each ends with the closing line on standard output.

# The environment of a test: no home, settings or session of the user's, nothing that a sanitizer would overlook.
test_environment ()
{
  local home=$1/home
  rm -rf "$home"
  mkdir -p "$home"/{.cache,.config,.local/share,.local/state}
  environment=(
    env HOME="$home" XDG_CACHE_HOME="$home/.cache" XDG_CONFIG_HOME="$home/.config"
    XDG_DATA_HOME="$home/.local/share" XDG_STATE_HOME="$home/.local/state"
    CITYNET_TEST_SCALE="$CITYNET_TEST_SCALE"
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1:abort_on_error=0:exitcode=99
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:exitcode=99
    LSAN_OPTIONS="suppressions=$source/build-aux/lsan.supp:print_suppressions=0:exitcode=99"
  )
  # Root reads what nobody may read; without these two rights the tests of forbidden files mean something.
  if [ -n "$root" ] && [ "$(id -u)" -eq 0 ]; then
    inside=("${inside[0]}" --cap-drop CAP_DAC_OVERRIDE --cap-drop CAP_DAC_READ_SEARCH "${inside[@]:1}")
  fi
}

# Prints the count and what failed; the status is the count's.
close_with_count ()
{
  local folder=$1 list=$2
  shift 2
  if [ ! -s "$folder/meson-logs/$list.json" ]; then
    say "test: no test has run; the last lines of $log:"
    tail -n 30 "$log" | sed 's/^/  | /' >&2
    echo '0 passed, 1 failed, 0 skipped'
    return 1
  fi
  cat "$folder/meson-logs/$list.txt" >>"$log"
  "${inside[@]}" python3 "$source/build-aux/lib/count-tests.py" "$@" "$folder/meson-logs/$list.json"
}

run_suite ()
{
  local folder=$1 environment multiplier=1
  shift
  [ "$mode" != sanitize ] || multiplier=5
  [ "$CITYNET_TEST_SCALE" -le 1 ] || multiplier=$((multiplier * CITYNET_TEST_SCALE * 2))
  [ -n "$seeds" ] || say "  There are no seed texts (--seeds FOLDER): their tests are skipped."
  test_environment "$folder"

  rm -f "$folder/meson-logs/"testlog*
  try_step "Running the tests$([ "$mode" != sanitize ] || echo ' under the sanitizers')" \
           "${inside[@]}" "${environment[@]}" "$source/build-aux/lib/virtual-display" \
           meson test -C "$folder" --no-rebuild --timeout-multiplier "$multiplier" "$@"
  say "  The log is $log."
  close_with_count "$folder" testlog
}

run_benchmarks ()
{
  local folder=$1 environment
  shift
  test_environment "$folder"
  rm -f "$folder/meson-logs/"benchmarklog*
  try_step 'Running the benchmarks' \
           "${inside[@]}" "${environment[@]}" "$source/build-aux/lib/virtual-display" \
           meson test -C "$folder" --no-rebuild --benchmark --timeout-multiplier 0 "$@"
  close_with_count "$folder" benchmarklog --tables
}

# fuzz_one FOLDER PROGRAM SECONDS: the corpus of the tree is read, what is found new stays in the build folder. The seed
# is fixed, so that a clean clone gets the same answer twice; CITYNET_FUZZ_SEED=0 is another one each time.
fuzz_one ()
{
  local folder=$1 program=$2 seconds=$3 name=${2##*/} corpus
  corpus=$source/tests/fuzz/corpus/${name#fuzz-}
  mkdir -p "$folder/corpus/$name" "$folder/found/$name"
  "${inside[@]}" "${environment[@]}" "$folder/$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -seed="${CITYNET_FUZZ_SEED:-1}" -print_final_stats=1 -artifact_prefix="$folder/found/$name/" \
    $([ ! -f "$source/tests/fuzz/${name#fuzz-}.dict" ] || echo "-dict=$source/tests/fuzz/${name#fuzz-}.dict") \
    "$folder/corpus/$name" $([ ! -d "$corpus" ] || echo "$corpus")
}

# As many at once as there are processors; each leaves its status beside its words.
fuzz_all ()
{
  local folder=$1 seconds=$2 program
  shift 2
  for program; do
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || wait -n
    { fuzz_one "$folder" "$program" "$seconds"; echo $? >"$folder/${program##*/}.status"; } \
      >"$folder/${program##*/}.txt" 2>&1 &
  done
  wait
}

# The programs, as targets of the build.
list_fuzzers ()
{
  "${inside[@]}" ninja -C "$1" -t targets all | sed -n 's#^\(tests/fuzz/fuzz-[a-z0-9-]*\):.*#\1#p' | sort
}

# run_fuzzers FOLDER SECONDS PROGRAM...
run_fuzzers ()
{
  local folder=$1 seconds=$2 environment programs program failed=0
  shift 2
  programs=("$@")
  test_environment "$folder"
  rm -f "$folder"/fuzz-*.status
  try_step "Running ${#programs[@]} fuzzers, $seconds s each" fuzz_all "$folder" "$seconds" "${programs[@]}"
  for program in "${programs[@]}"; do
    [ "$(cat "$folder/${program##*/}.status" 2>/dev/null)" = 0 ] || failed=$((failed + 1))
    cat "$folder/${program##*/}.txt" >>"$log"
    say "    ${program##*/}: $(sed -n 's/^stat::number_of_executed_units: *\(.*\)/\1 inputs/p
                                   s/^SUMMARY: //p' "$folder/${program##*/}.txt" | paste -sd' ')"
    # What was broken, and the input as text: enough to find it again from the words of another machine.
    sed -n -e 's/^\(ERROR:.*\|.*runtime error:.*\|==.*ERROR: AddressSanitizer.*\)$/      \1/p' \
           -e 's/^\(Base64: .*\)$/      \1/p' "$folder/${program##*/}.txt"
  done
  say "  The log is $log."
  echo "$((${#programs[@]} - failed)) passed, $failed failed, 0 skipped"
  [ "$failed" -eq 0 ]
}
