/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Polish: what pages print around an article, how they label dates and names, the commonest words. Data only; words are
 * written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "przejdź do treści" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "przejdź do głównej treści" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "menu" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "szukaj" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "strona główna" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "jesteś tutaj*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "wróć" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "powrót" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "drukuj" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "zaloguj się" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "poprzedni" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "następny" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "poprzedni artykuł" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "następny artykuł" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "do góry" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*używa plików cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*korzysta z plików cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*używamy plików cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*polityka cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*ustawienia cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "akceptuj wszystkie" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "odrzuć wszystkie" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "akceptuję" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "fot. *" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "fot.:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "foto:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "zdjęcie:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "zdjęcia:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "powiązane artykuły" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "podobne artykuły" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "powiązane wpisy" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "podobne wpisy" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "zobacz także" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "zobacz też" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "zobacz również" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "przeczytaj także" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "czytaj także" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "czytaj też" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "inne aktualności" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "ostatnie wpisy" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "najnowsze wpisy" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "najnowsze wiadomości" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "najczęściej czytane" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "może cię zainteresować*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "to może cię zainteresować*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "czytaj więcej" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "czytaj dalej" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "więcej" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "więcej informacji" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "dowiedz się więcej" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "tagi" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "tagi:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategorie" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategorie:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "kategoria:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "reklama" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "dodaj komentarz" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "zostaw komentarz" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "napisz komentarz" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "skomentuj" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "twój adres e-mail nie zostanie opublikowany*" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "twój adres email nie zostanie opublikowany*" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "komentarze" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "# komentarzy" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "# komentarze" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "brak komentarzy" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "anuluj pisanie odpowiedzi" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "wymagane pola są*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "udostępnij" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "udostępnij:" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "podziel się" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "podziel się:" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "kopiuj link" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "śledź nas*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "obserwuj nas*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "newsletter" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "zapisz się*newsletter*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "zapisz się do*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "subskrybuj*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "bądź na bieżąco*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "adres e-mail*" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "© *" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "copyright ©*" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "wszelkie prawa zastrzeżone*" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "*wszelkie prawa zastrzeżone" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "*wszelkie prawa zastrzeżone." },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "polityka prywatności" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "regulamin" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "deklaracja dostępności" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "dostępność" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "mapa strony" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "kontakt" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "o nas" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "kliknij tutaj*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "pobierz" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "pobierz pdf" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "zarejestruj się" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "dołącz do nas" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "obejrzyj film" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "opublikowano|opublikowano:|opublikowany|opublikowane|data publikacji|data publikacji:|"
                        "data|data:|dodano|dodano:|data dodania|utworzono|z dnia|dnia" },
  { CN_LABEL_UPDATED, "zaktualizowano|aktualizacja|aktualizacja:|ostatnia aktualizacja|"
                      "ostatnia aktualizacja:|data aktualizacji|zmodyfikowano|ostatnia modyfikacja|"
                      "data modyfikacji" },
  { CN_LABEL_EVENT, "kiedy|od|do|termin|data wydarzenia|wydarzenie|początek|koniec" },
  { CN_LABEL_AUTHOR, "autor|autor:|autorka|autorka:|autorzy:|napisał|napisała|opracowanie:|tekst:|tekst" },
  { CN_LABEL_KICKER, "aktualności|wiadomości|wiadomość|news|prasa|informacja prasowa|komunikat|komunikaty|"
                     "komunikat prasowy|artykuł|blog|wywiad|opinia|wydarzenia|wydarzenie|oświadczenie|"
                     "raport|publikacje" },
  { CN_LABEL_FILLER, "godz|godz.|o godz.|w|min|minut|min czytania|czas czytania|komentarze|brak komentarzy|"
                     "udostępnij|drukuj|źródło|r|r." },
  { CN_LABEL_PERIODICAL, "biuletyn|kwartalnik|miesięcznik|gazeta" },
  { CN_LABEL_SENDER, "od|nadawca" },
  { CN_LABEL_SUBJECT, "temat|dotyczy" },
  { CN_LABEL_TODAY, "dziś|dzisiaj" },
  { CN_LABEL_PUBLISHED, "rok wydania" },
  { CN_LABEL_PUBLISHED, "wysłano" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_pl = {
  .language = "pl",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "autor|autorka|redaktor|redaktorka|dziennikarz|dziennikarka|korespondent|korespondentka|reporter|"
    "reporterka|rzecznik prasowy|rzeczniczka prasowa",
  .stop_words =
    "w i na z do się nie jest że o jak od za po to są przez dla oraz co ale tym tego który która które "
    "był była było ich przy jego jej miasta miast może lub także być został tej tych te ten już tylko "
    "pod jako gdy między roku czy bardzo",
};
