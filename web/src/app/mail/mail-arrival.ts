import { type Injector, inject, runInInjectionContext } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../core/session.ts';
import { MailApi } from './data/mail-api.ts';

/**
 * Somebody came in through a link in a mail: the log is told, and the address gets clean, so that a copied link says
 * nothing. That the log could not be told stops nobody.
 */
export async function noteArrival(injector: Injector, url: string): Promise<void> {
  const { router, session, api } = runInInjectionContext(injector, () => ({
    router: inject(Router),
    session: inject(Session),
    api: inject(MailApi),
  }));
  const tree = router.parseUrl(url);
  const id: unknown = tree.queryParams['utskick'];
  if (typeof id !== 'string' || !session.signedIn()) return;
  tree.queryParams = Object.fromEntries(Object.entries(tree.queryParams).filter(([name]) => name !== 'utskick'));
  await router.navigateByUrl(tree, { replaceUrl: true });
  await api.opened(id).catch(() => undefined);
}
