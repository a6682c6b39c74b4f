/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the place finder says about small documents, with the gazetteer, the tables and the registry of the program. One
 * row of a table is one test.
 *
 * A document is written as its blocks, an empty line between them; "[title]", "[heading]", "[item]" and "[furniture]"
 * at the head of a block say what it is. "|" stands for a line break inside a block. What is found is written as the
 * words of the text, "=", and the place: a number of GeoNames, or an id. */

#include <gio/gio.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "cn-place-finder.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *places;   /* in the order of the text, "; " between them */
  const char *language; /* "en" where nothing else is said */
  const char *refused;  /* (nullable): words and reasons that are among the refused, "; " between them */
} Row;

static CnGazetteer *gazetteer;
static CnNetworkFinder *network_finder;
static CnPlaceFinder *finder;

static const Row traps[] = {
  { "istanbul/english", "The mayor of Istanbul spoke.", "Istanbul=745044" },
  { "istanbul/dotted", "The mayor of İstanbul spoke.", "İstanbul=745044" },
  { "istanbul/capitals", "ISTANBUL (TURKEY)", "ISTANBUL=745044" },
  { "istanbul/small-letters-are-no-name", "see istanbul for more", "" },
  { "istanbul/city-behind", "It is our Istanbul City that speaks.", "Istanbul=745044" },
  { "istanbul/city-of", "The City of Istanbul stood with us.", "Istanbul=745044" },
  { "istanbul/cyrillic", "Мэр города Стамбул выступил с речью.", "Стамбул=745044", "ru" },
  { "izmir/four-spellings", "They visited Izmir, İzmir, İZMİR and IZMIR.", "Izmir=311046; İzmir=311046; İZMİR=311046; IZMIR=311046" },
  { "izmir/municipality", "Izmir Metropolitan Municipality, representing millions, agreed.", "Izmir=311046" },
  { "izmir/no-break-space", "Tunç Soyer, Mayor of Izmir\u00a0said so.", "Izmir=311046" },
  { "istanbulites", "The city reaches Istanbulites by telephone.", "" },
  { "airport", "the attack on Istanbul Atatürk Airport yesterday", "", NULL, "Istanbul: organisation" },
  { "university/newcastle", "a Research Fellow at NewCastle University", "" },
  { "university/ankara", "a professor of the Faculty of Communication, Ankara University", "", NULL, "Ankara: organisation" },
  { "institute/izmir", "Coordinator of Civic Involvement Projects of Izmir Institute of Technology", "", NULL, "Izmir: organisation" },
  { "university/middle-east", "a lecturer at Middle East Technical University", "" },
  { "athens/georgia", "The council of Athens, Georgia, met.", "Athens=4180386" },
  { "athens/ohio", "A member is Athens (Ohio) since May.", "Athens=4505542" },
  { "athens/bare", "The council of Athens met.", "Athens=264371" },
  { "athens/article-on-ohio", "Ohio has small towns. In Ohio the council of Athens met with Columbus, Ohio and Dayton, Ohio.",
    "Athens=4505542; Columbus=4509177; Dayton=4509884" },
  { "georgia/given-name", "Led by the mayor, Georgios Kaminis, they met.", "" },
  { "georgia/tbilisi", "The council of Tbilisi, Georgia, met.", "Tbilisi=611717" },
  { "florence/mayor", "The Mayor of Florence agreed.", "Florence=3176959" },
  { "florence/nightingale", "She admired Florence Nightingale a lot.", "", NULL, "Florence: person" },
  { "london/ontario", "A member is London, Ontario, since May.", "London=6058560" },
  { "london/united-kingdom", "A member is London (UK) since May.", "London=2643743" },
  { "london/based", "reprinted by the London-based City Mayors Foundation", "London=2643743" },
  { "cordoba/spain", "The members are Cordoba (Spain) and others.", "Cordoba=2519240" },
  { "cordoba/argentina", "The members are Córdoba, Argentina, and others.", "Córdoba=3860259" },
  { "victoria/australia", "The members are Victoria (Australia) and others.", "Victoria=cn:victoria-au" },
  { "victoria/british-columbia", "A member is Victoria, BC, since May.", "Victoria=6174041" },
  { "victoria/queen", "It was founded under Queen Victoria long ago.", "" },
  { "montgomery/county", "A member is Montgomery County (USA) since May.", "Montgomery County=cn:montgomery-county-us" },
  { "montgomery/alabama", "A member is Montgomery, Alabama, since May.", "Montgomery=4076784" },
  { "centar/bosnia", "The members are Centar (Bosnia and Herzegovina) and others.", "Centar=cn:centar-sarajevo" },
  { "macedonia/before-2019", "The members are Ohrid (Macedonia) and others.", "Ohrid=787487" },
  { "macedonia/after-2019", "The members are Ohrid (North Macedonia) and others.", "Ohrid=787487" },
  { "nice/small-letters", "It is a nice city.", "" },
  { "nice/france", "They met in Nice, France, in May.", "Nice=2990440" },
  { "nice/sentence-head", "Nice to see you all here.", "", NULL, "Nice: common-word" },
  { "reading/report", "Reading the report takes an hour.", "" },
  { "mobile/app", "Mobile app for everybody", "" },
  { "bath/time", "Bath time is over.", "" },
  { "split/cost", "Split the cost among you.", "" },
  { "tours/of", "Tours of the old town are free.", "" },
  { "bar", "Bar owners are angry.", "" },
  { "of", "Of all cities it was the first.", "" },
  { "van", "Van drivers protest again.", "" },
  { "batman", "Batman returns to the screen.", "" },
  { "essen", "Essen ist fertig.", "", "de" },
  { "cork", "Cork is a light material.", "" },
  { "brussels/belgium", "Question from Gisela S., Brussels, Belgium, posted there", "Brussels=2800866" },
  { "cair", "A member is Cair (Macedonia) since May.", "Cair=833262" },
  { "cairo", "The mayor of Cairo spoke.", "Cairo=360630" },
  { "pec-peja", "The members are Pec/Peja (Kosovo) and others.", "Pec/Peja=787157" },
  { "yaounde/district", "The members are Paris (France) and Yaoundé II (Cameroon).", "Paris=2988507; Yaoundé II=cn:yaounde-2" },
  { "yaounde/city", "A member is Yaoundé since May.", "Yaoundé=2220957" },
  { "countries/herzegovina", "They came from Bosnia and Herzegovina and from Serbia.", "" },
  { "countries/netherlands", "A member is Rotterdam (The Netherlands) since May.", "Rotterdam=2747891" },
  { "countries/abbreviations", "The UK and the USA agreed.", "" },
  { "bodies/smart-cities", "Smart Cities and Strong Cities, Inclusive Cities for All, Cities of Migration", "" },
  { "bodies/mayors", "the City Mayors Foundation and the World Mayors website", "" },
  { "orlando", "They stand in solidarity with Orlando.", "Orlando=4167147" },
};

static const Row printed[] = {
  { "no-break-space-before-bracket", "The members are Ulcinj\u00a0 (Montenegro) and others.", "Ulcinj=3188516" },
  { "unknown-in-that-country", "The members are Orlando (Italy) and others.", "", NULL, "Orlando: elsewhere; Italy: country" },
  { "enumeration-with-semicolons", "Members: Aarhus (Denmark); Antalya (Turkey); Cali (Colombia).",
    "Aarhus=2624652; Antalya=323777; Cali=3687925" },
  { "turkish-locative", "Toplantı İzmir'de yapıldı.", "İzmir=311046", "tr" },
  { "turkish-genitive", "Ankara’nın belediye başkanı konuştu.", "Ankara=323786", "tr" },
  { "english-genitive", "It was Athens’ municipality and London's mayor.", "Athens=264371; London=2643743" },
  { "line-break-in-a-name", "They met in Los|Angeles for a day.", "Los|Angeles=5368361" },
  { "french-conjunction", "Les maires de Montréal et Québec se rencontrent.", "Montréal=6077243; Québec=6325494", "fr" },
  { "furniture", "[furniture] More from Paris, France", "" },
  { "list-items", "[item] Oslo\n\n[item] Malmö\n\n[item] Gent", "Oslo=3143244; Malmö=2692969; Gent=2797656" },
  { "saint", "They met in St. Petersburg, Florida.", "St. Petersburg=4171563" },
};

static const Row refusals[] = {
  { "agreement/paris", "The Paris Agreement was signed.", "", NULL, "Paris: agreement" },
  { "agreement/barcelona", "The Barcelona Convention was signed.", "" },
  { "network/milan", "signed the Milan Urban Food Policy Pact last year", "", NULL, "Milan: network-name" },
  { "person/paris-hilton", "They invited Paris Hilton to the opening.", "" },
  { "person/jack-london", "They read Jack London in school.", "" },
  { "feature/oxford-street", "The shops of Oxford Street were closed.", "" },
  { "head-of-a-body", "City Council voted on Monday.", "", NULL, "Council: organisation" },
  { "month/march", "It begins in March and ends in May.", "" },
  { "country", "They visited Germany.", "", NULL, "Germany: country" },
};

static CnBlockKind
take_mark (const char  **text,
           CnFurniture  *furniture)
{
  static const struct { const char *mark; CnBlockKind kind; CnFurniture furniture; } marks[] = {
    { "[title] ", CN_BLOCK_TITLE, CN_FURNITURE_NONE },
    { "[heading] ", CN_BLOCK_HEADING, CN_FURNITURE_NONE },
    { "[item] ", CN_BLOCK_LIST_ITEM, CN_FURNITURE_NONE },
    { "[furniture] ", CN_BLOCK_PARAGRAPH, CN_FURNITURE_RELATED_LINKS },
  };

  *furniture = CN_FURNITURE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*text, marks[i].mark))
      {
        *text += strlen (marks[i].mark);
        *furniture = marks[i].furniture;
        return marks[i].kind;
      }

  return CN_BLOCK_PARAGRAPH;
}

static CnDocument *
make_document (const Row *row)
{
  CnDocument *document = cn_document_new ();
  g_auto (GStrv) parts = g_strsplit (row->text, "\n\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = parts[i];
      CnBlock block = { 0 };

      block.kind = take_mark (&part, &block.furniture);
      if (text->len > 0)
        g_string_append (text, "\n\n");
      block.start = text->len;
      g_string_append (text, part);
      block.end = text->len;
      block.group = block.kind == CN_BLOCK_LIST_ITEM ? 1 : 0;
      g_array_append_val (document->blocks, block);
    }

  g_strdelimit (text->str, "|", '\n');
  g_free (document->text);
  document->text_length = text->len;
  document->text = g_string_free (text, FALSE);
  document->language = g_strdup (row->language != NULL ? row->language : "en");

  return document;
}

static CnPlaceFindings *
find (const CnDocument *document)
{
  g_autoptr (CnNetworkFindings) networks = cn_network_finder_find (network_finder, document);

  return cn_place_finder_find (finder, document, networks);
}

static void
append_words (GString          *list,
              const CnDocument *document,
              gsize             start,
              gsize             end)
{
  g_autofree char *words = g_strndup (document->text + start, end - start);

  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append (list, g_strdelimit (words, "\n", '|'));
}

static char *
join_mentions (const CnDocument      *document,
               const CnPlaceFindings *findings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const CnPlaceMention *mention = &g_array_index (findings->mentions, CnPlaceMention, i);
      CnPlaceInfo info;

      cn_gazetteer_get (gazetteer, mention->place, &info);
      append_words (list, document, mention->start, mention->end);
      g_string_append_printf (list, "=%s", g_str_has_prefix (info.id, "geonames:") ? info.id + strlen ("geonames:") : info.id);
    }

  return g_string_free (list, FALSE);
}

static char *
join_refusals (const CnDocument      *document,
               const CnPlaceFindings *findings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->rejected->len; i++)
    {
      const CnPlaceRefusal *refusal = &g_array_index (findings->rejected, CnPlaceRefusal, i);

      append_words (list, document, refusal->start, refusal->end);
      g_string_append_printf (list, ": %s", refusal->reason);
    }

  return g_string_free (list, FALSE);
}

/* What holds for every document: mentions ascend without overlaps, lie in the text and stand in no furniture. */
static void
check_mentions (const CnDocument      *document,
                const CnPlaceFindings *findings)
{
  gsize last = 0;

  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const CnPlaceMention *mention = &g_array_index (findings->mentions, CnPlaceMention, i);

      g_assert_cmpuint (mention->start, >=, last);
      g_assert_cmpuint (mention->start, <, mention->end);
      g_assert_cmpuint (mention->end, <=, document->text_length);
      g_assert_cmpfloat (mention->confidence, >, 0);
      g_assert_cmpfloat (mention->confidence, <, 1);
      g_assert_false (cn_document_is_furniture (document, mention->start, mention->end));
      last = mention->end;
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CnDocument) document = make_document (row);
  g_autoptr (CnPlaceFindings) findings = find (document);
  g_autofree char *places = join_mentions (document, findings);
  g_autofree char *refused = join_refusals (document, findings);

  g_test_message ("refused: %s", refused);
  g_assert_cmpstr (places, ==, row->places);
  if (row->refused != NULL)
    {
      g_autofree char *all = g_strdup_printf ("; %s;", refused);
      g_autofree char *wanted = g_strdup_printf ("; %s;", row->refused);

      g_assert_nonnull (strstr (all, wanted));
    }
  check_mentions (document, findings);
}

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Four times the text may take four times as long, not sixteen: names, enumerations and brackets without end. */
static void
test_linear (void)
{
  static const char * const bricks[] = {
    "Paris ", "Paris, ", "Paris/", "Paris (", "San Jose, California, ", "New York, ", "The Paris in ", "Paris|", "Victoria. ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bricks); i++)
    {
      gint64 took[2];

      for (guint round = 0; round < 2; round++)
        {
          GString *text = g_string_new (NULL);
          g_autoptr (CnDocument) document = NULL;
          g_autoptr (CnPlaceFindings) findings = NULL;
          gint64 start;

          while (text->len < (round == 0 ? 100000 : 400000))
            g_string_append (text, bricks[i]);
          document = make_document (&(Row) { .text = text->str });
          g_string_free (text, TRUE);

          start = get_cpu_time ();
          findings = cn_place_finder_find (finder, document, NULL);
          took[round] = get_cpu_time () - start;
        }
      g_test_message ("%s: %" G_GINT64_FORMAT " µs, four times as much: %" G_GINT64_FORMAT " µs", bricks[i], took[0], took[1]);
      g_assert_cmpint (took[1], <, 10 * took[0] + 20000);
    }
}

static void
add_rows (const char *prefix,
          const Row  *rows,
          gsize       n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/place-finder/%s/%s", prefix, rows[i].path);

      g_test_add_data_func (path, &rows[i], test_row);
    }
}

/* CITYNET_GAZETTEER names the gazetteer. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_assert_nonnull (g_getenv ("CITYNET_GAZETTEER"));

  file = g_mapped_file_new (g_getenv ("CITYNET_GAZETTEER"), FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  gazetteer = cn_gazetteer_new (bytes, &error);
  g_assert_no_error (error);
  network_finder = cn_network_finder_new (registry);
  finder = cn_place_finder_new (gazetteer, registry);

  add_rows ("traps", traps, G_N_ELEMENTS (traps));
  add_rows ("printed", printed, G_N_ELEMENTS (printed));
  add_rows ("refusals", refusals, G_N_ELEMENTS (refusals));
  g_test_add_func ("/find/place-finder/time-is-linear", test_linear);
  status = g_test_run ();

  g_clear_object (&finder);
  g_clear_object (&network_finder);
  g_clear_object (&gazetteer);
  return status;
}
