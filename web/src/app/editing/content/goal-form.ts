import { Component, effect, inject, input, untracked } from '@angular/core';
import type { GoalInput, StructureGoal } from '@samhandling/contracts';
import { Field, Input } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { EditingApi } from '../data/editing-api.ts';
import { cleanList, listOf, listText } from '../data/form-values.ts';
import { EditSession, type FieldErrors, changedFields } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { SaveBar } from '../fields/save-bar.ts';
import { TextList } from '../fields/text-list.ts';

/** A goal: its title, its printed code, and the tips for local work. */
@Component({
  selector: 'sam-goal-form',
  imports: [Autosize, Field, Input, SaveBar, TextList],
  providers: [EditSession],
  template: `
    <form class="sam-stack" novalidate (submit)="save($event)">
      <sam-field required [label]="labels.title" [error]="session.errors()['title']">
        <textarea
          samInput
          samAutosize
          rows="2"
          maxlength="500"
          [value]="session.text('title')"
          [readOnly]="!store.draft()"
          (input)="session.set('title', $any($event.target).value)"
        ></textarea>
      </sam-field>
      <sam-field class="code" [label]="labels.code" [hint]="codeHint" [error]="session.errors()['code']">
        <input
          samInput
          type="text"
          autocomplete="off"
          maxlength="8"
          [value]="session.text('code')"
          [readOnly]="!store.draft()"
          (input)="session.set('code', $any($event.target).value)"
        />
      </sam-field>
      <sam-text-list
        [label]="labels.tips"
        [value]="session.text('tips')"
        [locked]="!store.draft()"
        (valueChange)="session.set('tips', $event)"
      />
      @if (store.draft()) {
        <sam-save-bar [session]="session" [label]="saveLabel()" />
      }
    </form>
  `,
})
export class GoalForm {
  readonly goal = input.required<StructureGoal>();
  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<StructureGoal>>(EditSession);
  private readonly words = inject(Words);
  protected readonly codeHint = $localize`:@@editing.goal.codeHint:Bokstav eller siffra som står i planen i stället för numret, till exempel F. Kan lämnas tomt.`;
  protected readonly labels = {
    title: $localize`:@@editing.title:Rubrik`,
    code: $localize`:@@editing.goal.code:Beteckning`,
    tips: $localize`:@@editing.goal.tips:Tips om lokala aktiviteter`,
  };

  constructor() {
    const api = inject(EditingApi);
    this.session.begin(
      {
        name: 'goal',
        labels: this.labels,
        valueOf: (goal) => ({ title: goal.title, code: goal.code ?? '', tips: listText(goal.tips) }),
        shown: (field, value) => (field === 'tips' ? listOf(String(value['tips'])).join('\n') : String(value[field])),
        check: (value) => missing(String(value['title'])),
        save: (goal, version, value, base) => {
          const changed = changedFields(value, base);
          const code = String(value['code']).trim();
          const request: Partial<GoalInput> = {
            ...(changed.includes('title') ? { title: String(value['title']) } : {}),
            ...(changed.includes('code') ? { code: code === '' ? null : code } : {}),
            ...(changed.includes('tips') ? { tips: cleanList(String(value['tips'])) } : {}),
          };
          return api.updateGoal(goal.id, version, request);
        },
      },
      (goal) => this.store.put(goal),
    );
    effect(() => {
      const goal = this.goal();
      untracked(() => this.session.load(goal));
    });
  }

  protected saveLabel(): string {
    return $localize`:@@editing.save:Spara ${this.words.current().goal.theOne}:name:`;
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }
}

/** A title has to be written. */
export function missing(title: string): FieldErrors {
  return title.trim() === '' ? { title: [$localize`:@@editing.title.missing:Skriv en rubrik.`] } : {};
}
