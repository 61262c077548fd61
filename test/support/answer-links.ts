import {
  API,
  NEEDS_LINK_HEADER,
  paths,
  type AnswerSheet,
  type CreatedAnswerLink,
  type FollowUpPage,
  type Round,
} from '@samhandling/contracts';
import {
  AnswerLinkMailer,
  AnswerLinkMailService,
  type AnswerLinkMail,
} from '../../api/src/answer-links/answer-link-mail.service.ts';
import { TestClient, type Answer, type Send, type TestApp } from './app.ts';
import { buildPlan, type BuiltPlan } from './plan-builder.ts';
import { followUpsOfRound, openRound } from './round-builder.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

/** A browser without an account: it keeps cookies, and shows the check code of the page it has opened. */
export class LinkBrowser {
  cookie = '';
  csrfToken = '';
  /** The secret of a needs link that was opened in it too; see support/needs.ts. */
  needsToken = '';
  private readonly client: TestClient;

  constructor(base: string) {
    this.client = new TestClient(base);
  }

  async open(token: string): Promise<Answer<AnswerSheet>> {
    const answer = await this.send<AnswerSheet>('POST', paths.answerOpen(), { body: { token } });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    if (answer.status === 200) this.csrfToken = answer.body.csrfToken;
    return answer;
  }

  sheet = (): Promise<Answer<AnswerSheet>> => this.send<AnswerSheet>('GET', paths.answer());
  save = (page: FollowUpPage, body: object): Promise<Answer<FollowUpPage>> =>
    this.send<FollowUpPage>('PATCH', paths.answerFollowUp(page.followUp.id), { body, ifMatch: page.followUp.version });
  take = (page: FollowUpPage, transition: string): Promise<Answer<FollowUpPage>> =>
    this.send<FollowUpPage>('POST', paths.answerFollowUpTransitions(page.followUp.id), {
      body: { transition },
      ifMatch: page.followUp.version,
    });

  send<Body>(method: string, path: string, send: Send = {}): Promise<Answer<Body>> {
    return this.client.send<Body>(method, path, {
      ...send,
      headers: {
        'user-agent': IPHONE,
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrfToken && { 'x-csrf-token': this.csrfToken }),
        ...(this.needsToken && { [NEEDS_LINK_HEADER]: this.needsToken }),
        ...send.headers,
      },
    });
  }
}

export interface LinkScene {
  readonly plan: BuiltPlan;
  readonly round: Round;
  /** Somebody without a password, who reports the first activities. */
  readonly person: { readonly id: string; readonly email: string };
  readonly mine: readonly FollowUpPage[];
  readonly others: readonly FollowUpPage[];
}

let people = 0;

/** An open round where somebody without an account reports `own` of the activities, and nobody the rest. */
export async function linkScene(app: TestApp, planner: TestClient, own = 2, activities = 4): Promise<LinkScene> {
  const plan = await buildPlan(app, { activities, state: 'adopted' });
  people += 1;
  const email = `lena.lank${people}@example.org`;
  const [person] = await app.db.query<{ id: string }>(
    `INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), $1, 'Lena Länk') RETURNING id`,
    [email],
  );
  const id = person?.id ?? '';
  await app.db.query(
    `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id) VALUES (gen_random_uuid(), $1, $2, 'reporter', $3)`,
    [app.countyId, id, plan.responsible.id],
  );
  const round = await openRound(planner, plan);
  const ids = (await followUpsOfRound(planner, plan, round.label)).map(({ followUp }) => followUp.id);
  await app.db.query('UPDATE follow_up SET reporter_id = NULL WHERE round_id = $1', [round.id]);
  await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE id = ANY($2::uuid[])', [id, ids.slice(0, own)]);
  const all = await followUpsOfRound(planner, plan, round.label);
  return { plan, round, person: { id, email }, mine: all.slice(0, own), others: all.slice(own) };
}

export interface MadeLink {
  readonly id: string;
  readonly token: string;
}

export async function makeLink(planner: TestClient, scene: LinkScene): Promise<MadeLink> {
  const answer = await planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(scene.round.id), {
    personId: scene.person.id,
  });
  if (answer.status !== 201) throw new Error(`Making a link answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.link.id, token: tokenIn(answer.body.url) };
}

export function tokenIn(url: string | null): string {
  return url?.split('#')[1] ?? '';
}

/** A way to send that keeps what it was given, as the demo's folder does, or refuses as a mail server that is down. */
export class KeepingMailer extends AnswerLinkMailer {
  readonly kept: AnswerLinkMail[] = [];
  isUp = true;

  static in(app: TestApp): KeepingMailer {
    const mailer = new KeepingMailer();
    app.app.get(AnswerLinkMailService).sendThrough(mailer);
    return mailer;
  }

  canSend(): boolean {
    return true;
  }

  async sendLink(mail: AnswerLinkMail): Promise<boolean> {
    if (this.isUp) this.kept.push(mail);
    return Promise.resolve(this.isUp);
  }
}

/** Every column of every table as text, so that a secret that was stored anywhere is found. */
export async function everythingStored(app: TestApp): Promise<string> {
  const tables = await app.db.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await app.db.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

export const ANSWER_API = `${API}/answer`;
