import { Component, computed, inject } from '@angular/core';
import { JUDGEMENT_LABELS, type Judgement, JUDGEMENTS, NOT_JUDGED_LABEL, formatDay, isDay } from '@samhandling/domain';
import { Button, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { FIELD_LABELS } from '../../follow-up/data/field-labels.ts';
import type { Fields, Operation } from '../data/operations.ts';
import { waitingText } from '../data/view.ts';
import { WalkState } from '../data/walk-state.ts';

interface HeldField {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** Texts can be put after one another; a judgement cannot. */
  readonly joins: boolean;
}

/** What was not saved and waits for a person: two texts to choose between, or a refusal with its reason. Nothing is thrown away. */
@Component({
  selector: 'sam-held-part',
  imports: [Button, Callout],
  template: `
    @for (operation of held(); track operation.id) {
      @if (operation.hold?.why === 'clash') {
        <sam-callout kind="warning" [heading]="clash">
          @for (field of fieldsOf(operation); track field.name) {
            <div class="field">
              <h3>{{ field.label }}</h3>
              <p class="side" i18n="@@walk.held.mine">Din text</p>
              <p class="sam-verbatim" lang="sv">{{ field.mine || empty }}</p>
              <p class="side" i18n="@@walk.held.theirs">Sparad text</p>
              <p class="sam-verbatim" lang="sv">{{ field.theirs || empty }}</p>
              <div class="sam-buttons">
                <button
                  samButton
                  small
                  type="button"
                  (click)="choose(operation, field, 'mine')"
                  i18n="@@walk.held.keepMine"
                >
                  Behåll min
                </button>
                <button
                  samButton
                  small
                  type="button"
                  (click)="choose(operation, field, 'theirs')"
                  i18n="@@walk.held.keepTheirs"
                >
                  Ta den sparade
                </button>
                @if (field.joins) {
                  <button
                    samButton
                    small
                    type="button"
                    (click)="choose(operation, field, 'both')"
                    i18n="@@walk.held.keepBoth"
                  >
                    Behåll båda
                  </button>
                }
              </div>
            </div>
          }
        </sam-callout>
      } @else if (operation.hold; as hold) {
        <sam-callout kind="warning" [heading]="refusedHeading(operation)">
          <p>{{ hold.why === 'refused' ? hold.title + '. ' + hold.detail : '' }}</p>
          @if (textOf(operation); as text) {
            <p class="side" i18n="@@walk.held.written">Det du skrev</p>
            <p class="sam-verbatim" lang="sv">{{ text }}</p>
          }
          <div class="sam-buttons">
            <button samButton small type="button" (click)="state.retry(operation.id)" i18n="@@walk.held.retry">
              Försök igen
            </button>
            <button samButton small type="button" (click)="state.discard(operation.id)" i18n="@@walk.held.discard">
              Ta bort
            </button>
          </div>
        </sam-callout>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--sam-space-3);
    }
    h3 {
      font-size: var(--sam-text);
    }
    .field + .field {
      margin-top: var(--sam-space-4);
    }
    .side {
      margin: var(--sam-space-2) 0 0;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 560;
    }
    .sam-verbatim {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .sam-buttons {
      margin-top: var(--sam-space-2);
    }
  `,
})
export class HeldPart {
  protected readonly state = inject(WalkState);
  private readonly locale = injectLocale();
  protected readonly textOf = waitingText;
  protected readonly held = computed(() => this.state.seen()?.held ?? []);
  protected readonly clash = $localize`:@@walk.held.clash:Krock: någon annan har skrivit samtidigt. Välj vad som ska gälla.`;
  protected readonly empty = $localize`:@@walk.held.empty:Tomt`;

  protected fieldsOf(operation: Operation): readonly HeldField[] {
    if (operation.kind !== 'patch' || operation.hold?.why !== 'clash') return [];
    const { theirs, fields } = operation.hold;
    return fields.map((name) => ({
      name,
      label: this.label(name),
      mine: this.shown(name, operation.change),
      theirs: this.shown(name, theirs),
      joins: typeof operation.change[name] === 'string' && typeof theirs[name] === 'string' && !SINGLE.has(name),
    }));
  }

  /** One field is chosen; the operation goes on when the last of them is. */
  protected choose(operation: Operation, field: HeldField, side: 'mine' | 'theirs' | 'both'): void {
    if (operation.kind !== 'patch' || operation.hold?.why !== 'clash') return;
    const mine = operation.change[field.name] ?? null;
    const theirs = operation.hold.theirs[field.name] ?? null;
    const chosen = side === 'mine' ? mine : side === 'theirs' ? theirs : `${String(theirs)}\n\n${String(mine)}`;
    this.state.settle(operation.id, { [field.name]: chosen });
  }

  protected refusedHeading(operation: Operation): string {
    if (operation.kind === 'patch') return $localize`:@@walk.held.patch:Det gick inte att spara det du skrev`;
    if (operation.kind === 'thing')
      return $localize`:@@walk.held.thing:Det gick inte att anteckna som genomfört eller besvarat`;
    if (operation.kind === 'transition') return $localize`:@@walk.held.transition:Punkten kunde inte ändras`;
    return {
      decision: $localize`:@@walk.held.decision:Beslutet är inte sparat`,
      actionPoint: $localize`:@@walk.held.actionPoint:Det som ska göras är inte sparat`,
      lift: $localize`:@@walk.held.lift:Frågan är inte lyft`,
    }[operation.what];
  }

  private label(name: string): string {
    const own: Readonly<Record<string, string>> = {
      note: $localize`:@@walk.note:Anteckning`,
      text: $localize`:@@walk.held.text:Text`,
      due: $localize`:@@walk.form.due:Senast`,
      question: $localize`:@@walk.form.liftText:Vad är frågan?`,
      proposal: $localize`:@@walk.form.liftProposal:Förslag till beslut`,
      personId: $localize`:@@walk.form.who:Vem?`,
      organisationId: $localize`:@@walk.held.organisation:Organisation`,
      assignee: $localize`:@@walk.form.who:Vem?`,
    };
    const shared: Readonly<Record<string, string>> = FIELD_LABELS;
    return own[name] ?? shared[name] ?? name;
  }

  private shown(name: string, fields: Fields): string {
    const value = fields[name] ?? null;
    if (name === 'judgement') {
      const code = JUDGEMENTS.find((each): each is Judgement => each === value);
      return (code ? JUDGEMENT_LABELS[code] : NOT_JUDGED_LABEL)[this.locale];
    }
    const walk = this.state.walk();
    if (name === 'personId') return walk?.members.find(({ personId }) => personId === value)?.name ?? '';
    if (name === 'organisationId') return walk?.organisations.find(({ id }) => id === value)?.name ?? '';
    if (typeof value === 'string' && isDay(value)) return formatDay(value, this.locale);
    return value === null ? '' : String(value);
  }
}

const SINGLE = new Set(['judgement', 'due', 'nextStepDate', 'personId', 'organisationId', 'assignee']);
