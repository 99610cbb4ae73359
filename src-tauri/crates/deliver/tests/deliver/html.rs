use regulars_deliver::html::{ECard, Letter, letter};

fn sample() -> Letter<'static> {
    Letter {
        shop: "Café & <Co>",
        brand_color: "#a84a24",
        body: "Dear Anna,\r\nwelcome!\n\n\nCome soon <3",
        gift: "",
        card: None,
        unsubscribe: "",
        lang: "en",
    }
}

#[test]
fn texts_stay_texts() {
    let html = letter(&Letter {
        body: "<script>alert('x')</script> & \"quotes\"",
        lang: "\"><b>",
        brand_color: "red;background:url(https://spy.example)",
        card: Some(ECard {
            member: "<i>Anna</i>",
            number: "1\"2",
            caption: "a<b",
            content_id: "x\"onload=\"y",
        }),
        gift: "<u>",
        unsubscribe: "<s>",
        ..sample()
    });
    for tag in [
        "<script",
        "<b>",
        "<i>",
        "<u>",
        "<s>",
        "onload=\"",
        "url(",
        "<Co>",
    ] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert!(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes"));
}

#[test]
fn lines_and_paragraphs_stay_apart() {
    let html = letter(&sample());
    assert_eq!(html.matches("<p ").count(), 2);
    assert!(html.contains("Dear Anna,<br>\nwelcome!</p>"));
}

#[test]
fn nothing_empty_is_drawn_and_nothing_is_fetched() {
    let bare = letter(&sample());
    assert!(!bare.contains("<img"));
    assert!(!bare.contains("font-weight:bold\"></p>"));
    assert_eq!(bare.matches("<tr>").count(), 3);
    let full = letter(&Letter {
        gift: "A cappuccino",
        unsubscribe: "Write STOP.",
        card: Some(ECard {
            member: "Anna",
            number: "2900000000018",
            caption: "Show it at the till",
            content_id: "card@regulars",
        }),
        ..sample()
    });
    for text in ["A cappuccino", "Write STOP.", "Anna", "Show it at the till"] {
        assert!(full.contains(text), "{text}");
    }
    assert!(full.contains("<img src=\"cid:card@regulars\""));
    assert!(!full.contains("http"));
    for tag in ["table", "tr", "td", "p", "html", "body"] {
        let opened = full.matches(&format!("<{tag}")).count();
        assert_eq!(opened, full.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}
