import { Component, Injector, inject, output, signal } from '@angular/core';
import type { Meeting, Problem } from '@samhandling/contracts';
import { Button, formatDay, injectLocale } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { MeetingForm } from '../form/meeting-form.ts';
import { type MeetingValues, isMeeting, meetingInput, meetingValues } from '../data/meeting-values.ts';
import { MeetingsApi } from '../data/meetings-api.ts';
import { MeetingStore } from './meeting-store.ts';

/** Moves a meeting, or changes where it is. Somebody who does the same at the same time is met with both versions. */
@Component({
  selector: 'sam-edit-meeting',
  imports: [Button, MeetingForm],
  template: `
    <section class="sam-aside" aria-labelledby="flytta-motet">
      <h2 id="flytta-motet" i18n="@@meetings.edit.heading">Ändra tid och plats</h2>
      <sam-meeting-form
        [(values)]="values"
        [problem]="problem()"
        [tried]="tried()"
        [busy]="busy()"
        [saveWords]="saveWords"
        (sent)="save()"
      >
        <button samButton type="button" (click)="cancel()" i18n="@@meetings.cancelDialog">Avbryt</button>
      </sam-meeting-form>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin-bottom: var(--sam-space-3);
      font-size: var(--sam-text-h3);
    }
  `,
})
export class EditMeeting {
  readonly closed = output<void>();

  private readonly store = inject(MeetingStore);
  private readonly api = inject(MeetingsApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  /** As it was when the form was opened; moves on when somebody else has saved meanwhile. */
  private base = this.store.meeting();
  protected readonly values = signal<MeetingValues>(
    this.base ? meetingValues(this.base) : { day: '', from: '', to: '', title: '', place: '', link: '' },
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private done = false;
  protected readonly saveWords = $localize`:@@meetings.edit.save:Spara ändringarna`;
  private readonly labels = {
    day: $localize`:@@meetings.form.day:Dag`,
    from: $localize`:@@meetings.form.from:Börjar`,
    to: $localize`:@@meetings.form.to:Slutar`,
    place: $localize`:@@meetings.form.place:Plats`,
    link: $localize`:@@meetings.form.link:Länk till videomöte`,
    title: $localize`:@@meetings.form.title:Rubrik`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && this.dirty());
    this.focus('input');
  }

  protected cancel(): void {
    this.done = true;
    this.closed.emit();
  }

  protected async save(): Promise<void> {
    const { base } = this;
    if (!base || this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    const input = meetingInput(this.values());
    if (input === null) return this.focus(FIRST_WRONG);
    this.busy.set(true);
    try {
      const saved = await this.store.enqueue(() => this.api.update(base, input));
      this.store.take(saved);
      this.done = true;
      this.messages.say(
        saved.state === 'called'
          ? $localize`:@@meetings.edit.savedCalled:Ändringen är sparad. Skicka en ändrad kallelse, så att de som är kallade får veta.`
          : $localize`:@@meetings.edit.saved:Ändringen är sparad.`,
      );
      this.closed.emit();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isMeeting(problem.current)) await this.choose(base, problem.current);
      else {
        this.problem.set(problem);
        this.focus(FIRST_WRONG);
      }
    } finally {
      this.busy.set(false);
    }
  }

  private dirty(): boolean {
    return this.base !== undefined && JSON.stringify(this.values()) !== JSON.stringify(meetingValues(this.base));
  }

  private async choose(base: Meeting, theirs: Meeting): Promise<void> {
    const [mine, stored] = [this.values(), meetingValues(theirs)];
    const fields = staleFields(meetingValues(base), mine, stored, this.labels, (field, side) =>
      field === 'day' && side.day !== '' ? formatDay(side.day, this.locale) : side[field],
    );
    this.store.take(theirs);
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(mine, stored, answer));
    this.base = theirs;
    this.busy.set(false);
    await this.save();
  }
}
