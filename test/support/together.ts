import { paths, type AssignReportersAnswer, type ParticipationSheet, type ReporterList } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { Answer, TestApp, TestClient } from './app.ts';
import {
  buildOrganisation,
  buildPlan,
  COUNT_INDICATOR,
  type BuiltOrganisation,
  type BuiltPlan,
} from './plan-builder.ts';
import { followUpsOfRound, openRound } from './round-builder.ts';
import type { Round } from '@samhandling/contracts';

export interface SharedScene {
  readonly plan: BuiltPlan;
  readonly round: Round;
  /** Responsible together for everything, in this order. */
  readonly first: BuiltOrganisation;
  readonly second: BuiltOrganisation;
  readonly ids: readonly string[];
  readonly anna: TestClient;
  readonly bo: TestClient;
}

export const idOf = (client: TestClient): string => client.session?.person.id ?? '';

/** Two organisations responsible for everything together, each with a reporter, in an open round. */
export async function sharedScene(app: TestApp, planner: TestClient, activities = 4): Promise<SharedScene> {
  const first = await buildOrganisation(app, `Länskansliet ${newId()}`);
  const second = await buildOrganisation(app, `Regionkansliet ${newId()}`);
  const anna = await app.person('Anna Första', [{ role: 'reporter', organisationId: first.id }]);
  const bo = await app.person('Bo Andra', [{ role: 'reporter', organisationId: second.id }]);
  const plan = await buildPlan(app, {
    activities,
    state: 'adopted',
    responsible: first,
    activity: () => ({ responsibleIds: [first.id, second.id] }),
  });
  const round = await openRound(planner, plan);
  const ids = (await followUpsOfRound(planner, plan, round.label)).map((page) => page.followUp.id);
  return { plan, round, first, second, ids, anna, bo };
}

export async function reportersOf(client: TestClient, roundId: string, rotate = false): Promise<ReporterList> {
  return (await client.get<ReporterList>(`${paths.roundReporters(roundId)}${rotate ? '?rotate=true' : ''}`)).body;
}

export function assign(
  client: TestClient,
  roundId: string,
  assignments: readonly { followUpId: string; version: number; reporterId: string | null }[],
): Promise<Answer<AssignReportersAnswer>> {
  return client.post<AssignReportersAnswer>(paths.roundReporters(roundId), { assignments });
}

export interface CollectiveScene {
  readonly plan: BuiltPlan;
  readonly round: Round;
  readonly collective: BuiltOrganisation;
  readonly partner: BuiltOrganisation;
  /** Members of the collective, in the order of the codes given. */
  readonly members: readonly BuiltOrganisation[];
}

/** A collective of municipalities that is partner of everything, each activity with one figure per municipality. */
export async function collectiveScene(
  app: TestApp,
  planner: TestClient,
  codes: readonly string[],
  activities = 4,
): Promise<CollectiveScene> {
  const collective = await buildOrganisation(app, `Kommunerna ${newId()}`, { kind: 'collective' });
  const partner = await buildOrganisation(app, `Idrottsrådet ${newId()}`);
  const members: BuiltOrganisation[] = [];
  for (const code of codes) {
    const member = await buildOrganisation(app, `Kommun ${code} ${newId()}`, {
      kind: 'municipality',
      municipalityCode: code,
    });
    await join(app, collective.id, member.id, null, null);
    members.push(member);
  }
  const plan = await buildPlan(app, {
    activities,
    state: 'adopted',
    partner,
    activity: () => ({
      partnerIds: [partner.id, collective.id],
      indicators: [{ ...COUNT_INDICATOR, breakdown: 'municipality' as const }],
    }),
  });
  return { plan, round: await openRound(planner, plan), collective, partner, members };
}

export async function join(
  app: TestApp,
  collectiveId: string,
  memberId: string,
  from: string | null,
  to: string | null,
): Promise<void> {
  await app.db.query('DELETE FROM organisation_member WHERE collective_id = $1 AND member_id = $2', [
    collectiveId,
    memberId,
  ]);
  await app.db.query(
    'INSERT INTO organisation_member (id, county_id, collective_id, member_id, from_day, to_day) VALUES ($1, $2, $3, $4, $5, $6)',
    [newId(), app.countyId, collectiveId, memberId, from, to],
  );
}

export async function participationOf(client: TestClient, roundId: string): Promise<ParticipationSheet> {
  return (await client.get<ParticipationSheet>(paths.roundParticipation(roundId))).body;
}
