import { DOCUMENT, Injector, Service, inject } from '@angular/core';
import { Session } from '../core/session.ts';

/** Opens the search, from its button or by Ctrl+K (⌘K on a Mac), wherever one is. It is loaded when first asked for. */
@Service()
export class SearchKeys {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private isOpen = false;

  /** Called once, by the shell. */
  listen(): void {
    this.document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (!this.session.signedIn()) return;
      event.preventDefault();
      void this.open();
    });
  }

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    try {
      const { openSearchDialog } = await import('./search-dialog.ts');
      await openSearchDialog(this.injector);
    } finally {
      this.isOpen = false;
    }
  }
}
