### The month's review.

reports-month = Месяц
reports-older = Предыдущий месяц
reports-newer = Следующий месяц
reports-month-before = Показать предыдущий месяц
reports-csv = CSV
reports-print = Печать отчёта
reports-failed = Этот месяц не удалось показать

## The headline

# Answers "when?" for the month before: "than in October"
reports-month-in = { $month ->
    [1] январе
    [2] феврале
    [3] марте
    [4] апреле
    [5] мае
    [6] июне
    [7] июле
    [8] августе
    [9] сентябре
    [10] октябре
    [11] ноябре
   *[12] декабре
 }
# Answers "against what?": "8% on October"
reports-month-compared = { $month ->
    [1] январю
    [2] февралю
    [3] марту
    [4] апрелю
    [5] маю
    [6] июню
    [7] июлю
    [8] августу
    [9] сентябрю
    [10] октябрю
    [11] ноябрю
   *[12] декабрю
 }
reports-new = { $count ->
    [0] Новых гостей нет.
    [one] { $count } новый гость.
    [few] { $count } новых гостя.
   *[many] { $count } новых гостей.
 }
reports-new-so-far = { $count ->
    [0] Новых гостей пока нет.
    [one] Пока { $count } новый гость.
    [few] Пока { $count } новых гостя.
   *[many] Пока { $count } новых гостей.
 }
reports-new-more = { $count ->
    [one] { $count } новый гость, на { $difference } больше, чем в { $month }.
    [few] { $count } новых гостя, на { $difference } больше, чем в { $month }.
   *[many] { $count } новых гостей, на { $difference } больше, чем в { $month }.
 }
reports-new-fewer = { $count ->
    [0] Новых гостей нет, на { $difference } меньше, чем в { $month }.
    [one] { $count } новый гость, на { $difference } меньше, чем в { $month }.
    [few] { $count } новых гостя, на { $difference } меньше, чем в { $month }.
   *[many] { $count } новых гостей, на { $difference } меньше, чем в { $month }.
 }
reports-new-same = { $count ->
    [0] Новых гостей нет, как и в { $month }.
    [one] { $count } новый гость, столько же, сколько в { $month }.
    [few] { $count } новых гостя, столько же, сколько в { $month }.
   *[many] { $count } новых гостей, столько же, сколько в { $month }.
 }
reports-best-missing = { $count ->
    [one] { $count } из { $best } лучших гостей не заходил 5 недель.
    [few] { $count } из { $best } лучших гостей не заходили 5 недель.
   *[many] { $count } из { $best } лучших гостей не заходили 5 недель.
 }
reports-best-seen = { $best ->
    [1] Лучший гость был у вас в последние 5 недель.
    [one] Все { $best } лучших гостей были у вас в последние 5 недель.
    [few] Все { $best } лучших гостя были у вас в последние 5 недель.
   *[many] Все { $best } лучших гостей были у вас в последние 5 недель.
 }
reports-nothing-yet = В этом месяце ещё ничего не было.

## Figures

reports-visits = Визиты гостей
reports-spend = Покупки гостей
reports-again = Пришли снова
reports-rewards = Выдано наград
reports-rewards-cost = это { $share } от покупок
reports-new-members = Новые гости
reports-members-seen = Приходили
reports-stamps = Поставлено штампов
reports-trend = { $amount } к { $month }
reports-points = { $points } п. п.
reports-spoken-up = больше на { $amount } к { $month }
reports-spoken-down = меньше на { $amount } к { $month }
reports-unchanged = без изменений к { $month }
reports-no-comparison = пока не с чем сравнить
reports-whole-month = { $month } целиком: { $value }

## Top customers

reports-top = Лучшие гости
reports-rank = Место
reports-member = Гость
reports-column-visits = Визиты
reports-column-spend = Сумма
reports-column-average = Средний чек
reports-column-rewards = Награды
reports-column-last = Был(а)
reports-column-change = Место
reports-change-new = впервые
reports-change-back = снова
reports-places-up = { $count ->
    [one] выше на { $count } место
    [few] выше на { $count } места
   *[many] выше на { $count } мест
 }
reports-places-down = { $count ->
    [one] ниже на { $count } место
    [few] ниже на { $count } места
   *[many] ниже на { $count } мест
 }
reports-places-same = то же место
reports-row-average = по { $average }
reports-row-rewards = { $count ->
    [one] { $count } награда
    [few] { $count } награды
   *[many] { $count } наград
 }
reports-shown = { $shown } из { $all }
reports-more = Показать ещё

## Charts

reports-spenders = Сумма по гостям
reports-days = День за днём
reports-days-measure = Что показать
reports-day = День
reports-day-detail = { $count ->
    [one] { $date }: { $count } визит, { $spend }
    [few] { $date }: { $count } визита, { $spend }
   *[many] { $date }: { $count } визитов, { $spend }
 }
reports-weekend = выходные

## Nothing yet

reports-empty = В этом месяце гостей с картами не было
reports-empty-text = Сканируйте карты на кассе: каждый визит появится здесь, лучшие гости месяца — первыми.
reports-to-counter = На кассу
