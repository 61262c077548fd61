import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ToDoGroup, pages } from '@samhandling/contracts';
import { Button, Empty, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { CurrentPlan } from '../core/current-plan.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { ToDoApi } from './data/to-do-api.ts';
import { ToDoItemRow } from './to-do-item.ts';

/** What waits for me, in groups, the most urgent first within each. Everything else in the product is a link away. */
@Component({
  selector: 'sam-to-do-page',
  imports: [Button, Empty, PageHeader, ProblemView, RouterLink, Skeleton, ToDoItemRow],
  template: `
    <div class="sam-page">
      @if (list.hasValue()) {
        <sam-page-header [heading]="heading" [meta]="meta()" />
        @for (group of groups(); track group.kind) {
          <section class="sam-section" [attr.aria-labelledby]="'grupp-' + group.kind">
            <h2 [id]="'grupp-' + group.kind">
              {{ group.heading }} <span class="sam-quiet">({{ group.items.length }})</span>
            </h2>
            <ul class="sam-rows">
              @for (item of group.items; track item.id) {
                <li><sam-to-do-item [item]="item" /></li>
              }
            </ul>
          </section>
        } @empty {
          <sam-empty [heading]="nothing">
            <p i18n="@@toDo.empty.text">
              Här samlas svar som du ska lämna, frågor du har fått tillbaka och annat som behöver göras.
            </p>
            @if (municipal()) {
              <p i18n="@@toDo.empty.municipal">Kommunens värden fyller du i direkt i tabellen över utfall.</p>
            }
            <ng-container actions>
              @if (municipal(); as table) {
                <a
                  samButton="primary"
                  [routerLink]="table"
                  [queryParams]="{ indelning: 'kommun' }"
                  i18n="@@toDo.empty.outcomes"
                  >Fyll i kommunens utfall</a
                >
              }
              @if (slug(); as slug) {
                <a
                  [samButton]="municipal() ? 'secondary' : 'primary'"
                  [routerLink]="pages.plan(slug)"
                  i18n="@@toDo.empty.plan"
                  >Se hur planen går</a
                >
                @if (session.may('round.manage')) {
                  <a samButton [routerLink]="pages.rounds(slug)" i18n="@@toDo.empty.rounds">Till omgångarna</a>
                }
              } @else {
                <a samButton="primary" [routerLink]="pages.plans()" i18n="@@toDo.empty.plans">Till planerna</a>
              }
            </ng-container>
          </sam-empty>
        }
      } @else if (problem(); as problem) {
        <sam-page-header [heading]="heading" />
        <sam-problem [problem]="problem" retryable (retry)="list.reload()" />
      } @else {
        <sam-page-header [heading]="heading" />
        <sam-skeleton shape="rows" [lines]="6" />
      }
    </div>
  `,
  styles: `
    /* The heading has a line of its own. */
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
  `,
})
export class ToDoPage {
  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly plan = inject(CurrentPlan);
  protected readonly slug = this.plan.slug;
  protected readonly list = inject(ToDoApi).list();
  protected readonly heading = $localize`:@@toDo.title:Att göra`;
  protected readonly nothing = $localize`:@@toDo.empty.heading:Inget väntar på dig`;

  /** Where a municipal coordinator enters values: those are no follow-ups, and so never stand in the list. */
  protected readonly municipal = computed(() => {
    const plan = this.plan.plan();
    const round = this.plan.round();
    const coordinates = this.session.current()?.roles.some(({ role }) => role === 'municipal_coordinator') ?? false;
    return plan && coordinates && round?.state === 'open' ? pages.outcomes(plan.slug, round.label) : null;
  });

  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly groups = computed(() =>
    (this.list.hasValue() ? this.list.value().groups : [])
      .filter((group) => group.items.length > 0)
      .map((group) => ({ ...group, heading: GROUP_HEADINGS[group.kind] })),
  );
  protected readonly meta = computed(() => {
    const total = this.groups().reduce((sum, group) => sum + group.items.length, 0);
    if (total === 0) return '';
    return total === 1
      ? $localize`:@@toDo.meta.one:En sak väntar på dig.`
      : $localize`:@@toDo.meta.many:${total}:count: saker väntar på dig.`;
  });
}

const GROUP_HEADINGS: Readonly<Record<ToDoGroup['kind'], string>> = {
  returned: $localize`:@@toDo.group.returned:Tillbaka med fråga`,
  answer: $localize`:@@toDo.group.answer:Att svara på`,
  respond: $localize`:@@toDo.group.respond:Andras svar att läsa`,
  choose: $localize`:@@toDo.group.choose:Värden att välja mellan`,
  review: $localize`:@@toDo.group.review:Att granska`,
  judge: $localize`:@@toDo.group.judge:Att bedöma`,
  round: $localize`:@@toDo.group.round:Omgången`,
  attention: $localize`:@@toDo.group.attention:Behöver ögon`,
};
