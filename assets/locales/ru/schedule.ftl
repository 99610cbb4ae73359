### Экраны расписания: поводы, настройки, что получилось, сведения о гостях.

nav-moments = Поводы

## The list of moments

moments-about = { $count ->
    [one] Включён { $count } повод из { $all }. Каждый говорит, когда, кого и как поприветствовать.
    [few] Включено { $count } повода из { $all }. Каждый говорит, когда, кого и как поприветствовать.
   *[many] Включено { $count } поводов из { $all }. Каждый говорит, когда, кого и как поприветствовать.
 }
moments-about-all = { $count ->
    [one] Включены все поводы: { $count }. Каждый говорит, когда, кого и как поприветствовать.
    [few] Включены все { $count } повода. Каждый говорит, когда, кого и как поприветствовать.
   *[many] Включены все { $count } поводов. Каждый говорит, когда, кого и как поприветствовать.
 }
moments-about-none = Повод говорит, когда, кого и как поприветствовать.
moments-all = Все поводы
moments-failed = Поводы не удалось показать
moments-empty = Поводов пока нет
moments-empty-text = Начните с готовых: приветствие новичкам, дни рождения, годовщины, слово тем, кто перестал ходить. Каждый можно изменить.
moments-order-about = Порядок важен, когда гость уже получил все приветствия месяца: то, что выше, идёт первым.
moments-off = Расписание выключено: никого не приветствуют, что бы ни было включено ниже.
moments-switch-on = Включить расписание
moments-presets = Готовые поводы
moments-presets-title = Добавить готовые поводы
moments-presets-about = Они действуют сразу; изменить или выключить их можно в любое время.
moments-preset-reach = Приветствий за прошлые 30 дней: { $last }, за следующие 30: { $next }.
moments-presets-add = { $count ->
    [one] Добавить { $count } повод
    [few] Добавить { $count } повода
   *[many] Добавить { $count } поводов
 }
moments-added = { $count ->
    [one] Добавлен { $count } повод, действует с сегодняшнего дня
    [few] Добавлено { $count } повода, действуют с сегодняшнего дня
   *[many] Добавлено { $count } поводов, действуют с сегодняшнего дня
 }
moment-new = Новый повод
moment-open = { $count ->
    [one] ждёт { $count } приветствие
    [few] ждут { $count } приветствия
   *[many] ждут { $count } приветствий
 }
moment-done = { $count ->
    [one] { $count } приветствие за 30 дней
    [few] { $count } приветствия за 30 дней
   *[many] { $count } приветствий за 30 дней
 }
moment-is-on = Включён
moment-is-off = Выключен
moment-drag = Перетащить на другое место
moment-up = { $name }: выше
moment-down = { $name }: ниже
moment-moved = { $name }: теперь на месте { $place } из { $all }
moment-menu = Ещё о поводе «{ $name }»
moment-delete = Удалить
moment-delete-title = Удалить «{ $name }»?
moment-delete-text = По этому поводу ещё никого не приветствовали, так что история не пострадает.
moment-stays-title = «{ $name }» нельзя удалить
moment-stays-on = По этому поводу уже выбирали, кого приветствовать, и результаты остаются в истории. Если его выключить, приветствий больше не будет.
moment-stays-off = По этому поводу уже выбирали, кого приветствовать, и результаты остаются в истории. Он выключен, приветствий больше не будет.
moment-deleted = «{ $name }» удалён
moment-switch-off = Выключить его
moment-switch-on = Включить его

## One moment

moment-gone = Этот повод нельзя показать
moment-gone-text = Возможно, его удалили.
moment-new-about = Он подействует, когда будет сохранён и включён.
moment-saved = Сохранено. Изменения касаются ещё не запланированных приветствий.
moment-saved-off = Сохранено. Повод пока выключен.
moment-unsaved = Изменения ещё не сохранены.
moment-leave-text = То, что вы изменили в этом поводе, ещё не сохранено.
moment-bad-date = Выберите существующий день.

moment-when = Когда
moment-name = Название
moment-trigger = Повод наступает
moment-on-enrolled = когда гость вступает
moment-on-first-visit = при первом визите
moment-on-nth-visit = при определённом по счёту визите
moment-on-anniversary-first = в годовщину первого визита
moment-on-anniversary-joined = в годовщину вступления
moment-on-birthday = в день рождения
moment-on-not-seen = после дней без визита
moment-on-rhythm = когда постоянный гость задержался
moment-on-nearly-full = когда карта почти заполнена
moment-on-unlocked = когда карта стала наградой
moment-on-expiring = перед концом срока награды
moment-on-date = в определённый день года
moment-on-member-date = в собственную дату гостя
moment-on-missed = после пропущенной или отменённой записи
moment-n = Который визит
moment-days = Дней без визита
moment-factor = Перерыв дольше обычного
moment-factor-hint = У каждого свой ритм: сколько дней обычно проходит между его визитами.
moment-times = в { $times } { $times ->
    [many] раз
   *[other] раза
 }
moment-min-days = Но не меньше стольких дней
moment-rhythm-visits = Постоянный — от стольких визитов
moment-rhythm-visits-hint = Не меньше 4, иначе ритма не видно.
moment-stamps-left = Сколько штампов не хватает
moment-days-before = За сколько дней до конца
moment-every-year = каждый год
moment-label-hint = Как даты названы в карточках гостей, например «последнее окрашивание».
moment-offset = Приветствовать
moment-offset-days = Дней
moment-on-day = в тот же день
moment-after = позже на
moment-before = раньше на

moment-whom = Кого
moment-everybody = Всех
moment-only-some = Только некоторых
moment-only-some-about = Всё, что заполнено, должно выполняться в этот день.
moment-min-spend = Потрачено за 12 месяцев, от
moment-min-visits = Визитов, не меньше
moment-max-visits = Визитов, не больше
moment-seen-within = Есть визит за столько дней
moment-not-seen-for = Нет визита столько дней
moment-tags = С одной из этих меток
moment-without-tags = Без этих меток
moment-consent = Согласие на связь
moment-consent-any = не важно

moment-how = Как
moment-how-about = Берётся первый способ, который подходит гостю.
moment-no-channel = Выберите хотя бы один способ связи.
moment-prefer = Предпочесть: { $channel }
moment-channel-remove = Убрать: { $channel }
channel-counter = На кассе
channel-counter-needs = ничего не нужно: вы скажете при встрече
channel-call = Звонок
channel-call-needs = нужны телефон и согласие
channel-sms = SMS или мессенджер
channel-sms-needs = нужны телефон или адрес в мессенджере и согласие
channel-email = Электронная почта
channel-email-needs = нужны адрес и согласие
channel-post = Обычная почта
channel-post-needs = нужны почтовый адрес и согласие

moment-say = Что сказать
moment-say-language = Язык текста
moment-say-elsewhere = Ошибка в тексте на этом языке: { $language }
moment-subject = Тема
moment-subject-hint = Одна строка, для писем и открыток.
moment-body = Текст
moment-body-hint = Каждый получает текст на своём языке; если его нет — на языке заведения.
moment-body-instead = Текста на этом языке нет — гости получат другой: { $language }.
moment-holes = По этому поводу у всех пусты: { $fields }. Уберите их или выберите подарок либо другой повод, который их заполнит.
moment-field-unknown = Поля «{ $value }» нет. Есть такие: { $fields }.
moment-fields = Вставить в текст:
field-first-name = Имя
field-full-name = Имя и фамилия
field-shop = Заведение
field-shop-phone = Телефон заведения
field-shop-address = Адрес заведения
field-slogan = Строка под названием
field-reward = Награда или подарок
field-reward-code = Код награды
field-expires-on = Последний день
field-stamps = Штампов сейчас
field-stamps-left = Не хватает штампов
field-years = Лет
field-days = Дней без визита
field-usual-days = Обычный перерыв
field-visits = Визитов
field-date = Дата

moment-gift = Подарок
moment-gift-with = Вместе с подарком
moment-gift-hint = Награда, которая не тратит штампов. Гость показывает карту, вы вручаете.
moment-gift-none = Напоминания о наградах своего подарка не приносят.
moment-gift-name = Что дарим
moment-gift-cost = Во что он вам обходится
moment-gift-days = Дней, чтобы забрать

moment-limits = Ограничения
moment-late = На сколько дней можно опоздать
moment-late-hint = Позже — не приветствуем, если компьютер был выключен.
moment-between = Дней до следующего раза
moment-between-hint = Для одного гостя. Пусто — без ограничений.
moment-per-day = Не больше в день
moment-per-day-hint = На всех гостей. Пусто — без ограничений.
moment-holdout = Не приветствовать по жребию, %
moment-holdout-hint = Чтобы увидеть в отчётах, помогает ли приветствие. 0 — приветствовать всех.
moment-from = Только с какого-то дня
moment-from-day = С
moment-until = Только до какого-то дня
moment-until-day = До

## What it would do

moment-does = Что произойдёт
moment-does-missing = Пока ничего нельзя предсказать. Исправьте:
moment-last-30 = Прошлые 30 дней
moment-next-30 = Следующие 30 дней
moment-greetings = { $count ->
    [one] приветствие
    [few] приветствия
   *[many] приветствий
 }
moment-unreachable = { $count ->
    [one] Ещё с { $count } гостем так не связаться
    [few] Ещё с { $count } гостями так не связаться
   *[many] Ещё с { $count } гостями так не связаться
 }
moment-outlook-about = Как если бы только этот повод был включён всё время, а в следующие 30 дней никто не придёт.
moment-preview = Сообщение
moment-preview-choose = Для кого
moment-preview-language = Язык: { $language }.
moment-preview-instead = Текста на этом языке нет: { $wanted }. Поэтому показан: { $language }.
moment-preview-silent = Текста пока нет. Приветствие напомнит, а слова найдёте вы.
moment-preview-faulty = В тексте ошибка, о ней сказано под ним. Сообщение появится здесь, когда она будет исправлена.
moment-preview-later = Сообщение появится здесь, когда всё будет заполнено.
moment-preview-nobody = Когда появятся гости, здесь будет их сообщение.

## Settings

schedule-title = Приветствия
schedule-enabled = Планировать приветствия каждый день
schedule-enabled-hint = Когда и кого — говорят поводы.
schedule-disabled-hint = Выключено: никого не приветствуют, какие бы поводы ни были включены.
schedule-quiet = Тихие часы
schedule-quiet-hint = В это время сообщения не отправляются. Слово на кассе уместно всегда.
schedule-quiet-from = Тихо с
schedule-quiet-to = до
schedule-most = Не больше приветствий одному гостю в месяц
schedule-most-hint = По всем поводам вместе, и не больше одного сообщения в день. То, что выше в списке, идёт первым.
schedule-notice = Уведомление утром
schedule-notice-hint = Раз в день на этом компьютере, после тихих часов: сколько приветствий ждёт. Без имён.
schedule-last-run = Последний план: { $date }

## Did it work?

outcomes-title = Помогло ли?
outcomes-about = { $count ->
    [one] Сколько гостей из тех, кого собирались приветствовать, пришло за { $count } день; для сравнения — те, кого по жребию не приветствовали. За всё время.
    [few] Сколько гостей из тех, кого собирались приветствовать, пришло за { $count } дня; для сравнения — те, кого по жребию не приветствовали. За всё время.
   *[many] Сколько гостей из тех, кого собирались приветствовать, пришло за { $count } дней; для сравнения — те, кого по жребию не приветствовали. За всё время.
 }
outcomes-within = Визит считается за
outcomes-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
 }
outcomes-empty = Пока никого не приветствовали. Поводы говорят, когда и кого; что получилось, будет видно здесь.
outcomes-to-moments = К поводам
outcomes-all = Все поводы
outcomes-moment = Повод
outcomes-greeted = Приветствий
outcomes-reached = Связались
outcomes-came = Пришли
outcomes-held-out = Без приветствия пришли
outcomes-spend = Потратили
outcomes-gifts = Подарков взято
outcomes-honest = Считаются все запланированные приветствия, даже если до них не дошло: только так жребий честен. Постоянные гости приходят и так; от приветствия — лишь то, чего больше, чем без него. Несколько случаев ни о чём не говорят: их двигает случай. Где жребия нет (—), сравнить не с чем.
outcome-came-of = { $came } из { $all }
outcome-of = из { $all }
outcome-none-yet = Пока никого не приветствовали.
outcome-nobody-held-out = Жребия нет, приветствуют всех, так что сравнить не с чем.
outcome-too-few-held-out = { $count ->
    [one] Слишком мало, чтобы судить: по жребию без приветствия остался только { $count }, нужно { $least }.
    [few] Слишком мало, чтобы судить: по жребию без приветствия остались только { $count }, нужно { $least }.
   *[many] Слишком мало, чтобы судить: по жребию без приветствия осталось только { $count }, нужно { $least }.
 }
outcome-too-few-planned = { $count ->
    [one] Слишком мало, чтобы судить: запланировано только { $count } приветствие, нужно { $least }.
    [few] Слишком мало, чтобы судить: запланировано только { $count } приветствия, нужно { $least }.
   *[many] Слишком мало, чтобы судить: запланировано только { $count } приветствий, нужно { $least }.
 }
outcome-no-difference = Явной разницы с теми, кого не приветствовали, нет.
outcome-more = { $count ->
    [one] Пришло на { $count } из 100 больше, чем без приветствия.
    [few] Пришло на { $count } из 100 больше, чем без приветствия.
   *[many] Пришло на { $count } из 100 больше, чем без приветствия.
 }
outcome-fewer = { $count ->
    [one] Пришло на { $count } из 100 меньше, чем без приветствия.
    [few] Пришло на { $count } из 100 меньше, чем без приветствия.
   *[many] Пришло на { $count } из 100 меньше, чем без приветствия.
 }

## The member's profile

field-address = Почтовый адрес
field-address-hint = Как на конверте.
field-messenger = Мессенджер
profile-tags = Метки
profile-tags-add = Добавить метку
tag-add = Добавить метку
tag-add-to = Добавить: { $label }
tag-remove = Убрать метку «{ $tag }»
tag-removed = Метка «{ $tag }» убрана
profile-dates = Даты
profile-no-dates = Дата, к которой стоит вернуться, например последнее окрашивание.
date-add = Добавить дату
date-label = Что это
date-day = День
date-remove = Убрать: { $label }, { $date }
date-removed = Убрано: { $label }, { $date }
profile-appointments = Записи
profile-no-appointments = Записей нет. Пропущенная может стать поводом для звонка.
appointment-add = Добавить запись
appointment-status = Состояние
appointment-booked = предстоит
appointment-kept = состоялась
appointment-missed = пропущена
appointment-cancelled = отменена
appointment-remove = Убрать запись на { $date }
appointment-removed = Запись на { $date } убрана
