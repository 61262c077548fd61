import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { ActivityFilter, BulkAnswer, BulkChange, Problem, Reporter } from '@samhandling/contracts';
import { FOLLOW_UP_TRANSITION_LABELS, type FollowUpTransitionName, compareSwedish } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, injectSay } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell, Table, TableScroll } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { BulkApi } from './bulk-api.ts';

export interface BulkDialogData {
  readonly roundId: string;
  readonly filter: ActivityFilter;
  /** How many match, in words: "14 aktiviteter". */
  readonly many: string;
}

type Kind = BulkChange['kind'];
type Item = BulkAnswer['items'][number];

/** Steps that make sense for many; taking a single answer back is done where it is. */
const TRANSITIONS: readonly FollowUpTransitionName[] = ['accept', 'submit', 'return'];

/**
 * One change for all that match: choose it, see what it would do row by row, then do exactly that. The list of results stays
 * until it is closed, with what was refused and why.
 */
@Component({
  selector: 'sam-bulk-dialog',
  imports: [Button, DialogShell, Field, Input, ProblemView, Table, TableScroll],
  templateUrl: './bulk-dialog.html',
  styleUrl: './bulk-dialog.scss',
})
export class BulkDialog {
  protected readonly data = inject<BulkDialogData>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(BulkApi);
  private readonly say = injectSay();
  private readonly session = inject(Session);

  protected readonly heading = $localize`:@@lists.bulk.heading:Ändra ${this.data.many}:many:`;
  protected readonly kinds = this.kindsFor();
  protected readonly kind = signal<Kind>(this.kinds[0]?.kind ?? 'nothing_new');
  protected readonly transitions = TRANSITIONS.map((name) => ({
    name,
    label: this.say(FOLLOW_UP_TRANSITION_LABELS[name]),
  }));
  protected readonly transition = signal<FollowUpTransitionName>('accept');
  protected readonly reason = signal('');
  protected readonly reporterId = signal('');
  protected readonly day = signal('');
  protected readonly people = signal<readonly Reporter[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly answer = signal<BulkAnswer | null>(null);

  protected readonly shown = computed(() => this.answer()?.items ?? []);
  protected readonly summary = computed(() => {
    const answer = this.answer();
    if (answer === null) return '';
    const { would_change, changed, unchanged, stale, refused } = answer.counts;
    const of = answer.items.length;
    const main = answer.isPreview
      ? $localize`:@@lists.bulk.wouldChange:${would_change}:count: av ${of}:of: ändras.`
      : $localize`:@@lists.bulk.changed:${changed}:count: av ${of}:of: ändrades.`;
    const rest = [
      unchanged > 0 ? $localize`:@@lists.bulk.unchanged:${unchanged}:count: är redan så.` : '',
      stale > 0 ? $localize`:@@lists.bulk.stale:${stale}:count: har ändrats av någon annan och lämnas.` : '',
      refused > 0 ? $localize`:@@lists.bulk.refused:${refused}:count: går inte att ändra; skälet står på raden.` : '',
    ];
    return [main, ...rest].filter(Boolean).join(' ');
  });
  protected readonly resultWords: Readonly<Record<Item['result'], string>> = {
    would_change: $localize`:@@lists.bulk.result.would:Ändras`,
    changed: $localize`:@@lists.bulk.result.changed:Ändrad`,
    unchanged: $localize`:@@lists.bulk.result.unchanged:Redan så`,
    stale: $localize`:@@lists.bulk.result.stale:Lämnad`,
    refused: $localize`:@@lists.bulk.result.refused:Går inte`,
  };
  protected readonly heads = {
    number: $localize`:@@lists.bulk.number:Nummer`,
    before: $localize`:@@lists.bulk.before:Nu`,
    after: $localize`:@@lists.bulk.after:Blir`,
    result: $localize`:@@lists.bulk.result:Resultat`,
  };
  protected readonly tableLabel = $localize`:@@lists.bulk.table:Rad för rad`;

  constructor() {
    if (!this.kinds.some(({ kind }) => kind === 'reporter')) return;
    this.api
      .reporters(this.data.roundId)
      .then(({ people }) => this.people.set([...people].sort((a, b) => compareSwedish(a.name, b.name))))
      .catch((error: unknown) => this.problem.set(problemOf(error)));
  }

  protected choose(kind: string): void {
    const known = this.kinds.find((each) => each.kind === kind);
    if (known) this.kind.set(known.kind);
    this.answer.set(null);
  }

  protected async preview(event: Event): Promise<void> {
    event.preventDefault();
    await this.ask(undefined);
  }

  protected async make(): Promise<void> {
    const items = this.shown().filter(({ result }) => result === 'would_change');
    await this.ask(items.map(({ followUpId, version }) => ({ followUpId, version })));
  }

  protected close(): void {
    this.ref.close(this.answer()?.isPreview === false);
  }

  private async ask(expected: readonly { followUpId: string; version: number }[] | undefined): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { roundId, filter } = this.data;
      this.answer.set(
        await this.api.change(roundId, {
          filter,
          change: this.change(),
          ...(expected === undefined ? {} : { expected }),
        }),
      );
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private change(): BulkChange {
    switch (this.kind()) {
      case 'reporter':
        return { kind: 'reporter', reporterId: this.reporterId() || null };
      case 'next_step_date':
        return { kind: 'next_step_date', day: this.day() || null };
      case 'nothing_new':
        return { kind: 'nothing_new' };
      case 'transition':
        return {
          kind: 'transition',
          transition: this.transition(),
          ...(this.transition() === 'return' ? { reason: this.reason() } : {}),
        };
    }
  }

  private kindsFor(): { kind: Kind; label: string }[] {
    const isPlanner = this.session.may('follow_up.review');
    return [
      ...(isPlanner
        ? [
            { kind: 'transition' as const, label: $localize`:@@lists.bulk.kind.transition:Svarets läge` },
            { kind: 'reporter' as const, label: $localize`:@@lists.bulk.kind.reporter:Rapportör` },
          ]
        : []),
      { kind: 'nothing_new', label: $localize`:@@lists.bulk.kind.nothingNew:Inget nytt` },
      { kind: 'next_step_date', label: $localize`:@@lists.bulk.kind.nextStep:Dag för nästa steg` },
    ];
  }
}

export async function openBulkDialog(injector: Injector, data: BulkDialogData): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, BulkDialogData>(BulkDialog, {
    ...DIALOG_OPTIONS,
    panelClass: ['sam-dialog-panel', 'sam-dialog-panel--wide'],
    data,
    autoFocus: 'select',
    ariaLabel: $localize`:@@lists.bulk.label:Ändra flera på en gång`,
  });
  return (await firstValueFrom(ref.closed)) === true;
}
