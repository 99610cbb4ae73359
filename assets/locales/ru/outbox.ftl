### The outbox: what the app itself sends, and what it needs a person for. Handing a
### message to another program. "No more messages".

outbox-title = Исходящие
outbox-about = Что программа отправляет сама и что из этого вышло.

## Today: what the app does

outbox-app-sends = Отправит программа
outbox-app-waiting = в очереди
outbox-app-waiting-from = в очереди, с { $time }
outbox-app-sending = отправляется
outbox-app-sent = отправлено сегодня
outbox-app-nothing = Очередь пуста.
outbox-app-who = Кому
outbox-app-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
 }
outbox-leave-out-of = Не отправлять: { $name }

## What needs a person

outbox-needs-you = Сначала взгляните сюда
outbox-paused = Отправка на паузе с { $time }.
outbox-paused-waiting = { $count ->
    [0] В очереди ничего нет.
    [one] В очереди { $count } сообщение.
    [few] В очереди { $count } сообщения.
   *[many] В очереди { $count } сообщений.
 }
outbox-pause = Пауза
outbox-resume = Продолжить
outbox-locked = Пароли для отправки закрыты.
outbox-locked-text = Сообщения ждут, пока вы не введёте кодовую фразу.
outbox-passphrase = Кодовая фраза
outbox-unlock = Открыть
outbox-held-email = Письма задержаны.
outbox-held-sms = SMS задержаны.
outbox-settings = Настройки
outbox-arrived = Дошло
outbox-arrived-hint = Приветствие считается сделанным, больше ничего не уйдёт.
outbox-reached = Связались иначе
outbox-reached-hint = Приветствие считается сделанным, ничего не уйдёт.
outbox-again = Отправить ещё раз
# $address is an e-mail address or a number
outbox-again-hint = Ещё раз уйдёт на { $address }.
outbox-again-twice = Уйдёт ещё раз; гость может получить его дважды.
outbox-leave-out = Не отправлять
outbox-leave-out-hint = Ничего не уйдёт, и сюда оно не вернётся.
outbox-leave-out-gift = Больше ничего не уйдёт; обещанный в нём подарок отменится.
outbox-correct = Исправить адрес
outbox-correct-phone = Исправить номер
outbox-correct-hint = Исправьте прямо здесь, и сообщение уйдёт снова.
outbox-correct-send = Сохранить и отправить
outbox-correct-empty = Укажите, куда писать гостю.
outbox-correct-same = Пока ничего не исправлено: именно это и было отклонено.
outbox-open-guest = Открыть страницу гостя
outbox-all-undecided = Показать все: { $count }
outbox-all-again = Отправить все ещё раз
outbox-all-again-work = Сообщения ставятся в очередь
outbox-all-again-text = { $count ->
    [one] { $count } сообщение уйдёт ещё раз. Отменить это нельзя.
    [few] { $count } сообщения уйдут ещё раз. Отменить это нельзя.
   *[many] { $count } сообщений уйдут ещё раз. Отменить это нельзя.
 }
outbox-all-again-lost = { $count ->
    [one] { $count } сначала нужен другой адрес, оно останется здесь.
    [few] { $count } сначала нужен другой адрес, они останутся здесь.
   *[many] { $count } сначала нужен другой адрес, они останутся здесь.
 }
outbox-all-again-done = { $count ->
    [one] { $count } сообщение отправим ещё раз
    [few] { $count } сообщения отправим ещё раз
   *[many] { $count } сообщений отправим ещё раз
 }
outbox-noted-arrived = { $name }: отмечено, что дошло
outbox-noted-reached = { $name }: отмечено, что связались
outbox-noted-again = { $name }: отправим ещё раз
outbox-noted-left-out = { $name }: не отправим

## A message

outbox-status-waiting = в очереди
outbox-status-sending = отправляется
outbox-status-sent = отправлено
outbox-status-failed = не отправлено
outbox-status-unsure = возможно, отправлено
outbox-status-cancelled = отменено
outbox-waits-paused = ждёт: пауза
outbox-waits-held = ждёт вас
outbox-waits-until = ждёт до { $time }
outbox-by-word = Вы отметили, что сообщение дошло.
outbox-reached-noted = Вы связались с гостем иначе.
outbox-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
   *[many] { $count } попыток
 }
outbox-test = Пробное сообщение
outbox-server-said = Ответ сервера: { $detail }
outbox-text-show = Показать текст
outbox-text-hide = Скрыть текст
outbox-text-later = Текст составляется в момент отправки, по данным на тот момент.
outbox-actions = Что сделать: { $name }

## The list

outbox-filter = Какие сообщения
outbox-all = Все
outbox-waiting = В очереди
outbox-undecided = Ждут решения
outbox-sent = Отправлены
outbox-failed = Не отправлены
outbox-cancelled = Отменены
outbox-total = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
 }
outbox-unreadable = Исходящие не удалось показать
outbox-off = Программа пока ничего не отправляет
outbox-off-text = Когда настроены почта или SMS, приветствия уходят сами, и только тем гостям, кто согласился. Здесь видно каждое и что из него вышло.
outbox-set-up = Настроить отправку
outbox-empty = Сообщений пока нет
outbox-empty-text = Приветствия по почте и SMS появятся здесь в свой день.
outbox-none = Здесь пусто
outbox-none-text = Загляните в другие списки.
outbox-clear = Решать ничего не нужно
outbox-clear-text = Если сообщение не ушло или могло не уйти, оно дождётся вас здесь.

## Sending now

outbox-send-now = Отправить сейчас
outbox-at-work = Отправка
outbox-result-sent = { $count ->
    [one] Отправлено { $count } сообщение.
    [few] Отправлено { $count } сообщения.
   *[many] Отправлено { $count } сообщений.
 }
outbox-result-waiting = { $count ->
    [one] Ждёт { $count } сообщение.
    [few] Ждут { $count } сообщения.
   *[many] Ждёт { $count } сообщений.
 }
outbox-result-next = Следующее уйдёт в течение минуты.
outbox-result-back-off = Следующая попытка: { $time }.
outbox-result-failed = { $count ->
    [one] Не удалось отправить: { $count }.
    [few] Не удалось отправить: { $count }.
   *[many] Не удалось отправить: { $count }.
 }
outbox-result-unsure = { $count ->
    [one] Возможно, отправлено: { $count }.
    [few] Возможно, отправлено: { $count }.
   *[many] Возможно, отправлено: { $count }.
 }
outbox-result-nothing = Отправлять было нечего.
outbox-result-busy = Отправка уже идёт.
outbox-result-paused = Отправка на паузе.
outbox-result-quiet = Для сообщений слишком поздно или рано; отправка продолжится: { $time }.
outbox-result-limit = На эту минуту хватит; отправка продолжится: { $time }.
outbox-result-one-a-day = Гостю уходит одно сообщение в день; следующее: { $time }.
outbox-result-held = Они ждут, пока вы не проверите настройки.
outbox-result-off = Приветствия выключены.
outbox-result-stopped = Остановлено. Остальные ждут.

## Handing a message to another program

handoff-mail = Написать письмо
handoff-whatsapp = WhatsApp
handoff-call = Позвонить
handoff-text = Написать SMS
handoff-opened = Открыто. Когда свяжетесь, отметьте, что вышло: { $name }.
handoff-key = Позвонить или написать

## No more messages

no-more-email = Больше не писать на почту
no-more-sms = Больше не слать SMS
no-more-call = Больше не звонить
no-more-post = Больше не слать писем
no-more-messages = Больше не писать
no-more-nothing = Отключать нечего: этот гость не получает сообщений.
no-more-done = { $name }: { $what }. Что стояло в очереди, отменено.
no-more-undone = { $planned ->
    [0] { $name }: согласие возвращено.
    [one] { $name }: согласие возвращено, а с ним { $planned } запланированное приветствие.
    [few] { $name }: согласие возвращено, а с ним { $planned } запланированных приветствия.
   *[many] { $name }: согласие возвращено, а с ним { $planned } запланированных приветствий.
 }
no-more-stayed = { $stayed ->
    [one] { $stayed } приветствие остаётся отменённым: с тех пор изменилось что-то ещё.
    [few] { $stayed } приветствия остаются отменёнными: с тех пор изменилось что-то ещё.
   *[many] { $stayed } приветствий остаются отменёнными: с тех пор изменилось что-то ещё.
 }
messenger-hint = Для сообщений в мессенджере: адрес гостя там, в Telegram — номер чата.
