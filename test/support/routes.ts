import { readFileSync } from 'node:fs';

export interface DescribedRoute {
  /** As in the table of access: "PATCH /api/v1/activities/{id}". */
  readonly route: string;
  readonly method: string;
  /** Names of the headers it demands. */
  readonly headers: readonly string[];
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

/** Every route of the committed description of the API. */
export function describedRoutes(): DescribedRoute[] {
  const file = new URL('../../libs/contracts/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      headers: parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name),
    })),
  );
}
