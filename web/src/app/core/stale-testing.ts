import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { StaleChoice } from './stale-dialog.ts';

/** Lets promises in a row and what is drawn after them come about. */
export async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

/** Refuses a write as the API does when somebody else has saved first. */
export async function refuseAsStale(request: TestRequest, current: unknown): Promise<void> {
  const problem = { type: 'x#stale', title: 'Ändrat', detail: 'Någon annan var först.', status: 412, code: 'stale' };
  request.flush({ ...problem, current }, { status: 412, statusText: 'Precondition Failed' });
  await settle();
}

/** The question which version is to stand. It is loaded when somebody must choose. */
export async function staleDialog(): Promise<HTMLElement> {
  for (let turn = 0; turn < 20 && !document.querySelector('sam-stale-dialog'); turn += 1) await settle();
  const found = document.querySelector<HTMLElement>('sam-stale-dialog');
  if (!found) throw new Error('Nobody was asked.');
  return found;
}

export function staleLabels(dialog: HTMLElement): string[] {
  return [...dialog.querySelectorAll('legend')].map(({ textContent }) => textContent.trim());
}

export async function chooseStale(dialog: HTMLElement, sides: Readonly<Record<string, StaleChoice>>): Promise<void> {
  for (const [name, side] of Object.entries(sides))
    dialog.querySelectorAll<HTMLInputElement>(`input[name="stale-${name}"]`)[side === 'mine' ? 0 : 1]?.click();
  await press(dialog, 'Spara det valda');
}

export function leaveStale(dialog: HTMLElement): Promise<void> {
  return press(dialog, 'Tillbaka utan att spara');
}

async function press(dialog: HTMLElement, words: string): Promise<void> {
  TestBed.tick();
  [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)?.click();
  await settle();
}
