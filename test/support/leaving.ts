import { paths, type Round } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { TestClient } from './app.ts';
import { peopleScene, type PeopleScene } from './people.ts';
import type { BuiltPlan } from './plan-builder.ts';
import { adoptedScene } from './publishing.ts';
import { followUpsOfRound, saveFollowUp } from './round-builder.ts';
import { idOf, sharedScene, type SharedScene } from './together.ts';

export interface BusyReporter {
  readonly client: TestClient;
  readonly id: string;
  readonly email: string;
}

export interface LeavingScene extends PeopleScene {
  readonly shared: SharedScene;
  /** Another county. */
  readonly countyTwo: string;
  /** An adopted round that Frida Frusen has answered in, with its frozen report. */
  readonly adopted: { readonly plan: BuiltPlan; readonly round: Round; readonly frida: TestClient };
  /** A reporter with everything that is to go: a link, a letter, views, a preference, a session. */
  busyReporter(name: string): Promise<BusyReporter>;
  /** Every byte of the public record, but for the log itself, which only grows. */
  record(): Promise<readonly RecordDigest[]>;
}

export interface RecordDigest {
  readonly table: string;
  readonly n: number;
  readonly digest: string;
}

const RECORD_TABLES = [
  'follow_up',
  'follow_up_response',
  'outcome',
  'goal_judgement',
  'logged_event',
  'handover',
  'frozen_report',
  'frozen_file',
];

export async function leavingScene(): Promise<LeavingScene> {
  const scene = await peopleScene();
  const { app, planner } = scene;
  const shared = await sharedScene(app, planner);
  const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
  return {
    ...scene,
    shared,
    countyTwo: other?.id ?? '',
    adopted: await adoptedByFrida(scene),
    busyReporter: async (name) => {
      const client = await app.person(name, [{ role: 'reporter', organisationId: shared.first.id }]);
      const id = idOf(client);
      await app.db.query('UPDATE follow_up SET reporter_id = $1, updated_by = $1 WHERE id = $2', [id, shared.ids[0]]);
      await planner.post(paths.roundAnswerLinks(shared.round.id), { personId: id });
      await client.post(paths.views(), { page: 'to-do', name: 'Min vy', query: 'a=b' });
      await app.db.query(
        `INSERT INTO mail_message (id, county_id, person_id, address, kind, day, state, created_at, last_error)
         VALUES ($1, $2, $3, 'busy@example.org', 'digest', '2025-03-12', 'sent', now(), 'no such user busy@example.org')`,
        [newId(), app.countyId, id],
      );
      await app.db.query('INSERT INTO mail_preference (county_id, person_id) VALUES ($1, $2)', [app.countyId, id]);
      return { client, id, email: client.session?.person.email ?? '' };
    },
    record: async () => {
      const digests: RecordDigest[] = [];
      for (const table of RECORD_TABLES) {
        const [row] = await app.db.query<{ n: number; digest: string }>(
          `SELECT count(*)::int AS n, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${table} t`,
        );
        digests.push({ table, n: row?.n ?? 0, digest: row?.digest ?? '' });
      }
      return digests;
    },
  };
}

async function adoptedByFrida({ app, planner }: PeopleScene): Promise<LeavingScene['adopted']> {
  const second = await app.person('Pia Planerare', [{ role: 'planner' }]);
  const answered: { frida?: TestClient } = {};
  const { plan, round } = await adoptedScene(planner, second, app, {
    before: async (built, open) => {
      const frida = await app.person('Frida Frusen', [{ role: 'reporter', organisationId: built.responsible.id }]);
      const [first] = await followUpsOfRound(planner, built, open.label);
      const { id = '', version = 1 } = first?.followUp ?? {};
      await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE id = $2', [idOf(frida), id]);
      const saved = await saveFollowUp(frida, id, { done: 'Frida höll två träffar.' }, version);
      if (saved.status !== 200) throw new Error(`Saving answered ${saved.status}`);
      answered.frida = frida;
    },
  });
  // The others lean on one planner, and that there is one.
  await app.db.query('DELETE FROM role_assignment WHERE person_id = $1', [idOf(second)]);
  if (!answered.frida) throw new Error('Nobody answered.');
  return { plan, round, frida: answered.frida };
}
