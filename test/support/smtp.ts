import PostalMime, { type Email } from 'postal-mime';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../../api/src/platform/clock/clock.ts';

export interface ReceivedMail extends Email {
  /** To whom, as the envelope said. */
  readonly recipient: string;
  header(name: string): string | undefined;
}

export interface SmtpWishes {
  readonly port?: number;
  /** What the server answers to an address instead of taking it: "550 No such user". Looked at for each mail. */
  readonly refuse?: Readonly<Record<string, string>>;
  /** Addresses whose mail it hangs up on when it has the whole of it. Looked at for each mail. */
  readonly hangUpOn?: ReadonlySet<string>;
  /** Hangs up when it has the whole message, without a word. */
  readonly hangUpAfterData?: boolean;
}

/** A mail server of one's own on a free port. */
export interface TestSmtp {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  to(address: string): ReceivedMail[];
  close(): Promise<void>;
}

export async function startSmtp(wishes: SmtpWishes = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const answer = wishes.refuse?.[address];
      if (answer === undefined) return done();
      done(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void read(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '').then((mail) => {
          received.push(mail);
          if (wishes.hangUpAfterData || wishes.hangUpOn?.has(mail.recipient))
            for (const connection of server.connections) connection.close();
          else done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(wishes.port ?? 0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    to: (address) => received.filter(({ recipient }) => recipient === address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function read(bytes: Buffer, recipient: string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes);
  return {
    ...mail,
    recipient,
    header: (name) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value,
  };
}

/** A server that takes the call and never says a word. */
export async function startMuteServer(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
  const mute = await startMuteServer();
  await mute.close();
  return mute.port;
}

const SWEDISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** A clock that stands still until it is set. */
export function handClock(start: string): Clock & { set(instant: string): void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    today: () => SWEDISH_DAY.format(now),
    set: (instant) => {
      now = new Date(instant);
    },
  };
}
