import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permitted, signedIn, signedOut } from './guards.ts';
import { someSession, useHttp } from './testing.ts';

@Component({ template: '' })
class Page {}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Where somebody ends who goes to `url`, when the server answers `status` to who they are. */
async function arrive(url: string, status: 200 | 401 | 503): Promise<string> {
  const net = useHttp(
    provideRouter([
      { path: 'logga-in', canActivate: [signedOut], component: Page },
      { path: 'ingen-behorighet', component: Page },
      { path: 'redigera', canActivate: [permitted('plan.edit')], component: Page },
      { path: 'anta', canActivate: [permitted('plan.adopt')], component: Page },
      { path: '**', canActivate: [signedIn], component: Page },
    ]),
  );
  const harness = await RouterTestingHarness.create();
  const going = harness.navigateByUrl(url);
  await turn();
  const request = net.expectOne('/api/v1/session');
  if (status === 200) request.flush(someSession);
  else request.flush({ type: 'x', title: 'x', status, detail: '' }, { status, statusText: 'x' });
  await going;
  return TestBed.inject(Router).url;
}

describe('guards', () => {
  it('lead those outside to the sign-in page, and back afterwards', async () => {
    expect(await arrive('/planer?ar=2025', 401)).toBe('/logga-in?till=%2Fplaner%3Far%3D2025');
  });

  it('keep a page from those whose rights do not reach it', async () => {
    expect(await arrive('/anta', 200)).toBe('/ingen-behorighet');
  });

  it('open it to those whose rights do', async () => {
    expect(await arrive('/redigera', 200)).toBe('/redigera');
  });

  it('do not ask somebody who is signed in to sign in', async () => {
    expect(await arrive('/logga-in', 200)).toBe('/');
  });

  it.each([401, 503] as const)('open the sign-in page when the server answers %i', async (status) => {
    expect(await arrive('/logga-in', status)).toBe('/logga-in');
  });
});
