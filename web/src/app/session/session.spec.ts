import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { someSession, useHttp } from '../core/testing.ts';
import { SignInPage } from './sign-in-page.ts';

@Component({ template: '<h1>Framme</h1>' })
class Arrived {}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(): Promise<{
  root: HTMLElement;
  net: ReturnType<typeof useHttp>;
  type: (email: string, password: string) => void;
  send: () => Promise<void>;
}> {
  const net = useHttp(
    provideRouter([
      { path: 'logga-in', component: SignInPage },
      { path: '**', component: Arrived },
    ]),
  );
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/logga-in');
  net.expectOne('/api/v1/about').flush({
    product: 'Samhandling',
    version: '1',
    demo: [{ email: 'demo@prov.example', password: 'prova', name: 'Demo Prov', role: 'Planerare' }],
  });
  await turn();
  TestBed.tick();
  net.match('/api/v1/public/counties').forEach((request) => request.flush([]));
  const root = harness.routeNativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('No page');
  const fields = (): HTMLInputElement[] => [...root.querySelectorAll('input')];
  return {
    root,
    net,
    type: (email, password) => {
      [email, password].forEach((text, at) => {
        const field = fields()[at];
        if (!field) return;
        field.value = text;
        field.dispatchEvent(new Event('input'));
      });
      TestBed.tick();
    },
    send: async () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await turn();
      TestBed.tick();
    },
  };
}

describe('SignInPage', () => {
  it('says at each field what is missing and sends nothing', async () => {
    const { root, net, send } = await open();
    await send();
    expect(root.textContent).toContain('Skriv din e-postadress.');
    expect(root.textContent).toContain('Skriv ditt lösenord.');
    net.verify();
  });

  it('shows the refusal, keeps what was typed, and goes on when it is right', async () => {
    const { root, net, type, send } = await open();
    type('siv@prov.example', 'fel');
    await send();
    net.expectOne({ method: 'POST', url: '/api/v1/session' }).flush(
      {
        type: 'x',
        title: 'E-postadressen eller lösenordet stämmer inte',
        status: 401,
        detail: '',
        code: 'wrong_sign_in',
      },
      { status: 401, statusText: 'x' },
    );
    await turn();
    TestBed.tick();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('stämmer inte');
    expect(root.querySelector<HTMLInputElement>('input[type=email]')?.value).toBe('siv@prov.example');
    type('siv@prov.example', 'rätt');
    await send();
    net.expectOne({ method: 'POST', url: '/api/v1/session' }).flush(someSession);
    await turn();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('fills in a demo sign-in when asked', async () => {
    const { root, net, send } = await open();
    root.querySelector<HTMLButtonElement>('.demo button')?.click();
    TestBed.tick();
    await send();
    expect(net.expectOne({ method: 'POST', url: '/api/v1/session' }).request.body).toEqual({
      email: 'demo@prov.example',
      password: 'prova',
    });
  });
});
