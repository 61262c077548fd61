import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injector, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Id, Problem, RoundTargets } from '@samhandling/contracts';
import { formatExact, marginWords } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell, LockedNote } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../core/problem.ts';
import { mergedByChoice, staleFields } from '../core/stale.ts';
import { TargetsApi } from './data/targets-api.ts';

/** Beside the municipality codes, which are four digits. */
const COUNTY = 'county';
type TargetFields = Readonly<Record<string, string>>;

export interface TargetsWhich {
  readonly roundId: Id;
  readonly indicatorId: Id;
  readonly round: string;
  readonly text: string;
}

/** The round's own targets: for the county, and per municipality where the indicator is. Numbers as people type them. */
@Component({
  selector: 'sam-targets-dialog',
  imports: [Button, DialogShell, Field, Input, LockedNote, ProblemView, Skeleton],
  templateUrl: './targets-dialog.html',
  styles: `
    :host {
      display: block;
      max-height: calc(100dvh - 2 * var(--sam-space-6));
    }
    .places {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: end;
      margin-top: var(--sam-space-2);
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 560;
    }
    .county {
      max-width: 16rem;
    }
  `,
})
export class TargetsDialog {
  protected readonly which = inject<TargetsWhich>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly locale = injectLocale();
  private readonly api = inject(TargetsApi);
  private readonly injector = inject(Injector);
  protected readonly resource = this.api.targets(this.which.roundId, this.which.indicatorId);
  protected readonly heading = $localize`:@@targets.heading:Målvärden för omgång ${this.which.round}:round:`;
  protected readonly countyField = COUNTY;
  protected readonly countyLabel = $localize`:@@targets.county:Länet`;

  /** As fetched, or as somebody else saved them while these were written. */
  protected readonly targets = linkedSignal<RoundTargets | null>(() =>
    this.resource.hasValue() ? this.resource.value() : null,
  );
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  /** What is written: the county's under COUNTY, the municipalities' under their codes. */
  protected readonly fields = linkedSignal<TargetFields>(() => {
    const fetched = this.resource.hasValue() ? this.resource.value() : null;
    return fetched ? this.fieldsOf(fetched) : {};
  });
  protected readonly saving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly errors = computed(() => {
    const found = new Map<string, string>();
    for (const { pointer, reason } of this.problem()?.errors ?? []) found.set(pointer, reason);
    return found;
  });
  /** What holds where the field is left empty, and how near is near. */
  protected readonly hint = computed(() => {
    const targets = this.targets();
    if (!targets) return '';
    const near = $localize`:@@targets.near:Nära räknas ${marginWords(targets.margin)[this.locale]}:margin:.`;
    return targets.standing === null
      ? $localize`:@@targets.none:Lämnas fältet tomt finns inget målvärde. ${near}:near:`
      : $localize`:@@targets.standing:Lämnas fältet tomt gäller indikatorns eget målvärde, ${formatExact(targets.standing, this.locale)}:target:. ${near}:near:`;
  });

  protected type(name: string, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.fields.update((fields) => ({ ...fields, [name]: value }));
  }

  protected errorOf(index: number): string | null {
    return this.errors().get(`/municipalities/${String(index)}/input`) ?? null;
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const targets = this.targets();
    if (!targets || this.saving()) return;
    this.saving.set(true);
    this.problem.set(null);
    try {
      await this.api.put(this.which.roundId, this.which.indicatorId, targets.version, {
        county: this.fields()[COUNTY] ?? '',
        municipalities: targets.municipalities.map(({ code }) => ({ code, input: this.fields()[code] ?? '' })),
      });
      this.ref.close(true);
    } catch (error) {
      this.saving.set(false);
      const problem = problemOf(error);
      if (problem.code === 'stale' && isTargets(problem.current)) await this.choose(targets, problem.current);
      else this.problem.set(problem);
    } finally {
      this.saving.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(before: RoundTargets, current: RoundTargets): Promise<void> {
    const theirs = this.fieldsOf(current);
    const labels = Object.fromEntries([
      [COUNTY, this.countyLabel],
      ...current.municipalities.map(({ code, name }) => [code, name]),
    ]);
    const fields = staleFields(this.fieldsOf(before), this.fields(), theirs, labels, (name, each) => each[name] ?? '');
    const { askAboutStale } = await import('../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.fields.set(mergedByChoice(this.fields(), theirs, answer));
    this.targets.set(current);
    await this.save();
  }

  private fieldsOf({ county, municipalities }: RoundTargets): TargetFields {
    return {
      [COUNTY]: this.written(county),
      ...Object.fromEntries(municipalities.map(({ code, target }) => [code, this.written(target)])),
    };
  }

  private written(target: RoundTargets['county']): string {
    return target === null ? '' : formatExact(target, this.locale);
  }
}

export async function openTargets(injector: Injector, which: TargetsWhich): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, TargetsWhich>(TargetsDialog, {
    ...DIALOG_OPTIONS,
    data: which,
    ariaLabel: $localize`:@@targets.heading:Målvärden för omgång ${which.round}:round:`,
  });
  return (await firstValueFrom(ref.closed)) ?? false;
}

function isTargets(value: unknown): value is RoundTargets {
  return typeof value === 'object' && value !== null && 'municipalities' in value && 'version' in value;
}
