//! Providers ready to use: the owner adds the account, the sender and the secret.

use super::{AnswerRule, Body, Expected, Gateway, Method, Recipient, SuccessRule};

/// Every preset, by its name.
#[must_use]
pub fn all() -> Vec<Gateway> {
    vec![seeme(), sms_ru(), twilio(), telegram()]
}

/// Twilio's Messages resource: worldwide. The account is the Account SID, the secret the auth
/// token, the sender a number or name of the account.
///
/// Sources: <https://www.twilio.com/docs/iam/api> (address, basic authentication),
/// <https://www.twilio.com/docs/usage/twilios-response> (`code` and `message` of an error), and
/// <https://www.twilio.com/docs/api/errors> (21610: the guest said STOP).
#[must_use]
pub fn twilio() -> Gateway {
    Gateway {
        preset: "twilio".to_owned(),
        url: "https://api.twilio.com/2010-04-01/Accounts/{account}/Messages.json".to_owned(),
        method: Method::Post,
        headers: pairs([("Authorization", "Basic {basic_auth}")]),
        body: Body::Form {
            pairs: pairs([("To", "{phone}"), ("From", "{sender}"), ("Body", "{text}")]),
        },
        account: String::new(),
        sender: String::new(),
        recipient: Recipient::Phone,
        success: answer_with("/sid", None),
        id_pointer: Some("/sid".to_owned()),
        answers: AnswerRule {
            code_pointers: texts(["/code"]),
            text_pointers: texts(["/message"]),
            limit: texts(["20429"]),
            transient: Vec::new(),
            setup: texts(["20003", "20404", "21212", "21606", "21608"]),
            permanent: texts(["21211", "21610", "21614"]),
            wait_pointer: None,
        },
    }
}

/// SeeMe: Hungary, Romania and their neighbours. The secret is the API key; the sender one that
/// SeeMe has approved.
///
/// Sources: <https://seememobile.com/knowhow/documentation/sms-gateway-parameters> and
/// <https://seememobile.com/knowhow/documentation/sms-gateway-response-codes>. All parameters
/// stand in the address, as in its examples.
#[must_use]
pub fn seeme() -> Gateway {
    Gateway {
        preset: "seeme".to_owned(),
        url: "https://seememobile.com/gateway?key={secret}&message={text}&number={phone_digits}\
              &sender={sender}&reference={message_id}&format=json"
            .to_owned(),
        method: Method::Get,
        headers: Vec::new(),
        body: Body::None,
        account: String::new(),
        sender: String::new(),
        recipient: Recipient::Phone,
        success: answer_with("/result", Some("OK")),
        id_pointer: None,
        answers: AnswerRule {
            code_pointers: texts(["/code"]),
            text_pointers: texts(["/message"]),
            limit: Vec::new(),
            transient: texts(["8"]),
            setup: texts(["1", "4", "5", "7", "9", "11", "13"]),
            permanent: texts(["2", "3", "6", "12", "16"]),
            wait_pointer: None,
        },
    }
}

/// SMS.ru: Russia. The secret is the `api_id`; the sender one that SMS.ru has approved.
///
/// Source: <https://sms.ru/api/send>; the codes are those its public clients list. It answers for
/// the request and for each number.
#[must_use]
pub fn sms_ru() -> Gateway {
    Gateway {
        preset: "sms_ru".to_owned(),
        url: "https://sms.ru/sms/send".to_owned(),
        method: Method::Post,
        headers: Vec::new(),
        body: Body::Form {
            pairs: pairs([
                ("api_id", "{secret}"),
                ("to", "{phone_digits}"),
                ("msg", "{text}"),
                ("from", "{sender}"),
                ("json", "1"),
            ]),
        },
        account: String::new(),
        sender: String::new(),
        recipient: Recipient::Phone,
        success: answer_with("/sms/{phone_digits}/status_code", Some("100")),
        id_pointer: Some("/sms/{phone_digits}/sms_id".to_owned()),
        answers: AnswerRule {
            code_pointers: texts(["/sms/{phone_digits}/status_code", "/status_code"]),
            text_pointers: texts(["/sms/{phone_digits}/status_text", "/status_text"]),
            limit: texts(["206"]),
            // From 230 to 232 it is this number that had enough, and not the account.
            transient: texts(["220", "230", "231", "232", "500"]),
            setup: texts(["200", "201", "204", "210", "300", "301", "302", "303"]),
            permanent: texts(["202", "203", "205", "207", "208", "209"]),
            wait_pointer: None,
        },
    }
}

/// Telegram's bot API. The secret is the bot's token; a guest is known once they have written to
/// the bot.
///
/// Source: <https://core.telegram.org/bots/api> ("Making requests", `sendMessage`,
/// `ResponseParameters`). 403 is a guest who blocked the bot, not a wrong token, which is 401 or
/// 404.
#[must_use]
pub fn telegram() -> Gateway {
    Gateway {
        preset: "telegram".to_owned(),
        url: "https://api.telegram.org/bot{secret}/sendMessage".to_owned(),
        method: Method::Post,
        headers: Vec::new(),
        body: Body::Json {
            template: r#"{"chat_id": "{messenger_id}", "text": "{text}"}"#.to_owned(),
        },
        account: String::new(),
        sender: String::new(),
        recipient: Recipient::Messenger,
        success: answer_with("/ok", Some("true")),
        id_pointer: Some("/result/message_id".to_owned()),
        answers: AnswerRule {
            code_pointers: texts(["/error_code"]),
            text_pointers: texts(["/description"]),
            limit: texts(["429"]),
            transient: Vec::new(),
            setup: texts(["401", "404"]),
            permanent: texts(["400", "403"]),
            wait_pointer: Some("/parameters/retry_after".to_owned()),
        },
    }
}

fn answer_with(pointer: &str, equals: Option<&str>) -> SuccessRule {
    SuccessRule {
        answer: Some(Expected {
            pointer: pointer.to_owned(),
            equals: equals.map(str::to_owned),
        }),
        ..SuccessRule::default()
    }
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}
