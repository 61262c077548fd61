import { Injectable } from '@nestjs/common';
import type {
  ActivityBriefing,
  AgendaReason,
  Day,
  IndicatorSeries,
  WalkThrough,
  WalkThroughItem,
} from '@samhandling/contracts';
import { addDays } from '@samhandling/domain';
import { MeetingPartsService, type MeetingParts } from '../decisions/meeting-parts.service.ts';
import { FollowUpsService, type LiveAnswer } from '../follow-up/follow-ups/follow-ups.service.ts';
import { RoundAttentionService } from '../follow-up/to-do/round-attention.service.ts';
import { BriefingService } from '../history/briefing.service.ts';
import { MeetingsService } from '../meetings/meetings.service.ts';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { WalkThroughRepository, type StoredBriefing } from './walk-through.repository.ts';

/** What changed is told so far back of what the group has never had up. */
const NEVER_UP_DAYS = 180;
/** This round's figure, and last round's beside it. */
const POINTS = 2;

/** What one item needs, found for all of them. */
interface Found {
  readonly parts: MeetingParts;
  readonly briefings: ReadonlyMap<string, StoredBriefing>;
  readonly answers: ReadonlyMap<string, LiveAnswer>;
  readonly series: ReadonlyMap<string, readonly IndicatorSeries[]>;
  readonly changes: Awaited<ReturnType<BriefingService['find']>>;
  readonly reasons: ReadonlyMap<string, readonly AgendaReason[]>;
}

/** A whole meeting at once, so that the next activity is on the screen at the key: the same few statements for 2 items and 200. */
@Injectable()
export class WalkThroughService {
  constructor(
    private readonly walks: WalkThroughRepository,
    private readonly meetings: MeetingsService,
    private readonly parts: MeetingPartsService,
    private readonly followUps: FollowUpsService,
    private readonly attention: RoundAttentionService,
    private readonly outcomes: OutcomesService,
    private readonly briefings: BriefingService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  get(meetingId: string): Promise<WalkThrough> {
    return this.uow.read(async () => {
      const meeting = await this.meetings.get(meetingId);
      const frame = await this.walks.findFrame(meetingId, this.clock.today());
      if (!frame) throw notFound();
      const activityIds = [...new Set(meeting.items.flatMap(({ activity }) => (activity ? [activity.id] : [])))];
      const found = await this.find(meetingId, activityIds);
      const { id, version, startsAt, endsAt, title, state, place } = meeting;
      const { live, ...around } = frame;
      return {
        meeting: { id, version, startsAt, endsAt, title, state, place },
        group: { id: meeting.group.id, name: meeting.group.name, kind: meeting.group.kind },
        plan: meeting.plan,
        items: meeting.items.map((item): WalkThroughItem => ({
          ...item,
          about: item.activity ? aboutOf(item.activity.id, meetingId, found) : null,
          decisions: found.parts.decisions.filter(({ agendaItemId }) => agendaItemId === item.id),
          actionPoints: found.parts.actionPoints.filter(({ agendaItemId }) => agendaItemId === item.id),
          lifts: found.parts.lifts.filter((lift) => lift.agendaItemId === item.id),
          question: item.lift ? (found.parts.lifts.find((lift) => lift.id === item.lift?.id) ?? null) : null,
        })),
        ...around,
        writer: live.writer,
        mayWrite: meeting.mayWrite,
        lockedReason: meeting.lockedReason,
        live,
      };
    });
  }

  private async find(meetingId: string, activityIds: readonly string[]): Promise<Found> {
    const briefings = await this.walks.findBriefings(meetingId, activityIds);
    const never = `${addDays(this.clock.today(), -NEVER_UP_DAYS)}T00:00:00Z`;
    const since = briefings.map(({ activityId, lastUp }) => ({ activityId, since: lastUp?.over ?? never }));
    const answers = await this.followUps.findInLiveRound(activityIds);
    return {
      parts: await this.parts.find(meetingId, activityIds),
      briefings: new Map(briefings.map((briefing) => [briefing.activityId, briefing])),
      answers,
      series: await this.outcomes.findSeriesForActivities(activityIds),
      changes: await this.briefings.find(since),
      reasons: await this.reasonsIn([...answers.values()][0]?.roundId),
    };
  }

  /** A plan has one round that takes corrections, and where there is none nothing is waited for. */
  private async reasonsIn(roundId: string | undefined): Promise<Found['reasons']> {
    if (roundId === undefined) return new Map();
    const { locale } = requestContext();
    const found = await this.attention.find(roundId, this.clock.today());
    return new Map(
      [...found].map(([id, { reasons }]) => [id, reasons.map(({ code, words }) => ({ code, words: words[locale] }))]),
    );
  }
}

function aboutOf(activityId: string, meetingId: string, found: Found): ActivityBriefing | null {
  const briefing = found.briefings.get(activityId);
  if (!briefing) return null;
  const { area, goalTitle, partners, lastNote, lastUp } = briefing;
  const decisions = found.parts.decisions.filter(({ activity }) => activity?.id === activityId);
  const since: Day | null = lastUp?.on ?? null;
  return {
    area,
    goalTitle,
    // Amendments come with a later part of the product; until then every wording is the adopted one.
    amendment: '',
    partners,
    followUp: answerOf(found.answers.get(activityId)),
    lastDecision: decisions.find(({ meeting }) => meeting?.id !== meetingId) ?? null,
    openDecisions: decisions.filter(({ state }) => state === 'open'),
    openActionPoints: found.parts.actionPoints.filter(
      ({ activity, state }) => activity?.id === activityId && state === 'open',
    ),
    lastNote,
    since,
    changes: found.changes.get(activityId) ?? [],
    numbers: (found.series.get(activityId) ?? []).map((series) => ({
      ...series,
      points: series.points.slice(-POINTS),
    })),
    openReasons: found.reasons.get(activityId) ?? [],
  };
}

function answerOf(answer: LiveAnswer | undefined): ActivityBriefing['followUp'] {
  if (!answer) return null;
  const {
    id,
    version,
    round,
    reporter,
    judgement,
    supportNeeded,
    cancelReason,
    cancelDecision,
    nextStep,
    nextStepDate,
    done,
  } = answer;
  return {
    id,
    version,
    roundLabel: round.label,
    reporter,
    judgement,
    supportNeeded,
    cancelReason,
    cancelDecision,
    nextStep,
    nextStepDate,
    done,
    mayWrite: answer.mayEdit,
    lockedReason: answer.lockedReason,
  };
}
