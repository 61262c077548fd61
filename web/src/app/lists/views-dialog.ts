import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injector, computed, inject, signal } from '@angular/core';
import type { Problem, SavedView, ViewPage } from '@samhandling/contracts';
import { Button, Choice, Field, Icon, Input, ProblemView } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { savePart } from '../core/save-part.ts';
import { Session } from '../core/session.ts';
import { Undo } from '../core/undo.ts';
import { viewQuery } from './view-query.ts';
import { type ViewValues, defaultSaving, viewSaving } from './view-saving.ts';
import { ViewsApi } from './views-api.ts';

export interface ViewsDialogData {
  readonly page: ViewPage;
  readonly planSlug: string | null;
  /** The choices the list has now. */
  readonly query: string;
  readonly isNew: boolean;
  readonly views: readonly SavedView[];
  /** Reads the views of the list anew. */
  readonly reload: () => void;
}

/** Saves what is chosen as a view, and keeps the views there are in order. Answers whether anything changed. */
@Component({
  selector: 'sam-views-dialog',
  imports: [Button, Choice, DialogShell, Field, Icon, Input, ProblemView],
  templateUrl: './views-dialog.html',
  styleUrl: './views-dialog.scss',
})
export class ViewsDialog {
  protected readonly data = inject<ViewsDialogData>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(ViewsApi);
  private readonly messages = inject(Messages);
  private readonly undo = inject(Undo);
  private readonly injector = inject(Injector);
  protected readonly session = inject(Session);

  protected readonly views = signal(this.data.views);
  private readonly hasChanged = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly name = signal('');
  protected readonly shared = signal(false);
  protected readonly asDefault = signal(false);
  protected readonly nameError = computed(
    () => this.problem()?.errors?.find(({ pointer }) => pointer === '/name')?.reason ?? null,
  );
  protected readonly mayShare = this.session.may('view.share');
  protected readonly mine = $localize`:@@lists.dialog.mine:Bara för mig`;
  protected readonly everyones = $localize`:@@lists.dialog.everyones:För hela länet`;
  protected readonly heading = this.data.isNew
    ? $localize`:@@lists.dialog.save:Spara urvalet som vy`
    : $localize`:@@lists.dialog.arrange:Ordna vyerna`;
  protected readonly isSavable = this.data.isNew && viewQuery(this.data.query) !== '';

  protected close(): void {
    this.ref.close(this.hasChanged());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { page, planSlug, query } = this.data;
    await this.attempt(async () => {
      const view = await this.api.create({
        page,
        planSlug,
        name: this.name(),
        query,
        isShared: this.shared(),
        isCountyDefault: this.shared() && this.asDefault(),
      });
      if (!this.shared() && this.asDefault()) await this.putDefault(view.id);
      this.messages.say($localize`:@@lists.dialog.saved:Vyn ”${view.name}:name:” är sparad.`);
      this.ref.close(true);
    });
  }

  protected rename(view: SavedView, event: Event): Promise<void> {
    const name = (event.target as HTMLInputElement).value.trim();
    if (name === '' || name === view.name) return Promise.resolve();
    return this.change(view, { name });
  }

  protected share(view: SavedView): Promise<void> {
    return this.change(view, { isShared: !view.isShared });
  }

  /** What the list opens with for me. Pressed again it goes back to the county's. */
  protected openFirst(view: SavedView): Promise<void> {
    return this.attempt(() => this.putDefault(view.isMyDefault ? null : view.id));
  }

  protected async openFirstForAll(view: SavedView): Promise<void> {
    await this.change(view, { isCountyDefault: !view.isCountyDefault });
    // Another view may have been the county's until now.
    await this.reload().catch(() => undefined);
  }

  protected async delete(view: SavedView): Promise<void> {
    await this.attempt(async () => {
      await this.api.delete(view);
      this.views.update((views) => views.filter(({ id }) => id !== view.id));
      // Also when this dialog is gone: the message outlives it.
      this.undo.offer($localize`:@@lists.dialog.deleted:Vyn ”${view.name}:name:” är borttagen.`, async () => {
        this.data.reload();
        await this.reload();
      });
    });
    // Changed in another window, or by a colleague: what is shown next is how it stands.
    if (this.problem()?.code === 'stale') await this.reload().catch(() => undefined);
  }

  private async putDefault(viewId: string | null): Promise<void> {
    const saving = defaultSaving(this.api, this.data);
    this.views.set(await savePart(this.injector, this.views(), { viewId }, saving));
  }

  private change(view: SavedView, part: Partial<ViewValues>): Promise<void> {
    return this.attempt(async () => this.put(await savePart(this.injector, view, part, viewSaving(this.api))));
  }

  private async reload(): Promise<void> {
    this.views.set(await this.api.get(this.data.page, this.data.planSlug));
  }

  private put(view: SavedView): void {
    this.views.update((views) =>
      views.some(({ id }) => id === view.id) ? views.map((one) => (one.id === view.id ? view : one)) : [...views, view],
    );
  }

  private async attempt(change: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await change();
      this.hasChanged.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

export async function openViewsDialog(injector: Injector, data: ViewsDialogData): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, ViewsDialogData>(ViewsDialog, {
    ...DIALOG_OPTIONS,
    panelClass: ['sam-dialog-panel', 'sam-dialog-panel--wide'],
    data,
    autoFocus: 'input',
    ariaLabel: $localize`:@@lists.dialog.label:Sparade vyer`,
  });
  return (await firstValueFrom(ref.closed)) === true;
}
