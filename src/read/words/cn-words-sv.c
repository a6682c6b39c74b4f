/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Swedish: what pages print around an article, how they label dates and names, the commonest words. Data only;
 * words are written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "till innehållet" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hoppa till innehåll" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hoppa till innehållet" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hoppa till huvudinnehåll" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå till innehållet" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "gå direkt till innehållet" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "meny" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "huvudmeny" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "sök" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "start" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hem" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "startsida" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "startsidan" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "start >*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "start /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "start »*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hem >*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "hem /*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "du är här*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "tillbaka" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "till toppen" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "skriv ut" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "lyssna" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "lättläst" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "logga in" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "föregående" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "nästa" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "språk" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "innehåll" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "visa mer" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*använder cookies*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*använder kakor*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "om cookies" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "om kakor" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "kakor" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "cookieinställningar" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "godkänn alla" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "acceptera alla" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "avvisa alla" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "foto:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "bild:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "fotograf:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "illustration:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "bildtext:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterade nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterade artiklar" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "relaterat" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "läs också" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "läs även" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "läs också:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "läs även:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "fler nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "fler nyheter:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "fler artiklar" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "senaste nytt" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "senaste nyheterna" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "senaste inläggen" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "andra nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "mest läst" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "mest lästa" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "kommande evenemang" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "tidigare nyheter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "liknande artiklar" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "du kanske också gillar*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "läs mer" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "läs mer »" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "etiketter" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "etiketter:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "taggar" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "taggar:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategori:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategorier" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "ämnen:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "dela" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "dela:*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "dela sidan" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "dela artikeln" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "dela på*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "skicka" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "tipsa" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakta oss" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om webbplatsen" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "om oss" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tillgänglighet" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "tillgänglighetsredogörelse" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "integritetspolicy" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "personuppgifter" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "alla rättigheter förbehållna" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "hjälpte informationen dig*" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "hjälpte sidan dig*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "prenumerera på*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "prenumerera" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "anmäl dig*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "ladda ner" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "ladda ner*pdf*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "klicka här*" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "publicerad|publicerad:|publicerat|publicerat:|publicerades|publicerad den|"
                        "publiceringsdatum|publiceringsdatum:|datum|datum:|inlagd|upplagd|skapad|"
                        "pressmeddelande|pressmeddelande från|den" },
  { CN_LABEL_UPDATED, "uppdaterad|uppdaterad:|senast uppdaterad|senast uppdaterad:|senast ändrad|"
                      "senast granskad|sidan granskades|sidan granskades senast|sidan uppdaterades|"
                      "sidan uppdaterad|sidan senast uppdaterad|granskad|ändrad" },
  { CN_LABEL_EVENT, "när|från|till|till och med|t.o.m.|sista dag|sista anmälningsdag|"
                    "anmäl dig senast|evenemang|börjar|slutar|startdatum|slutdatum|sedan" },
  { CN_LABEL_AUTHOR, "av|av:|författare|författare:|skribent|skribent:|text|text:|text av|skriven av|"
                     "publicerad av|publicerat av" },
  { CN_LABEL_KICKER, "nyhet|nyheter|aktuellt|pressmeddelande|pressmeddelanden|press|artikel|artiklar|"
                     "blogg|intervju|debatt|kultur|evenemang|kalender|uttalande|rapport|"
                     "publikationer|nyhetsbrev|presscenter|pressrum" },
  { CN_LABEL_FILLER, "kl|kl.|klockan|i|på|min|minuter|min läsning|lästid|kommentarer|"
                     "inga kommentarer|källa" },
  { CN_LABEL_CONTACT, "presskontakt|telefon|för mer information|kontaktperson" },
  { CN_LABEL_SUBJECT, "ämne|angående" },
  { CN_LABEL_TITLE, "titel|rubrik" },
  { CN_LABEL_PERIODICAL, "nyhetsbrev|nyhetsbrevet|tidning|tidningen" },
  { CN_LABEL_SENDER, "från|avsändare" },
  { CN_LABEL_TODAY, "idag|i dag" },
  { CN_LABEL_PUBLISHED, "utgivningsår" },
  { CN_LABEL_PUBLISHED, "skickat" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_sv = {
  .language = "sv",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "redaktör|journalist|reporter|skribent|kommunikatör|pressekreterare|presskommunikatör|krönikör",
  .stop_words =
    "och i att det som en på är av för med den till inte om ett har de jag vi man men sig så från nu "
    "eller när efter upp ska kan skulle detta hade var blir över också vid mot utan mellan bara år "
    "sin sina denna dessa där alla genom under många kommer varit hos mer stad staden städer kommunen",
};
