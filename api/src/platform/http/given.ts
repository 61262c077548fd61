/** What a PATCH names. A validated body carries every property of its class, the left out ones as undefined. */
export function given<Request extends object>(
  request: Request,
): { [Name in keyof Request]: Exclude<Request[Name], undefined> } {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Request]: Exclude<Request[Name], undefined>;
  };
}
