### The stamp card's rules and their versions.

program-save = Сохранить
program-discard = Отменить изменения
program-unsaved = Изменения ещё не сохранены. Они останутся здесь, если перейти в другой раздел.
program-leave = То, что вы изменили в программе, ещё не сохранено.
program-in-force-since = Действует с { $date }
program-planned-from = Показаны правила, которые начнут действовать { $date }
program-failed = Карту со штампами не удалось показать
program-saved-today = Сохранено. Правила уже действуют.
program-saved-from = Сохранено. Правила начнут действовать { $date }.
program-bad-number = Введите целое число.
program-bad-amount = Это не сумма. Напишите, например, 12,50.
program-missing-amount = Введите сумму на один штамп.

## Fields

program-card = Карта
program-name = Название
program-icon = Штамп
program-icon-cup = Чашка
program-icon-croissant = Круассан
program-icon-scissors = Ножницы
program-icon-leaf = Лист
program-icon-star = Звезда
program-icon-heart = Сердце
program-required = Штампов для награды
program-required-hint = От 1 до { $max }
program-starter = Штампов в подарок на старте
program-starter-hint = На первую карту нового гостя.
program-fewer = { $label }: на один меньше
program-more = { $label }: на один больше
program-reward-title = Награда
program-reward = За полную карту
program-cost = Во что она вам обходится
program-cost-hint = Для отчёта за месяц. Пусто, если неизвестно.
program-reward-lifetime = Сколько ждёт награда
program-earn-title = Как копятся штампы
program-earn = Штамп ставится
program-earn-item = за каждую покупку
program-earn-amount = за сумму
program-earn-item-from = за каждую покупку от { $amount }
program-earn-amount-of = за каждые { $amount }
program-min-spend = Наименьшая сумма на штамп
program-min-spend-hint = Пусто, если её нет. Иначе касса спросит сумму.
program-amount = Сумма на один штамп
program-cap = Не больше штампов в день
program-cap-hint = Для одного гостя. Пусто — без ограничений.
program-stamp-lifetime = Сколько действует штамп
program-reward-part = За оплаченное наградой тоже ставить штампы
program-reward-part-hint = Выключено: штампы только за оплаченное деньгами.
program-lifetime-count = { $label }: сколько
program-lifetime-unit = { $label }: дни, месяцы или годы
program-forever = без срока
program-unit-days = { $count ->
    [one] день
    [few] дня
   *[many] дней
 }
program-unit-months = { $count ->
    [one] месяц
    [few] месяца
   *[many] месяцев
 }
program-unit-years = { $count ->
    [one] год
    [few] года
   *[many] лет
 }
program-time-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
 }
program-time-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
 }
program-time-years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
 }
program-none = нет
program-unknown = неизвестно
program-yes = да
program-no = нет

## In plain words

program-in-words = Простыми словами
program-printed = На бумаге
program-printed-front = Напечатанная карта, лицевая сторона
program-printed-back = Напечатанная карта, оборот
program-word-coffee = Каждый кофе — штамп.
program-word-haircut = Каждая стрижка — штамп.
program-word-item = Каждая покупка из программы — штамп.
program-word-min-spend = На каждый штамп — покупка не меньше { $amount }.
program-word-per-amount = Каждые { $amount } — штамп.
program-word-part-earns = За оплаченное наградой штампы тоже ставятся.
program-word-part-not = За оплаченное наградой штампы не ставятся.
program-word-reward = { $count ->
    [one] { $count } штамп — и награда: { $reward }.
    [few] { $count } штампа — и награда: { $reward }.
   *[many] { $count } штампов — и награда: { $reward }.
 }
program-word-starter = { $count ->
    [one] Новому гостю — { $count } штамп в подарок.
    [few] Новому гостю — { $count } штампа в подарок.
   *[many] Новому гостю — { $count } штампов в подарок.
 }
program-word-stamps-live = Штамп действует { $time }.
program-word-stamps-stay = Штампы не сгорают.
program-word-reward-lives = Награда ждёт гостя { $time }.
program-word-reward-stays = Награду можно получить когда угодно.
program-word-cap = { $count ->
    [one] Не больше { $count } штампа в день.
   *[other] Не больше { $count } штампов в день.
 }
program-word-cost = Награда обходится вам в { $cost }.

## Saving

program-save-title = Сохранить эти правила?
program-from = С какого дня
program-from-today = сегодня, { $date }
program-from-tomorrow = завтра, { $date }
program-from-date = { $date }
program-from-other = в другой день
program-from-bad = Выберите существующий день, и не слишком ранний.
program-after-planned = С { $date } уже запланированы другие правила, поэтому эти могут начаться тогда же или позже.
program-not-retroactive = Прошлое не меняется: штампы и награды, которые у гостей уже есть, останутся как были.
program-becomes = стало

## Versions

program-versions = Версии
program-version-from = С { $date }
program-version = версия { $number }
program-state-current = действует
program-state-planned = запланирована
program-state-past = в прошлом
program-first-version = Первые правила
