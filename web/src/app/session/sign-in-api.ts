import { Location } from '@angular/common';
import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type SignInWay, type SignInWays, paths } from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { ASKS_ABOUT_SESSION } from '../core/session.ts';

/** What is asked by somebody who is not signed in. */
@Service()
export class SignInApi {
  private readonly http = inject(HttpClient);
  private readonly location = inject(Location);

  async ways(email: string): Promise<readonly SignInWay[]> {
    return (await this.post<SignInWays>(paths.signInWays(), { email })).ways;
  }

  async askReset(email: string): Promise<void> {
    await this.post(paths.passwordResets(), { email });
  }

  async completeReset(token: string, password: string): Promise<void> {
    await this.post(paths.passwordResetComplete(), { token, password });
  }

  /** The way out to a provider, and back to a page of this language. */
  providerAddress(id: string, page: string): string {
    return paths.signInProvider(id, this.location.prepareExternalUrl(page));
  }

  private post<Answer>(path: string, body: object): Promise<Answer> {
    const context = new HttpContext().set(ASKS_ABOUT_SESSION, true);
    return firstValueFrom(this.http.post<Answer>(path, body, { context }));
  }
}
