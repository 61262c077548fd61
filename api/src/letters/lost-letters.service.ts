import { Injectable } from '@nestjs/common';
import type { Id, LostLetterKind, LostLetters, SetAsideRequest, ToDoItem } from '@samhandling/contracts';
import { isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { refused } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { toLetterItem } from './lost-letters.mapper.ts';
import { LostLettersRepository, type LostFor } from './lost-letters.repository.ts';

const NOT_WAITING: Label = {
  sv: 'Breven väntar inte på dig längre: de är skickade igen, eller redan lagda åt sidan.',
  en: 'The letters do not wait for you any more: they are sent again, or set aside already.',
};

/** What the letters are recorded under, in the log. */
const ENTITIES: Readonly<Record<LostLetterKind, string>> = {
  calling: 'meeting',
  minutes: 'minutes',
  digest: 'digest',
  needs: 'needs_inventory',
  invitation: 'county_person',
};

/** Letters that did not arrive, of whatever kind, for whoever sent them. Each is sent again where it belongs. */
@Injectable()
export class LostLettersService {
  constructor(
    private readonly letters: LostLettersRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In a unit of work: what waits for the person asking. */
  async find(): Promise<readonly ToDoItem[]> {
    const { locale } = requestContext();
    return (await this.letters.find(askedBy())).map((lost) => toLetterItem(lost, locale));
  }

  /** Only of what waits for the person, or was set aside by or for them; another letter about the same goes on waiting. */
  setAside(kind: LostLetterKind, id: Id, { letterIds, isSetAside }: SetAsideRequest): Promise<LostLetters> {
    return this.uow.run(async () => {
      const found = (await this.letters.find(askedBy(), !isSetAside)).find(
        (lost) => lost.kind === kind && lost.id === id,
      );
      const letters = found?.letters.filter((letter) => letterIds.includes(letter.id)) ?? [];
      if (letters.length === 0) throw refused(NOT_WAITING);
      const ids = letters.map((letter) => letter.id);
      await this.letters.setAside(kind, id, ids, isSetAside ? this.clock.now() : null);
      await this.audit.record({
        action: isSetAside ? 'set_letter_aside' : 'take_up_letter',
        entity: ENTITIES[kind],
        entityId: id,
        after: { letters: letters.map(({ to }) => to).join(', ') },
      });
      return { kind, id, letterIds: ids };
    });
  }
}

/** A letter whose sender is not here any more, or is not known, waits for every planner. */
function askedBy(): LostFor {
  const { personId, roles } = currentSession();
  return { personId, alsoNobodys: isAllowed(roles, 'group.manage') };
}
