import { Component, signal } from '@angular/core';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { Autosize } from './autosize.ts';
import { Choice, Choices, Field, Input } from './field.ts';

@Component({
  imports: [Autosize, Choice, Choices, Field, Input],
  template: `<sam-field
      label="Rubrik"
      [hint]="hint()"
      [error]="error()"
      [required]="required()"
      [length]="length()"
      [max]="10"
    >
      <textarea samInput samAutosize></textarea>
    </sam-field>
    <sam-choices label="Läge" hint="I dag" [error]="error()">
      <label samChoice><input type="radio" name="a" /><span>Bra</span></label>
    </sam-choices>`,
})
class Host {
  readonly hint = signal('Så som den står i planen.');
  readonly error = signal<string | readonly string[] | null>(null);
  readonly required = signal(false);
  readonly length = signal<number | undefined>(undefined);
}

function described(fixture: Awaited<ReturnType<typeof show<Host>>>, selector: string): string {
  const ids = find(fixture, selector).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => textOf(find(fixture, `[id="${id}"]`))).join(' | ');
}

describe('Field', () => {
  it('ties the label to the control', async () => {
    const fixture = await show(Host);
    const label = find<HTMLLabelElement>(fixture, 'sam-field label');
    expect(label.htmlFor).not.toBe('');
    expect(label.htmlFor).toBe(find(fixture, 'textarea').id);
  });

  it('describes the control by hint, what is left and error, and nothing that is not there', async () => {
    const fixture = await show(Host);
    expect(described(fixture, 'textarea')).toBe('Så som den står i planen.');
    expect(find(fixture, 'textarea').hasAttribute('aria-invalid')).toBe(false);
    fixture.componentInstance.error.set('Skriv en rubrik.');
    fixture.componentInstance.length.set(12);
    await fixture.whenStable();
    expect(described(fixture, 'textarea')).toBe('Så som den står i planen. | 2 tecken för mycket | Skriv en rubrik.');
    expect(find(fixture, 'textarea').getAttribute('aria-invalid')).toBe('true');
    fixture.componentInstance.hint.set('');
    fixture.componentInstance.error.set(null);
    fixture.componentInstance.length.set(3);
    await fixture.whenStable();
    expect(described(fixture, 'textarea')).toBe('7 tecken kvar');
  });

  it('shows every error when there are several', async () => {
    const fixture = await show(Host);
    fixture.componentInstance.error.set(['För lång.', 'Får inte börja med mellanslag.']);
    await fixture.whenStable();
    expect(findAll(fixture, 'sam-field .error').map(textOf)).toEqual(['För lång.', 'Får inte börja med mellanslag.']);
  });

  it('says in words that it must be filled in, to eye and ear', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-field'))).not.toContain('måste fyllas i');
    fixture.componentInstance.required.set(true);
    await fixture.whenStable();
    expect(textOf(find(fixture, 'sam-field'))).toContain('måste fyllas i');
    expect(find(fixture, 'textarea').getAttribute('aria-required')).toBe('true');
  });
});

describe('Choices', () => {
  it('is a fieldset with its question as legend, described by hint and error', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'fieldset legend'))).toBe('Läge');
    fixture.componentInstance.error.set('Välj ett läge.');
    await fixture.whenStable();
    expect(described(fixture, 'fieldset')).toBe('I dag | Välj ett läge.');
    expect(find(fixture, 'label.sam-choice input').getAttribute('type')).toBe('radio');
  });
});

describe('Autosize', () => {
  it('takes the height of its text when somebody types', async () => {
    const fixture = await show(Host);
    const area = find<HTMLTextAreaElement>(fixture, 'textarea');
    Object.defineProperty(area, 'scrollHeight', { value: 321, configurable: true });
    area.dispatchEvent(new Event('input'));
    expect(area.style.height).toBe('321px');
  });
});
