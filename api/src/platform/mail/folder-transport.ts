import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail } from './compose.ts';
import { MailTransport, type Delivery, type OutgoingMail } from './mail-transport.ts';

/** What stands beside each .eml, so that showing it needs no parser. */
export interface FiledMail {
  readonly countyId: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
  readonly text: string;
  readonly html: string;
}

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
      const filed: FiledMail = { countyId, to, subject, at: mail.at.toISOString(), text, html };
      await this.write(`${name}.json`, JSON.stringify(filed));
      return { result: 'accepted' };
    } catch (fault) {
      return { result: 'later', reason: `Det gick inte att skriva i ${this.host}: ${(fault as Error).message}` };
    }
  }

  /** Newest first, at most 200, of one county. */
  async list(countyId: string): Promise<(FiledMail & { readonly file: string })[]> {
    const names = (await readdir(this.host).catch(() => []))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
    const found: (FiledMail & { readonly file: string })[] = [];
    for (const name of names) {
      if (found.length >= MOST_SHOWN) break;
      const filed = JSON.parse(await readFile(join(this.host, name), 'utf8')) as FiledMail;
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
