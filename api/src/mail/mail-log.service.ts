import { Injectable } from '@nestjs/common';
import type { Id, MailLog } from '@samhandling/contracts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { MailLogRepository } from './mail-log.repository.ts';
import { MailMessagesRepository } from './mail-messages.repository.ts';
import type { MailLogQueryDto } from './mail.dto.ts';
import { logWords } from './log-words.ts';

const PAGE_SIZE = 50;

@Injectable()
export class MailLogService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly log: MailLogRepository,
    private readonly messages: MailMessagesRepository,
    private readonly clock: Clock,
  ) {}

  get({ person, state, page = 1 }: MailLogQueryDto): Promise<MailLog> {
    const { locale } = requestContext();
    return this.uow.read(async () => {
      const { items, total } = await this.log.findPage({ person, state }, page, PAGE_SIZE);
      return {
        items: items.map(({ sentOn, openedOn, ...item }) => ({
          ...item,
          words: logWords({ ...item, sentOn, openedOn }, locale),
        })),
        total,
        page,
        pageSize: PAGE_SIZE,
      };
    });
  }

  /** By the one it was sent to, who came in through it. */
  markOpened(id: Id): Promise<void> {
    return this.uow.run(async () => {
      if (!(await this.messages.markOpened(id, this.clock.now()))) throw notFound();
    });
  }
}
