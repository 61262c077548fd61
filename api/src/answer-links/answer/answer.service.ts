import { Injectable } from '@nestjs/common';
import type {
  AnswerLinkUse,
  AnswerReceipt,
  AnswerSheet,
  FollowUpPage,
  FollowUpTransitionRequest,
  Id,
  PutOutcomeAnswer,
  PutOutcomeRequest,
  UpdateFollowUpRequest,
} from '@samhandling/contracts';
import { FollowUpsService } from '../../follow-up/follow-ups/follow-ups.service.ts';
import { OutcomeEntryService } from '../../outcomes/outcome-entry.service.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, ProblemException } from '../../platform/http/problem-exception.ts';
import type { Request } from 'express';
import type { FoundLink } from '../answer-links.repository.ts';
import { AnswerLinksRepository } from '../answer-links.repository.ts';
import { AnswerDoorService } from './answer-door.service.ts';
import { AnswerRepository } from './answer.repository.ts';
import { linkOf, type LinkRequest } from './by-answer-link.ts';

export interface OpenedSheet {
  readonly sheet: AnswerSheet;
  readonly cookie: string;
}

/**
 * Answering by means of a link. The rules of an answer and of a value are those of a signed-in reporter, in their own
 * services; what is added here is that nothing but the link's own items can be reached, and that each use is logged.
 */
@Injectable()
export class AnswerService {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly links: AnswerLinksRepository,
    private readonly door: AnswerDoorService,
    private readonly followUps: FollowUpsService,
    private readonly outcomes: OutcomeEntryService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Opening is logged by the door; the sheet comes along, so that a phone on a slow line asks once. */
  async open(token: string, request: Request): Promise<OpenedSheet> {
    const { link, cookie } = await this.door.open(token, request);
    return { sheet: await this.uow.read(() => this.sheetOf(link)), cookie };
  }

  getSheet(request: LinkRequest): Promise<AnswerSheet> {
    return this.within(request, 'read', (link) => this.sheetOf(link));
  }

  update(request: LinkRequest, id: Id, version: number, changes: UpdateFollowUpRequest): Promise<FollowUpPage> {
    return this.within(request, 'save', async (link) => {
      await this.checkItem(link, id);
      return withoutOthers(await this.followUps.update(id, version, changes));
    });
  }

  transition(request: LinkRequest, id: Id, version: number, step: FollowUpTransitionRequest): Promise<FollowUpPage> {
    return this.within(request, step.transition === 'submit' ? 'submit' : 'save', async (link) => {
      await this.checkItem(link, id);
      return withoutOthers(await this.followUps.transition(id, version, step));
    });
  }

  updateOutcome(
    request: LinkRequest,
    indicatorId: Id,
    version: number,
    value: PutOutcomeRequest,
  ): Promise<PutOutcomeAnswer> {
    return this.within(request, 'value', async (link) => {
      if (!(await this.answers.ownsIndicator(link, indicatorId))) throw notFound();
      return this.outcomes.updateOne(link.roundId, indicatorId, version, value);
    });
  }

  /** Says that the person is done for now. The link stays open, so that one can come back and mend while the round takes answers. */
  finish(request: LinkRequest): Promise<AnswerReceipt> {
    return this.within(request, 'finish', async (link) => {
      const now = this.clock.now();
      await this.links.finish(link.id, now);
      const lines = await this.answers.findLines(link);
      const isIn = ({ state }: (typeof lines)[number]): boolean => state === 'submitted' || state === 'accepted';
      const shown = ({ reference, text }: (typeof lines)[number]) => ({ reference, text });
      return {
        at: now.toISOString(),
        answered: lines.filter(isIn).map(shown),
        left: lines.filter((line) => !isIn(line)).map(shown),
        values: await this.answers.countValues(link),
      };
    });
  }

  /** The use is logged with the change; a refused one by itself, since the change is undone. */
  private async within<Result>(
    request: LinkRequest,
    action: AnswerLinkUse['action'],
    body: (link: FoundLink) => Promise<Result>,
  ): Promise<Result> {
    const link = linkOf(request);
    try {
      return await this.uow.run(async () => {
        const result = await body(link);
        await this.door.log(link, action, request);
        return result;
      });
    } catch (fault) {
      if (fault instanceof ProblemException) await this.door.refuseAndKeep(link, request, fault.code);
      throw fault;
    }
  }

  private async checkItem(link: FoundLink, id: Id): Promise<void> {
    if (!(await this.answers.owns(link, id))) throw notFound();
  }

  private async sheetOf(link: FoundLink): Promise<AnswerSheet> {
    const frame = await this.answers.findFrame(link);
    if (!frame) throw notFound();
    const { itemIds, ...sheet } = frame;
    const items: FollowUpPage[] = [];
    // One after the other: they share the connection of the unit of work.
    for (const id of itemIds) items.push(withoutOthers(await this.followUps.get(id)));
    return {
      ...sheet,
      expiresAt: new Date(link.expiresAt).toISOString(),
      finishedAt: link.finishedAt === null ? null : new Date(link.finishedAt).toISOString(),
      csrfToken: link.csrfToken ?? '',
      items: items.map((item, index) => ({
        ...item,
        neighbours: { previous: itemIds[index - 1] ?? null, next: itemIds[index + 1] ?? null },
      })),
    };
  }
}

/** What the form by a link has no use for, and therefore does not get: colleagues, others' answers, and what groups have decided. */
function withoutOthers(page: FollowUpPage): FollowUpPage {
  return {
    ...page,
    reporters: [],
    attention: [],
    responses: { ...page.responses, mayRespondFor: [] },
    neighbours: { previous: null, next: null },
  };
}
