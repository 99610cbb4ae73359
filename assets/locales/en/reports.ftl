### The month's review.

reports-month = Month
reports-older = Month before
reports-newer = Month after
reports-month-before = Show the month before
reports-csv = CSV
reports-print = Print review
reports-failed = This month cannot be shown

## The headline

# Answers "when?" for the month before: "than in October"
reports-month-in = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
# Answers "against what?": "8% on October"
reports-month-compared = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
reports-new = { $count ->
    [0] No new regulars.
    [one] { $count } new regular.
   *[other] { $count } new regulars.
 }
reports-new-so-far = { $count ->
    [0] No new regulars so far.
    [one] { $count } new regular so far.
   *[other] { $count } new regulars so far.
 }
reports-new-more = { $count ->
    [one] { $count } new regular, { $difference } more than in { $month }.
   *[other] { $count } new regulars, { $difference } more than in { $month }.
 }
reports-new-fewer = { $count ->
    [0] No new regulars, { $difference } fewer than in { $month }.
    [one] { $count } new regular, { $difference } fewer than in { $month }.
   *[other] { $count } new regulars, { $difference } fewer than in { $month }.
 }
reports-new-same = { $count ->
    [0] No new regulars, as in { $month }.
    [one] { $count } new regular, as many as in { $month }.
   *[other] { $count } new regulars, as many as in { $month }.
 }
reports-best-missing = { $count ->
    [one] { $count } of your { $best } best has not been in for 5 weeks.
   *[other] { $count } of your { $best } best have not been in for 5 weeks.
 }
reports-best-seen = { $best ->
    [one] Your best has been in within 5 weeks.
   *[other] All of your { $best } best have been in within 5 weeks.
 }
reports-nothing-yet = Nothing has happened in this month.

## Figures

reports-visits = Member visits
reports-spend = Member spend
reports-again = Came again
reports-rewards = Rewards given
reports-rewards-cost = cost { $share } of spend
reports-new-members = New regulars
reports-members-seen = Members who came
reports-stamps = Stamps given
reports-trend = { $amount } on { $month }
reports-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
 }
reports-spoken-up = up { $amount } on { $month }
reports-spoken-down = down { $amount } on { $month }
reports-unchanged = same as { $month }
reports-no-comparison = nothing to compare yet
reports-whole-month = { $month } in all: { $value }

## Top customers

reports-top = Top customers
reports-rank = Rank
reports-member = Member
reports-column-visits = Visits
reports-column-spend = Spend
reports-column-average = Average
reports-column-rewards = Rewards
reports-column-last = Last visit
reports-column-change = Change
reports-change-new = new
reports-change-back = back
reports-places-up = { $count ->
    [one] up { $count } place
   *[other] up { $count } places
 }
reports-places-down = { $count ->
    [one] down { $count } place
   *[other] down { $count } places
 }
reports-places-same = same place
reports-row-average = { $average } a visit
reports-row-rewards = { $count ->
    [one] { $count } reward
   *[other] { $count } rewards
 }
reports-shown = { $shown } of { $all }
reports-more = Show more

## Charts

reports-spenders = Spend by member
reports-days = Day by day
reports-days-measure = What is shown
reports-day = Day
reports-day-detail = { $count ->
    [one] { $date }: { $count } visit, { $spend }
   *[other] { $date }: { $count } visits, { $spend }
 }
reports-weekend = weekend

## Nothing yet

reports-empty = No member visits in this month
reports-empty-text = Scan a card at the counter: every visit shows up here, with the month’s best customers first.
reports-to-counter = To the counter
