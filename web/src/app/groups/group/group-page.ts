import { Component, Injector, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Group, type Problem, pages } from '@samhandling/contracts';
import { GROUP_KIND_LABELS, dayOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { LockedNote, Table } from '@samhandling/ui/work';
import { CalendarFeedSection } from '../../calendar/feed/calendar-feed.ts';
import { Confirm } from '../../core/confirm.ts';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { GroupForm } from '../form/group-form.ts';
import { GroupsApi } from '../data/groups-api.ts';
import { countingWords, tallyWords } from '../data/group-words.ts';
import { type GroupValues, inputOf, isGroup, split, valuesOf } from '../data/group-values.ts';
import { MembersSection } from '../members/members-section.ts';
import { GroupMeetings } from './group-meetings.ts';

/** `/grupp/:id`: what the group is for, who is in it, when it meets and what its meetings count for. */
@Component({
  selector: 'sam-group-page',
  imports: [
    Breadcrumb,
    Button,
    CalendarFeedSection,
    Facts,
    GroupForm,
    GroupMeetings,
    Icon,
    LockedNote,
    MembersSection,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    Table,
  ],
  templateUrl: './group-page.html',
  styles: `
    .purpose {
      margin-bottom: var(--sam-space-5);
    }
    .years {
      max-width: 44rem;
    }
  `,
})
export class GroupPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(GroupsApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly resource = this.api.group(this.id);
  protected readonly group = keepLast(this.resource);
  private readonly slug = computed(() => (this.group()?.mayManage ? this.group()?.plan.slug : undefined));
  private readonly offered = this.api.choices(this.slug);
  protected readonly choices = computed(() => (this.offered.hasValue() ? this.offered.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly editing = signal(false);
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.group());
  protected readonly values = linkedSignal<GroupValues | undefined>(() => {
    const group = this.group();
    return group && valuesOf(group);
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly form = viewChild(GroupForm);

  protected readonly kind = computed(() => {
    const group = this.group();
    return group ? this.say(GROUP_KIND_LABELS[group.kind]) : '';
  });
  protected readonly meta = computed(() => {
    const group = this.group();
    if (!group) return '';
    const year = Number(dayOf(new Date()).slice(0, 4));
    const held = group.years.find((one) => one.year === year)?.held ?? 0;
    return tallyWords(held, group.meetingsPerYear, this.locale);
  });
  protected readonly last = computed(() =>
    (this.group()?.meetings ?? [])
      .filter(({ state }) => state === 'held' || state === 'adjusted')
      .toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
      .at(0),
  );
  protected readonly counting = computed(() => {
    const group = this.group();
    return group ? countingWords(group.counting) : '';
  });
  protected readonly closed = computed(() => {
    const closedOn = this.group()?.closedOn;
    if (!closedOn) return '';
    return $localize`:@@groups.one.closed:Gruppen avslutades ${formatDay(closedOn, this.locale)}:day:.`;
  });
  protected readonly labels = {
    save: $localize`:@@groups.one.save:Spara ändringarna`,
    failed: $localize`:@@groups.one.failed:Gruppen kunde inte visas`,
    planner: $localize`:@@groups.one.planner:en planerare i länet`,
    years: $localize`:@@groups.one.years:Genom åren`,
    year: $localize`:@@groups.years.year:År`,
    planned: $localize`:@@groups.years.planned:Planerade`,
    held: $localize`:@@groups.years.held:Genomförda`,
    cancelled: $localize`:@@groups.years.cancelled:Inställda`,
    attendances: $localize`:@@groups.years.attendances:Deltagartillfällen`,
  };

  constructor() {
    titleFromData(() => this.group()?.name);
    inject(UnsavedChanges).watch(() => this.editing() && this.dirty());
  }

  protected day(instant: string): string {
    return formatDay(instant, this.locale);
  }

  protected edit(): void {
    this.tried.set(false);
    this.problem.set(null);
    this.editing.set(true);
  }

  protected cancel(): void {
    const base = this.base();
    this.values.set(base && valuesOf(base));
    this.editing.set(false);
  }

  protected async save(): Promise<void> {
    const [base, values] = [this.base(), this.values()];
    if (!base || !values || this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    if (!this.form()?.isSound()) {
      this.form()?.focusError();
      return;
    }
    this.busy.set(true);
    try {
      const saved = await this.api.update(base, inputOf(values));
      this.editing.set(false);
      this.messages.say($localize`:@@groups.one.saved:Ändringarna är sparade.`);
      this.resource.set(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isGroup(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.form()?.focusError();
      }
    } finally {
      this.busy.set(false);
    }
  }

  protected async close(): Promise<void> {
    const group = this.group();
    if (!group) return;
    const { askToClose } = await import('./close-dialog.ts');
    const request = await askToClose(this.injector, group);
    if (request === null) return;
    await this.move(group, request, $localize`:@@groups.close.done:Gruppen är avslutad.`);
  }

  /** To the new group, where its meetings are planned next. */
  protected async continue(): Promise<void> {
    const group = this.group();
    if (!group) return;
    const { askToContinue } = await import('./continue-dialog.ts');
    const request = await askToContinue(this.injector, group);
    if (request === null) return;
    try {
      const made = await this.api.continue(group.id, request);
      this.messages.say($localize`:@@groups.continue.done:Gruppen finns nu i ${made.plan.title}:plan:.`);
      await this.router.navigateByUrl(pages.group(made.id));
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
      this.resource.reload();
    }
  }

  protected async reopen(): Promise<void> {
    const group = this.group();
    if (!group) return;
    const sure = await this.confirm.ask({
      heading: $localize`:@@groups.reopen.heading:Öppna gruppen igen?`,
      text: $localize`:@@groups.reopen.text:Möten som ställdes in när gruppen avslutades är fortfarande inställda. Resultatet står kvar och kan skrivas om när gruppen avslutas nästa gång.`,
      yes: $localize`:@@groups.reopen.yes:Öppna gruppen`,
    });
    if (!sure) return;
    await this.move(group, { transition: 'reopen' }, $localize`:@@groups.reopen.done:Gruppen är öppen igen.`);
  }

  private async move(group: Group, request: Parameters<GroupsApi['transition']>[1], words: string): Promise<void> {
    try {
      const moved = await this.api.transition(group, request);
      this.messages.say(words);
      this.resource.set(moved);
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
      this.resource.reload();
    }
  }

  private dirty(): boolean {
    const [base, values] = [this.base(), this.values()];
    return base !== undefined && JSON.stringify(values) !== JSON.stringify(valuesOf(base));
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: Group): Promise<void> {
    const [base, mine] = [this.base(), this.values()];
    if (!base || !mine) return;
    const stored = valuesOf(theirs);
    const fields = staleFields(valuesOf(base), mine, stored, this.fieldLabels(), (field, side) =>
      this.shown(field, side, theirs),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(mine, stored, answer));
    this.base.set(theirs);
    this.busy.set(false);
    await this.save();
  }

  private fieldLabels(): Readonly<Record<keyof GroupValues, string>> {
    return {
      name: $localize`:@@groups.form.name:Namn`,
      kind: $localize`:@@groups.form.kind:Slag av grupp`,
      purpose: $localize`:@@groups.form.purpose:Syfte`,
      meetingsPerYear: $localize`:@@groups.form.meetingsPerYear:Möten per år`,
      silentAfterDays: $localize`:@@groups.form.silentAfterDays:Dagar innan den föreslås igen`,
      minutesPerItem: $localize`:@@groups.form.minutesPerItem:Minuter för varje aktivitet`,
      organisationId: $localize`:@@groups.form.organisation:Gruppen i planen`,
      reportsToId: $localize`:@@groups.form.reportsTo:Frågor lyfts till`,
      countingKindId: $localize`:@@groups.form.countingKind:Ett genomfört möte räknas som`,
      countingActivityIds: $localize`:@@groups.form.counting:Mötena räknas`,
    };
  }

  private shown(field: keyof GroupValues, side: GroupValues, theirs: Group): string {
    const choices = this.choices();
    const names = new Map<string, string>([
      ...(choices?.groups ?? []).map((one) => [one.id, one.name] as const),
      ...(choices?.organisations ?? []).map((one) => [one.id, one.name] as const),
      ...(choices?.eventKinds ?? []).map((one) => [one.id, one.name] as const),
      ...[...(choices?.activities ?? []), ...theirs.counting.activities].map((one) => [one.id, one.reference] as const),
    ]);
    switch (field) {
      case 'kind':
        return this.say(GROUP_KIND_LABELS[side.kind]);
      case 'organisationId':
      case 'reportsToId':
      case 'countingKindId':
        return names.get(side[field]) ?? '';
      case 'countingActivityIds':
        return split(side[field])
          .map((id) => names.get(id) ?? '')
          .join(', ');
      default:
        return side[field];
    }
  }
}
