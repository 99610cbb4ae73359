//! The headers that are known, in English, Russian and Hungarian.
//!
//! Folded as `text::fold` does: lower case, no accents, й as и, punctuation as
//! spaces. Within a field the surest name comes first. Tests in `columns` hold
//! the tables to both.

use super::columns::Field;

/// Of a file of members.
#[rustfmt::skip]
pub(super) const MEMBER_HEADERS: &[(Field, &[&str])] = &[
    (Field::ExternalId, &[
        "external id", "id", "member id", "customer id", "client id", "member number",
        "customer number", "внешнии id", "ид", "код", "код клиента", "номер клиента",
        "id клиента", "kulso azonosito", "azonosito", "ugyfelazonosito", "ugyfel azonosito",
        "tag azonosito", "vevokod", "ugyfelkod", "torzsszam",
    ]),
    (Field::Name, &[
        "name", "full name", "fullname", "member name", "customer name", "client name",
        "customer", "client", "guest", "member", "имя", "фио", "ф и о", "полное имя",
        "имя клиента", "клиент", "гость", "покупатель", "имя и фамилия", "фамилия имя",
        "фамилия имя отчество", "nev", "teljes nev", "ugyfel neve", "ugyfelnev", "ugyfel",
        "vendeg", "vendeg neve", "tag neve", "vevo", "vevo neve",
    ]),
    (Field::Phone, &[
        "phone", "phone number", "mobile", "mobile phone", "mobile number", "cell", "cell phone",
        "telephone", "tel", "телефон", "номер телефона", "мобильныи", "мобильныи телефон",
        "моб телефон", "тел", "сотовыи", "telefon", "telefonszam", "mobil", "mobilszam",
        "mobiltelefon", "tel szam",
    ]),
    (Field::Email, &[
        "email", "e mail", "mail", "email address", "e mail address", "почта",
        "электронная почта", "эл почта", "адрес электроннои почты", "имеил", "емеил", "емаил",
        "email cim", "e mail cim", "emailcim", "drotposta",
    ]),
    (Field::Birthday, &[
        "birthday", "birth date", "birthdate", "date of birth", "dob", "born", "день рождения",
        "дата рождения", "др", "д р", "szuletesnap", "szuletesi datum", "szuletesi ido",
        "szul datum", "szulinap",
    ]),
    (Field::JoinedOn, &[
        "joined on", "joined", "join date", "member since", "registered", "registered on",
        "registration date", "signup date", "sign up date", "created", "created at", "created on",
        "customer since", "дата регистрации", "дата вступления", "зарегистрирован",
        "дата создания", "клиент с", "csatlakozas", "csatlakozott", "csatlakozas datuma",
        "regisztracio", "regisztralt", "regisztracio datuma", "regisztracio napja",
        "tagsag kezdete", "belepes datuma",
    ]),
    (Field::Locale, &[
        "locale", "language", "lang", "preferred language", "язык", "язык общения", "nyelv",
        "nyelve", "kapcsolattartas nyelve",
    ]),
    (Field::Notes, &[
        "notes", "note", "comment", "comments", "remark", "remarks", "заметки", "заметка",
        "примечание", "примечания", "комментарии", "megjegyzes", "megjegyzesek", "jegyzet",
    ]),
    (Field::Address, &[
        "address", "postal address", "mailing address", "street address", "home address", "адрес",
        "почтовыи адрес", "домашнии адрес", "cim", "postacim", "postai cim", "levelezesi cim",
        "lakcim",
    ]),
    (Field::Messenger, &[
        "messenger", "messenger id", "telegram", "telegram id", "telegram chat id", "chat id",
        "мессенджер", "телеграм", "id в телеграм", "uzenetkuldo", "telegram azonosito",
    ]),
    (Field::CardNumber, &[
        "card number", "card no", "card", "loyalty card", "loyalty card number", "barcode",
        "номер карты", "карта", "карта лояльности", "штрихкод", "штрих код", "kartyaszam",
        "kartya", "kartya szama", "husegkartya", "torzskartya", "vonalkod",
    ]),
    (Field::ConsentEmail, &[
        "consent email", "email consent", "e mail consent", "email opt in", "email marketing",
        "accepts email marketing", "согласие email", "согласие на email", "согласие на e mail",
        "согласие e mail", "согласие на почту", "рассылка email", "email hozzajarulas",
        "e mail hozzajarulas", "hozzajarulas email", "hozzajarulas e mail", "hirlevel",
    ]),
    (Field::ConsentSms, &[
        "consent sms", "sms consent", "sms opt in", "sms marketing", "accepts sms marketing",
        "согласие sms", "согласие на sms", "согласие смс", "согласие на смс", "рассылка sms",
        "sms hozzajarulas", "hozzajarulas sms",
    ]),
];

/// Of a file of visits.
#[rustfmt::skip]
pub(super) const VISIT_HEADERS: &[(Field, &[&str])] = &[
    (Field::Member, &[
        "member", "member id", "customer", "customer id", "client", "client id", "guest",
        "member number", "customer number", "клиент", "id клиента", "код клиента",
        "номер клиента", "гость", "покупатель", "участник", "tag", "ugyfel", "ugyfelazonosito",
        "ugyfel azonosito", "tag azonosito", "vendeg", "vevo", "vevokod", "ugyfelkod",
        "torzsvendeg",
        // Less sure: what a member may be known by.
        "card number", "card", "номер карты", "карта", "kartyaszam", "kartya", "phone",
        "phone number", "телефон", "номер телефона", "telefon", "telefonszam", "email", "e mail",
        "почта",
    ]),
    (Field::At, &[
        "at", "date", "date time", "datetime", "time", "timestamp", "when", "visit date",
        "visited at", "visited on", "purchase date", "order date", "transaction date", "day",
        "дата", "дата и время", "дата время", "дата визита", "дата покупки", "дата чека",
        "дата посещения", "время", "когда", "datum", "datum ido", "datum es ido", "idopont",
        "ido", "latogatas datuma", "vasarlas datuma", "vasarlas ideje", "mikor", "nap", "kelt",
    ]),
    (Field::Amount, &[
        "amount", "total", "sum", "price", "spend", "spent", "paid", "total amount", "value",
        "revenue", "сумма", "итого", "сумма чека", "сумма покупки", "стоимость", "оплачено",
        "чек сумма", "osszeg", "vegosszeg", "ar", "fizetett", "fizetett osszeg", "ertek",
        "fizetendo", "brutto osszeg",
    ]),
    (Field::Note, &[
        "note", "notes", "comment", "comments", "remark", "description", "заметка", "заметки",
        "примечание", "комментарии", "описание", "megjegyzes", "jegyzet", "leiras",
    ]),
    (Field::ExternalId, &[
        "external id", "id", "visit id", "order id", "transaction id", "receipt",
        "receipt number", "receipt no", "invoice", "order", "order number", "внешнии id", "ид",
        "номер чека", "чек", "номер заказа", "id визита", "id чека", "kulso azonosito",
        "azonosito", "bizonylatszam", "bizonylat", "nyugtaszam", "nyugta", "rendelesszam",
        "szamlaszam",
    ]),
];
