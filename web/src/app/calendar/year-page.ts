import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Day, type Id, type YearEntry, pages, paths } from '@samhandling/contracts';
import { YEAR_ENTRY_KINDS, YEAR_ENTRY_KIND_LABELS, type YearEntryKind, dayOf, formatDay } from '@samhandling/domain';
import { Breadcrumb, Button, Empty, Icon, PageHeader, ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { Confirm } from '../core/confirm.ts';
import { keepLast } from '../core/keep-last.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { MeetingPlaces } from '../groups/parts/meeting-places.ts';
import { CalendarApi } from './data/calendar-api.ts';
import { flipped, isChosen, readYearQuery, writeYearQuery, type YearQuery } from './data/year-query.ts';
import { YearList } from './list/year-list.ts';
import { MarkForm, type Saved } from './mark/mark-form.ts';
import { Wheel, type Move } from './wheel/wheel.ts';

/** `/plan/:slug/arshjul/:year`: the plan's year as a wheel, and beside it as a list. */
@Component({
  selector: 'sam-year-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    FilterChip,
    Icon,
    MarkForm,
    MeetingPlaces,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    Wheel,
    YearList,
  ],
  templateUrl: './year-page.html',
  styleUrl: './year-page.scss',
})
export class YearPage {
  readonly slug = input.required<string>();
  readonly year = input.required({ transform: numberAttribute });

  protected readonly pages = pages;
  private readonly api = inject(CalendarApi);
  private readonly messages = inject(Messages);
  private readonly confirm = inject(Confirm);
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly form = viewChild<ElementRef<HTMLElement>>('form');
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly query = computed(() => readYearQuery(this.params()));
  protected readonly resource = this.api.year(this.slug, this.year);
  protected readonly wheel = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly entries = computed(() =>
    (this.wheel()?.entries ?? []).filter((entry) => isChosen(entry, this.query())),
  );
  protected readonly kinds = computed(() =>
    YEAR_ENTRY_KINDS.flatMap((kind) => {
      const count = (this.wheel()?.entries ?? []).filter((entry) => entry.kind === kind).length;
      return count > 0 ? [{ kind, count, label: YEAR_ENTRY_KIND_LABELS[kind][this.locale] }] : [];
    }),
  );
  protected readonly narrowed = computed(() => this.query().kinds.length + this.query().groups.length > 0);
  protected readonly chosen = signal<string | null>(null);
  protected readonly busyKey = signal<string | null>(null);
  protected readonly said = signal('');
  /** Null: no form. `new`: an empty one. */
  protected readonly editing = signal<YearEntry | 'new' | null>(null);
  protected readonly edited = computed(() => {
    const editing = this.editing();
    return editing === 'new' ? null : editing;
  });
  protected readonly paper = computed(() => paths.yearWheelFile(this.slug(), this.year()));
  protected readonly heading = computed(() => $localize`:@@calendar.heading:Årshjul ${String(this.year())}:year:`);
  protected readonly labels = {
    years: $localize`:@@calendar.years:År`,
    kinds: $localize`:@@calendar.filter.kinds:Visa slag`,
    groups: $localize`:@@calendar.filter.groups:Visa grupper`,
    empty: $localize`:@@calendar.empty:Inget är planerat för året än`,
    emptyFound: $localize`:@@calendar.emptyFound:Inget i året passar in på det du har valt`,
  };

  constructor() {
    effect(() => {
      const wheel = this.wheel();
      if (wheel) this.words.use(wheel.plan.words);
    });
  }

  protected flipKind(kind: YearEntryKind): void {
    this.narrow({ ...this.query(), kinds: flipped(this.query().kinds, kind) });
  }

  protected flipGroup(id: Id): void {
    this.narrow({ ...this.query(), groups: flipped(this.query().groups, id) });
  }

  protected widen(): void {
    this.narrow({ kinds: [], groups: [] });
  }

  protected open(editing: YearEntry | 'new'): void {
    this.editing.set(editing);
    afterNextRender(() => this.form()?.nativeElement.querySelector<HTMLElement>('input')?.focus(), {
      injector: this.injector,
    });
  }

  protected saved({ mark, words }: Saved): void {
    this.editing.set(null);
    if (mark) this.chosen.set(`mark:${mark.id}`);
    this.messages.say(words);
    this.resource.reload();
  }

  /** Moves, says so, and offers the way back. Somebody who was first is shown, and asked about. */
  protected async move({ entry, day }: Move, version: number = entry.version): Promise<void> {
    this.busyKey.set(entry.key);
    this.chosen.set(entry.key);
    try {
      const now = await this.api.move(entry, day, version);
      this.resource.reload();
      const words = $localize`:@@calendar.moved:${entry.title}:title: är flyttat till ${formatDay(day, this.locale)}:day:.`;
      this.messages.say(words, {
        label: $localize`:@@core.undo:Ångra`,
        run: () => void this.moveBack(entry, now),
      });
    } catch (error) {
      await this.refused({ entry, day }, error);
    } finally {
      this.busyKey.set(null);
    }
  }

  private async moveBack(entry: YearEntry, version: number): Promise<void> {
    try {
      await this.api.move(entry, entry.from, version);
      this.messages.say(
        $localize`:@@calendar.movedBack:${entry.title}:title: är tillbaka på ${formatDay(entry.from, this.locale)}:day:.`,
      );
    } catch (error) {
      const { detail, title } = problemOf(error);
      this.messages.fail(detail || title);
    }
    this.resource.reload();
  }

  private async refused(move: Move, error: unknown): Promise<void> {
    const problem = problemOf(error);
    const current =
      problem.code === 'stale' ? (problem.current as Readonly<Record<string, unknown>> | undefined) : undefined;
    this.resource.reload();
    if (typeof current?.['version'] !== 'number') {
      const reasons = problem.errors?.map(({ reason }) => reason).join(' ');
      this.messages.fail(reasons || problem.detail || problem.title);
      return;
    }
    const stands = standsOn(move.entry, current);
    const mine = formatDay(move.day, this.locale);
    const sure = await this.confirm.ask({
      heading: $localize`:@@calendar.stale.heading:Någon annan har ändrat samtidigt`,
      text:
        stands === null
          ? $localize`:@@calendar.stale.changed:${move.entry.title}:title: har ändrats sedan du öppnade sidan. Vill du ändå flytta till ${mine}:mine:?`
          : $localize`:@@calendar.stale.text:${move.entry.title}:title: står nu på ${formatDay(stands, this.locale)}:theirs:. Du ville flytta till ${mine}:mine:.`,
      yes: $localize`:@@calendar.stale.move:Flytta till ${mine}:mine:`,
      no: $localize`:@@calendar.stale.leave:Låt stå`,
    });
    if (sure) await this.move(move, current['version']);
  }

  private narrow(query: YearQuery): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeYearQuery(query),
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}

/** The day it stands on by now, out of the answer of its own route. */
function standsOn({ kind }: YearEntry, current: Readonly<Record<string, unknown>>): Day | null {
  const field =
    kind === 'meeting' ? 'startsAt' : kind === 'round_opens' ? 'opens' : kind === 'round_due' ? 'due' : 'from';
  const value = current[field];
  // An instant becomes the day it is in Sweden.
  return typeof value !== 'string' ? null : value.length > 10 ? dayOf(value) : value;
}
