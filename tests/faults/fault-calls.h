/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultCalls:
 * @FAULT_CALLS_SQLITE: every call that opens, prepares, steps, executes, configures or copies
 * @FAULT_CALLS_BINDINGS: every call that binds a value
 * @FAULT_CALLS_FILES: every file opened, synced or renamed by the store itself
 * @FAULT_CALLS_SETTINGS: every setting; it answers that all is well and does nothing
 *
 * What is counted, and what the nth of it does.
 */
typedef enum
{
  FAULT_CALLS_SQLITE,
  FAULT_CALLS_BINDINGS,
  FAULT_CALLS_FILES,
  FAULT_CALLS_SETTINGS,
} FaultCalls;

void        fault_calls_arm         (FaultCalls  calls,
                                     int         code,
                                     int         n);
void        fault_calls_arm_cancel  (int        *cancelled,
                                     int         n);
void        fault_calls_disarm      (void);
const char *fault_calls_get_hit     (void);

G_END_DECLS
