//! Declares the app's own IPC commands, so that the capability file can allow
//! them by name and nothing else can be called from the window.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call", "hold_open", "close"]);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}
