import { Component, computed, inject, input, model, output } from '@angular/core';
import type { GroupChoices, Problem } from '@samhandling/contracts';
import { GROUP_KINDS, GROUP_KIND_LABELS, capitalised } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, injectSay } from '@samhandling/ui';
import { Combobox } from '@samhandling/ui/choosing';
import { Autosize } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { type GroupValues, isWithin, joined, kindOf, split } from '../data/group-values.ts';

type TextField = Exclude<keyof GroupValues, 'kind'>;

/** The fields of a group: for a new one and for one that is changed. What is done with them is the page's work. */
@Component({
  selector: 'sam-group-form',
  imports: [Autosize, Button, Combobox, Field, Input, ProblemView],
  templateUrl: './group-form.html',
  styles: `
    :host {
      display: block;
    }
    .short {
      max-width: 16rem;
    }
    h3 {
      margin-top: var(--sam-space-8);
    }
  `,
})
export class GroupForm {
  readonly choices = input.required<GroupChoices>();
  readonly values = model.required<GroupValues>();
  /** The group itself, which does not report to itself. */
  readonly groupId = input<string>();
  readonly problem = input<Problem | null>(null);
  /** Somebody has tried to save: what is missing is said from then on. */
  readonly tried = input(false);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly sent = output<void>();

  private readonly say = injectSay();
  private readonly words = inject(Words);
  private readonly focus = focusWithin();
  protected readonly kinds = GROUP_KINDS.map((kind) => ({ kind, label: this.say(GROUP_KIND_LABELS[kind]) }));
  protected readonly above = computed(() => this.choices().groups.filter(({ id }) => id !== this.groupId()));
  protected readonly organisations = computed(() => this.choices().organisations.filter(({ isGroup }) => isGroup));
  protected readonly activities = computed(() =>
    this.choices().activities.map(({ id, reference, text }) => ({ id, reference, label: text })),
  );
  protected readonly counted = computed(() => split(this.values().countingActivityIds));
  protected readonly errors = computed(() => {
    const { name, meetingsPerYear, silentAfterDays, minutesPerItem } = this.values();
    return {
      name:
        this.tried() && name.trim() === ''
          ? [$localize`:@@groups.form.nameMissing:Skriv vad gruppen heter.`]
          : this.refused('/name'),
      meetingsPerYear: isWithin(meetingsPerYear, 1, 52)
        ? this.refused('/meetingsPerYear')
        : [$localize`:@@groups.form.meetingsWrong:Skriv ett helt tal mellan 1 och 52, eller lämna tomt.`],
      silentAfterDays: isWithin(silentAfterDays, 1, 730)
        ? this.refused('/silentAfterDays')
        : [$localize`:@@groups.form.silentWrong:Skriv ett helt tal mellan 1 och 730.`],
      minutesPerItem: isWithin(minutesPerItem, 1, 240)
        ? this.refused('/minutesPerItem')
        : [$localize`:@@groups.form.minutesWrong:Skriv ett helt tal mellan 1 och 240.`],
      purpose: this.refused('/purpose'),
      reportsToId: this.refused('/reportsToId'),
      countingKindId: this.refused('/countingKindId'),
      countingActivityIds: this.refused('/countingActivityIds'),
    };
  });
  protected readonly shown = computed(() =>
    besideFields(
      this.problem(),
      Object.keys(this.errors()).map((name) => `/${name}`),
    ),
  );
  protected readonly labels = {
    name: $localize`:@@groups.form.name:Namn`,
    kind: $localize`:@@groups.form.kind:Slag av grupp`,
    purpose: $localize`:@@groups.form.purpose:Syfte`,
    purposeHint: $localize`:@@groups.form.purposeHint:Vad gruppen ska göra, i några meningar.`,
    meetingsPerYear: $localize`:@@groups.form.meetingsPerYear:Möten per år`,
    meetingsHint: $localize`:@@groups.form.meetingsHint:Tomt om det inte är bestämt.`,
    reportsTo: $localize`:@@groups.form.reportsTo:Frågor lyfts till`,
    reportsToHint: $localize`:@@groups.form.reportsToHint:Gruppen som svarar på det den här gruppen inte själv kan besluta.`,
    organisation: $localize`:@@groups.form.organisation:Gruppen i planen`,
    organisationHint: $localize`:@@groups.form.organisationHint:Om planen nämner gruppen som ansvarig.`,
    minutesPerItem: $localize`:@@groups.form.minutesPerItem:Minuter för varje aktivitet`,
    silentAfterDays: $localize`:@@groups.form.silentAfterDays:Dagar innan den föreslås igen`,
    silentHint: $localize`:@@groups.form.silentHint:En aktivitet som inte har varit uppe på så länge föreslås till dagordningen.`,
    countingKind: $localize`:@@groups.form.countingKind:Ett genomfört möte räknas som`,
    countingHint: $localize`:@@groups.form.countingHint:Sök på nummer eller ord. Mötet blir en händelse under dem, så att antalet träffar räknar sig självt.`,
  };
  protected readonly activityLabel = computed(() => capitalised(this.words.current().activity.many));

  focusError(): void {
    this.focus(FIRST_WRONG);
  }

  /** Nothing that the form itself sees is wrong. */
  isSound(): boolean {
    const { name, meetingsPerYear, silentAfterDays, minutesPerItem } = this.values();
    return (
      name.trim() !== '' &&
      isWithin(meetingsPerYear, 1, 52) &&
      isWithin(silentAfterDays, 1, 730) &&
      isWithin(minutesPerItem, 1, 240)
    );
  }

  protected typed(name: TextField, event: Event): void {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.change({ [name]: target.value });
  }

  protected pickKind(event: Event): void {
    const kind = event.target instanceof HTMLSelectElement ? kindOf(event.target.value) : undefined;
    if (kind) this.change({ kind });
  }

  protected count(ids: readonly string[]): void {
    this.change({ countingActivityIds: joined(ids) });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit();
  }

  private change(part: Partial<GroupValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  private refused(pointer: string): readonly string[] {
    return reasonsAt(this.problem(), pointer);
  }
}
