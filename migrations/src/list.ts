import { Reference1765000000000 } from './1765000000000-reference.ts';
import { People1765000100000 } from './1765000100000-people.ts';
import { Plan1765000200000 } from './1765000200000-plan.ts';
import { FollowUp1765000300000 } from './1765000300000-follow-up.ts';
import { Audit1765000400000 } from './1765000400000-audit.ts';
import { Events1766000000000 } from './1766000000000-events.ts';
import { Together1766000100000 } from './1766000100000-together.ts';
import { Asking1766000200000 } from './1766000200000-asking.ts';
import { Lists1766000300000 } from './1766000300000-lists.ts';
import { PeopleApart1767000000000 } from './1767000000000-people-apart.ts';
import { SignIn1767000100000 } from './1767000100000-sign-in.ts';
import { Leaving1767000200000 } from './1767000200000-leaving.ts';
import { Publishing1767000300000 } from './1767000300000-publishing.ts';
import { Record1767000400000 } from './1767000400000-record.ts';
import { SafeWrites1767000500000 } from './1767000500000-safe-writes.ts';
import { Limits1767000600000 } from './1767000600000-limits.ts';
import { AccountsMended1767000700000 } from './1767000700000-accounts-mended.ts';
import { Meetings1768000000000 } from './1768000000000-meetings.ts';
import { Calendar1768000100000 } from './1768000100000-calendar.ts';
import { Digests1768000200000 } from './1768000200000-digests.ts';
import { Needs1768000300000 } from './1768000300000-needs.ts';
import { Letters1768000500000 } from './1768000500000-letters.ts';
import { LetterLanguage1768000510000 } from './1768000510000-letter-language.ts';
import { BetweenMeetings1768000600000 } from './1768000600000-between-meetings.ts';
import { ContinuingGroups1768000600100 } from './1768000600100-continuing-groups.ts';
import { DrawnLater1768000700000 } from './1768000700000-drawn-later.ts';
import { LostLetters1768000710000 } from './1768000710000-lost-letters.ts';
import { ToldBetween1768000710100 } from './1768000710100-told-between.ts';
import { Statistics1768000720000 } from './1768000720000-statistics.ts';

/** In the order they run. A migration that has run is never edited: add a new one. */
export const migrations = [
  Reference1765000000000,
  People1765000100000,
  Plan1765000200000,
  FollowUp1765000300000,
  Audit1765000400000,
  Events1766000000000,
  Together1766000100000,
  Asking1766000200000,
  Lists1766000300000,
  PeopleApart1767000000000,
  SignIn1767000100000,
  Leaving1767000200000,
  Publishing1767000300000,
  Record1767000400000,
  SafeWrites1767000500000,
  Limits1767000600000,
  AccountsMended1767000700000,
  Meetings1768000000000,
  Calendar1768000100000,
  Digests1768000200000,
  Needs1768000300000,
  Letters1768000500000,
  LetterLanguage1768000510000,
  BetweenMeetings1768000600000,
  ContinuingGroups1768000600100,
  DrawnLater1768000700000,
  LostLetters1768000710000,
  ToldBetween1768000710100,
  Statistics1768000720000,
];
