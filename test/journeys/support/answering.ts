import { paths, type FollowUpPage } from '@samhandling/contracts';
import type { Api } from './api.ts';

/** Addresses of an answer: those of somebody signed in, or those of a link. */
export interface AnswerPaths {
  readonly followUp: (id: string) => string;
  readonly transitions: (id: string) => string;
}

export const SIGNED_IN: AnswerPaths = { followUp: paths.followUp, transitions: paths.followUpTransitions };
export const BY_LINK: AnswerPaths = {
  followUp: paths.answerFollowUp,
  transitions: paths.answerFollowUpTransitions,
};

/** Writes an answer and hands it in, from the version it has now: what the form does with every press. */
export async function handIn(api: Api, by: AnswerPaths, { followUp }: FollowUpPage, done: string): Promise<void> {
  const answer = { judgement: 'on_track', done };
  const saved = await api.send<FollowUpPage>('PATCH', by.followUp(followUp.id), answer, followUp.version);
  await api.send('POST', by.transitions(followUp.id), { transition: 'submit' }, saved.followUp.version);
}
