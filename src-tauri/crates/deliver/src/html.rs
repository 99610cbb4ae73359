//! The letter as HTML.
//!
//! One column of tables with every style inline, because that is what mail programs understand;
//! no script, no font and no picture from the network.

/// What a letter shows. All of it is plain text; what may be missing is empty.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The shop's name, over the letter.
    pub shop: &'a str,
    /// `#rrggbb`; anything else is a dark grey.
    pub brand_color: &'a str,
    /// Its paragraphs are set apart by empty lines; single line ends stay.
    pub body: &'a str,
    /// What the guest is given, in one line.
    pub gift: &'a str,
    /// The guest's card.
    pub card: Option<ECard<'a>>,
    /// Why the guest gets this and how to end it.
    pub unsubscribe: &'a str,
    /// The letter's language, such as `hu`.
    pub lang: &'a str,
}

/// The card on the phone's screen.
#[derive(Debug, Clone, Copy)]
pub struct ECard<'a> {
    /// Whose it is.
    pub member: &'a str,
    /// The number under the code.
    pub number: &'a str,
    /// What to do with it.
    pub caption: &'a str,
    /// What [`crate::CardImage`] calls the picture.
    pub content_id: &'a str,
}

const FONT: &str = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
/// Text on paper. Both are always set together, so that a program which darkens one darkens both.
const INK: &str = "#22201e";
const PAPER: &str = "#ffffff";
const MUTED: &str = "#6b6661";

/// The whole document.
#[must_use]
pub fn letter(letter: &Letter<'_>) -> String {
    let brand = brand(letter.brand_color);
    let lang = escaped(letter.lang);
    let shop = escaped(letter.shop);
    let body = paragraphs(letter.body);
    let gift = gift(letter.gift, brand);
    let card = letter
        .card
        .map_or_else(String::new, |card| e_card(&card, &shop, brand));
    let end = end(letter.unsubscribe);
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"{lang}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <title>{shop}</title>\n\
         </head>\n\
         <body style=\"margin:0;padding:0\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">\n\
         <tr><td align=\"center\" style=\"padding:16px 8px\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"max-width:560px;background-color:{PAPER};color:{INK};border-top:6px solid {brand}\">\n\
         <tr><td style=\"padding:24px 24px 0;{FONT};font-size:20px;line-height:26px;\
         font-weight:bold;color:{INK}\">{shop}</td></tr>\n\
         <tr><td style=\"padding:8px 24px 24px;{FONT};font-size:16px;line-height:24px;\
         color:{INK}\">\n{body}{gift}</td></tr>\n\
         {card}{end}\
         </table>\n\
         </td></tr>\n\
         </table>\n\
         </body>\n\
         </html>\n"
    )
}

fn paragraphs(text: &str) -> String {
    let unix = text.replace("\r\n", "\n");
    unix.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| {
            let lines = escaped(paragraph).replace('\n', "<br>\n");
            format!("<p style=\"margin:16px 0 0\">{lines}</p>\n")
        })
        .collect()
}

fn gift(text: &str, brand: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = escaped(text);
    format!(
        "<p style=\"margin:20px 0 0;padding:12px 16px;border-left:4px solid {brand};\
         font-weight:bold\">{text}</p>\n"
    )
}

/// The code stays black on white whatever the program does around it: a scanner must read it.
fn e_card(card: &ECard<'_>, shop: &str, brand: &str) -> String {
    let member = escaped(card.member);
    let number = escaped(card.number);
    let caption = escaped(card.caption);
    let picture = escaped(card.content_id);
    format!(
        "<tr><td align=\"center\" style=\"padding:0 24px 24px\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"max-width:320px;background-color:#ffffff;border:2px solid {brand};\
         border-radius:12px\">\n\
         <tr><td align=\"center\" style=\"padding:16px 16px 0;{FONT};font-size:16px;\
         line-height:22px;font-weight:bold;color:{INK}\">{shop}</td></tr>\n\
         <tr><td align=\"center\" style=\"padding:2px 16px 0;{FONT};font-size:16px;\
         line-height:22px;color:{INK}\">{member}</td></tr>\n\
         <tr><td align=\"center\" bgcolor=\"#ffffff\" style=\"padding:8px 16px\">\
         <img src=\"cid:{picture}\" width=\"200\" height=\"200\" alt=\"{number}\" \
         style=\"display:block;width:200px;height:200px;border:0;background-color:#ffffff\">\
         </td></tr>\n\
         <tr><td align=\"center\" style=\"padding:0 16px;font-family:Consolas,Menlo,monospace;\
         font-size:18px;line-height:24px;color:{INK}\">{number}</td></tr>\n\
         <tr><td align=\"center\" style=\"padding:4px 16px 16px;{FONT};font-size:14px;\
         line-height:20px;color:{MUTED}\">{caption}</td></tr>\n\
         </table>\n\
         </td></tr>\n"
    )
}

fn end(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = escaped(text);
    format!(
        "<tr><td style=\"padding:0 24px 24px;{FONT};font-size:13px;line-height:18px;\
         color:{MUTED}\">{text}</td></tr>\n"
    )
}

/// A colour goes into a style: only what is one does.
fn brand(color: &str) -> &str {
    let digits = color.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        color
    } else {
        "#3b3734"
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
