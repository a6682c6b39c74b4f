/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer between SQLite and the file system that fails when it is told to. */

typedef enum
{
  FAULT_IO_ERROR,    /* the operation fails */
  FAULT_FULL,        /* writing and syncing fail for want of space; the others work */
  FAULT_SHORT_WRITE, /* half is written, then it fails */
} FaultKind;

void     fault_vfs_register (void);

/* Fails the Nth operation from now on, counted from 1; with FROM_THEN_ON all later ones too. */
void     fault_vfs_arm      (FaultKind kind,
                             int       n,
                             gboolean  from_then_on);
void     fault_vfs_disarm   (void);
gboolean fault_vfs_has_hit  (void);

G_END_DECLS
