/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish: what pages print around an article, how they label dates and names, the commonest words. Data only; words
 * are written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå til indhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå til hovedindhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "spring til indhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "spring til hovedindhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "menu" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "søg" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "søgning" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forsiden" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside >*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside »*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "du er her*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "tilbage" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "til toppen" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "udskriv" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "log ind" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forrige" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "næste" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "sprog" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "indhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "vis mere" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*bruger cookies*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*anvender cookies*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "cookiepolitik" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "cookieindstillinger" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "accepter alle" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "afvis alle" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "foto:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "billede:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "illustration:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "fotograf:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterede nyheder" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterede artikler" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relateret" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "læs også" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "læs også:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "flere nyheder" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "flere nyheder:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "seneste nyt" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "seneste nyheder" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "andre nyheder" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "mest læste" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "kommende arrangementer" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "måske er du også interesseret*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "læs mere" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "emner" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "emner:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "tags:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategori:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategorier" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del artiklen" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del siden" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del på*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "send til en ven" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt os" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om os" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om hjemmesiden" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tilgængelighedserklæring" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tilgængelighed" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "privatlivspolitik" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "persondatapolitik" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "alle rettigheder forbeholdes" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "fandt du hvad du søgte*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "tilmeld dig*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "tilmeld nyhedsbrev*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "abonner på*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "klik her*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "hent pdf*" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "publiceret|publiceret:|publiceret den|offentliggjort|offentliggjort:|"
                        "offentliggjort den|udgivet|udgivet:|udgivet den|dato|dato:|oprettet|"
                        "oprettet den|pressemeddelelse|pressemeddelelse fra|den|d." },
  { CN_LABEL_UPDATED, "opdateret|opdateret:|opdateret den|sidst opdateret|sidst opdateret:|"
                      "senest opdateret|senest opdateret:|sidst ændret|ændret|redigeret" },
  { CN_LABEL_EVENT, "hvornår|fra|til|til og med|frist|tilmeldingsfrist|senest|arrangement|starter|"
                    "slutter|startdato|slutdato|siden" },
  { CN_LABEL_AUTHOR, "af|af:|forfatter|forfatter:|skrevet af|tekst|tekst:|tekst af|skribent" },
  { CN_LABEL_KICKER, "nyhed|nyheder|aktuelt|pressemeddelelse|pressemeddelelser|presse|artikel|"
                     "artikler|blog|interview|debat|kultur|arrangementer|udtalelse|rapport|"
                     "publikationer|nyhedsbrev" },
  { CN_LABEL_FILLER, "kl|kl.|klokken|i|på|min|minutter|min. læsning|læsetid|kommentarer|"
                     "ingen kommentarer|kilde" },
  { CN_LABEL_CONTACT, "pressekontakt|telefon|yderligere oplysninger|kontaktperson|tlf|tlf." },
  { CN_LABEL_SUBJECT, "emne|vedrørende" },
  { CN_LABEL_TITLE, "titel|overskrift" },
  { CN_LABEL_PERIODICAL, "nyhedsbrev|nyhedsbrevet|magasin" },
  { CN_LABEL_SENDER, "fra|afsender" },
  { CN_LABEL_TODAY, "i dag|idag" },
  { CN_LABEL_PUBLISHED, "udgivelsesår" },
  { CN_LABEL_PUBLISHED, "sendt" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_da = {
  .language = "da",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "redaktør|journalist|skribent|kommunikationskonsulent|pressechef|presserådgiver|forfatter",
  .stop_words =
    "og i at det er en til af for på med den som ikke der de et vi kan fra ved også efter bliver "
    "skal nu så blev mellem hvor deres blive sig ud op ned mod både blevet hvad noget nogle hvordan "
    "igen samt begge gør havde ville kunne siger kun meget borgerne byerne",
};
