import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EventChoices, Problem } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { type EventValues, NO_VALUES } from '../data/event-values.ts';
import { EventForm } from './event-form.ts';

const choices: EventChoices = {
  kinds: [
    { id: 'traff', name: 'Nätverksträff' },
    { id: 'utbildning', name: 'Utbildning' },
  ],
  activities: [
    {
      id: 'a',
      plan: { id: 'p', slug: 'plan', title: 'Plan' },
      reference: '1.1/1',
      text: 'Ordna träffar',
      planTitle: 'Plan',
    },
  ],
  municipalities: [
    { code: '9001', name: 'Almvik', organisationId: null },
    { code: '9002', name: 'Björkudden', organisationId: null },
  ],
  organisations: [{ id: 'o', name: 'Föreningen' }],
  audiences: [],
  last: null,
  today: '2026-03-12',
};

@Component({
  imports: [EventForm],
  template: `<sam-event-form
    saveWords="Registrera"
    [choices]="choices"
    [(values)]="values"
    [tried]="tried()"
    [problem]="problem()"
    (sent)="sent = sent + 1"
  />`,
})
class Host {
  readonly choices = choices;
  readonly values = signal<EventValues>(NO_VALUES);
  readonly tried = signal(false);
  readonly problem = signal<Problem | null>(null);
  sent = 0;
}

async function open() {
  useHttp();
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const form: HTMLElement = fixture.nativeElement;
  const words = (): string => (form.textContent ?? '').replace(/\s+/g, ' ');
  const field = (label: string): HTMLInputElement => {
    const found = [...form.querySelectorAll<HTMLLabelElement>('label')].find((one) => one.textContent?.includes(label));
    const control = form.querySelector<HTMLInputElement>(`[id="${found?.htmlFor ?? ''}"]`);
    if (!control) throw new Error(`No field ${label}`);
    return control;
  };
  const type = async (label: string, text: string): Promise<void> => {
    const control = field(label);
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
  };
  const press = async (name: string): Promise<void> => {
    const button = [...form.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
    if (!button) throw new Error(`No button ${name}`);
    button.click();
    await fixture.whenStable();
  };
  return { fixture, host: fixture.componentInstance, form, words, field, type, press };
}

describe('EventForm', () => {
  it('says in words which day was read, and what is wrong with one that cannot have been', async () => {
    const { type, words, field } = await open();
    await type('När?', '9/3');
    expect(words()).toContain('måndag 9 mars 2026');
    await type('När?', '2027-01-01');
    expect(field('När?').getAttribute('aria-invalid')).toBe('true');
    expect(words()).not.toContain('fredag 1 januari 2027');
  });

  it('steps the day with arrows, never past today', async () => {
    const { fixture, host, field } = await open();
    const arrow = (key: string): boolean =>
      field('När?').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    arrow('ArrowDown');
    await fixture.whenStable();
    expect(host.values().day).toBe('2026-03-11');
    arrow('ArrowUp');
    arrow('ArrowUp');
    await fixture.whenStable();
    expect(host.values().day).toBe('2026-03-12');
  });

  it('keeps silent about what is missing until somebody has tried to save', async () => {
    const { fixture, host, words } = await open();
    expect(words()).not.toContain('Välj vad det var.');
    host.tried.set(true);
    await fixture.whenStable();
    expect(words()).toContain('Välj vad det var.');
    expect(words()).toContain('Välj minst en: det är så händelsen räknas.');
  });

  it('chooses all municipalities at once, and none again', async () => {
    const { host, press } = await open();
    await press('Alla');
    expect(host.values().municipalities).toEqual(['9001', '9002']);
    await press('Alla');
    expect(host.values().municipalities).toEqual([]);
  });

  it('offers the number within "ca 20", and writes it only when it is taken', async () => {
    const { host, type, press } = await open();
    await type('Antal deltagare', 'ca 20');
    expect(host.values().participants).toBe('ca 20');
    await press('Skriv 20');
    expect(host.values().participants).toBe('20');
  });

  it('puts what the API refuses at its field', async () => {
    const { fixture, host, field, words } = await open();
    host.problem.set({
      type: 'about:blank',
      title: 'Kontrollera uppgifterna',
      status: 422,
      detail: '',
      code: 'invalid',
      errors: [{ pointer: '/title', code: 'maxLength', reason: 'Är för lång.' }],
    });
    await fixture.whenStable();
    expect(field('Rubrik').getAttribute('aria-invalid')).toBe('true');
    expect(words()).toContain('Är för lång.');
  });

  it('is sent with Control and Enter from anywhere in it', async () => {
    const { host, field } = await open();
    field('Rubrik').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    );
    expect(host.sent).toBe(1);
  });
});
