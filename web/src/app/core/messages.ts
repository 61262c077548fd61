import { Service, signal } from '@angular/core';

export interface Message {
  readonly text: string;
  readonly tone: 'done' | 'note' | 'error';
  /** Offered as a button; `run` is called once and the message goes. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

/** One message at the foot of the window. A new one replaces the old; done messages go after a while, errors stay. */
@Service()
export class Messages {
  private readonly shown = signal<Message | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly current = this.shown.asReadonly();

  /** "Aktiviteten är flyttad", with `undo` for status, assignment and delete. Undo stays until it is closed or replaced. */
  say(text: string, undo?: Message['undo']): void {
    this.show(undo ? { text, tone: 'done', undo } : { text, tone: 'done' });
    if (!undo) this.timer = setTimeout(() => this.close(), 8_000);
  }

  /** Something to know that nobody did, and what to do about it. Stays as an undo does. */
  note(text: string, act: NonNullable<Message['undo']>): void {
    this.show({ text, tone: 'note', undo: act });
  }

  fail(text: string): void {
    this.show({ text, tone: 'error' });
  }

  undo(): void {
    const run = this.shown()?.undo?.run;
    this.close();
    run?.();
  }

  close(): void {
    clearTimeout(this.timer);
    this.shown.set(null);
  }

  private show(message: Message): void {
    clearTimeout(this.timer);
    this.shown.set(message);
  }
}
