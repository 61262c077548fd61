import { paths, type MailLogItem, type MailSettings, type UpdateMailSettingsRequest } from '@samhandling/contracts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, type TestApp, type TestAppWishes, type TestClient } from './app.ts';
import { buildPlan, buildRound, type BuiltPlan } from './plan-builder.ts';
import { handClock } from './smtp.ts';

export const SENDING = '2026-03-04T06:45:00Z';

export interface MailScene {
  readonly app: TestApp;
  readonly clock: ReturnType<typeof handClock>;
  readonly planner: TestClient;
  readonly reporter: TestClient;
  readonly plan: BuiltPlan;
  readonly roundId: string;
  /** The hour has come: starts what is due and works it off. */
  run(on?: TestApp): Promise<void>;
  log(): Promise<readonly MailLogItem[]>;
  settings(patch: UpdateMailSettingsRequest): Promise<MailSettings>;
}

/** A planner, and a reporter with three activities to answer for in an open round; mail is on since yesterday. */
export async function mailScene(port: number, wishes: TestAppWishes = {}): Promise<MailScene> {
  const clock = handClock('2026-03-03T12:00:00Z');
  const app = await startTestApp({
    ...wishes,
    clock,
    environment: { ...smtpAt(port), ...wishes.environment },
  });
  const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  const plan = await buildPlan(app, { activities: 4, state: 'adopted' });
  const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
  const reporterId = reporter.session?.person.id ?? '';
  const round = await buildRound(app, plan, {
    label: '2025',
    state: 'open',
    followUps: { 0: { reporterId }, 1: { reporterId }, 2: { reporterId } },
  });
  await app.db.query(`UPDATE follow_up_round SET opens = '2026-02-02', due = '2026-03-31' WHERE id = $1`, [round.id]);
  // Nobody else is asked about the fourth, and the planner's own things are not what these tests are about.
  await app.db.query(`UPDATE follow_up SET state = 'accepted', judgement = 'on_track' WHERE reporter_id IS NULL`);
  const settings = async (patch: UpdateMailSettingsRequest): Promise<MailSettings> => {
    const now = await planner.get<MailSettings>(paths.mailSettings());
    const changed = await planner.patch<MailSettings>(paths.mailSettings(), patch, now.body.version);
    if (changed.status !== 200) throw new Error(`Settings answered ${changed.status}: ${JSON.stringify(changed.body)}`);
    return changed.body;
  };
  await settings({ isOn: true });
  await setChoice(planner, 'off');
  clock.set(SENDING);
  return {
    app,
    clock,
    planner,
    reporter,
    plan,
    roundId: round.id,
    settings,
    run: (on = app) => runDue(on),
    log: async () => (await planner.get<{ items: MailLogItem[] }>(paths.mailLog())).body.items,
  };
}

export function smtpAt(port: number): Readonly<Record<string, string>> {
  return { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), MAIL_FROM: 'utskick@lanet.example', SMTP_TIMEOUT: '1' };
}

/** What the cron line does each minute, and the work that follows from it. */
export async function runDue(app: TestApp, which: 'ready' | 'delayed' = 'ready'): Promise<void> {
  const jobs = app.app.get(Jobs);
  await jobs.sendAlone('mail-due', {});
  await jobs.workOff(which);
}

export async function setChoice(client: TestClient, digest: 'daily' | 'weekly' | 'off'): Promise<void> {
  const now = await client.get<{ version: number }>(paths.mailPreference());
  const answer = await client.patch(paths.mailPreference(), { digest }, now.body.version);
  if (answer.status !== 200) throw new Error(`The choice answered ${answer.status}`);
}
