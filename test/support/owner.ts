/** Who owns the databases of the tests. */
export const OWNER = { user: 'samhandling_test_owner', password: 'owner-of-the-tests' } as const;

export function addressOf(
  url: string,
  to: { readonly database: string; readonly user?: string; readonly password?: string },
): string {
  const address = new URL(url);
  address.pathname = `/${to.database}`;
  if (to.user !== undefined) address.username = to.user;
  if (to.password !== undefined) address.password = to.password;
  return address.toString();
}
