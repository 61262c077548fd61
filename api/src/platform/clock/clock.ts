import { Injectable } from '@nestjs/common';

/** The only source of "now", so that tests and the demo can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Sweden, "2026-03-12". */
  today(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(this.now());
  }
}
