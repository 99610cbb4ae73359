### Messages that the app itself sends: what stands around them, and what became of them.

# the end of an e-mail; $address is the shop's, $subject what to write there
sending-unsubscribe = You get this letter as a guest of { $shop }. If you want no more, write to { $address } with the subject “{ $subject }”.
# the subject by which the shop finds the guest; $member is a card number or a name
sending-unsubscribe-subject = Unsubscribe { $member }
sending-card-caption = Show this card when you pay.
sending-test-subject = A test from Regulars
sending-test-body = This is a test from { $shop }. If you can read it, messages to your guests will arrive too.
sending-test-sent = The test message is on its way. Look whether it arrives.
sending-verified = The mail server knows you: the settings work.

## Why a message stands as it does

sending-unreachable = The server cannot be reached. Is the PC online, and is the server’s name right?
sending-broke-off = The server did not answer in time, or the connection broke off.
sending-unprotected = No protected connection to the server comes about. Check its name, port and protection.
sending-auth = The server refuses the name, password or key.
sending-no-login = The server takes no login this way. Leave the user name empty, or choose another port or protection.
sending-sender = The server does not let this mailbox send. Check the sender’s address and the account.
sending-busy = The server is busy and wants to be asked again later.
sending-limit = The provider allows no more messages for now.
sending-refused = The server refused this message.
sending-given-up = Given up after { $attempts } attempts. { $why }
sending-bad-address = { $to ->
    [email] This e-mail address does not exist, or the server does not know it.
    [phone] This number does not exist, or the provider cannot reach it.
    [messenger] Nobody is known by this address in the messenger.
   *[other] This address or number does not exist, or the server knows none like it.
 }
sending-bad-message = The message could not be put together.
sending-empty = The greeting has no text in the guest’s language.
sending-balance = The account with the provider is empty.
sending-settings = The settings do not fit this provider.
sending-no-answer = The message was handed over, but the server did not say whether it took it. It may have arrived.
sending-interrupted = Regulars was stopped while sending this. It may have arrived.
sending-secret-missing = The password or key is missing.
sending-secrets-locked = The file of passwords is locked: enter its passphrase.
sending-secrets-failed = The password cannot be read from where it is kept.
sending-by-hand = You took this greeting in hand yourself.
sending-channel-off = Sending this way is switched off.
sending-no-consent = The guest has withdrawn consent.
sending-no-contact = The guest’s address or number is gone.
sending-member-gone = The guest was archived or merged.
sending-moment-off = The rule was switched off.
sending-too-late = It would have come too late.
sending-no-longer-useful = There was no longer a reason for it.
# what broke a round of sending off, after something was sent
sending-round-broken = { $code ->
    [disk_full] The disk is full, so sending broke off.
    [busy] Another program is using the database, so sending broke off.
    [read_only] The data folder cannot be written, so sending broke off.
   *[other] The disk could not do its part ({ $detail }), so sending broke off.
 } What came before is noted, and the rest waits.
sending-unknown = Something went wrong.

## What a message waits for

waits-next = It goes with the next round, within a minute.
waits-back-off = It is tried again at { $time }.
waits-quiet = It is too late or too early for messages; it goes at { $time }.
waits-limit = That is enough for one minute; it goes at { $time }.
waits-one-a-day = A guest gets one message a day; it goes at { $time }.
waits-held = Sending this way is held back until you have looked at the settings.
waits-paused = Sending is paused.
waits-off = Greetings are switched off.
