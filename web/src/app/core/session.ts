import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { type Session as SessionAnswer, type SignInRequest, openPaths } from '@samhandling/contracts';
import type { Permission } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';
import { problemOf } from './problem.ts';

/** On requests that ask about the session itself: a 401 is an answer there, not a lost session. */
export const ASKS_ABOUT_SESSION = new HttpContextToken<boolean>(() => false);

/** Who is signed in, in which county, and what they may do. Rights are the server's word: this only hides and shows. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly answer = signal<SessionAnswer | null>(null);
  private asked: Promise<boolean> | null = null;

  readonly current = this.answer.asReadonly();
  readonly signedIn = computed(() => this.answer() !== null);
  readonly county = computed(() => this.answer()?.county ?? null);
  readonly csrfToken = computed(() => this.answer()?.csrfToken ?? '');

  may(permission: Permission): boolean {
    return this.answer()?.permissions.includes(permission) ?? false;
  }

  /** Asks the server once; later callers share the answer. False means signed out. Anything but 401 is thrown. */
  ready(): Promise<boolean> {
    this.asked ??= this.load().catch((error: unknown) => {
      this.asked = null;
      throw error;
    });
    return this.asked;
  }

  /** Asks the server again who we are: for a new token, or after somebody's rights changed. */
  refresh(): Promise<boolean> {
    this.asked = null;
    return this.ready();
  }

  async signIn(request: SignInRequest): Promise<void> {
    const answer = await firstValueFrom(this.http.post<SessionAnswer>(openPaths.session(), request, this.options()));
    this.answer.set(answer);
    this.asked = Promise.resolve(true);
  }

  /** Somebody has come in another way than by the sign-in form, as by an invitation. */
  take(answer: SessionAnswer): void {
    this.answer.set(answer);
    this.asked = Promise.resolve(true);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete(openPaths.session(), this.options()));
    this.forget();
  }

  async switchCounty(countyId: string): Promise<void> {
    this.answer.set(
      await firstValueFrom(this.http.post<SessionAnswer>(openPaths.sessionCounty(), { countyId }, this.options())),
    );
  }

  /** The server no longer knows us. */
  forget(): void {
    this.answer.set(null);
    this.asked = Promise.resolve(false);
  }

  private async load(): Promise<boolean> {
    try {
      this.answer.set(await firstValueFrom(this.http.get<SessionAnswer>(openPaths.session(), this.options())));
      return true;
    } catch (error) {
      if (problemOf(error).status !== 401) throw error;
      this.answer.set(null);
      return false;
    }
  }

  private options(): { context: HttpContext } {
    return { context: new HttpContext().set(ASKS_ABOUT_SESSION, true) };
  }
}
