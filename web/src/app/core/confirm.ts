import { Injector, Service, inject } from '@angular/core';

export interface Question {
  readonly heading: string;
  readonly text: string;
  /** The verb of what happens: "Ta bort", never just "Ja". */
  readonly yes: string;
  /** Without it: "Avbryt". */
  readonly no?: string;
  readonly danger?: boolean;
}

/** A yes-or-no question in a dialog. Escape and the close button mean no. */
@Service()
export class Confirm {
  private readonly injector = inject(Injector);

  async ask(question: Question): Promise<boolean> {
    const { openConfirmDialog } = await import('./confirm-dialog.ts');
    return openConfirmDialog(this.injector, question);
  }
}
