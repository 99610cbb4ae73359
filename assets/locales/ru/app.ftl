### The frame of the app: menu, help, what every screen shares.

## Menu

nav-label = Разделы
nav-counter = Касса
nav-members = Гости
nav-cards = Карты
nav-program = Программа
nav-reports = Отчёты
nav-settings = Настройки
nav-till = Касса { $till }
theme-to-dark = Включить тёмную тему
theme-to-light = Включить светлую тему

## Keys

help-title = Клавиши
help-scanner = Сканер штрихкодов работает из любого раздела: отсканируйте карту, и её владелец откроется на кассе.
scan-dialog-open = Сначала закройте это окно, потом отсканируйте ещё раз. Ничего не изменилось.
key-scan = Сканировать или искать
key-theme = Светлая или тёмная тема
key-toasts = Скрыть сообщения

## Shared words

cancel = Отмена
close = Закрыть
leave-title = Уйти без сохранения?
leave-closing = Закрыть без сохранения?
leave-stay = Вернуться к правке
leave-discard = Не сохранять
save = Сохранить
undo = Отменить
back = Назад
try-again = Повторить
nothing-found = Ничего не найдено
progress-of = { $done } из { $total }
# Beside a large number of stamps: "8 of 10"
stamps-of = из { $required }
stamps-owed = { $count ->
    [one] { $count } штамп в долг после возврата
    [few] { $count } штампа в долг после возврата
   *[many] { $count } штампов в долг после возврата
 }
pdf-failed = Страницу не удалось показать. На печать это не влияет.

## Time

clock-behind = Часы компьютера отстают: последняя запись сделана { $last }. Переведите часы; ничего не потеряно.
day-expired = Новый день. За ночь сгорело: { $what }.
day-expired-stamps = { $count ->
    [one] { $count } штамп
    [few] { $count } штампа
   *[many] { $count } штампов
 }
day-expired-rewards = { $count ->
    [one] { $count } награда
    [few] { $count } награды
   *[many] { $count } наград
 }

## When something goes wrong

error-transport = Regulars не отвечает. Введённое сохранено на экране; попробуйте ещё раз.
refused-title = Сейчас данные открыть нельзя
refused-kept-title = Что в безопасности
refused-kept = Ничего не изменено. Файлы остались точно такими, какими были.
refused-next-title = Что делать
refused-next = Устраните причину, описанную выше, и повторите. Если есть резервная копия папки данных, сохраните её и ничего не удаляйте.
