### Гости: список, профиль, дубликаты и объединение.

## The list

members-count = { $count ->
    [one] { $count } гость
    [few] { $count } гостя
   *[many] { $count } гостей
 }
members-search = Поиск гостей
members-search-placeholder = Имя, телефон, карта
members-filter = Какие гости
members-filter-all = Все
members-filter-new = Новые в этом месяце
members-filter-not-seen = Не были
members-filter-full = Ждёт награда
members-filter-archived = Архив
# After "Not here for"; $shown is the number as it is written.
members-days = { $days ->
    [one] { $shown } день
    [few] { $shown } дня
   *[many] { $shown } дней
 }
members-days-unit = { $days ->
    [one] день
    [few] дня
   *[many] дней
 }
members-not-seen-days = Дней без визита
members-sorting = Порядок списка
members-sort-by = Сортировать: { $column }
members-sorted-up = { $column }, по возрастанию
members-sorted-down = { $column }, по убыванию
members-column-name = Имя
members-column-stamps = Штампы
members-column-visits = Визиты
members-column-spend = Потрачено
members-column-last-visit = Последний визит
members-column-joined = С нами с
members-never = ещё не было
members-loading = Загрузка
members-rewards-ready = { $count ->
    [one] Готова { $count } награда
    [few] Готовы { $count } награды
   *[many] Готово { $count } наград
 }
members-key-open = Открыть гостя
members-key-select = Выбрать гостя

## Empty lists

members-first-title = Постоянных гостей пока нет
members-first-text = Запишите первого гостя на кассе или перенесите список, который у вас уже есть.
members-first-demo = Просто осматриваетесь? В новой папке данных можно открыть демозаведение с историей за год.
members-none-title = Здесь никого
members-none-found-text = Проверьте написание или попробуйте последние цифры телефона.
members-none-new = В этом месяце новых гостей ещё не было. Их записывают на кассе.
members-none-not-seen = { $days ->
    [one] За последний { $days } день были все. Отлично!
    [few] За последние { $days } дня были все. Отлично!
   *[many] За последние { $days } дней были все. Отлично!
 }
members-none-full = Никого не ждёт награда. Полная карта приводит гостя в этот список.
members-none-archived = В архиве пусто. Убирайте сюда тех, кто больше не придёт: история сохранится.
members-show-all = Показать всех

## The selection

members-selection = Выбранные
members-selected = { $count ->
    [one] Выбран { $count }
    [few] Выбрано { $count }
   *[many] Выбрано { $count }
 }
members-select-all = Выбрать всех
members-selection-clear = Снять выбор
members-print-cards = Печать карт
members-archive-title = { $count ->
    [one] Убрать в архив { $count } гостя?
    [few] Убрать в архив { $count } гостей?
   *[many] Убрать в архив { $count } гостей?
 }
members-and-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
 }
members-archived-toast = { $count ->
    [one] В архиве { $count } гость
    [few] В архиве { $count } гостя
   *[many] В архиве { $count } гостей
 }
member-archive = В архив
member-archive-text = Гости из архива не видны в списках и поиске, а их карты больше не работают на кассе. Визиты и штампы сохраняются; вернуть гостя можно в любой момент.
member-archived-toast = В архиве: { $name }
member-restored-toast = Снова с вами: { $name }
member-is-archived = Гость в архиве и не виден в списках и поиске.
member-restore = Вернуть
member-is-merged = Этот гость объединён с другим, и вся история теперь там.

## The profile

profile-to-list = К списку гостей
profile-missing = Этого гостя нельзя показать
profile-edit = Изменить
profile-serve = На кассу
profile-details = Сведения
profile-add-note = Добавить заметку
profile-rewards = Награды
profile-no-rewards = Наград пока нет. Первую откроет полная карта.
profile-show-all-rewards = Показать все: { $count }
profile-cards = Карты
profile-no-card = Карта не выпускалась.
profile-consents = Можно писать или звонить?
stat-visits = Визиты
stat-spend = Потрачено
stat-gap = Обычно раз в
stat-last-visit = Последний визит
stat-first-visit = первый { $date }
stat-average = в среднем { $amount }
stat-days = { $count ->
    [one] день
    [few] дня
   *[many] дней
 }
stat-days-ago = { $count ->
    [one] день назад
    [few] дня назад
   *[many] дней назад
 }
stat-gap-about = середина всех промежутков
stat-gap-unknown = известно после трёх визитов
grant-available = Готова
grant-redeemed = Выдана
grant-expired = Истекла
grant-void = Отозвана
grant-unlocked = открыта { $date }
card-state-active = Работает
card-state-blocked = Заблокирована
card-state-lost = Утеряна
card-state-replaced = Заменена
card-issued = выпущена { $date }
card-not-printed = ещё не напечатана
card-printed-on = напечатана { $date }
consent-email = По электронной почте
consent-sms = По SMS или в мессенджере
consent-call = По телефону
consent-post = Обычной почтой
consent-never = ещё не спрашивали
consent-given = дано { $date }
consent-withdrawn = отозвано { $date }
consent-from-counter = на кассе
consent-from-profile = отмечено здесь
consent-from-import = из импорта
consent-from-demo = демоданные
consent-from-merge = из объединения

## What is known of a member

field-birthday = День рождения
field-locale = Язык
field-joined-on = Гость с
field-external-id = Код в другой системе
field-notes = Заметки
field-card-number = Номер карты
field-consent-email = Согласие на письма
field-consent-sms = Согласие на SMS
edit-title = Изменить гостя
edit-locale = Язык писем и карт
edit-locale-shop = Как у заведения ({ $language })
edit-external-id-hint = Код этого гостя в вашей кассе или системе записи, если он есть.
edit-unsaved = Изменения не сохранены.
edit-discard = Не сохранять

## The history

timeline-title = История
timeline-empty = Пока ничего не произошло.
timeline-more = { $count ->
    [one] Показать ещё { $shown } запись
    [few] Показать ещё { $shown } записи
   *[many] Показать более ранние ({ $shown })
 }
timeline-visit = Визит
timeline-imported = из импорта
timeline-unlocked = Новая награда: { $reward }
timeline-redemption-undone = Выдача отменена, снова доступно: { $reward }
timeline-reward-voided = Неиспользованная награда отозвана: { $reward }
timeline-reward-expired = Истекло без использования: { $reward }
timeline-stamps-expired = { $count ->
    [one] Истёк { $count } штамп
    [few] Истекли { $count } штампа
   *[many] Истекло { $count } штампов
 }
timeline-starter = { $count ->
    [one] { $count } штамп в подарок при записи
    [few] { $count } штампа в подарок при записи
   *[many] { $count } штампов в подарок при записи
 }
timeline-refund = { $count ->
    [one] { $count } штамп снят из-за возврата
    [few] { $count } штампа снято из-за возврата
   *[many] { $count } штампов снято из-за возврата
 }
timeline-written-off = { $count ->
    [one] Списан { $count } потраченный штамп
    [few] Списано { $count } потраченных штампа
   *[many] Списано { $count } потраченных штампов
 }
timeline-merge-stamps = { $count ->
    [one] { $count } штамп перенесён при объединении
    [few] { $count } штампа перенесено при объединении
   *[many] { $count } штампов перенесено при объединении
 }
timeline-enrolled = Теперь постоянный гость
timeline-merged = Присоединена история: { $name }
timeline-merged-nameless = Присоединена история другого гостя
timeline-edited = Сведения изменены
timeline-archived = Перенос в архив
timeline-restored = Возврат из архива
timeline-card-issued = Выпущена карта { $number }
timeline-card-printed = Напечатана карта { $number }
timeline-card-blocked = Заблокирована карта { $number }
timeline-card-unblocked = Карта { $number } снова работает
timeline-card-lost = Карта { $number } утеряна
timeline-card-replaced = Карта { $number } заменена
timeline-consent-email = Можно писать на почту
timeline-consent-sms = Можно писать SMS
timeline-consent-call = Можно звонить
timeline-consent-post = Можно слать обычную почту
timeline-no-consent-email = Просит не писать на почту
timeline-no-consent-sms = Просит не писать SMS
timeline-no-consent-call = Просит не звонить
timeline-no-consent-post = Просит не слать почту

## Duplicates and merging

same-person-title = Это один человек?
same-person-text = У этих гостей одинаковое имя или адрес почты.
duplicates-title = Возможные дубликаты
duplicates-text = Гости с одинаковым именем или адресом почты. При объединении сохраняются обе истории.
duplicates-none = Дубликатов нет
duplicates-none-text = Похоже, никто не записан дважды.
duplicate-same-name = Одинаковое имя
duplicate-same-email = Одинаковая почта
duplicate-no-contact = Нет телефона и почты
duplicate-dismiss = Это двое
duplicate-dismissed = Учтено: это разные люди.
merge = Объединить
merge-title = Объединить двух гостей
merge-question = Чьё имя и чьи данные оставить?
merge-stays = Остаётся
merge-goes = Вливается
merge-effects = Что произойдёт
merge-effect-history = { $count ->
    [one] { $name } получит обе истории: { $count } визит, { $spend }.
    [few] { $name } получит обе истории: { $count } визита, { $spend }.
   *[many] { $name } получит обе истории: { $count } визитов, { $spend }.
 }
merge-effect-stamps = { $stamps ->
    [one] Штампы сложатся: { $stamps } штамп на карте.
    [few] Штампы сложатся: { $stamps } штампа на карте.
   *[many] Штампы сложатся: { $stamps } штампов на карте.
 }
merge-effect-rewards = { $stamps ->
    [one] Штампы сложатся: { $stamps } штамп.
    [few] Штампы сложатся: { $stamps } штампа.
   *[many] Штампы сложатся: { $stamps } штампов.
 } { $rewards ->
    [one] Это полная карта: откроется { $rewards } награда, на новой карте останется { $rest }.
    [few] Это { $rewards } полные карты с наградами, на новой карте останется { $rest }.
   *[many] Это { $rewards } полных карт с наградами, на новой карте останется { $rest }.
 }
merge-effect-cards = Карты обоих продолжат работать.
merge-effect-consents = Согласие останется только там, где его не отозвал ни один из двоих.
merge-effect-dropped = Не сохранится, потому что у второго иначе: { $values }
merge-effect-final = Вместо двух гостей останется один. Отменить это нельзя.
merge-confirm = Объединить
merge-done = Теперь обе истории здесь: { $name }
