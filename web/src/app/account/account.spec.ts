import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Account } from '@samhandling/contracts';
import { Confirm } from '../core/confirm.ts';
import { someSession, useHttp } from '../core/testing.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { AccountPage } from './account-page.ts';

const MINE: Account = {
  name: 'Siv Prov',
  email: 'siv@prov.example',
  letterLocale: 'sv',
  password: { setAt: '2026-01-10T10:00:00.000Z' },
  totp: null,
  identities: [],
  sessions: [
    {
      id: 'session-2',
      isThis: false,
      browser: 'Safari, iPhone',
      method: 'password',
      since: '2026-03-11T07:00:00.000Z',
      lastSeenAt: '2026-03-11T08:00:00.000Z',
      expiresAt: '2026-03-12T07:00:00.000Z',
    },
    {
      id: 'session-1',
      isThis: true,
      browser: 'Firefox, Windows',
      method: 'provider',
      since: '2026-03-10T07:00:00.000Z',
      lastSeenAt: '2026-03-10T08:00:00.000Z',
      expiresAt: '2026-03-12T07:00:00.000Z',
    },
  ],
  events: [{ at: '2026-03-11T07:00:00.000Z', kind: 'refused', detail: 'Fel lösenord', browser: 'Safari, iPhone' }],
};

const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

async function open(account: Account): Promise<{
  root: HTMLElement;
  net: ReturnType<typeof useHttp>;
  press: (words: string) => Promise<void>;
  type: (selector: string, text: string) => void;
  send: () => Promise<void>;
}> {
  const net = useHttp(provideRouter([{ path: 'mitt-konto', component: AccountPage }]));
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/mitt-konto');
  net.expectOne('/api/v1/account').flush(account);
  await turn();
  const root = harness.routeNativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('No page');
  return {
    root,
    net,
    press: async (words) => {
      const button = [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words));
      if (!button) throw new Error(`No button ${words}`);
      button.click();
      await turn();
    },
    type: (selector, text) => {
      const field = root.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`No field ${selector}`);
      field.value = text;
      field.dispatchEvent(new Event('input'));
      TestBed.tick();
    },
    send: async () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await turn();
    },
  };
}

function unsaved(): boolean {
  return TestBed.inject(UnsavedChanges).any();
}

describe('AccountPage', () => {
  it('turns on the second step: square and key, the first code, and codes that must be put away', async () => {
    const { root, net, press, type, send } = await open(MINE);
    await press('Slå på tvåstegsinloggning');
    type('sam-totp-password input[type=password]', 'hemligt');
    await send();
    net
      .expectOne({ method: 'POST', url: '/api/v1/account/totp' })
      .flush({ secret: 'ABCD EFGH', uri: 'otpauth://totp/x', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    await turn();
    expect(root.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml,%3Csvg/);
    expect(root.querySelector('code')?.textContent).toBe('ABCD EFGH');
    type('sam-totp-confirm input', '123 456');
    await send();
    const confirmed = net.expectOne({ method: 'POST', url: '/api/v1/account/totp/confirm' });
    expect(confirmed.request.body).toEqual({ code: '123456' });
    confirmed.flush({ codes: ['aaaa-bbbb', 'cccc-dddd'] });
    await turn();
    expect([...root.querySelectorAll('.codes code')].map((code) => code.textContent)).toEqual([
      'aaaa-bbbb',
      'cccc-dddd',
    ]);
    expect(unsaved()).toBe(true);
    await press('Klar');
    expect(root.textContent).toContain('Kryssa i när du har sparat koderna.');
    root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await press('Klar');
    expect(unsaved()).toBe(false);
    net
      .expectOne('/api/v1/account')
      .flush({ ...MINE, totp: { since: '2026-03-12T10:00:00.000Z', recoveryCodesLeft: 2 } });
    await turn();
    expect(root.textContent).toContain('Påslagen sedan 12 mars 2026');
    expect(root.textContent).toContain('Dina återställningskoder är snart slut');
    expect(root.textContent).not.toContain('aaaa-bbbb');
  });

  it('puts what is wrong with the passwords at their fields, and asks for nothing when there is none to give', async () => {
    const { root, net, press, type, send } = await open(MINE);
    await press('Byt lösenord');
    await send();
    expect(root.textContent).toContain('Skriv lösenordet du har nu.');
    type('input[autocomplete=current-password]', 'fel');
    type('input[autocomplete=new-password]', 'fyra ord efter varandra');
    await send();
    net.expectOne({ method: 'PUT', url: '/api/v1/account/password' }).flush(
      {
        type: 'x',
        title: 'Något i det du skickade stämmer inte',
        status: 422,
        detail: '',
        code: 'invalid',
        errors: [{ pointer: '/current', code: 'x', reason: 'Lösenordet stämmer inte.' }],
      },
      { status: 422, statusText: 'x' },
    );
    await turn();
    expect(root.querySelector('sam-password-section sam-field')?.textContent).toContain('Lösenordet stämmer inte.');
    await send();
    net.expectOne('/api/v1/account/password').flush(null, { status: 204, statusText: 'x' });
    await turn();
    net.expectOne('/api/v1/session').flush({ ...someSession, csrfToken: 'token-2' });
    await turn();
    net.expectOne('/api/v1/account').flush({ ...MINE, password: null });
    await turn();
    await press('Välj ett lösenord');
    expect(root.querySelector('input[autocomplete=current-password]')).toBeNull();
    expect(root.textContent).not.toContain('Slå på tvåstegsinloggning');
  });

  it('shows this browser first and without a way to end it, and asks before another is ended', async () => {
    const { root, net, press } = await open(MINE);
    const rows = [...root.querySelectorAll('sam-sessions-section li')];
    expect(rows[0]?.textContent).toContain('Den här webbläsaren');
    expect(rows[0]?.querySelector('button')).toBeNull();
    const answers = [false, true];
    TestBed.inject(Confirm).ask = () => Promise.resolve(answers.shift() ?? false);
    await press('Logga ut');
    net.expectNone('/api/v1/account/sessions/session-2');
    await press('Logga ut');
    net.expectOne({ method: 'DELETE', url: '/api/v1/account/sessions/session-2' }).flush(null);
    await turn();
    net.expectOne('/api/v1/account').flush({ ...MINE, sessions: MINE.sessions.slice(1) });
    await turn();
    expect(root.querySelectorAll('sam-sessions-section li')).toHaveLength(1);
    expect(root.textContent).toContain('Nekad inloggning');
  });
});
