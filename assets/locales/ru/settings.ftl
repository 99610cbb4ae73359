### The settings.

settings-shop = Заведение
settings-look = Логотип и цвет
settings-place = Язык, деньги и время
settings-data = Данные
settings-about = О программе
settings-saved = Сохранено
settings-demo = Заведение для примера: все гости вымышлены
settings-theme = Светлая или тёмная тема на этом ПК
theme-system = Как в системе
theme-light = Светлая
theme-dark = Тёмная

shop-slogan = Строка под названием
shop-slogan-hint = На картах, например «10 штампов — кофе в подарок».
shop-address = Адрес
shop-address-hint = На обороте карт и в отчётах.
shop-phone = Телефон
shop-logo = Логотип
shop-logo-hint = PNG или JPEG, до 2 МБ. На картах, в отчётах и в меню.
shop-logo-choose = Выбрать картинку
shop-logo-remove = Убрать
shop-logo-too-large = Картинка больше 2 МБ.
shop-brand = Ваш цвет
shop-brand-swatch = Цвет { $number }
shop-brand-own = Другой цвет
shop-brand-hint = На карте штампов, печатных картах и кнопках.
shop-currency-fixed = Изменить нельзя: в этой валюте уже записан визит.
shop-day-start = День начинается в
shop-day-start-hint = Работаете за полночь? Укажите время закрытия, и поздние визиты зачтутся за прошедший вечер.
shop-region = Страна телефонных номеров
shop-region-hint = Для номеров без кода страны.
shop-negative = Если возврат снимает уже потраченные штампы
shop-negative-allow = Отработать
shop-negative-clamp = Простить
shop-negative-allow-hint = Счёт уходит ниже нуля, и следующие штампы его гасят.
shop-negative-clamp-hint = Счёт останавливается на нуле; потраченное списывается, и это видно в истории.

data-folder = Папка данных
data-folder-hint = Всё, что знает Regulars, лежит в этой папке. Скопируйте её — это и есть резервная копия.
documents-folder = Документы
documents-folder-hint = Сюда записываются карты для печати, отчёты и выгрузки.
folder-open = Открыть
folder-choose = Изменить
verify-title = Проверка учёта
verify-hint = Пересчитывает все штампы и награды по истории и сравнивает.
verify-run = Проверить
verify-good = Всё сходится: сверено значений — { $checked }.
verify-bad = { $count ->
    [one] Не сходится { $count } значение:
    [few] Не сходятся { $count } значения:
   *[many] Не сходятся { $count } значений:
 }
verify-problem-balance-debt = Счёт { $account }: открытых штампов { $kept } при долге { $found }.
verify-problem-balance-entries = Счёт { $account }: на балансе штампов { $kept }, а по записям { $found }.
verify-problem-balance-lotless = Счёт { $account }: штампы без начисления: { $found }.
verify-problem-balance-lots = Счёт { $account }: на балансе штампов { $kept }, а открытые штампы и долг дают { $found }.
verify-problem-change-missing = Изменение № { $change }: номера после { $after } не хватает.
verify-problem-change-payload = Изменение № { $change }: содержимое было подменено.
verify-problem-file = Файл базы данных: { $detail }
verify-problem-file-link = Строка таблицы { $table } ссылается на строку таблицы { $parent }, которой нет.
verify-problem-gift-left-out = Награда { $grant }: всё ещё на руках, хотя её поздравление пропустили.
verify-problem-gift-source = Награда { $grant }: пришла с поздравлением, но отмечена как «{ $kept }».
verify-problem-grant-in-hand = Награда { $grant }: отмечена как «{ $kept }», но сумма записей — { $found }.
verify-problem-grant-stamps = Награда { $grant }: происхождение «{ $kept }» не вяжется с потраченными на неё штампами.
verify-problem-grant-status = Награда { $grant }: отмечена как «{ $kept }», а по записям «{ $found }».
verify-problem-grant-turn = Награда { $grant }: возвращена раз: { $found }, а учтено { $kept }.
verify-problem-lot-entries = Штампы одного начисления { $lot }: осталось { $kept }, а по записям { $found }.
verify-problem-lot-gone = Штампы одного начисления { $lot }: записи на них ссылаются, но их нет.
verify-problem-lot-negative = Штампы одного начисления { $lot }: осталось { $kept } — меньше нуля.
verify-problem-member-first-visit = Гость { $member }: первый визит указан { $kept }, а был { $found }.
verify-problem-member-last-time = Гость { $member }: время последнего визита указано { $kept }, а было { $found }.
verify-problem-member-last-visit = Гость { $member }: последний визит указан { $kept }, а был { $found }.
verify-problem-member-spend = Гость { $member }: указана сумма { $kept }, а по визитам { $found }.
verify-problem-member-visits = Гость { $member }: указано визитов { $kept }, а на деле { $found }.
verify-problem-name-folded = Гость { $member }: имя неверно подготовлено для поиска.
verify-problem-search-word = Гость { $member }: поиск не находит «{ $word }».
verify-problem-taken-back = Запись № { $entry }: из { $kept } отменено { $found }.
verify-problem-till-count = Касса { $till } насчитала изменений: { $kept }, а в журнале их { $found }.
verify-problem-visit-rewards = Визит { $visit }: указано наград { $kept }, а по записям { $found }.
verify-problem-visit-stamps = Визит { $visit }: указано штампов { $kept }, а по записям { $found }.
import-link-title = Перенести свой список
import-link-hint = Гости и визиты из CSV-файла другой системы или таблицы.
import-link = Импорт
about-members = Гостей
about-offline = Regulars работает только на этом компьютере. Ничего никуда не отправляется.
about-made-of = Сделано с помощью:
