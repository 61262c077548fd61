import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { RECURRENCE_LABELS, capitalised } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Icon,
  JudgementChip,
  PageHeader,
  Skeleton,
  StateChip,
  injectSay,
} from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Session } from '../../core/session.ts';
import { Words } from '../../core/words.ts';
import { ActivityMeetingsSection } from '../../decisions/parts/activity-meetings-section.ts';
import { goalName, periodText, roundName } from '../data/plan-words.ts';
import { PlansApi } from '../data/plans-api.ts';
import { type Neighbour, Neighbours } from '../shared/neighbours.ts';
import { OrganisationLinks } from '../shared/organisation-links.ts';
import { PageStates } from '../shared/page-states.ts';
import { IndicatorFigures } from './indicator-figures.ts';
import { MunicipalityComparison } from './municipality-comparison.ts';
import { RoundHistory } from './round-history.ts';

/** Rounds shown in full; earlier ones are one click away. */
const SHOWN_ROUNDS = 2;

/** `/plan/:slug/aktivitet/:area/:number`: what was promised, how it goes and how it went. */
@Component({
  selector: 'sam-activity-page',
  imports: [
    ActivityMeetingsSection,
    Breadcrumb,
    Button,
    Disclosure,
    Icon,
    IndicatorFigures,
    JudgementChip,
    MunicipalityComparison,
    Neighbours,
    OrganisationLinks,
    PageHeader,
    PageStates,
    RoundHistory,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './activity-page.html',
  styleUrl: './activity-page.scss',
})
export class ActivityPageView {
  readonly slug = input.required<string>();
  readonly area = input.required<string>();
  readonly number = input.required<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  private readonly session = inject(Session);
  private readonly say = injectSay();
  protected readonly readsMeetings = computed(() => this.session.may('group.read'));
  protected readonly resource = inject(PlansApi).activity(this.slug, this.area, this.number);
  protected readonly page = keepLast(this.resource);

  protected readonly name = computed(() => {
    const page = this.page();
    return page ? `${capitalised(this.words.current().activity.one)} ${page.activity.reference}` : '';
  });
  protected readonly goal = computed(() => {
    const page = this.page();
    return page ? goalName(page.goal, this.words.current().goal) : '';
  });
  protected readonly areaLabel = computed(() => capitalised(this.words.current().area.one));
  protected readonly latest = computed(() => this.page()?.rounds[0] ?? null);
  protected readonly years = computed(() => {
    const activity = this.page()?.activity;
    return activity ? periodText(activity.firstYear, activity.lastYear) : '';
  });
  protected readonly recurrence = computed(() => {
    const activity = this.page()?.activity;
    return activity ? this.say(RECURRENCE_LABELS[activity.recurrence]) : '';
  });
  /** The way to the answer of the newest round: to write it for those who may, else to read it. */
  protected readonly answer = computed(() => {
    const page = this.page();
    const latest = this.latest();
    if (!page || !latest || !this.session.may('follow_up.read')) return null;
    const mine = new Set((this.session.current()?.organisations ?? []).map((organisation) => organisation.id));
    const answers =
      this.session.may('follow_up.answer_any') ||
      (this.session.may('follow_up.answer_own') &&
        page.activity.responsible.some((organisation) => mine.has(organisation.id)));
    const writes = answers && latest.round.state === 'open' && latest.state !== 'accepted';
    const round = roundName(latest.round);
    return {
      link: pages.followUp(latest.followUpId),
      writes,
      words: writes
        ? $localize`:@@plans.activity.answer:Följ upp ${round}:round:`
        : $localize`:@@plans.activity.show:Visa svaret för ${round}:round:`,
    };
  });
  protected readonly mayEditPlan = computed(() => this.session.may('plan.edit'));
  protected readonly shownRounds = computed(() => this.page()?.rounds.slice(0, SHOWN_ROUNDS) ?? []);
  protected readonly earlierRounds = computed(() => this.page()?.rounds.slice(SHOWN_ROUNDS) ?? []);
  protected readonly earlierLabel = $localize`:@@plans.activity.earlier:Tidigare omgångar`;
  protected readonly previous = computed(() => this.neighbour(this.page()?.previous ?? null));
  protected readonly next = computed(() => this.neighbour(this.page()?.next ?? null));
  protected readonly neighboursLabel = computed(() => {
    const activity = this.words.current().activity;
    return $localize`:@@plans.activity.neighbours:Fler ${activity.many}:activities:`;
  });

  constructor() {
    titleFromData(() => this.name());
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  private neighbour(activity: { readonly reference: string; readonly text: string } | null): Neighbour | null {
    if (!activity) return null;
    const [area = '', number = ''] = activity.reference.split('/');
    return { link: pages.activity(this.slug(), area, number), name: activity.reference, text: activity.text };
  }
}
