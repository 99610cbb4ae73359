### Today: whom to greet, why, and what to say. The coming weeks.

nav-today = Today
nav-today-waiting = { $count ->
    [one] { $count } thing waits
   *[other] { $count } things wait
 }
today-people = { $count ->
    [0] Nobody to greet.
    [one] { $count } person to greet.
   *[other] { $count } people to greet.
 }
# More greetings than people: "24 greetings for 23 people."
today-greetings-for = { $count ->
    [one] { $greetings } for { $count } person.
   *[other] { $greetings } for { $count } people.
 }
today-look = { $count ->
    [one] { $count } message needs a look.
   *[other] { $count } messages need a look.
 }
today-by-app = { $count ->
    [one] { $count } goes out by itself.
   *[other] { $count } go out by themselves.
 }
today-failed = Today’s list cannot be shown
today-weeks = Coming weeks
today-more = { $count ->
    [one] Show { $count } more
   *[other] Show { $count } more
 }

## A line

touch-at-counter = at the counter
touch-by-call = call
touch-by-post = by post
touch-by-email = by e-mail
touch-by-sms = by SMS
outcome-reached = Reached
outcome-came = Came in
outcome-no-answer = No answer
outcome-not-wanted = Not wanted
today-gift = Gift: { $gift }
today-gift-until = Gift: { $gift }, until { $date }
today-since = since { $date }
today-done-button = Done
today-actions = What came of it: { $name }
today-snooze = Later
today-skip = Skip
today-open = Open at the counter
today-copy-text = Copy the text
today-copy-this = Copy { $text }
today-menu = More for { $name }
today-copy-contact = Copy the phone number or address
today-key-down = Next line
today-key-up = Line before
today-key-done = Done

## What was done

today-done = { $name }: { $outcome }
today-skipped = { $name }: skipped
today-snoozed = { $name }: again on { $date }
today-reopened = { $name } is back in the list
today-copied-text = Text for { $name } copied
today-copied = Copied: { $text }
today-copy-failed = This window may not copy. Select the text and press Ctrl C.

## Later

today-snooze-title = When shall we remind you of { $name }?
today-snooze-useful = It makes sense until { $date }.
today-snooze-tomorrow = Tomorrow
today-snooze-3-days = In 3 days
today-snooze-week = In a week
today-snooze-own = On another day
today-snooze-late = too late then
today-snooze-date = Day
today-snooze-set = Show again then
today-snooze-range = Choose a day from tomorrow to { $date }.
today-snooze-last = Today is its last day: it cannot be put off.

## Beside the list

today-month = This month
today-month-none = No greetings yet. What you do shows here.
today-of = { $done } of { $all }
today-month-on-the-day = greetings done on their day
today-month-reached = reached
today-month-reached-came = { $came ->
    [one] reached, { $came } of them came in
   *[other] reached, { $came } of them came in
 }
today-month-left-out = Skipped or no longer due
today-month-failed = Not delivered
today-next = Next days
today-next-none = Nothing in the next four weeks.
today-times = { $count } × { $name }
today-greetings = { $count ->
    [0] no greetings
    [one] { $count } greeting
   *[other] { $count } greetings
 }

## Nothing to do

today-empty = A quiet day
today-all-done = All done for today
today-empty-next = Next comes { $date }: { $what }.
today-empty-nothing = The list fills up as guests visit and birthdays are noted.
today-no-moments = No occasion is switched on
today-no-moments-text = Birthdays, anniversaries, a welcome, regulars who stay away: switch on what is worth a greeting, and it shows here on its day.
today-to-moments = Choose occasions
today-off = The schedule is switched off
today-off-text = Nobody is planned for a greeting. Switched on, today’s list is made at once and every morning from then on.
today-off-notice = The schedule is switched off: nothing new is planned.
today-switch-on = Switch it on

## Coming weeks

weeks-about = What each day holds, if nobody comes before.
weeks-planned = planned
weeks-foreseen = foreseen
weeks-foreseen-text = Foreseen: whoever comes in before, or has had enough greetings this month, drops out.
weeks-failed = The calendar cannot be shown
weeks-empty = Nothing is planned or foreseen in these weeks.
weeks-back = Back to today
weeks-key-days = From day to day
weeks-key-open = Open the day
weeks-status-open = open
weeks-status-done = done
weeks-status-failed = not delivered
weeks-status-foreseen = foreseen
weeks-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
weeks-unnamed = { $count ->
    [one] { $count } guest, named when the day is nearer
   *[other] { $count } guests, named when the day is nearer
 }

## At the counter

greeting-title = What to say
greeting-more = More for: { $why }
done-greeted = Greeting noted: { $outcome }
done-greeting-skipped = Greeting skipped
key-greeted = Greeting said
idle-greet = { $count ->
    [one] { $count } greeting waits today
   *[other] { $count } greetings wait today
 }

## The notification in the morning

notice-title = { $count ->
    [one] { $count } greeting waits today
   *[other] { $count } greetings wait today
 }
notice-moment = { $moment }: { $count }
