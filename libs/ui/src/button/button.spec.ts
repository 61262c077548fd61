import { Component, signal } from '@angular/core';
import { find, show, textOf } from '../testing/show.ts';
import { Button, Link } from './button.ts';

@Component({
  imports: [Button, Link],
  template: `<button [samButton]="look()" [busy]="busy()" small type="button" (click)="clicks.set(clicks() + 1)">
      Spara svaret
    </button>
    <a samLink="standalone" href="#x">Nästa</a>`,
})
class Host {
  readonly look = signal<'' | 'primary' | 'danger'>('');
  readonly busy = signal(false);
  readonly clicks = signal(0);
}

describe('Button', () => {
  it('is secondary unless told otherwise', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'button').className).toContain('sam-button--secondary');
    fixture.componentInstance.look.set('danger');
    await fixture.whenStable();
    expect(find(fixture, 'button').className).toContain('sam-button--danger');
    expect(find(fixture, 'button').className).not.toContain('sam-button--secondary');
  });

  it('keeps its words and focus while busy, says so, and swallows clicks', async () => {
    const fixture = await show(Host);
    find(fixture, 'button').click();
    expect(fixture.componentInstance.clicks()).toBe(1);
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    const button = find<HTMLButtonElement>(fixture, 'button');
    button.click();
    expect(fixture.componentInstance.clicks()).toBe(1);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(button.disabled).toBe(false);
    expect(textOf(button)).toBe('Spara svaret');
  });

  it('marks a standalone link', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'a').classList).toContain('sam-link--standalone');
    expect(find(fixture, 'a').classList).not.toContain('sam-link--quiet');
  });
});
