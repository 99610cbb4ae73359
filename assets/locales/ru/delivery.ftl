### Настройки: как программа сама отправляет сообщения.

delivery-title = Отправка
delivery-about = Как приветствия уходят по почте, SMS или в мессенджер.
delivery-stands-off = Пока вы ничего не включили, ничего не отправляется.
delivery-stands-email = Отправка по почте включена.
delivery-stands-sms = Отправка по SMS или в мессенджер включена.
delivery-stands-both = Отправка по почте и по SMS или в мессенджер включена.
delivery-stands-paused = Отправка на паузе: сообщения ждут.
delivery-panel-about = Приветствия по e-mail, SMS или в мессенджер, которые Regulars отправляет сама.
delivery-set-up = Настроить отправку
delivery-not-set-up = не настроено
delivery-is-on = Включено
delivery-is-off = Выключено
delivery-is-held = Приостановлено
delivery-failed = Не удалось показать настройки отправки
delivery-unsaved = Ещё не сохранено.
delivery-saved-off = Сохранено. Отправка выключена, пока вы не проверите нового провайдера.
delivery-saved-no-password = Сохранено. Отправка выключена, пока вы не введёте новый пароль.
delivery-leave = То, что вы изменили в настройках отправки, ещё не сохранено.
delivery-save-first = Сначала сохраните изменения, потом включите.
delivery-fill-first = Сначала заполните и сохраните настройки, потом включите.
delivery-secret-first = Нет пароля или ключа. Введите его, сохраните, потом включите.
delivery-held-since = С { $time } этим способом ничего не отправляется; сообщения ждут.
# $words приходят от сервера или системы на любом языке
delivery-their-words = Дословно: { $words }

## E-mail

delivery-email = E-mail
delivery-email-switch = Отправлять по e-mail
delivery-from-address = Адрес отправителя
delivery-from-address-hint = Ящик, с которого гости получают письма.
delivery-from-name = Имя отправителя
delivery-from-name-hint = Как его видят гости, например название заведения.
delivery-filled-in = Сервер и порт { $provider } уже вписаны.
delivery-gmail = Gmail пускает программы только с паролем приложения: включите двухэтапную аутентификацию в аккаунте Google, создайте там пароль приложения и введите его ниже вместо своего.
delivery-app-password = { $provider } пускает программы только с паролем приложения: создайте его там в настройках безопасности аккаунта и введите ниже вместо своего.
delivery-no-password-here = { $provider } больше не пускает программы по паролю. Выберите ящик у другого провайдера.
delivery-host = Сервер исходящей почты
delivery-port = Порт
delivery-bad-port = Число от 1 до 65535.
delivery-security = Защита
delivery-security-none = Без защиты
delivery-security-none-hint = Только для почтового сервера на этом ПК.
delivery-username = Имя пользователя
delivery-username-hint = Часто это сам адрес. Пусто, если сервер его не спрашивает.
delivery-password = Пароль
delivery-password-of-app = Пароль приложения
delivery-password-hint = Хранится на этом ПК под защитой и больше не показывается.
delivery-reply-to = Ответы приходят на
delivery-reply-to-hint = Только если это другой адрес.

## Пароли и ключи

delivery-secret-stored = Сохранён
delivery-secret-locked = В запертом файле
delivery-secret-replace = Заменить
delivery-secret-forget = Забыть
delivery-secret-keep = Оставить прежний
delivery-secrets = Где хранятся пароли
delivery-in-keyring = В хранилище паролей операционной системы этого ПК. Отправлять может тот, кто вошёл в эту учётную запись; прочитать их здесь не может никто.
delivery-in-file = В файле в папке данных, под вашей кодовой фразой. Он открыт, пока Regulars не закрыта.
delivery-in-locked-file = В файле в папке данных, под вашей кодовой фразой. Она нужна один раз после каждого запуска; до этого ничего не отправляется.
delivery-in-nothing = На этом ПК нет хранилища паролей. С вашей кодовой фразой они хранятся в зашифрованном файле в папке данных.
delivery-unlock = Открыть
delivery-unlocked = Открыто, пока Regulars не закрыта
delivery-unlock-title = Открыть пароли
delivery-unlock-about = Введите кодовую фразу файла паролей. Она нужна один раз после каждого запуска.
delivery-file-title = Файл для паролей
delivery-file-about = На этом ПК нет хранилища паролей, поэтому они лежат в зашифрованном файле в папке данных. Придумайте кодовую фразу; она нужна один раз после каждого запуска.
delivery-file-make = Создать файл
delivery-file-made = Файл паролей создан
delivery-passphrase = Кодовая фраза
delivery-passphrase-again = Ещё раз то же самое
delivery-passphrase-differs = Фразы не совпадают.
delivery-forgotten-before = Если вы её забудете, пароли придётся ввести заново. Больше ничего не пропадёт.
delivery-forgotten = Забыли кодовую фразу?
delivery-forgotten-about = Закройте Regulars, удалите файл secrets.enc из папки данных, запустите программу и введите пароли заново. Больше ничего не пропадёт.

## SMS и мессенджеры

delivery-sms = SMS и мессенджеры
delivery-sms-switch = Отправлять по SMS или в мессенджер
delivery-preset = Провайдер
delivery-preset-choose = Выберите провайдера
delivery-preset-hint = SMS стоят столько, сколько берёт провайдер; бот в Telegram бесплатен.
delivery-preset-twilio = Twilio: SMS по всему миру
delivery-preset-seeme = SeeMe: SMS, Венгрия и соседи
delivery-preset-sms-ru = SMS.ru: SMS, Россия
delivery-preset-telegram = Бот в Telegram
delivery-preset-own = Другой шлюз
delivery-about-twilio = Нужны учётная запись и номер на twilio.com. Account SID и Auth Token стоят на первой странице консоли.
delivery-about-seeme = Нужны учётная запись на seememobile.com, ключ API из её настроек и отправитель, которого одобрил SeeMe.
delivery-about-sms-ru = Нужны учётная запись на sms.ru, её api_id и отправитель, которого одобрил SMS.ru.
delivery-about-own = Для любого провайдера с интерфейсом HTTP. Что вписать ниже, сказано в его документации.
delivery-account = Учётная запись
delivery-key = Ключ или пароль
delivery-sender = Отправитель
delivery-sender-hint = Номер или имя, которое видит гость.
delivery-own-hint = Только если его спрашивает провайдер.
delivery-bot-token = Токен бота
delivery-telegram-bot = Напишите /newbot боту @BotFather в Telegram. Он даст токен бота: введите его ниже.
delivery-telegram-start = Бот может писать только тем гостям, кто сам ему написал: они открывают вашего бота и нажимают «Старт».
delivery-telegram-chat = Затем откройте в браузере этот адрес со своим токеном:
delivery-telegram-note = Возьмите число после "chat":{"{"}"id": и запишите его в профиль гостя как его адрес в мессенджере.

## Другой шлюз

delivery-request = Подробности запроса
delivery-method = Метод
delivery-url = Адрес
delivery-url-hint = Начинается с https://
delivery-recipient = Гостя находят
delivery-recipient-phone = по номеру телефона
delivery-recipient-messenger = по адресу в мессенджере
delivery-headers = Заголовки
delivery-body = Что отправляется
delivery-body-form = Форма
delivery-body-none = Ничего
delivery-form-fields = Поля формы
delivery-pair-name = Имя
delivery-pair-value = Значение
delivery-pair-name-of = { $label }: имя { $number }
delivery-pair-value-of = { $label }: значение { $number }
delivery-pair-add = Добавить строку
delivery-pair-remove = { $label }: убрать строку { $number }
delivery-placeholders = Так обозначено то, что у каждого сообщения своё или принадлежит вам:
delivery-is-phone = номер гостя: +36301234567
delivery-is-phone-digits = он же без плюса: 36301234567
delivery-is-messenger-id = адрес гостя в мессенджере
delivery-is-text = сообщение
delivery-is-account = учётная запись, указанная выше
delivery-is-sender = отправитель, указанный выше
delivery-is-secret = ключ или пароль, введённый выше
delivery-is-basic-auth = учётная запись и ключ для базовой аутентификации
delivery-is-message-id = номер самого сообщения, чтобы оно не ушло дважды
delivery-success = Сообщение ушло, если
delivery-success-hint = Статус в этих пределах, а если указано место, то в ответе JSON там стоит нужное значение.
delivery-status-from = Статус от
delivery-status-to = Статус до
delivery-pointer = Место в ответе
delivery-equals = Значение там
delivery-equals-hint = Пусто: подойдёт любое.

## Проверка

delivery-try-out = Проверка
delivery-try-saved = Проверяется то, что сохранено: сначала сохраните.
delivery-verify = Проверить связь
delivery-verify-about = Входит на сервер и ничего не отправляет.
delivery-verifying = Соединяемся с сервером…
delivery-test = Отправить пробное
delivery-testing = Отправляем…
delivery-test-email = Ваш адрес e-mail
delivery-test-phone = Ваш номер телефона
delivery-test-chat = Номер вашего чата
delivery-test-costs = Стоит столько же, сколько любая SMS.

## Темп

delivery-pace = Темп
delivery-paused = Остановить отправку
delivery-paused-hint = Ничего не пропадёт: сообщения ждут, пока вы не продолжите.
delivery-paused-since = Остановлена с { $time }. Сообщения ждут.
delivery-per-minute = Сообщений в минуту, не больше
delivery-per-minute-hint = Чем медленнее, тем меньше это похоже на рассылку; у многих провайдеров есть ограничения.
delivery-quiet = В тихие часы ничего не отправляется: { $from }–{ $until }.
delivery-quiet-none = Тихих часов нет: сообщения могут уйти и ночью.
delivery-quiet-open = Тихие часы
