/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Russian: what pages print around an article, how they label dates and names, the commonest words. Data
 * only; words are written as cn_words_fold() folds them. */

#include "config.h"

#include "cn-words.h"


static const CnFurnitureWords furniture[] = {
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "перейти к содержанию" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "перейти к основному содержанию" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "меню" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "поиск" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "главная" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "вы здесь*" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "назад" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "наверх" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "печать" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "войти" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "предыдущая" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "следующая" },
  { CN_FURNITURE_NAVIGATION, CN_REACH_LINE, "вернуться" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*использует файлы cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*используем файлы cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*использует cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "*политика cookie*" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "принять все" },
  { CN_FURNITURE_COOKIES, CN_REACH_LINE, "принять" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "фото:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "фотография:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "изображение:*" },
  { CN_FURNITURE_CAPTION, CN_REACH_LINE, "фото ©*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "похожие статьи" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "похожие новости" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "похожие материалы" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "похожие записи" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "читайте также" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "читать также" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "смотрите также" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "материалы по теме" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "по теме" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "другие новости" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "последние новости" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "свежие записи" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "популярное" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "самое читаемое" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "вам может быть интересно*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_END, "вам также может понравиться*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "читать далее" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "подробнее" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "узнать больше" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "теги" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "теги:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "метки:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "рубрики" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "рубрики:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "рубрика:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "категории:*" },
  { CN_FURNITURE_RELATED_LINKS, CN_REACH_LINE, "реклама" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "добавить комментарий" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "оставить комментарий" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "оставьте комментарий" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "написать комментарий" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "ваш адрес email не будет опубликован*" },
  { CN_FURNITURE_COMMENTS, CN_REACH_END, "ваш e-mail не будет опубликован*" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "комментарии" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "комментарии (#)" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "# комментариев" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "# комментария" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "# комментарий" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "нет комментариев" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "отменить ответ" },
  { CN_FURNITURE_COMMENTS, CN_REACH_LINE, "обязательные поля*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "поделиться" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "поделиться:" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "поделитесь" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "поделиться в*" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "копировать ссылку" },
  { CN_FURNITURE_SHARING, CN_REACH_LINE, "подписывайтесь на нас*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "рассылка" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "подписаться" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "подписаться на*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "подпишитесь на*" },
  { CN_FURNITURE_NEWSLETTER, CN_REACH_LINE, "будьте в курсе*" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "© *" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "все права защищены*" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "*все права защищены" },
  { CN_FURNITURE_FOOTER, CN_REACH_END, "*все права защищены." },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "политика конфиденциальности" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "пользовательское соглашение" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "карта сайта" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "контакты" },
  { CN_FURNITURE_FOOTER, CN_REACH_LINE, "о нас" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "нажмите здесь*" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "скачать" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "зарегистрироваться" },
  { CN_FURNITURE_CALL_TO_ACTION, CN_REACH_LINE, "смотреть видео" },
  { CN_FURNITURE_NONE, CN_REACH_LINE, NULL },
};

static const CnLabelWords labels[] = {
  { CN_LABEL_PUBLISHED, "опубликовано|опубликовано:|дата публикации|дата публикации:|дата|дата:|добавлено|"
                        "размещено|от" },
  { CN_LABEL_UPDATED, "обновлено|обновлено:|последнее обновление|дата обновления|изменено|"
                      "последнее изменение" },
  { CN_LABEL_EVENT, "когда|с|до|срок|дата проведения|мероприятие|начало|конец" },
  { CN_LABEL_AUTHOR, "автор|автор:|авторы:|текст:|текст|написал|написала|подготовил|подготовила" },
  { CN_LABEL_KICKER, "новости|новость|пресс-релиз|пресс-релизы|пресса|статья|статьи|блог|интервью|мнение|"
                     "события|событие|заявление|отчет|публикации|главная" },
  { CN_LABEL_FILLER, "в|г|г.|мин|минут|мин чтения|время чтения|комментарии|нет комментариев|поделиться|"
                     "печать|источник" },
  { CN_LABEL_PERIODICAL, "бюллетень|вестник|журнал" },
  { CN_LABEL_SENDER, "от|отправитель" },
  { CN_LABEL_SUBJECT, "тема" },
  { CN_LABEL_TODAY, "сегодня" },
  { CN_LABEL_PUBLISHED, "год издания" },
  { CN_LABEL_PUBLISHED, "отправлено" },
  { CN_LABEL_FILLER, NULL },
};

const CnWords cn_words_ru = {
  .language = "ru",
  .furniture = furniture,
  .labels = labels,
  .roles =
    "автор|редактор|журналист|журналистка|корреспондент|репортер|обозреватель|пресс-секретарь",
  .stop_words =
    "и в не на с что как по из за к от для это его он она они а но о у же все так был была было были "
    "или при также более город города городов который которая которые после году года лет между если "
    "до мы их может уже только",
};
