/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the network finder says about small documents, with the registry that is built in. One row of a table is one
 * test.
 *
 * A document is written as its blocks, an empty line between them; "[title]", "[heading]", "[byline]", "[date]" and
 * "[furniture]", "[footer]" at the head of a block say what it is. "|" in a row's text stands for a line break inside a block. */

#include <locale.h>
#include <string.h>
#include <time.h>

#include "cn-network-finder.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *networks;  /* ids with a comma between them, in the finder's order */
  const char *publisher; /* id, NULL for none */
  const char *url;
  const char *site_name;
  const char *author;
  const char *title;     /* where it stands outside the text */
} Row;

/* Longer lines than a few of these are no imprint and no signature. */
#define SENTENCE " has a sentence behind it that goes on and on and says nothing at all"

static const Row naming[] = {
  /* One network, written in the ways that its texts write it. */
  { "eurocities/name", "Eurocities met in Ghent.", "eurocities" },
  { "eurocities/capitals", "A letter of EUROCITIES to ministers.", "eurocities" },
  { "eurocities/with-noun", "It joined the Eurocities Network.", "eurocities" },
  { "eurocities/possessive", "This is Eurocities’ answer.", "eurocities" },
  { "eurocities/turkish-suffix", "İzmir Eurocities'in üyesi oldu.", "eurocities" },
  { "eurocities/turkish-name", "Belediye, Avrupa Şehirler Birliği'ne katıldı.", "eurocities" },
  { "eurocities/turkish-suffix-without-apostrophe", "Balıkesir Avrupa Şehirler Birliğine katıldı.", "eurocities" },
  { "eurocities/turkish-capitals", "AVRUPA ŞEHİRLER BİRLİĞİ TOPLANDI", "eurocities" },
  { "eurocities/german-compound", "Die Eurocities-Mitglieder trafen sich.", "eurocities" },
  { "eurocities/in-quotation-marks", "The paper calls “Eurocities” a voice.", "eurocities" },
  { "eurocities/in-brackets", "The network (Eurocities) replied.", "eurocities" },
  { "eurocities/end-of-sentence", "We asked Eurocities. They answered.", "eurocities" },
  { "eurocities/no-space-behind-the-full-stop", "We asked Eurocities.They answered.", "eurocities" },
  { "eurocities/soft-hyphen", "The Euro\u00adcities forum.", "eurocities" },
  { "eurocities/no-break-space", "the\u00a0Eurocities\u00a0forum", "eurocities" },
  { "eurocities/hashtag", "Follow #Eurocities for more.", "eurocities" },
  { "eurocities/handle", "Thanks to @Eurocities for it.", "eurocities" },
  { "eurocities/zero-width-space", "The Euro\u200bcities forum.", "eurocities" },
  { "eurocities/word-joiner", "The Euro\u2060cities forum.", "eurocities" },
  { "eurocities/byte-order-mark", "The Euro\ufeffcities forum.", "eurocities" },
  { "eurocities/times-another", "Eurocities×ICLEI", "eurocities,iclei" },
  { "eurocities/divided-by-another", "Eurocities÷ICLEI", "eurocities,iclei" },
  { "oasc/abbreviation", "Two cities join OASC.", "oasc" },
  { "oasc/possessive", "OASC’s members met.", "oasc" },
  { "oasc/ampersand", "The Open & Agile Smart Cities network grows.", "oasc" },
  { "oasc/and", "Open and Agile Smart Cities grows.", "oasc" },
  { "oasc/ampersand-without-spaces", "Open&Agile Smart Cities grows.", "oasc" },
  { "oasc/country-network", "OASC NL held its assembly.", "oasc" },
  { "oasc/line-break", "Open & Agile|Smart Cities grows.", "oasc" },
  { "oasc/german-compound", "Das OASC-Netzwerk wächst.", "oasc" },
  { "scn/name", "The Strong Cities Network held a workshop.", "scn" },
  { "scn/line-break", "the Strong Cities|Network held a workshop", "scn" },
  { "scn/no-break-space", "Strong\u00a0Cities Network", "scn" },
  { "scn/two-spaces", "Strong  Cities   Network", "scn" },
  { "scn/hyphens", "das Strong-Cities-Network-Treffen", "scn" },
  { "scn/capitals", "STRONG CITIES NETWORK STATEMENT", "scn" },
  { "solidarity-cities/name", "The Solidarity Cities initiative began.", "solidarity-cities" },
  { "solidarity-cities/misprint", "Solidary Cities plan to stand together.", "solidarity-cities" },
  { "solidarity-cities/italian", "La rete Città solidali cresce.", "solidarity-cities" },
  { "inclusive-cities/short", "Oulu joined Inclusive Cities for All.", "inclusive-cities-for-all" },
  { "inclusive-cities/full", "Inclusive Cities for All: Social Rights in My City", "inclusive-cities-for-all" },
  { "inclusive-cities/names-its-parent", "the Eurocities campaign Inclusive Cities for All",
    "eurocities,inclusive-cities-for-all" },
  { "mayors-alliance/german", "Die Bürgermeister-Allianz für den Europäischen Green Deal wächst.", "mayors-alliance-egd" },
  { "observatory/name", "with the International Observatory of Mayors on Living Together", "observatory-living-together" },
  { "observatory/plain-apostrophe", "the Mayors' International Observatory on Living Together", "observatory-living-together" },
  { "observatory/typographic-apostrophe", "the Mayors’ International Observatory on Living Together",
    "observatory-living-together" },
  { "c40/abbreviation", "C40 mayors met.", "c40" },
  { "c40/name", "C40 Cities published a guide.", "c40" },
  { "race-to-zero/full", "The Cities Race to Zero campaign has 1,000 signatories.", "cities-race-to-zero" },
  { "iclei/abbreviation", "ICLEI welcomes Malmö.", "iclei" },
  { "iclei/dash", "ICLEI – Local Governments for Sustainability", "iclei" },
  { "iclei/colon", "ICLEI: Local Governments for Sustainability", "iclei" },
  { "iclei/old-name", "the International Council for Local Environmental Initiatives", "iclei" },
  { "uclg/english", "United Cities and Local Governments met.", "uclg" },
  { "uclg/spanish", "Ciudades y Gobiernos Locales Unidos se reunió.", "uclg" },
  { "uclg/spanish-sentence-case", "Ciudades y gobiernos locales unidos se reunió.", "uclg" },
  { "uclg/french", "Cités et Gouvernements Locaux Unis a répondu.", "uclg" },
  { "uclg/french-sentence-case", "Cités et gouvernements locaux unis a répondu.", "uclg" },
  { "metropolis/full-name", "Metropolis, World Association of the Major Metropolises, met.", "metropolis" },
  { "metropolis/turkish", "Dünya Büyükşehirler Birliği toplandı.", "metropolis" },
  { "covenant/english", "signatories of the Covenant of Mayors", "covenant-of-mayors" },
  { "covenant/italian", "Il Comune aderisce al Patto dei Sindaci.", "covenant-of-mayors" },
  { "covenant/german", "Beitritt zum Konvent der Bürgermeister", "covenant-of-mayors" },
  { "covenant/german-genitive", "Mitglied des Konvents der Bürgermeister", "covenant-of-mayors" },
  { "covenant/polish", "Porozumienie Burmistrzów", "covenant-of-mayors" },
  { "covenant/french", "La commune a signé la Convention des Maires.", "covenant-of-mayors" },
  { "covenant/french-in-sentence-case", "signataire de la Convention des maires", "covenant-of-mayors" },
  { "covenant/spanish", "El Pacto de las Alcaldías, antes Pacto de los Alcaldes", "covenant-of-mayors" },
  { "covenant/portuguese", "O município aderiu ao Pacto de Autarcas.", "covenant-of-mayors" },
  { "covenant/catalan", "adherida al Pacte d’Alcaldes", "covenant-of-mayors" },
  { "covenant/dutch", "De gemeente ondertekende het Burgemeestersconvenant.", "covenant-of-mayors" },
  { "covenant/turkish", "Belediye Başkanları Sözleşmesi'ni imzaladı.", "covenant-of-mayors" },
  { "covenant/greek", "Ο δήμος υπέγραψε το Σύμφωνο των Δημάρχων.", "covenant-of-mayors" },
  { "global-covenant/french", "la Convention mondiale des maires pour le climat", "gcom" },
  { "global-covenant/portuguese", "O Pacto Global de Prefeitos pelo Clima e a Energia", "gcom" },
  { "global-covenant/turkish-is-not-the-european-one", "Küresel Belediye Başkanları Sözleşmesi imzalandı.", "gcom" },
  { "global-covenant/greek-is-not-the-european-one", "το Παγκόσμιο Σύμφωνο των Δημάρχων", "gcom" },
  { "gcom/is-not-the-european-one", "the Global Covenant of Mayors for Climate & Energy", "gcom" },
  { "gcom/abbreviation", "GCoM signatories report.", "gcom" },
  { "energy-cities/name", "Energy Cities runs a campaign.", "energy-cities" },
  { "energy-cities/french", "Energie Cities a publié", "energy-cities" },
  { "polis/with-noun", "the POLIS Network's annual conference", "polis" },
  { "icc/programme", "Intercultural Cities Programme of the Council of Europe", "icc" },
  { "icc/portuguese", "a rede Cidades Interculturais", "icc" },
  { "rpci/is-not-its-parent", "A Rede Portuguesa de Cidades Interculturais reuniu", "rpci" },
  { "mufpp/name", "signed the Milan Urban Food Policy Pact", "mufpp" },
  { "mufpp/spanish", "La ciudad firmó el Pacto de Milán.", "mufpp" },
  { "mufpp/spanish-in-full", "el Pacto de Política Alimentaria Urbana de Milán", "mufpp" },
  { "mufpp/french", "Le Pacte de Milan compte deux cents villes.", "mufpp" },
  { "mufpp/french-in-full", "le Pacte de politique alimentaire urbaine de Milan", "mufpp" },
  { "mufpp/turkish", "Milano Kentsel Gıda Politikası Paktı'nı imzalayan şehirler", "mufpp" },
  { "healthy-cities/turkish", "Belediye, Avrupa Sağlıklı Şehirler Ağı'na katıldı.", "who-ehcn" },
  { "intercultural/italian", "La città aderisce al Programma Città Interculturali.", "icc" },
  { "mufpp/italian", "Le città del Patto di Milano si incontrano.", "mufpp" },
  { "eccar/german-genitive", "Mitglied der Europäischen Städtekoalition gegen Rassismus", "eccar" },
  { "eccar/german-name", "Die Europäische Städtekoalition gegen Rassismus tagt.", "eccar" },
  { "eccar/french", "la Coalition européenne des villes contre le racisme", "eccar" },
  { "observatory/french", "l’Observatoire international des maires sur le Vivre ensemble", "observatory-living-together" },
  { "mayors-for-peace/french", "le réseau Maires pour la Paix", "mayors-for-peace" },
  { "mayors-for-peace/spanish", "la red Alcaldes por la Paz", "mayors-for-peace" },
  { "uccn/turkish", "UNESCO Yaratıcı Şehirler Ağı'na katılan kent", "uccn" },
  { "uccn/italian", "La Rete delle Città Creative dell’UNESCO cresce.", "uccn" },
  { "learning-cities/english", "the UNESCO Global Network of Learning Cities", "unesco-learning-cities" },
  { "iaec/spanish", "la Asociación Internacional de Ciudades Educadoras", "iaec" },
  { "iaec/french", "l’Association internationale des Villes éducatrices", "iaec" },
  { "climate-alliance/italian", "I comuni di Alleanza per il Clima", "climate-alliance" },
  { "climate-alliance/spanish", "La Alianza del Clima tiene dos mil miembros.", "climate-alliance" },
  { "metropolis/spanish-word-for-a-big-city", "Metrópolis: así crecen las ciudades.", "" },
  { "mufpp/short", "the Milan Pact has 200 signatories", "mufpp" },
  { "100rc/name", "100 Resilient Cities ended in 2019.", "100rc" },
  { "uccn/name", "The UNESCO Creative Cities Network designated it.", "uccn" },
  { "uccn/typographic-apostrophe", "a member of UNESCO’s Creative Cities Network", "uccn" },
  { "mayors-for-peace/english", "Hannover leads Mayors for Peace in Europe.", "mayors-for-peace" },
  { "mayors-for-peace/german", "Die Bürgermeister für den Frieden hissen die Flagge.", "mayors-for-peace" },
  { "mmc/name", "the Mayors Migration Council (MMC) said", "mmc" },
  { "living-in-eu/name", "They signed the Living-in.EU declaration.", "living-in-eu" },
  { "living-in-eu/no-break-hyphen", "They signed the Living\u2011in.EU declaration.", "living-in-eu" },
  { "rainbow-cities/name", "the Rainbow Cities Network meets in Ljubljana", "rainbow-cities" },
  { "eccar/lower-case-against", "European Coalition of Cities against Racism", "eccar" },
  { "eccar/italian", "la Coalizione Europea di Città contro il Razzismo", "eccar" },
  { "icorn/name", "International Cities of Refuge Network", "icorn" },
  { "cittaslow/name", "Seferihisar is Cittaslow Türkiye's first member.", "cittaslow" },
  { "cittaslow/without-accent", "Citta Slow towns", "cittaslow" },
  { "iaec/portuguese", "Associação Internacional de Cidades Educadoras", "iaec" },
  { "iaec/spanish-abbreviation", "la asociación AICE", "iaec" },
  { "ubc/german", "die Union der Ostseestädte tagt", "ubc" },
  { "aimf/sentence-case", "l’Association internationale des maires francophones", "aimf" },
  { "pact-of-free-cities/german", "der Pakt der freien Städte", "pact-of-free-cities" },
  { "pact-of-free-cities/german-genitive", "die Gründer des Pakts der freien Städte", "pact-of-free-cities" },
  { "b40/turkish", "B40 Balkan Şehirleri Ağı İstanbul'da toplandı.", "b40" },
  { "b40/turkish-suffix", "B40 Balkan Şehirleri Ağı'nın dönem başkanlığı", "b40" },
  { "climate-alliance/german", "Das Klima-Bündnis begrüßt Graz.", "climate-alliance" },
  { "climate-alliance/german-genitive", "Mitglied des Klimabündnisses", "climate-alliance" },
  { "tdbb/turkish", "Türk Dünyası Belediyeler Birliği (TDBB)", "tdbb" },
  { "tdbb/without-diacritics", "Turk Dunyasi Belediyeler Birligi", "tdbb" },
  { "healthy-cities/name", "WHO European Healthy Cities Network", "who-ehcn" },
  { "smart-tourism/plural", "two European Capitals of Smart Tourism", "ecost" },
  { "cities-of-migration/name", "a story of Cities of Migration", "cities-of-migration" },
};

static const Row weighing[] = {
  { "several/by-weight", "Eurocities and ICLEI wrote. ICLEI signed first.", "iclei,eurocities" },
  { "several/by-place-when-equal", "ICLEI and Eurocities wrote.", "iclei,eurocities" },
  { "several/heading-counts-more", "[title] Eurocities writes\n\nICLEI answered. ICLEI agreed.", "eurocities,iclei",
    .title = "Eurocities writes" },
  { "title/outside-the-text", "They wrote a letter.", "oasc", .title = "OASC writes a letter" },
  { "several/b40-and-c40", "C40 and the B40 Balkan Cities Network met; B40 has 40 members.", "b40,c40" },
  { "several/longest-wins", "The Global Covenant of Mayors and Strong Cities Network.", "gcom,scn" },
  { "child/does-not-stand-for-its-parent", "Solidarity Cities met.", "solidarity-cities" },
  { "child/with-its-parent", "Solidarity Cities, an initiative of Eurocities, met.", "solidarity-cities,eurocities" },
};

static const Row weak[] = {
  { "scn/alone", "SCN held a workshop.", "" },
  { "scn/behind-the-name", "The Strong Cities Network (SCN) met. SCN said so.", "scn" },
  { "scn/before-the-name", "SCN met in Oslo. It is the Strong Cities Network.", "scn" },
  { "strong-cities/alone", "Strong Cities need strong mayors.", "" },
  { "strong-cities/beside-the-name", "The Strong Cities Network: Strong Cities met.", "scn" },
  { "metropolis/the-word", "Metropolis of the south, it grew fast.", "" },
  { "metropolis/spanish-word", "Metrópolis y barrios se reunieron.", "" },
  { "metropolis/beside-the-name", "Metropolis met. The World Association of the Major Metropolises agreed.", "metropolis" },
  { "metropolis/registered", "Join metropolis® today.", "metropolis" },
  { "polis/the-word", "Polis means city.", "" },
  { "polis/turkish-police", "POLİS olay yerine geldi. Polis açıklama yaptı.", "" },
  { "polis/capitals-alone", "POLIS met.", "" },
  { "icc/alone", "The ICC issued a warrant.", "" },
  { "icc/beside-the-name", "Intercultural Cities (ICC) met; ICC agreed.", "icc" },
  { "com/european-commission", "COM(2020) 299 and CoM", "" },
  { "com/covenant", "The Covenant of Mayors (CoM) grew.", "covenant-of-mayors" },
  { "com/cities-of-migration", "Cities of Migration tells a story. CoM thanks.", "cities-of-migration" },
  { "com/of-two-the-introduced-one", "Cities of Migration met the Covenant of Mayors (CoM). CoM and CoM.",
    "covenant-of-mayors,cities-of-migration" },
  { "com/of-two-undecided", "Cities of Migration and the Covenant of Mayors. CoM.", "cities-of-migration,covenant-of-mayors" },
  { "observatory/another", "the Observatory opens at night", "" },
  { "observatory/beside-the-name",
    "The International Observatory on Living Together met. The Observatory has 50 members and the Observatory grows.",
    "observatory-living-together" },
  { "ubc/university", "She studied at UBC.", "" },
  { "ubc/beside-the-name", "The Union of the Baltic Cities (UBC) met.", "ubc" },
  { "b40/alone", "Bus B40 goes there.", "" },
  { "mmc/alone", "MMC is 1900 in Roman numerals.", "" },
  { "race-to-zero/alone", "The Race to Zero has begun.", "" },
  { "milan-pact/with-article", "They signed the Milan Pact.", "mufpp" },
  { "weak/by-the-site", "UBC held its conference.", "ubc", "ubc", "https://www.ubc.net/news/1" },
};

static const Row traps[] = {
  { "ordinary/smart-cities", "Smart Cities are open and agile.", "" },
  { "ordinary/inclusive-cities", "Inclusive Cities are for all.", "" },
  { "ordinary/energy-cities", "The energy cities need grows.", "" },
  { "ordinary/solidarity-cities", "We call for solidarity cities everywhere.", "" },
  { "ordinary/rainbow-cities", "These rainbow cities are colourful.", "" },
  { "ordinary/intercultural-cities", "Intercultural cities are rich.", "" },
  { "ordinary/living-in-eu", "Living in EU cities is dear.", "" },
  { "ordinary/living-in-eu-lower", "people living in EU countries", "" },
  { "ordinary/eurocities-lower", "Border eurocities such as Tui and Valença", "" },
  { "ordinary/cities-race-to-zero", "Cities race to zero emissions", "" },
  { "ordinary/oasc-lower", "the oasc folder", "" },
  { "ordinary/city-mayors-foundation", "City Mayors Foundation, World Mayors, Cities of the future", "" },
  { "word/inside-a-longer-one", "Eurocitiesx, XOASC, C400, ICLEIs1", "" },
  { "word/comma-between", "Strong, Cities Network", "" },
  { "word/across-blocks", "Strong Cities\n\nNetwork of mayors", "" },
  { "word/full-stop-between", "Energy. Cities", "" },
  { "address/web", "See https://oascities.org/OASC/news and www.Eurocities.eu/Eurocities", "" },
  { "address/domain", "Eurocities.eu is the address.", "" },
  { "address/mailbox", "Write to Eurocities@example.org or press@Eurocities", "" },
  { "address/domain-of-digits", "Eurocities.4you is another address.", "" },
  { "address/account", "Follow Eurocities_news there.", "" },
  { "address/path-without-a-scheme", "See example.org/Eurocities for it.", "" },
  { "headline/two-words-of-a-headline", "[title] How Intercultural Cities Win Their People\n\nThey talk.", "",
    .title = "How Intercultural Cities Win Their People" },
  { "headline/two-words-that-the-text-says-again", "[title] Energy Cities Meets in Ghent Again\n\nEnergy Cities met there.",
    "energy-cities", .title = "Energy Cities Meets in Ghent Again" },
  { "headline/in-sentence-case", "[title] Energy Cities meets in Ghent again\n\nThey met.", "energy-cities" },
  { "headline/of-the-name-alone", "[title] Solidarity Cities\n\nThey met.", "solidarity-cities" },
  { "headline/abbreviation", "[title] Turkish Front-Runner Cities Join OASC\n\nThey joined.", "oasc" },
  { "headline/three-words", "[title] Strong Cities Network Opens New Office\n\nIt opened.", "scn" },
  { "decoy/us-climate-alliance", "The US Climate Alliance and the United States Climate Alliance", "" },
  { "decoy/in-a-title", "They met.", "", .title = "US Climate Alliance meets in Chicago" },
  { "decoy/mayors-alliance", "the Mayors Alliance to End Childhood Hunger", "" },
  { "furniture/only-there", "They met in Graz.\n\n[furniture] Living-in.EU’s upscaling declaration", "" },
  { "furniture/also-there", "[furniture] Eurocities\n\nICLEI met.\n\n[furniture] Energy Cities", "iclei" },
  { "furniture/strong-form-there-is-none", "SCN met.\n\n[furniture] Strong Cities Network", "" },
  { "milan/is-mentioned-as-a-city", "Milan has an urban food policy and a pact.", "" },
  { "empty", "", "" },
  { "signs-only", "&&& ® ’’’ … ---", "" },
};

static const Row publishing[] = {
  { "byline/staff-writer", "Eurocities met.\n\nSomebody Eurocities Writer|Somebody Else Policy Director", "eurocities", "eurocities" },
  { "byline/office-is-no-writer", "Eurocities met.\n\nSomebody, Policy Director at Eurocities", "eurocities" },
  { "byline/by-the-network", "[byline] By ICLEI\n\nThe members met.", "iclei", "iclei" },
  { "byline/by-somebody-of-it", "[byline] By a mayor who loves ICLEI a lot and more\n\nThe members met.", "iclei" },
  { "byline/written-by-it", "[byline] Written by ICLEI\n\nThe members met.", "iclei", "iclei" },
  { "byline/ends-with-a-word-that-ends-so", "[byline] Standby ICLEI\n\nThe members met.", "iclei" },
  { "byline/by-it-with-an-article", "[byline] By the Union of the Baltic Cities\n\nThey met.", "ubc", "ubc" },
  { "byline/of-its-staff-in-a-paragraph", "ICLEI staff\n\nThe members met.", "iclei", "iclei" },
  { "byline/by-it-in-a-paragraph", "By ICLEI\n\nThe members met.", "iclei" },
  { "byline/german", "[byline] Redaktion Klima-Bündnis\n\nDie Mitglieder.", "climate-alliance", "climate-alliance" },
  { "byline/turkish", "Üyeler toplandı.\n\nB40 Balkan Şehirleri Ağı Basın Ofisi", "b40", "b40" },
  { "author/is-the-network", "They met.", "energy-cities", "energy-cities", .author = "Energy Cities" },
  { "author/is-a-person", "Energy Cities met.", "energy-cities", NULL, .author = "Somebody" },
  { "site/address", "They met.", "oasc", "oasc", "https://oascities.org/some-news/" },
  { "site/address-with-www", "They met.", "c40", "c40", "http://c40.org/news" },
  { "site/longer-host", "They met.", "", NULL, "https://c40.org.example.com/news" },
  { "site/longer-name", "They met.", "", NULL, "https://notc40.org/news" },
  { "site/guest-on-a-site", "They met.", "icc", "icc", "https://www.coe.int/en/web/interculturalcities/-/news" },
  { "site/host-of-a-guest", "They met.", "", NULL, "https://www.coe.int/en/web/portal/-/news" },
  { "site/beside-a-guest", "They met.", "", NULL, "https://www.coe.int/en/web/interculturalcitiesx/-/news" },
  { "site/name", "They met.", "uclg", "uclg", .site_name = "UCLG - United Cities and Local Governments" },
  { "site/name-of-friends", "They met.", "", NULL, .site_name = "Friends of Eurocities" },
  { "site/name-is-a-word", "They met.", "", NULL, .site_name = "Metropolis" },
  { "site/name-with-a-full-stop", "They met.", "iclei", "iclei", .site_name = "ICLEI." },
  { "site/name-behind-a-bracket", "They met.", "iclei", "iclei", .site_name = "ICLEI) | News" },
  { "site/name-that-is-no-text", "They met.", "", NULL, .site_name = "Eurocities | \xff" },
  { "site/short-name-and-the-full-name-in-the-text", "The Union of the Baltic Cities met.", "ubc", "ubc",
    .site_name = "UBC" },
  { "site/short-name-alone", "They met.", "", NULL, .site_name = "UBC" },
  { "site/short-name-that-is-a-word", "The Polis Network met.", "polis", NULL, .site_name = "Polis" },
  { "site/short-name-and-a-word", "The Union of the Baltic Cities met.", "ubc", NULL, .site_name = "UBC Friends" },
  { "site/name-of-a-decoy", "They met.", "", NULL, .site_name = "US Climate Alliance" },
  { "site/address-without-a-host", "They met.", "", NULL, "urn:example:eurocities.eu" },
  { "site/no-address", "They met.", "", NULL, "eurocities.eu" },
  { "site/address-before-byline", "They met.\n\nSomebody Eurocities Writer", "living-in-eu,eurocities", "living-in-eu",
    "https://living-in.eu/news/x" },
  { "declaration/signed", "We the Mayors of the Strong Cities Network are sad.\n\nWe stand together.\n\nThe Strong Cities Network",
    "scn", "scn" },
  { "declaration/signed-by-a-line-like-a-heading",
    "We the Mayors of the Strong Cities Network are sad.\n\n[heading] The Strong Cities Network\n\nIt has many members.",
    "scn", "scn" },
  { "declaration/unsigned", "We the Mayors of the Strong Cities Network are sad.", "scn" },
  { "declaration/signed-by-another", "We, the friends of the Strong Cities Network, are sad.\n\nEurocities", "scn,eurocities" },
  { "declaration/french", "Nous, maires d’Energy Cities, demandons.\n\nEnergy Cities", "energy-cities", "energy-cities" },
  { "declaration/not-in-the-first-person", "The Mayors of the Strong Cities Network are sad.\n\nThe Strong Cities Network", "scn" },
  { "declaration/a-title-does-not-sign",
    "We the Mayors of the Strong Cities Network are sad.\n\n[title] Strong Cities Network\n\nThey are.", "scn",
    .title = "Strong Cities Network" },
  { "declaration/a-greeting-does-not-sign", "We the Mayors of the Strong Cities Network are sad.\n\nDear Strong Cities Network",
    "scn" },
  { "declaration/a-sentence-does-not-sign",
    "We the Mayors of the Strong Cities Network are sad.\n\nStrong Cities Network" SENTENCE SENTENCE SENTENCE, "scn" },
  { "declaration/names-it-in-its-second-sentence", "We are sad. We are the Strong Cities Network.\n\nStrong Cities Network",
    "scn" },
  { "imprint/published-by", "They met.\n\nPublished by Eurocities", "eurocities", "eurocities" },
  { "imprint/published-by-with-a-day", "They met.\n\nPublished by Eurocities, 4 June 2021", "eurocities", "eurocities" },
  { "imprint/published-by-in-a-sentence", "A report published by Eurocities says so.", "eurocities" },
  { "imprint/sentence-begins-so", "Published by Eurocities in spring, the report asks for money and time.", "eurocities" },
  { "imprint/published-by-on-a-day", "They met.\n\nPublished by Eurocities on 4 June 2021", "eurocities", "eurocities" },
  { "imprint/published-by-on-a-third", "They met.\n\nPublished by Eurocities on March 3rd", "eurocities", "eurocities" },
  { "imprint/published-by-and-a-word", "They met.\n\nPublished by Eurocities today", "eurocities" },
  { "imprint/published-by-and-words", "They met.\n\nPublished by Eurocities members too", "eurocities" },
  { "imprint/published-by-it-with-an-article", "They met.\n\nPublished by the Union of the Baltic Cities", "ubc", "ubc" },
  { "imprint/press-release", "ICLEI press release\n\nThey met.", "iclei", "iclei" },
  { "imprint/press-release-with-an-article", "The ICLEI press release\n\nThey met.", "iclei", "iclei" },
  { "imprint/press-release-with-another-word", "Another ICLEI press release\n\nThey met.", "iclei" },
  { "imprint/press-release-before-the-name", "Press release ICLEI\n\nThey met.", "iclei", "iclei" },
  { "imprint/press-release-before-the-name-and-a-word", "Press release ICLEI members\n\nThey met.", "iclei" },
  { "imprint/press-release-of", "Press release of the Union of the Baltic Cities\n\nThey met.", "ubc", "ubc" },
  { "imprint/letterhead", "Union of the Baltic Cities|PRESS RELEASE|4 June 2021\n\nThey met.", "ubc", "ubc" },
  { "imprint/letterhead-with-a-day", "The Union of the Baltic Cities|Press release, 4 June 2021\n\nThey met.", "ubc", "ubc" },
  { "imprint/letterhead-of-somebody-else", "City of Ghent, member of Eurocities|PRESS RELEASE\n\nThey met.", "eurocities" },
  { "imprint/letterhead-and-a-word", "Eurocities|Press release of the city\n\nThey met.", "eurocities" },
  { "imprint/letterhead-below-the-text", "They met.\n\nEurocities|Press release", "eurocities" },
  { "imprint/french", "Communiqué de presse d’Energy Cities\n\nIls se sont réunis.", "energy-cities", "energy-cities" },
  { "imprint/german", "Pressemitteilung des Klima-Bündnis\n\nTreffen.", "climate-alliance", "climate-alliance" },
  { "imprint/italian", "Comunicato stampa di Cittaslow\n\nIncontro.", "cittaslow", "cittaslow" },
  { "imprint/turkish", "TDBB basın bülteni\n\nToplantı.", "tdbb", "tdbb" },
  { "imprint/reprint", "Reprinted with permission from ICLEI, 2017", "iclei" },
  { "rights/of-the-network", "They met.\n\n[footer] © 2013–2020 ICLEI. All rights reserved.", "iclei", "iclei" },
  { "rights/in-words", "They met.\n\n[footer] Copyright (c) 2020, C40 Cities Climate Leadership Group, Inc.", "c40", "c40" },
  { "rights/of-somebody-named-after-it", "They met.\n\n[footer] © 2020 ICLEI Friends", "" },
  { "rights/years-with-spaces", "They met.\n\n[footer] © 2013 – 2020 ICLEI", "iclei", "iclei" },
  { "rights/the-first-of-two", "They met.\n\n[footer] © 2020 ICLEI\n\n[footer] © 2020 Eurocities", "iclei", "iclei" },
  { "rights/in-a-long-line", "They met.\n\n[footer] © 2020 ICLEI –" SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE, "" },
  { "rights/of-somebody-else", "They met.\n\n[footer] © 2020 City of Ghent, member of Eurocities", "" },
  { "rights/not-of-a-weak-name", "They met.\n\n[footer] © 2020 POLIS", "" },
  { "rights/without-a-holder", "They met.\n\n[footer] © 2020", "" },
  { "rights/years-behind-the-holder", "They met.\n\n[footer] Copyright (C) Mayors for Peace 2005-2023. All rights reserved.",
    "mayors-for-peace", "mayors-for-peace" },
  { "rights/years-with-a-dash-behind-the-holder", "They met.\n\n[footer] © ICLEI 2005–2023", "iclei", "iclei" },
  { "rights/in-the-text-itself", "They met.\n\n© 2020 ICLEI", "iclei" },
  { "imprint/in-furniture", "They met.\n\n[furniture] Published by Eurocities", "" },
  { "dateline/bracket", "BRUSSELS (Eurocities) – The members met.", "eurocities", "eurocities" },
  { "dateline/bracket-in-a-sentence", "The network (Eurocities) – they say – met.", "eurocities", "eurocities" },
  { "dateline/long-dash", "BRUSSELS (Eurocities) — The members met.", "eurocities", "eurocities" },
  { "dateline/hyphen", "BRUSSELS (Eurocities) - The members met.", "eurocities", "eurocities" },
  { "dateline/two-hyphens", "BRUSSELS (Eurocities) -- The members met.", "eurocities", "eurocities" },
  { "dateline/without-a-dash", "BRUSSELS (Eurocities) The members met.", "eurocities" },
  { "dateline/word-with-a-hyphen", "BRUSSELS (Eurocities) -wide The members met.", "eurocities" },
  { "dateline/behind-a-sentence", "They met. BRUSSELS (Eurocities) – The members met.", "eurocities" },
  { "dateline/bracket-that-says-more", "BRUSSELS (Eurocities members) – The members met.", "eurocities" },
  { "dateline/bracket-not-closed", "BRUSSELS (Eurocities!", "eurocities" },
  { "dateline/no-bracket", "BRUSSELS Eurocities) – The members met.", "eurocities" },
  { "dateline/behind-a-letterhead", "FOR IMMEDIATE RELEASE\n\nLONDON (C40) – December 3 – Nine mayors met.", "c40", "c40" },
  { "dateline/of-a-later-paragraph", "They met.\n\nBRUSSELS (Eurocities) – The members met.", "eurocities" },
  { "nobody/topic-is-no-publisher", "[title] OASC welcomes two members\n\nOASC grows.", "oasc" },
};

static CnBlockKind
take_mark (const char  **text,
           CnFurniture  *furniture)
{
  static const struct { const char *mark; CnBlockKind kind; } marks[] = {
    { "[title] ", CN_BLOCK_TITLE }, { "[heading] ", CN_BLOCK_HEADING }, { "[byline] ", CN_BLOCK_BYLINE },
    { "[date] ", CN_BLOCK_DATE_LINE }, { "[furniture] ", CN_BLOCK_PARAGRAPH }, { "[footer] ", CN_BLOCK_PARAGRAPH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*text, marks[i].mark))
      {
        *text += strlen (marks[i].mark);
        *furniture = strstr (marks[i].mark, "furniture") != NULL ? CN_FURNITURE_RELATED_LINKS :
                     strstr (marks[i].mark, "footer") != NULL    ? CN_FURNITURE_FOOTER : CN_FURNITURE_NONE;
        return marks[i].kind;
      }

  *furniture = CN_FURNITURE_NONE;
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
      if (part[0] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      block.start = text->len;
      g_string_append (text, part);
      block.end = text->len;
      g_array_append_val (document->blocks, block);
    }

  g_strdelimit (text->str, "|", '\n');
  g_free (document->text);
  document->text_length = text->len;
  document->text = g_string_free (text, FALSE);
  document->url = g_strdup (row->url);
  document->site_name = g_strdup (row->site_name);
  document->title = g_strdup (row->title);
  if (row->author != NULL)
    document->authors = g_strdupv ((char *[]) { (char *) row->author, NULL });

  return document;
}

static char *
join_ids (CnNetworkFindings *findings)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < findings->networks->len; i++)
    g_strv_builder_add (ids, ((const CnNetworkEntry *) g_ptr_array_index (findings->networks, i))->id);
  list = g_strv_builder_end (ids);

  return g_strjoinv (",", list);
}

/* What holds for every document: mentions ascend, lie in the text, stand in no furniture and belong to a
 * listed network. */
static void
check_mentions (const CnDocument  *document,
                CnNetworkFindings *findings)
{
  gsize last = 0;

  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const CnNetworkMention *mention = &g_array_index (findings->mentions, CnNetworkMention, i);

      g_assert_cmpuint (mention->start, >=, last);
      g_assert_cmpuint (mention->start, <, mention->end);
      g_assert_cmpuint (mention->end, <=, document->text_length);
      g_assert_true (g_utf8_validate (document->text + mention->start, (gssize) (mention->end - mention->start), NULL));
      g_assert_false (cn_document_is_furniture (document, mention->start, mention->end));
      g_assert_true (g_ptr_array_find (findings->networks, mention->entry, NULL));
      last = mention->start;
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) finder = cn_network_finder_new (registry);
  g_autoptr (CnDocument) document = make_document (row);
  g_autoptr (CnNetworkFindings) findings = cn_network_finder_find (finder, document);
  g_autofree char *ids = join_ids (findings);

  g_assert_cmpstr (ids, ==, row->networks);
  g_assert_cmpstr (findings->publisher != NULL ? findings->publisher->id : NULL, ==, row->publisher);
  g_assert_cmpuint (findings->publisher_quote.end, <=, document->text_length);
  check_mentions (document, findings);
}

static void
assert_quote (const Row  *row,
              const char *words)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) finder = cn_network_finder_new (registry);
  g_autoptr (CnDocument) document = make_document (row);
  g_autoptr (CnNetworkFindings) findings = cn_network_finder_find (finder, document);
  gsize length = findings->publisher_quote.end - findings->publisher_quote.start;
  g_autofree char *quote = g_strndup (document->text + findings->publisher_quote.start, length);

  g_assert_cmpstr (quote, ==, words);
}

static void
test_quotes (void)
{
  assert_quote (&(Row) { .text = "It met.\n\nSomebody Eurocities Writer|Somebody Else Director" }, "Somebody Eurocities Writer");
  assert_quote (&(Row) { .text = "We, mayors of Energy Cities, ask.\n\nEnergy Cities" }, "We, mayors of Energy Cities");
  assert_quote (&(Row) { .text = "It met.", .url = "https://eurocities.eu/a" }, "");
}

static void
test_surfaces (void)
{
  const Row row = { .text = "Open &\u00a0Agile|Smart Cities (OASC) and Eurocities’ forum" };
  const char *surfaces[] = { "Open &\u00a0Agile\nSmart Cities", "OASC", "Eurocities" };
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) finder = cn_network_finder_new (registry);
  g_autoptr (CnDocument) document = make_document (&row);
  g_autoptr (CnNetworkFindings) findings = cn_network_finder_find (finder, document);

  g_assert_cmpuint (findings->mentions->len, ==, G_N_ELEMENTS (surfaces));
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      const CnNetworkMention *mention = &g_array_index (findings->mentions, CnNetworkMention, i);
      g_autofree char *surface = g_strndup (document->text + mention->start, mention->end - mention->start);

      g_assert_cmpstr (surface, ==, surfaces[i]);
    }
}

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Four times the text may take four times as long, not sixteen: names, half names and addresses without end. */
static void
test_linear (void)
{
  static const char * const bricks[] = {
    "Strong Cities ", "Strong....", "Eurocities/", "We the Mayors of Energy Cities|Energy Cities|", "Open & ", "CoM ",
  };
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) finder = cn_network_finder_new (registry);

  for (guint i = 0; i < G_N_ELEMENTS (bricks); i++)
    {
      gint64 took[2];

      for (guint round = 0; round < 2; round++)
        {
          GString *text = g_string_new (NULL);
          g_autoptr (CnDocument) document = NULL;
          g_autoptr (CnNetworkFindings) findings = NULL;
          gint64 start;

          while (text->len < (round == 0 ? 100000 : 400000))
            g_string_append (text, bricks[i]);
          document = make_document (&(Row) { .text = text->str });
          g_string_free (text, TRUE);

          start = get_cpu_time ();
          findings = cn_network_finder_find (finder, document);
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
      g_autofree char *path = g_strdup_printf ("/find/network-finder/%s/%s", prefix, rows[i].path);

      g_test_add_data_func (path, &rows[i], test_row);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_rows ("naming", naming, G_N_ELEMENTS (naming));
  add_rows ("weighing", weighing, G_N_ELEMENTS (weighing));
  add_rows ("weak", weak, G_N_ELEMENTS (weak));
  add_rows ("traps", traps, G_N_ELEMENTS (traps));
  add_rows ("publishing", publishing, G_N_ELEMENTS (publishing));
  g_test_add_func ("/find/network-finder/publisher-is-quoted-byte-for-byte", test_quotes);
  g_test_add_func ("/find/network-finder/mentions-are-the-bytes-of-the-text", test_surfaces);
  g_test_add_func ("/find/network-finder/time-is-linear", test_linear);

  return g_test_run ();
}
