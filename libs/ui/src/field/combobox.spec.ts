import { Component, signal } from '@angular/core';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { Combobox } from './combobox.ts';

@Component({
  imports: [Combobox],
  template: `<form (submit)="sent($event)">
    <sam-combobox label="Aktiviteter" [options]="options" [error]="error()" [(chosen)]="chosen" />
  </form>`,
})
class Host {
  readonly options = [
    { id: 'a', reference: '1.1/1', label: 'Nätverksträffar för skolan' },
    { id: 'b', reference: '1.1/2', label: 'Utbildning i samtal' },
    { id: 'c', reference: '2.1/1', label: 'Träff med föreningar' },
  ];
  readonly chosen = signal<readonly string[]>([]);
  readonly error = signal<string | null>(null);
  submits = 0;
  sent(event: Event): void {
    event.preventDefault();
    this.submits += 1;
  }
}

async function open() {
  const fixture = await show(Host);
  const input = find<HTMLInputElement>(fixture, 'input');
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
  };
  const press = async (key: string): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    input.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  };
  const listed = (): string[] => findAll(fixture, '[role="option"]').map(textOf);
  return { fixture, host: fixture.componentInstance, input, type, press, listed };
}

describe('Combobox', () => {
  it('lists what fits, tells how many, and names the active one to those who cannot see it', async () => {
    const { fixture, input, type, press, listed } = await open();
    expect(listed()).toEqual([]);
    await type('träff');
    expect(listed()).toEqual(['2.1/1 Träff med föreningar', '1.1/1 Nätverksträffar för skolan']);
    expect(textOf(find(fixture, '[role="status"]'))).toBe('2 förslag');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    const active = (): string => textOf(find(fixture, `[id="${input.getAttribute('aria-activedescendant') ?? ''}"]`));
    expect(active()).toContain('2.1/1');
    await press('ArrowDown');
    expect(active()).toContain('1.1/1');
    await press('ArrowDown');
    expect(active()).toContain('2.1/1');
  });

  it('chooses with Enter without sending the form, and does not offer the same thing again', async () => {
    const { fixture, host, input, type, press, listed } = await open();
    await type('1.1');
    expect((await press('Enter')).defaultPrevented).toBe(true);
    expect(host.chosen()).toEqual(['a']);
    expect(input.value).toBe('');
    expect(textOf(find(fixture, '[role="status"]'))).toBe('Nätverksträffar för skolan är vald');
    await press('ArrowDown');
    expect(listed()).toHaveLength(2);
    expect(host.submits).toBe(0);
  });

  it('keeps Enter also when nothing fits, and says so', async () => {
    const { host, type, press, listed } = await open();
    await type('finns inte');
    expect(listed()).toEqual(['Inget passar med det du skrev']);
    expect((await press('Enter')).defaultPrevented).toBe(true);
    expect(host.chosen()).toEqual([]);
  });

  it('takes away the last with Backspace in an empty field, and any with its button', async () => {
    const { fixture, host, input, press } = await open();
    host.chosen.set(['a', 'b', 'c']);
    await fixture.whenStable();
    await press('Backspace');
    expect(host.chosen()).toEqual(['a', 'b']);
    find(fixture, '[aria-label="Ta bort 1.1/1"]').click();
    await fixture.whenStable();
    expect(host.chosen()).toEqual(['b']);
    expect(document.activeElement === input || !document.body.contains(input)).toBe(true);
  });

  it('closes with Escape, and lets go of what was typed but not chosen when it is left', async () => {
    const { host, input, type, press, listed, fixture } = await open();
    await type('utb');
    await press('Escape');
    expect(listed()).toEqual([]);
    await type('utb');
    input.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(input.value).toBe('');
    expect(host.chosen()).toEqual([]);
  });

  it('shows what is wrong at the field', async () => {
    const { fixture, host, input } = await open();
    host.error.set('Välj minst en.');
    await fixture.whenStable();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(find(fixture, 'sam-field'))).toContain('Välj minst en.');
  });
});
