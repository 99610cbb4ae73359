### The counter: scan, serve, enrol.

## The scan field

scan-placeholder = Отсканируйте карту или введите имя либо последние цифры телефона
scan-clear = Очистить
scan-results = Найденные гости
scan-hits = { $count ->
    [one] Найден { $count } гость
    [few] Найдено { $count } гостя
   *[many] Найдено { $count } гостей
 }
scan-none = Гостя «{ $text }» пока нет.
scan-enrol = Записать «{ $text }»
scan-misread = Номер считан с ошибкой
scan-misread-text = В номере { $number } неверна контрольная цифра. Отсканируйте ещё раз или введите внимательнее.
scan-unknown = Карта не отсюда
scan-unknown-text = Карты с номером { $number } нет. Возможно, она из другого заведения.
scan-blocked = Карта заблокирована
scan-blocked-text = Её владелец — { $name }. Откройте гостя, чтобы разблокировать или заменить карту.
scan-lost = Карта заявлена утерянной
scan-lost-text = Её владелец — { $name }. Если карту принёс он сам, откройте гостя и включите её снова.
scan-replaced = Карта заменена
scan-replaced-text = У гостя { $name } есть новая карта. Штампы целы; откройте гостя.
scan-open-member = Открыть гостя

## The member

member-nameless = Пока без имени
member-since = с нами с { $month }
member-visits = { $count ->
    [one] { $count } визит
    [few] { $count } визита
   *[many] { $count } визитов
 }
member-visits-every = { $count ->
    [one] { $count } визит
    [few] { $count } визита
   *[many] { $count } визитов
 }, { $days ->
    [one] примерно раз в { $days } день
    [few] примерно раз в { $days } дня
   *[many] примерно раз в { $days } дней
 }
member-last-here = последний раз { $when }
member-never-here = визитов ещё не было
member-no-visits = Визитов пока нет. За полную карту: { $reward }
member-profile = Профиль
member-done = Следующий гость
stamps-expire = { $count ->
    [one] { $count } штамп действует до { $date }
    [few] { $count } штампа действуют до { $date }
   *[many] { $count } штампов действуют до { $date }
 }

## What to say

hint-birthday-today = Сегодня день рождения: поздравьте
hint-birthday-tomorrow = Завтра день рождения
hint-birthday-yesterday = Вчера был день рождения
hint-birthday-soon = { $count ->
    [one] День рождения через { $count } день
    [few] День рождения через { $count } дня
   *[many] День рождения через { $count } дней
 }
hint-birthday-ago = { $count ->
    [one] День рождения был { $count } день назад
    [few] День рождения был { $count } дня назад
   *[many] День рождения был { $count } дней назад
 }
hint-birthday-turns = { $when } ({ $turns })
hint-anniversary-today = { $years ->
    [one] Сегодня { $years } год с вами
    [few] Сегодня { $years } года с вами
   *[many] Сегодня { $years } лет с вами
 }
hint-anniversary-soon = { $years ->
    [one] { $years } год с вами
    [few] { $years } года с вами
   *[many] { $years } лет с вами
 } { $count ->
    [one] через { $count } день
    [few] через { $count } дня
   *[many] через { $count } дней
 }
hint-anniversary-ago = { $years ->
    [one] { $years } год с вами
    [few] { $years } года с вами
   *[many] { $years } лет с вами
 }, { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
   *[many] { $count } дней назад
 }
hint-first-visit = Первый визит: добро пожаловать!
hint-absence = { $count ->
    [one] { $count } день без визита
    [few] { $count } дня без визита
   *[many] { $count } дней без визита
 }
hint-absence-usual = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
 } без визита, обычно раз в { $usual ->
    [one] { $usual } день
    [few] { $usual } дня
   *[many] { $usual } дней
 }
hint-nearly-full = { $count ->
    [one] Остался всего { $count } штамп
    [few] Осталось всего { $count } штампа
   *[many] Осталось всего { $count } штампов
 }
hint-reward-expiring = { $reward }: только до { $date }

## This visit

visit-title = Этот визит
visit-amount = Сумма
visit-note = Заметка
visit-note-add = Добавить заметку
visit-note-example = например, взял два с собой
visit-reward-part = Из них оплачено наградой
visit-add-stamp = Поставить 1 штамп
visit-add-stamps = { $count ->
    [one] Поставить { $count } штамп
    [few] Поставить { $count } штампа
   *[many] Поставить { $count } штампов
 }
visit-record = Записать визит
visit-how-many = Сколько штампов
visit-stamps-range = За один раз можно поставить от 0 до { $most } штампов.
visit-cap-reached = Дневной предел достигнут: визит засчитается без новых штампов.
reward-ready = Награда ждёт
reward-until = до { $date }
reward-redeem = Выдать

## What was done

done-stamps = { $count ->
    [one] Поставлен { $count } штамп
    [few] Поставлено { $count } штампа
   *[many] Поставлено { $count } штампов
 }
done-visit = Визит записан
done-unlocked = Карта заполнена! { $reward }
done-capped = { $count ->
    [one] { $count } штамп сверх дневного предела
    [few] { $count } штампа сверх дневного предела
   *[many] { $count } штампов сверх дневного предела
 }
done-redeemed = Выдано: { $reward }
done-undone = Отменено
done-stamps-back = { $count ->
    [one] Снят { $count } штамп
    [few] Снято { $count } штампа
   *[many] Снято { $count } штампов
 }
done-reward-restored = награда снова доступна
done-reward-voided = неиспользованная награда отозвана
done-written-off = { $count ->
    [one] { $count } потраченный штамп списан
    [few] { $count } потраченных штампа списано
   *[many] { $count } потраченных штампов списано
 }
done-enrolled = Теперь постоянный гость. Карта { $number }

## Last visits

visits-last = Последние визиты
visit-menu = Изменить визит { $date }
visit-void = Аннулировать визит
visit-refund = Возврат
visit-is-void = аннулирован
visit-refunded = возвращено { $amount }
visit-with-reward = С наградой
void-title = Аннулировать визит { $date }?
void-text = В истории он останется как аннулированный. Штампы снимаются, а выданная тогда награда снова становится доступной.
refund-title = Возврат за { $date }
refund-text = Можно вернуть до { $left }. Штампы снимаются пропорционально.
refund-amount = Сумма возврата

## The card

card-is-blocked = Карта заблокирована
card-is-lost = Карта утеряна
card-menu = Карта { $number }
card-print = Напечатать карту
card-printed = Открыто для печати: { $file }
card-lost = Сообщить об утере
card-lost-text = Карта сразу перестаёт работать. Штампы остаются у гостя; если карта найдётся, её можно включить снова.
card-lost-done = Карта отмечена утерянной
card-block = Заблокировать карту
card-block-text = Карта сразу перестаёт работать. Штампы остаются у гостя; разблокировать можно в любой момент.
card-block-done = Карта заблокирована
card-unblock = Включить снова
card-unblock-text = Карта снова работает на кассе, со всеми штампами.
card-unblock-done = Карта снова работает
card-replace = Заменить карту
card-replace-text = Выпускается новая карта с новым номером, старая больше не работает. Все штампы остаются у гостя.
card-replace-done = Выпущена новая карта. Напечатайте её из меню.

## Scanned twice

double-title = Поставить ещё раз?
double-text = { $name }: штамп поставлен только что.
double-yes = Да, ещё раз
double-no = Нет, одного хватит

## A new guest

enrol-new = Новый гость
enrol-text = Достаточно имени или телефона.
enrol-name = Имя
enrol-phone = Телефон
enrol-name-or-phone = Введите имя или номер телефона.
enrol-more = День рождения, почта, согласия
enrol-email = Эл. почта
enrol-notes = Заметка
enrol-notes-hint = Первая строка видна на кассе, например «овсяное молоко».
enrol-card-number = Номер готовой карты
enrol-card-number-hint = Отсканируйте карту, которую отдаёте, или оставьте пустым.
enrol-consent-email = Можно писать по эл. почте
enrol-consent-sms = Можно присылать SMS
enrol-submit = Записать
enrol-open-existing = Открыть существующего гостя
enrol-anyway = Это другой человек
birthday-optional-year = День рождения, год по желанию
birthday-day = День
birthday-month = Месяц
birthday-year = Год

## Today

today-visits = Визиты
today-spend = Выручка
today-stamps = Штампы
today-rewards = Награды
idle-ready = Касса готова.
idle-quiet = Сегодня ещё никого не было. С первого визита здесь появятся цифры за день.
idle-title = Кто следующий?
idle-text = Отсканируйте карту или начните вводить имя. Новенький? Запишите его за пару секунд.
idle-first-title = Встречайте первого постоянного гостя
idle-first-text = Введите имя или телефон, выдайте карту и поставьте первый штамп.
till-title = Сегодня на этой кассе
till-empty = Пока пусто. Здесь появятся штампы и награды за день.
till-redeem = награда
till-enrol = новый гость
till-void = аннулирован
till-refund = возврат
till-card = карта
till-undo = отмена
till-undone = отменено
till-undo-this = Отменить: { $name }

## Keys

key-stamp = Поставить штамп (с суммой или без)
key-redeem = Выдать награду
key-undo = Отменить последнее действие
key-clear = Очистить, закрыть, следующий гость
