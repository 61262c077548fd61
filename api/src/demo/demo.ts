import type { Environment } from '../platform/config/environment.ts';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** In words, as shown on the sign-in page. */
  readonly role: string;
}

/** Loads the demo county into an empty embedded database, once. Answers the sign-ins to print. */
export async function loadDemo(_environment: Environment, _appUrl: string, _ownerUrl: string): Promise<readonly DemoSignIn[]> {
  return [];
}
