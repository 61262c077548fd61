import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ParticipationActivity, ParticipationRow } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { ParticipationGrid } from './participation-grid.ts';
import { ParticipationStore } from './participation-store.ts';

const row = (id: string, name: string, more: Partial<ParticipationRow> = {}): ParticipationRow => ({
  organisation: { id, name },
  collective: { id: 'alla', name: 'Kommunerna' },
  municipalityCode: null,
  version: 0,
  state: null,
  note: '',
  updatedAt: null,
  updatedBy: null,
  mayEdit: true,
  lockedReason: '',
  from: null,
  to: null,
  ...more,
});
const activity = (id: string, rows: readonly ParticipationRow[]): ParticipationActivity => ({
  id,
  reference: `1.1/${id}`,
  text: `Aktivitet ${id}`,
  rows,
  counts: { invited: 0, confirmed: 0, took_part: 0, declined: 0, not_stated: rows.length },
});
const sheet = [
  activity('1', [row('b', 'Björkudden'), row('a', 'Almvik')]),
  activity('2', [row('a', 'Almvik', { mayEdit: false, state: 'declined', version: 2 })]),
];

@Component({
  imports: [ParticipationGrid],
  providers: [ParticipationStore],
  template: `<sam-participation-grid
    label="Medverkan"
    corner="Aktivitet"
    slug="plan"
    [activities]="store.activities()"
  />`,
})
class Host {
  readonly store = inject(ParticipationStore);
  constructor() {
    this.store.load('omgang', sheet);
  }
}

async function open() {
  const http = useHttp(provideRouter([]));
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const grid: HTMLElement = fixture.nativeElement;
  const cell = (down: number, right: number): HTMLElement => {
    const found = grid.querySelector<HTMLElement>(`[data-row="${down}"][data-column="${right}"]`);
    if (!found) throw new Error(`No cell ${down}, ${right}`);
    return found;
  };
  const press = async (key: string): Promise<void> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  document.body.append(grid);
  return { http, grid, cell, press };
}

describe('ParticipationGrid', () => {
  afterEach(() => document.body.replaceChildren());

  it('is one stop in the tab order, and arrows move within it', async () => {
    const { grid, cell, press } = await open();
    expect([...grid.querySelectorAll('thead th')].map((head) => head.textContent?.trim())).toEqual([
      'Aktivitet',
      'Almvik',
      'Björkudden',
    ]);
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    cell(0, 0).focus();
    await press('ArrowRight');
    expect(document.activeElement).toBe(cell(0, 1));
    await press('ArrowDown');
    expect(document.activeElement).toBe(cell(1, 1));
    await press('ArrowDown');
    expect(document.activeElement).toBe(cell(1, 1));
  });

  it('states with one key, shows it at once and counts it', async () => {
    const { http, grid, cell, press } = await open();
    cell(0, 0).focus();
    await press('d');
    expect(cell(0, 0).textContent?.trim()).toBe('Deltog');
    expect(grid.textContent).toContain('1 av 2 deltog, 1 utan uppgift');
    const request = http.expectOne('/api/v1/rounds/omgang/participation');
    expect(request.request.body).toEqual({
      rows: [{ activityId: '1', organisationId: 'a', state: 'took_part', version: 0 }],
    });
    request.flush({
      results: [{ activityId: '1', organisationId: 'a', result: 'refused', reason: 'Nej.' }],
      activities: [sheet[0]],
    });
    await press('Shift');
    expect(cell(0, 0).textContent?.trim()).toBe('–');
  });

  it('leaves alone what may not be stated, and what is not asked', async () => {
    const { http, cell, press } = await open();
    cell(1, 0).focus();
    await press('d');
    expect(cell(1, 0).textContent?.trim()).toBe('Avböjde');
    cell(1, 1).focus();
    await press('i');
    http.expectNone('/api/v1/rounds/omgang/participation');
  });

  it('invites all that nothing is said about, with one press', async () => {
    const { http, grid } = await open();
    grid.querySelector<HTMLButtonElement>('button')?.click();
    await new Promise((done) => setTimeout(done));
    const { rows } = http.expectOne('/api/v1/rounds/omgang/participation').request.body as {
      rows: { state: string }[];
    };
    expect(rows.map(({ state }) => state)).toEqual(['invited', 'invited']);
  });
});
