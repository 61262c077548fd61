import { Injectable } from '@nestjs/common';
import type { Id, RecoveryCodes, TotpSetup } from '@samhandling/contracts';
import { Secret, TOTP } from 'otpauth';
import { randomInt } from 'node:crypto';
import { renderSVG } from 'uqr';
import { Clock } from '../platform/clock/clock.ts';
import { hashOf } from '../platform/crypto/secrets.ts';
import { refused } from '../platform/http/problem-exception.ts';
import { SecondFactorRepository, type StoredFactor } from './second-factor.repository.ts';
import { TriesService } from './tries.service.ts';

const ISSUER = 'Samhandling';
const STEP_SECONDS = 30;
/** Clocks differ: the step before and the one after count too. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** No letters or digits that are taken for each other. Twelve of them are 59 bits, so a plain hash is enough. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export type CodeVerdict = 'not_wanted' | 'missing' | 'wrong' | 'right' | 'recovery';

/** Codes by an app (TOTP, RFC 6238) and the recovery codes beside. All of it in a unit of work of the person. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly tries: TriesService,
    private readonly clock: Clock,
  ) {}

  /** Null: not turned on. */
  async find(): Promise<StoredFactor | null> {
    const factor = await this.factors.find();
    return factor?.confirmedAt ? factor : null;
  }

  /** @throws ProblemException `too_many` when codes have been guessed at. */
  async check(personId: Id, code: string | undefined): Promise<CodeVerdict> {
    const factor = await this.find();
    if (!factor) return 'not_wanted';
    const typed = (code ?? '').toLowerCase().replace(/[\s-]/g, '');
    if (typed === '') return 'missing';
    await this.tries.take('code', personId);
    const verdict = await this.judge(factor, typed);
    if (verdict !== 'wrong') await this.tries.forget('code', personId);
    return verdict;
  }

  async start(email: string): Promise<TotpSetup> {
    const secret = new Secret({ size: SECRET_BYTES }).base32;
    if (!(await this.factors.start(secret)))
      throw refused({
        sv: 'Tvåstegsinloggning är redan påslagen. Stäng av den först, om du ska byta app.',
        en: 'Two-step sign-in is already on. Turn it off first, if you change to another app.',
      });
    const uri = totpOf(secret, email).toString();
    // The page's text colour, so that it shows in the dark too, would make it unreadable to some phones: black on white.
    return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri, svg: renderSVG(uri, { border: 4, ecc: 'M' }) };
  }

  /** Null: the code was wrong. From a right one on, codes are asked for. */
  async confirm(personId: Id, code: string): Promise<RecoveryCodes | null> {
    const factor = await this.factors.find();
    if (!factor || factor.confirmedAt)
      throw refused({
        sv: 'Börja om med att visa koden för appen.',
        en: 'Start over by showing the code for the app.',
      });
    await this.tries.take('code', personId);
    if (!(await this.useCode(factor, code.replace(/\s/g, '')))) return null;
    await this.tries.forget('code', personId);
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.factors.confirm(codes.map((each) => hashOf(each.replaceAll('-', ''))));
    return { codes };
  }

  remove(): Promise<void> {
    return this.factors.remove();
  }

  private async judge(factor: StoredFactor, typed: string): Promise<'wrong' | 'right' | 'recovery'> {
    if (/^\d{6}$/.test(typed)) return (await this.useCode(factor, typed)) ? 'right' : 'wrong';
    return (await this.factors.useRecoveryCode(hashOf(typed))) ? 'recovery' : 'wrong';
  }

  /** A code opens once: its step of the clock, and all before it, are used up. */
  private async useCode({ secret }: StoredFactor, code: string): Promise<boolean> {
    const timestamp = this.clock.now().getTime();
    const delta = /^\d{6}$/.test(code) ? totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW }) : null;
    if (delta === null) return false;
    return this.factors.useStep(TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta);
  }
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });
}

/** "h7kq-2mzc-9xtp" */
function newRecoveryCode(): string {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
