### The schedule's screens: moments, its settings, what came of it, what members bring to it.

nav-moments = Moments

## The list of moments

moments-about = { $count ->
    [one] { $count } of { $all } moments is on. Each says when to greet whom, and how.
   *[other] { $count } of { $all } moments are on. Each says when to greet whom, and how.
 }
moments-about-all = { $count ->
    [one] Your moment is on. It says when to greet whom, and how.
   *[other] All { $count } moments are on. Each says when to greet whom, and how.
 }
moments-about-none = A moment says when to greet whom, and how.
moments-all = All moments
moments-failed = The moments cannot be shown
moments-empty = No moments yet
moments-empty-text = Begin with the ready-made ones: a welcome, birthdays, anniversaries, a word to those who stay away. Each can be changed.
moments-order-about = The order counts where a guest has had the month’s greetings already: what stands higher goes first.
moments-off = The schedule is switched off: nobody is greeted, whatever is on below.
moments-switch-on = Switch the schedule on
moments-presets = Ready-made moments
moments-presets-title = Add ready-made moments
moments-presets-about = They start at once and can be changed or switched off at any time.
moments-preset-reach = Greetings in the last 30 days: { $last }, in the next 30: { $next }.
moments-presets-add = { $count ->
    [one] Add { $count } moment
   *[other] Add { $count } moments
 }
moments-added = { $count ->
    [one] { $count } moment added, and on from today
   *[other] { $count } moments added, and on from today
 }
moment-new = New moment
moment-open = { $count ->
    [one] { $count } to greet
   *[other] { $count } to greet
 }
moment-done = { $count ->
    [one] { $count } greeted in 30 days
   *[other] { $count } greeted in 30 days
 }
moment-is-on = On
moment-is-off = Off
moment-drag = Drag to another place
moment-up = { $name }: move up
moment-down = { $name }: move down
moment-moved = { $name } now stands at place { $place } of { $all }
moment-menu = More for { $name }
moment-delete = Delete
moment-delete-title = Delete “{ $name }”?
moment-delete-text = It never greeted anybody, so nothing of the history is lost.
moment-stays-title = “{ $name }” cannot be deleted
moment-stays-on = It has already chosen guests to greet, and what came of it stays in the history. Switched off, it greets nobody any more.
moment-stays-off = It has already chosen guests to greet, and what came of it stays in the history. It is switched off and greets nobody any more.
moment-deleted = “{ $name }” is deleted
moment-switch-off = Switch it off
moment-switch-on = Switch it on

## One moment

moment-gone = This moment cannot be shown
moment-gone-text = It may have been deleted.
moment-new-about = It counts once it is saved and switched on.
moment-saved = Saved. Changes count for greetings that are not planned yet.
moment-saved-off = Saved. It is still switched off.
moment-unsaved = Your changes are not saved yet.
moment-leave-text = What you changed in this moment is not saved yet.
moment-bad-date = Choose a day that exists.

moment-when = When
moment-name = Name
moment-trigger = It happens
moment-on-enrolled = when a guest joins
moment-on-first-visit = on the first visit
moment-on-nth-visit = on a certain visit
moment-on-anniversary-first = on the anniversary of the first visit
moment-on-anniversary-joined = on the anniversary of joining
moment-on-birthday = on the birthday
moment-on-not-seen = after days without a visit
moment-on-rhythm = when a regular is later than usual
moment-on-nearly-full = when a card is nearly full
moment-on-unlocked = when a card becomes a reward
moment-on-expiring = before a reward expires
moment-on-date = on a day of the year
moment-on-member-date = on a date of the guest’s own
moment-on-missed = after a missed or cancelled appointment
moment-n = Which visit
moment-days = Days without a visit
moment-factor = Away for
moment-factor-hint = Everybody has a rhythm of their own: the days that usually pass between two visits.
moment-times = { $times } times the usual gap
moment-min-days = But at least so many days
moment-rhythm-visits = A regular has so many visits
moment-rhythm-visits-hint = At least 4, or there is no rhythm to know.
moment-stamps-left = Stamps still missing
moment-days-before = Days before the last day
moment-every-year = every year
moment-label-hint = As dates are labelled in the guests’ profiles, such as “last colouring”.
moment-offset = Greet
moment-offset-days = Days
moment-on-day = on that very day
moment-after = days after
moment-before = days before

moment-whom = Whom
moment-everybody = Everybody
moment-only-some = Only some
moment-only-some-about = All that is filled in must hold on the day.
moment-min-spend = Spent in 12 months, at least
moment-min-visits = Visits, at least
moment-max-visits = Visits, at most
moment-seen-within = Here within so many days
moment-not-seen-for = Not here for so many days
moment-tags = With one of these tags
moment-without-tags = Without these tags
moment-consent = Has agreed to be reached
moment-consent-any = does not matter

moment-how = How
moment-how-about = The first way that works for a guest is taken.
moment-no-channel = Choose at least one way to reach a guest.
moment-prefer = Prefer: { $channel }
moment-channel-remove = Remove: { $channel }
channel-counter = At the counter
channel-counter-needs = needs nothing: you say it when they come
channel-call = Call
channel-call-needs = needs a phone and consent
channel-sms = SMS or messenger
channel-sms-needs = needs a phone or messenger address, and consent
channel-email = E-mail
channel-email-needs = needs an address and consent
channel-post = Post
channel-post-needs = needs a postal address and consent

moment-say = What to say
moment-say-language = Language of the text
moment-say-elsewhere = Something is wrong in the text in this language: { $language }
moment-subject = Subject
moment-subject-hint = One line, for e-mails and cards.
moment-body = Text
moment-body-hint = Every guest gets it in their own language; without a text there, in the shop’s.
moment-body-instead = No text in this language: those guests get the one in { $language }.
moment-holes = For this moment these are empty for everybody: { $fields }. Take them out, or let a gift or another occasion fill them.
moment-field-unknown = There is no field “{ $value }”. These exist: { $fields }.
moment-fields = Insert into the text:
field-first-name = First name
field-full-name = Whole name
field-shop = Shop
field-shop-phone = Shop’s phone
field-shop-address = Shop’s address
field-slogan = Line under the name
field-reward = Reward or gift
field-reward-code = Reward’s code
field-expires-on = Last day
field-stamps = Stamps now
field-stamps-left = Stamps missing
field-years = Years
field-days = Days away
field-usual-days = Usual days
field-visits = Visits
field-date = Date

moment-gift = A gift
moment-gift-with = A gift comes with it
moment-gift-hint = A reward that takes no stamps. The guest shows the card, you hand it over.
moment-gift-none = Reminders of rewards bring no gift of their own.
moment-gift-name = What is given
moment-gift-cost = What it costs you
moment-gift-days = Days to fetch it

moment-limits = Limits
moment-late = Days it may come late
moment-late-hint = After that it is left out, if the PC was off.
moment-between = Days until the next one
moment-between-hint = For the same guest. Empty for no limit.
moment-per-day = Most in one day
moment-per-day-hint = All guests together. Empty for no limit.
moment-holdout = Not greeted, by lot, in percent
moment-holdout-hint = To see in Reports whether greeting helps. 0 greets everybody.
moment-from = Only from a day on
moment-from-day = From
moment-until = Only until a day
moment-until-day = Until

## What it would do

moment-does = What it will do
moment-does-missing = Nothing can be foreseen yet. To be put right:
moment-last-30 = Last 30 days
moment-next-30 = Next 30 days
moment-greetings = { $count ->
    [one] greeting
   *[other] greetings
 }
moment-unreachable = { $count ->
    [one] { $count } more cannot be reached in these ways
   *[other] { $count } more cannot be reached in these ways
 }
moment-outlook-about = As if it had been on all the time, by itself; and as if nobody came in the next 30 days.
moment-preview = The message
moment-preview-choose = For whom
moment-preview-language = In { $language }.
moment-preview-instead = There is no text in { $wanted }, so it is said in { $language }.
moment-preview-silent = No text yet. The greeting reminds you, and you find the words.
moment-preview-faulty = The text has an error, told below it. Its message shows here once that is put right.
moment-preview-later = The message shows here once all is filled in.
moment-preview-nobody = Once you have members, their message shows here.

## Settings

schedule-title = Greetings
schedule-enabled = Plan greetings every day
schedule-enabled-hint = Moments say when and whom.
schedule-disabled-hint = Off: nobody is greeted, whatever moments are on.
schedule-quiet = Quiet hours
schedule-quiet-hint = No message is sent then. A word at the counter is always fine.
schedule-quiet-from = Quiet from
schedule-quiet-to = until
schedule-most = Most greetings for one guest in a month
schedule-most-hint = All moments together, and one message a day. What stands higher in the list goes first.
schedule-notice = Notification in the morning
schedule-notice-hint = Once a day on this PC, after the quiet hours: how many greetings wait. No names.
schedule-last-run = Last planned on { $date }

## Did it work?

outcomes-title = Did it work?
outcomes-about = { $count ->
    [one] Of all who were to be greeted, who came within { $count } day; to compare, those who by lot were not greeted. All of the time so far.
   *[other] Of all who were to be greeted, who came within { $count } days; to compare, those who by lot were not greeted. All of the time so far.
 }
outcomes-within = A visit counts within
outcomes-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
outcomes-empty = Nobody has been greeted yet. Moments say when to greet whom; what comes of it shows here.
outcomes-to-moments = To the moments
outcomes-all = All moments
outcomes-moment = Moment
outcomes-greeted = Greeted
outcomes-reached = Reached
outcomes-came = Came
outcomes-held-out = Not greeted, came anyway
outcomes-spend = Spent
outcomes-gifts = Gifts used
outcomes-honest = Whoever was to be greeted counts, even if it came to nothing: only then is the lot fair. Regulars come back anyway; only what is more than among those not greeted comes from the greeting. A few cases tell nothing: chance moves them. Where the lot spares nobody (—), nothing can be compared.
outcome-came-of = { $came } of { $all }
outcome-of = of { $all }
outcome-none-yet = Nobody greeted yet.
outcome-nobody-held-out = Everybody is greeted, without a lot, so nothing can be compared.
outcome-too-few-held-out = { $count ->
    [one] Too few to tell: by lot only { $count } was not greeted, { $least } are needed.
   *[other] Too few to tell: by lot only { $count } were not greeted, { $least } are needed.
 }
outcome-too-few-planned = { $count ->
    [one] Too few to tell: only { $count } was to be greeted, { $least } are needed.
   *[other] Too few to tell: only { $count } were to be greeted, { $least } are needed.
 }
outcome-no-difference = No clear difference from those not greeted.
outcome-more = { $count ->
    [one] { $count } in 100 more came than of those not greeted.
   *[other] { $count } in 100 more came than of those not greeted.
 }
outcome-fewer = { $count ->
    [one] { $count } in 100 fewer came than of those not greeted.
   *[other] { $count } in 100 fewer came than of those not greeted.
 }

## The member's profile

field-address = Postal address
field-address-hint = As it stands on an envelope.
field-messenger = Messenger
profile-tags = Tags
profile-tags-add = Add a tag
tag-add = Add the tag
tag-add-to = Add to: { $label }
tag-remove = Remove the tag “{ $tag }”
tag-removed = The tag “{ $tag }” is removed
profile-dates = Dates
profile-no-dates = A date to come back to, such as the last colouring.
date-add = Add a date
date-label = What it is
date-day = Day
date-remove = Remove { $label }, { $date }
date-removed = { $label }, { $date } is removed
profile-appointments = Appointments
profile-no-appointments = None noted. A missed one can bring a friendly call.
appointment-add = Add an appointment
appointment-status = How it stands
appointment-booked = booked
appointment-kept = kept
appointment-missed = missed
appointment-cancelled = cancelled
appointment-remove = Remove the appointment of { $date }
appointment-removed = The appointment of { $date } is removed
