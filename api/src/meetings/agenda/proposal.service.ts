import { Injectable } from '@nestjs/common';
import type { AgendaProposal, ProposedItem } from '@samhandling/contracts';
import { minutesBetween, proposeAgenda, type ProposedAgendaItem } from '@samhandling/domain';
import { RoundAttentionService } from '../../follow-up/to-do/round-attention.service.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { MeetingsService } from '../meetings.service.ts';
import type { MeetingStanding } from '../shared/stored.ts';
import { ProposalRepository, type StoredFacts } from './proposal.repository.ts';

export interface MadeProposal {
  readonly items: readonly ProposedAgendaItem[];
  readonly fits: number;
  /** What those that are about no activity are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

const NOTHING_SAID = { reasons: [], belowTwice: [], dueOn: null, returnedOn: null };

/** What could be on an agenda, with why: the rule is in the domain, the facts in three statements. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly proposals: ProposalRepository,
    private readonly attention: RoundAttentionService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  get(meetingId: string): Promise<AgendaProposal> {
    return this.uow.read(async () => {
      const { items, fits, titles } = await this.propose(await this.meetings.findStanding(meetingId));
      const activityIds = items.flatMap(({ kind, id }) => (kind === 'activity' ? [id] : []));
      const shown = await this.proposals.findShown(meetingId, activityIds);
      const { locale } = requestContext();
      return {
        fits,
        items: items.map((item): ProposedItem => {
          const activity = shown.get(item.id) ?? null;
          const title = activity?.text ?? titles.get(item.id) ?? '';
          return {
            key: keyOf(item, title),
            kind: item.kind,
            title,
            activity,
            reasons: item.reasons.map(({ code, words }) => ({ code, words: words[locale] })),
            minutes: item.minutes,
          };
        }),
      };
    });
  }

  /** In the unit of work under way. */
  async propose(meeting: MeetingStanding): Promise<MadeProposal> {
    const facts = await this.proposals.findFacts(meeting.id);
    if (!facts) throw notFound();
    const said = facts.roundId === null ? new Map() : await this.attention.find(facts.roundId, this.clock.today());
    const room = minutesBetween(meeting.startsAt, meeting.endsAt) - facts.minutesTaken;
    const made = proposeAgenda(
      {
        activities: facts.activities.map((activity) => {
          const { reasons, belowTwice, dueOn, returnedOn } = said.get(activity.id) ?? NOTHING_SAID;
          return { ...activity, attention: reasons, belowTwice, answerDueOn: dueOn, returnedOn };
        }),
        others: facts.others,
        lastMeetingOn: facts.lastMeetingOn,
        silentAfterDays: meeting.group.silentAfterDays,
      },
      facts.day,
      { minutes: Math.max(0, room), minutesPerItem: meeting.group.minutesPerItem },
    );
    return { ...made, titles: titlesOf(facts) };
  }
}

function titlesOf({ others }: StoredFacts): ReadonlyMap<string, string> {
  return new Map(others.map(({ id, title }) => [id, title]));
}

function keyOf({ kind, id }: ProposedAgendaItem, title: string): ProposedItem['key'] {
  switch (kind) {
    case 'activity':
      return { kind, activityId: id };
    case 'decision':
      return { kind, decisionId: id };
    case 'action_point':
      return { kind, actionPointId: id };
    case 'lift':
    case 'answer':
      return { kind, liftId: id };
    case 'free':
      return { kind, title };
  }
}
