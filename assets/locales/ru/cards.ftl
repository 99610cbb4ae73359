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
