import type { Answer, Send, TestApp } from '../../support/app.ts';
import type { AccessRow } from './row.ts';
import type { Named, World } from './world.ts';

/** A request of a row in one county, before it is sent. */
export interface Sample {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface FormSample {
  readonly multipart: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> };
  readonly fields: Readonly<Record<string, string | undefined>>;
}

export function sampleOf(row: AccessRow, at: Named): Sample {
  return { path: row.path?.(at) ?? {}, query: row.query?.(at) ?? {}, body: row.body?.(at) };
}

/** Anybody who can send: a client with a session, without one, or a browser with a link. */
export interface Sender {
  send<Body>(method: string, path: string, send?: Send): Promise<Answer<Body>>;
}

export async function sendSample(
  sender: Sender,
  row: AccessRow,
  { path, query, body }: Sample,
  ifMatch: number | undefined,
  key?: string | null,
): Promise<{ readonly status: number; readonly text: string; readonly code: string; readonly headers: Headers }> {
  const [method = '', template = ''] = row.route.split(' ');
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const answer = await sender.send<unknown>(method, search === '' ? filled : `${filled}?${search}`, {
    ...(body !== undefined && { body: isForm(body) ? toForm(body) : body }),
    ...(ifMatch !== undefined && { ifMatch }),
    ...(key !== undefined && { key }),
    raw: true,
  });
  const text = String(answer.body ?? '');
  return { status: answer.status, text, code: codeIn(text), headers: answer.headers };
}

/** The version the request would have to carry, as it is stored now; 0 where nothing is. */
export async function versionNow(app: TestApp, row: AccessRow, world: World): Promise<number | undefined> {
  if (!row.version) return undefined;
  const from = row.version(world.at);
  if ('asRead' in from)
    return (await world.people.planner.get<Record<string, number>>(from.asRead)).body[from.field ?? 'version'];
  const [table, id, column = 'id'] = from;
  const [found] = await app.db.query<{ version: number }>(`SELECT version FROM ${table} WHERE ${column} = $1 LIMIT 1`, [
    id,
  ]);
  return found?.version ?? 0;
}

/** Every place in a request where the name of something stands, and the request with another county's name there. */
export function withForeignNames(sample: Sample, own: Named, other: Named): { place: string; sample: Sample }[] {
  const foreignOf = new Map(Object.entries(own).map(([key, id]) => [id, other[key] ?? '']));
  const found: { place: string; sample: Sample }[] = [];
  const visit = (value: unknown, trail: readonly string[]): void => {
    if (typeof value === 'string') {
      const foreign = foreignOf.get(value);
      if (foreign !== undefined && foreign !== value)
        found.push({ place: trail.join('/'), sample: replaced(sample, trail, foreign) });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, [...trail, key]);
    }
  };
  visit(sample, []);
  return found;
}

function replaced(sample: Sample, trail: readonly string[], by: string): Sample {
  const copy = structuredClone(sample);
  let holder = copy as unknown as Record<string, unknown>;
  for (const step of trail.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  holder[trail.at(-1) ?? ''] = by;
  return copy;
}

/** Every key of a sample, deep: what a request names. */
export function keysOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]);
}

function isForm(body: unknown): body is FormSample {
  return typeof body === 'object' && body !== null && 'multipart' in body;
}

function toForm({ multipart, fields }: FormSample): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([multipart.content]), multipart.name);
  return form;
}

function codeIn(text: string): string {
  return /"code":"(\w+)"/.exec(text)?.[1] ?? '';
}
