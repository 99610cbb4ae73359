### The stamp card's rules and their versions.

program-save = Save
program-discard = Discard changes
program-unsaved = Your changes are not saved yet. They stay here when you go elsewhere.
program-leave = What you changed in the program is not saved yet.
program-in-force-since = In force since { $date }
program-planned-from = You see the rules planned from { $date }
program-failed = The stamp card cannot be shown
program-saved-today = Saved. The rules hold from now on.
program-saved-from = Saved. The rules hold from { $date }.
program-bad-number = Enter a whole number.
program-bad-amount = This is not an amount. Write it like 12.50.
program-missing-amount = Enter what one stamp costs.

## Fields

program-card = The card
program-name = Name
program-icon = Stamp
program-icon-cup = Cup
program-icon-croissant = Croissant
program-icon-scissors = Scissors
program-icon-leaf = Leaf
program-icon-star = Star
program-icon-heart = Heart
program-required = Stamps for a reward
program-required-hint = 1 to { $max }
program-starter = Stamps to start with
program-starter-hint = For a new guest’s first card.
program-fewer = { $label }: one less
program-more = { $label }: one more
program-reward-title = The reward
program-reward = A full card gives
program-cost = What it costs you
program-cost-hint = For the monthly review. Empty if unknown.
program-reward-lifetime = It can be redeemed for
program-earn-title = Collecting
program-earn = A stamp is for
program-earn-item = each item
program-earn-amount = an amount spent
program-earn-item-from = each item from { $amount }
program-earn-amount-of = every { $amount }
program-min-spend = Least spent for each stamp
program-min-spend-hint = Empty if there is none. Otherwise the till asks for the amount.
program-amount = Spent for one stamp
program-cap = Most stamps a day
program-cap-hint = For one guest. Empty for no limit.
program-stamp-lifetime = A stamp counts for
program-reward-part = What a reward pays for earns stamps too
program-reward-part-hint = Off: only what is paid in money earns.
program-lifetime-count = { $label }: how many
program-lifetime-unit = { $label }: days, months or years
program-forever = for ever
program-unit-days = { $count ->
    [one] day
   *[other] days
 }
program-unit-months = { $count ->
    [one] month
   *[other] months
 }
program-unit-years = { $count ->
    [one] year
   *[other] years
 }
program-time-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
program-time-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
 }
program-time-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
 }
program-none = none
program-unknown = unknown
program-yes = yes
program-no = no

## In plain words

program-in-words = In plain words
program-printed = Printed
program-printed-front = The printed card, front
program-printed-back = The printed card, back
program-word-coffee = Every coffee is a stamp.
program-word-haircut = Every haircut is a stamp.
program-word-item = Every item that counts is a stamp.
program-word-min-spend = At least { $amount } must be spent for each stamp.
program-word-per-amount = Every { $amount } spent is a stamp.
program-word-part-earns = What a reward pays for earns stamps too.
program-word-part-not = What a reward pays for earns no stamps.
program-word-reward = { $count ->
    [one] { $count } stamp makes a reward: { $reward }.
   *[other] { $count } stamps make a reward: { $reward }.
 }
program-word-starter = { $count ->
    [one] A new guest starts with { $count } stamp.
   *[other] A new guest starts with { $count } stamps.
 }
program-word-stamps-live = Stamps count for { $time }.
program-word-stamps-stay = Stamps never expire.
program-word-reward-lives = A reward can be redeemed for { $time }.
program-word-reward-stays = A reward can be redeemed at any time.
program-word-cap = { $count ->
    [one] At most { $count } stamp a day.
   *[other] At most { $count } stamps a day.
 }
program-word-cost = A reward costs you { $cost }.

## Saving

program-save-title = Save these rules?
program-from = They hold from
program-from-today = today, { $date }
program-from-tomorrow = tomorrow, { $date }
program-from-date = { $date }
program-from-other = another day
program-from-bad = Choose a day that exists and is not too early.
program-after-planned = Rules are already planned from { $date }, so these can start then or later.
program-not-retroactive = Nothing changes for the past: stamps and rewards your guests already have stay as they are.
program-becomes = becomes

## Versions

program-versions = Versions
program-version-from = From { $date }
program-version = version { $number }
program-state-current = in force
program-state-planned = planned
program-state-past = past
program-first-version = The first rules
