import { Injectable } from '@nestjs/common';
import type { MeetingsProposal, MeetingsProposalRequest } from '@samhandling/contracts';
import { addDays, dayOf, proposeMeetings, type Label } from '@samhandling/domain';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { MeetingsProposalRepository } from './meetings-proposal.repository.ts';

const OWN_DAY: Label = { sv: 'en dag då gruppen redan har möte', en: 'a day when the group meets already' };

/** Days for a year's meetings, by a rule. Nothing is kept. */
@Injectable()
export class MeetingsProposalService {
  constructor(
    private readonly meetings: MeetingsProposalRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  propose(groupId: string, request: MeetingsProposalRequest): Promise<MeetingsProposal> {
    if (request.endTime <= request.startTime) {
      const reason = { sv: 'Mötet måste sluta efter att det har börjat.', en: 'The meeting must end after it begins.' };
      throw invalid([{ pointer: '/endTime', code: 'before_start', reason }]);
    }
    return this.uow.read(async () => {
      const found = await this.meetings.find(groupId, request.year);
      if (!found) throw notFound();
      const { locale } = requestContext();
      const tomorrow = addDays(this.clock.today(), 1);
      const first = `${request.year}-01-01`;
      const { meetings, leftOut, short } = proposeMeetings({
        year: request.year,
        count: request.count,
        rule:
          request.rule === 'monthly'
            ? { kind: 'monthly', nth: request.nth ?? 1 }
            : { kind: 'weekly', every: request.everyWeeks ?? 4 },
        weekday: request.weekday,
        startTime: request.startTime,
        endTime: request.endTime,
        from: tomorrow > first ? tomorrow : first,
        meetsInJuly: request.meetsInJuly ?? false,
        isSummerFree: request.isSummerFree ?? false,
        taken: [
          ...found.own.map(({ startsAt }) => ({ day: dayOf(startsAt), by: OWN_DAY })),
          ...found.above.map(({ startsAt, group }) => ({
            day: dayOf(startsAt),
            by: { sv: `en dag då ${group.name} möts`, en: `a day when ${group.name} meets` },
          })),
        ],
      });
      return {
        meetings: meetings.map(({ day, startsAt, endsAt, note }) => ({ day, startsAt, endsAt, note: note[locale] })),
        leftOut: leftOut.map(({ day, reason }) => ({ day, reason: reason[locale] })),
        short: short === 0 ? '' : shortWords(short, request.count)[locale],
        milestones: found.above.map((ref) => ({ ...ref, on: dayOf(ref.startsAt) })),
      };
    });
  }
}

function shortWords(short: number, count: number): Label {
  return {
    sv: `Det finns bara dagar för ${count - short} av ${count} möten. Välj en tätare regel, eller lägg till dagar själv.`,
    en: `There are only days for ${count - short} of ${count} meetings. Choose a denser rule, or add days yourself.`,
  };
}
