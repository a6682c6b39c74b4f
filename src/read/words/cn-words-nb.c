/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Norwegian (Bokmål): what pages print around an article, how they label dates and names, the commonest words. Data
 * only; words are written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hopp til innhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hopp til innholdet" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hopp til hovedinnhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå til innhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå til hovedinnhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "meny" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "søk" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forsiden" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hjem" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside >*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forside /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hjem /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "du er her*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "tilbake" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "til toppen" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "skriv ut" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "logg inn" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "forrige" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "neste" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "språk" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "innhold" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "vis mer" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*bruker informasjonskapsler*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*bruker cookies*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "informasjonskapsler" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "godta alle" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "avvis alle" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "foto:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "bilde:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "illustrasjon:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "fotograf:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterte nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterte artikler" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterte saker" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "les også" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "les også:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "flere nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "flere nyheter:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "siste nytt" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "siste nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "andre nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "mest lest" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "kommende arrangementer" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "les mer" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "emner" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "emneord:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "stikkord:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategori:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategorier" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del artikkelen" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "del på*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "tips en venn" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt oss" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om oss" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om nettstedet" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tilgjengelighetserklæring" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "personvern" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "personvernerklæring" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "alle rettigheter forbeholdt" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "fant du det du lette etter*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "meld deg på*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "abonner på*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "klikk her*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "last ned*pdf*" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "publisert|publisert:|publisert den|offentliggjort|lagt ut|dato|dato:|"
                        "opprettet|pressemelding|pressemelding fra|utgitt|den" },
  { CN_LABEL_UPDATED, "oppdatert|oppdatert:|sist oppdatert|sist oppdatert:|sist endret|endret|"
                      "redigert" },
  { CN_LABEL_EVENT, "når|fra|til|til og med|frist|påmeldingsfrist|innen|arrangement|starter|slutter|"
                    "startdato|sluttdato|siden" },
  { CN_LABEL_AUTHOR, "av|av:|forfatter|forfatter:|skrevet av|tekst|tekst:|tekst av" },
  { CN_LABEL_KICKER, "nyhet|nyheter|aktuelt|pressemelding|pressemeldinger|presse|artikkel|artikler|"
                     "blogg|intervju|debatt|kultur|arrangementer|uttalelse|rapport|publikasjoner|"
                     "nyhetsbrev" },
  { CN_LABEL_FILLER, "kl|kl.|klokken|i|på|min|minutter|min lesing|lesetid|kommentarer|"
                     "ingen kommentarer|kilde" },
  { CN_LABEL_CONTACT, "pressekontakt|telefon|for mer informasjon|kontaktperson|tlf|tlf." },
  { CN_LABEL_SUBJECT, "emne|angående" },
  { CN_LABEL_TITLE, "tittel|overskrift" },
  { CN_LABEL_PERIODICAL, "nyhetsbrev|nyhetsbrevet|magasin" },
  { CN_LABEL_SENDER, "fra|avsender" },
  { CN_LABEL_TODAY, "i dag|idag" },
  { CN_LABEL_PUBLISHED, "utgivelsesår" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_nb = {
  .language = "nb",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "redaktør|journalist|skribent|kommunikasjonsrådgiver|pressesjef|forfatter",
  .stop_words =
    "og i at det er en til av for på med den som ikke de et vi kan fra ved også etter blir skal nå "
    "så ble mellom hvor bli seg ut opp ned mot både noen slik inn hva blitt noe hvordan igjen samt "
    "begge gjør hadde ville kunne sier kun mye innbyggerne byene bare",
};
