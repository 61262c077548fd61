/** A path of ours in the parts the router wants. */
export interface LinkParts {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly fragment: string | undefined;
}

/** Splits a link the API gives ("/plan/a/omgang/2025?del=mal#provlas"), which the router does not take in one piece. */
export function linkParts(link: string): LinkParts {
  const url = new URL(link, 'https://link.invalid');
  return {
    path: decodeURI(url.pathname),
    query: Object.fromEntries(url.searchParams),
    fragment: url.hash === '' ? undefined : decodeURIComponent(url.hash.slice(1)),
  };
}
