import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Problem, YearEntry, YearMark, YearMarkInput } from '@samhandling/contracts';
import { YEAR_ENTRY_KIND_LABELS, YEAR_MARK_KINDS, parseDay, type YearMarkKind } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { Combobox } from '@samhandling/ui/choosing';
import { Confirm } from '../../core/confirm.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { CalendarApi } from '../data/calendar-api.ts';

export interface Saved {
  readonly mark: YearMark | null;
  readonly words: string;
}

interface Draft {
  readonly kind: YearMarkKind;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly activityIds: readonly string[];
}

/** A date of the county's own: a new one, or one that is changed or taken away. */
@Component({
  selector: 'sam-mark-form',
  imports: [Button, Combobox, Field, Input, ProblemView],
  templateUrl: './mark-form.html',
  styles: `
    form {
      max-width: 46rem;
    }
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4);
    }
  `,
})
export class MarkForm {
  readonly slug = input.required<string>();
  /** Null: a new one. */
  readonly entry = input.required<YearEntry | null>();
  readonly saved = output<Saved>();
  readonly closed = output<void>();

  private readonly api = inject(CalendarApi);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  protected readonly draft = signal<Draft>(EMPTY);
  private readonly base = signal<Draft>(EMPTY);
  private readonly version = signal(0);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly errors = signal<Partial<Record<keyof Draft, string>>>({});
  private readonly choices = this.api.activities(() => this.slug());
  protected readonly options = computed(() =>
    (this.choices.hasValue() ? this.choices.value().activities : []).map(({ id, reference, text }) => ({
      id,
      reference,
      label: text,
    })),
  );
  protected readonly kinds = YEAR_MARK_KINDS.map((value) => ({
    value,
    label: YEAR_ENTRY_KIND_LABELS[value][this.locale],
  }));
  protected readonly dirty = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.base()));
  protected readonly labels = {
    title: $localize`:@@calendar.mark.titleField:Vad`,
    titleHint: $localize`:@@calendar.mark.titleHint:Till exempel: Skolenkätens siffror kommer`,
    kind: $localize`:@@calendar.mark.kind:Slag`,
    from: $localize`:@@calendar.mark.from:Första dag`,
    to: $localize`:@@calendar.mark.to:Sista dag`,
    toHint: $localize`:@@calendar.mark.toHint:Tom om det är en enda dag`,
    note: $localize`:@@calendar.mark.note:Anteckning`,
    activities: $localize`:@@calendar.mark.activities:Gäller aktiviteterna`,
    activitiesHint: $localize`:@@calendar.mark.activitiesHint:Tomt om datumet gäller hela planen`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const entry = this.entry();
      untracked(() => {
        const draft = entry ? draftOf(entry) : EMPTY;
        this.draft.set(draft);
        this.base.set(draft);
        this.version.set(entry?.version ?? 0);
        this.problem.set(null);
        this.errors.set({});
      });
    });
  }

  protected set<Name extends keyof Draft>(name: Name, value: Draft[Name]): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
    this.errors.update(({ [name]: _, ...rest }) => rest);
  }

  protected typed(name: 'title' | 'from' | 'to' | 'note' | 'kind', event: Event): void {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.set(name, target.value as YearMarkKind);
  }

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.save();
  }

  private async save(): Promise<void> {
    const input = this.read();
    if (!input) return;
    const entry = this.entry();
    await this.run(async () => {
      const mark = entry
        ? await this.api.updateMark(entry.id, this.version(), input)
        : await this.api.createMark(this.slug(), input);
      return { mark, words: entry ? CHANGED : ADDED };
    });
  }

  protected async remove(entry: YearEntry): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@calendar.mark.removeHeading:Ta bort ${entry.title}:title:?`,
      text: $localize`:@@calendar.mark.removeText:Datumet försvinner ur årshjulet och ur kalendrarna.`,
      yes: $localize`:@@calendar.mark.remove:Ta bort`,
      danger: true,
    });
    if (!sure) return;
    await this.run(async () => {
      await this.api.deleteMark(entry.id, this.version());
      return { mark: null, words: REMOVED };
    });
  }

  private async run(act: () => Promise<Saved>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await act();
      this.base.set(this.draft());
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isMark(problem.current)) await this.choose(problem, problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /**
   * Somebody else changed the same date: the person chooses field by field, and then it is saved on top of theirs. Where
   * nothing is written here (the date was to be removed) theirs is shown, with the reason.
   */
  private async choose(problem: Problem, current: YearMark): Promise<void> {
    const theirs = draftOf({ ...current, key: '' });
    if (!this.dirty()) {
      this.take(theirs, theirs, current.version);
      this.problem.set(problem);
      return;
    }
    const names = new Map([
      ...this.options().map(({ id, reference }) => [id, reference] as const),
      ...current.activities.map(({ id, reference }) => [id, reference] as const),
    ]);
    const { title, kind, from, to, note, activities } = this.labels;
    const labels = { title, kind, from, to, note, activityIds: activities };
    const [base, mine, stored] = [this.base(), this.draft(), theirs].map(flat) as [FlatDraft, FlatDraft, FlatDraft];
    const fields = staleFields(base, mine, stored, labels, (field, side) => this.words(field, side, names));
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.take(unflat(mergedByChoice(mine, stored, answer)), theirs, current.version);
    await this.save();
  }

  private take(draft: Draft, base: Draft, version: number): void {
    this.draft.set(draft);
    this.base.set(base);
    this.version.set(version);
  }

  private words(field: keyof FlatDraft, side: FlatDraft, names: ReadonlyMap<string, string>): string {
    if (field === 'kind') return this.kinds.find(({ value }) => value === side.kind)?.label ?? '';
    if (field === 'activityIds')
      return unflat(side)
        .activityIds.map((id) => names.get(id) ?? '')
        .join(', ');
    const day = field === 'from' || field === 'to' ? parseDay(side[field]) : null;
    return day === null ? side[field] : formatDay(day, this.locale);
  }

  /** Null when something is missing, which is then said at its field. */
  private read(): YearMarkInput | null {
    const { kind, title, note, activityIds, ...days } = this.draft();
    const [from, to] = [parseDay(days.from), days.to.trim() === '' ? null : parseDay(days.to)];
    const errors: Partial<Record<keyof Draft, string>> = {};
    if (title.trim() === '') errors.title = $localize`:@@calendar.mark.titleMissing:Skriv vad datumet gäller.`;
    if (from === null) errors.from = DAY_WRONG;
    if (days.to.trim() !== '' && to === null) errors.to = DAY_WRONG;
    if (from !== null && to !== null && to < from)
      errors.to = $localize`:@@calendar.mark.backwards:Sista dagen kan inte ligga före den första.`;
    this.errors.set(errors);
    if (from === null || Object.keys(errors).length > 0) return null;
    return { kind, title: title.trim(), note, from, to: to ?? from, activityIds: [...activityIds] };
  }
}

/** A draft as texts that can be compared one by one; the order of its activities says nothing. */
type FlatDraft = Omit<Draft, 'activityIds'> & { readonly activityIds: string };

function flat(draft: Draft): FlatDraft {
  const [from, to] = [draft.from, draft.to].map((day) => parseDay(day) ?? day) as [string, string];
  return { ...draft, title: draft.title.trim(), from, to, activityIds: JSON.stringify(draft.activityIds.toSorted()) };
}

function unflat(draft: FlatDraft): Draft {
  return { ...draft, activityIds: JSON.parse(draft.activityIds) as string[] };
}

function isMark(value: unknown): value is YearMark {
  return typeof value === 'object' && value !== null && 'kind' in value && 'activities' in value && 'version' in value;
}

const EMPTY: Draft = { kind: 'data_date', title: '', from: '', to: '', note: '', activityIds: [] };
const DAY_WRONG = $localize`:@@calendar.list.dayWrong:Skriv dagen som 2026-03-12 eller 12 mars 2026.`;
const ADDED = $localize`:@@calendar.mark.added:Datumet står i årshjulet`;
const CHANGED = $localize`:@@calendar.mark.changed:Datumet är ändrat`;
const REMOVED = $localize`:@@calendar.mark.removed:Datumet är borttaget`;

function draftOf(
  entry: Pick<YearEntry, 'title' | 'from' | 'to' | 'activities'> & {
    kind: string;
    detail?: string;
    note?: string;
    key: string;
  },
): Draft {
  return {
    kind: YEAR_MARK_KINDS.find((kind) => kind === entry.kind) ?? 'other',
    title: entry.title,
    from: entry.from,
    to: entry.to === entry.from ? '' : entry.to,
    note: entry.note ?? entry.detail ?? '',
    activityIds: entry.activities.map(({ id }) => id),
  };
}
