/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a draft: the rules by which two articles are one.
 *
 * The text decides first, the address second. A site that answers many addresses with one page ("please turn
 * on cookies") would otherwise put that page over every article that it ever had; this way it is one article
 * with many origins, and theirs stay as they were. Nothing is written for what is known already. Runs on the
 * writer's thread within its transaction; the tables have the SQL. */

#include "config.h"

#include "cn-article-adder.h"
#include "cn-article-table.h"
#include "cn-import-table.h"
#include "cn-membership-table.h"
#include "cn-origin-table.h"
#include "cn-shown-version.h"
#include "cn-snapshot-table.h"
#include "cn-version-table.h"

#define HASH_SIZE 32

/**
 * cn_article_adder_check:
 * @drafts: (element-type CnArticleDraft): a batch
 *
 * Any thread. Looks for what the schema would refuse, so that one broken draft is found before the batch has begun.
 *
 * Returns: %FALSE with @error set to %CN_STORE_ERROR_CONSTRAINT
 */
gboolean
cn_article_adder_check (GPtrArray  *drafts,
                        GError    **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const CnArticleDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->text != NULL && draft->text_hash != NULL && g_bytes_get_size (draft->text_hash) == HASH_SIZE)
        continue;

      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT, "draft %u of %u has no text or no hash of it",
                   i + 1, drafts->len);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_new (CnConnection          *connection,
         gint64                 import_id,
         const CnArticleDraft  *draft,
         CnAddResult           *result,
         GError               **error)
{
  gint64 version;

  result->outcome = CN_ADD_OUTCOME_ADDED;

  return cn_import_table_ensure (connection, import_id, error) &&
         cn_article_table_insert (connection, draft, &result->article_id, error) &&
         cn_version_table_add (connection, result->article_id, import_id, draft, &version, error) &&
         cn_origin_table_insert (connection, result->article_id, version, import_id, draft, error) &&
         cn_membership_table_add (connection, result->article_id, draft, error);
}

/* Makes the import vouch for the draft's origin. */
static gboolean
vouch (CnConnection          *connection,
       gint64                 import_id,
       const CnArticleDraft  *draft,
       gint64                 article_id,
       gint64                 version,
       CnOriginState         *state,
       GError               **error)
{
  gint64 origin_id;

  if (!cn_origin_table_find (connection, article_id, version, draft, &origin_id, state, error))
    return FALSE;
  if (*state == CN_ORIGIN_STANDING)
    return TRUE;
  if (!cn_import_table_ensure (connection, import_id, error))
    return FALSE;

  if (*state == CN_ORIGIN_NEW)
    return cn_origin_table_insert (connection, article_id, version, import_id, draft, error);
  return cn_origin_table_adopt (connection, origin_id, import_id, error);
}

static gboolean
meet_again (CnConnection          *connection,
            gint64                 import_id,
            const CnArticleDraft  *draft,
            gint64                 version,
            CnAddResult           *result,
            GError               **error)
{
  CnOriginState state;
  gboolean was_hidden = FALSE;
  gboolean is_other_text = FALSE;
  gboolean is_new_publisher = FALSE;

  if (!vouch (connection, import_id, draft, result->article_id, version, &state, error))
    return FALSE;
  if (state != CN_ORIGIN_STANDING &&
      (!cn_article_table_show (connection, result->article_id, &was_hidden, error) ||
       !cn_shown_version_update (connection, result->article_id, &is_other_text, error)))
    return FALSE;
  if (draft->is_publisher_given
      && !cn_membership_table_set_publisher (connection, result->article_id, draft->publisher, &is_new_publisher,
                                             error))
    return FALSE;

  if (state == CN_ORIGIN_STANDING)
    result->outcome = is_new_publisher ? CN_ADD_OUTCOME_NEW_PUBLISHER : CN_ADD_OUTCOME_KNOWN;
  else if (was_hidden)
    result->outcome = CN_ADD_OUTCOME_RESTORED;
  else
    result->outcome = is_other_text ? CN_ADD_OUTCOME_NEW_VERSION : CN_ADD_OUTCOME_NEW_ORIGIN;
  return TRUE;
}

/* An article that was hidden has older texts that nobody vouches for: the new one makes it visible. */
static gboolean
add_version (CnConnection          *connection,
             gint64                 import_id,
             const CnArticleDraft  *draft,
             CnAddResult           *result,
             GError               **error)
{
  gint64 version;
  gboolean was_hidden;

  result->outcome = CN_ADD_OUTCOME_NEW_VERSION;

  return cn_import_table_ensure (connection, import_id, error) &&
         cn_snapshot_table_take (connection, result->article_id, error) &&
         cn_version_table_add (connection, result->article_id, import_id, draft, &version, error) &&
         cn_article_table_update (connection, result->article_id, version, draft, error) &&
         cn_membership_table_replace (connection, result->article_id, draft, error) &&
         cn_origin_table_insert (connection, result->article_id, version, import_id, draft, error) &&
         cn_article_table_show (connection, result->article_id, &was_hidden, error);
}

/**
 * cn_article_adder_add:
 * @draft: one that cn_article_adder_check() lets pass
 * @result: (out): which article it is, and what was done
 *
 * Within a transaction, which has to be rolled back when this fails.
 */
gboolean
cn_article_adder_add (CnConnection          *connection,
                      gint64                 import_id,
                      const CnArticleDraft  *draft,
                      CnAddResult           *result,
                      GError               **error)
{
  gint64 version;

  if (!cn_version_table_find (connection, draft->text_hash, &result->article_id, &version, error))
    return FALSE;
  if (result->article_id != 0)
    return meet_again (connection, import_id, draft, version, result, error);

  if (draft->url != NULL && !cn_origin_table_find_url (connection, draft->url, &result->article_id, error))
    return FALSE;
  if (result->article_id != 0)
    return add_version (connection, import_id, draft, result, error);

  return add_new (connection, import_id, draft, result, error);
}
