### The schedule: why somebody is greeted, what to say, what a rule does.
### Messages are templates that the owner can change; see FIELDS in crates/i18n.

## Why

why-when-today = today
why-when-tomorrow = tomorrow
why-when-yesterday = yesterday
why-when-in = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
 }
why-when-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
 }
# "birthday tomorrow"
why-dated = { $what } { $when }
why-enrolled-today = joined today
why-enrolled = { $count ->
    [one] joined { $count } day ago
   *[other] joined { $count } days ago
 }
why-first-visit = first visit
why-nth-visit = visit no. { $count }
why-anniversary = { $count ->
    [one] one-year anniversary
   *[other] { $count }-year anniversary
 }
why-birthday = birthday
why-birthday-turns = { $what }, turns { $turns }
why-birthday-turned = { $what }, turned { $turns }
why-birthday-too-new = { $what } (noted too recently for a gift)
why-drifting = { $count ->
    [one] { $count } day since the last visit
   *[other] { $count } days since the last visit
 }
why-drifting-usual = { $count ->
    [one] { $count } day, usually every { $usual }
   *[other] { $count } days, usually every { $usual }
 }
why-card-nearly-full = { $count ->
    [one] one stamp short of a full card
   *[other] { $count } stamps short of a full card
 }
why-reward-unlocked = new reward: { $reward }
why-reward-expiring = { $reward }: only until { $date }
why-appointment-missed = missed the appointment of { $date }
why-appointment-cancelled = cancelled the appointment of { $date }

## What a rule does

# "On the birthday, 1 day earlier: by e-mail, otherwise by SMS."
does = { $when }: { $how }.
does-enrolled = When a guest joins
does-first-visit = After the first visit
does-nth-visit = After visit no. { $count }
does-anniversary-first-visit = On the anniversary of the first visit
does-anniversary-joined = On the anniversary of joining
does-birthday = On the birthday
does-birthday-before = { $count ->
    [one] { $count } day before the birthday
   *[other] { $count } days before the birthday
 }
does-not-seen = { $count ->
    [one] After { $count } day without a visit
   *[other] After { $count } days without a visit
 }
does-rhythm = { $count ->
    [one] When a regular stays away { $factor } times as long as usual (at least { $count } day)
   *[other] When a regular stays away { $factor } times as long as usual (at least { $count } days)
 }
does-card-nearly-full = { $count ->
    [one] When one stamp is missing for a full card
   *[other] When { $count } stamps are missing for a full card
 }
does-reward-unlocked = When a full card becomes a reward
does-reward-expiring = { $count ->
    [one] { $count } day before a reward expires
   *[other] { $count } days before a reward expires
 }
does-date = On { $date }
does-member-date = On a guest’s date “{ $label }”
does-missed-appointment = After a missed or cancelled appointment without a new one
does-later = { $count ->
    [one] { $when }, { $count } day later
   *[other] { $when }, { $count } days later
 }
does-earlier = { $count ->
    [one] { $when }, { $count } day earlier
   *[other] { $when }, { $count } days earlier
 }
does-by-counter = a word at the counter
does-by-call = a call
does-by-post = post
does-by-email = e-mail
does-by-sms = SMS
does-else = , otherwise{" "}
does-gift = { $count ->
    [one] It brings “{ $gift }”, good for { $count } day.
   *[other] It brings “{ $gift }”, good for { $count } days.
 }
does-min-spend = Only for guests who spent at least { $amount } in 12 months.
does-min-visits = { $count ->
    [one] Only for guests with at least { $count } visit.
   *[other] Only for guests with at least { $count } visits.
 }
does-max-visits = { $count ->
    [one] Only for guests with at most { $count } visit.
   *[other] Only for guests with at most { $count } visits.
 }
does-seen-within = { $count ->
    [one] Only for guests seen in the last { $count } day.
   *[other] Only for guests seen in the last { $count } days.
 }
does-not-seen-for = { $count ->
    [one] Only for guests not seen for { $count } day.
   *[other] Only for guests not seen for { $count } days.
 }
does-tags = Only for guests tagged: { $tags }.
does-without-tags = Not for guests tagged: { $tags }.
does-only-email = Only for guests who agreed to e-mail.
does-only-sms = Only for guests who agreed to SMS.
does-only-call = Only for guests who agreed to calls.
does-only-post = Only for guests who agreed to post.
does-days-between = { $count ->
    [one] At most once in { $count } day for a guest.
   *[other] At most once in { $count } days for a guest.
 }
does-per-day = { $count ->
    [one] At most { $count } guest a day.
   *[other] At most { $count } guests a day.
 }
does-holdout = { $count }% of the guests, drawn by lot, are not greeted, to see whether it helps.
does-from = From { $date }.
does-until = Until { $date }.

## Ready-made rules

# What a message calls a guest whose name is not known.
message-nameless = friend

moment-birthday-name = Birthday
moment-birthday-gift-cafe = Birthday coffee and cake
moment-birthday-gift-salon = Birthday care treatment
moment-birthday-subject = Happy birthday, { $first_name }!
moment-birthday-body-cafe =
    Happy birthday, { $first_name }! All of us at { $shop } wish you a lovely year.
    There is a present for you: { $reward }. Your code is { $reward_code }, good until { $expires_on }.
moment-birthday-body-salon =
    Happy birthday, { $first_name }! All of us at { $shop } wish you a beautiful year.
    There is a present for you: { $reward }. Your code is { $reward_code }, good until { $expires_on }.
moment-anniversary-name = Anniversary of the first visit
moment-anniversary-gift-cafe = Anniversary coffee
moment-anniversary-gift-salon = Anniversary hair mask
moment-anniversary-subject = It is our anniversary!
moment-anniversary-body-cafe =
    Dear { $first_name }, it is the anniversary of your first visit with us. Thank you for staying!
    Let us celebrate with a present: { $reward }. Your code is { $reward_code }, good until { $expires_on }.
moment-anniversary-body-salon =
    Dear { $first_name }, it is the anniversary of your first visit with us. Thank you for your trust!
    A present waits at your next appointment: { $reward }. Your code is { $reward_code }, good until { $expires_on }.
moment-recall-name = Time for the next colouring
moment-recall-label = Colouring
moment-recall-subject = Time for fresh colour?
moment-recall-body-salon =
    Hi { $first_name }, time for fresh colour? Your last colouring was on { $date }.
    Just answer or call us, and we will find a time: { $shop }, { $phone }
moment-missed-appointment-name = Missed appointment
moment-missed-appointment-subject = Shall we find a new time?
moment-missed-appointment-body-salon =
    Hi { $first_name }, it did not work out this time. These things happen!
    Shall we find a new time that suits you? { $shop }, { $phone }
moment-welcome-day-0-name = Welcome: the first day
moment-welcome-day-0-subject = Welcome to { $shop }!
moment-welcome-day-0-body-cafe =
    Hi { $first_name }, good to have you with us! Your card already counts, and when it is full there is a reward: { $reward }.
    See you soon at { $shop }!
moment-welcome-day-0-body-salon =
    Hi { $first_name }, welcome to { $shop }! Your card already counts, and when it is full there is a reward: { $reward }.
    We look forward to your next visit.
moment-welcome-day-3-name = Welcome: after three days
moment-welcome-day-3-subject = How did you like it?
moment-welcome-day-3-body-cafe =
    Hi { $first_name }, how did you like it at { $shop }? If there is something you missed, tell us: we are glad to hear it.
moment-welcome-day-3-body-salon =
    Hi { $first_name }, are you happy with how it turned out? If anything needs a touch-up, tell us: we will put it right.
moment-welcome-day-14-name = Welcome: after two weeks
moment-welcome-day-14-subject = Your card is waiting
moment-welcome-day-14-body-cafe =
    Hi { $first_name }, just { $stamps_left } more on your card and it is yours: { $reward }.
    We look forward to seeing you!
moment-welcome-day-14-body-salon =
    Hi { $first_name }, just { $stamps_left } more on your card and it is yours: { $reward }.
    Shall we book your next visit?
moment-reward-expiring-name = Reward about to expire
moment-reward-expiring-subject = Still waiting for you: { $reward }
moment-reward-expiring-body-cafe =
    Hi { $first_name }, your reward is still here: { $reward }. It is good until { $expires_on }, so come by soon!
    Your code is { $reward_code }.
moment-reward-expiring-body-salon =
    Hi { $first_name }, your reward is still here: { $reward }. It is good until { $expires_on }. Shall we find a time for you?
    Your code is { $reward_code }.
moment-card-nearly-full-name = Card nearly full
moment-card-nearly-full-subject = Nearly there!
moment-card-nearly-full-body-cafe =
    Hi { $first_name }, just { $stamps_left } more on your card until your reward: { $reward }. See you soon?
moment-card-nearly-full-body-salon =
    Hi { $first_name }, just { $stamps_left } more on your card until your reward: { $reward }. When shall we see you?
moment-drifting-name = Regular who drifts away
moment-drifting-subject = We miss you, { $first_name }
moment-drifting-body-cafe =
    Hi { $first_name }, we have not seen you for a while. Is all well? Your favourite place at { $shop } is waiting.
moment-drifting-body-salon =
    Hi { $first_name }, we have not seen you for a while. Is all well? We would love to look after you again at { $shop }.
moment-not-seen-name = Not seen for long
moment-not-seen-gift-cafe = Welcome-back coffee
moment-not-seen-gift-salon = Welcome-back care treatment
moment-not-seen-subject = Come and see us again, { $first_name }
moment-not-seen-body-cafe =
    Dear { $first_name }, it has been a long time, and we would love to see you again.
    A present waits for you: { $reward }. Your code is { $reward_code }, good until { $expires_on }.
moment-not-seen-body-salon =
    Dear { $first_name }, it has been a long time, and we would love to have you back in our chair.
    A present waits at your next visit: { $reward }. Your code is { $reward_code }, good until { $expires_on }.

## A language without a text

message-language-en = English
message-language-ru = Russian
message-language-hu = Hungarian
message-fallback-shop = Nothing is written in { $wanted }. Guests get the text in the shop’s language: { $given }.
message-fallback-other = Nothing is written in { $wanted }, nor in the shop’s language. Guests get the text in { $given }.
