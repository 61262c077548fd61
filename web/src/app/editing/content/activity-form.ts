import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { Id, StructureActivity, UpdateActivityRequest } from '@samhandling/contracts';
import { RECURRENCES, RECURRENCE_LABELS, type Recurrence } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Icon, Input, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { yesOrNo } from '../../core/stale.ts';
import { EditingApi } from '../data/editing-api.ts';
import { listOf, listText, readYear } from '../data/form-values.ts';
import { Organisations } from '../data/organisations.ts';
import { EditSession, type FieldErrors, type FormValue, changedFields } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { OrganisationPicker } from '../fields/organisation-picker.ts';
import { SaveBar } from '../fields/save-bar.ts';
import { IndicatorDefinition } from './indicator-definition.ts';

/** An activity: wording, who, when, and how it is followed up. */
@Component({
  selector: 'sam-activity-form',
  imports: [Autosize, Button, Choice, Choices, Field, Icon, IndicatorDefinition, Input, OrganisationPicker, SaveBar],
  providers: [EditSession],
  templateUrl: './activity-form.html',
  styleUrl: './activity-form.scss',
})
export class ActivityForm {
  readonly activity = input.required<StructureActivity>();

  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<StructureActivity>>(EditSession);
  private readonly api = inject(EditingApi);
  private readonly organisations = inject(Organisations);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly newIndicator = signal('');
  protected readonly recurrences = RECURRENCES.map((code) => ({ code, label: RECURRENCE_LABELS[code][this.locale] }));
  protected readonly labels = {
    text: $localize`:@@editing.activity.text:Text`,
    responsibleIds: $localize`:@@editing.activity.responsible:Ansvariga`,
    responsibleGroupId: $localize`:@@editing.activity.group:Grupp de handlar genom`,
    partnerIds: $localize`:@@editing.activity.partners:Samverkar med`,
    openEnded: $localize`:@@editing.activity.openEnded:Med flera`,
    recurrence: $localize`:@@editing.activity.recurrence:När`,
    firstYear: $localize`:@@editing.activity.firstYear:Första år`,
    lastYear: $localize`:@@editing.activity.lastYear:Sista år`,
  };
  protected readonly hints = {
    group: $localize`:@@editing.activity.groupHint:Till exempel en beredningsgrupp. Kan lämnas tomt.`,
    newIndicator: $localize`:@@editing.indicator.newHint:Skriv meningen så som den ska stå i planen.`,
  };
  protected readonly newLabel = $localize`:@@editing.indicator.new:Ny indikator`;
  protected readonly saveLabel = computed(
    () => $localize`:@@editing.save:Spara ${this.words.current().activity.theOne}:name:`,
  );

  constructor() {
    this.session.begin(
      {
        name: 'activity',
        labels: this.labels,
        valueOf: formOf,
        shown: (field, value) => this.shown(field, value),
        check,
        save: (activity, version, value, base) => this.api.updateActivity(activity.id, version, requestOf(value, base)),
      },
      (activity) => this.store.put(activity),
    );
    effect(() => {
      const activity = this.activity();
      untracked(() => this.session.load(activity));
    });
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }

  protected one(field: string): string {
    return this.session.text(field) === '' ? listText([]) : listText([this.session.text(field)]);
  }

  protected setOne(field: string, value: string): void {
    this.session.set(field, listOf(value)[0] ?? '');
  }

  protected async addIndicator(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.newIndicator().trim();
    if (text === '') return;
    if ((await this.store.add(() => this.api.addIndicator(this.activity().id, text))) !== null)
      this.newIndicator.set('');
  }

  protected moveIndicator(id: Id, index: number): void {
    void this.store.move({ kind: 'indicator', id, parentId: this.activity().id, index });
  }

  private shown(field: string, value: FormValue): string {
    const text = String(value[field]);
    switch (field) {
      case 'responsibleIds':
      case 'partnerIds':
        return listOf(text)
          .map((id) => this.organisations.nameOf(id))
          .join(', ');
      case 'responsibleGroupId':
        return text === '' ? '' : this.organisations.nameOf(text);
      case 'openEnded':
        return yesOrNo(value[field] === true);
      case 'recurrence':
        return RECURRENCE_LABELS[text as Recurrence][this.locale];
      default:
        return text;
    }
  }
}

function formOf(activity: StructureActivity): FormValue {
  return {
    text: activity.text,
    recurrence: activity.recurrence,
    firstYear: String(activity.firstYear ?? ''),
    lastYear: String(activity.lastYear ?? ''),
    responsibleIds: listText(activity.responsible.map(({ id }) => id)),
    responsibleGroupId: activity.responsibleGroup?.id ?? '',
    partnerIds: listText(activity.partners.map(({ id }) => id)),
    openEnded: activity.openEnded,
  };
}

function check(value: FormValue): FieldErrors {
  const errors: Record<string, string[]> = {};
  if (String(value['text']).trim() === '') errors['text'] = [$localize`:@@editing.text.missing:Skriv en text.`];
  for (const name of ['firstYear', 'lastYear']) {
    const { reason } = readYear(String(value[name]));
    if (reason !== '') errors[name] = [reason];
  }
  const first = readYear(String(value['firstYear'])).value;
  const last = readYear(String(value['lastYear'])).value;
  if (first !== null && last !== null && last < first)
    errors['lastYear'] = [$localize`:@@editing.year.backwards:Det sista året ligger före det första.`];
  return errors;
}

function requestOf(value: FormValue, base: FormValue): UpdateActivityRequest {
  const group = String(value['responsibleGroupId']);
  const all: Required<UpdateActivityRequest> = {
    text: String(value['text']),
    recurrence: String(value['recurrence']) as Recurrence,
    firstYear: readYear(String(value['firstYear'])).value,
    lastYear: readYear(String(value['lastYear'])).value,
    responsibleIds: listOf(String(value['responsibleIds'])),
    responsibleGroupId: group === '' ? null : group,
    partnerIds: listOf(String(value['partnerIds'])),
    openEnded: value['openEnded'] === true,
  };
  const changed = new Set(changedFields(value, base));
  return Object.fromEntries(Object.entries(all).filter(([name]) => changed.has(name)));
}
