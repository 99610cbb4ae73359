### Greetings on paper: what of today's list goes by post.

greetings-by-post = { $count ->
    [one] По почте уходит { $count } письмо
    [few] По почте уходят { $count } письма
   *[many] По почте уходят { $count } писем
 }
greetings-printed = { $count ->
    [one] { $count } напечатано, но ещё не отмечено
    [few] { $count } напечатаны, но ещё не отмечены
   *[many] { $count } напечатаны, но ещё не отмечены
 }
greetings-open = Печать…
greetings-title = Печать писем

## On paper

greetings-format = Как печатать
greetings-postcard-a6 = Открытки, A6
greetings-postcard-a4 = Открытки, четыре на A4
greetings-letter-a4 = Письма, A4
greetings-postcard-a6-advice = На картоне A6: спереди текст, на обороте адрес. Включите двустороннюю печать.
greetings-postcard-a4-advice = В окне принтера выберите «двусторонняя печать, переворот по длинному краю», потом разрежьте каждый лист на четыре части.
greetings-letter-a4-advice = По странице на гостя. Сложите втрое: адрес виден в окошке конверта.
greetings-without-address = { $count ->
    [one] У { $count } гостя нет адреса. Впишите его от руки на линейки или сначала запишите здесь:
    [few] У { $count } гостей нет адреса. Впишите его от руки на линейки или сначала запишите здесь:
   *[many] У { $count } гостей нет адреса. Впишите его от руки на линейки или сначала запишите здесь:
 }
greetings-too-long = { $count ->
    [one] { $count } письмо не помещается на бумаге. Оно не печатается и остаётся в списке:
    [few] { $count } письма не помещаются на бумаге. Они не печатаются и остаются в списке:
   *[many] { $count } писем не помещаются на бумаге. Они не печатаются и остаются в списке:
 }
greetings-part-address = слишком длинный адрес
greetings-part-subject = слишком длинный заголовок
greetings-part-body = слишком длинный текст
greetings-part-gift = слишком длинное название подарка

## Printing

greetings-print = { $count ->
    [one] Напечатать { $count } письмо
    [few] Напечатать { $count } письма
   *[many] Напечатать { $count } писем
 }
greetings-print-again = Напечатать ещё раз
greetings-printing = Письма печатаются
greetings-cancelled = Остановлено. Файла нет.

## Afterwards

greetings-mark = { $count ->
    [one] Отметить { $count } письмо как готовое
    [few] Отметить { $count } письма как готовые
   *[many] Отметить { $count } писем как готовые
 }
greetings-marking = Письма отмечаются
greetings-done = { $count ->
    [one] Готово: { $count } письмо по почте
    [few] Готово: { $count } письма по почте
   *[many] Готово: { $count } писем по почте
 }
greetings-reopened = { $count ->
    [one] { $count } письмо снова в списке
    [few] { $count } письма снова в списке
   *[many] { $count } писем снова в списке
 }
