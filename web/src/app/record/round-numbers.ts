import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundRegistration } from '@samhandling/contracts';
import type { RoundState } from '@samhandling/domain';
import { Empty, Input, StateChip } from '@samhandling/ui';
import { SaveState, type SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { RecordApi } from './data/record-api.ts';

interface RowState {
  readonly status: SaveStatus;
  readonly reason: string;
}

/** The record number of each round and its report. Saved one by one as they are changed. */
@Component({
  selector: 'sam-round-numbers',
  imports: [Empty, Input, RouterLink, SaveState, StateChip],
  template: `
    @if (rows().length > 0) {
      <ul class="sam-rows">
        @for (round of rows(); track round.roundId) {
          <li>
            <div>
              <a [routerLink]="round.link" lang="sv">{{ round.label }}, {{ round.plan }}</a>
              <sam-state [round]="state(round)" />
            </div>
            <label class="number">
              <span class="sam-small"
                ><ng-container i18n="@@record.rounds.number">Diarienummer</ng-container
                ><span class="sam-visually-hidden"> {{ round.label }}, {{ round.plan }}</span></span
              >
              <input
                samInput
                type="text"
                autocomplete="off"
                maxlength="100"
                [value]="round.recordsNumber"
                (change)="save(round, $event)"
              />
            </label>
            @if (stateOf(round); as now) {
              <sam-save-state [status]="now.status" [reason]="now.reason" />
            }
          </li>
        }
      </ul>
    } @else {
      <sam-empty [heading]="empty">
        <p i18n="@@record.rounds.emptyText">
          När en omgång har öppnats kan den och dess rapport få ett diarienummer här.
        </p>
      </sam-empty>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 16rem);
      gap: var(--sam-space-2) var(--sam-space-5);
      align-items: end;
    }
    .number {
      display: grid;
      gap: var(--sam-space-1);
    }
    sam-save-state {
      grid-column: 2;
    }
    sam-state {
      display: inline-block;
      margin-left: var(--sam-space-2);
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
      sam-save-state {
        grid-column: 1;
      }
    }
  `,
})
export class RoundNumbers {
  readonly rounds = input.required<readonly RoundRegistration[]>();

  private readonly api = inject(RecordApi);
  protected readonly rows = linkedSignal(() => this.rounds());
  private readonly states = signal<Readonly<Record<string, RowState>>>({});
  protected readonly empty = $localize`:@@record.rounds.empty:Ingen omgång har öppnats än`;

  protected state({ state }: RoundRegistration): RoundState {
    return state as RoundState;
  }

  protected stateOf({ roundId }: RoundRegistration): RowState | undefined {
    return this.states()[roundId];
  }

  protected async save(round: RoundRegistration, event: Event): Promise<void> {
    if (!(event.target instanceof HTMLInputElement)) return;
    const typed = event.target.value.trim();
    if (typed === round.recordsNumber) return;
    this.say(round, { status: 'saving', reason: '' });
    try {
      this.put(await this.api.putRegistration(round, typed));
      this.say(round, { status: 'saved', reason: '' });
    } catch (error) {
      const problem = problemOf(error);
      // What the other wrote is shown; whoever still wants their own writes it over that.
      if (problem.code === 'stale' && isRegistration(problem.current)) this.put(problem.current);
      this.say(round, { status: 'failed', reason: problem.detail || problem.title });
    }
  }

  private put(stored: RoundRegistration): void {
    this.rows.update((rows) => rows.map((one) => (one.roundId === stored.roundId ? stored : one)));
  }

  private say({ roundId }: RoundRegistration, state: RowState): void {
    this.states.update((states) => ({ ...states, [roundId]: state }));
  }
}

function isRegistration(value: unknown): value is RoundRegistration {
  return typeof value === 'object' && value !== null && 'recordsNumber' in value && 'version' in value;
}
