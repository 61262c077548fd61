import type { Label } from '@samhandling/domain';
import { invalid, ProblemException } from '../platform/http/problem-exception.ts';

export function notInGroup(group: string): ProblemException {
  return new ProblemException('not_allowed', {
    sv: `Bara en planerare, eller den som är med i ${group} i dag och får anteckna i gruppens möten, kan skriva här.`,
    en: `Only a planner, or somebody who is in ${group} today and may take notes in its meetings, can write here.`,
  });
}

export function notTheirs(assignee: string): ProblemException {
  const [sv, en] = assignee === '' ? ['ingen särskild', 'nobody in particular'] : [assignee, assignee];
  return new ProblemException('not_allowed', {
    sv: `Det här ska göras av ${sv}. Du kan säga vad som är gjort av det som är ditt eller din organisations. En planerare, eller någon i gruppen, kan göra det för andra.`,
    en: `This is to be done by ${en}. You can say what was done of what is yours or your organisation’s. A planner, or somebody in the group, can do so for others.`,
  });
}

export function fault(pointer: string, code: string, reason: Label): ProblemException {
  return invalid([{ pointer, code, reason }]);
}

export const FUTURE: Label = { sv: 'Dagen har inte varit än.', en: 'That day has not been yet.' };
