import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@samhandling/domain';
import { ENVIRONMENT } from '../config/environment.token.ts';
import type { Environment } from '../config/environment.ts';
import { Clock } from '../clock/clock.ts';
import { newId } from '../database/ids.ts';
import { mailHtml, mailText, type MailAction } from './mail-template.ts';
import { MailTransport, type Delivery } from './mail-transport.ts';
import { greet, siteIn } from './write-letter.ts';

/** A letter about somebody's own account: asked for or needed, so there is nothing to opt out of. */
export interface Letter {
  readonly to: string;
  readonly toName: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly lead: string;
  readonly action: MailAction | null;
  /** Why it came, and what to do if one did not expect it. */
  readonly why: string;
}

/** Letters of the installation, outside the counties' mail: they stand in no county's log, and their secrets nowhere. */
@Injectable()
export class Letters {
  constructor(
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** An address in the application as people see it in a language, for a page path that begins with "/". */
  address(page: string, locale: Locale): string {
    return `${siteIn(locale, this.environment.PUBLIC_URL)}${page}`;
  }

  send({ to, toName, locale, subject, lead, action, why }: Letter): Promise<Delivery> {
    const content = {
      locale,
      greeting: greet({ name: toName, locale }),
      lead,
      sections: [],
      action,
      why,
      optOut: null,
    };
    return this.transport.send({
      id: newId(),
      locale,
      countyId: null,
      fromName: 'Samhandling',
      replyTo: '',
      to,
      toName,
      subject,
      text: mailText(content),
      html: mailHtml(content, subject),
      at: this.clock.now(),
      optOutUrl: null,
    });
  }
}
