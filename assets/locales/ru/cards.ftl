### Printing cards, and documents that were written.

document-open = Открыть
document-print = Печать
document-folder = Папка
document-sent = Отправлено на принтер
document-pages = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
   *[many] { $count } страниц
 }
document-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }
document-missing-glyphs = { $count ->
    [one] Этот знак нельзя напечатать, вместо него будет рамка:
    [few] Эти знаки нельзя напечатать, вместо них будут рамки:
   *[many] Эти знаки нельзя напечатать, вместо них будут рамки:
 }

## Choosing

cards-about = Выберите, чьи карты, посмотрите страницу и печатайте.
cards-choose = Чьи карты
cards-choice-new = Новые с прошлой печати
cards-choice-members = Выбранные гости
cards-choice-all = Все карты
# $date is when it was printed: "21 Nov 2026, 10:42"
cards-choice-run = Как в печати { $date }
cards-list = Карты для печати
cards-printed-on = напечатана { $date }
cards-add = Добавить гостя
cards-add-placeholder = Имя, телефон или номер карты
cards-remove = Убрать: { $name }
cards-clear = Очистить
cards-without-card = { $count ->
    [one] У { $count } гостя нет действующей карты
    [few] У { $count } гостей нет действующей карты
   *[many] У { $count } гостей нет действующей карты
 }
cards-failed = Карты не удалось показать

## On paper

cards-layout = На бумаге
cards-sheet = Лист
cards-sheet-single = Карта
cards-sides = Стороны
cards-sides-both = Обе
cards-sides-front = Лицо
cards-sides-back = Оборот
cards-ink = Краска
cards-ink-full = Полная
cards-ink-less = Меньше
cards-advice-both = Лицевые страницы и обороты идут по очереди. В окне принтера выберите «двусторонняя печать, переворот по длинному краю», потом режьте по меткам.
cards-advice-front = Только лицевые стороны. Режьте по меткам.
cards-advice-back = Только обороты. Режьте по меткам.
cards-advice-cr80 = По одной пластиковой карте на странице, для принтера карт.
cards-advice-cr80-both = Для принтера карт, по одной на странице: лицо, оборот, лицо, оборот. Включите в нём двустороннюю печать.
cards-preview = Как будет
cards-preview-page = Как будет, страница { $place }
cards-page-of = { $page } из { $pages }
cards-page-before = Предыдущая страница
cards-page-next = Следующая страница

## Printing

cards-print = { $count ->
    [one] Напечатать { $count } карту
    [few] Напечатать { $count } карты
   *[many] Напечатать { $count } карт
 }
cards-print-none = Напечатать
cards-print-key = Напечатать карты
cards-printing = Карты печатаются
cards-cancelled = Остановлено. Файла нет, и ни одна карта не отмечена как напечатанная.

## Nothing to print

cards-none = Карт пока нет
cards-none-text = Каждый новый гость получает карту с номером. Она ждёт печати здесь.
cards-to-counter = На кассу
cards-no-new = Новых карт нет
cards-no-new-text = Все карты уже напечатаны. Выберите гостей, чтобы напечатать их карты ещё раз.
cards-choose-some = Чьи карты печатать?
cards-choose-some-text = Начните вводить имя или отметьте нескольких в списке гостей.
cards-chosen-none = Действующих карт среди них нет
cards-chosen-none-text = Карты выбранных гостей заблокированы или потеряны. Выдайте новые в их профилях.
cards-to-members = К списку гостей
cards-run-none = Ни одна из этих карт больше не действует
cards-run-none-text = С тех пор их заблокировали, потеряли или заменили.

## What was printed

cards-runs = Что уже напечатано
cards-run-when = Когда
cards-run-cards = Карт
cards-run-who = Кому
cards-run-actions = Действия
cards-run-again = Ещё раз
cards-names-more = { $count ->
    [one] { $names } и ещё { $count }
    [few] { $names } и ещё { $count }
   *[many] { $names } и ещё { $count }
 }
cards-runs-all = Показать все: { $count }
cards-runs-fewer = Свернуть
