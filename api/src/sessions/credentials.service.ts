import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import { passwordFault, PASSWORD_FAULT_WORDS, type Locale } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, ProblemException } from '../platform/http/problem-exception.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { AccessLogService } from './access-log.service.ts';
import { CredentialsRepository, type OwnPerson, type SignInCandidate } from './credentials.repository.ts';
import { hashPassword, needsRehash, passwordMatches } from './passwords.ts';
import { TriesService } from './tries.service.ts';

const NOBODY = { countyId: null, personId: null };

/** Passwords: trying one, and setting one. Nothing else in the API sees a hash. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly tries: TriesService,
    private readonly log: AccessLogService,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Who the address and the password belong to. An unknown address and a wrong password are one and the same answer, after
   * the same work. The try is counted; whoever is let in has it forgotten.
   */
  async check(email: string, password: string, visitor: Visitor): Promise<SignInCandidate> {
    const candidate = await this.uow.run(async () => {
      await this.tries.take('account', email);
      await this.tries.take('network', visitor.address);
      return this.credentials.findCandidate(email);
    }, NOBODY);
    const matches = await passwordMatches(candidate?.passwordHash ?? null, password);
    if (candidate && matches) return candidate;
    await this.log.note('refused', candidate?.id ?? null, { reason: 'wrong_password' }, visitor.browser);
    throw new ProblemException('wrong_sign_in', {
      sv: 'Kontrollera båda och försök igen.',
      en: 'Check both and try again.',
    });
  }

  /** The person of the session says the password again before something that matters. */
  async confirm(person: OwnPerson, password: string, pointer: string, visitor: Visitor): Promise<void> {
    try {
      await this.check(person.email, password, visitor);
    } catch (fault) {
      if (!(fault instanceof ProblemException) || fault.code !== 'wrong_sign_in') throw fault;
      const reason = { sv: 'Lösenordet stämmer inte.', en: 'The password is wrong.' };
      throw invalid([{ pointer, code: 'wrong_password', reason }]);
    }
    await this.uow.run(() => this.settle(person.email, visitor), NOBODY);
  }

  /** The try was a good one. In a unit of work. */
  async settle(email: string, visitor: Visitor): Promise<void> {
    await this.tries.forget('account', email);
    await this.tries.giveBack('network', visitor.address);
  }

  /** The person of the unit of work. */
  async getSelf(): Promise<OwnPerson> {
    const person = await this.credentials.findSelf();
    if (!person) throw new Error('A person in a session is a person.');
    return person;
  }

  /** In which language the person of the unit of work gets letters. */
  setLetterLocale(locale: Locale): Promise<void> {
    return this.credentials.putLetterLocale(locale);
  }

  /**
   * Sets the password of somebody who has shown who they are, in a transaction of that person.
   *
   * @throws ProblemException `invalid` at `/password` with what the password lacks.
   */
  async set(
    person: { readonly id: Id; readonly name: string; readonly email: string },
    password: string,
  ): Promise<void> {
    refuseWeak(person, password);
    const passwordHash = await hashPassword(password);
    await this.uow.run(() => this.credentials.put(passwordHash), { countyId: null, personId: person.id });
  }

  /** In a unit of work of the person. */
  async keepCurrent({ passwordHash }: SignInCandidate, password: string): Promise<void> {
    if (passwordHash === null || !needsRehash(passwordHash)) return;
    await this.credentials.rehash(passwordHash, await hashPassword(password));
  }
}

function refuseWeak(person: { readonly name: string; readonly email: string }, password: string): void {
  const fault = passwordFault(password, person);
  if (fault) throw invalid([{ pointer: '/password', code: fault, reason: PASSWORD_FAULT_WORDS[fault] }]);
}
