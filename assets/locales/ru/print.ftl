### Печать: карты гостей, поздравления по почте и отчёты.

## Карты

# $month стоит в родительном падеже: «марта 2025 г.»
card-since = с нами с { $month }
card-found-it = Нашли карту? Пожалуйста, верните её нам. Спасибо!

## Поздравления: открытки и письма

greeting-title-postcards = Открытки
greeting-title-letters = Письма
greeting-gift = Подарок для вас
greeting-gift-code = Код
# $date — «5 декабря 2026 г.»; в этот день подарок ещё можно получить
greeting-gift-last-day = Последний день: { $date }
greeting-card = Ваша карта
greeting-card-how = Покажите этот код на кассе.
greeting-sign-off = С теплом,

## Отчёт за месяц

report-kicker = Отчёт за месяц
report-compared = Изменения показаны к предыдущему месяцу.
report-goes-on = Месяц ещё не кончился: цифры на сегодня и весь прошлый месяц.
report-month-before = прошлый месяц: { $value }
report-visits = Визиты
report-spend = Сумма покупок
report-new-members = Новые гости
report-rewards = Выдано наград
report-stamps = { $count ->
    [one] { $count } штамп поставлен
    [few] { $count } штампа поставлено
   *[many] { $count } штампов поставлено
 }
report-no-comparison = первый месяц
report-unchanged = без изменений
report-top-spenders = Больше всех потратили
report-daily-visits = Визиты по дням
report-customers = Лучшие гости
report-customers-more = Лучшие гости, продолжение
report-column-rank = №
report-column-member = Гость
report-column-visits = Визиты
report-column-spend = Сумма
report-column-average = Средний чек
report-column-rewards = Награды
report-column-last-visit = Был(а)
report-column-change = Место
report-change-new = впервые
report-change-back = снова
report-empty-title = В этом месяце гостей с картами не было
report-empty-text = Сканируйте карту на кассе: каждый визит появится здесь, лучшие гости месяца — первыми.
report-printed-on = Напечатано { $date }
report-page = { $page } / { $pages }

## Отказы

print-error-card-number = Номер карты { $number } неверен: нужны 13 цифр с правильной контрольной цифрой.
print-error-slots = На карте бывает от 1 до 30 штампов, а не { $slots }.
print-error-color = «{ $color }» — не цвет. Напишите, например, #a84a24.
print-error-logo = Логотип не читается. Нужна картинка PNG или JPEG не больше 8 000 пикселей.
print-error-font = Этот файл шрифта не подходит. Нужен шрифт TrueType (.ttf).
print-error-page = Страницы { $page } нет.
print-error-too-long = Текст слишком длинный для этой бумаги. Сократите его или напечатайте письмо вместо открытки.
print-error-nothing = Нечего печатать.
print-error-cancelled = Печать отменена.
print-error-document = Не удалось создать PDF: { $reason }
