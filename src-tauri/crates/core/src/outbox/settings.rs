//! The channels, pause and limit.

use rusqlite::{Connection, params};

use super::{
    queue::MINUTE_MS,
    types::{ChannelSetup, ChannelState, Contact, DeliveryChannel, Held, OutboxSettings},
};
use crate::{
    error::{Code, Error, Result},
    storage::{Op, Store, Tx, WriteRequest},
};

/// The longest set-up of a channel, in bytes.
const MAX_CONFIG_BYTES: usize = 32 * 1024;

impl Store {
    /// How a channel stands.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn delivery_channel(&self, which: DeliveryChannel) -> Result<ChannelState> {
        self.read(|db| channel(db, which))
    }

    /// Sets a channel up. One that was held is tried again; messages of one that is
    /// switched off are withdrawn, and their touches are the owner's to do.
    ///
    /// # Errors
    /// `out_of_range` for a contact the channel does not write to; `text_too_long`.
    pub fn set_delivery_channel(
        &self,
        request: WriteRequest,
        which: DeliveryChannel,
        setup: &ChannelSetup,
    ) -> Result<ChannelState> {
        self.write(request, Op("delivery.channel"), &(which, setup), |tx| {
            if (which == DeliveryChannel::Email) != (setup.contact == Contact::Email) {
                return Err(Error::new(Code::OutOfRange).field("contact"));
            }
            if setup.config.len() > MAX_CONFIG_BYTES {
                return Err(Error::new(Code::TextTooLong)
                    .field("config")
                    .arg("max", MAX_CONFIG_BYTES));
            }
            release(tx, which)?;
            tx.sql(
                "UPDATE delivery_channel SET enabled = ?2, config = ?3, contact = ?4 WHERE channel = ?1",
            )?
            .execute(params![
                which.as_str(),
                setup.enabled,
                setup.config,
                setup.contact.as_str()
            ])?;
            if !setup.enabled {
                tx.sql(
                    "UPDATE message SET status = 'cancelled', code = 'channel_off', detail = '', updated_at_ms = ?2
                     WHERE channel = ?1 AND status = 'waiting'",
                )?
                .execute(params![which.as_str(), tx.now_ms()])?;
            }
            channel(tx.connection(), which)
        })
    }

    /// Sends again by a channel that was held.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn outbox_try_again(
        &self,
        request: WriteRequest,
        which: DeliveryChannel,
    ) -> Result<ChannelState> {
        self.write(request, Op("outbox.try_again"), &which, |tx| {
            release(tx, which)?;
            channel(tx.connection(), which)
        })
    }

    /// Pause and limit.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn outbox_settings(&self) -> Result<OutboxSettings> {
        self.read(settings)
    }

    /// Stops sending, or goes on. What is on its way arrives all the same.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn outbox_pause(&self, request: WriteRequest, paused: bool) -> Result<OutboxSettings> {
        self.write(request, Op("outbox.pause"), &paused, |tx| {
            let since = if paused {
                settings(tx.connection())?
                    .paused_since_ms
                    .or(Some(tx.now_ms()))
            } else {
                None
            };
            tx.sql("UPDATE outbox_setting SET paused_at_ms = ?1")?
                .execute([since])?;
            settings(tx.connection())
        })
    }

    /// Sets how many messages go out in a minute at most.
    ///
    /// # Errors
    /// `out_of_range` unless 1 to 600.
    pub fn outbox_limit(&self, request: WriteRequest, per_minute: u16) -> Result<OutboxSettings> {
        self.write(request, Op("outbox.limit"), &per_minute, |tx| {
            if !(1..=600).contains(&per_minute) {
                return Err(Error::new(Code::OutOfRange)
                    .field("per_minute")
                    .arg("min", 1)
                    .arg("max", 600));
            }
            tx.sql("UPDATE outbox_setting SET per_minute = ?1")?
                .execute([per_minute])?;
            settings(tx.connection())
        })
    }
}

/// The channels that wait for the owner.
pub(super) fn held(db: &Connection) -> Result<Vec<Held>> {
    let mut held = Vec::new();
    for which in DeliveryChannel::ALL {
        held.extend(channel(db, which)?.held);
    }
    Ok(held)
}

/// Lets a channel that was held send again: at once what met the trouble.
pub(super) fn release(tx: &Tx<'_>, which: DeliveryChannel) -> Result<()> {
    tx.sql(
        "UPDATE message SET next_at_ms = max(?2, coalesce(claimed_before_ms + ?3, ?2))
         WHERE channel = ?1 AND status = 'waiting' AND next_at_ms > ?2
           AND code = (SELECT held_code FROM delivery_channel WHERE channel = ?1)",
    )?
    .execute(params![which.as_str(), tx.now_ms(), MINUTE_MS])?;
    tx.sql(
        "UPDATE delivery_channel SET held_code = NULL, held_detail = '', held_at_ms = NULL WHERE channel = ?1",
    )?
    .execute([which.as_str()])?;
    Ok(())
}

pub(super) fn channel(db: &Connection, which: DeliveryChannel) -> Result<ChannelState> {
    Ok(db
        .prepare_cached(
            "SELECT enabled, config, contact, held_code, held_detail, held_at_ms FROM delivery_channel
             WHERE channel = ?1",
        )?
        .query_row([which.as_str()], |row| {
            let code: Option<String> = row.get(3)?;
            let detail = row.get(4)?;
            let since: Option<i64> = row.get(5)?;
            Ok(ChannelState {
                channel: which,
                setup: ChannelSetup {
                    enabled: row.get(0)?,
                    config: row.get(1)?,
                    contact: Contact::parse(row.get_ref(2)?.as_str()?),
                },
                held: code.zip(since).map(|(code, since_ms)| Held {
                    channel: which,
                    code,
                    detail,
                    since_ms,
                }),
            })
        })?)
}

pub(super) fn settings(db: &Connection) -> Result<OutboxSettings> {
    Ok(db
        .prepare_cached("SELECT paused_at_ms, per_minute FROM outbox_setting")?
        .query_row([], |row| {
            Ok(OutboxSettings {
                paused_since_ms: row.get(0)?,
                per_minute: row.get(1)?,
            })
        })?)
}
