/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Spanish. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "ayer", CN_DATE_PHRASE_DAYS, -1 },
  { "anteayer", CN_DATE_PHRASE_DAYS, -2 },
  { "antes de ayer", CN_DATE_PHRASE_DAYS, -2 },
  { "hoy", CN_DATE_PHRASE_DAYS, 0 },
  { "mañana", CN_DATE_PHRASE_DAYS, 1, TRUE },
  { "la mañana", CN_DATE_PHRASE_NOTHING, 0 },
  { "pasado mañana", CN_DATE_PHRASE_DAYS, 2 },
  { "hoy en día", CN_DATE_PHRASE_NOTHING, 0 },
  { "esta %u", CN_DATE_PHRASE_STEP, 0 },
  { "este %u", CN_DATE_PHRASE_STEP, 0 },
  { "este %m", CN_DATE_PHRASE_STEP, 0 },
  { "este %w", CN_DATE_PHRASE_STEP, 0 },
  { "%u pasada", CN_DATE_PHRASE_STEP, -1 },
  { "%u pasado", CN_DATE_PHRASE_STEP, -1 },
  { "%m pasado", CN_DATE_PHRASE_STEP, -1 },
  { "%w pasado", CN_DATE_PHRASE_STEP, -1 },
  { "pasada %u", CN_DATE_PHRASE_STEP, -1 },
  { "pasado %u", CN_DATE_PHRASE_STEP, -1 },
  { "pasado %m", CN_DATE_PHRASE_STEP, -1 },
  { "pasado mes de %m", CN_DATE_PHRASE_STEP, -1 },
  { "pasado %w", CN_DATE_PHRASE_STEP, -1 },
  { "última %u", CN_DATE_PHRASE_STEP, -1 },
  { "último %u", CN_DATE_PHRASE_STEP, -1 },
  { "último %m", CN_DATE_PHRASE_STEP, -1 },
  { "próxima %u", CN_DATE_PHRASE_STEP, 1 },
  { "próximo %u", CN_DATE_PHRASE_STEP, 1 },
  { "próximo %m", CN_DATE_PHRASE_STEP, 1 },
  { "próximo %w", CN_DATE_PHRASE_STEP, 1 },
  { "%u próxima", CN_DATE_PHRASE_STEP, 1 },
  { "%u próximo", CN_DATE_PHRASE_STEP, 1 },
  { "%u que viene", CN_DATE_PHRASE_STEP, 1 },
  { "%u anterior", CN_DATE_PHRASE_NOTHING, 0 },
  { "hace %n %u", CN_DATE_PHRASE_AGO, -1 },
  { "esta mañana", CN_DATE_PHRASE_DAYS, 0 },
  { "esta noche", CN_DATE_PHRASE_DAYS, 0 },
};

const CnDateVocabulary cn_date_vocabulary_es = {
  .language = CN_DATE_LANGUAGE_ES,
  .tag = "es",
  .months = {
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre",
    "octubre", "noviembre", "diciembre",
  },
  .months_short = {
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep sept set", "oct", "nov", "dic",
  },
  .weekdays = {
    "lunes lun", "martes mar", "miércoles mié", "jueves jue", "viernes vie", "sábado sáb", "domingo dom",
  },
  .numbers = {
    "un una uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
    "doce",
  },
  .units = { "día días", "semana semanas", "mes meses", "año años" },
  .first = "primero",
  .ordinals = "o a er",
  .of = "de del",
  .to = "a al hasta",
  .and = "y e & o",
  .between = "entre",
  .articles = "el la los",
  .year_cues = "en desde hasta del durante tras hacia para al",
  .year_words = "año años",
  .not_day = "en desde",
  .about = "poco más menos de casi unos cerca hacia aproximadamente apenas",
  .periods = "principios mediados finales fines comienzos primavera verano otoño invierno semestre trimestre",
  .counted = "personas euros ciudades alcaldes miembros participantes habitantes países millones mil días "
             "semanas meses horas minutos años municipios por niños nuevos nuevas",
  .blockers = "versión isbn issn tel teléfono fax párrafo artículo art capítulo número ley decreto reglamento",
  .streets = "calle avenida plaza paseo av",
  .published = "publicado publicada fecha el en a las por noticia nota de prensa del día actualizado "
               "actualizada modificado última actualización modificación",
  .updated = "actualizado actualizada modificado actualización modificación",
  .clock = "h hora horas hrs min minutos lectura",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
