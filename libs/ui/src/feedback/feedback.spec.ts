import { Component, signal } from '@angular/core';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { Callout } from './callout.ts';
import { Empty } from './empty.ts';
import { LockedNote } from './locked-note.ts';
import { ProblemView, type ShownProblem, labelFor } from './problem-view.ts';
import { SaveState, type SaveStatus } from './save-state.ts';
import { Skeleton } from './skeleton.ts';
import { Toast } from './toast.ts';

@Component({
  imports: [Callout, Empty, LockedNote, ProblemView, SaveState, Skeleton, Toast],
  template: `<sam-empty heading="Ingen plan än"
      >Här visas planen.<button actions type="button">Importera</button></sam-empty
    >
    <sam-problem
      [problem]="problem()"
      [labels]="{ '/rows/*/value': 'Utfall' }"
      [retryable]="retryable()"
      (retry)="count()"
    />
    <sam-save-state [status]="status()" savedAt="2026-03-12T13:05:00Z" reason="ingen kontakt" (retry)="count()" />
    <sam-toast message="Flyttad" [tone]="tone()" (closed)="count()"
      ><button type="button" class="undo">Ångra</button></sam-toast
    >
    <sam-callout kind="warning" heading="Tänk på">Inga personuppgifter.</sam-callout>
    <sam-locked-note why="Omgången är fastställd." until="2026-12-01" who="en planerare" />
    <sam-skeleton shape="page" [lines]="3" />`,
})
class Host {
  readonly problem = signal<ShownProblem>({ title: 'Något saknas', detail: 'Inget är sparat.' });
  readonly retryable = signal(true);
  readonly status = signal<SaveStatus>('idle');
  readonly tone = signal<'done' | 'error'>('done');
  readonly counted = signal(0);
  count(): void {
    this.counted.update((count) => count + 1);
  }
}

describe('Empty', () => {
  it('says what the place is and offers the next step', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-empty .heading'))).toBe('Ingen plan än');
    expect(textOf(find(fixture, 'sam-empty .text'))).toBe('Här visas planen.');
    expect(textOf(find(fixture, 'sam-empty .actions'))).toBe('Importera');
  });
});

describe('ProblemView', () => {
  it('is announced, and names each field as the page does', async () => {
    const fixture = await show(Host);
    fixture.componentInstance.problem.set({
      title: 'Något stämmer inte',
      errors: [
        { pointer: '/rows/3/value', reason: 'Inte ett tal.' },
        { pointer: '/unknown', reason: 'Finns inte.' },
      ],
    });
    await fixture.whenStable();
    expect(find(fixture, 'sam-problem .box').getAttribute('role')).toBe('alert');
    expect(findAll(fixture, 'sam-problem li').map(textOf)).toEqual(['Utfall: Inte ett tal.', 'Finns inte.']);
  });

  it('offers a new try only when that can help', async () => {
    const fixture = await show(Host);
    find(fixture, 'sam-problem button').click();
    expect(fixture.componentInstance.counted()).toBe(1);
    fixture.componentInstance.retryable.set(false);
    await fixture.whenStable();
    expect(findAll(fixture, 'sam-problem button')).toHaveLength(0);
  });

  it('prefers the exact pointer to a pattern, and a pattern stands for one step only', () => {
    const labels = { '/a/*': 'Något', '/a/1': 'Första' };
    expect(labelFor('/a/1', labels)).toBe('Första');
    expect(labelFor('/a/2', labels)).toBe('Något');
    expect(labelFor('/a/2/b', labels)).toBe('');
  });
});

describe('SaveState', () => {
  it('says each state in words, in a live region', async () => {
    const fixture = await show(Host);
    const words: Record<string, string> = {};
    for (const status of ['idle', 'changed', 'saving', 'saved', 'failed', 'locked'] as const) {
      fixture.componentInstance.status.set(status);
      await fixture.whenStable();
      words[status] = textOf(find(fixture, 'sam-save-state [role=status]'));
    }
    expect(words).toEqual({
      idle: '',
      changed: 'Inte sparat än',
      saving: 'Sparar…',
      saved: 'Sparat 14:05',
      failed: 'Gick inte att spara: ingen kontakt',
      locked: 'Låst: ingen kontakt',
    });
  });

  it('offers a new try after a failure and never otherwise', async () => {
    const fixture = await show(Host);
    fixture.componentInstance.status.set('saved');
    await fixture.whenStable();
    expect(findAll(fixture, 'sam-save-state button')).toHaveLength(0);
    fixture.componentInstance.status.set('failed');
    await fixture.whenStable();
    find(fixture, 'sam-save-state button').click();
    expect(fixture.componentInstance.counted()).toBe(1);
  });
});

describe('Toast', () => {
  it('is a status when done and an alert when it failed, with room for undo and a named way out', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'sam-toast p').getAttribute('role')).toBe('status');
    expect(textOf(find(fixture, 'sam-toast .undo'))).toBe('Ångra');
    fixture.componentInstance.tone.set('error');
    await fixture.whenStable();
    expect(find(fixture, 'sam-toast p').getAttribute('role')).toBe('alert');
    expect(find(fixture, 'sam-toast button[samButton] svg').getAttribute('aria-label')).toBe('Stäng meddelandet');
    find(fixture, 'sam-toast button[samButton]').click();
    expect(fixture.componentInstance.counted()).toBe(1);
  });
});

describe('notes', () => {
  it('a callout has its kind, heading and text', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'sam-callout .box').classList).toContain('box--warning');
    expect(textOf(find(fixture, 'sam-callout .heading'))).toBe('Tänk på');
    expect(textOf(find(fixture, 'sam-callout .body'))).toContain('Inga personuppgifter.');
  });

  it('a locked note says why, until when and who', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-locked-note'))).toBe(
      'Omgången är fastställd. Låst till och med 1 december 2026. Kan öppnas av en planerare.',
    );
  });

  it('a skeleton is one message to screen readers and shapes to the eye', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-skeleton [role=status]'))).toBe('Hämtar…');
    expect(findAll(fixture, 'sam-skeleton .bar')).toHaveLength(3);
    expect(findAll(fixture, 'sam-skeleton .bar--heading')).toHaveLength(1);
  });
});
