/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches the main thread: how long it was away from its poll, turn by turn, without the frames that were
 * drawn in between, and how long the longest of those was. A turn that is too long is what a user feels as a window
 * that does not answer. */

#include "config.h"

#include "bench-watch.h"

#include <time.h>

static BenchSpan turn_began;
static BenchSpan frame_began;
static BenchSpan frames;      /* within this turn */
static BenchSpan longest_turn;
static BenchSpan longest_frame;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

BenchSpan
bench_watch_now (void)
{
  return (BenchSpan) { read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID) };
}

BenchSpan
bench_watch_since (BenchSpan begin)
{
  BenchSpan now = bench_watch_now ();

  return (BenchSpan) { now.wall - begin.wall, now.cpu - begin.cpu };
}

/* Each by itself: the longest by the clock may be another one than the longest by its own time. */
static void
keep_longest (BenchSpan *longest,
              BenchSpan  span)
{
  longest->wall = MAX (longest->wall, span.wall);
  longest->cpu = MAX (longest->cpu, span.cpu);
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  BenchSpan turn = bench_watch_since (turn_began);
  int n_ready;

  turn.wall -= frames.wall;
  turn.cpu -= frames.cpu;
  keep_longest (&longest_turn, turn);

  n_ready = g_poll (fds, n_fds, timeout);
  turn_began = bench_watch_now ();
  frames = (BenchSpan) { 0, 0 };

  return n_ready;
}

/* From now on the turns of the main context are watched. */
void
bench_watch_start (void)
{
  turn_began = bench_watch_now ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

/* Forgets the longest; the turn that runs begins here. */
void
bench_watch_reset (void)
{
  longest_turn = longest_frame = frames = (BenchSpan) { 0, 0 };
  turn_began = bench_watch_now ();
}

void
bench_watch_begin_frame (void)
{
  frame_began = bench_watch_now ();
}

BenchSpan
bench_watch_end_frame (void)
{
  BenchSpan frame = bench_watch_since (frame_began);

  frames.wall += frame.wall;
  frames.cpu += frame.cpu;
  keep_longest (&longest_frame, frame);

  return frame;
}

BenchSpan
bench_watch_get_turn (void)
{
  return longest_turn;
}

BenchSpan
bench_watch_get_frame (void)
{
  return longest_frame;
}
