import { OverlayContainer } from '@angular/cdk/overlay';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { OrganisationContact } from '@samhandling/contracts';
import { useHttp } from '../core/testing.ts';
import { OrganisationContactPart } from './organisation-contact.ts';

const URL = '/api/v1/organisations/org-1/contact';
const ANNA = { id: 'anna', name: 'Anna Prov' };
const BO = { id: 'bo', name: 'Bo Prov' };
const contact = (version: number, person: typeof ANNA | null): OrganisationContact => ({
  version,
  person,
  choices: [ANNA, BO],
});

/** Lets chained promises run. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the head contact', () => {
  let http: HttpTestingController;
  let page: ComponentFixture<OrganisationContactPart>;
  beforeEach(async () => {
    http = useHttp();
    page = TestBed.createComponent(OrganisationContactPart);
    page.componentRef.setInput('organisationId', 'org-1');
    TestBed.tick();
    http.expectOne(URL).flush(contact(3, null));
    await page.whenStable();
  });
  afterEach(() => {
    http.verify();
    TestBed.inject(OverlayContainer).ngOnDestroy();
  });

  const list = (): HTMLSelectElement => {
    const found = (page.nativeElement as HTMLElement).querySelector('select');
    if (!found) throw new Error('No list to choose in.');
    return found;
  };
  const choose = (id: string): TestRequest => {
    list().value = id;
    list().dispatchEvent(new Event('change'));
    return http.expectOne({ method: 'PUT', url: URL });
  };
  const late = (request: TestRequest, current: OrganisationContact): void =>
    request.flush(
      {
        type: '/problems/stale',
        title: 'Någon annan har ändrat samtidigt',
        status: 412,
        code: 'stale',
        detail: '',
        current,
      },
      { status: 412, statusText: 'x' },
    );
  const dialog = async (): Promise<HTMLElement> => {
    for (let round = 0; round < 20; round += 1) {
      await turn();
      TestBed.tick();
      const found = document.querySelector<HTMLElement>('sam-stale-dialog');
      if (found) return found;
    }
    throw new Error('Nobody was asked.');
  };

  it('is chosen from the version that was seen', async () => {
    const request = choose('anna');
    expect([request.request.headers.get('If-Match'), request.request.body]).toEqual(['"3"', { personId: 'anna' }]);
    request.flush(contact(4, ANNA));
    await page.whenStable();
    expect(list().value).toBe('anna');
  });

  it('is asked about, with both, when somebody else chose first', async () => {
    late(choose('anna'), contact(4, BO));
    const asked = await dialog();
    expect(asked.textContent).toContain('Anna Prov');
    expect(asked.textContent).toContain('Bo Prov');
    asked.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
    TestBed.tick();
    asked.querySelector<HTMLButtonElement>('button')?.click();
    await turn();
    const again = http.expectOne({ method: 'PUT', url: URL });
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    again.flush(contact(5, ANNA));
    await turn();
    await page.whenStable();
    expect(list().value).toBe('anna');
  });
});
