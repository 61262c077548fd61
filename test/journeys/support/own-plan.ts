import {
  paths,
  type CompleteImportAnswer,
  type EventChoices,
  type ImportReview,
  type Plan,
  type Round,
} from '@samhandling/contracts';
import type { Api } from './api.ts';

export interface WrittenActivity {
  readonly text: string;
  readonly responsible: string;
  readonly partners?: string;
  /** Sentences, one after the other. */
  readonly followUp: string;
}

export interface OwnPlan {
  readonly slug: string;
  /** Name of its open round: the year it is. */
  readonly label: string;
  readonly roundId: string;
}

/** A plan as a county publishes it: goals, areas and activities, numbered within their goal. */
export function publishedText(goals: readonly (readonly WrittenActivity[])[]): string {
  const lines = goals.flatMap((activities, goal) => [
    `${goal + 1}. Mål nummer ${goal + 1} för trygga vatten`,
    '',
    `${goal + 1}.1 Område för samhandling: Gemensamt arbete ${goal + 1}`,
    '',
    ...activities.flatMap(({ text, responsible, partners = '-', followUp }, index) => [
      `Aktivitet: ${index + 1}. ${text}`,
      `Ansvarig: ${responsible}`,
      `Samverkanspartner: ${partners}`,
      `Uppföljning: ${followUp}`,
    ]),
    '',
  ]);
  return lines.join('\n');
}

/**
 * A plan of the journey's own in the demo county, adopted and with a round open, so that it meets nothing another journey has
 * left behind. The way there has a journey of its own; here it is taken through the API. Demands a planner.
 */
export async function openOwnPlan(
  api: Api,
  title: string,
  goals: readonly (readonly WrittenActivity[])[],
): Promise<OwnPlan> {
  const slug = await importPlan(api, title, publishedText(goals));
  const { today } = await api.get<EventChoices>(`${paths.eventChoices()}?plan=${slug}`);
  const year = Number(today.slice(0, 4));
  const plan = await api.get<Plan>(paths.plan(slug));
  const decided = await api.send<Plan>('PATCH', paths.plan(slug), { decisionReference: 'Beslut 12' }, plan.version);
  await api.send('POST', paths.planTransitions(slug), { transition: 'adopt' }, decided.version);
  const round = await api.send<Round>('POST', paths.planRounds(slug), {
    label: String(year),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    opens: `${year}-12-01`,
    due: `${year + 1}-01-31`,
  });
  await api.send('POST', paths.roundTransitions(round.id), { transition: 'open' }, round.version);
  return { slug, label: round.label, roundId: round.id };
}

async function importPlan(api: Api, title: string, text: string): Promise<string> {
  const review = await api.send<ImportReview>('POST', paths.imports(), { text });
  const decided = await api.send<ImportReview>(
    'PATCH',
    paths.import(review.id),
    {
      settings: { title, theme: 'Trygga vatten', firstYear: 2020, lastYear: 2049 },
      actors: review.actors
        .filter(({ decision }) => decision === null)
        .map(({ name, match, proposedKind: kind }) => ({
          name,
          decision: match
            ? { use: 'existing', organisationId: match.organisation.id, rememberAlias: false }
            : { use: 'new', name, kind },
        })),
      indicators: review.indicators.map(({ key, proposal: { reason: _, ...settings } }) => ({
        key,
        decision: { answer: 'accepted', ...settings },
      })),
    },
    review.version,
  );
  const done = await api.send<CompleteImportAnswer>(
    'POST',
    paths.importComplete(review.id),
    undefined,
    decided.version,
  );
  return done.slug;
}
