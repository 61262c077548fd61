import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { useHttp } from '../core/testing.ts';
import { ForgotPasswordPage } from './forgot-password-page.ts';
import { ResetPasswordPage } from './reset-password-page.ts';

const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

async function open(address: string): Promise<{ root: HTMLElement; net: ReturnType<typeof useHttp> }> {
  const net = useHttp(
    provideRouter([
      { path: 'glomt-losenord', component: ForgotPasswordPage },
      { path: 'nytt-losenord', component: ResetPasswordPage },
    ]),
  );
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  const root = harness.routeNativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('No page');
  return { root, net };
}

function type(root: HTMLElement, text: string): void {
  const field = root.querySelector('input');
  if (!field) throw new Error('No field');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  TestBed.tick();
}

async function send(root: HTMLElement): Promise<void> {
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await turn();
}

afterEach(() => {
  window.location.hash = '';
});

describe('ForgotPasswordPage', () => {
  it('says the same whoever asks, and moves the focus to it', async () => {
    const { root, net } = await open('/glomt-losenord');
    await send(root);
    expect(root.textContent).toContain('Skriv din e-postadress.');
    type(root, 'ingen@prov.example');
    await send(root);
    const request = net.expectOne({ method: 'POST', url: '/api/v1/password-resets' });
    expect(request.request.body).toEqual({ email: 'ingen@prov.example' });
    request.flush(null, { status: 202, statusText: 'x' });
    await turn();
    expect(root.textContent).toContain('Om ingen@prov.example hör till ett konto');
    expect(root.ownerDocument.activeElement ?? root).toBe(root.querySelector('h1') ?? root);
  });

  it('shows a refusal and keeps the address', async () => {
    const { root, net } = await open('/glomt-losenord');
    type(root, 'siv@prov.example');
    await send(root);
    net
      .expectOne('/api/v1/password-resets')
      .flush(
        { type: 'x', title: 'För många försök', status: 429, detail: 'Vänta en minut.', code: 'too_many' },
        { status: 429, statusText: 'x' },
      );
    await turn();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Vänta en minut.');
    expect(root.querySelector('input')?.value).toBe('siv@prov.example');
  });
});

describe('ResetPasswordPage', () => {
  it('sends the secret with the password, with what is wrong at the field, and then shows the way in', async () => {
    window.location.hash = 'hemlig';
    const { root, net } = await open('/nytt-losenord');
    expect(root.textContent).toContain('Minst 12 tecken');
    await send(root);
    expect(root.textContent).toContain('Skriv det lösenord du vill ha.');
    type(root, 'kort');
    await send(root);
    net.expectOne('/api/v1/password-resets/complete').flush(
      {
        type: 'x',
        title: 'Något i det du skickade stämmer inte',
        status: 422,
        detail: '',
        code: 'invalid',
        errors: [{ pointer: '/password', code: 'x', reason: 'Lösenordet är för kort.' }],
      },
      { status: 422, statusText: 'x' },
    );
    await turn();
    expect(root.querySelector('sam-field')?.textContent).toContain('Lösenordet är för kort.');
    expect(root.querySelector('[role=alert]')).toBeNull();
    type(root, 'fyra ord efter varandra');
    await send(root);
    const request = net.expectOne({ method: 'POST', url: '/api/v1/password-resets/complete' });
    expect(request.request.body).toEqual({ token: 'hemlig', password: 'fyra ord efter varandra' });
    request.flush(null, { status: 204, statusText: 'x' });
    await turn();
    expect(root.querySelector('h1')?.textContent).toContain('Ditt lösenord är bytt');
  });

  it('lets the password be seen, and says so', async () => {
    window.location.hash = 'hemlig';
    const { root } = await open('/nytt-losenord');
    const button = root.querySelector<HTMLButtonElement>('button[aria-pressed]');
    expect([root.querySelector('input')?.type, button?.getAttribute('aria-pressed')]).toEqual(['password', 'false']);
    button?.click();
    TestBed.tick();
    expect([root.querySelector('input')?.type, button?.getAttribute('aria-pressed')]).toEqual(['text', 'true']);
  });

  it('says what to do when the link opens nothing any more, or came without its secret', async () => {
    window.location.hash = 'gammal';
    const { root, net } = await open('/nytt-losenord');
    type(root, 'fyra ord efter varandra');
    await send(root);
    net
      .expectOne('/api/v1/password-resets/complete')
      .flush(
        { type: 'x', title: 'Det finns inte', status: 404, detail: '', code: 'not_found' },
        { status: 404, statusText: 'x' },
      );
    await turn();
    expect(root.querySelector('h1')?.textContent).toContain('Länken går inte att använda');
    expect(root.textContent).toContain('Be om ett nytt brev');
  });
});
