import {
  paths,
  type CreateEventRequest,
  type EventAnswer,
  type EventKind,
  type IndicatorRule,
  type PutIndicatorRuleRequest,
} from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { Answer, TestApp, TestClient } from './app.ts';
import { buildOutcomeScene, type IndicatorWish, type OutcomeScene } from './outcomes.ts';

/** A day in the open round of an outcome scene (2025), and one in its adopted round. */
export const IN_ROUND = '2025-03-12';
export const IN_ADOPTED_ROUND = '2024-03-12';

export interface EventScene extends OutcomeScene {
  /** Ids of the county's kinds by name. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** An outcome scene with the county's first kinds of events. */
export async function buildEventScene(
  app: TestApp,
  planner: TestClient,
  wishes: readonly IndicatorWish[],
): Promise<EventScene> {
  const scene = await buildOutcomeScene(app, wishes);
  const { body } = await planner.get<EventKind[]>(paths.eventKinds());
  return { ...scene, kinds: Object.fromEntries(body.map(({ id, name }) => [name, id])) };
}

export function kindOf(scene: EventScene, name: string): string {
  const id = scene.kinds[name];
  if (id === undefined) throw new Error(`No kind ${name}`);
  return id;
}

/** A network meeting in the round under the first activity, unless something else is wished. */
export function eventOf(scene: EventScene, wish: Partial<CreateEventRequest> = {}): CreateEventRequest {
  return {
    registrationKey: newId(),
    kindId: kindOf(scene, 'Nätverksträff'),
    day: IN_ROUND,
    activityIds: [scene.plan.activities[0]?.id ?? ''],
    ...wish,
  };
}

export function register(
  client: TestClient,
  scene: EventScene,
  wish: Partial<CreateEventRequest> = {},
): Promise<Answer<EventAnswer>> {
  return client.post<EventAnswer>(paths.events(), eventOf(scene, wish));
}

export async function registered(
  client: TestClient,
  scene: EventScene,
  wish: Partial<CreateEventRequest> = {},
): Promise<EventAnswer> {
  const answer = await register(client, scene, wish);
  if (answer.status !== 201) throw new Error(`Registering answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function setRule(
  planner: TestClient,
  scene: EventScene,
  index: number,
  rule: Partial<PutIndicatorRuleRequest> = {},
): Promise<IndicatorRule> {
  const path = paths.indicatorRule(scene.indicatorIds[index] ?? '');
  const { body: before } = await planner.get<IndicatorRule>(path);
  const answer = await planner.put<IndicatorRule>(
    path,
    { method: 'count_events', kindIds: [], ...rule },
    before.version,
  );
  if (answer.status !== 200) throw new Error(`The rule answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
