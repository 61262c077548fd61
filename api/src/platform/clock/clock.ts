import { Injectable } from '@nestjs/common';

/** Made once: making one takes longer than most of what a request does. */
const SWEDISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The only source of "now", so that tests and the demo can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Sweden, "2026-03-12". */
  today(): string {
    return SWEDISH_DAY.format(this.now());
  }
}
