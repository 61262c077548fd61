import { Component, computed, inject, output, signal } from '@angular/core';
import { Button, Field, Icon, Input } from '@samhandling/ui';
import { Combobox } from '@samhandling/ui/choosing';
import { ProblemError, problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { GroupsApi } from '../../groups/data/groups-api.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';
import { AttendanceStore } from './attendance-store.ts';

/** Somebody who was there without being in the group: a name and the organisation they came for. */
@Component({
  selector: 'sam-guest-form',
  imports: [Button, Combobox, Field, Icon, Input],
  template: `
    <form class="sam-stack sam-aside" novalidate (submit)="send($event)">
      <sam-field required [label]="labels.name" [error]="errors().name">
        <input samInput type="text" autocomplete="off" maxlength="200" [value]="name()" (input)="type($event)" />
      </sam-field>
      <sam-combobox
        required
        optionLang="sv"
        [label]="labels.organisation"
        [error]="errors().organisation"
        [options]="organisations()"
        [chosen]="organisation()"
        (chosenChange)="pick($event)"
      />
      @if (refused()) {
        <p role="alert" class="refused"><sam-icon name="error" /> {{ refused() }}</p>
      }
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@meetings.guest.save">Lägg till gästen</button>
        <button samButton type="button" (click)="closed.emit()" i18n="@@meetings.cancelDialog">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    .refused {
      color: var(--sam-danger);
      font-weight: 560;
    }
  `,
})
export class GuestForm {
  readonly closed = output<void>();

  private readonly store = inject(AttendanceStore);
  private readonly meeting = inject(MeetingStore);
  private readonly focus = focusWithin();
  private readonly choices = inject(GroupsApi).choices(() => this.meeting.meeting()?.plan.slug);
  protected readonly organisations = computed(() =>
    (this.choices.hasValue() ? this.choices.value().organisations : []).map(({ id, name }) => ({ id, label: name })),
  );
  protected readonly name = signal('');
  protected readonly organisation = signal<readonly string[]>([]);
  protected readonly refused = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly errors = computed(() => ({
    name:
      this.tried() && this.name().trim() === '' ? $localize`:@@meetings.guest.nameMissing:Skriv gästens namn.` : null,
    organisation:
      this.tried() && this.organisation().length === 0
        ? $localize`:@@meetings.guest.organisationMissing:Välj vilken organisation gästen kom från.`
        : null,
  }));
  protected readonly labels = {
    name: $localize`:@@meetings.guest.name:Namn`,
    organisation: $localize`:@@meetings.guest.organisation:Organisation`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.name().trim() !== '');
    this.focus('input');
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.name.set(event.target.value);
  }

  protected pick(ids: readonly string[]): void {
    this.organisation.set(ids.slice(-1));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    this.refused.set('');
    const [organisationId] = this.organisation();
    if (this.name().trim() === '' || organisationId === undefined) return this.focus(FIRST_WRONG);
    this.busy.set(true);
    try {
      await this.store.addGuest(this.name().trim(), organisationId);
      this.name.set('');
      this.closed.emit();
    } catch (error) {
      const said = error instanceof Error && !(error instanceof ProblemError) ? error.message : '';
      const { title, detail } = problemOf(error);
      this.refused.set(said || detail || title);
    } finally {
      this.busy.set(false);
    }
  }
}
