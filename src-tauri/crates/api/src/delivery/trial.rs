//! Trying a set-up out.

use chrono::DateTime;
use regulars_core::{
    WriteRequest,
    id::RequestId,
    outbox::{Content, DeliveryChannel, MessageStatus, SendResult, Trouble},
    phone,
};
use regulars_deliver::{
    Email, Recipient, Secret, Wire,
    html::{Letter, letter},
    verify_email,
};
use regulars_i18n::{Args, Catalog};

use super::{
    Sender,
    said::{said, said_to},
    sender::{Way, say},
    setup,
};
use crate::{ApiError, error::ApiResult, errors::locale_of, messages::DeliveryTried};

impl Sender<'_> {
    /// Connects to the mail server and signs in; sends nothing.
    ///
    /// # Errors
    /// `delivery_not_set_up`; those of the secrets; errors of the disk.
    pub fn verify(&self) -> ApiResult<DeliveryTried> {
        let locale = locale_of(self.store);
        let account = setup::email_account(self.store).map_err(say(self.store))?;
        let account = account.ok_or_else(|| ApiError::plain("delivery_not_set_up", locale))?;
        let secret = self.secrets.get(self.store, DeliveryChannel::Email)?;
        let secret = match secret {
            Some(secret) => secret,
            None if account.username.is_empty() => Secret::new(""),
            None => return Ok(self.failed("secret_missing", String::new())),
        };
        Ok(match verify_email(&account, &secret, &Wire::default()) {
            Ok(()) => self.worked("sending-verified"),
            Err(failure) => self.failed(failure.code, failure.detail),
        })
    }

    /// Sends a test message to the owner, now, once for each request; what works is
    /// not held any more.
    ///
    /// # Errors
    /// `delivery_not_set_up`; `bad_phone`; errors of the disk.
    pub fn test(
        &self,
        request: WriteRequest,
        channel: DeliveryChannel,
        to: &str,
    ) -> ApiResult<DeliveryTried> {
        let (store, locale) = (self.store, locale_of(self.store));
        let way = Way::of(store, self.secrets, channel).map_err(say(store))?;
        if let Way::Blocked(Trouble { code, detail, .. }) = way {
            if code == "settings" {
                return Err(ApiError::plain("delivery_not_set_up", locale));
            }
            return Ok(self.failed(&code, detail));
        }
        let shop = store.shop().map_err(say(store))?;
        let args = Args::new().with("shop", shop.name.as_str());
        let text = |key| Catalog::get(locale).text_with(key, &args);
        let content = Content {
            recipient: self.recipient(&way, to)?,
            name: String::new(),
            subject: match channel {
                DeliveryChannel::Email => text("sending-test-subject"),
                DeliveryChannel::Sms => String::new(),
            },
            body: text("sending-test-body"),
        };
        let id = store
            .outbox_test(request, channel, &content)
            .map_err(say(store))?;
        let first = store.message(id).map_err(say(store))?;
        if first.status != MessageStatus::Sending {
            // The same request again: what came of it then.
            return Ok(if first.status == MessageStatus::Sent {
                self.worked("sending-test-sent")
            } else {
                DeliveryTried {
                    said: said_to(&first.code, first.contact, locale),
                    ..self.failed(&first.code, first.detail)
                }
            });
        }
        let sent = way.carry(id.0, &content, |_| Email {
            id: id.0,
            to_name: String::new(),
            to_address: content.recipient.clone(),
            subject: content.subject.clone(),
            text: content.body.clone(),
            html: letter(&Letter {
                shop: &shop.name,
                brand_color: &shop.brand_color,
                body: &content.body,
                gift: "",
                card: None,
                unsubscribe: "",
                lang: locale.tag(),
            }),
            unsubscribe: None,
            card: None,
            date: DateTime::from_timestamp_millis(request.now_ms).unwrap_or_default(),
        });
        let noted = WriteRequest {
            request_id: RequestId::random(),
            now_ms: request.now_ms,
        };
        // The owner wants to know what came of it also where that cannot be noted.
        let _ = self.note(noted, id, &sent);
        Ok(match sent {
            SendResult::Sent { .. } => self.worked("sending-test-sent"),
            SendResult::Transient(trouble)
            | SendResult::Limit(trouble)
            | SendResult::Unreachable(trouble)
            | SendResult::Silent(trouble)
            | SendResult::Permanent(trouble)
            | SendResult::Setup(trouble)
            | SendResult::Unsure(trouble) => DeliveryTried {
                said: said_to(&trouble.code, first.contact, locale),
                ..self.failed(&trouble.code, trouble.detail)
            },
        })
    }

    /// A phone is taken in any spelling.
    fn recipient(&self, way: &Way, to: &str) -> ApiResult<String> {
        let to = to.trim();
        match way {
            Way::Gateway(gateway, _) if gateway.recipient == Recipient::Phone => {
                let region = self.store.settings().map_err(say(self.store))?.phone_region;
                phone::parse(to, region)
                    .map(phone::E164::into_string)
                    .map_err(|_| {
                        let locale = locale_of(self.store);
                        ApiError {
                            message: Catalog::get(locale).text("error-field-malformed-phone"),
                            field: Some("to".to_owned()),
                            ..ApiError::plain("field_malformed", locale)
                        }
                    })
            }
            _ => Ok(to.to_owned()),
        }
    }

    fn worked(&self, key: &str) -> DeliveryTried {
        DeliveryTried {
            ok: true,
            code: String::new(),
            said: Catalog::get(locale_of(self.store)).text(key),
            detail: String::new(),
        }
    }

    fn failed(&self, code: &str, detail: String) -> DeliveryTried {
        DeliveryTried {
            ok: false,
            code: code.to_owned(),
            said: said(code, locale_of(self.store)),
            detail,
        }
    }
}
