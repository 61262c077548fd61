import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Sample } from '../access/request.ts';
import { hostile, hostileBody, hostileHeaders } from './hostile.ts';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const { paths, components } = JSON.parse(
  readFileSync(new URL('../../../libs/contracts/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };

/** Every route of the description, as "PATCH /api/v1/activities/{id}". */
export const ROUTES: ReadonlyMap<string, Described> = new Map(
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => [`${method.toUpperCase()} ${path}`, described] as const),
  ),
);

/** A request that may be wrong in any way HTTP allows. */
export interface FuzzRequest extends Sample {
  readonly headers: Readonly<Record<string, string>>;
  /** Instead of the body, as it stands. */
  readonly raw: string | null;
  /** Sends the version that is stored, so that a change is let through. */
  readonly knowsVersion: boolean;
}

/**
 * Requests to one route: the good one of the access table, ones shaped by the description with names that exist, and either with
 * one to three places changed for something hostile.
 */
export function requestsTo(route: string, good: Sample, names: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const shaped = fc.oneof(
    { weight: 2, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fromSchema(route, good, names) },
  );
  const change = fc.record({ place: fc.nat(10_000), value: hostile, how: fc.constantFrom('replace', 'remove', 'add') });
  const mutated = fc
    .tuple(shaped, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([sample, changes]) => changes.reduce(changed, sample));
  return fc
    .record({
      sample: fc.oneof({ weight: 1, arbitrary: shaped }, { weight: 5, arbitrary: mutated }),
      headers: hostileHeaders,
      raw: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: hostileBody }),
      knowsVersion: fc.boolean(),
    })
    .map(({ sample, ...rest }) => ({ ...sample, ...rest }));
}

function fromSchema(route: string, good: Sample, names: readonly string[]): fc.Arbitrary<Sample> {
  const { parameters = [], requestBody } = ROUTES.get(route) ?? {};
  const query = parameters.filter((one) => one.in === 'query');
  const schema = requestBody?.content['application/json']?.schema;
  return fc.record({
    path: fc.constant(good.path),
    query: fc
      .record(Object.fromEntries(query.map(({ name, schema: one = {} }) => [name, valueOf(one, names)])), {
        requiredKeys: [],
      })
      .map((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))),
    body: schema ? valueOf(schema, names) : fc.constant(good.body),
  });
}

function valueOf(schema: Schema, names: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  if (schema.nullable) return fc.option(valueOf({ ...schema, nullable: false }, names, depth));
  const [first] = schema.allOf ?? schema.oneOf ?? [];
  if (first) return valueOf(first, names, depth);
  if (schema.$ref) return valueOf(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, names, depth + 1);
  if (schema.enum && schema.type !== 'array') return fc.constantFrom(...schema.enum);
  if (schema.type === 'array')
    return fc.array(
      valueOf({ ...schema.items, ...(schema.enum && { enum: schema.enum, type: 'string' }) }, names, depth + 1),
      {
        maxLength: 3,
      },
    );
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'number' || schema.type === 'integer')
    return fc.oneof(
      fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 10_000 }),
      fc.double({ noNaN: true }),
    );
  if (schema.type === 'object') {
    if (depth > 6) return fc.constant({});
    const properties = Object.entries(schema.properties ?? {});
    const arbitraries = Object.fromEntries(properties.map(([name, one]) => [name, valueOf(one, names, depth + 1)]));
    return fc.record(arbitraries, { requiredKeys: [...(schema.required ?? [])].filter((name) => name in arbitraries) });
  }
  if (schema.format === 'date') return fc.constantFrom('2025-03-12', '2024-02-29', '1900-01-01', '2199-12-31');
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.string({ maxLength: Math.min(schema.maxLength ?? 40, 300) }) },
  );
}

interface Change {
  readonly place: number;
  readonly value: unknown;
  readonly how: string;
}

/** Something hostile in one place of the request: instead of what was there, beside it, or nothing at all. */
function changed(sample: Sample, { place, value, how }: Change): Sample {
  if (isForm(sample.body)) return sample;
  const copy = structuredClone(sample) as unknown as Record<string, unknown>;
  const trails: string[][] = [];
  const visit = (at: unknown, trail: string[]): void => {
    if (trail.length > 0) trails.push(trail);
    if (at !== null && typeof at === 'object')
      for (const [key, item] of Object.entries(at)) visit(item, [...trail, key]);
  };
  visit(copy, []);
  const trail = trails[place % trails.length] ?? ['body'];
  let holder = copy;
  for (const step of trail.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  const key = trail.at(-1) ?? '';
  const isText = trail[0] !== 'body';
  if (trail.length === 1) {
    if (key === 'body') copy['body'] = how === 'remove' ? undefined : value;
    else if (key === 'query')
      copy['query'] = { ...(copy['query'] as object), [how === 'add' ? textOf(value) : 'page']: textOf(value) };
  } else if (how === 'remove' && trail[0] !== 'path') delete holder[key];
  else if (how === 'add' && trail[0] === 'body' && !Array.isArray(holder))
    holder[textOf(value).slice(0, 50) || 'x'] = value;
  else holder[key] = isText ? textOf(value) : value;
  return copy as unknown as Sample;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 2000);
}

export function isForm(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'multipart' in body;
}
