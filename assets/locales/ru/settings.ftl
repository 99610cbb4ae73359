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
import-link-title = Перенести свой список
import-link-hint = Гости и визиты из CSV-файла другой системы или таблицы.
import-link = Импорт
about-members = Гостей
about-offline = Regulars работает на этом компьютере. Отсюда уходят только сообщения, которые вы сами поручили отправлять.
about-made-of = Сделано с помощью:
