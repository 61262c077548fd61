import {
  paths,
  type AnswerSheet,
  type CreatedAnswerLink,
  type CreatedCalendarFeed,
  type Digest,
  type EventAnswer,
  type EventKind,
  type HandoverAnswer,
  type ImportReview,
  type Organisation,
  type Round,
  type SavedView,
  type YearMark,
} from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { Visitor } from '@samhandling/domain';
import type { Answer, TestApp, TestClient } from '../../support/app.ts';
import { LinkBrowser, tokenIn } from '../../support/answer-links.ts';
import { buildNeedsWorld } from '../../support/needs.ts';
import { buildOrganisation, buildPlan, COUNT_INDICATOR } from '../../support/plan-builder.ts';
import { decidedIn } from './world-decisions.ts';
import { buildRotation } from './world-rotation.ts';
import { buildGroup, buildMeeting, buildMinutes } from '../../support/meeting-builder.ts';
import { lettersIn } from './world-letters.ts';
import { metIn } from './world-meetings.ts';
import { followUpsOfRound, openRound, YEAR } from '../../support/round-builder.ts';

/** What can be named in a request to a county: the same keys in every county, so that one's can be put in another's place. */
export type Named = Readonly<Record<string, string>>;

export interface World {
  readonly countyId: string;
  /** Stands in every text that was written here and nowhere else. */
  readonly marker: string;
  readonly at: Named;
  readonly people: Readonly<Record<Visitor, TestClient>>;
  readonly link: LinkBrowser;
}

const IMPORT_TEXT = (marker: string) => `Regional plan ${marker} 2024–2027

1. Färre unga ska börja röka

1.1 Område för samhandling: Rökfria skolgårdar

Aktivitet: 1. Besöka länets skolor.
Ansvarig: Länsstyrelsen
Samverkanspartner: -
Uppföljning: Antal besökta skolor.
`;

/** A county with something of everything that has an id, and somebody of every kind signed in there. */
export async function buildWorld(app: TestApp, code: string): Promise<World> {
  const [county] = await app.db.query<{ id: string }>('SELECT id FROM county WHERE code = $1', [code]);
  const countyId = county?.id ?? '';
  const marker = `Märkt${code}${newId().slice(-6)}`;
  const municipalities = await app.db.query<{ code: string }>(
    'SELECT code FROM municipality WHERE county_id = $1 ORDER BY code LIMIT 2',
    [countyId],
  );
  const [municipalityCode = '', otherMunicipalityCode = ''] = municipalities.map((row) => row.code);
  const organisation = (name: string, more: object = {}) =>
    buildOrganisation(app, `${name} ${marker}`, { countyId, ...more });
  const responsible = await organisation('Länskansliet');
  const other = await organisation('Regionkansliet');
  const partner = await organisation('Föreningsrådet');
  const spare = await organisation('Idrottsrådet');
  const member = await organisation('Kommunen', { kind: 'municipality', municipalityCode });
  const collective = await organisation('Kommunerna', { kind: 'collective' });
  await app.db.query(
    'INSERT INTO organisation_member (id, county_id, collective_id, member_id) VALUES ($1, $2, $3, $4)',
    [newId(), countyId, collective.id, member.id],
  );

  const sign = (name: string, roles: Parameters<TestApp['person']>[1]) =>
    app.person(`${name} ${marker}`, roles, countyId);
  const planner = await sign('Petra Planerare', [{ role: 'planner' }]);
  const reporter = await sign('Ruth Rapportör', [{ role: 'reporter', organisationId: responsible.id }]);
  const second = await sign('Sam Svarande', [{ role: 'reporter', organisationId: responsible.id }]);
  const people: Record<Visitor, TestClient> = {
    planner,
    reporter,
    group_member: await sign('Greta Gruppmedlem', [{ role: 'group_member' }]),
    municipal_coordinator: await sign('Kim Kommunal', [{ role: 'municipal_coordinator', municipalityCode }]),
    reader: await sign('Rolf Läsare', [{ role: 'reader' }]),
    operator: await operatorIn(app, countyId, marker),
    anonymous: app.anonymous(),
  };

  const wish = {
    countyId,
    responsible,
    partner,
    activity: (index: number) => ({
      text: `Ordna träff ${index + 1} ${marker}.`,
      responsibleIds: index < 2 ? [responsible.id, other.id] : [responsible.id],
      partnerIds: [partner.id, collective.id],
      indicators: [
        { ...COUNT_INDICATOR, text: `Antal träffar ${marker}.`, breakdown: 'municipality' as const },
        { ...COUNT_INDICATOR, text: `Antal möten ${marker}.` },
      ],
    }),
  };
  const plan = await buildPlan(app, { ...wish, title: `Antagen plan ${marker}`, state: 'adopted' });
  const draft = await buildPlan(app, { ...wish, title: `Utkast ${marker}`, state: 'draft' });
  const round = await openRound(planner, plan);
  const planned = must(
    await planner.post<Round>(paths.planRounds(plan.slug), { ...YEAR(2026), label: `2026 ${marker}` }),
  );
  const followUps = await followUpsOfRound(planner, plan, round.label);
  const reporterId = reporter.session?.person.id ?? '';
  const secondId = second.session?.person.id ?? '';
  const [first, another] = followUps;
  await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE round_id = $2', [reporterId, round.id]);
  await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE id = $2', [secondId, another?.followUp.id]);
  must(await planner.patch(paths.followUp(first?.followUp.id ?? ''), { done: `Gjort ${marker}` }, 1));
  const changeId = (
    await planner.patch(paths.followUp(first?.followUp.id ?? ''), { done: `Gjort mer ${marker}` }, 2)
  ).headers.get('change-id');
  const [indicatorId = '', countyIndicatorId = ''] = plan.activities[0]?.indicatorIds ?? [];
  must(
    await planner.send('PUT', paths.roundOutcome(round.id, countyIndicatorId), {
      body: { municipalityCode: null, sex: 'total', input: '12', note: `Räknat ${marker}` },
      ifMatch: 0,
    }),
  );
  const outcome = await app.db.query<{ id: string }>('SELECT id FROM outcome WHERE county_id = $1', [countyId]);

  const kinds = must(await planner.get<EventKind[]>(paths.eventKinds()));
  const kind = must(await planner.post<EventKind>(paths.eventKinds(), { name: `Träff ${marker}` }));
  const event = must(
    await planner.post<EventAnswer>(paths.events(), {
      registrationKey: newId(),
      kindId: kinds[0]?.id,
      day: '2025-03-12',
      title: `Händelse ${marker}`,
      activityIds: [plan.activities[0]?.id],
      municipalities: [{ code: municipalityCode, participants: null }],
    }),
  );
  const view = must(
    await planner.post<SavedView>(paths.views(), {
      page: 'activities',
      planSlug: plan.slug,
      name: `Vy ${marker}`,
      query: '',
    }),
  );
  const review = must(await planner.post<ImportReview>(paths.imports(), { text: IMPORT_TEXT(marker) }));
  const leaving = await sign('Lova Lämnar', [{ role: 'reporter', organisationId: responsible.id }]);
  const taking = await sign('Tage Tar', [{ role: 'reporter', organisationId: responsible.id }]);
  const [leavingId, takingId] = [leaving, taking].map(({ session }) => session?.person.id ?? '');
  await app.db.query('UPDATE follow_up SET reporter_id = $1 WHERE id = $2', [leavingId, followUps[2]?.followUp.id]);
  const handover = must(
    await planner.post<HandoverAnswer>(paths.handovers(), { fromPersonId: leavingId, toPersonId: takingId }),
  );
  const linked = must(await planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(round.id), { personId: secondId }));
  const link = new LinkBrowser(app.base);
  must<AnswerSheet>(await link.open(tokenIn(linked.url)));
  const revocable = must(
    await planner.post<CreatedAnswerLink>(paths.roundAnswerLinks(round.id), { personId: reporterId }),
  );
  const mailId = newId();
  await app.db.query(
    `INSERT INTO mail_message (id, county_id, person_id, address, kind, day, state, subject, created_at, sent_at)
     VALUES ($1, $2, $3, 'nagon@example.org', 'digest', '2025-03-12', 'sent', $4, now(), now())`,
    [mailId, countyId, planner.session?.person.id, `Brev ${marker}`],
  );
  const [retention] = await app.db.query<{ id: string }>(
    `SELECT id FROM retention_class WHERE county_id = $1 AND key = 'mail'`,
    [countyId],
  );
  const minuted = await buildGroup(app, {
    countyId,
    planId: plan.planId,
    name: `Protokollgruppen ${marker}`,
    members: [
      { name: `Petra Planerare ${marker}`, organisationId: responsible.id, personId: planner.session?.person.id ?? '' },
    ],
  });
  const held = await buildMeeting(app, minuted, {
    startsAt: '2025-03-12T08:00:00Z',
    state: 'held',
    items: [{ activityId: plan.activities[0]?.id ?? '', state: 'treated', note: `Sagt ${marker}` }],
    attendance: minuted.members.map((one) => [one, 'present'] as const),
  });
  const calendarGroupId = newId();
  await app.db.query(
    `INSERT INTO work_group (id, county_id, plan_id, name, kind) VALUES ($1, $2, $3, $4, 'thematic')`,
    [calendarGroupId, countyId, plan.planId, `Kalendergruppen ${marker}`],
  );
  const mark = must(
    await planner.post<YearMark>(paths.yearMarks(plan.slug), {
      kind: 'data_date',
      title: `Nya siffror ${marker}`,
      from: '2026-04-15',
      activityIds: [plan.activities[0]?.id],
    }),
  );
  const groupFeed = must(await planner.post<CreatedCalendarFeed>(paths.groupFeed(calendarGroupId)));
  const decided = await decidedIn(app, plan, people, marker, countyId);
  const rotation = await buildRotation(app, countyId, plan, planner, marker);
  const sent = [];
  for (const month of ['04', '05']) {
    const meeting = await buildMeeting(app, minuted, {
      startsAt: `2025-${month}-12T08:00:00Z`,
      state: 'held',
      attendance: minuted.members.map((one) => [one, 'present'] as const),
    });
    sent.push({
      meeting,
      adjusters: await buildMinutes(app, minuted, meeting.id, 'adjusting', [
        'Ada Extern',
        'Bo Extern',
        ...minuted.members.slice(0, 1),
      ]),
    });
  }
  const consulted = await buildGroup(app, {
    countyId,
    planId: plan.planId,
    name: `Samrådet ${marker}`,
    kind: 'consultation',
    members: [{ name: `Sonja Samråd ${marker}`, organisationId: member.id, email: `sonja.${code}@example.org` }],
  });
  const digested = await buildMeeting(app, consulted, { startsAt: '2099-05-12T08:00:00Z' });
  const mailed = await lettersIn(app, countyId, consulted, planner.session?.person.id ?? '');
  const undigested = await buildMeeting(app, consulted, { startsAt: '2099-11-12T08:00:00Z' });
  const digest = must(await planner.post<Digest>(paths.meetingDigest(digested.id)));
  must(
    await planner.put(
      paths.digestText(digest.id, `${plan.goals[0]?.id ?? ''}.moved`),
      { text: `Har rört sig ${marker}`, proposal: '' },
      0,
    ),
  );
  const met = await metIn(planner, { ...decided, slug: plan.slug, responsibleId: responsible.id }, marker);
  const stored = must(await planner.get<Organisation>(paths.organisation(spare.id)));
  const needs = await buildNeedsWorld(app, planner, {
    countyId,
    marker,
    planId: plan.planId,
    slug: plan.slug,
    organisationId: responsible.id,
  });
  link.needsToken = needs.token;

  return {
    countyId,
    marker,
    people,
    link,
    at: {
      countyId,
      municipalityCode,
      otherMunicipalityCode,
      slug: plan.slug,
      ...needs.at,
      planId: plan.planId,
      draftSlug: draft.slug,
      draftPlanId: draft.planId,
      goalId: plan.goals[0]?.id ?? '',
      draftGoalId: draft.goals[0]?.id ?? '',
      draftAreaId: draft.areas[0]?.id ?? '',
      draftActivityId: draft.activities[0]?.id ?? '',
      draftIndicatorId: draft.activities[0]?.indicatorIds[0] ?? '',
      activityId: plan.activities[0]?.id ?? '',
      indicatorId,
      countyIndicatorId,
      outcomeId: outcome[0]?.id ?? '',
      roundId: round.id,
      plannedRoundId: planned.id,
      plannedLabel: planned.label,
      followUpId: first?.followUp.id ?? '',
      secondFollowUpId: another?.followUp.id ?? '',
      goalJudgementId: await judgementOf(app, round.id),
      responsibleId: responsible.id,
      otherOrganisationId: other.id,
      partnerId: partner.id,
      spareId: stored.id,
      memberId: member.id,
      collectiveId: collective.id,
      reporterId,
      secondId,
      leavingId: leavingId ?? '',
      takingId: takingId ?? '',
      plannerId: planner.session?.person.id ?? '',
      eventId: event.event.id,
      kindId: kinds[0]?.id ?? '',
      ownKindId: kind.id,
      viewId: view.id,
      importId: review.id,
      handoverId: handover.handover.id,
      linkId: linked.link.id,
      revocableLinkId: revocable.link.id,
      changeId: changeId ?? '',
      mailId,
      calendarGroupId,
      groupFeedId: groupFeed.feed.id,
      yearMarkId: mark.id,
      ...rotation,
      retentionClassId: retention?.id ?? '',
      heldMeetingId: held.id,
      ...decided,
      minutesMemberId: minuted.members[0]?.id ?? '',
      sentMeetingId: sent[0]?.meeting.id ?? '',
      adjusterId: sent[1]?.adjusters[0] ?? '',
      mailedAdjusterId: sent[1]?.adjusters[2] ?? '',
      digestedMeetingId: digested.id,
      undigestedMeetingId: undigested.id,
      digestId: digest.id,
      ...mailed,
      ...met,
    },
  };
}

/** Runs the installation: holds no role in the county, and has switched to it. */
async function operatorIn(app: TestApp, countyId: string, marker: string): Promise<TestClient> {
  const operator = await app.person(`Olle Drift ${marker}`, [{ role: 'reader' }], countyId);
  const id = operator.session?.person.id;
  await app.db.query('UPDATE person SET is_operator = true WHERE id = $1', [id]);
  await app.db.query('DELETE FROM role_assignment WHERE person_id = $1', [id]);
  return operator;
}

async function judgementOf(app: TestApp, roundId: string): Promise<string> {
  const [row] = await app.db.query<{ id: string }>('SELECT id FROM goal_judgement WHERE round_id = $1 LIMIT 1', [
    roundId,
  ]);
  return row?.id ?? '';
}

function must<Body>(answer: Answer<Body>): Body {
  if (answer.status >= 300) throw new Error(`The scene answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
