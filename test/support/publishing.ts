import { paths, type Publication, type Round } from '@samhandling/contracts';
import type { PublicationTransitionName } from '@samhandling/domain';
import type { Answer, TestApp, TestClient } from './app.ts';
import { buildPlan, type BuiltPlan, type PlanWishes } from './plan-builder.ts';
import { completeRound, moveRound, openRound } from './round-builder.ts';

export const COUNTY = 'kronobergs-lan';

export interface AdoptedScene {
  readonly plan: BuiltPlan;
  readonly round: Round;
}

/** An adopted plan with an adopted round, and nothing of it published. `before` writes what the round is to freeze. */
export async function adoptedScene(
  planner: TestClient,
  second: TestClient,
  app: TestApp,
  wishes: PlanWishes & {
    readonly year?: number;
    readonly before?: (plan: BuiltPlan, round: Round) => Promise<void>;
  } = {},
): Promise<AdoptedScene> {
  const plan = await buildPlan(app, { ...wishes, state: 'adopted' });
  const open = await openRound(planner, plan, wishes.year ?? 2025);
  await wishes.before?.(plan, open);
  await completeRound(planner, plan, open);
  return { plan, round: await adoptRound(planner, second, open) };
}

/** From open, with everything answered and judged, to adopted by two. */
export async function adoptRound(planner: TestClient, second: TestClient, open: Round): Promise<Round> {
  const inReview = await moveRound(planner, open, 'start_review');
  return moveRound(second, await moveRound(planner, inReview, 'propose_adoption'), 'adopt');
}

type Target = { readonly slug: string } | { readonly roundId: string };

export function publicationOf(client: TestClient, target: Target): Promise<Answer<Publication>> {
  return client.get<Publication>(
    'slug' in target ? paths.planPublication(target.slug) : paths.roundPublication(target.roundId),
  );
}

export function takePublication(
  client: TestClient,
  target: Target,
  transition: PublicationTransitionName,
  version: number,
): Promise<Answer<Publication>> {
  const path =
    'slug' in target
      ? paths.planPublicationTransitions(target.slug)
      : paths.roundPublicationTransitions(target.roundId);
  return client.post<Publication>(path, { transition }, { ifMatch: version });
}

/** Publishes or takes back from the version it has now. */
export async function movePublication(
  client: TestClient,
  target: Target,
  transition: PublicationTransitionName,
): Promise<Publication> {
  const now = await publicationOf(client, target);
  const answer = await takePublication(client, target, transition, now.body.version);
  if (answer.status !== 200) throw new Error(`${transition} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
