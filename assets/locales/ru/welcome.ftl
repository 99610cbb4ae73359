### The welcome wizard, and the words for a shop that the settings share.

welcome-title = Добро пожаловать в Regulars
welcome-text = Три коротких вопроса — и касса открыта. Всё можно изменить позже в настройках.
welcome-step = Шаг { $step } из { $steps }
welcome-next = Далее
welcome-finish = Открыть кассу
welcome-demo = Попробовать на примере
welcome-demo-making = Создаём год жизни заведения для примера
welcome-name-example = Кофейня на углу
welcome-card = Какую карту получат ваши гости?
welcome-preset = { $count ->
    [one] { $count } штамп, затем «{ $reward }»
    [few] { $count } штампа, затем «{ $reward }»
   *[many] { $count } штампов, затем «{ $reward }»
 }
welcome-card-later = Так карта будет выглядеть на кассе и в печати. Цвет и правила можно поменять.

## The shop

shop-name = Название заведения
shop-kind = Что это за место?
shop-kind-cafe = Кафе
shop-kind-salon = Салон
shop-language = Язык
shop-currency = Валюта
shop-currency-hint = После первого визита её уже не изменить.
shop-time-zone = Часовой пояс
shop-time-zone-hint = От него зависит, к какому дню относится визит.
