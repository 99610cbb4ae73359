import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on this PC: it knows one name and password, and keeps the letters it gets. */
export class MailServer {
  readonly letters: string[] = [];
  logins = 0;

  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
    readonly port: number,
  ) {}

  static async open(username: string, password: string): Promise<MailServer> {
    const sockets = new Set<Socket>();
    const known = Buffer.from(`\0${username}\0${password}`).toString('base64');
    const server = createServer((socket) => {
      sockets.add(socket);
      mail.#talk(socket, known);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const mail = new MailServer(server, sockets, (server.address() as AddressInfo).port);
    return mail;
  }

  async close() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  #talk(socket: Socket, known: string) {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let pending = '';
    let letter: string[] | null = null;
    const hear = (line: string) => {
      if (letter) {
        if (line !== '.') return void letter.push(line);
        this.letters.push(letter.join('\n'));
        letter = null;
        return say('250 2.0.0 taken');
      }
      const [verb = ''] = line.toUpperCase().split(' ');
      if (verb === 'EHLO') return say('250-liget.test\r\n250 AUTH PLAIN');
      if (verb === 'AUTH') {
        const right = line.endsWith(known);
        if (right) this.logins += 1;
        return say(right ? '235 2.7.0 welcome' : '535 5.7.8 that is not the word');
      }
      if (verb === 'DATA') {
        letter = [];
        return say('354 go on');
      }
      return say(verb === 'QUIT' ? '221 bye' : '250 2.0.0 well');
    };
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString()).split('\r\n');
      pending = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 liget.test');
  }
}
