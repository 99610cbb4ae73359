### Today: whom to greet, why, and what to say. The coming weeks.

nav-today = Сегодня
nav-today-waiting = { $count ->
    [one] { $count } дело ждёт
    [few] { $count } дела ждут
   *[many] { $count } дел ждут
 }
today-people = { $count ->
    [0] Обращаться не к кому.
    [one] { $count } гость ждёт внимания.
    [few] { $count } гостя ждут внимания.
   *[many] { $count } гостей ждут внимания.
 }
# More greetings than people: "24 приветствия для 23 гостей."
today-greetings-for = { $count ->
    [one] { $greetings } для { $count } гостя.
   *[other] { $greetings } для { $count } гостей.
 }
today-look = { $count ->
    [one] { $count } сообщение требует внимания.
    [few] { $count } сообщения требуют внимания.
   *[many] { $count } сообщений требуют внимания.
 }
today-by-app = { $count ->
    [one] { $count } уйдёт само.
    [few] { $count } уйдут сами.
   *[many] { $count } уйдут сами.
 }
today-failed = Список на сегодня не удалось показать
today-weeks = Ближайшие недели
today-more = { $count ->
    [one] Показать ещё { $count }
    [few] Показать ещё { $count }
   *[many] Показать ещё { $count }
 }

## A line

touch-at-counter = на кассе
touch-by-call = звонок
touch-by-post = письмо по почте
touch-by-email = e-mail
touch-by-sms = SMS
outcome-reached = Связались
outcome-came = Гость пришёл
outcome-no-answer = Нет ответа
outcome-not-wanted = Не хочет
today-gift = Подарок: { $gift }
today-gift-until = Подарок: { $gift }, до { $date }
today-since = с { $date }
today-done-button = Готово
today-actions = Что вышло: { $name }
today-snooze = Позже
today-skip = Пропустить
today-open = Открыть на кассе
today-copy-text = Скопировать текст
today-copy-this = Скопировать { $text }
today-menu = Ещё: { $name }
today-copy-contact = Скопировать телефон или адрес
today-key-down = Следующая строка
today-key-up = Предыдущая строка
today-key-done = Готово

## What was done

today-done = { $name }: { $outcome }
today-skipped = { $name }: пропущено
today-snoozed = { $name }: вернётся { $date }
today-reopened = { $name }: снова в списке
today-copied-text = Текст для гостя «{ $name }» скопирован
today-copied = Скопировано: { $text }
today-copy-failed = Скопировать не удалось. Выделите текст и нажмите Ctrl C.

## Later

today-snooze-title = Отложить приветствие: { $name }
today-snooze-useful = Имеет смысл до { $date }
today-snooze-tomorrow = Завтра
today-snooze-3-days = Через 3 дня
today-snooze-week = Через неделю
today-snooze-own = В другой день
today-snooze-late = будет поздно
today-snooze-date = День
today-snooze-set = Напомнить в этот день
today-snooze-range = Выберите день с завтрашнего по { $date }.
today-snooze-last = Сегодня последний день: отложить нельзя.

## Beside the list

today-month = Этот месяц
today-month-none = Приветствий пока не было. Здесь появятся итоги.
today-of = { $done } из { $all }
today-month-on-the-day = приветствий сделано в свой день
today-month-reached = удалось связаться
today-month-reached-came = { $came ->
    [one] удалось связаться, { $came } из них пришёл
    [few] удалось связаться, { $came } из них пришли
   *[many] удалось связаться, { $came } из них пришли
 }
today-month-left-out = Пропущено или уже не нужно
today-month-failed = Не доставлено
today-next = Ближайшие дни
today-next-none = На ближайшие четыре недели ничего не намечено.
today-times = { $count } × { $name }
today-greetings = { $count ->
    [0] ничего
    [one] { $count } приветствие
    [few] { $count } приветствия
   *[many] { $count } приветствий
 }

## Nothing to do

today-empty = Спокойный день
today-all-done = На сегодня всё сделано
today-empty-next = Дальше — { $date }: { $what }.
today-empty-nothing = Список наполнится, когда гости будут приходить, а вы — записывать их дни рождения.
today-no-moments = Ни один повод не включён
today-no-moments-text = Дни рождения, годовщины, приветствие новых, постоянные гости, которые пропали: включите, что стоит внимания, и оно появится здесь в свой день.
today-to-moments = Выбрать поводы
today-off = Расписание выключено
today-off-text = Сейчас ничего не планируется. Если включить, список на сегодня появится сразу, а дальше каждое утро.
today-off-notice = Расписание выключено: новое не планируется.
today-switch-on = Включить

## Coming weeks

weeks-about = Что принесёт каждый день, если никто не зайдёт раньше.
weeks-planned = запланировано
weeks-foreseen = ожидается
weeks-foreseen-text = Ожидается: кто зайдёт раньше или в этом месяце уже получил достаточно внимания, выпадет из списка.
weeks-failed = Календарь не удалось показать
weeks-empty = В эти недели ничего не запланировано и не ожидается.
weeks-back = Назад к сегодняшнему дню
weeks-key-days = От дня ко дню
weeks-key-open = Открыть день
weeks-status-open = открыто
weeks-status-done = сделано
weeks-status-failed = не доставлено
weeks-status-foreseen = ожидается
weeks-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
 }
weeks-unnamed = { $count ->
    [one] { $count } гость, имя станет известно ближе ко дню
    [few] { $count } гостя, имена станут известны ближе ко дню
   *[many] { $count } гостей, имена станут известны ближе ко дню
 }

## At the counter

greeting-title = Что сказать
greeting-more = Ещё: { $why }
done-greeted = Отмечено: { $outcome }
done-greeting-skipped = Приветствие пропущено
key-greeted = Сказано гостю
idle-greet = { $count ->
    [one] Сегодня ждёт { $count } приветствие
    [few] Сегодня ждут { $count } приветствия
   *[many] Сегодня ждут { $count } приветствий
 }

## Уведомление утром

notice-title = { $count ->
    [one] Сегодня ждёт { $count } приветствие
    [few] Сегодня ждут { $count } приветствия
   *[many] Сегодня ждут { $count } приветствий
 }
notice-moment = { $moment }: { $count }
