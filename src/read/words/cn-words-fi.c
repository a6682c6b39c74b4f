/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finnish: what pages print around an article, how they label dates and names, the commonest words. Data only;
 * words are written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "siirry sisältöön" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "siirry pääsisältöön" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "siirry suoraan sisältöön" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hyppää sisältöön" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "valikko" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "päävalikko" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "haku" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hae" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "etsi" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "etusivu" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "etusivu >*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "etusivu /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "etusivu »*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "olet tässä*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "takaisin" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "takaisin ylös" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "tulosta" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "kirjaudu" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "kirjaudu sisään" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "edellinen" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "seuraava" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "kieli" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "sisällysluettelo" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "näytä lisää" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "palvelut" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "asiointi" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*käyttää evästeitä*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*käytämme evästeitä*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "evästeet" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "evästeasetukset" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "hyväksy kaikki" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "hyväksy evästeet" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "hylkää kaikki" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "kuva:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "kuvat:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "kuvaaja:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "kuvateksti:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "valokuva:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "aiheeseen liittyvää" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "lue myös" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "lue myös:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "katso myös" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "muut uutiset" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "muita uutisia" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "lisää uutisia" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "uusimmat uutiset" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "viimeisimmät uutiset" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "aiemmat uutiset" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "aiemmat tiedotteet" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "muut tiedotteet" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "uusimmat tiedotteet" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "luetuimmat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "tulevat tapahtumat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "tapahtumat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "saatat olla kiinnostunut*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "samasta aiheesta" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "ajankohtaista muualla" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "lue lisää" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "lue koko uutinen*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "avainsanat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "avainsanat:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "asiasanat:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "tunnisteet" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "tunnisteet:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategoria:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategoriat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "aihe:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "aiheet:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa tämä*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa artikkeli" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa sivu" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa facebookissa" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "jaa somessa" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "yhteystiedot" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "ota yhteyttä" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tietosuoja" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tietosuojaseloste" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "saavutettavuus" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "saavutettavuusseloste" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "palaute" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "anna palautetta" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tietoa sivustosta" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kaikki oikeudet pidätetään" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "oliko tästä apua*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "tilaa uutiskirje*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "ilmoittaudu*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "lataa" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "lataa tästä*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "klikkaa tästä*" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "julkaistu|julkaistu:|julkaisupäivä|julkaisupäivä:|julkaisuaika|päiväys|"
                        "päiväys:|pvm|pvm:|tiedote|lehdistötiedote|uutinen|uutinen julkaistu" },
  { CN_LABEL_UPDATED, "päivitetty|päivitetty:|viimeksi päivitetty|viimeksi muokattu|muokattu|"
                      "sivu päivitetty|sivua päivitetty|sivu on päivitetty|muutettu" },
  { CN_LABEL_EVENT, "milloin|aika|ajankohta|alkaa|päättyy|viimeistään|ilmoittautuminen|"
                    "ilmoittautumiset|tapahtuma|alkaen|asti|saakka" },
  { CN_LABEL_AUTHOR, "kirjoittaja|kirjoittaja:|kirjoittajat|kirjoittanut|teksti|teksti:|toimittaja:|"
                     "julkaissut" },
  { CN_LABEL_KICKER, "uutinen|uutiset|ajankohtaista|tiedote|tiedotteet|lehdistötiedote|mediatiedote|"
                     "artikkeli|artikkelit|blogi|haastattelu|mielipide|tapahtuma|kannanotto|raportti|"
                     "julkaisut|kolumni|kulttuuri|uutiskirje|medialle" },
  { CN_LABEL_FILLER, "klo|klo.|kello|min|minuuttia|min lukuaika|lukuaika|kommentit|ei kommentteja|"
                     "lähde|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|"
                     "sunnuntaina" },
  { CN_LABEL_CONTACT, "lisätiedot|lisätietoja|lisätietoa|yhteyshenkilö|puhelin|puh|puh." },
  { CN_LABEL_SUBJECT, "aihe|asia" },
  { CN_LABEL_TITLE, "otsikko" },
  { CN_LABEL_PERIODICAL, "uutiskirje|tiedotuslehti|lehti" },
  { CN_LABEL_SENDER, "lähettäjä" },
  { CN_LABEL_TODAY, "tänään" },
  { CN_LABEL_PUBLISHED, "julkaisuvuosi" },
  { CN_LABEL_PUBLISHED, "lähetetty" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_fi = {
  .language = "fi",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "toimittaja|kirjoittaja|päätoimittaja|viestintäpäällikkö|viestintäasiantuntija|tiedottaja|"
    "kolumnisti",
  .stop_words =
    "ja on ei että se oli olla mutta kun niin myös sekä tai jos kuin hän ovat joka jotka ole vain "
    "voi tämä nyt sen ne he me te mukaan jo jossa josta joita sitä siitä jonka ollut jälkeen ennen "
    "kanssa sanoo kertoo yli vuonna vuoden kaupunki kaupungin kaupungit kaikki tästä tänä tulee "
    "olisi voivat mitä miltä jolloin vielä näkee siinä ovat lisäksi välillä aikana kunnan",
};
