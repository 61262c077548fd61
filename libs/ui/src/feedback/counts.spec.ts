import { Component, signal } from '@angular/core';
import { type JudgementCounts, countJudgements } from '@samhandling/domain';
import fc from 'fast-check';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { JudgementBar } from './judgement-bar.ts';
import { ProgressOf, barWidth } from './progress-of.ts';

@Component({
  imports: [JudgementBar, ProgressOf],
  template: `<sam-progress-of [done]="done()" [total]="total()" word="aktiviteter" /><sam-judgement-bar
      [counts]="counts()"
    />`,
})
class Host {
  readonly done = signal(9);
  readonly total = signal(12);
  readonly counts = signal<JudgementCounts>(countJudgements(['completed', 'completed', 'needs_support', null]));
}

describe('ProgressOf', () => {
  it('says both numbers and never a percentage', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, '.words'))).toBe('9 av 12 aktiviteter');
    expect(textOf(find(fixture, 'sam-progress-of'))).not.toContain('%');
    expect(find(fixture, '.bar').style.width).toBe('75%');
    fixture.componentInstance.done.set(1200);
    fixture.componentInstance.total.set(4000);
    await fixture.whenStable();
    expect(textOf(find(fixture, '.words'))).toBe('1 200 av 4 000 aktiviteter');
  });

  it('is full only when all is done and empty only when nothing is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (total, some) => {
        const done = some % (total + 1);
        const width = barWidth(done, total);
        expect(width === 0).toBe(done === 0);
        expect(width === 100).toBe(done === total);
        if (done > 0 && done < total) expect(barWidth(done + 1, total)).toBeGreaterThanOrEqual(width);
      }),
    );
    expect(barWidth(0, 0)).toBe(0);
    // Wide enough to be seen, and a gap that can be seen.
    expect(barWidth(1, 100_000)).toBeGreaterThanOrEqual(3);
    expect(barWidth(99_999, 100_000)).toBeLessThanOrEqual(97);
  });
});

describe('JudgementBar', () => {
  it('has one part per judgement there is, sized by count, and the same in words', async () => {
    const fixture = await show(Host);
    const parts = findAll(fixture, '.sam-judged-bar-part');
    expect(parts.map((part) => part.style.flexGrow)).toEqual(['2', '1', '1']);
    expect(findAll(fixture, '.item').map(textOf)).toEqual(['2 genomförda', '1 behöver stöd', '1 inte bedömd']);
  });

  it('says so when there is nothing', async () => {
    const fixture = await show(Host);
    fixture.componentInstance.counts.set(countJudgements([]));
    await fixture.whenStable();
    expect(findAll(fixture, '.sam-judged-bar-part')).toHaveLength(0);
    expect(textOf(find(fixture, 'sam-judgement-bar .words'))).toBe('Inget att visa');
  });
});
