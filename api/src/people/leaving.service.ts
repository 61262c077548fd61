import { Injectable } from '@nestjs/common';
import type { CountyPerson, Id, PersonTransition, PersonTransitionRequest } from '@samhandling/contracts';
import { personActions, type Label } from '@samhandling/domain';
import { AnswerLinksService } from '../answer-links/answer-links.service.ts';
import { FeedsService } from '../calendar/feeds/feeds.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notAllowed, refused, stale, type FieldProblem } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { InvitationsService } from './invitations/invitations.service.ts';
import { LeavingRepository } from './leaving.repository.ts';
import { heldOf, PeopleRepository, type StoredPerson } from './people.repository.ts';
import { noPerson } from './people.service.ts';
import { factsOf, readerOf, viewOf } from './person-view.ts';
import { roleAdded, roleRemoved } from './role-audit.ts';
import { RoleRules } from './role-rules.ts';

type Change = (person: StoredPerson, version: number, request: PersonTransitionRequest) => Promise<void>;

/** A person leaves, comes back, is shut out, or is forgotten. What they have done stands where it was done, untouched. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly leaving: LeavingRepository,
    private readonly rules: RoleRules,
    private readonly invitations: InvitationsService,
    private readonly links: AnswerLinksService,
    private readonly feeds: FeedsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  change(id: Id, version: number, request: PersonTransitionRequest): Promise<CountyPerson> {
    return this.uow.run(async () => {
      const person = await this.people.find(id);
      if (!person || person.isRemoved) throw noPerson();
      if (person.version !== version) throw stale(this.view(person));
      this.check(person, request.transition);
      await this.changes[request.transition](person, version, request);
      const after = await this.people.find(id);
      if (!after) throw noPerson();
      return this.view(after);
    });
  }

  private readonly changes: Readonly<Record<PersonTransition, Change>> = {
    leave: (person, version) => this.leave(person, version),
    return: (person, version) => this.comeBack(person, version),
    remove: (person, _version, request) => this.remove(person, request),
    deactivate: (person, version) => this.setActive(person, version, false),
    activate: (person, version) => this.setActive(person, version, true),
  };

  /** Roles are remembered and taken away; whatever could still open something for the person opens nothing any more. */
  private async leave(person: StoredPerson, version: number): Promise<void> {
    const roles = person.roles.map(heldOf);
    if (roles.some(({ role }) => role === 'planner')) await this.rules.keepAPlanner(person.id);
    await this.leaving.endSessions(person.id);
    await this.people.removeRoles(person.roles.map(({ id }) => id));
    // What a provider gave it gives again, if it still says so when the person is back.
    const kept = person.roles.filter(({ isFromProvider }) => !isFromProvider).map(heldOf);
    if (!(await this.leaving.leave(person.id, version, kept, this.clock.now()))) await this.throwStale(person.id);
    await this.links.revokeAllOf(person.id, 'Personen har slutat i länet.');
    await this.feeds.endAllOf(person.id, 'left');
    await this.invitations.end(person.id, 'left');
    await this.audit.record(...roles.map((held) => roleRemoved(person.id, held)), {
      action: 'leave',
      entity: 'person',
      entityId: person.id,
      before: { hasLeft: false },
      after: { hasLeft: true },
    });
  }

  /** With the roles there were, but for those whose organisation is gone. */
  private async comeBack(person: StoredPerson, version: number): Promise<void> {
    const roles = person.formerRoles.map(heldOf);
    if (!(await this.leaving.comeBack(person.id, version))) await this.throwStale(person.id);
    await this.people.addRoles(person.id, roles);
    await this.audit.record(...roles.map((held) => roleAdded(person.id, held)), {
      action: 'return',
      entity: 'person',
      entityId: person.id,
      before: { hasLeft: true },
      after: { hasLeft: false },
    });
  }

  /** Cannot be undone, so it wants a reason and the name. The record keeps that it was done, and why, but no name of it. */
  private async remove(
    person: StoredPerson,
    { reason = '', confirmName = '' }: PersonTransitionRequest,
  ): Promise<void> {
    const errors: FieldProblem[] = [];
    if (reason.trim() === '')
      errors.push(
        problem(
          '/reason',
          'missing',
          'Skriv varför, så att det går att förstå i efterhand.',
          'Write why, so that it can be understood afterwards.',
        ),
      );
    if (confirmName.trim() !== person.name)
      errors.push(
        problem(
          '/confirmName',
          'differs',
          `Skriv namnet som det står: ${person.name}.`,
          `Write the name as it stands: ${person.name}.`,
        ),
      );
    if (errors.length > 0) throw invalid(errors);
    const reach = await this.leaving.erase(person.id);
    if (reach === null) throw refused(CANNOT_REMOVE);
    await this.audit.record({
      action: 'remove',
      entity: 'person',
      entityId: person.id,
      after: { reason: reason.trim(), reach },
    });
  }

  private async setActive(person: StoredPerson, version: number, isActive: boolean): Promise<void> {
    if (!(await this.leaving.setActive(person.id, isActive))) throw refused(NOT_YOURSELF);
    if (!(await this.people.touch(person.id, version))) await this.throwStale(person.id);
    if (!isActive) await this.feeds.endAllOf(person.id, 'shut_out');
    await this.audit.record({
      action: isActive ? 'activate' : 'deactivate',
      entity: 'person',
      entityId: person.id,
      before: { isActive: !isActive },
      after: { isActive },
    });
  }

  private check(person: StoredPerson, transition: PersonTransition): void {
    const reader = readerOf(currentSession(), person.id);
    if ((transition === 'deactivate' || transition === 'activate') && !reader.isOperator)
      throw notAllowed('installation.manage');
    if (transition === 'remove' && person.isOperator) throw refused(CANNOT_REMOVE);
    if (!personActions(factsOf(person), reader).includes(transition)) throw refused(WHY_NOT[transition](person));
  }

  private async throwStale(id: Id): Promise<never> {
    const now = await this.people.find(id);
    if (!now) throw noPerson();
    throw stale(this.view(now));
  }

  private view(person: StoredPerson): CountyPerson {
    return viewOf(person, currentSession(), this.clock.now());
  }
}

const NOT_YOURSELF: Label = {
  sv: 'Du kan inte stänga av eller släppa in dig själv.',
  en: 'You cannot shut out or let in yourself.',
};
const CANNOT_REMOVE: Label = {
  sv: 'Uppgifterna går inte att ta bort: personen är driftansvarig eller så är det du själv.',
  en: 'It cannot be removed: the person is an operator, or it is yourself.',
};

const WHY_NOT: Readonly<Record<PersonTransition, (person: StoredPerson) => Label>> = {
  leave: ({ name }) => ({ sv: `${name} har redan slutat i länet.`, en: `${name} has left the county already.` }),
  return: ({ name }) => ({ sv: `${name} har inte slutat i länet.`, en: `${name} has not left the county.` }),
  remove: ({ leftAt, name }) =>
    leftAt === null
      ? {
          sv: `Uppgifterna går att ta bort när ${name} har slutat i länet.`,
          en: `It can be removed when ${name} has left the county.`,
        }
      : CANNOT_REMOVE,
  deactivate: ({ isActive }) =>
    isActive ? NOT_YOURSELF : { sv: 'Personen är redan avstängd.', en: 'The person is shut out already.' },
  activate: ({ isActive }) =>
    isActive ? { sv: 'Personen är inte avstängd.', en: 'The person is not shut out.' } : NOT_YOURSELF,
};

function problem(pointer: string, code: string, sv: string, en: string): FieldProblem {
  return { pointer, code, reason: { sv, en } };
}
