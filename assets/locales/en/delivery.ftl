### Settings: how the app itself sends messages.

delivery-title = Sending
delivery-about = How greetings leave by e-mail, SMS or messenger.
delivery-stands-off = Nothing is sent until you switch it on.
delivery-stands-email = E-mail is switched on.
delivery-stands-sms = SMS or messenger is switched on.
delivery-stands-both = E-mail and SMS or messenger are switched on.
delivery-stands-paused = Sending is paused: messages wait.
delivery-panel-about = Greetings by e-mail, SMS or messenger, sent by Regulars itself.
delivery-set-up = Set up sending
delivery-not-set-up = not set up
delivery-is-on = On
delivery-is-off = Off
delivery-is-held = On hold
delivery-failed = The settings of sending cannot be shown
delivery-unsaved = Not saved yet.
delivery-saved-off = Saved. It is switched off until you have tried the new provider.
delivery-saved-no-password = Saved. It is switched off until you enter the password for it.
delivery-leave = What you changed in the settings of sending is not saved yet.
delivery-save-first = Save your changes first, then switch it on.
delivery-fill-first = Fill in and save the settings first, then switch it on.
delivery-secret-first = The password or key is missing. Enter it and save, then switch it on.
delivery-held-since = Nothing is sent this way since { $time }; the messages wait.
# $words come from a server or the system, in whatever language they speak
delivery-their-words = Word for word: { $words }

## E-mail

delivery-email = E-mail
delivery-email-switch = Send by e-mail
delivery-from-address = Sender’s address
delivery-from-address-hint = The mailbox that guests get their letters from.
delivery-from-name = Sender’s name
delivery-from-name-hint = As guests see it, such as the name of your shop.
delivery-filled-in = Server and port of { $provider } are filled in.
delivery-gmail = Gmail lets programs in only with an app password: switch on 2‑Step Verification in your Google account, make an app password there, and enter it below in place of your own.
delivery-app-password = { $provider } lets programs in only with an app password: make one in the security settings of your account there, and enter it below in place of your own.
delivery-no-password-here = { $provider } no longer lets programs in with a password. Choose a mailbox of another provider.
delivery-host = Outgoing mail server
delivery-port = Port
delivery-bad-port = A number from 1 to 65535.
delivery-security = Protection
delivery-security-none = None
delivery-security-none-hint = Only for a mail server on this PC.
delivery-username = User name
delivery-username-hint = Often the address itself. Empty if the server asks for none.
delivery-password = Password
delivery-password-of-app = App password
delivery-password-hint = It is kept safe on this PC and never shown again.
delivery-reply-to = Answers go to
delivery-reply-to-hint = Only if it is another address.

## Passwords and keys

delivery-secret-stored = Stored
delivery-secret-locked = In the locked file
delivery-secret-replace = Replace
delivery-secret-forget = Forget
delivery-secret-keep = Keep the stored one
delivery-secrets = Where passwords are kept
delivery-in-keyring = In the keyring of this PC’s operating system. Whoever signs in to this account can send; nobody can read them here.
delivery-in-file = In a file in the data folder, behind your passphrase. It stays open until Regulars is closed.
delivery-in-locked-file = In a file in the data folder, behind your passphrase. After each start it is asked for once; until then nothing is sent.
delivery-in-nothing = This PC has no keyring for passwords. With a passphrase of yours they are kept in an encrypted file in the data folder.
delivery-unlock = Unlock
delivery-unlocked = Unlocked until Regulars is closed
delivery-unlock-title = Unlock the passwords
delivery-unlock-about = Enter the passphrase of the file of passwords. It is needed once after each start.
delivery-file-title = A file for passwords
delivery-file-about = This PC has no keyring, so passwords are kept in an encrypted file in the data folder. Choose a passphrase; it is asked for once after each start.
delivery-file-make = Make the file
delivery-file-made = The file of passwords is made
delivery-passphrase = Passphrase
delivery-passphrase-again = The same once more
delivery-passphrase-differs = The two are not the same.
delivery-forgotten-before = If you ever forget it, the passwords have to be entered again. Nothing else is lost.
delivery-forgotten = Passphrase forgotten?
delivery-forgotten-about = Close Regulars, remove the file secrets.enc from the data folder, start again, and enter the passwords anew. Nothing else is lost.

## SMS and messengers

delivery-sms = SMS and messengers
delivery-sms-switch = Send by SMS or messenger
delivery-preset = Provider
delivery-preset-choose = Choose a provider
delivery-preset-hint = An SMS costs what your provider charges; a Telegram bot costs nothing.
delivery-preset-twilio = Twilio: SMS, worldwide
delivery-preset-seeme = SeeMe: SMS, Hungary and around
delivery-preset-sms-ru = SMS.ru: SMS, Russia
delivery-preset-telegram = Telegram bot
delivery-preset-own = Another gateway
delivery-about-twilio = You need an account and a number at twilio.com. Account SID and Auth Token stand on the first page of its console.
delivery-about-seeme = You need an account at seememobile.com, an API key from its settings, and a sender that SeeMe has approved.
delivery-about-sms-ru = You need an account at sms.ru, its api_id, and a sender that SMS.ru has approved.
delivery-about-own = For any provider with an HTTP interface. Its documentation says what belongs below.
delivery-account = Account
delivery-key = Key or password
delivery-sender = Sender
delivery-sender-hint = The number or name the guest sees.
delivery-own-hint = Only if your provider asks for it.
delivery-bot-token = Bot token
delivery-telegram-bot = Write /newbot to @BotFather in Telegram. It gives you the bot’s token: enter it below.
delivery-telegram-start = A bot may write only to guests who have written to it: they open your bot and press Start.
delivery-telegram-chat = Then open this address in a browser, with your token in it:
delivery-telegram-note = Take the number after "chat":{"{"}"id": and note it in the guest’s profile as their address in the messenger.

## Another gateway

delivery-request = Details of the request
delivery-method = Method
delivery-url = Address
delivery-url-hint = It begins with https://
delivery-recipient = A guest is known by
delivery-recipient-phone = Phone number
delivery-recipient-messenger = Address in the messenger
delivery-headers = Headers
delivery-body = What is sent
delivery-body-form = Form
delivery-body-none = Nothing
delivery-form-fields = Form fields
delivery-pair-name = Name
delivery-pair-value = Value
delivery-pair-name-of = { $label }: name { $number }
delivery-pair-value-of = { $label }: value { $number }
delivery-pair-add = Add a line
delivery-pair-remove = { $label }: remove line { $number }
delivery-placeholders = These stand for what differs from message to message, or is yours:
delivery-is-phone = the guest’s number: +36301234567
delivery-is-phone-digits = the same without plus: 36301234567
delivery-is-messenger-id = the guest’s address in the messenger
delivery-is-text = the message
delivery-is-account = the account above
delivery-is-sender = the sender above
delivery-is-secret = the key or password above
delivery-is-basic-auth = account and key for basic authentication
delivery-is-message-id = the message’s own id, against sending twice
delivery-success = It was sent if
delivery-success-hint = The status is in this range and, where you name a place, the JSON answer holds the value there.
delivery-status-from = Status from
delivery-status-to = Status to
delivery-pointer = Place in the answer
delivery-equals = Value there
delivery-equals-hint = Empty: any will do.

## Trying it out

delivery-try-out = Try it out
delivery-try-saved = What is saved is what is tried: save first.
delivery-verify = Check the connection
delivery-verify-about = Signs in to the server and sends nothing.
delivery-verifying = Connecting to the server …
delivery-test = Send a test message
delivery-testing = Sending …
delivery-test-email = Your e-mail address
delivery-test-phone = Your phone number
delivery-test-chat = Your own chat number
delivery-test-costs = It costs as much as any SMS.

## Pace

delivery-pace = Pace
delivery-paused = Pause sending
delivery-paused-hint = Nothing is lost: messages wait until you go on.
delivery-paused-since = Paused since { $time }. Messages wait.
delivery-per-minute = Messages in a minute, at most
delivery-per-minute-hint = Slower looks less like advertising to mail servers; many providers have limits.
delivery-quiet = Nothing is sent in the quiet hours: { $from }–{ $until }.
delivery-quiet-none = There are no quiet hours: messages may go out at night, too.
delivery-quiet-open = Quiet hours
