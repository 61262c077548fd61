import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { paths, type AnswerSheet, type Session } from '@samhandling/contracts';
import { PASSWORD } from './page.ts';

type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The API as a signed-in person, for what a journey needs around its errand but is not about. */
export class Api {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly csrfToken: string,
  ) {}

  /** As the one who is signed in on the page. */
  static async of(page: Page): Promise<Api> {
    const session = (await (await page.request.get(paths.session())).json()) as Session;
    return new Api(page.request, session.csrfToken);
  }

  /** As the one whose answer link is opened on the page. */
  static async byLink(page: Page): Promise<Api> {
    const sheet = (await (await page.request.get(paths.answer())).json()) as AnswerSheet;
    return new Api(page.request, sheet.csrfToken);
  }

  /** As somebody who is not at the screen. */
  static async signedIn(request: APIRequestContext, email: string): Promise<Api> {
    const answer = await request.post(paths.session(), { data: { email, password: PASSWORD } });
    return new Api(request, ((await answer.json()) as Session).csrfToken);
  }

  async get<Body>(address: string): Promise<Body> {
    const answer = await this.request.get(address);
    expect(answer.ok(), `GET ${address}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Body;
  }

  async send<Body>(method: Method, address: string, data?: object, version?: number): Promise<Body> {
    const answer = await this.request.fetch(address, {
      method,
      ...(data !== undefined && { data }),
      headers: {
        'x-csrf-token': this.csrfToken,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
    });
    const text = await answer.text();
    expect(answer.ok(), `${method} ${address}: ${text}`).toBe(true);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  }
}
