import type { SmtpSettings } from '../config/environment.ts';
import { Readable } from 'node:stream';
import { composeMail } from './compose.ts';
import { MailTransport, type Delivery, type OutgoingMail } from './mail-transport.ts';

interface SmtpFault extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Sends over SMTP, one connection per mail. It knows where in the conversation a fault came: until the server has asked
 * for the message nothing can have arrived, and after that only an answer tells.
 */
export class SmtpTransport extends MailTransport {
  readonly kind = 'smtp';
  readonly host: string;

  constructor(private readonly settings: SmtpSettings) {
    super();
    this.host = `${settings.host}:${settings.port}`;
  }

  async send(mail: OutgoingMail): Promise<Delivery> {
    let handedOver = false;
    try {
      const message = await composeMail(mail, this.settings.from);
      const { default: SmtpConnection } = await import('nodemailer/lib/smtp-connection');
      const { host, port, secure, user, password, timeoutMs } = this.settings;
      const connection = new SmtpConnection({
        host,
        port,
        secure,
        connectionTimeout: Math.min(timeoutMs, 15_000),
        greetingTimeout: Math.min(timeoutMs, 15_000),
        socketTimeout: timeoutMs,
        // A server that offers STARTTLS with a certificate nobody vouches for is still better spoken to under it.
        tls: { rejectUnauthorized: this.settings.verifyCertificate },
      });
      // Read only when the server has answered DATA with "go on".
      const body = new Readable({
        read() {
          handedOver = true;
          this.push(message);
          this.push(null);
        },
      });
      try {
        await this.connect(connection);
        if (user !== '') await callback((done) => connection.login({ credentials: { user, pass: password } }, done));
        const envelope = { from: this.settings.from, to: [mail.to], size: message.length };
        await Promise.race([
          callback((done) => connection.send(envelope, body, done)),
          new Promise<never>((_, reject) => connection.once('error', reject)),
        ]);
        connection.quit();
        return { result: 'accepted' };
      } catch (fault) {
        connection.close();
        throw fault;
      }
    } catch (fault) {
      return judge(fault as SmtpFault, handedOver, this.host);
    }
  }

  private connect(connection: {
    connect(done: (fault?: Error) => void): void;
    once(event: 'error', listener: (fault: Error) => void): unknown;
  }): Promise<void> {
    return new Promise((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((fault) => (fault ? reject(fault) : resolve()));
    });
  }
}

function callback(start: (done: (fault?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((fault) => (fault ? reject(fault) : resolve())));
}

/** What a fault means for the mail, with a reason a planner can read. */
function judge(fault: SmtpFault, handedOver: boolean, host: string): Delivery {
  const said = (fault.response ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  const code = fault.responseCode ?? 0;
  if (code >= 500 && fault.code !== 'EAUTH')
    return { result: 'refused', reason: `E-postservern tog inte emot adressen eller brevet: ${said}` };
  if (code >= 400 && fault.code !== 'EAUTH')
    return { result: 'later', reason: `E-postservern bad oss försöka senare: ${said}` };
  if (handedOver)
    return { result: 'unknown', reason: `Förbindelsen med ${host} bröts innan servern hade bekräftat brevet.` };
  if (fault.code === 'EAUTH') return { result: 'later', reason: `${host} godtog inte inloggningen (${said || code}).` };
  if (fault.code === 'ETIMEDOUT') return { result: 'later', reason: `${host} svarade inte i tid.` };
  if (fault.code === 'EDNS') return { result: 'later', reason: `Adressen till e-postservern ${host} finns inte.` };
  if (fault.code === 'ETLS') return { result: 'later', reason: `Det gick inte att tala krypterat med ${host}.` };
  if (fault.code === 'EENVELOPE') return { result: 'refused', reason: 'Adressen går inte att skicka till.' };
  return { result: 'later', reason: `Det gick inte att nå e-postservern ${host}.` };
}
