### The frame of the app: menu, help, what every screen shares.

## Menu

nav-label = Screens
nav-counter = Counter
nav-members = Members
nav-cards = Cards
nav-program = Program
nav-reports = Reports
nav-settings = Settings
nav-till = Till { $till }
theme-to-dark = Switch to dark
theme-to-light = Switch to light

## Keys

help-title = Keyboard
help-scanner = A barcode scanner works from every screen: scan a card and its owner opens at the counter.
scan-dialog-open = Close this window first, then scan again. Nothing was changed.
key-scan = Scan or search
key-theme = Light or dark
key-toasts = Hide messages

## Shared words

cancel = Cancel
close = Close
leave-title = Leave without saving?
leave-closing = Close without saving?
leave-stay = Keep editing
leave-discard = Discard changes
save = Save
undo = Undo
back = Back
try-again = Try again
nothing-found = Nothing found
progress-of = { $done } of { $total }
# Beside a large number of stamps: "8 of 10"
stamps-of = of { $required }
stamps-owed = { $count ->
    [one] { $count } stamp to earn back after a refund
   *[other] { $count } stamps to earn back after a refund
 }
pdf-failed = This page cannot be shown here. The printed document is not affected.

## Time

clock-behind = This PC’s clock is behind: something was already recorded at { $last }. Please set the clock; nothing is lost.
day-expired = New day. Expired: { $what }.
day-expired-stamps = { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
 }
day-expired-rewards = { $count ->
    [one] { $count } reward
   *[other] { $count } rewards
 }

## When something goes wrong

error-transport = Regulars did not answer. What you entered is still here; please try again.
refused-title = Your shop cannot be opened right now
refused-kept-title = What is safe
refused-kept = Nothing was changed. The files are exactly as they were.
refused-next-title = What to do
refused-next = Put right what is described above, then try again. If you have a backup of the data folder, keep it; don’t delete anything.
