import { Component, computed, input, model, output } from '@angular/core';
import type { Problem } from '@samhandling/contracts';
import { formatWeek, isDay, weekdayName } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, injectLocale } from '@samhandling/ui';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { type MeetingField, type MeetingValues, meetingSlips } from '../data/meeting-values.ts';

/** When and where: for a new meeting and for one that is moved. What is done with it is the page's work. */
@Component({
  selector: 'sam-meeting-form',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <div class="beside">
        <div>
          <sam-field required [label]="labels.day" [error]="errors().day">
            <input samInput type="date" [value]="values().day" (change)="typed('day', $event)" />
          </sam-field>
          <p class="sam-quiet sam-small read" aria-live="polite">{{ dayRead() }}</p>
        </div>
        <sam-field required [label]="labels.from" [error]="errors().from">
          <input
            samInput
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="9"
            [value]="values().from"
            (input)="typed('from', $event)"
          />
        </sam-field>
        <sam-field required [label]="labels.to" [error]="errors().to">
          <input
            samInput
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="9"
            [value]="values().to"
            (input)="typed('to', $event)"
          />
        </sam-field>
      </div>
      <sam-field [label]="labels.place" [error]="errors().place">
        <input
          samInput
          type="text"
          autocomplete="off"
          maxlength="500"
          [value]="values().place"
          (input)="typed('place', $event)"
        />
      </sam-field>
      <sam-field [label]="labels.link" [hint]="labels.linkHint" [error]="errors().link">
        <input
          samInput
          type="url"
          autocomplete="off"
          maxlength="2000"
          [value]="values().link"
          (input)="typed('link', $event)"
        />
      </sam-field>
      <sam-field [label]="labels.title" [hint]="labels.titleHint" [error]="errors().title">
        <input
          samInput
          type="text"
          autocomplete="off"
          maxlength="200"
          [value]="values().title"
          (input)="typed('title', $event)"
        />
      </sam-field>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()">{{ saveWords() }}</button>
        <ng-content />
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      max-width: 46rem;
    }
    .beside {
      display: grid;
      gap: var(--sam-space-4);
    }
    .read {
      margin-top: var(--sam-space-1);
    }
    @media (min-width: 34rem) {
      .beside {
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  `,
})
export class MeetingForm {
  readonly values = model.required<MeetingValues>();
  readonly problem = input<Problem | null>(null);
  /** Somebody has tried to save: what is missing is said from then on. */
  readonly tried = input(false);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly sent = output<void>();

  private readonly locale = injectLocale();
  protected readonly dayRead = computed(() => {
    const { day } = this.values();
    return isDay(day) ? `${weekdayName(day, this.locale)}, ${formatWeek(day, this.locale)}` : '';
  });
  protected readonly errors = computed(() => {
    const slips = this.tried() ? meetingSlips(this.values()) : {};
    const at = (name: MeetingField, pointer: string): readonly string[] => {
      const slip = slips[name];
      if (slip !== undefined) return [slip];
      return [`/${pointer}`, `/meetings/0/${pointer}`].flatMap((one) => reasonsAt(this.problem(), one));
    };
    return {
      day: at('day', 'startsAt'),
      from: at('from', 'from'),
      to: at('to', 'endsAt'),
      place: at('place', 'place'),
      link: at('link', 'link'),
      title: at('title', 'title'),
    };
  });
  protected readonly shown = computed(() =>
    besideFields(
      this.problem(),
      ['startsAt', 'endsAt', 'place', 'link', 'title'].flatMap((name) => [`/${name}`, `/meetings/0/${name}`]),
    ),
  );
  protected readonly labels = {
    day: $localize`:@@meetings.form.day:Dag`,
    from: $localize`:@@meetings.form.from:Börjar`,
    to: $localize`:@@meetings.form.to:Slutar`,
    place: $localize`:@@meetings.form.place:Plats`,
    link: $localize`:@@meetings.form.link:Länk till videomöte`,
    linkHint: $localize`:@@meetings.form.linkHint:Står i kallelsen och i kalendern.`,
    title: $localize`:@@meetings.form.title:Rubrik`,
    titleHint: $localize`:@@meetings.form.titleHint:Bara om mötet är något utöver gruppens vanliga.`,
  };

  protected typed(name: MeetingField, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit();
  }
}
