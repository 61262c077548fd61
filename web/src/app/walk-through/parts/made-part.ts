import { Component, computed, inject, output } from '@angular/core';
import type { ActionPoint, Decision, Lift } from '@samhandling/contracts';
import { formatDay } from '@samhandling/domain';
import { Button, Icon, injectLocale } from '@samhandling/ui';
import type { CreateOperation, ThingOperation } from '../data/operations.ts';
import { waitingText } from '../data/view.ts';
import { WalkState } from '../data/walk-state.ts';
import type { FormOpen } from './form-values.ts';

interface Row {
  readonly id: string;
  readonly head: string;
  readonly text: string;
  readonly foot: string;
  /** Not on the server yet: it can be taken away, and has no number. */
  readonly waits: boolean;
  readonly mend: FormOpen | null;
}

/** What has been made under the item, now: decisions, action points and lifts, those that wait for a connection included. */
@Component({
  selector: 'sam-made-part',
  imports: [Button, Icon],
  template: `
    @if (rows().length > 0) {
      <h2 class="heading" i18n="@@walk.made">Beslutat och bestämt nu</h2>
      <ul class="rows">
        @for (row of rows(); track row.id) {
          <li>
            <span class="what">{{ row.head }}</span>
            <span class="sam-verbatim" lang="sv">{{ row.text }}</span>
            @if (row.foot) {
              <span class="sam-quiet sam-small">{{ row.foot }}</span>
            }
            @if (row.waits) {
              <span class="sam-quiet sam-small waits"><sam-icon name="time" /> {{ waits }}</span>
            }
            @if (row.mend; as open) {
              <button samButton="quiet" small type="button" (click)="mended.emit(open)">
                <ng-container i18n="@@walk.made.mend">Ändra</ng-container>
                <span class="sam-visually-hidden"> {{ row.head }}</span>
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './side.scss',
  styles: `
    .rows {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--sam-space-2) 0;
      border-top: var(--sam-hairline);
    }
    li > span {
      display: block;
    }
    .what {
      font-weight: 560;
    }
    .waits {
      display: flex;
      gap: var(--sam-space-1);
      align-items: center;
    }
  `,
})
export class MadePart {
  readonly mended = output<FormOpen>();
  private readonly state = inject(WalkState);
  private readonly locale = injectLocale();
  protected readonly waits = $localize`:@@walk.made.waits:Sparas när det finns anslutning`;

  protected readonly rows = computed((): readonly Row[] => {
    const seen = this.state.seen();
    if (!seen) return [];
    const { decisions, actionPoints, lifts } = seen.item;
    return [
      ...decisions.map((each) => this.decision(each)),
      ...actionPoints.map((each) => this.action(each)),
      ...lifts.map((each) => this.lift(each)),
      ...seen.waiting.map((each) => this.waiting(each)),
    ];
  });

  private decision(decision: Decision): Row {
    const { id, reference, text, organisation, person, due, mayEdit } = decision;
    const who = person?.name ?? organisation?.name ?? '';
    return {
      id,
      head: $localize`:@@walk.made.decision:Beslut ${reference}:reference:`,
      text,
      foot: this.foot(who, due),
      waits: false,
      mend: mayEdit && this.state.writing() ? { kind: 'decision', decision } : null,
    };
  }

  private action(point: ActionPoint): Row {
    const { id, text, assignee, due, mayEdit } = point;
    return {
      id,
      head: $localize`:@@walk.made.action:Att göra`,
      text,
      foot: this.foot(assignee, due),
      waits: false,
      mend: mayEdit && this.state.writing() ? { kind: 'actionPoint', actionPoint: point } : null,
    };
  }

  private lift(lift: Lift): Row {
    return {
      id: lift.id,
      head: $localize`:@@walk.made.lift:Lyft till ${lift.toGroup.name}:group:`,
      text: lift.question,
      foot: lift.proposal,
      waits: false,
      mend: lift.mayEdit && this.state.writing() ? { kind: 'lift', lift } : null,
    };
  }

  private waiting(operation: CreateOperation | ThingOperation): Row {
    const heads = {
      decision: $localize`:@@walk.made.decisionNew:Beslut`,
      actionPoint: $localize`:@@walk.made.action:Att göra`,
      lift: $localize`:@@walk.made.liftNew:Lyft fråga`,
    };
    const head =
      operation.kind === 'create' ? heads[operation.what] : $localize`:@@walk.made.done:Genomfört eller besvarat`;
    return { id: operation.id, head, text: waitingText(operation), foot: '', waits: true, mend: null };
  }

  private foot(who: string, due: string | null): string {
    const day = due === null ? '' : $localize`:@@walk.made.due:senast ${formatDay(due, this.locale)}:day:`;
    return [who, day].filter(Boolean).join(', ');
  }
}
