### The outbox: what the app itself sends, and what it needs a person for. Handing a
### message to another program. "No more messages".

outbox-title = Outbox
outbox-about = What the app sends by itself, and what became of it.

## Today: what the app does

outbox-app-sends = The app sends
outbox-app-waiting = waiting
outbox-app-waiting-from = waiting, from { $time }
outbox-app-sending = on their way
outbox-app-sent = sent today
outbox-app-nothing = Nothing is waiting.
outbox-app-who = To whom
outbox-app-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
outbox-leave-out-of = Don’t send: { $name }

## What needs a person

outbox-needs-you = Look at these first
outbox-paused = Sending has been paused since { $time }.
outbox-paused-waiting = { $count ->
    [0] Nothing is waiting.
    [one] { $count } message is waiting.
   *[other] { $count } messages are waiting.
 }
outbox-pause = Pause
outbox-resume = Resume
outbox-locked = The passwords for sending are locked.
outbox-locked-text = Messages wait until you enter the passphrase.
outbox-passphrase = Passphrase
outbox-unlock = Unlock
outbox-held-email = E-mails are held back.
outbox-held-sms = SMS are held back.
outbox-settings = Settings
outbox-arrived = It arrived
outbox-arrived-hint = Counts as greeted; nothing more is sent.
outbox-reached = Reached another way
outbox-reached-hint = Counts as greeted; nothing is sent.
outbox-again = Send again
# $address is an e-mail address or a number
outbox-again-hint = Goes to { $address } once more.
outbox-again-twice = Goes out once more; the guest may get it twice.
outbox-leave-out = Don’t send
outbox-leave-out-hint = Nothing is sent, and it does not come back.
outbox-leave-out-gift = Nothing more is sent; a gift that it promised is taken back.
outbox-correct = Correct the address
outbox-correct-phone = Correct the number
outbox-correct-hint = Put it right here; then the message goes out again.
outbox-correct-send = Save and send again
outbox-correct-empty = Enter where the guest is reached.
outbox-correct-same = Nothing is corrected yet: this is what was refused.
outbox-open-guest = Open the guest’s page
outbox-all-undecided = Show all { $count }
outbox-all-again = Send all again
outbox-all-again-work = Queueing the messages
outbox-all-again-text = { $count ->
    [one] { $count } message goes out again. That cannot be undone.
   *[other] { $count } messages go out again. That cannot be undone.
 }
outbox-all-again-lost = { $count ->
    [one] { $count } needs another address first and stays here.
   *[other] { $count } need another address first and stay here.
 }
outbox-all-again-done = { $count ->
    [one] { $count } message will be sent again
   *[other] { $count } messages will be sent again
 }
outbox-noted-arrived = { $name }: noted as arrived
outbox-noted-reached = { $name }: noted as reached
outbox-noted-again = { $name }: will be sent again
outbox-noted-left-out = { $name }: will not be sent

## A message

outbox-status-waiting = waiting
outbox-status-sending = being sent
outbox-status-sent = sent
outbox-status-failed = not sent
outbox-status-unsure = perhaps sent
outbox-status-cancelled = cancelled
outbox-waits-paused = waiting: paused
outbox-waits-held = waiting for you
outbox-waits-until = waiting until { $time }
outbox-by-word = You noted that it arrived.
outbox-reached-noted = You reached them another way.
outbox-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
 }
outbox-test = Test message
outbox-server-said = The server said: { $detail }
outbox-text-show = Show the text
outbox-text-hide = Hide the text
outbox-text-later = The text is put together when it is sent, as things stand then.
outbox-actions = What to do: { $name }

## The list

outbox-filter = Which messages
outbox-all = All
outbox-waiting = Waiting
outbox-undecided = Needs you
outbox-sent = Sent
outbox-failed = Not sent
outbox-cancelled = Cancelled
outbox-total = { $count ->
    [one] { $count } message
   *[other] { $count } messages
 }
outbox-unreadable = The outbox cannot be shown
outbox-off = The app does not send anything yet
outbox-off-text = Once e-mail or SMS is set up, greetings go out by themselves, only to guests who agreed to it. Here you see each one and what became of it.
outbox-set-up = Set up sending
outbox-empty = No message yet
outbox-empty-text = Greetings by e-mail or SMS appear here on their day.
outbox-none = Nothing here
outbox-none-text = The other lists may hold something.
outbox-clear = Nothing needs you
outbox-clear-text = If a message fails, or may have failed, it waits here for you.

## Sending now

outbox-send-now = Send now
outbox-at-work = Sending
outbox-result-sent = { $count ->
    [one] { $count } message sent.
   *[other] { $count } messages sent.
 }
outbox-result-waiting = { $count ->
    [one] { $count } message waits.
   *[other] { $count } messages wait.
 }
outbox-result-next = The next one goes within a minute.
outbox-result-back-off = The next one is tried again: { $time }.
outbox-result-failed = { $count ->
    [one] { $count } could not be sent.
   *[other] { $count } could not be sent.
 }
outbox-result-unsure = { $count ->
    [one] { $count } was perhaps sent.
   *[other] { $count } were perhaps sent.
 }
outbox-result-nothing = Nothing was due.
outbox-result-busy = Messages are being sent already.
outbox-result-paused = Sending is paused.
outbox-result-quiet = It is too late or too early for messages; sending goes on: { $time }.
outbox-result-limit = That is enough for one minute; sending goes on: { $time }.
outbox-result-one-a-day = A guest gets one message a day; the next one goes: { $time }.
outbox-result-held = They wait until you have looked at the settings.
outbox-result-off = Greetings are switched off.
outbox-result-stopped = Stopped. The rest waits.

## Handing a message to another program

handoff-mail = Write an e-mail
handoff-whatsapp = WhatsApp
handoff-call = Call
handoff-text = Write an SMS
handoff-opened = Opened. When { $name } is reached, choose what came of it.
handoff-key = Call or write

## No more messages

no-more-email = No more e-mails
no-more-sms = No more SMS
no-more-call = No more calls
no-more-post = No more letters
no-more-messages = No more messages
no-more-nothing = There is nothing to stop: this guest gets no messages.
no-more-done = { $name }: { $what }. What was waiting is cancelled.
no-more-undone = { $planned ->
    [0] { $name }: consent is back.
    [one] { $name }: consent is back, and { $planned } planned greeting with it.
   *[other] { $name }: consent is back, and { $planned } planned greetings with it.
 }
no-more-stayed = { $stayed ->
    [one] { $stayed } greeting stays cancelled: something else has changed since.
   *[other] { $stayed } greetings stay cancelled: something else has changed since.
 }
messenger-hint = For texts through a messenger: the guest’s address there, in Telegram the chat’s number.
