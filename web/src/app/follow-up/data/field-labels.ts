import { CHANNEL_LABELS, JUDGEMENT_LABELS, type Locale, NOT_JUDGED_LABEL } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';
import type { PersonRef } from '@samhandling/contracts';
import { yesOrNo } from '../../core/stale.ts';
import type { FormField, FormValue } from './follow-up-form.ts';

/** What each field is called: on the form, in errors and where two versions are compared. */
export const FIELD_LABELS: Readonly<Record<FormField, string>> = {
  judgement: $localize`:@@followUp.judgement:Lägesbedömning`,
  supportNeeded: $localize`:@@followUp.supportNeeded:Vilket stöd behövs?`,
  cancelReason: $localize`:@@followUp.cancelReason:Varför utgår den?`,
  cancelDecision: $localize`:@@followUp.cancelDecision:Vilket beslut ligger bakom?`,
  nothingNew: $localize`:@@followUp.nothingNew:Inget nytt`,
  done: $localize`:@@followUp.done:Vad har gjorts?`,
  results: $localize`:@@followUp.results:Vilka resultat ser ni?`,
  obstacles: $localize`:@@followUp.obstacles:Vilka hinder finns?`,
  nextStep: $localize`:@@followUp.nextStep:Vad är nästa steg?`,
  nextStepDate: $localize`:@@followUp.nextStepDate:När ska det vara gjort?`,
  reporterId: $localize`:@@followUp.reporter:Rapportör`,
  onBehalfOfId: $localize`:@@followUp.onBehalfOf:Svaret kommer från`,
  channel: $localize`:@@followUp.channel:Hur kom svaret?`,
};

/** A field in words, for comparing two versions. */
export function shownField(name: FormField, form: FormValue, people: readonly PersonRef[], locale: Locale): string {
  switch (name) {
    case 'judgement':
      return (form.judgement === null ? NOT_JUDGED_LABEL : JUDGEMENT_LABELS[form.judgement])[locale];
    case 'nothingNew':
      return yesOrNo(form.nothingNew);
    case 'nextStepDate':
      return form.nextStepDate === '' ? '' : formatDay(form.nextStepDate, locale);
    case 'channel':
      return form.channel === null ? '' : CHANNEL_LABELS[form.channel][locale];
    case 'reporterId':
    case 'onBehalfOfId':
      return people.find((person) => person.id === form[name])?.name ?? '';
    default:
      return form[name];
  }
}
