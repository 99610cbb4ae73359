import type { App } from '../app';
import { expectShown, expectText } from '../expect';

/** Settings, Sending. */
export class SendingPage {
  constructor(private readonly app: App) {}

  async open() {
    await this.app.testid('nav-settings').click();
    await this.app.testid('settings-to-sending').click();
    await expectShown(this.app.testid('delivery-email'));
  }

  async fillMailbox(port: number, password: string) {
    const { app } = this;
    await app.testid('email-from-address').fill('hello@liget.hu');
    await app.testid('email-host').fill('127.0.0.1');
    await app.testid('email-security-none').click();
    await app.testid('email-port').fill(String(port));
    await app.testid('email-username').fill('liget');
    await app.testid('email-secret').fill(password);
  }

  /** Chooses the passphrase of the file that passwords are kept in. */
  async makeFile(passphrase: string, again = passphrase) {
    await this.app.testid('secrets-passphrase').fill(passphrase);
    await this.app.testid('secrets-again').fill(again);
    await this.app.testid('secrets-open').click();
  }

  async expectTried(channel: 'email' | 'sms', words: RegExp) {
    await expectText(this.app.testid(`${channel}-tried`), words);
  }
}
