import type { FormOpen } from './form-values.ts';

export interface FormWords {
  readonly heading: string;
  readonly text: string;
  readonly textMissing: string;
  readonly more: string;
  readonly moreMissing: string;
  readonly whoMissing: string;
  readonly due: string;
  readonly send: string;
  /** Said when it is done, for those who do not see it appear. */
  readonly said: string;
  readonly mends: boolean;
}

const NONE = { more: '', moreMissing: '', whoMissing: '', due: '', mends: false };

/** What each form is called and asks for. */
export function formWords(open: FormOpen, liftsTo: string): FormWords {
  switch (open.kind) {
    case 'decision':
      return {
        ...NONE,
        heading: open.decision
          ? $localize`:@@walk.form.decisionMend:Ändra beslut ${open.decision.reference}:reference:`
          : $localize`:@@walk.form.decision:Nytt beslut`,
        text: $localize`:@@walk.form.decisionText:Vad beslutar vi?`,
        textMissing: $localize`:@@walk.form.decisionMissing:Skriv vad som beslutas.`,
        due: $localize`:@@walk.form.due:Senast`,
        send: open.decision
          ? $localize`:@@walk.form.mendSend:Spara ändringen`
          : $localize`:@@walk.form.decisionSend:Besluta`,
        said: open.decision
          ? $localize`:@@walk.form.mendSaid:Ändringen är sparad här`
          : $localize`:@@walk.form.decisionSaid:Beslutet är antecknat`,
        mends: open.decision !== undefined,
      };
    case 'actionPoint':
      return {
        ...NONE,
        heading: open.actionPoint
          ? $localize`:@@walk.form.actionMend:Ändra att göra`
          : $localize`:@@walk.form.action:Nytt att göra`,
        text: $localize`:@@walk.form.actionText:Vad ska göras?`,
        textMissing: $localize`:@@walk.form.actionMissing:Skriv vad som ska göras.`,
        whoMissing: $localize`:@@walk.form.whoMissing:Välj vem som gör det.`,
        due: $localize`:@@walk.form.due:Senast`,
        send: open.actionPoint
          ? $localize`:@@walk.form.mendSend:Spara ändringen`
          : $localize`:@@walk.form.actionSend:Lägg till`,
        said: open.actionPoint
          ? $localize`:@@walk.form.mendSaid:Ändringen är sparad här`
          : $localize`:@@walk.form.actionSaid:Att göra är tillagt`,
        mends: open.actionPoint !== undefined,
      };
    case 'lift':
      return {
        ...NONE,
        heading:
          liftsTo === ''
            ? $localize`:@@walk.form.lift:Lyft en fråga`
            : $localize`:@@walk.form.liftTo:Lyft en fråga till ${liftsTo}:group:`,
        text: $localize`:@@walk.form.liftText:Vad är frågan?`,
        textMissing: $localize`:@@walk.form.liftMissing:Skriv frågan.`,
        more: $localize`:@@walk.form.liftProposal:Förslag till beslut`,
        send: open.lift
          ? $localize`:@@walk.form.mendSend:Spara ändringen`
          : $localize`:@@walk.form.liftSend:Lyft frågan`,
        said: open.lift
          ? $localize`:@@walk.form.mendSaid:Ändringen är sparad här`
          : $localize`:@@walk.form.liftSaid:Frågan är lyft`,
        mends: open.lift !== undefined,
      };
    case 'park':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.park:Parkera punkten`,
        text: $localize`:@@walk.form.parkText:Varför parkeras den?`,
        textMissing: $localize`:@@walk.form.parkMissing:Skriv varför den parkeras.`,
        due: $localize`:@@walk.form.parkUntil:Till och med`,
        send: $localize`:@@walk.form.parkSend:Parkera`,
        said: $localize`:@@walk.form.parkSaid:Punkten är parkerad`,
      };
    case 'postpone':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.postpone:Bordlägg punkten`,
        text: $localize`:@@walk.form.postponeText:Varför? (om du vill)`,
        textMissing: '',
        send: $localize`:@@walk.form.postponeSend:Bordlägg`,
        said: $localize`:@@walk.form.postponeSaid:Punkten är bordlagd`,
      };
    case 'complete':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.complete:Genomfört`,
        text: $localize`:@@walk.form.completeText:Vad gjordes?`,
        textMissing: $localize`:@@walk.form.completeMissing:Skriv vad som gjordes.`,
        send: $localize`:@@walk.form.completeSend:Anteckna som genomfört`,
        said: $localize`:@@walk.form.completeSaid:Antecknat som genomfört`,
      };
    case 'answer':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.answer:Svara på frågan med ett beslut`,
        text: $localize`:@@walk.form.decisionText:Vad beslutar vi?`,
        textMissing: $localize`:@@walk.form.decisionMissing:Skriv vad som beslutas.`,
        more: $localize`:@@walk.form.answerMore:Svar i ord (om du vill)`,
        due: $localize`:@@walk.form.due:Senast`,
        send: $localize`:@@walk.form.answerSend:Besluta och svara`,
        said: $localize`:@@walk.form.answerSaid:Frågan är besvarad`,
      };
    case 'needsSupport':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.support:Behöver stöd`,
        text: $localize`:@@walk.form.supportText:Vilket stöd behövs?`,
        textMissing: $localize`:@@walk.form.supportMissing:Skriv vilket stöd som behövs.`,
        send: $localize`:@@walk.form.judgeSend:Sätt bedömningen`,
        said: $localize`:@@walk.form.judgeSaid:Bedömningen är satt`,
      };
    case 'cancelled':
      return {
        ...NONE,
        heading: $localize`:@@walk.form.cancelled:Utgår`,
        text: $localize`:@@walk.form.cancelText:Varför utgår den?`,
        textMissing: $localize`:@@walk.form.cancelMissing:Skriv varför den utgår.`,
        more: $localize`:@@walk.form.cancelDecision:Vilket beslut ligger bakom?`,
        moreMissing: $localize`:@@walk.form.cancelDecisionMissing:Ange beslutet.`,
        send: $localize`:@@walk.form.judgeSend:Sätt bedömningen`,
        said: $localize`:@@walk.form.judgeSaid:Bedömningen är satt`,
      };
  }
}
