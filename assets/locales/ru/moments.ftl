### Расписание: почему обратиться к гостю, что сказать, что делает повод.
### Сообщения — шаблоны, которые владелец может менять; см. FIELDS в crates/i18n.

## Why

why-when-today = сегодня
why-when-tomorrow = завтра
why-when-yesterday = вчера
why-when-in = { $count ->
    [one] через { $count } день
    [few] через { $count } дня
   *[many] через { $count } дней
 }
why-when-ago = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
   *[many] { $count } дней назад
 }
# "birthday tomorrow"
why-dated = { $what } — { $when }
why-enrolled-today = в программе с сегодняшнего дня
why-enrolled = { $count ->
    [one] { $count } день в программе
    [few] { $count } дня в программе
   *[many] { $count } дней в программе
 }
why-first-visit = первый визит
why-nth-visit = визит № { $count }
why-anniversary = { $count ->
    [1] годовщина, год с вами
    [one] годовщина, { $count } год с вами
    [few] годовщина, { $count } года с вами
   *[many] годовщина, { $count } лет с вами
 }
why-birthday = день рождения
why-birthday-turns = { $what }, исполняется { $turns }
why-birthday-turned = { $what }, исполнилось { $turns }
why-birthday-too-new = { $what } (дата записана недавно, без подарка)
why-drifting = { $count ->
    [one] { $count } день без визита
    [few] { $count } дня без визита
   *[many] { $count } дней без визита
 }
why-drifting-usual = { $count ->
    [one] { $count } день без визита, обычный перерыв — { $usual }
    [few] { $count } дня без визита, обычный перерыв — { $usual }
   *[many] { $count } дней без визита, обычный перерыв — { $usual }
 }
why-card-nearly-full = { $count ->
    [one] до полной карты { $count } штамп
    [few] до полной карты { $count } штампа
   *[many] до полной карты { $count } штампов
 }
why-reward-unlocked = новая награда: { $reward }
why-reward-expiring = { $reward }: только до { $date }
why-appointment-missed = пропущена запись на { $date }
why-appointment-cancelled = отменена запись на { $date }

## What a rule does

# "On the birthday, 1 day earlier: by e-mail, otherwise by SMS."
does = { $when }: { $how }.
does-enrolled = Когда гость вступает в программу
does-first-visit = После первого визита
does-nth-visit = После визита № { $count }
does-anniversary-first-visit = В годовщину первого визита
does-anniversary-joined = В годовщину вступления в программу
does-birthday = В день рождения
does-birthday-before = { $count ->
    [1] За день до дня рождения
    [one] За { $count } день до дня рождения
    [few] За { $count } дня до дня рождения
   *[many] За { $count } дней до дня рождения
 }
does-not-seen = { $count ->
    [one] Через { $count } день без визита
    [few] Через { $count } дня без визита
   *[many] Через { $count } дней без визита
 }
does-rhythm = { $count ->
    [one] Когда постоянный гость не приходит в { $factor } { $factor ->
            [many] раз
           *[other] раза
        } дольше обычного (не раньше чем через { $count } день)
    [few] Когда постоянный гость не приходит в { $factor } { $factor ->
            [many] раз
           *[other] раза
        } дольше обычного (не раньше чем через { $count } дня)
   *[many] Когда постоянный гость не приходит в { $factor } { $factor ->
            [many] раз
           *[other] раза
        } дольше обычного (не раньше чем через { $count } дней)
 }
does-card-nearly-full = { $count ->
    [one] Когда до полной карты не хватает { $count } штампа
    [few] Когда до полной карты не хватает { $count } штампов
   *[many] Когда до полной карты не хватает { $count } штампов
 }
does-reward-unlocked = Когда полная карта становится наградой
does-reward-expiring = { $count ->
    [one] За { $count } день до конца срока награды
    [few] За { $count } дня до конца срока награды
   *[many] За { $count } дней до конца срока награды
 }
does-date = К дате: { $date }
does-member-date = В личную дату гостя «{ $label }»
does-missed-appointment = После пропущенной или отменённой записи, если новой нет
does-later = { $count ->
    [one] { $when }, спустя { $count } день
    [few] { $when }, спустя { $count } дня
   *[many] { $when }, спустя { $count } дней
 }
does-earlier = { $count ->
    [one] { $when }, на { $count } день раньше
    [few] { $when }, на { $count } дня раньше
   *[many] { $when }, на { $count } дней раньше
 }
does-by-counter = лично на кассе
does-by-call = звонок
does-by-post = письмо по почте
does-by-email = e-mail
does-by-sms = SMS
does-else = , иначе{" "}
does-gift = { $count ->
    [one] Подарок — «{ $gift }», действует { $count } день.
    [few] Подарок — «{ $gift }», действует { $count } дня.
   *[many] Подарок — «{ $gift }», действует { $count } дней.
 }
does-min-spend = Только для гостей, которые потратили за 12 месяцев не меньше { $amount }.
does-min-visits = { $count ->
    [one] Только для гостей, у которых не меньше { $count } визита.
    [few] Только для гостей, у которых не меньше { $count } визитов.
   *[many] Только для гостей, у которых не меньше { $count } визитов.
 }
does-max-visits = { $count ->
    [one] Только для гостей, у которых не больше { $count } визита.
    [few] Только для гостей, у которых не больше { $count } визитов.
   *[many] Только для гостей, у которых не больше { $count } визитов.
 }
does-seen-within = { $count ->
    [one] Только для гостей, которые были за последний { $count } день.
    [few] Только для гостей, которые были за последние { $count } дня.
   *[many] Только для гостей, которые были за последние { $count } дней.
 }
does-not-seen-for = { $count ->
    [one] Только для гостей, которых не было { $count } день.
    [few] Только для гостей, которых не было { $count } дня.
   *[many] Только для гостей, которых не было { $count } дней.
 }
does-tags = Только для гостей с метками: { $tags }.
does-without-tags = Не для гостей с метками: { $tags }.
does-only-email = Только для тех, кто согласился на e-mail.
does-only-sms = Только для тех, кто согласился на SMS.
does-only-call = Только для тех, кто согласился на звонки.
does-only-post = Только для тех, кто согласился на письма по почте.
does-days-between = { $count ->
    [one] Для одного гостя — не чаще чем раз в { $count } день.
    [few] Для одного гостя — не чаще чем раз в { $count } дня.
   *[many] Для одного гостя — не чаще чем раз в { $count } дней.
 }
does-per-day = { $count ->
    [one] Не больше { $count } гостя в день.
    [few] Не больше { $count } гостей в день.
   *[many] Не больше { $count } гостей в день.
 }
does-holdout = { $count } % гостей не приветствуем (по жребию), чтобы увидеть, помогает ли это.
does-from = Действует с { $date }
does-until = Действует по { $date } включительно.

## Ready-made rules

# What a message calls a guest whose name is not known.
message-nameless = дорогой гость

moment-birthday-name = День рождения
moment-birthday-gift-cafe = Кофе и десерт ко дню рождения
moment-birthday-gift-salon = Уход ко дню рождения
moment-birthday-subject = К вашему дню рождения, { $first_name }!
moment-birthday-body-cafe =
    { $first_name }, мы помним про ваш день рождения! Счастья вам и вкусного года!
    Вас ждёт подарок — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }
    { $shop }
moment-birthday-body-salon =
    { $first_name }, мы помним про ваш день рождения! Красоты и радости вам!
    Вас ждёт подарок — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }
    { $shop }
moment-anniversary-name = Годовщина первого визита
moment-anniversary-gift-cafe = Кофе в честь годовщины
moment-anniversary-gift-salon = Маска для волос в честь годовщины
moment-anniversary-subject = У нас с вами годовщина!
moment-anniversary-body-cafe =
    { $first_name }, у нас с вами годовщина: в эти дни вы пришли к нам впервые. Спасибо, что вы с нами!
    Давайте отметим! С нас — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }
moment-anniversary-body-salon =
    { $first_name }, у нас с вами годовщина: в эти дни вы пришли к нам впервые. Спасибо за доверие!
    В следующий визит вас ждёт подарок — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }
moment-recall-name = Пора обновить окрашивание
moment-recall-label = Окрашивание
moment-recall-subject = Обновим цвет?
moment-recall-body-salon =
    Здравствуйте, { $first_name }! Не пора ли освежить цвет? Прошлое окрашивание было { $date }
    Чтобы выбрать удобное время, просто ответьте или позвоните нам: { $shop }, { $phone }
moment-missed-appointment-name = Пропущенная запись
moment-missed-appointment-subject = Подберём новое время?
moment-missed-appointment-body-salon =
    Здравствуйте, { $first_name }! В этот раз увидеться не получилось. Бывает!
    Подберём другое удобное время? { $shop }, { $phone }
moment-welcome-day-0-name = Знакомство: первый день
moment-welcome-day-0-subject = Добро пожаловать! { $shop }
moment-welcome-day-0-body-cafe =
    Здравствуйте, { $first_name }! Рады, что вы с нами. Ваша карта уже копит штампы, а за полную — награда «{ $reward }».
    До скорой встречи! { $shop }
moment-welcome-day-0-body-salon =
    Здравствуйте, { $first_name }! Рады знакомству. Ваша карта уже копит штампы, а за полную — награда «{ $reward }».
    До новой встречи! { $shop }
moment-welcome-day-3-name = Знакомство: через три дня
moment-welcome-day-3-subject = Вам у нас понравилось?
moment-welcome-day-3-body-cafe =
    Здравствуйте, { $first_name }! Как вам у нас? Если чего-то не хватило, скажите — нам это важно. { $shop }
moment-welcome-day-3-body-salon =
    Здравствуйте, { $first_name }! Довольны ли вы результатом? Если хочется что-то поправить, скажите — мы всё сделаем.
moment-welcome-day-14-name = Знакомство: через две недели
moment-welcome-day-14-subject = Ваша карта ждёт
moment-welcome-day-14-body-cafe =
    { $first_name }, осталось собрать штампов: { $stamps_left } — и награда «{ $reward }» ваша.
    Ждём вас!
moment-welcome-day-14-body-salon =
    { $first_name }, осталось собрать штампов: { $stamps_left } — и награда «{ $reward }» ваша.
    Записать вас на следующий визит?
moment-reward-expiring-name = Награда скоро сгорит
moment-reward-expiring-subject = Вас ждёт награда «{ $reward }»
moment-reward-expiring-body-cafe =
    { $first_name }, ваша награда «{ $reward }» всё ещё ждёт. Загляните к нам, она действует по { $expires_on }
    Ваш код — { $reward_code }.
moment-reward-expiring-body-salon =
    { $first_name }, ваша награда «{ $reward }» всё ещё ждёт. Запишитесь к нам, она действует по { $expires_on }
    Ваш код — { $reward_code }.
moment-card-nearly-full-name = Карта почти полная
moment-card-nearly-full-subject = Осталось совсем чуть-чуть!
moment-card-nearly-full-body-cafe =
    { $first_name }, до награды «{ $reward }» совсем чуть-чуть. Осталось штампов: { $stamps_left }. Заглянете?
moment-card-nearly-full-body-salon =
    { $first_name }, до награды «{ $reward }» совсем чуть-чуть. Осталось штампов: { $stamps_left }. Когда вас ждать?
moment-drifting-name = Постоянный гость пропал
moment-drifting-subject = Мы скучаем, { $first_name }
moment-drifting-body-cafe =
    Здравствуйте, { $first_name }! Давно вас не видели. Всё ли хорошо? Ваше любимое место ждёт вас. { $shop }
moment-drifting-body-salon =
    Здравствуйте, { $first_name }! Давно вас не видели. Всё ли хорошо? Будем рады снова видеть вас. { $shop }
moment-not-seen-name = Давно не виделись
moment-not-seen-gift-cafe = Кофе в честь встречи
moment-not-seen-gift-salon = Уход в честь встречи
moment-not-seen-subject = Заходите к нам снова, { $first_name }
moment-not-seen-body-cafe =
    { $first_name }, мы давно не виделись и очень хотим встретиться снова.
    Вас ждёт угощение — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }
moment-not-seen-body-salon =
    { $first_name }, мы давно не виделись и будем рады снова вами заняться.
    В следующий визит вас ждёт подарок — «{ $reward }». Ваш код — { $reward_code }, он действует по { $expires_on }

## A language without a text

message-language-en = английский
message-language-ru = русский
message-language-hu = венгерский
message-fallback-shop = На этом языке ({ $wanted }) ничего не написано. Гости получат текст на языке заведения: { $given }.
message-fallback-other = Ни на этом языке ({ $wanted }), ни на языке заведения ничего не написано. Гости получат текст на другом: { $given }.
