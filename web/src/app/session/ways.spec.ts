import { APP_BASE_HREF } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SIGN_IN_REFUSALS, type SignInWay } from '@samhandling/contracts';
import { useHttp } from '../core/testing.ts';
import { refusalWords } from './refusal-words.ts';
import { SignInPage } from './sign-in-page.ts';

const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

const PROVIDER: SignInWay = { kind: 'provider', id: 'lan-f', name: 'Provlänets inloggning' };
const PASSWORD: SignInWay = { kind: 'password' };

class Form {
  private constructor(
    readonly root: HTMLElement,
    readonly net: ReturnType<typeof useHttp>,
  ) {}

  static async open(address = '/logga-in', signInProviders = true, base = '/'): Promise<Form> {
    const net = useHttp(provideRouter([{ path: 'logga-in', component: SignInPage }], withComponentInputBinding()), {
      provide: APP_BASE_HREF,
      useValue: base,
    });
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(address);
    net.expectOne('/api/v1/about').flush({ product: 'Samhandling', version: '1', demo: [], signInProviders });
    await turn();
    const root = harness.routeNativeElement;
    if (!(root instanceof HTMLElement)) throw new Error('No page');
    return new Form(root, net);
  }

  field(selector: string): HTMLInputElement | null {
    return this.root.querySelector(selector);
  }

  type(selector: string, text: string): void {
    const field = this.field(selector);
    if (!field) throw new Error(`No field ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    TestBed.tick();
  }

  async send(): Promise<void> {
    this.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
  }

  press(words: string): void {
    const button = [...this.root.querySelectorAll('button')].find((one) => one.textContent.includes(words));
    if (!button) throw new Error(`No button ${words}`);
    button.click();
    TestBed.tick();
  }

  async ways(...ways: readonly SignInWay[]): Promise<void> {
    const request = this.net.expectOne({ method: 'POST', url: '/api/v1/sign-in/ways' });
    expect(request.request.body).toEqual({ email: 'siv@prov.example' });
    request.flush({ ways });
    await turn();
  }

  async refuse(code: string, detail: string): Promise<unknown> {
    const request = this.net.expectOne({ method: 'POST', url: '/api/v1/session' });
    request.flush({ type: 'x', title: code, status: 401, detail, code }, { status: 401, statusText: 'x' });
    await turn();
    return request.request.body;
  }
}

describe('SignInPage with providers', () => {
  it('asks for the address first, and offers the provider its domain points to, back to where one was going', async () => {
    const form = await Form.open('/logga-in?till=%2Fplan%2Fa%3Fx%3D1');
    expect(form.field('input[type=password]')).toBeNull();
    await form.send();
    expect(form.root.textContent).toContain('Skriv din e-postadress.');
    form.type('input[type=email]', ' Siv@Prov.example');
    await form.send();
    await form.ways(PROVIDER, PASSWORD);
    const link = form.root.querySelector<HTMLAnchorElement>('a.provider');
    expect(link?.textContent.trim()).toBe('Logga in med Provlänets inloggning');
    expect(link?.getAttribute('href')).toBe('/api/v1/sign-in/providers/lan-f?return=%2Fplan%2Fa%3Fx%3D1');
    expect(link?.hasAttribute('target')).toBe(false);
    form.press('Logga in med lösenord i stället');
    expect(form.field('input[type=password]')).not.toBeNull();
  });

  it.each(['/att-gora', '/en/att-gora'])('leads back to a page of its own language, written as %s', async (till) => {
    const form = await Form.open(`/logga-in?till=${encodeURIComponent(till)}`, true, '/en/');
    form.type('input[type=email]', 'siv@prov.example');
    await form.send();
    await form.ways(PROVIDER);
    expect(form.root.querySelector('a.provider')?.getAttribute('href')).toBe(
      '/api/v1/sign-in/providers/lan-f?return=%2Fen%2Fatt-gora',
    );
  });

  it('shows the password on the same page where there is no provider, and forgets that for another address', async () => {
    const form = await Form.open();
    form.type('input[type=email]', 'siv@prov.example');
    await form.send();
    await form.ways(PASSWORD);
    expect(form.root.querySelector('[aria-invalid]')).toBeNull();
    expect(form.root.querySelector('.provider')).toBeNull();
    form.type('input[type=password]', 'hemligt');
    form.type('input[type=email]', 'siv@annan.example');
    expect(form.field('input[type=password]')).toBeNull();
    expect(form.root.textContent).toContain('Fortsätt');
  });

  it('says no password where the domain has none', async () => {
    const form = await Form.open();
    form.type('input[type=email]', 'siv@prov.example');
    await form.send();
    await form.ways(PROVIDER);
    expect(form.root.textContent).not.toContain('lösenord i stället');
  });
});

describe('SignInPage with a second step', () => {
  async function askedForCode(): Promise<Form> {
    const form = await Form.open('/logga-in', false);
    form.type('input[type=email]', 'siv@prov.example');
    form.type('input[type=password]', 'hemligt');
    await form.send();
    expect(await form.refuse('second_factor', 'Skriv koden.')).toEqual({
      email: 'siv@prov.example',
      password: 'hemligt',
    });
    return form;
  }

  it('asks for the code without telling anybody off, keeps what was typed, and sends it', async () => {
    const form = await askedForCode();
    const code = form.field('.code input');
    expect([code?.autocomplete, code?.inputMode || code?.getAttribute('inputmode')]).toEqual([
      'one-time-code',
      'numeric',
    ]);
    expect(form.root.querySelector('[role=alert], [aria-invalid]')).toBeNull();
    expect(form.field('input[type=password]')?.value).toBe('hemligt');
    form.type('.code input', ' 123456 ');
    await form.send();
    expect(await form.refuse('second_factor', 'Koden stämmer inte.')).toEqual({
      email: 'siv@prov.example',
      password: 'hemligt',
      code: '123456',
    });
    expect(form.root.querySelector('.code')?.textContent).toContain('Koden stämmer inte.');
  });

  it('takes a recovery code, with a keyboard that has letters', async () => {
    const form = await askedForCode();
    form.press('Använd en återställningskod');
    expect(form.field('.code input')?.getAttribute('inputmode')).toBe('text');
    expect(form.root.querySelector('.code label')?.textContent).toBe('Återställningskod');
    form.type('.code input', 'abcd-efgh');
    await form.send();
    expect(await form.refuse('wrong_sign_in', '')).toMatchObject({ code: 'abcd-efgh' });
  });
});

describe('what a provider led back with', () => {
  it('is told in words of its own for every code, and what to do', async () => {
    const words = SIGN_IN_REFUSALS.map((code) => refusalWords(code));
    expect(new Set(words.map((each) => each?.title)).size).toBe(SIGN_IN_REFUSALS.length);
    expect(words.every((each) => (each?.detail ?? '').length > 20)).toBe(true);
    expect(refusalWords(undefined)).toBeNull();
    for (const code of ['<b>', 'toString', '__proto__'])
      expect(refusalWords(code)?.title).toBe('Du blev inte inloggad');
    const form = await Form.open('/logga-in?fel=unknown_person');
    expect(form.root.querySelector('[role=alert]')?.textContent).toContain('Du har inget konto här än');
  });
});
