import { Injectable } from '@nestjs/common';
import type { Digest, DigestLetter, PutDigestTextRequest, UpdateDigestRequest } from '@samhandling/contracts';
import {
  addDays,
  DIGEST_GUARD_REASONS,
  DIGEST_WORKFLOW,
  isAllowed,
  type DigestGuard,
  type DigestState,
  type GuardAnswers,
  type Label,
} from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { offerTransitions, type Workflow } from '../platform/http/transitions.ts';
import { isOnItsWay } from '../platform/mail/letter-state.ts';
import { PapersService } from '../papers/papers.service.ts';
import { DigestFactsRepository } from './digest-facts.repository.ts';
import { readKey, textsOf } from './digest-texts.ts';
import { DigestsRepository, type StoredDigest, type StoredLetter } from './digests.repository.ts';

/** Half a year, where the group has not met before. Days. */
const HALF_YEAR = 182;

const NOT_REPORTED_TO: Label = {
  sv: 'Underlag görs för en samrådsgrupp, eller för en grupp som en annan grupp rapporterar till.',
  en: 'A digest is made for a consultation group, or for a group that another group reports to.',
};
const ALREADY_THERE: Label = { sv: 'Mötet har redan ett underlag.', en: 'The meeting already has a digest.' };
const IS_CANCELLED: Label = { sv: 'Mötet är inställt.', en: 'The meeting is cancelled.' };
export const IS_SENT: Label = {
  sv: 'Underlaget är skickat och ändras inte mer.',
  en: 'The digest has been sent and does not change.',
};
const BACKWARD: Label = { sv: 'Den sista dagen är före den första.', en: 'The last day is before the first.' };

export const DIGEST_FLOW: Workflow<DigestState, 'send', DigestGuard> = {
  table: DIGEST_WORKFLOW,
  labels: { send: { sv: 'Lås och skicka till gruppen', en: 'Freeze and send to the group' } },
  reasons: (guard) => [DIGEST_GUARD_REASONS[guard]],
};

/** The digest as it is read and written, until it is sent. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly digests: DigestsRepository,
    private readonly facts: DigestFactsRepository,
    private readonly papers: PapersService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(id: string): Promise<Digest> {
    return this.uow.read(async () => this.describe(await this.load(id)));
  }

  getOfMeeting(meetingId: string): Promise<Digest> {
    return this.uow.read(async () => {
      const stored = await this.digests.findOfMeeting(meetingId);
      if (!stored) throw notFound({ sv: 'Mötet har inget underlag än.', en: 'The meeting has no digest yet.' });
      return this.describe(stored);
    });
  }

  /** From the day after the group last met to the day of the meeting, or today if that is earlier. */
  create(meetingId: string): Promise<Digest> {
    return this.uow.run(async () => {
      const meeting = await this.digests.findMeeting(meetingId);
      if (!meeting) throw notFound();
      if (!meeting.isReportedTo) throw refused(NOT_REPORTED_TO);
      if (meeting.state === 'cancelled') throw refused(IS_CANCELLED);
      if (await this.digests.findOfMeeting(meetingId)) throw refused(ALREADY_THERE);
      const today = this.clock.today();
      const to = meeting.on < today ? meeting.on : today;
      const begins = meeting.sinceLast ?? addDays(to, -HALF_YEAR);
      const from = begins < to ? begins : addDays(to, -HALF_YEAR);
      const id = newId();
      await this.digests.create(id, meetingId, from, to);
      await this.audit.record({ action: 'create', entity: 'digest', entityId: id, after: { from, to } });
      return this.describe(await this.load(id));
    });
  }

  update(id: string, version: number, request: UpdateDigestRequest): Promise<Digest> {
    return this.uow.run(async () => {
      const stored = await this.load(id);
      if (stored.version !== version) throw stale(await this.describe(stored));
      refuseSent(stored);
      const before = { from: stored.from, to: stored.to };
      const after = { from: request.from ?? before.from, to: request.to ?? before.to };
      if (after.to < after.from) throw invalid([{ pointer: '/to', code: 'before_from', reason: BACKWARD }]);
      if (!(await this.digests.update(id, version, after.from, after.to)))
        throw stale(await this.describe(await this.load(id)));
      await this.audit.record({ action: 'update', entity: 'digest', entityId: id, before, after });
      return this.describe(await this.load(id));
    });
  }

  /** Writes over what the facts give in one place, or lets that stand again. `proposal` says what the writer had before them. */
  putText(id: string, key: string, version: number, { text, proposal }: PutDigestTextRequest): Promise<Digest> {
    return this.uow.run(async () => {
      const place = readKey(key);
      const stored = await this.load(id);
      if (!place || (place.goalId !== null && !(await this.digests.hasGoal(stored.plan.id, place.goalId))))
        throw notFound();
      refuseSent(stored);
      const before = stored.texts.find(({ goalId, section }) => goalId === place.goalId && section === place.section);
      if ((before?.version ?? 0) !== version) throw stale(await this.describe(stored));
      const done =
        text === null
          ? before === undefined || (await this.digests.deleteText(before.id, version))
          : before === undefined
            ? await this.digests.createText(newId(), id, place, text, proposal)
            : await this.digests.updateText(before.id, version, text, proposal);
      if (!done) throw stale(await this.describe(await this.load(id)));
      if (text !== (before?.text ?? null))
        await this.audit.record({
          action: 'update',
          entity: 'digest',
          entityId: id,
          before: { [place.section]: before?.text ?? null },
          after: { [place.section]: text },
        });
      return this.describe(await this.load(id));
    });
  }

  async load(id: string): Promise<StoredDigest> {
    const stored = await this.digests.find(id);
    if (!stored) throw notFound();
    return stored;
  }

  async describe(stored: StoredDigest): Promise<Digest> {
    const { locale } = requestContext();
    const { plan, meeting, members, texts: written, ...digest } = stored;
    const facts = await this.facts.findGoals(plan.id, stored.group.id, stored.from, stored.to);
    const texts = textsOf(facts, written, this.clock.today(), locale);
    const receivers = {
      withAddress: members.filter(({ email }) => email !== '').length,
      without: members.filter(({ email }) => email === '').map(({ name }) => name),
    };
    const mayManage = isAllowed(currentSession().roles, 'group.manage');
    const answers = guardsOf(stored, texts.clashes, mayManage);
    return {
      id: digest.id,
      version: digest.version,
      meeting: {
        id: meeting.id,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        title: meeting.title,
        state: meeting.state,
      },
      group: digest.group,
      plan,
      from: digest.from,
      to: digest.to,
      state: digest.state,
      ...texts,
      sentAt: digest.sentAt,
      sentBy: digest.sentBy,
      receivers,
      letters: digest.letters.map((letter) => toLetter(letter, mayManage)),
      transitions: offerTransitions(DIGEST_FLOW, digest.state, answers, ['may_manage'], locale),
      paper: await this.papers.findFrozen('digest', digest.id),
      mayEdit: mayManage && digest.state === 'draft',
      lockedReason: digest.state === 'sent' ? IS_SENT[locale] : '',
    };
  }
}

/** No letter on its way: the queue says by itself how that ends. */
export function toLetter({ hasAddress, ...letter }: StoredLetter, mayManage: boolean): DigestLetter {
  return { ...letter, mayMail: mayManage && hasAddress && !isOnItsWay(letter.state) };
}

export function guardsOf(
  { meeting, members }: StoredDigest,
  clashes: number,
  mayManage: boolean,
): GuardAnswers<DigestGuard> {
  return {
    may_manage: mayManage,
    meeting_is_on: meeting.state === 'planned' || meeting.state === 'called',
    has_receivers: members.some(({ email }) => email !== ''),
    nothing_clashes: clashes === 0,
  };
}

export function refuseSent({ state }: StoredDigest): void {
  if (state === 'sent') throw refused(IS_SENT);
}
