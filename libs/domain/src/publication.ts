import type { Label } from './locale.ts';
import type { Transition } from './workflow.ts';

/** Whether the public sees a plan or a round. */
export const PUBLICATION_STATES = ['unpublished', 'published'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export type PublicationTransitionName = 'publish' | 'publish_version' | 'unpublish';
export type PublicationGuard = 'is_planner' | 'is_adopted' | 'plan_is_published' | 'is_newer_version';

/**
 * Nothing is shown to the public that nobody has decided to show. A round is published as one adopted version: when it is
 * reopened, that version stays in view until the next is adopted and published too (ADR 13).
 */
export const PUBLICATION_WORKFLOW: readonly Transition<
  PublicationState,
  PublicationTransitionName,
  PublicationGuard
>[] = [
  {
    name: 'publish',
    from: ['unpublished'],
    to: 'published',
    guards: ['is_planner', 'is_adopted', 'plan_is_published'],
  },
  {
    name: 'publish_version',
    from: ['published'],
    to: 'published',
    guards: ['is_planner', 'is_newer_version', 'plan_is_published', 'is_adopted'],
  },
  { name: 'unpublish', from: ['published'], to: 'unpublished', guards: ['is_planner'] },
];

export const PUBLICATION_TRANSITION_LABELS: Readonly<Record<PublicationTransitionName, Label>> = {
  publish: { sv: 'Publicera', en: 'Publish' },
  publish_version: { sv: 'Publicera den nya versionen', en: 'Publish the new version' },
  unpublish: { sv: 'Avpublicera', en: 'Unpublish' },
};

export const PUBLICATION_GUARD_REASONS: Readonly<Record<PublicationGuard, Label>> = {
  is_planner: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  is_adopted: {
    sv: 'Bara det som är antaget eller fastställt kan publiceras.',
    en: 'Only what has been adopted can be published.',
  },
  plan_is_published: { sv: 'Publicera planen först.', en: 'Publish the plan first.' },
  is_newer_version: {
    sv: 'Den senast fastställda versionen är redan publicerad.',
    en: 'The latest adopted version is already published.',
  },
};
