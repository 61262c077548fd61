import { PUBLICATION_STATES, PUBLICATION_WORKFLOW } from './publication.ts';
import { availableTransitions, takeTransition, unreachableStates } from './workflow.ts';

const ALL = { is_planner: true, is_adopted: true, plan_is_published: true, is_newer_version: true };

describe('publishing', () => {
  it('reaches every state', () => {
    expect(unreachableStates(PUBLICATION_WORKFLOW, PUBLICATION_STATES, 'unpublished')).toEqual([]);
  });

  it.each(['is_planner', 'is_adopted', 'plan_is_published'] as const)('is refused without %s', (guard) => {
    expect(takeTransition(PUBLICATION_WORKFLOW, 'unpublished', 'publish', { ...ALL, [guard]: false })).toEqual({
      allowed: false,
      reason: 'guard',
      failed: [guard],
    });
  });

  it('offers a new version only when there is one, and taking back always', () => {
    expect(availableTransitions(PUBLICATION_WORKFLOW, 'published', ALL)).toEqual(['publish_version', 'unpublish']);
    expect(availableTransitions(PUBLICATION_WORKFLOW, 'published', { is_planner: true })).toEqual(['unpublish']);
    expect(availableTransitions(PUBLICATION_WORKFLOW, 'unpublished', ALL)).toEqual(['publish']);
  });
});
