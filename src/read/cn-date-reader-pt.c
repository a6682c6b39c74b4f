/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Portuguese. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "ontem", CN_DATE_PHRASE_DAYS, -1 },
  { "anteontem", CN_DATE_PHRASE_DAYS, -2 },
  { "hoje", CN_DATE_PHRASE_DAYS, 0 },
  { "hoje em dia", CN_DATE_PHRASE_NOTHING, 0 },
  { "amanhã", CN_DATE_PHRASE_DAYS, 1 },
  { "depois de amanhã", CN_DATE_PHRASE_DAYS, 2 },
  { "esta %u", CN_DATE_PHRASE_STEP, 0 },
  { "nesta %u", CN_DATE_PHRASE_STEP, 0 },
  { "este %u", CN_DATE_PHRASE_STEP, 0 },
  { "neste %u", CN_DATE_PHRASE_STEP, 0 },
  { "este %m", CN_DATE_PHRASE_STEP, 0 },
  { "deste %u", CN_DATE_PHRASE_STEP, 0 },
  { "desta %u", CN_DATE_PHRASE_STEP, 0 },
  { "%u passada", CN_DATE_PHRASE_STEP, -1 },
  { "%u passado", CN_DATE_PHRASE_STEP, -1 },
  { "%m passado", CN_DATE_PHRASE_STEP, -1 },
  { "%w passada", CN_DATE_PHRASE_STEP, -1 },
  { "%w passado", CN_DATE_PHRASE_STEP, -1 },
  { "passado %m", CN_DATE_PHRASE_STEP, -1 },
  { "passada %u", CN_DATE_PHRASE_STEP, -1 },
  { "passado %u", CN_DATE_PHRASE_STEP, -1 },
  { "último %m", CN_DATE_PHRASE_STEP, -1 },
  { "próxima %u", CN_DATE_PHRASE_STEP, 1 },
  { "próximo %u", CN_DATE_PHRASE_STEP, 1 },
  { "próximo %m", CN_DATE_PHRASE_STEP, 1 },
  { "próxima %w", CN_DATE_PHRASE_STEP, 1 },
  { "%u que vem", CN_DATE_PHRASE_STEP, 1 },
  { "há %n %u", CN_DATE_PHRASE_AGO, -1 },
  { "%n %u atrás", CN_DATE_PHRASE_AGO, -1 },
};

const CnDateVocabulary cn_date_vocabulary_pt = {
  .language = CN_DATE_LANGUAGE_PT,
  .tag = "pt",
  .months = {
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
    "novembro", "dezembro",
  },
  .months_short = { "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez" },
  .weekdays = {
    "segunda seg", "terça ter", "quarta qua", "quinta qui", "sexta sex", "sábado sáb", "domingo dom",
  },
  .numbers = {
    "um uma", "dois duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze",
  },
  .units = { "dia dias", "semana semanas", "mês meses", "ano anos" },
  .first = "primeiro",
  .ordinals = "o a",
  .of = "de do",
  .to = "a ao até",
  .and = "e & ou",
  .between = "entre",
  .articles = "o a os feira",
  .year_cues = "em desde até durante após no",
  .year_words = "ano anos",
  .not_day = "em desde",
  .about = "cerca de quase pouco mais menos do que aproximadamente",
  .periods = "início meados final finais fim primavera verão outono inverno semestre trimestre",
  .counted = "pessoas euros reais cidades prefeitos presidentes membros participantes habitantes países "
             "milhões mil dias semanas meses horas minutos anos municípios por crianças novos novas",
  .blockers = "versão isbn issn tel telefone fax parágrafo artigo art capítulo número lei decreto regulamento "
              "portaria",
  .streets = "rua avenida praça largo travessa",
  .published = "publicado publicada publicação postado data em no a às por notícia nota imprensa de "
               "atualizado atualizada atualização modificado última alteração actualizado",
  .updated = "atualizado atualizada atualização modificado alteração actualizado",
  .clock = "h hora horas min minutos leitura",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
