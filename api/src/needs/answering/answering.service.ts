import { Injectable } from '@nestjs/common';
import type { NeedsAnswerSaved, NeedsAnswerSheet } from '@samhandling/contracts';
import { answerProblems, type NeedsAnswerValue } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { hashOf } from '../../platform/crypto/secrets.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { browserName } from '../../platform/http/browser-name.ts';
import { invalid, notFound, stale, ProblemException } from '../../platform/http/problem-exception.ts';
import { InvitationsRepository } from '../invitations/invitations.repository.ts';
import { closedInventory, expiredNeedsLink, revokedNeedsLink } from '../invitations/link-words.ts';
import { AnonymousAnswersRepository } from './anonymous-answers.repository.ts';
import { AnsweringRepository, type StoredSheet } from './answering.repository.ts';
import { givenAnswers, keptAnswers, type KeptAnswer, type StoredAnswer } from './answers.ts';
import { needsLinkOf, type NeedsLink, type NeedsLinkRequest } from './by-needs-link.ts';

/**
 * Answering by the link of a letter. Who has answered is noted, in the log too; what an anonymous one says is written where
 * nothing leads back, and never in the log.
 */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly answering: AnsweringRepository,
    private readonly anonymous: AnonymousAnswersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  getSheet(request: NeedsLinkRequest): Promise<NeedsAnswerSheet> {
    return this.within(request, 'open', async (link, sheet) => {
      await this.answering.noteOpened(link.id, this.clock.now());
      const answer = await this.findAnswer(link, sheet);
      return {
        county: sheet.county,
        plan: sheet.plan,
        group: sheet.group,
        title: sheet.title,
        intro: sheet.intro,
        year: sheet.year,
        due: sheet.due,
        isAnonymous: sheet.isAnonymous,
        name: sheet.name,
        organisation: sheet.organisation,
        questions: sheet.questions,
        goals: sheet.goals,
        ...savedOf(answer),
      };
    });
  }

  /** The whole sheet as it is now. 412 with the answer as stored when somebody saved since, as in another window. */
  save(request: NeedsLinkRequest, version: number, values: readonly NeedsAnswerValue[]): Promise<NeedsAnswerSaved> {
    return this.within(request, 'save', async (link, sheet) => {
      const problems = answerProblems(
        sheet.questions,
        sheet.goals.map(({ id }) => id),
        values,
      );
      if (problems.length > 0)
        throw invalid(problems.map(({ index, code, reason }) => ({ pointer: `/answers/${index}`, code, reason })));
      await this.anonymous.takeTurn(sheet.inventoryId);
      const before = await this.findAnswer(link, sheet);
      if ((before?.version ?? 0) !== version) throw stale(savedOf(before));
      const answers = keptAnswers(values, before?.answers ?? []);
      if (!(await this.put(link, sheet, version, answers))) throw stale(savedOf(await this.findAnswer(link, sheet)));
      await this.record(link, sheet, before?.answers ?? [], answers);
      return savedOf(await this.findAnswer(link, sheet));
    });
  }

  private findAnswer(link: NeedsLink, sheet: StoredSheet): Promise<StoredAnswer | null> {
    return sheet.isAnonymous ? this.anonymous.find(answerKey(link)) : this.answering.findNamed(link.id);
  }

  private async put(
    link: NeedsLink,
    { isAnonymous, inventoryId, kindGroup }: StoredSheet,
    version: number,
    answers: readonly KeptAnswer[],
  ): Promise<boolean> {
    if (!isAnonymous) return this.answering.putNamed(link.id, inventoryId, version, answers);
    if (version !== 0) return this.anonymous.update(inventoryId, answerKey(link), version, answers);
    await this.anonymous.create(inventoryId, answerKey(link), kindGroup, answers);
    return true;
  }

  /** Of an anonymous answer nothing but that it was given, once. */
  private async record(
    link: NeedsLink,
    { isAnonymous }: StoredSheet,
    before: readonly KeptAnswer[],
    after: readonly KeptAnswer[],
  ): Promise<void> {
    const isFirst = await this.answering.noteAnswered(link.id);
    if (isAnonymous && !isFirst) return;
    await this.audit.record({
      action: isFirst ? 'answer' : 'update',
      entity: 'needs_invitation',
      entityId: link.id,
      before: isAnonymous ? { hasAnswered: false } : { answers: givenAnswers(before) },
      after: isAnonymous ? { hasAnswered: true } : { answers: givenAnswers(after) },
    });
  }

  /** The use is logged with what was done; a refused one by itself, since the rest is undone. */
  private async within<Result>(
    request: NeedsLinkRequest,
    action: 'open' | 'save',
    body: (link: NeedsLink, sheet: StoredSheet) => Promise<Result>,
  ): Promise<Result> {
    const link = needsLinkOf(request);
    const scope = { countyId: link.countyId, personId: null };
    const browser = browserName(request.headers['user-agent']);
    const log = (as: 'open' | 'save' | 'refused', because = ''): Promise<void> =>
      this.invitations.addUse(link.id, this.clock.now(), as, browser, because);
    try {
      return await this.uow.run(async () => {
        await this.invitations.hold(link.id);
        const sheet = await this.answering.findSheet(link.id);
        if (!sheet) throw notFound();
        this.check(sheet);
        const result = await body(link, sheet);
        await log(action);
        return result;
      }, scope);
    } catch (fault) {
      if (fault instanceof ProblemException) await this.uow.run(() => log('refused', fault.code), scope);
      throw fault;
    }
  }

  private check({ isRevoked, state, due }: StoredSheet): void {
    if (isRevoked) throw revokedNeedsLink();
    if (state !== 'open') throw closedInventory();
    if (due < this.clock.today()) throw expiredNeedsLink();
  }
}

/** What an anonymous answer is found by. Made of the secret of the letter, which is stored nowhere; another hash than the link's. */
function answerKey({ token }: NeedsLink): Buffer {
  return hashOf(`anonymous answer ${token}`);
}

function savedOf(answer: StoredAnswer | null): NeedsAnswerSaved {
  return { answers: givenAnswers(answer?.answers ?? []), version: answer?.version ?? 0 };
}
