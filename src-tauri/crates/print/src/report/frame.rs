use regulars_i18n::{Args, date_long};

use super::{BODY, PAGE_HEIGHT, Sketch};
use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::Area;
use crate::icon::Icon;
use crate::page::Item;
use crate::path::Path;

const FOOTER_RULE: f32 = PAGE_HEIGHT - 44.0;
const FOOTER_BASELINE: f32 = PAGE_HEIGHT - 29.0;

impl Sketch<'_> {
    /// Shop, date and page.
    pub(super) fn footer(&mut self, page: usize, pages: usize) -> Vec<Item> {
        let style = TextStyle::regular(8.0);
        let color = Color::INK_QUIET;
        let date = date_long(self.report.printed_on, self.report.locale);
        let printed = self
            .catalog
            .text_with("report-printed-on", &Args::new().with("date", date));
        let args = Args::new()
            .with("page", page.to_string())
            .with("pages", pages.to_string());
        let numbers = self.catalog.text_with("report-page", &args);
        let shop = self
            .book
            .line(&self.report.shop.name, style, BODY.width * 0.38);
        let printed = self.book.run(&printed, style);
        let numbers = self.book.run(&numbers, style);
        let rule = Path::line((BODY.x, FOOTER_RULE), (BODY.right(), FOOTER_RULE));
        vec![
            Item::line(rule, Color::LINE, 0.6),
            Item::text(shop, BODY.x, FOOTER_BASELINE, color),
            Item::text_center(printed, BODY.center().0, FOOTER_BASELINE, color),
            Item::text_right(numbers, BODY.right(), FOOTER_BASELINE, color),
        ]
    }

    /// What stands where charts and customers would be.
    pub(super) fn empty_state(&mut self, top: f32) -> Vec<Item> {
        let area = Area::new(BODY.x, top, BODY.width, 190.0);
        let middle = area.center().0;
        let brand = self.mark.brand.on_white(3.2);
        let title = self.say("report-empty-title");
        let title =
            self.book
                .fitted_line(&title, TextStyle::semibold(13.0), 9.0, area.width - 40.0);
        let text = self.say("report-empty-text");
        let mut items = vec![
            Item::line(Path::rounded(area, 9.0), Color::LINE, 0.8),
            Item::fill(
                Path::circle((middle, area.y + 58.0), 24.0),
                brand.mix(Color::WHITE, 0.88),
            ),
            Icon::Cup.outlined((middle, area.y + 57.0), 24.0, brand, 1.3),
            Item::text_center(title, middle, area.y + 112.0, Color::INK),
        ];
        let mut baseline = area.y + 132.0;
        for line in self.book.wrapped(&text, TextStyle::regular(10.0), 330.0, 3) {
            items.push(Item::text_center(line, middle, baseline, Color::INK_SOFT));
            baseline += 15.0;
        }
        items
    }
}
