/** The fields that were sent: a DTO has every declared field, and those left out are undefined. */
export function given<Patch extends object>(patch: Patch): Partial<Patch> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Patch>;
}
