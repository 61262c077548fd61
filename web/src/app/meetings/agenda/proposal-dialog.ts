import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import type { AgendaItemInput, Meeting, ProposedItem } from '@samhandling/contracts';
import { AGENDA_ITEM_KIND_LABELS, formatNumber } from '@samhandling/domain';
import {
  Button,
  Choice,
  Field,
  Input,
  JudgementChip,
  ProblemView,
  Skeleton,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../../core/problem.ts';
import { focusWithin } from '../../session/focus-within.ts';
import { itemName } from '../data/agenda-words.ts';
import { MeetingsApi } from '../data/meetings-api.ts';
import { findProposed, fitting, keyOf, minutesOf } from '../data/proposal-choice.ts';

const STEP = 40;

/** What could be on the agenda and is not, most pressing first, with why. What fits in the time left is ticked from the start. */
@Component({
  selector: 'sam-proposal-dialog',
  imports: [Button, Choice, DialogShell, Field, Input, JudgementChip, ProblemView, Skeleton],
  templateUrl: './proposal-dialog.html',
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--sam-space-2) 0;
      border-bottom: var(--sam-hairline);
    }
    .what > * + * {
      margin-top: var(--sam-space-1);
    }
    .reference {
      font-weight: 560;
    }
    .what,
    .fit {
      display: block;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .fit {
      margin: var(--sam-space-3) 0;
      font-weight: 560;
    }
    .find {
      max-width: 24rem;
    }
  `,
})
export class ProposalDialog {
  private readonly meeting = inject<Meeting>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<readonly AgendaItemInput[]>>(DialogRef);
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly kinds = AGENDA_ITEM_KIND_LABELS;
  protected readonly name = itemName;
  protected readonly key = keyOf;
  protected readonly resource = inject(MeetingsApi).proposal(() => this.meeting.id);
  protected readonly proposal = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly text = signal('');
  private readonly most = linkedSignal<string, number>({ source: () => this.text(), computation: () => STEP });
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => {
    const proposal = this.proposal();
    return proposal ? fitting(proposal) : new Set();
  });
  private readonly found = computed(() => findProposed(this.proposal()?.items ?? [], this.text()));
  protected readonly shown = computed(() => this.found().slice(0, this.most()));
  protected readonly left = computed(() => this.found().length - this.shown().length);
  protected readonly said = computed(() => {
    const minutes = minutesOf(this.proposal()?.items ?? [], this.chosen());
    const room = this.meeting.minutesLong - this.meeting.minutesPlanned - minutes;
    const size = this.chosen().size;
    const chosen = this.number(minutes);
    const items =
      size === 1
        ? $localize`:@@meetings.items.one:1 punkt`
        : $localize`:@@meetings.items.many:${this.number(size)}:count: punkter`;
    if (room < 0)
      return $localize`:@@meetings.proposal.over:Du har valt ${items}:items:, ${chosen}:minutes: minuter. Det är ${this.number(-room)}:over: minuter mer än tiden räcker till.`;
    return $localize`:@@meetings.proposal.room:Du har valt ${items}:items:, ${chosen}:minutes: minuter. Sedan är ${this.number(room)}:room: minuter kvar.`;
  });
  protected readonly add = computed(() => {
    const count = this.chosen().size;
    return count === 1
      ? $localize`:@@meetings.proposal.addOne:Lägg till 1 punkt`
      : $localize`:@@meetings.proposal.add:Lägg till ${this.number(count)}:count: punkter`;
  });
  protected readonly labels = {
    heading: proposalHeading(),
    find: $localize`:@@meetings.proposal.find:Sök bland förslagen`,
    list: $localize`:@@meetings.proposal.list:Förslag, det mest angelägna först`,
  };

  constructor() {
    const focus = focusWithin();
    // The field comes with the answer, after the dialog has given its focus away.
    effect(() => {
      if (this.proposal()) focus('input[type="search"]');
    });
  }

  protected reasons({ reasons }: ProposedItem): string {
    return reasons.map(({ words }) => words).join(' ');
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text.set(event.target.value);
  }

  protected toggle(item: ProposedItem): void {
    const key = keyOf(item);
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  protected none(): void {
    this.chosen.set(new Set());
  }

  protected more(): void {
    this.most.update((most) => most + STEP);
  }

  protected answer(): void {
    const chosen = this.chosen();
    const items = (this.proposal()?.items ?? []).filter((item) => chosen.has(keyOf(item)));
    this.ref.close(items.map(({ key }) => key));
  }

  private number(value: number): string {
    return formatNumber(value, 0, this.locale);
  }
}

function proposalHeading(): string {
  return $localize`:@@meetings.proposal.heading:Förslag till dagordningen`;
}

/** The items to add, in the order of the proposal; null when the person changes their mind. */
export async function askWhatToAdd(injector: Injector, meeting: Meeting): Promise<readonly AgendaItemInput[] | null> {
  const ref = injector.get(Dialog).open<readonly AgendaItemInput[], Meeting>(ProposalDialog, {
    ...DIALOG_OPTIONS,
    panelClass: ['sam-dialog-panel', 'sam-dialog-panel--wide'],
    data: meeting,
    injector,
    ariaLabel: proposalHeading(),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
