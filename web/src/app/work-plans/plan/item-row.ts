import { CdkDragHandle } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type WorkPlanItem, pages } from '@samhandling/contracts';
import { ITEM_OUTCOME_LABELS, kronorText, whenText } from '@samhandling/domain';
import { Button, Icon, injectLocale, injectSay } from '@samhandling/ui';
import { focusWithin } from '../../session/focus-within.ts';
import { movedBy } from '../data/item-values.ts';
import { ItemForm } from './item-form.ts';
import { OutcomeForm } from './outcome-form.ts';
import { WorkPlanStore } from './work-plan-store.ts';

/** One item of the year: what, who, when, with what money and from where; and what became of it. */
@Component({
  selector: 'sam-work-plan-item',
  imports: [Button, CdkDragHandle, Icon, ItemForm, OutcomeForm, RouterLink],
  templateUrl: './item-row.html',
  styleUrl: './item-row.scss',
})
export class ItemRow {
  readonly item = input.required<WorkPlanItem>();
  readonly at = input.required<number>();
  readonly last = input.required<boolean>();
  readonly removed = output<void>();

  protected readonly store = inject(WorkPlanStore);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  protected readonly say = injectSay();
  protected readonly pages = pages;
  protected readonly outcomes = ITEM_OUTCOME_LABELS;
  protected readonly slug = computed(() => this.store.plan()?.plan.slug ?? '');
  protected readonly isOpen = computed(() => this.store.editing() === this.item().id);
  protected readonly maySayOutcome = computed(() => {
    const plan = this.store.plan();
    return plan?.state === 'decided' && plan.mayManage;
  });
  protected readonly who = computed(() => {
    const { organisations, responsibleName } = this.item();
    return [...organisations.map(({ name }) => name), responsibleName].filter((name) => name !== '').join(', ');
  });
  protected readonly when = computed(() => whenText(this.item(), this.locale).replaceAll(' ', '\u00a0'));
  protected readonly money = computed(() => {
    const { amountKronor, funding } = this.item();
    const amount = amountKronor === null ? '' : kronorText(amountKronor, this.locale);
    // The amount is not broken between two lines.
    return [amount.replaceAll(' ', '\u00a0'), funding].filter((part) => part !== '').join(', ');
  });

  protected edit(): void {
    this.store.edit(this.item().id);
    this.focus('sam-item-form textarea, sam-outcome-form input');
  }

  /** The form is gone, and the focus is where it was opened from. */
  protected leave(tool: 'edit' | 'outcome'): void {
    this.store.editing.set(null);
    this.focus(`[data-tool="${tool}"]`);
  }

  /** One step up or down. At the end of the list only the way back is left to press. */
  protected move(by: -1 | 1): void {
    const items = this.store.plan()?.items ?? [];
    const [place, tool] = [this.at() + by, by === -1 ? 'up' : 'down'];
    void this.store.order(movedBy(items, this.at(), by));
    this.store.sayPlace(this.item(), place + 1, items.length);
    this.focus(`[data-tool="${place === 0 ? 'down' : place === items.length - 1 ? 'up' : tool}"]`);
  }

  protected async remove(): Promise<void> {
    if (!this.store.busy() && (await this.store.remove(this.item()))) this.removed.emit();
  }
}
