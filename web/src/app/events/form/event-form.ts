import { Component, ElementRef, computed, inject, input, model, output, viewChild } from '@angular/core';
import type { Day, EventChoices, Problem } from '@samhandling/contracts';
import { addDays, capitalised, parseDayNear } from '@samhandling/domain';
import { Button, Disclosure, Field, Icon, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { Autosize, FilterChip } from '@samhandling/ui/work';
import { Combobox } from '@samhandling/ui/choosing';
import { Words } from '../../core/words.ts';
import { type EventValues, daySlip, participantsSlip, sumOfParts, usedFirst } from '../data/event-values.ts';
import { LastUsed } from '../data/last-used.ts';
import { ParticipantParts } from './participant-parts.ts';

type TextField = 'day' | 'participants' | 'title' | 'note';

/** The fields of an event: for a new one and for one that is changed. What is done with them is the page's work. */
@Component({
  selector: 'sam-event-form',
  imports: [Autosize, Button, Combobox, Disclosure, Field, FilterChip, Icon, Input, ParticipantParts, ProblemView],
  templateUrl: './event-form.html',
  styleUrl: './event-form.scss',
})
export class EventForm {
  readonly choices = input.required<EventChoices>();
  readonly values = model.required<EventValues>();
  readonly problem = input<Problem | null>(null);
  /** Somebody has tried to save: what is missing is said from then on. */
  readonly tried = input(false);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly sent = output<void>();

  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly used = inject(LastUsed).read();
  private readonly kind = viewChild.required<string, ElementRef<HTMLElement>>('kind', { read: ElementRef });

  protected readonly kinds = computed(() => usedFirst(this.choices().kinds, this.used.kinds));
  protected readonly activities = computed(() =>
    usedFirst(this.choices().activities, this.used.activities).map((activity) => ({
      id: activity.id,
      label: activity.text,
      reference: activity.reference,
    })),
  );
  protected readonly organisations = computed(() =>
    this.choices().organisations.map(({ id, name }) => ({ id, label: name })),
  );
  protected readonly allMunicipalities = computed(
    () => this.values().municipalities.length === this.choices().municipalities.length,
  );
  /** "torsdag 12 mars 2026" under the field, so that a slip in "12/3" is seen. */
  protected readonly dayRead = computed(() => {
    const day = parseDayNear(this.values().day, this.choices().today);
    if (day === null) return '';
    const weekday = new Intl.DateTimeFormat(this.locale, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
    return `${weekday} ${formatDay(day, this.locale)}`;
  });
  protected readonly slip = computed(() => participantsSlip(this.values().participants, this.locale));
  protected readonly partsSum = computed(() => {
    const { byMunicipality, byOrganisation, byAudience, participants } = this.values();
    if (participants.trim() !== '') return null;
    return sumOfParts(byMunicipality) ?? sumOfParts(byOrganisation) ?? sumOfParts(byAudience);
  });
  protected readonly errors = computed(() => {
    const { kindId, day, activityIds } = this.values();
    const tried = this.tried();
    return {
      kind: tried && kindId === '' ? $localize`:@@events.form.kindMissing:Välj vad det var.` : this.refused('/kindId'),
      day: tried || day.length > 3 ? (daySlip(day, this.choices().today) ?? this.refused('/day')) : null,
      activities:
        tried && activityIds.length === 0
          ? $localize`:@@events.form.activityMissing:Välj minst en: det är så händelsen räknas.`
          : this.refused('/activityIds'),
      municipalities: this.refused('/municipalities'),
      organisations: this.refused('/organisations'),
      participants: this.slip()?.reason ?? this.refused('/participants'),
      title: this.refused('/title'),
      note: this.refused('/note'),
    };
  });
  protected readonly labels = {
    kind: $localize`:@@events.form.kind:Vad var det?`,
    day: $localize`:@@events.form.day:När?`,
    municipalities: $localize`:@@events.form.municipalities:Kommuner`,
    all: $localize`:@@events.form.all:Alla`,
    organisations: $localize`:@@events.form.organisations:Organisationer som deltog`,
    participants: $localize`:@@events.form.participants:Antal deltagare`,
    participantsHint: $localize`:@@events.form.participantsHint:Tomt om ingen har räknat.`,
    parts: $localize`:@@events.form.parts:Deltagare per kommun, organisation eller målgrupp`,
    title: $localize`:@@events.form.title:Rubrik`,
    note: $localize`:@@events.form.note:Anteckning`,
    noteHint: $localize`:@@events.form.noteHint:Skriv inget om enskilda personer.`,
  };
  protected readonly activityLabel = computed(() => capitalised(this.words.current().activity.many));
  protected readonly activityHint = $localize`:@@events.form.activityHint:Sök på nummer eller ord. Händelsen räknas en gång för varje indikator.`;
  protected readonly pointers = computed(() => ({
    '/kindId': this.labels.kind,
    '/day': this.labels.day,
    '/activityIds': this.activityLabel(),
    '/activityIds/*': this.activityLabel(),
    '/municipalities': this.labels.municipalities,
    '/municipalities/*/participants': this.labels.municipalities,
    '/organisations': this.labels.organisations,
    '/organisations/*/participants': this.labels.organisations,
    '/audiences/*/participants': this.labels.parts,
    '/participants': this.labels.participants,
    '/title': this.labels.title,
    '/note': this.labels.note,
  }));

  focus(): void {
    this.kind().nativeElement.focus();
  }

  /** To the first field that says something is wrong. */
  focusError(): void {
    queueMicrotask(() => this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  protected change(part: Partial<EventValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  protected typed(name: TextField, event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      this.change({ [name]: target.value });
  }

  protected pickKind(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.change({ kindId: event.target.value });
  }

  protected toggleMunicipality(code: string): void {
    const { municipalities } = this.values();
    this.change({
      municipalities: municipalities.includes(code)
        ? municipalities.filter((one) => one !== code)
        : [...municipalities, code],
    });
  }

  protected toggleAll(): void {
    const all = this.choices().municipalities.map(({ code }) => code);
    this.change({ municipalities: this.allMunicipalities() ? [] : all });
  }

  protected stepDay(days: number): void {
    const { today } = this.choices();
    const day: Day = addDays(parseDayNear(this.values().day, today) ?? today, days);
    if (day <= today) this.change({ day });
  }

  /** Arrows step the day, as in every field of days. */
  protected dayKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.stepDay(event.key === 'ArrowUp' ? 1 : -1);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit();
  }

  private refused(pointer: string): readonly string[] | null {
    const errors = this.problem()?.errors?.filter(
      (one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`),
    );
    return errors && errors.length > 0 ? errors.map((one) => one.reason) : null;
  }
}
