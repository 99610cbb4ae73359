//! The channels' set-up.

use regulars_core::{id::RequestId, outbox::DeliveryChannel};

use crate::{
    App,
    app::InWords,
    delivery,
    error::ApiResult,
    messages::{
        ChannelRef, DeliverySet, DeliverySetup, DeliveryState, DeliveryTest, DeliveryTried,
        Nothing, SecretSet, SecretsUnlock,
    },
};

pub(crate) fn get(app: &App, _: Nothing) -> ApiResult<DeliveryState> {
    delivery::state(app.store(), app.secrets())
}

pub(crate) fn set(app: &App, request: DeliverySet) -> ApiResult<DeliveryState> {
    let forgotten = delivery::save(
        app.store(),
        app.secrets(),
        app.write(request.request_id),
        &request.setup,
    )?;
    let channel = match request.setup {
        DeliverySetup::Email { .. } => DeliveryChannel::Email,
        DeliverySetup::Sms { .. } => DeliveryChannel::Sms,
    };
    Ok(DeliveryState {
        forgotten: forgotten.then_some(channel),
        ..get(app, Nothing {})?
    })
}

pub(crate) fn secret_set(app: &App, request: SecretSet) -> ApiResult<DeliveryState> {
    app.secrets()
        .set(app.store(), request.channel, &request.secret)?;
    release(app, request.request_id, request.channel)?;
    get(app, Nothing {})
}

pub(crate) fn secret_forget(app: &App, request: ChannelRef) -> ApiResult<DeliveryState> {
    app.secrets().forget(app.store(), request.channel)?;
    get(app, Nothing {})
}

pub(crate) fn unlock(app: &App, request: SecretsUnlock) -> ApiResult<DeliveryState> {
    app.secrets()
        .unlock(&request.passphrase, request.create, app.locale())?;
    for (part, channel) in (0..).zip(DeliveryChannel::ALL) {
        release(app, request.request_id.part(part), channel)?;
    }
    get(app, Nothing {})
}

/// What was held may send again, now that a secret is there.
fn release(app: &App, request: RequestId, channel: DeliveryChannel) -> ApiResult<()> {
    let state = app.store().delivery_channel(channel).in_words(app)?;
    if state.held.is_some() {
        app.store()
            .outbox_try_again(app.write(request), channel)
            .in_words(app)?;
    }
    Ok(())
}

pub(crate) fn verify(app: &App, _: Nothing) -> ApiResult<DeliveryTried> {
    app.sender().verify()
}

pub(crate) fn test(app: &App, request: DeliveryTest) -> ApiResult<DeliveryTried> {
    app.sender()
        .test(app.write(request.request_id), request.channel, &request.to)
}
