import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the server does with the next letters. */
export type Mood =
  'takes' | 'is busy' | 'refuses' | 'knows nobody' | 'vanishes' | 'wants a password';

/** A mail server on loopback, as small as one can be that Regulars talks to. */
export class MailServer {
  mood: Mood = 'takes';
  /** The only name and password it lets in; absent, it asks for none. */
  login?: readonly [name: string, password: string];
  /** Each letter that was taken, headers and all. */
  readonly letters: string[] = [];
  #sockets = new Set<Socket>();
  #server = createServer((socket) => this.#talk(socket));

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((ready) => mail.#server.listen(0, '127.0.0.1', ready));
    return mail;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop() {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #known(): string {
    return Buffer.from(`\0${this.login?.join('\0')}`).toString('base64');
  }

  #talk(socket: Socket) {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let heard = '';
    let letter: string | null = null;
    say('220 loopback');
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        if (letter !== null && line !== '.') letter += `${line}\n`;
        else if (letter !== null) {
          if (this.mood === 'vanishes') return socket.destroy();
          this.letters.push(letter);
          letter = null;
          say('250 taken');
        } else if (/^EHLO/i.test(line))
          say(this.login ? '250-loopback\r\n250 AUTH PLAIN' : '250 loopback');
        else if (/^AUTH/i.test(line))
          say(line.endsWith(this.#known()) ? '235 welcome' : '535 5.7.8 that is not the word');
        else if (/^MAIL/i.test(line) && this.mood === 'wants a password')
          say('530 5.7.0 Authentication required');
        else if (/^RCPT/i.test(line) && this.mood === 'refuses')
          say('550 5.2.1 This mailbox takes no letters');
        else if (/^RCPT/i.test(line) && this.mood === 'is busy') say('451 4.3.0 Come back later');
        else if (/^RCPT/i.test(line) && this.mood === 'knows nobody')
          say('550 5.1.1 No such user here');
        else if (/^DATA/i.test(line)) {
          letter = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say('250 well');
      }
    });
  }
}
