import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { HttpTestingController } from '@angular/common/http/testing';
import type { Organisation } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { OrganisationForm } from './organisation-form.ts';

const stored: Organisation = {
  id: 'r1',
  version: 4,
  name: 'Region Prov',
  kind: 'region',
  aliases: ['Regionen'],
  municipalityCode: null,
  members: [],
};

@Component({
  imports: [OrganisationForm],
  template: `<sam-organisation-form [organisation]="organisation" (saved)="saved.push($event)" />`,
})
class Host {
  organisation: Organisation | null = stored;
  readonly saved: Organisation[] = [];
}

async function open(organisation: Organisation | null) {
  const http = useHttp();
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.organisation = organisation;
  fixture.detectChanges();
  http.expectOne('/api/v1/organisations').flush([]);
  await fixture.whenStable();
  const form: HTMLElement = fixture.nativeElement;
  return { http, fixture, form, host: fixture.componentInstance };
}

function type(form: HTMLElement, selector: string, value: string): void {
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) throw new Error(`No field ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event('input'));
}

const send = (form: HTMLElement): void =>
  void form.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
const patch = (http: HttpTestingController) => http.expectOne({ method: 'PATCH', url: '/api/v1/organisations/r1' });

/** Lets what was answered reach the page, without waiting for what is asked next. */
const answered = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
};

describe('OrganisationForm', () => {
  it('sends the version it was loaded with', async () => {
    const { http, form, host } = await open(stored);
    type(form, 'input', 'Region Provlunda');
    send(form);
    const request = patch(http);
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    expect(request.request.body).toEqual({
      name: 'Region Provlunda',
      kind: 'region',
      aliases: ['Regionen'],
      municipalityCode: null,
    });
    request.flush({ ...stored, version: 5, name: 'Region Provlunda' });
    await answered();
    expect(host.saved.map(({ version }) => version)).toEqual([5]);
  });

  it('sends nothing without a name, and says so at the field', async () => {
    const { http, form, fixture } = await open(null);
    type(form, 'input', '   ');
    send(form);
    await fixture.whenStable();
    http.expectNone({ method: 'POST' });
    expect(form.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
    expect(form.textContent).toContain('Skriv organisationens namn.');
  });

  it('keeps what was written when the save is refused', async () => {
    const { http, form } = await open(stored);
    type(form, 'textarea', 'Polisen');
    send(form);
    patch(http).flush(
      {
        type: '/problems/duplicate',
        title: 'Det finns redan',
        status: 409,
        detail: '',
        code: 'duplicate',
        errors: [{ pointer: '/aliases/0', code: 'taken', reason: 'Namnet används.' }],
      },
      { status: 409, statusText: 'Conflict' },
    );
    await answered();
    expect(form.querySelector('[role=alert]')?.textContent).toContain('Andra namn:');
    expect(form.querySelector('textarea')?.value).toBe('Polisen');
    expect(form.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows both versions when somebody else saved first, and saves the choice on top of theirs', async () => {
    const { http, form, host } = await open(stored);
    type(form, 'input', 'Mitt namn');
    send(form);
    const theirs = { ...stored, version: 9, name: 'Deras namn', aliases: ['Regionen', 'RP'] };
    patch(http).flush(
      {
        type: '/problems/stale',
        title: 'Någon annan har ändrat samtidigt',
        status: 412,
        detail: '',
        code: 'stale',
        current: theirs,
      },
      { status: 412, statusText: 'Precondition Failed' },
    );
    for (let turn = 0; turn < 20 && !document.querySelector('sam-stale-dialog'); turn += 1) await answered();
    const dialog = document.querySelector('sam-stale-dialog');
    expect(dialog?.textContent).toContain('Deras namn');
    // The name was changed by both, so a person chooses; the other names only by them, so theirs are proposed.
    dialog?.querySelectorAll<HTMLInputElement>('input[name="stale-name"]')[0]?.click();
    TestBed.tick();
    [...(dialog?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes('Spara det valda'))?.click();
    await answered();
    const again = patch(http);
    expect(again.request.headers.get('If-Match')).toBe('"9"');
    expect(again.request.body).toMatchObject({ name: 'Mitt namn', aliases: ['Regionen', 'RP'] });
    again.flush({ ...theirs, version: 10, name: 'Mitt namn' });
    await answered();
    expect(host.saved.map(({ version }) => version)).toEqual([10]);
  });
});
