import {
  pages,
  paths,
  type CountyPerson,
  type Digest,
  type LostLetterKind,
  type Meeting,
  type Minutes,
  type NeedsInvitationList,
} from '@samhandling/contracts';
import { buildGroup, buildMeeting } from './meeting-builder.ts';
import { must, type MeetingScene } from './meeting-scene.ts';
import { openInventory } from './needs.ts';
import { role } from './people.ts';

/** What a page tells of one letter. */
export interface Told {
  readonly state: string;
  readonly reason: string;
}

/** A letter that waits to be sent: what is told of it, and where its state is kept, for a process that dies half-way. */
export interface WaitingLetter {
  told(): Promise<Told>;
  readonly row: readonly [table: string, column: string, where: string, id: string];
  /** What it is about, and the page that tells of it. */
  readonly about: { readonly kind: LostLetterKind; readonly id: string; readonly page: string };
}

export type MakeLetter = (email: string) => Promise<WaitingLetter>;

const NONE: Told = { state: 'none', reason: '' };

/** One of each kind of letter that takes the one path (ADR 29), to an address, made by the scene's planner. */
export function letterKinds(scene: () => MeetingScene): Readonly<Record<string, MakeLetter>> {
  let count = 0;
  const group = (name: string, email: string) =>
    buildGroup(scene().app, {
      countyId: scene().app.countyId,
      planId: scene().plan.planId,
      name: `${name} ${count}`,
      kind: 'consultation',
      members: [{ name: 'Maja Medlem', organisationId: scene().organisation.id, email }],
    });

  const calling = async (email: string): Promise<WaitingLetter> => {
    const { id } = await group('Kallad', email);
    const meeting = await scene().meeting(id, '2026-04-09');
    must(await scene().planner.post(paths.meetingAgenda(meeting.id), { items: [{ kind: 'free', title: 'Öppning' }] }));
    const filled = must(await scene().planner.get<Meeting>(paths.meeting(meeting.id)));
    must(await scene().move(filled, 'call'));
    return {
      told: async () => {
        const letters = must(await scene().planner.get<Meeting>(paths.meeting(meeting.id))).calling?.letters;
        const [lost] = letters?.lost ?? [];
        return lost ?? { state: letters?.sent ? 'sent' : 'waiting', reason: '' };
      },
      row: ['meeting_letter', 'state', 'meeting_id', meeting.id],
      about: { kind: 'calling', id: meeting.id, page: pages.meeting(meeting.id) },
    };
  };

  const digest = async (email: string): Promise<WaitingLetter> => {
    const above = await group('Samråd', email);
    const meeting = await buildMeeting(scene().app, above, { startsAt: `${2040 + count}-05-12T07:00:00Z` });
    const made = must(await scene().planner.post<Digest>(paths.meetingDigest(meeting.id)));
    must(
      await scene().planner.post(paths.digestTransitions(made.id), { transition: 'send' }, { ifMatch: made.version }),
    );
    return {
      told: async () => must(await scene().planner.get<Digest>(paths.digest(made.id))).letters[0] ?? NONE,
      row: ['digest_letter', 'state', 'digest_id', made.id],
      about: { kind: 'digest', id: made.id, page: pages.digest(made.id) },
    };
  };

  const minutes = async (email: string): Promise<WaitingLetter> => {
    const adjusting = await group('Justering', email);
    const meeting = await buildMeeting(scene().app, adjusting, {
      startsAt: '2026-02-12T08:00:00Z',
      state: 'held',
      items: [{ title: 'Öppning', state: 'treated', note: 'Sagt.' }],
      attendance: adjusting.members.map((one) => [one, 'present'] as const),
    });
    const adjusters = [{ memberId: adjusting.members[0]?.id }];
    must(await scene().planner.put(paths.meetingAdjusters(meeting.id), { adjusters }, 0));
    const move = { transition: 'send' };
    const sent = must(
      await scene().planner.post<Minutes>(paths.meetingMinutesTransitions(meeting.id), move, { ifMatch: 1 }),
    );
    return {
      told: async () =>
        must(await scene().planner.get<Minutes>(paths.meetingMinutes(meeting.id))).adjusters[0]?.letter ?? NONE,
      row: ['minutes_letter', 'state', 'adjuster_id', sent.adjusters[0]?.id ?? ''],
      about: { kind: 'minutes', id: meeting.id, page: pages.minutes(meeting.id) },
    };
  };

  const needs =
    (isAnonymous: boolean) =>
    async (email: string): Promise<WaitingLetter> => {
      const { inventory } = await openInventory(scene().app, scene().planner, {
        countyId: scene().app.countyId,
        planId: scene().plan.planId,
        slug: scene().plan.slug,
        members: [{ name: 'Maja Medlem', organisationId: scene().organisation.id, email }],
        isAnonymous,
        name: `Behov ${count}`,
      });
      return {
        told: async () => {
          const path = paths.needsInvitations(inventory.id);
          const [first] = must(await scene().planner.get<NeedsInvitationList>(path)).items;
          return { state: first?.letterState ?? '', reason: first?.letterError ?? '' };
        },
        row: ['needs_invitation', 'letter_state', 'inventory_id', inventory.id],
        about: { kind: 'needs', id: inventory.id, page: pages.needsInventory(inventory.id) },
      };
    };

  const invitation = async (email: string): Promise<WaitingLetter> => {
    const roles = [role('reader')];
    const { id } = must(
      await scene().planner.post<CountyPerson>(paths.people(), { email, name: 'Maja Medlem', roles }),
    );
    return {
      told: async () => {
        const { invitation: found } = must(await scene().planner.get<CountyPerson>(paths.person(id)));
        return { state: found?.letter ?? '', reason: found?.letterError ?? '' };
      },
      row: ['invitation', 'letter', 'person_id', id],
      about: { kind: 'invitation', id, page: pages.person(id) },
    };
  };

  // Each has a group, and a year, of its own.
  const counted =
    (make: MakeLetter): MakeLetter =>
    (email) => {
      count += 1;
      return make(email);
    };
  const kinds: Readonly<Record<string, MakeLetter>> = {
    'a calling': calling,
    'a digest': digest,
    'minutes to adjust': minutes,
    'a needs inventory': needs(false),
    'an anonymous needs inventory': needs(true),
    'an invitation': invitation,
  };
  return Object.fromEntries(Object.entries(kinds).map(([name, make]) => [name, counted(make)]));
}
