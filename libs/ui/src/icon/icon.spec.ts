import { Component, signal } from '@angular/core';
import { find, show } from '../testing/show.ts';
import { Icon } from './icon.ts';
import { ICONS, type IconName } from './icons.ts';

@Component({ imports: [Icon], template: '<sam-icon [name]="name()" [label]="label()" />' })
class Host {
  readonly name = signal<IconName>('lock');
  readonly label = signal('');
}

describe('Icon', () => {
  it('draws the icon with its name and redraws when the name changes', async () => {
    const fixture = await show(Host);
    const drawn = (): string[] => [...find(fixture, 'svg').children].map((child) => child.tagName);
    expect(drawn()).toEqual(ICONS.lock.map(([tag]) => tag));
    const before = find(fixture, 'svg').innerHTML;
    fixture.componentInstance.name.set('close');
    await fixture.whenStable();
    expect(find(fixture, 'svg').innerHTML).not.toBe(before);
    expect(drawn()).toHaveLength(ICONS.close.length);
  });

  it('is hidden from screen readers without a label, and an image with one', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'svg').getAttribute('aria-hidden')).toBe('true');
    fixture.componentInstance.label.set('Låst');
    await fixture.whenStable();
    expect(find(fixture, 'svg').getAttribute('role')).toBe('img');
    expect(find(fixture, 'svg').getAttribute('aria-label')).toBe('Låst');
    expect(find(fixture, 'svg').hasAttribute('aria-hidden')).toBe(false);
  });

  it('has one meaning per drawing among the judgements', () => {
    const drawings = (
      [
        'not_judged',
        'not_started',
        'on_track',
        'needs_support',
        'completed',
        'cancelled',
        'secured',
        'within_reach',
        'flag',
      ] as const
    ).map((name) => JSON.stringify(ICONS[name]));
    expect(new Set(drawings).size).toBe(drawings.length);
  });
});
