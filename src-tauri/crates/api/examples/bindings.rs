//! Prints the TypeScript side of the command table; `cargo xtask bindings`
//! writes it to `ui/src/lib/backend/bindings.ts`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    print!("{}", regulars_api::typescript()?);
    Ok(())
}
