/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a late answer finds its widget, or finds that it has gone: whoever waits holds a weak
 * reference, and this file alone turns it into a strong one. Answers are given from the main loop
 * itself, not from the fiber that brought them: making widgets needs more stack than a fiber has.
 * Main thread. */

#include "config.h"

#include "cn-guard.h"

typedef struct
{
  gpointer        guard;
  DexFuture      *future;
  DexFuture      *fiber;
  CnReplyFunc     func;
  gpointer        user_data;
  GDestroyNotify  destroy;
} Reply;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  cn_guard_free (reply->guard);
  dex_clear (&reply->future);
  dex_clear (&reply->fiber);
  if (reply->destroy != NULL)
    reply->destroy (reply->user_data);
  g_free (reply);
}

static gboolean
reply_cb (gpointer data)
{
  Reply *reply = data;
  g_autoptr (GObject) object = cn_guard_dup (reply->guard);

  if (object != NULL)
    reply->func (object, reply->future, reply->user_data);

  return G_SOURCE_REMOVE;
}

static DexFuture *
reply_fiber (gpointer data)
{
  Reply *reply = data;

  /* How it settled is for the one who asked. */
  dex_await (dex_ref (reply->future), NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, reply_cb, reply, reply_free);

  return dex_future_new_true ();
}

void
cn_guard_reply (DexFuture      *future,
                gpointer        object,
                CnReplyFunc     func,
                gpointer        user_data,
                GDestroyNotify  destroy)
{
  Reply *reply;

  g_return_if_fail (DEX_IS_FUTURE (future));
  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (func != NULL);

  reply = g_new0 (Reply, 1);
  *reply = (Reply) { cn_guard_new (object), future, NULL, func, user_data, destroy };
  /* It runs from the main loop, so it cannot be over before it is kept here. */
  reply->fiber = dex_scheduler_spawn (NULL, 0, reply_fiber, reply, NULL);
}

gpointer
cn_guard_new (gpointer object)
{
  GWeakRef *guard = g_new0 (GWeakRef, 1);

  g_weak_ref_init (guard, object);

  return guard;
}

gpointer
cn_guard_dup (gpointer guard)
{
  g_return_val_if_fail (guard != NULL, NULL);

  return g_weak_ref_get (guard);
}

void
cn_guard_free (gpointer guard)
{
  g_return_if_fail (guard != NULL);

  g_weak_ref_clear (guard);
  g_free (guard);
}
