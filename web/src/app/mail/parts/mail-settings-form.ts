import { Component, Injector, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { MailSettings, Problem } from '@samhandling/contracts';
import { Button, Choice, Choices, Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields, yesOrNo } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { MailApi } from '../data/mail-api.ts';
import {
  type SettingsValues,
  isWholeTo,
  requestOf,
  toggledWeekday,
  valuesOf,
  weekdaysOf,
} from '../data/settings-values.ts';

type TextName = 'sendAt' | 'senderName' | 'replyTo' | 'linkDays' | 'repeatDays' | 'escalateAfterDays';

/** When the county's mails leave, from whom, and how often the same thing is asked. */
@Component({
  selector: 'sam-mail-settings-form',
  imports: [Button, Choice, Choices, Field, Input, ProblemView],
  templateUrl: './mail-settings-form.html',
  styles: `
    :host {
      display: block;
    }
    form {
      max-width: 40rem;
    }
    .short {
      max-width: 9rem;
    }
  `,
})
export class MailSettingsForm {
  readonly settings = input.required<MailSettings>();
  readonly saved = output<MailSettings>();

  private readonly api = inject(MailApi);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.settings());
  protected readonly values = linkedSignal<SettingsValues>(() => valuesOf(this.settings()));
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly labels = {
    isOn: $localize`:@@mail.settings.isOn:Skicka dagens utskick`,
    sendAt: $localize`:@@mail.settings.sendAt:Klockslag, svensk tid`,
    weekdays: $localize`:@@mail.settings.weekdays:Veckodagar`,
    senderName: $localize`:@@mail.settings.senderName:Avsändarens namn`,
    replyTo: $localize`:@@mail.settings.replyTo:Svar går till`,
    linkDays: $localize`:@@mail.settings.linkDays:Så många dagar gäller en svarslänk`,
    repeatDays: $localize`:@@mail.settings.repeatDays:Dagar innan samma sak påminns igen`,
    escalates: $localize`:@@mail.settings.escalates:Påminn organisationens huvudkontakt när ingen svarar`,
    escalateAfterDays: $localize`:@@mail.settings.escalateAfterDays:Dagar utan svar efter första brevet`,
  };
  protected readonly hints = {
    senderName: $localize`:@@mail.settings.senderNameHint:Tomt: Samhandling och länets namn.`,
    replyTo: $localize`:@@mail.settings.replyToHint:En adress som någon läser. Tomt: ingen.`,
    repeatDays: $localize`:@@mail.settings.repeatDaysHint:Det som är nytt eller har ändrats påminns det om direkt.`,
    escalates: $localize`:@@mail.settings.escalatesHint:Huvudkontakten får ett brev om det som är obesvarat, en gång. Vem det är väljs på organisationens sida.`,
  };
  protected readonly days = [
    { day: 1, label: $localize`:@@mail.day.1:Måndag` },
    { day: 2, label: $localize`:@@mail.day.2:Tisdag` },
    { day: 3, label: $localize`:@@mail.day.3:Onsdag` },
    { day: 4, label: $localize`:@@mail.day.4:Torsdag` },
    { day: 5, label: $localize`:@@mail.day.5:Fredag` },
    { day: 6, label: $localize`:@@mail.day.6:Lördag` },
    { day: 7, label: $localize`:@@mail.day.7:Söndag` },
  ];
  protected readonly pointers = {
    '/isOn': this.labels.isOn,
    '/sendAt': this.labels.sendAt,
    '/weekdays': this.labels.weekdays,
    '/senderName': this.labels.senderName,
    '/replyTo': this.labels.replyTo,
    '/linkDays': this.labels.linkDays,
    '/repeatDays': this.labels.repeatDays,
    '/escalateAfterDays': this.labels.escalateAfterDays,
  };
  protected readonly errors = computed(() => {
    const values = this.values();
    const whole = (text: string, most: number): string | null =>
      isWholeTo(text, most) ? null : $localize`:@@mail.settings.whole:Skriv ett heltal från 1 till ${most}:most:.`;
    return {
      sendAt: /^\d\d:\d\d$/.test(values.sendAt) ? null : $localize`:@@mail.settings.time:Välj ett klockslag.`,
      weekdays: values.weekdays === '' ? $localize`:@@mail.settings.oneDay:Välj minst en dag.` : null,
      linkDays: whole(values.linkDays, 90),
      repeatDays: whole(values.repeatDays, 60),
      escalateAfterDays: values.escalates ? whole(values.escalateAfterDays, 180) : null,
    };
  });
  protected readonly dirty = computed(() => JSON.stringify(this.values()) !== JSON.stringify(valuesOf(this.base())));

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
  }

  protected error(name: keyof ReturnType<typeof this.errors>): string | null {
    return this.tried() ? this.errors()[name] : null;
  }

  /** What the server said about a field. */
  protected refused(pointer: string): readonly string[] | null {
    const errors = this.problem()?.errors?.filter((one) => one.pointer === pointer) ?? [];
    return errors.length > 0 ? errors.map((one) => one.reason) : null;
  }

  protected set(name: TextName, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected check(name: 'isOn' | 'escalates', event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { checked } = event.target;
    this.values.update((values) => ({ ...values, [name]: checked }));
  }

  protected hasDay(day: number): boolean {
    return weekdaysOf(this.values().weekdays).includes(day);
  }

  protected setDay(day: number, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { checked } = event.target;
    this.values.update((values) => ({ ...values, weekdays: toggledWeekday(values.weekdays, day, checked) }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || Object.values(this.errors()).some((error) => error !== null)) return;
    await this.save();
  }

  private async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.updateSettings(this.base().version, requestOf(this.values()));
      this.base.set(saved);
      this.values.set(valuesOf(saved));
      this.tried.set(false);
      this.messages.say($localize`:@@mail.settings.saved:Inställningarna är sparade`);
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isSettings(problem.current)) await this.choose(problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(current: MailSettings): Promise<void> {
    const theirs = valuesOf(current);
    const fields = staleFields(valuesOf(this.base()), this.values(), theirs, this.labels, (name, values) =>
      this.shown(name, values),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(this.values(), theirs, answer));
    this.base.set(current);
    await this.save();
  }

  private shown(name: keyof SettingsValues, values: SettingsValues): string {
    const value = values[name];
    if (name === 'weekdays')
      return this.days
        .filter(({ day }) => weekdaysOf(values.weekdays).includes(day))
        .map(({ label }) => label)
        .join(', ');
    if (typeof value === 'string') return value;
    return yesOrNo(value);
  }
}

function isSettings(value: unknown): value is MailSettings {
  return typeof value === 'object' && value !== null && 'sendAt' in value && 'version' in value;
}
