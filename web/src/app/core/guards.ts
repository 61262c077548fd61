import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { Permission } from '@samhandling/domain';
import { Session } from './session.ts';

/** Signed out: to the sign-in page, which comes back here afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  if (await session.ready()) return true;
  return router.createUrlTree(['/logga-in'], { queryParams: state.url === '/' ? {} : { till: state.url } });
};

/** Hides a page from those who may not use it. The server refuses anyway: this is a courtesy, not the lock. */
export function permitted(permission: Permission): CanActivateFn {
  return async () => {
    const session = inject(Session);
    const router = inject(Router);
    await session.ready();
    return session.may(permission) || router.createUrlTree(['/ingen-behorighet']);
  };
}

/** The sign-in page is for those outside. When the server cannot say who we are, the page opens and tells the same. */
export const signedOut: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  const inside = await session.ready().catch(() => false);
  return !inside || router.parseUrl('/');
};
