import { Component, computed, inject, signal } from '@angular/core';
import { CHANNELS, CHANNEL_LABELS } from '@samhandling/domain';
import { Choice, Choices, Field, Input, injectSay } from '@samhandling/ui';
import { FIELD_LABELS } from '../data/field-labels.ts';
import { FollowUpEditor } from '../follow-up-editor.ts';

/** What only a planner sets: who reports, and whom the answer comes from when the planner types it. */
@Component({
  selector: 'sam-planner-fields',
  imports: [Choice, Choices, Field, Input],
  template: `
    <div class="sam-stack">
      <sam-field
        class="person"
        data-field="reporterId"
        [label]="labels.reporterId"
        [error]="editor.errors().reporterId"
      >
        <select samInput (change)="choose('reporterId', $event)">
          <option value="" [selected]="editor.form()?.reporterId === null" i18n="@@followUp.reporter.none">
            Ingen vald
          </option>
          @for (person of people(); track person.id) {
            <option [value]="person.id" [selected]="editor.form()?.reporterId === person.id">{{ person.name }}</option>
          }
        </select>
      </sam-field>
      <label samChoice class="switch">
        <input type="checkbox" [checked]="behalf()" (change)="toggle($event)" />
        <span i18n="@@followUp.behalf.switch">Jag skriver åt någon annan</span>
      </label>
      @if (behalf()) {
        <sam-field
          class="person"
          data-field="onBehalfOfId"
          required
          [label]="labels.onBehalfOfId"
          [hint]="behalfHint"
          [error]="editor.errors().onBehalfOfId"
        >
          <select samInput (change)="choose('onBehalfOfId', $event)">
            <option value="" [selected]="editor.form()?.onBehalfOfId === null" i18n="@@followUp.behalf.choose">
              Välj person
            </option>
            @for (person of people(); track person.id) {
              <option [value]="person.id" [selected]="editor.form()?.onBehalfOfId === person.id">
                {{ person.name }}
              </option>
            }
          </select>
        </sam-field>
        <sam-choices beside data-field="channel" required [label]="labels.channel" [error]="editor.errors().channel">
          @for (channel of channels; track channel.code) {
            <label samChoice>
              <input
                type="radio"
                name="channel"
                [checked]="editor.form()?.channel === channel.code"
                (change)="editor.set('channel', channel.code)"
              />
              <span>{{ channel.words }}</span>
            </label>
          }
        </sam-choices>
      }
    </div>
  `,
  styles: `
    .person {
      max-width: 26rem;
    }
    .switch {
      margin-left: calc(-1 * var(--sam-space-3));
    }
  `,
})
export class PlannerFields {
  protected readonly editor = inject(FollowUpEditor);
  private readonly say = injectSay();
  protected readonly labels = FIELD_LABELS;
  protected readonly behalfHint = $localize`:@@followUp.behalf.hint:Båda namnen sparas och syns för dem som läser svaret.`;
  protected readonly channels = CHANNELS.map((code) => ({ code, words: this.say(CHANNEL_LABELS[code]) }));
  private readonly opened = signal(false);
  protected readonly behalf = computed(() => {
    const form = this.editor.form();
    return this.opened() || form?.onBehalfOfId != null || form?.channel != null;
  });
  /** Those who may report, and whoever is already set although they no longer may. */
  protected readonly people = computed(() => {
    const known = this.editor.page()?.reporters ?? [];
    const followUp = this.editor.followUp();
    const set = [followUp?.reporter, followUp?.onBehalfOf].filter((person) => person != null);
    const missing = set.filter((person, index) => set.findIndex(({ id }) => id === person.id) === index);
    return [...known, ...missing.filter((person) => !known.some(({ id }) => id === person.id))];
  });

  protected choose(name: 'reporterId' | 'onBehalfOfId', event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.editor.set(name, event.target.value || null);
  }

  protected toggle(event: Event): void {
    const on = event.target instanceof HTMLInputElement && event.target.checked;
    this.opened.set(on);
    if (on) return;
    this.editor.set('onBehalfOfId', null);
    this.editor.set('channel', null);
  }
}
