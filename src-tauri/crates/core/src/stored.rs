//! Enumerations as the database holds them.

/// Text forms for the database: those of the wire. The first variant stands for
/// every other text.
macro_rules! stored {
    ($($type:ident { $first:ident = $first_text:literal $(, $variant:ident = $text:literal)* $(,)? })*) => {$(
        impl $type {
            /// The stable text form.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { Self::$first => $first_text, $(Self::$variant => $text,)* }
            }

            /// Reads the text form back; the database holds no other.
            pub(crate) fn parse(text: &str) -> Self {
                match text { $($text => Self::$variant,)* _ => Self::$first }
            }
        }
    )*};
}

pub(crate) use stored;
