import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PublicActivityPage, pages } from '@samhandling/contracts';
import { capitalised, dayOf, joinList } from '@samhandling/domain';
import { Breadcrumb, Facts, JudgementChip, PageHeader, formatDay, injectLocale } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { Words } from '../core/words.ts';
import { coverageWords, outcomeWords, targetWords } from '../plans/activity/outcome-words.ts';
import { goalName, periodText } from '../plans/data/plan-words.ts';
import { PublicApi } from './data/public-api.ts';
import { PublicStates } from './public-states.ts';

/** `/offentligt/:lan/:slug/aktivitet/:area/:number`: one activity, who answers for it, and how it has gone. */
@Component({
  selector: 'sam-public-activity',
  imports: [Breadcrumb, Facts, JudgementChip, PageHeader, PublicStates, RouterLink, Table],
  templateUrl: './activity-page.html',
  styles: `
    .section {
      margin-top: var(--sam-space-8);
    }
    h2 {
      margin-bottom: var(--sam-space-3);
    }
    table {
      margin: var(--sam-space-2) 0 var(--sam-space-6);
    }
    .outcome {
      font-weight: 560;
    }
    .note {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .neighbours a {
      display: inline-block;
      min-height: 1.5rem;
    }
  `,
})
export class PublicActivity {
  readonly lan = input.required<string>();
  readonly slug = input.required<string>();
  readonly area = input.required<string>();
  readonly number = input.required<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly resource = inject(PublicApi).activity(this.lan, this.slug, this.area, this.number);
  protected readonly page = keepLast(this.resource);
  protected readonly labels = {
    indicator: $localize`:@@public.activity.indicator:Indikator`,
    outcome: $localize`:@@public.activity.outcome:Utfall`,
    target: $localize`:@@public.activity.target:Mål`,
  };
  protected readonly goal = computed(() => {
    const page = this.page();
    return page ? `${goalName(page.goal, this.words.current().goal)}: ${page.goal.title}` : '';
  });
  protected readonly reference = computed(() => {
    const page = this.page();
    return page ? `${capitalised(this.words.current().activity.one)} ${page.activity.reference}` : '';
  });
  protected readonly facts = computed(() => (this.page() ? this.factsOf(this.page() as PublicActivityPage) : []));
  protected readonly rounds = computed(
    () =>
      this.page()?.rounds.map(({ round, judgement, figures }) => {
        const when = formatDay(dayOf(round.adoptedAt), this.locale);
        return {
          label: round.label,
          judgement,
          adopted: $localize`:@@public.activity.adopted:Fastställd ${when}:when:`,
          figures: figures.map((figure) => ({
            id: figure.indicatorId,
            text: figure.text,
            outcome: outcomeWords(figure.now, figure, this.locale),
            coverage: figure.now.state === 'value' ? coverageWords(figure.now, this.locale) : '',
            isEmpty: figure.now.state !== 'value',
            target: figure.settled ? targetWords(figure.target, figure, this.locale) : '–',
          })),
        };
      }) ?? [],
  );
  protected readonly neighbours = computed(() => {
    const page = this.page();
    return [page?.previous, page?.next].map((beside) => {
      if (!beside) return null;
      const [area = '', number = ''] = splitReference(beside.reference);
      return { reference: beside.reference, link: pages.publicActivity(this.lan(), this.slug(), area, number) };
    });
  });

  constructor() {
    titleFromData(() => (this.page() ? this.reference() : undefined));
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  private factsOf({ activity }: PublicActivityPage): { label: string; value: string; lang: string }[] {
    const { responsible, responsibleGroup, partners, openEnded, firstYear, lastYear, recurrence } = activity;
    const years = periodText(firstYear, lastYear);
    const often =
      recurrence === 'yearly'
        ? $localize`:@@public.activity.yearly:Varje år`
        : $localize`:@@public.activity.once:En gång`;
    return [
      {
        label: $localize`:@@public.activity.responsible:Ansvariga`,
        value: joinList([...responsible, ...(responsibleGroup === null ? [] : [responsibleGroup])], 'sv') || '–',
        lang: 'sv',
      },
      {
        label: $localize`:@@public.activity.partners:Samverkanspartner`,
        value: partners.length === 0 ? '–' : `${partners.join(', ')}${openEnded ? ' m.fl.' : ''}`,
        lang: 'sv',
      },
      {
        label: $localize`:@@public.activity.when:När`,
        value: years === '' ? often : `${often}, ${years}`,
        lang: this.locale,
      },
    ];
  }
}

/** "2.2/5" is area 2.2, number 5. */
function splitReference(reference: string): string[] {
  const at = reference.lastIndexOf('/');
  return [reference.slice(0, at), reference.slice(at + 1)];
}
