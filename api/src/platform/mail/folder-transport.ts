import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail, invitationFile } from './compose.ts';
import { MailTransport, type Delivery, type FiledMail, type OutgoingMail } from './mail-transport.ts';

const MOST_SHOWN = 200;

/** Writes mails to a folder instead of sending them: nothing leaves the machine. */
export class FolderTransport extends MailTransport {
  readonly kind = 'folder';

  constructor(
    readonly host: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(mail: OutgoingMail): Promise<Delivery> {
    try {
      await mkdir(this.host, { recursive: true, mode: 0o700 });
      const name = `${mail.at.toISOString().replace(/[:.]/g, '-')}_${mail.id}`;
      await this.write(`${name}.eml`, await composeMail(mail, this.from));
      const { countyId, to, subject, text, html } = mail;
      const attachments = [
        ...(mail.attachments ?? []).map((file) => file.name),
        ...(mail.invitation ? [invitationFile(mail.locale)] : []),
      ];
      const filed: Omit<FiledMail, 'file'> = {
        countyId,
        to,
        subject,
        at: mail.at.toISOString(),
        text,
        html,
        attachments,
      };
      await this.write(`${name}.json`, JSON.stringify(filed));
      return { result: 'accepted' };
    } catch (fault) {
      return { result: 'later', reason: `Det gick inte att skriva i ${this.host}: ${(fault as Error).message}` };
    }
  }

  /** Newest first, at most 200, of one county. */
  override async list(countyId: string): Promise<FiledMail[]> {
    const names = (await readdir(this.host).catch(() => []))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
    const found: FiledMail[] = [];
    for (const name of names) {
      if (found.length >= MOST_SHOWN) break;
      const filed = JSON.parse(await readFile(join(this.host, name), 'utf8')) as Omit<FiledMail, 'file'>;
      if (filed.countyId === countyId) found.push({ ...filed, file: name.replace(/\.json$/, '.eml') });
    }
    return found;
  }

  /** Under another name first, so that nobody reads half a mail. */
  private async write(name: string, content: Buffer | string): Promise<void> {
    const path = join(this.host, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
