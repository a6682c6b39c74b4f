/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Turkish. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "dün", CN_DATE_PHRASE_DAYS, -1, TRUE },
  { "evvelki gün", CN_DATE_PHRASE_DAYS, -2 },
  { "önceki gün", CN_DATE_PHRASE_DAYS, -2 },
  { "bugün", CN_DATE_PHRASE_DAYS, 0 },
  { "yarın", CN_DATE_PHRASE_DAYS, 1 },
  { "öbür gün", CN_DATE_PHRASE_DAYS, 2 },
  { "geçen %u", CN_DATE_PHRASE_STEP, -1 },
  { "geçen %m", CN_DATE_PHRASE_STEP, -1 },
  { "geçen %w", CN_DATE_PHRASE_STEP, -1 },
  { "geçtiğimiz %u", CN_DATE_PHRASE_STEP, -1 },
  { "geçtiğimiz %m", CN_DATE_PHRASE_STEP, -1 },
  { "geçtiğimiz %w", CN_DATE_PHRASE_STEP, -1 },
  { "bu %u", CN_DATE_PHRASE_STEP, 0 },
  { "bu %m", CN_DATE_PHRASE_STEP, 0 },
  { "bu %w", CN_DATE_PHRASE_STEP, 0 },
  { "gelecek %u", CN_DATE_PHRASE_STEP, 1 },
  { "gelecek %m", CN_DATE_PHRASE_STEP, 1 },
  { "gelecek %w", CN_DATE_PHRASE_STEP, 1 },
  { "önümüzdeki %u", CN_DATE_PHRASE_STEP, 1 },
  { "önümüzdeki %m", CN_DATE_PHRASE_STEP, 1 },
  { "önümüzdeki %w", CN_DATE_PHRASE_STEP, 1 },
  { "%n %u önce", CN_DATE_PHRASE_AGO, -1 },
};

const CnDateVocabulary cn_date_vocabulary_tr = {
  .language = CN_DATE_LANGUAGE_TR,
  .tag = "tr",
  .months = {
    "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
    "aralık",
  },
  .months_short = { "oca", "şub", "mar", "nis", "may", "haz", "tem", "ağu", "eyl", "eki", "kas", "ara" },
  .weekdays = {
    "pazartesi pzt", "salı sal", "çarşamba çar", "perşembe per", "cuma cum", "cumartesi cmt", "pazar paz",
  },
  .numbers = { "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", NULL, NULL },
  .units = { "gün", "hafta haftanın", "ay ayın", "yıl yılın sene" },
  .ordinals = "inci nci",
  .to = "ile ila",
  .and = "ve & ile veya",
  .year_words = "yılında başında ortasında sonunda başlarında ortalarında sonlarında yılı yılından yılına "
                "yılının yılındaki yıllarında senesinde",
  .year_endings = "te ta de da ten tan den dan",
  .about = "yaklaşık aşkın fazla az",
  .counted = "kişi avro lira şehir kent belediye üye katılımcı milyon milyar gün hafta ay saat dakika yüzde "
             "çocuk yeni",
  .blockers = "sürüm versiyon isbn issn tel telefon faks madde bölüm sayı numara no kanun",
  .streets = "caddesi sokak meydanı cadde",
  .published = "yayın yayınlanma yayınlandı yayımlandı yayımlanma tarihi tarih tarihinde haber son güncelleme "
               "güncellenme güncellendi değiştirilme",
  .updated = "güncelleme güncellenme güncellendi değiştirilme",
  .clock = "saat dk dakika okuma",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
