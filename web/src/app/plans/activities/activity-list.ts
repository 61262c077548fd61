import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityListItem, pages } from '@samhandling/contracts';
import { formatOf } from '@samhandling/domain';
import { JudgementChip, StateChip, Table, TableScroll, formatDay, injectLocale } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { COLUMNS, type Column, type Sort } from '../data/list-query.ts';
import { OrganisationLinks } from '../shared/organisation-links.ts';
import { columnLabel } from './list-labels.ts';
import { injectWide } from './wide.ts';

/** Beyond this many columns the table scrolls by itself rather than squeezing the texts. */
const FITS = 6;

/** The activities: a table where there is room, otherwise a list with the same facts. Texts are never cut. */
@Component({
  selector: 'sam-activity-list',
  imports: [JudgementChip, NgTemplateOutlet, OrganisationLinks, RouterLink, StateChip, Table, TableScroll],
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

  protected readonly pages = pages;
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly wide = injectWide();
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
}
