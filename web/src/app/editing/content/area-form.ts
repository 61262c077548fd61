import { Component, effect, inject, input, untracked } from '@angular/core';
import type { StructureArea } from '@samhandling/contracts';
import { Field, Input } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { EditingApi } from '../data/editing-api.ts';
import { EditSession } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { SaveBar } from '../fields/save-bar.ts';
import { missing } from './goal-form.ts';

/** An area: its title. */
@Component({
  selector: 'sam-area-form',
  imports: [Autosize, Field, Input, SaveBar],
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
      @if (store.draft()) {
        <sam-save-bar [session]="session" [label]="saveLabel()" />
      }
    </form>
  `,
})
export class AreaForm {
  readonly area = input.required<StructureArea>();
  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<StructureArea>>(EditSession);
  private readonly words = inject(Words);
  protected readonly labels = { title: $localize`:@@editing.title:Rubrik` };

  constructor() {
    const api = inject(EditingApi);
    this.session.begin(
      {
        name: 'area',
        labels: this.labels,
        valueOf: (area) => ({ title: area.title }),
        shown: (field, value) => String(value[field]),
        check: (value) => missing(String(value['title'])),
        save: (area, version, value) => api.updateArea(area.id, version, { title: String(value['title']) }),
      },
      (area) => this.store.put(area),
    );
    effect(() => {
      const area = this.area();
      untracked(() => this.session.load(area));
    });
  }

  protected saveLabel(): string {
    return $localize`:@@editing.save:Spara ${this.words.current().area.theOne}:name:`;
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }
}
