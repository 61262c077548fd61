import type { Label } from '@samhandling/domain';

export const NO_SUCH_YEAR = (first: number, last: number): Label => ({
  sv: `Planen gäller ${first}–${last}. Välj ett år däremellan.`,
  en: `The plan runs ${first}–${last}. Choose a year in between.`,
});
export const YEAR_TAKEN: Label = {
  sv: 'Planen har redan en verksamhetsplan för det året.',
  en: 'The plan already has a work plan for that year.',
};
export const DECIDED: Label = {
  sv: 'Verksamhetsplanen är beslutad och ändras inte. Det som tillkommer går in i nästa års plan.',
  en: 'The work plan is decided and does not change. What comes later goes into next year’s plan.',
};
export const CLOSED: Label = {
  sv: 'Verksamhetsplanen är avslutad.',
  en: 'The work plan is closed.',
};
export const NOT_DECIDED: Label = {
  sv: 'Vad det blev av en insats skrivs när verksamhetsplanen är beslutad.',
  en: 'What became of an item is written once the work plan is decided.',
};
export const UNKNOWN_DECISION: Label = {
  sv: 'Beslutet är inte fattat av någon av planens grupper.',
  en: 'The decision was not made by any of the plan’s groups.',
};
export const DAY_MISSING: Label = { sv: 'Ange vilken dag planen beslutades.', en: 'State the day it was decided.' };
export const DAY_AHEAD: Label = {
  sv: 'Dagen för beslutet kan inte ligga framåt i tiden.',
  en: 'The day of the decision cannot lie ahead.',
};
export const UNKNOWN_GOAL: Label = { sv: 'Målet finns inte i planen.', en: 'The goal is not in the plan.' };
export const UNKNOWN_ORGANISATION: Label = {
  sv: 'En av organisationerna finns inte i länet.',
  en: 'One of the organisations is not in the county.',
};
export const UNKNOWN_ACTIVITY: Label = {
  sv: 'Aktiviteten finns inte i planen.',
  en: 'The activity is not in the plan.',
};
export const UNKNOWN_NEED: Label = { sv: 'Behovet hör inte till planen.', en: 'The need is not of the plan.' };
export const UNKNOWN_ITEM: Label = {
  sv: 'Insatsen hör inte till planens tidigare år.',
  en: 'The item is not of the plan’s earlier years.',
};
export const TITLE_MISSING: Label = { sv: 'Skriv vad som ska göras.', en: 'Write what is to be done.' };
export const FROM_MISSING: Label = {
  sv: 'Ange när insatsen börjar, när du har angett när den slutar.',
  en: 'State when the item begins, since you have stated when it ends.',
};
export const ENDS_EARLY: Label = {
  sv: 'Insatsen kan inte sluta innan den börjar.',
  en: 'The item cannot end before it begins.',
};
export const WORDS_MISSING: Label = {
  sv: 'Skriv vad det blev, när insatsen inte är helt genomförd.',
  en: 'Write what became of it, since the item is not entirely done.',
};
export const OTHER_ITEMS: Label = {
  sv: 'Ordningen ska ta upp alla insatser i planen, var och en en gång.',
  en: 'The order must name every item of the plan, each once.',
};
export const ONE_ORIGIN: Label = {
  sv: 'En insats kommer ur ett av behov, aktivitet eller tidigare insats.',
  en: 'An item comes from one of a need, an activity or an earlier item.',
};
