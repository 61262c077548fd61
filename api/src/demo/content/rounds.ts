import type { DemoGoalJudgement, DemoRound } from './types.ts';

/** The first year is adopted; the second is being answered, so that no page of the demo is empty. */
export const DEMO_ROUNDS = [
  {
    label: '2024',
    from: '2024-01-01',
    to: '2024-12-31',
    opens: '2024-12-02',
    due: '2025-01-24',
    state: 'adopted',
    adoption: { proposedBy: 'maria', proposedOn: '2025-03-11', adoptedBy: 'johan', adoptedOn: '2025-03-13' },
  },
  {
    label: '2025',
    from: '2025-01-01',
    to: '2025-12-31',
    opens: '2025-12-01',
    due: '2026-01-30',
    state: 'open',
    adoption: null,
  },
] as const satisfies readonly DemoRound[];

export const DEMO_GOAL_JUDGEMENTS: readonly DemoGoalJudgement[] = [
  {
    round: '2024',
    goal: 1,
    judgement: 'within_reach',
    text: 'Tillsynen har blivit mer samordnad och nätverket fungerar. Kontrollköpen visar att butikerna ofta, men inte alltid, frågar efter legitimation. Överenskommelserna om langning går för långsamt och behöver stöd från kommunledningarna.',
  },
  {
    round: '2024',
    goal: 2,
    judgement: 'within_reach',
    text: 'Fler skolor arbetar med studiepaketet och med nikotinfri skoltid. Länsenkäten visar att fler elever i årskurs 9 avstår från alkohol, men också att vitt snus har blivit vanligare. Snabbspåret ger resultat där det finns, men få kommuner har kommit i gång.',
  },
  {
    round: '2024',
    goal: 3,
    judgement: 'needs_support',
    text: 'Vården frågar oftare om levnadsvanor, men spel glöms fortfarande bort. Arbetet med arbetsgivare och med äldre har inte kommit i gång som vi tänkt. En aktivitet har utgått eftersom det redan finns en nationell rådgivning.',
  },
  {
    round: '2024',
    goal: 4,
    judgement: 'needs_support',
    text: 'Den nya överenskommelsen är på plats och väntetiden till beroendevården har sjunkit. Samordnade planer används för sällan, och det uppsökande arbetet når bara två kommuner. Båda frågorna kräver beslut på ledningsnivå.',
  },
  {
    round: '2024',
    goal: 5,
    judgement: 'within_reach',
    text: 'Krogsamverkan och nykterhetskontroller fungerar väl. Utbildningen i naloxon har nått fler än väntat. Svagheten är att kontakten med den som stoppas i trafiken inte kan tas dygnet runt.',
  },
  {
    round: '2024',
    goal: 6,
    judgement: 'secured',
    text: 'Strukturen är på plats: arbetsordningen är beslutad, grupperna möts och alla kommuner har fått planen presenterad. Webbplatsen återstår och kräver ett beslut om vem som ska äga den.',
  },
  {
    round: '2025',
    goal: 1,
    judgement: 'within_reach',
    text: 'Rutinen för delad lägesbild är införd, och sex av åtta kommuner har en överenskommelse om langning. Den gemensamma gruppen av kontrollköpare är årets viktigaste steg. Kartläggningen av spel är försenad. Bedömningen är preliminär tills alla siffror har kommit in.',
  },
  {
    round: '2025',
    goal: 6,
    judgement: 'secured',
    text: 'Grupperna arbetar enligt arbetsordningen och fler kommuner deltar i samrådet. Sex kommuner har nu en egen plan. Frågan om webbplatsen är fortfarande inte avgjord.',
  },
];
