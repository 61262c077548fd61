import { Component, computed, inject, input } from '@angular/core';
import type { ParticipationRow } from '@samhandling/contracts';
import { NOT_STATED_LABEL, PARTICIPATION_LABELS, PARTICIPATION_STATES } from '@samhandling/domain';
import { Input, injectLocale, injectSay } from '@samhandling/ui';
import { ParticipationNote } from './participation-note.ts';
import { ParticipationStore } from './participation-store.ts';
import { memberWords, stateWords } from './participation-words.ts';

/** One activity's partners and members under each other, each with a choice: for phones, partners and the follow-up page. */
@Component({
  selector: 'sam-participation-list',
  imports: [Input, ParticipationNote],
  template: `
    <ul>
      @for (row of rows(); track row.organisation.id) {
        <li>
          <span class="name">
            {{ row.organisation.name }}
            @if (when(row); as when) {
              <span class="note">{{ when }}</span>
            }

            <sam-participation-note [activityId]="activityId()" [reference]="reference()" [row]="row" />
          </span>
          @if (row.mayEdit) {
            <select samInput [attr.aria-label]="labelOf(row)" (change)="choose(row, $event)">
              <option value="" [selected]="row.state === null">{{ notStated }}</option>
              @for (state of states; track state.code) {
                <option [value]="state.code" [selected]="row.state === state.code">{{ state.words }}</option>
              }
            </select>
          } @else {
            <span class="state">{{ row.state === null ? notStated : words(row) }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: center;
      justify-content: space-between;
      max-width: 40rem;
      padding: var(--sam-space-2) 0;
      border-bottom: var(--sam-hairline);
    }
    .name {
      flex: 1 1 12rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .note {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    select {
      flex: 0 0 11rem;
      width: 11rem;
    }
    .state {
      color: var(--sam-ink-quiet);
    }
  `,
})
export class ParticipationList {
  readonly activityId = input.required<string>();
  /** "2.2/5", for the label of each choice where several lists stand on a page. */
  readonly reference = input('');
  readonly rows = input.required<readonly ParticipationRow[]>();

  private readonly store = inject(ParticipationStore);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly notStated = this.say(NOT_STATED_LABEL);
  protected readonly states = PARTICIPATION_STATES.map((code) => ({
    code,
    words: this.say(PARTICIPATION_LABELS[code]),
  }));
  private readonly suffix = computed(() => (this.reference() === '' ? '' : `, ${this.reference()}`));

  protected when(row: ParticipationRow): string {
    return memberWords(row, this.locale);
  }

  protected words(row: ParticipationRow): string {
    return stateWords(row.state, this.locale);
  }

  protected labelOf(row: ParticipationRow): string {
    return $localize`:@@together.participation.of:Medverkan för ${row.organisation.name}:name:` + this.suffix();
  }

  protected choose(row: ParticipationRow, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const state = PARTICIPATION_STATES.find((code) => code === value) ?? null;
    void this.store.state([{ activityId: this.activityId(), organisationId: row.organisation.id, state }]);
  }
}
