import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityListItem, type Id, pages } from '@samhandling/contracts';
import { formatOf } from '@samhandling/domain';
import { Button, Icon, JudgementChip, StateChip, formatDay, injectLocale } from '@samhandling/ui';
import { Table, TableScroll } from '@samhandling/ui/work';
import { Session } from '../../core/session.ts';
import { Words } from '../../core/words.ts';
import { COLUMNS, type Column, type Sort } from '../data/list-query.ts';
import { OrganisationLinks } from '../shared/organisation-links.ts';
import { InlineCell } from './inline-cell.ts';
import { InlineForm } from './inline-form.ts';
import { INLINE_COLUMNS, type InlineField, fieldsFor } from './inline-value.ts';
import { columnLabel } from './list-labels.ts';
import { WIDE_ENOUGH_TO_WRITE, injectWide } from './wide.ts';

/** Beyond this many columns the table scrolls by itself rather than squeezing the texts. */
const FITS = 6;

/** The activities: a table where there is room, otherwise a list with the same facts. Texts are never cut. */
@Component({
  selector: 'sam-activity-list',
  imports: [
    Button,
    Icon,
    InlineCell,
    InlineForm,
    JudgementChip,
    NgTemplateOutlet,
    OrganisationLinks,
    RouterLink,
    StateChip,
    Table,
    TableScroll,
  ],
  templateUrl: './activity-list.html',
  styleUrl: './activity-list.scss',
})
export class ActivityList {
  readonly slug = input.required<string>();
  readonly items = input.required<readonly ActivityListItem[]>();
  readonly columns = input.required<readonly Column[]>();
  readonly sort = input.required<Sort>();
  /** Number of the first row in the whole list, 1-based. */
  readonly from = input(1);
  /** Follow-ups that are written in here; null while the list is only read. */
  readonly editable = input<readonly Id[] | null>(null);

  protected readonly pages = pages;
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly toRead = injectWide();
  private readonly toWrite = injectWide(WIDE_ENOUGH_TO_WRITE);
  protected readonly wide = computed(() => (this.editable() === null ? this.toRead() : this.toWrite()));
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The row whose small form is open, where there is no room for a table. */
  protected readonly opened = signal<Id | null>(null);
  protected readonly shown = computed(() =>
    COLUMNS.filter((column) => this.columns().includes(column)).map((column) => ({
      column,
      label: columnLabel(column, this.words.current()),
      sorted: this.sorted(column),
    })),
  );
  protected readonly scrolls = computed(() => this.shown().length > FITS);
  protected readonly tableLabel = computed(() => this.words.current().activity.many);
  protected readonly textHead = computed(() => {
    const { one } = this.words.current().activity;
    return one.charAt(0).toLocaleUpperCase('sv') + one.slice(1);
  });
  protected readonly numberHead = $localize`:@@plans.number:Nummer`;
  protected readonly dash = '–';

  /** Latest first for days and updates; the plan's own order and judgements from the top. */
  private sorted(column: Column): 'ascending' | 'descending' | null {
    if (column === 'judgement' && this.sort() === 'judgement') return 'ascending';
    if (column === 'next_step' && this.sort() === 'next_step') return 'ascending';
    return column === 'updated' && this.sort() === 'updated' ? 'descending' : null;
  }

  protected day(value: string | null): string {
    return value === null ? this.dash : formatDay(value, this.locale);
  }

  protected outcomes(item: ActivityListItem): string {
    if (item.outcomesExpected === 0) return this.dash;
    return formatOf(item.outcomesReported, item.outcomesExpected, this.locale);
  }

  protected goalText(item: ActivityListItem): string {
    return item.goal.code ?? String(item.goal.number);
  }

  /** Null where there is nothing of the row to write. */
  protected fieldsOf(item: ActivityListItem): readonly InlineField[] | null {
    const editable = this.editable();
    if (editable === null) return null;
    const fields = fieldsFor(item, editable, this.session.may('follow_up.review'));
    return fields.length > 0 ? fields : null;
  }

  protected inlineField(item: ActivityListItem, column: Column): InlineField | null {
    return this.fieldsOf(item)?.find((field) => INLINE_COLUMNS[field] === column) ?? null;
  }

  protected changeLabel(item: ActivityListItem): string {
    return $localize`:@@lists.inline.form:Ändra ${item.reference}:row:`;
  }

  protected openForm(id: Id): void {
    this.opened.set(id);
    this.afterwards(() => this.element.nativeElement.querySelector<HTMLElement>('sam-inline-form [data-inline]'));
  }

  protected shut(button: HTMLButtonElement): void {
    this.opened.set(null);
    this.afterwards(() => button);
  }

  private afterwards(target: () => HTMLElement | null): void {
    afterNextRender(() => target()?.focus(), { injector: this.injector });
  }
}
