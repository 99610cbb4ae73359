//! Names as they are common in the shop's language, and phones of its country.

/// First names, each beside the form of the family name it goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    Man,
}

/// A language's names and the shape of its mobile numbers.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) women: &'static [&'static str],
    pub(super) men: &'static [&'static str],
    /// Family names for women and men; the same where the language does not tell.
    pub(super) families: &'static [(&'static str, &'static str)],
    /// Whether the family name comes first.
    pub(super) family_first: bool,
    /// Beginnings of mobile numbers, to be filled up with seven digits.
    pub(super) mobiles: &'static [&'static str],
}

impl Names {
    pub(super) fn of(locale: &str) -> &'static Self {
        match locale {
            "ru" => &RUSSIAN,
            "hu" => &HUNGARIAN,
            _ => &ENGLISH,
        }
    }
}

const ENGLISH: Names = Names {
    women: &[
        "Aoife", "Emma", "Grace", "Ciara", "Sophie", "Hannah", "Orla", "Kate", "Niamh", "Laura", "Ruth", "Alice",
        "Megan", "Claire", "Eve", "Fiona", "Isabel", "Julia", "Nora", "Olivia", "Rachel", "Sarah", "Tara", "Zoe",
    ],
    men: &[
        "Conor", "Jack", "Daniel", "Liam", "Sean", "Adam", "Oisín", "Peter", "Tom", "Mark", "David", "Luke",
        "Brian", "Eoin", "Finn", "Harry", "James", "Kevin", "Michael", "Noah", "Owen", "Patrick", "Ryan", "Simon",
    ],
    families: &[
        ("Murphy", "Murphy"), ("Kelly", "Kelly"), ("O'Sullivan", "O'Sullivan"), ("Walsh", "Walsh"),
        ("Smith", "Smith"), ("O'Brien", "O'Brien"), ("Byrne", "Byrne"), ("Ryan", "Ryan"), ("Doyle", "Doyle"),
        ("McCarthy", "McCarthy"), ("Gallagher", "Gallagher"), ("Kennedy", "Kennedy"), ("Lynch", "Lynch"),
        ("Murray", "Murray"), ("Quinn", "Quinn"), ("Moore", "Moore"), ("Carroll", "Carroll"), ("Daly", "Daly"),
        ("Clarke", "Clarke"), ("Collins", "Collins"), ("Nolan", "Nolan"), ("Power", "Power"),
        ("Fitzgerald", "Fitzgerald"), ("Brennan", "Brennan"), ("Hughes", "Hughes"), ("Keane", "Keane"),
        ("Novak", "Novak"), ("Silva", "Silva"), ("Kowalska", "Kowalski"), ("Chen", "Chen"),
    ],
    family_first: false,
    mobiles: &["+35385", "+35386", "+35387"],
};

const RUSSIAN: Names = Names {
    women: &[
        "Анна", "Мария", "Екатерина", "Ольга", "Наталья", "Елена", "Татьяна", "Ирина", "Дарья", "Алёна", "Юлия",
        "Полина", "Вера", "Ксения", "Софья", "Светлана", "Людмила", "Варвара", "Алиса", "Фёкла", "Зоя", "Марина",
        "Надежда", "Любовь",
    ],
    men: &[
        "Александр", "Дмитрий", "Сергей", "Андрей", "Алексей", "Михаил", "Иван", "Артём", "Фёдор", "Николай",
        "Павел", "Егор", "Пётр", "Роман", "Кирилл", "Илья", "Владимир", "Семён", "Максим", "Юрий", "Глеб", "Денис",
        "Тимофей", "Лев",
    ],
    families: &[
        ("Иванова", "Иванов"), ("Смирнова", "Смирнов"), ("Кузнецова", "Кузнецов"), ("Попова", "Попов"),
        ("Соколова", "Соколов"), ("Лебедева", "Лебедев"), ("Козлова", "Козлов"), ("Новикова", "Новиков"),
        ("Морозова", "Морозов"), ("Петрова", "Петров"), ("Волкова", "Волков"), ("Соловьёва", "Соловьёв"),
        ("Васильева", "Васильев"), ("Зайцева", "Зайцев"), ("Павлова", "Павлов"), ("Семёнова", "Семёнов"),
        ("Голубева", "Голубев"), ("Виноградова", "Виноградов"), ("Богданова", "Богданов"),
        ("Воробьёва", "Воробьёв"), ("Фёдорова", "Фёдоров"), ("Щербакова", "Щербаков"), ("Белова", "Белов"),
        ("Тарасова", "Тарасов"), ("Журавлёва", "Журавлёв"), ("Крылова", "Крылов"), ("Ёлкина", "Ёлкин"),
        ("Чернышевская", "Чернышевский"), ("Громова", "Громов"), ("Ким", "Ким"),
    ],
    family_first: false,
    mobiles: &["+7916", "+7903", "+7926", "+7985"],
};

const HUNGARIAN: Names = Names {
    women: &[
        "Anna", "Hanna", "Zsófia", "Eszter", "Katalin", "Judit", "Réka", "Júlia", "Ágnes", "Dóra", "Erzsébet",
        "Éva", "Ildikó", "Lilla", "Nóra", "Orsolya", "Petra", "Boglárka", "Csilla", "Enikő", "Flóra", "Tünde",
        "Virág", "Zita",
    ],
    men: &[
        "Gergő", "László", "István", "János", "Péter", "Bence", "Máté", "Ádám", "Balázs", "Zoltán", "Attila",
        "Gábor", "Tamás", "Levente", "Dániel", "Ákos", "Csaba", "Ferenc", "György", "Kristóf", "Márton", "Örs",
        "Sándor", "Zsolt",
    ],
    families: &[
        ("Nagy", "Nagy"), ("Kovács", "Kovács"), ("Tóth", "Tóth"), ("Szabó", "Szabó"), ("Horváth", "Horváth"),
        ("Varga", "Varga"), ("Kiss", "Kiss"), ("Molnár", "Molnár"), ("Németh", "Németh"), ("Farkas", "Farkas"),
        ("Balogh", "Balogh"), ("Papp", "Papp"), ("Takács", "Takács"), ("Juhász", "Juhász"), ("Lakatos", "Lakatos"),
        ("Mészáros", "Mészáros"), ("Oláh", "Oláh"), ("Simon", "Simon"), ("Rácz", "Rácz"), ("Fekete", "Fekete"),
        ("Szilágyi", "Szilágyi"), ("Török", "Török"), ("Fehér", "Fehér"), ("Gál", "Gál"), ("Szűcs", "Szűcs"),
        ("Hegedűs", "Hegedűs"), ("Őri", "Őri"), ("Pintér", "Pintér"), ("Kocsis", "Kocsis"), ("Bíró", "Bíró"),
    ],
    family_first: true,
    mobiles: &["+3620", "+3630", "+3670"],
};
