import { Injectable } from '@nestjs/common';
import type { CountyPeople, CountyPerson, Id, InvitePersonRequest, UpdatePersonRequest } from '@samhandling/contracts';
import {
  personActions,
  readAddress,
  roleChanges,
  roleKey,
  type HeldRole,
  type PersonAction,
} from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { InvitationsService } from './invitations/invitations.service.ts';
import { heldOf, PeopleRepository, type KnownPerson, type StoredPerson } from './people.repository.ts';
import { factsOf, readerOf, viewOf } from './person-view.ts';
import { roleAdded, roleRemoved } from './role-audit.ts';
import { RoleRules } from './role-rules.ts';

/** Who is in the county, as what, and letting more people in. Leaving and what comes after is `LeavingService`. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly rules: RoleRules,
    private readonly invitations: InvitationsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(): Promise<CountyPeople> {
    return this.uow.read(async () => ({
      items: (await this.people.findList()).map((person) => this.view(person)),
      ...(await this.people.findPlaces()),
    }));
  }

  get(id: Id): Promise<CountyPerson> {
    return this.uow.read(async () => this.view(await this.load(id)));
  }

  /** Adds somebody, known to the installation or not, and sends the letter, all or nothing. */
  invite({ email, name, roles, letterLocale }: InvitePersonRequest): Promise<CountyPerson> {
    return this.uow.run(async () => {
      const address = readAddress(email);
      if (address === null) throw noAddress();
      await this.rules.check(roles);
      const id = await this.findOrAdd(address, name.trim());
      if (letterLocale !== undefined) await this.people.setLetterLocale(id, letterLocale);
      const { added } = roleChanges([], roles);
      await this.people.addRoles(id, added);
      await this.audit.record(...added.map((held) => roleAdded(id, held)));
      await this.invitations.send(id);
      return this.view(await this.load(id));
    });
  }

  /** Another letter; the link of the one before opens nothing any more. */
  inviteAgain(id: Id): Promise<CountyPerson> {
    return this.uow.run(async () => {
      const person = await this.load(id);
      this.refuseUnless('invite', person, {
        sv: `${person.name} har redan kommit in och behöver ingen inbjudan.`,
        en: `${person.name} has come in already and needs no invitation.`,
      });
      await this.invitations.send(id);
      return this.view(await this.load(id));
    });
  }

  update(id: Id, version: number, patch: UpdatePersonRequest): Promise<CountyPerson> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (before.version !== version) throw stale(this.view(before));
      this.refuseUnless('edit', before, {
        sv: `${before.name} har slutat i länet. Välj Kommer tillbaka först.`,
        en: `${before.name} has left the county. Choose Comes back first.`,
      });
      if (patch.roles) await this.changeRoles(before, patch.roles);
      if (patch.name !== undefined) await this.rename(before, patch.name.trim());
      if (!(await this.people.touch(id, version))) throw stale(this.view(await this.load(id)));
      return this.view(await this.load(id));
    });
  }

  private async changeRoles(person: StoredPerson, wanted: readonly HeldRole[]): Promise<void> {
    const had = person.roles.map((shown) => ({ ...heldOf(shown), id: shown.id, isFromProvider: shown.isFromProvider }));
    // What a provider says is the provider's to change: it is neither added nor taken away here.
    const fixed = had.filter(({ isFromProvider }) => isFromProvider);
    const isFixed = (held: HeldRole): boolean => fixed.some((one) => roleKey(one) === roleKey(held));
    const asked = wanted.filter((held) => !isFixed(held));
    if (asked.length > 0 || fixed.length === 0) await this.rules.check(asked);
    const { added, removed } = roleChanges(
      had.filter(({ isFromProvider }) => !isFromProvider),
      asked,
    );
    if (removed.some(({ role }) => role === 'planner')) await this.rules.keepAPlanner(person.id);
    await this.people.removeRoles(removed.map(({ id }) => id));
    await this.people.addRoles(person.id, added);
    await this.audit.record(
      ...removed.map((held) => roleRemoved(person.id, held)),
      ...added.map((held) => roleAdded(person.id, held)),
    );
  }

  /** A name is the same wherever the person works, so only where that is here alone may a county change it. */
  private async rename(person: StoredPerson, name: string): Promise<void> {
    if (name === person.name) return;
    const { isOperator, isSelf } = readerOf(currentSession(), person.id);
    if (!isOperator && !isSelf && (await this.people.worksElsewhere(person.id)))
      throw refused({
        sv: `Namnet används på fler ställen än i länet. ${person.name} kan själv ändra det, eller en driftansvarig.`,
        en: `The name is used in more places than the county. ${person.name} can change it, or an operator.`,
      });
    await this.people.rename(person.id, name);
    await this.audit.record({
      action: 'update',
      entity: 'person',
      entityId: person.id,
      before: { name: person.name },
      after: { name },
    });
  }

  private async findOrAdd(address: string, name: string): Promise<Id> {
    const known = await this.people.findByAddress(address);
    if (known) return this.mayCome(known);
    const id = newId();
    if (!(await this.people.create(id, address, name))) {
      const other = await this.people.findByAddress(address);
      if (!other) throw new Error('An address is taken by nobody.');
      return this.mayCome(other);
    }
    await this.audit.record({ action: 'create', entity: 'person', entityId: id, after: { name, email: address } });
    return id;
  }

  private mayCome({ id, name, isActive, membership }: KnownPerson): Id {
    if (membership === 'here')
      throw new ProblemException(
        'duplicate',
        {
          sv: `${name} finns redan i länet. Ändra rollerna på personens sida.`,
          en: `${name} is in the county already. Change the roles on the person’s page.`,
        },
        [
          {
            pointer: '/email',
            code: 'here_already',
            reason: { sv: 'Adressen finns redan i länet.', en: 'The address is in the county already.' },
          },
        ],
      );
    if (membership === 'left')
      throw refused({
        sv: `${name} har arbetat i länet förut. Sök bland dem som har slutat och välj Kommer tillbaka.`,
        en: `${name} has worked in the county before. Look among those who have left and choose Comes back.`,
      });
    if (!isActive)
      throw refused({
        sv: 'Kontot med den adressen är avstängt i hela tjänsten. Vänd dig till den som är driftansvarig.',
        en: 'The account with that address is shut out of the whole service. Turn to the operator.',
      });
    return id;
  }

  private refuseUnless(action: PersonAction, person: StoredPerson, why: Parameters<typeof refused>[0]): void {
    const allowed = personActions(factsOf(person), readerOf(currentSession(), person.id));
    if (!allowed.includes(action)) throw refused(why);
  }

  private view(person: StoredPerson): CountyPerson {
    return viewOf(person, currentSession(), this.clock.now());
  }

  private async load(id: Id): Promise<StoredPerson> {
    const person = await this.people.find(id);
    if (!person || person.isRemoved) throw noPerson();
    return person;
  }
}

export function noPerson(): ProblemException {
  return notFound({
    sv: 'Personen finns inte i länet, eller så har du inte tillgång till uppgifterna.',
    en: 'The person is not in the county, or you have no access to what is known of them.',
  });
}

function noAddress(): ProblemException {
  return invalid([
    {
      pointer: '/email',
      code: 'address',
      reason: {
        sv: 'Skriv en e-postadress, till exempel anna@example.se.',
        en: 'Write an e-mail address, for example anna@example.se.',
      },
    },
  ]);
}
