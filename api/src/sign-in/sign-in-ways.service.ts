import { Inject, Injectable } from '@nestjs/common';
import type { SignInWay, SignInWays } from '@samhandling/contracts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';

/** How an address signs in. The domain alone decides, so the answer tells nothing of who has an account. */
@Injectable()
export class SignInWaysService {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  find(email: string): SignInWays {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const { providers } = this.environment;
    const own = providers.filter(({ domains }) => domains.includes(domain));
    const open = providers.filter(({ domains }) => domains.length === 0);
    const password: SignInWay = { kind: 'password' };
    return { ways: [...own.map(wayOf), password, ...open.map(wayOf)] };
  }
}

function wayOf({ id, name }: { readonly id: string; readonly name: string }): SignInWay {
  return { kind: 'provider', id, name };
}
