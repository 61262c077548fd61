import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { OPEN_DATA_FORMATS, OPEN_DATA_SETS, type PublicActivityItem, pages, openPaths } from '@samhandling/contracts';
import { activitySentence, capitalised, countGoalJudgements, dayOf, goalSentence, joinList } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Facts,
  GoalJudgementChip,
  Icon,
  JudgementBar,
  JudgementChip,
  PageHeader,
  StateChip,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { Words } from '../core/words.ts';
import { goalName, periodText } from '../plans/data/plan-words.ts';
import { fileSize } from '../paper-blocks/file-size.ts';
import { PublicApi } from './data/public-api.ts';
import { PublicStates } from './public-states.ts';

/** `/offentligt/:lan/:slug`: the plan as adopted and how it goes, for anybody. */
@Component({
  selector: 'sam-public-plan',
  imports: [
    Breadcrumb,
    Button,
    Disclosure,
    Facts,
    GoalJudgementChip,
    Icon,
    JudgementBar,
    JudgementChip,
    PageHeader,
    PublicStates,
    RouterLink,
    StateChip,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PublicPlan {
  readonly lan = input.required<string>();
  readonly slug = input.required<string>();
  /** Label of the round, from `?omgang=`. */
  readonly omgang = input<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  protected readonly locale = injectLocale();
  protected readonly resource = inject(PublicApi).plan(this.lan, this.slug, this.omgang);
  protected readonly page = keepLast(this.resource);
  protected readonly labels = { background: $localize`:@@public.plan.background:Syften, övergripande mål och beslut` };

  protected readonly meta = computed(() => {
    const plan = this.page()?.plan;
    return plan
      ? [periodText(plan.firstYear, plan.lastYear), plan.theme].filter((part) => part !== '').join(' · ')
      : '';
  });
  protected readonly sentence = computed(() => {
    const page = this.page();
    if (!page?.round) return '';
    const words = this.words.current();
    const goals = countGoalJudgements(page.goals.map((goal) => goal.judgement));
    return `${activitySentence(page.round.counts, words.activity, this.locale)} ${goalSentence(goals, words.goal, this.locale)}`;
  });
  protected readonly standing = computed(() => {
    const round = this.page()?.round;
    if (!round) return '';
    const when = formatDay(dayOf(round.adoptedAt), this.locale);
    const label = round.label;
    const version = round.versionNumber;
    return version > 1
      ? $localize`:@@public.plan.adoptedVersion:Enligt uppföljningen ${label}:label:, version ${version}:version:, fastställd ${when}:when:.`
      : $localize`:@@public.plan.adopted:Enligt uppföljningen ${label}:label:, fastställd ${when}:when:.`;
  });
  protected readonly files = computed(() => {
    const round = this.page()?.round;
    return (
      round?.files.map(({ format, size }) => ({
        format,
        name: `${FILE_NAMES[format]} (${fileSize(size, this.locale)})`,
        href: openPaths.publicReportFile(this.lan(), this.slug(), round.label, format),
      })) ?? []
    );
  });
  protected readonly background = computed(() => {
    const plan = this.page()?.plan;
    if (!plan) return [];
    return [
      { heading: $localize`:@@public.purposes:Syften`, items: plan.purposes },
      { heading: $localize`:@@public.overarchingGoals:Övergripande mål`, items: plan.overarchingGoals },
      { heading: $localize`:@@public.specificGoals:Särskilda mål`, items: plan.specificGoals },
    ].filter((list) => list.items.length > 0);
  });
  protected readonly goalsHeading = computed(() => capitalised(this.words.current().goal.many));
  protected readonly goals = computed(
    () =>
      this.page()?.goals.map((goal) => ({
        ...goal,
        name: goalName(goal, this.words.current().goal),
        areas: goal.areas.map((area) => ({
          ...area,
          activities: area.activities.map((activity) => ({ ...activity, who: whoOf(activity) })),
        })),
      })) ?? [],
  );
  protected readonly updated = computed(() => {
    const page = this.page();
    if (!page) return '';
    const latest = [page.plan.publishedAt, ...page.rounds.map(({ publishedAt }) => publishedAt)].sort().at(-1) ?? '';
    const when = formatDay(dayOf(latest), this.locale);
    return $localize`:@@public.updated:Senast uppdaterad ${when}:when:.`;
  });
  protected readonly data = computed(() =>
    OPEN_DATA_SETS.filter((set) => set === 'activities' || this.page()?.round).map((set) => ({
      name: DATA_NAMES[set],
      files: OPEN_DATA_FORMATS.map((format) => ({
        format: format.toUpperCase(),
        label: `${DATA_NAMES[set]}, ${format.toUpperCase()}`,
        href: openPaths.publicData(this.lan(), this.slug(), set, format),
      })),
    })),
  );

  constructor() {
    titleFromData(() => this.page()?.plan.title);
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }
}

const FILE_NAMES = {
  pdf: $localize`:@@public.file.pdf:PDF`,
  docx: $localize`:@@public.file.word:Word`,
  xlsx: $localize`:@@public.file.excel:Excel, siffrorna`,
  json: $localize`:@@public.file.json:JSON`,
} as const;

const DATA_NAMES = {
  activities: $localize`:@@public.data.activities:Aktiviteter och läge`,
  figures: $localize`:@@public.data.figures:Utfall, alla publicerade omgångar`,
} as const;

/** The plan's own Swedish names, in its order. */
function whoOf({ responsible, responsibleGroup }: PublicActivityItem): string {
  return joinList([...responsible, ...(responsibleGroup === null ? [] : [responsibleGroup])], 'sv');
}
