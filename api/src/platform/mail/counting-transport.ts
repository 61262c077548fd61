import type { Metrics } from '../metrics/metrics.ts';
import { MailTransport, type Delivery, type FiledMail, type OutgoingMail } from './mail-transport.ts';

/** The way out, with how it went counted. */
export class CountingTransport extends MailTransport {
  readonly kind: MailTransport['kind'];
  readonly host: string;

  constructor(
    private readonly way: MailTransport,
    private readonly metrics: Metrics,
  ) {
    super();
    this.kind = way.kind;
    this.host = way.host;
  }

  async send(mail: OutgoingMail): Promise<Delivery> {
    const delivery = await this.way.send(mail);
    this.metrics.mailSent(delivery.result);
    return delivery;
  }

  override list(countyId: string): Promise<FiledMail[]> | null {
    return this.way.list(countyId);
  }
}
