import { Component, Injector, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Icon, StateChip, formatDay, injectLocale } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import type { Undertaking } from '../data/undertaking.ts';
import { askWhatWasDone } from './done-dialog.ts';

/** Decisions and action points as rows: what, who, until when, how it stands, and saying what was done. */
@Component({
  selector: 'sam-undertaking-rows',
  imports: [Button, Icon, RouterLink, StateChip],
  template: `
    <ul class="sam-rows">
      @for (row of rows(); track row.id) {
        <li>
          <div class="what">
            @if (row.reference) {
              <span class="reference">{{ row.reference }}</span>
            }
            @if (row.link) {
              <a lang="sv" [routerLink]="row.link">{{ row.text }}</a>
            } @else {
              <span lang="sv">{{ row.text }}</span>
            }
          </div>
          <div class="sam-row facts">
            @if (row.decision) {
              <sam-state [decision]="row.decision.state" />
            } @else if (row.actionPoint) {
              <sam-state [actionPoint]="row.actionPoint.state" />
            }
            @if (row.isLate) {
              <strong class="late"><sam-icon name="warning" />{{ labels.late }}</strong>
            }
            <span class="sam-quiet">{{ about(row) }}</span>
            @if (withActivity() && row.activity) {
              <a class="sam-small" [routerLink]="row.activity.link" [title]="row.activity.text">{{
                row.activity.reference
              }}</a>
            }
          </div>
          @if (row.doneText) {
            <p class="done sam-verbatim" lang="sv">{{ row.doneText }}</p>
          }
          @if (row.isOpen && row.mayComplete) {
            <button samButton small class="sam-no-print" type="button" (click)="complete(row)">
              {{ labels.complete }}<span class="sam-visually-hidden" lang="sv">: {{ row.text }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .reference {
      margin-inline-end: var(--sam-space-2);
      font-weight: 560;
      white-space: nowrap;
    }
    .what {
      max-width: 70ch;
      overflow-wrap: anywhere;
    }
    .facts {
      margin-top: var(--sam-space-1);
      font-size: var(--sam-text-small);
    }
    .late {
      display: inline-flex;
      gap: var(--sam-space-1);
      align-items: center;
    }
    .done {
      margin: var(--sam-space-2) 0 0;
      max-width: 70ch;
    }
    button {
      margin-top: var(--sam-space-2);
    }
  `,
})
export class UndertakingRows {
  readonly rows = input.required<readonly Undertaking[]>();
  /** Left out where the page is about the activity. */
  readonly withActivity = input(true);
  /** Somebody has said what was done, or somebody else had: what is shown is old. */
  readonly changed = output();

  private readonly api = inject(DecisionsApi);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly labels = {
    late: $localize`:@@decisions.late:Försenat`,
    complete: $localize`:@@decisions.complete:Säg vad som gjordes`,
  };
  private readonly words = computed(() => ({
    due: (day: string) => $localize`:@@decisions.due:klart senast ${formatDay(day, this.locale)}:day:`,
    done: (day: string) => $localize`:@@decisions.doneOn:gjort ${formatDay(day, this.locale)}:day:`,
  }));

  /** "Regionen, klart senast 1 maj 2026, Beredningsgruppen". */
  protected about({ who, due, doneOn, group }: Undertaking): string {
    const { due: dueWords, done } = this.words();
    const when = doneOn !== null ? done(doneOn) : due === null ? '' : dueWords(due);
    return [who, when, group].filter((part) => part !== '').join(', ');
  }

  protected async complete(row: Undertaking): Promise<void> {
    const answer = await askWhatWasDone(this.injector, 'complete', row.text);
    if (!answer) return;
    try {
      const request = { transition: 'complete', ...answer } as const;
      await (row.decision ? this.api.transition(row.decision, request) : this.api.transitionPoint(row, request));
      this.messages.say($localize`:@@decisions.completed:Sparat som gjort.`);
    } catch (error) {
      const { detail, status } = problemOf(error);
      this.messages.fail(
        status === 412
          ? $localize`:@@decisions.stale:Någon annan har ändrat det här. Se efter hur det står nu.`
          : detail,
      );
    }
    this.changed.emit();
  }
}
