import { Injector, Service, inject } from '@angular/core';

/** A question that is answered in words, such as why something is sent back. */
export interface TextQuestion {
  readonly heading: string;
  readonly text: string;
  /** Label of the field. */
  readonly label: string;
  /** Said when the field is empty: what to write and why. */
  readonly missing: string;
  readonly yes: string;
  readonly danger?: boolean;
}

/** Asks for a reason in a dialog; an empty one is not taken. Null when the person changes their mind. */
@Service()
export class AskText {
  private readonly injector = inject(Injector);

  async ask(question: TextQuestion): Promise<string | null> {
    const { openTextDialog } = await import('./ask-text-dialog.ts');
    return openTextDialog(this.injector, question);
  }
}
