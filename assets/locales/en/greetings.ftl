### Greetings on paper: what of today's list goes by post.

greetings-by-post = { $count ->
    [one] { $count } greeting goes by post
   *[other] { $count } greetings go by post
 }
greetings-printed = { $count ->
    [one] { $count } is printed and not marked as done yet
   *[other] { $count } are printed and not marked as done yet
 }
greetings-open = Print…
greetings-title = Print greetings

## On paper

greetings-format = Print as
greetings-postcard-a6 = Postcards, A6
greetings-postcard-a4 = Postcards, four on A4
greetings-letter-a4 = Letters, A4
greetings-postcard-a6-advice = On A6 card: the greeting on the front, the address on the back. Switch double-sided printing on.
greetings-postcard-a4-advice = In the printer’s window choose “double-sided, flip on long edge”, then cut each sheet into quarters.
greetings-letter-a4-advice = One page for each guest. Fold it in three; the address shows in a window envelope.
greetings-without-address = { $count ->
    [one] { $count } guest has no address. Write it on the printed lines by hand, or note it first:
   *[other] { $count } guests have no address. Write it on the printed lines by hand, or note it first:
 }
greetings-too-long = { $count ->
    [one] { $count } greeting does not fit on the paper. It is left out and stays on the list:
   *[other] { $count } greetings do not fit on the paper. They are left out and stay on the list:
 }
greetings-part-address = address too long
greetings-part-subject = heading too long
greetings-part-body = text too long
greetings-part-gift = gift too long

## Printing

greetings-print = { $count ->
    [one] Print { $count } greeting
   *[other] Print { $count } greetings
 }
greetings-print-again = Print again
greetings-printing = Printing greetings
greetings-cancelled = Stopped. No file was written.

## Afterwards

greetings-mark = { $count ->
    [one] Mark as done
   *[other] Mark these { $count } as done
 }
greetings-marking = Marking as done
greetings-done = { $count ->
    [one] { $count } greeting by post is done
   *[other] { $count } greetings by post are done
 }
greetings-reopened = { $count ->
    [one] { $count } greeting is back in the list
   *[other] { $count } greetings are back in the list
 }
