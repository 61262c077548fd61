import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  type Signal,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Empty,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  injectLocale,
} from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { problemOf } from '../../core/problem.ts';
import { Words } from '../../core/words.ts';
import { TogetherApi } from '../data/together-api.ts';
import { ParticipationGrid } from './participation-grid.ts';
import { ParticipationList } from './participation-list.ts';
import { ParticipationStore } from './participation-store.ts';
import { countWords, membersOf, partnersOf } from './participation-words.ts';

/** `/plan/:slug/omgang/:label/medverkan`: who of the municipalities and the partners takes part in what. */
@Component({
  selector: 'sam-participation-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    Disclosure,
    Empty,
    NgTemplateOutlet,
    PageHeader,
    ParticipationGrid,
    ParticipationList,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  providers: [ParticipationStore],
  templateUrl: './participation-page.html',
  styleUrl: './participation-page.scss',
})
export class ParticipationPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(TogetherApi);
  private readonly locale = injectLocale();
  protected readonly words = inject(Words);
  protected readonly store = inject(ParticipationStore);
  protected readonly wide = injectWide();
  protected readonly rounds = this.api.rounds(this.slug);
  protected readonly round = computed(() =>
    this.rounds.hasValue() ? this.rounds.value().rounds.find((round) => round.label === this.label()) : undefined,
  );
  protected readonly plan = computed(() => (this.rounds.hasValue() ? this.rounds.value().plan : undefined));
  protected readonly resource = this.api.participation(() => this.round()?.id);
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly problem = computed(() => {
    const error = this.rounds.error() ?? this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly noSuchRound = computed(() => this.rounds.hasValue() && this.round() === undefined);
  protected readonly shared = computed(() => this.store.activities().filter((one) => membersOf(one).length > 0));
  protected readonly partnered = computed(() =>
    this.store.activities().flatMap((activity) => {
      const rows = partnersOf(activity);
      return rows.length > 0 ? [{ ...activity, rows, words: countWords(rows, this.locale) }] : [];
    }),
  );
  protected readonly lists = computed(() =>
    this.shared().map((activity) => {
      const rows = membersOf(activity);
      return { ...activity, rows, words: countWords(rows, this.locale) };
    }),
  );
  protected readonly silent = computed(() =>
    this.shared().flatMap((activity) =>
      membersOf(activity)
        .filter((row) => row.mayEdit && row.state === null)
        .map(({ organisation }) => ({
          activityId: activity.id,
          organisationId: organisation.id,
          state: 'invited' as const,
        })),
    ),
  );
  protected readonly heading = $localize`:@@together.participation.heading:Medverkan`;
  protected readonly failed = $localize`:@@together.participation.failed:Medverkan kunde inte visas`;
  protected readonly noRound = $localize`:@@together.noRound:Omgången finns inte`;
  protected readonly empty = $localize`:@@together.participation.empty:Ingen är tillfrågad`;
  protected readonly refusedHeading = $localize`:@@together.participation.refused:Allt kunde inte sparas`;
  protected readonly keysHeading = $localize`:@@together.participation.keys:Tangenter`;
  protected readonly collectiveName = computed(() => {
    const names = this.shared().flatMap((one) => membersOf(one).map(({ collective }) => collective?.name ?? ''));
    return [...new Set(names)].join(', ');
  });
  protected readonly activityWord = computed(() => capitalised(this.words.current().activity.one));
  protected readonly meta = computed(() => {
    const rows = this.shared().flatMap(membersOf);
    return `${$localize`:@@together.participation.meta:Omgång ${this.label()}:round:`} · ${countWords(rows, this.locale)}`;
  });
  protected readonly inviteAll = computed(
    () => $localize`:@@together.participation.inviteAll:Sätt ${this.silent().length}:count: utan uppgift som inbjudna`,
  );

  constructor() {
    titleFromData(() => `${this.heading} ${this.label()}`);
    effect(() => {
      const plan = this.plan();
      if (plan) this.words.use(plan.words);
    });
    effect(() => {
      if (!this.resource.hasValue()) return;
      const { round, activities } = this.resource.value();
      untracked(() => this.store.load(round.id, activities));
    });
  }

  protected historyLabel(reference: string): string {
    return $localize`:@@together.participation.historyOf:Historik för ${reference}:reference:`;
  }
}

/** Room for a grid; narrower than this each activity is a list. */
function injectWide(): Signal<boolean> {
  const window = inject(DOCUMENT).defaultView;
  const media = typeof window?.matchMedia === 'function' ? window.matchMedia('(min-width: 48rem)') : null;
  const wide = signal(media?.matches ?? true);
  const follow = (event: MediaQueryListEvent): void => wide.set(event.matches);
  media?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', follow));
  return wide.asReadonly();
}
