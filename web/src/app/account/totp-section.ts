import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Account, TotpSetup } from '@samhandling/contracts';
import { Button, formatDay, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { Messages } from '../core/messages.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { focusWithin } from '../session/focus-within.ts';
import { RecoveryCodesView } from './recovery-codes.ts';
import { TotpConfirm } from './totp-confirm.ts';
import { TotpPassword } from './totp-password.ts';

/** `resting`: on or off. `turning_on`: the password is asked for. `confirming`: the square is shown. `codes`: shown once. */
type Face = 'resting' | 'turning_on' | 'confirming' | 'codes' | 'turning_off';

/** A second step after the password: a code from an app. */
@Component({
  selector: 'sam-totp-section',
  imports: [Button, Callout, RecoveryCodesView, TotpConfirm, TotpPassword],
  template: `
    <h2 i18n="@@account.totp.heading">Tvåstegsinloggning</h2>
    <div class="sam-stack">
      @if (face() !== 'codes') {
        <p>{{ state() }}</p>
      }
      @switch (face()) {
        @case ('resting') {
          @if (account().totp; as totp) {
            @if (totp.recoveryCodesLeft <= 2) {
              <sam-callout kind="warning" [heading]="labels.few">
                <p i18n="@@account.totp.fewText">
                  Slå av tvåstegsinloggningen och på den igen, så får du nya. Utan app och koder kommer du inte in.
                </p>
              </sam-callout>
            }
            <button samButton type="button" class="opener" (click)="turn('turning_off')" i18n="@@account.totp.off">
              Slå av tvåstegsinloggning
            </button>
          } @else if (account().password) {
            <button samButton type="button" class="opener" (click)="turn('turning_on')" i18n="@@account.totp.on">
              Slå på tvåstegsinloggning
            </button>
          }
        }
        @case ('turning_on') {
          <sam-totp-password [email]="account().email" (started)="confirm($event)" (cancelled)="turn('resting')" />
        }
        @case ('confirming') {
          @if (setup(); as setup) {
            <sam-totp-confirm [setup]="setup" (confirmed)="show($event)" (cancelled)="turn('resting')" />
          }
        }
        @case ('codes') {
          <sam-recovery-codes [codes]="codes()" (done)="finish()" />
        }
        @case ('turning_off') {
          <sam-totp-password removing [email]="account().email" (removed)="off()" (cancelled)="turn('resting')" />
        }
      }
    </div>
  `,
})
export class TotpSection {
  readonly account = input.required<Account>();
  readonly changed = output<void>();

  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly moveTo = focusWithin();
  protected readonly face = signal<Face>('resting');
  protected readonly setup = signal<TotpSetup | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly labels = { few: $localize`:@@account.totp.few:Dina återställningskoder är snart slut` };
  protected readonly state = computed(() => {
    const { totp, password } = this.account();
    if (totp) {
      const since = formatDay(totp.since, this.locale);
      return $localize`:@@account.totp.isOn:Påslagen sedan ${since}:day:. Oanvända återställningskoder: ${totp.recoveryCodesLeft}:count:.`;
    }
    return password
      ? $localize`:@@account.totp.isOff:Avslagen. När den är på skriver du också en kod från en app i telefonen när du loggar in, så att ett lösenord på avvägar inte räcker.`
      : $localize`:@@account.totp.byProvider:Din organisation sköter inloggningen, och det andra steget med den.`;
  });

  constructor() {
    // The codes are never shown again: leaving before they are saved is asked about.
    inject(UnsavedChanges).watch(() => this.face() === 'codes');
  }

  protected turn(face: Face): void {
    this.face.set(face);
    this.moveTo(face === 'resting' ? '.opener' : 'input:not([hidden])');
  }

  protected confirm(setup: TotpSetup): void {
    this.setup.set(setup);
    this.turn('confirming');
  }

  protected show(codes: readonly string[]): void {
    this.setup.set(null);
    this.codes.set(codes);
    this.face.set('codes');
    this.moveTo('h3');
  }

  protected finish(): void {
    this.codes.set([]);
    this.face.set('resting');
    this.moveTo('h2');
    this.messages.say($localize`:@@account.totp.turnedOn:Tvåstegsinloggning är påslagen`);
    this.changed.emit();
  }

  protected off(): void {
    this.face.set('resting');
    this.moveTo('h2');
    this.messages.say($localize`:@@account.totp.turnedOff:Tvåstegsinloggning är avslagen`);
    this.changed.emit();
  }
}
