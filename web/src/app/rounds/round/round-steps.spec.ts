import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Round } from '@samhandling/contracts';
import type { RoundTransitionName } from '@samhandling/domain';
import { useHttp } from '../../core/testing.ts';
import { RoundSteps } from './round-steps.ts';

const somebody = { id: 'person-2', name: 'Siv Prov' };

/** A round in review where no step can be taken: only what is missing differs. */
function roundInReview(proposed: boolean): Round {
  const names: readonly RoundTransitionName[] = ['propose_adoption', 'withdraw_adoption', 'adopt'];
  return {
    id: 'round-1',
    label: '2031',
    state: 'in_review',
    versionNumber: 1,
    version: 3,
    from: '2031-01-01',
    to: '2031-12-31',
    opens: '2031-11-01',
    due: '2032-01-20',
    answers: { draft: 0, submitted: 0, returned: 0, accepted: 4 },
    total: 4,
    adoptionProposedBy: proposed ? somebody : null,
    adoptionProposedAt: proposed ? '2032-02-01T09:00:00Z' : null,
    transitions: names.map((name) => ({ name, label: name, allowed: false, reasons: [`skäl ${name}`] })),
    versions: [],
    recordsNumber: '',
  };
}

async function explained(round: Round): Promise<readonly string[]> {
  useHttp(provideRouter([]));
  const fixture = TestBed.createComponent(RoundSteps);
  fixture.componentRef.setInput('round', round);
  fixture.componentRef.setInput('rehearsal', { blocking: 1, warnings: 0, groups: [] });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  return [...element.querySelectorAll('.refused li')].map((item) => item.textContent.trim());
}

describe('RoundSteps', () => {
  it('explains the proposal while nobody has made it, and not yet what comes after', async () => {
    expect(await explained(roundInReview(false))).toEqual(['propose_adoption: skäl propose_adoption']);
  });

  it('explains what the proposal waits for once it is made', async () => {
    expect(await explained(roundInReview(true))).toEqual([
      'withdraw_adoption: skäl withdraw_adoption',
      'adopt: skäl adopt',
    ]);
  });
});
