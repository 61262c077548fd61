import type { AccountEventKind, AccountSession } from '@samhandling/contracts';

export const EVENT_WORDS: Readonly<Record<AccountEventKind, string>> = {
  signed_in: $localize`:@@account.event.signedIn:Inloggning`,
  refused: $localize`:@@account.event.refused:Nekad inloggning`,
  signed_out: $localize`:@@account.event.signedOut:Utloggning`,
  session_revoked: $localize`:@@account.event.revoked:Inloggning avslutad`,
  reset_asked: $localize`:@@account.event.resetAsked:Nytt lösenord begärt`,
  password_changed: $localize`:@@account.event.passwordChanged:Lösenordet bytt`,
  totp_on: $localize`:@@account.event.totpOn:Tvåstegsinloggning påslagen`,
  totp_off: $localize`:@@account.event.totpOff:Tvåstegsinloggning avslagen`,
  recovery_code_used: $localize`:@@account.event.recovery:Återställningskod använd`,
  identity_linked: $localize`:@@account.event.linked:Inloggning genom organisation kopplad`,
  invitation_accepted: $localize`:@@account.event.invitation:Inbjudan antagen`,
  operator_on: $localize`:@@account.event.operatorOn:Blev driftansvarig`,
  operator_off: $localize`:@@account.event.operatorOff:Är inte längre driftansvarig`,
  identity_unlinked: $localize`:@@account.event.unlinked:Inloggning genom organisation bortkopplad`,
  email_changed: $localize`:@@account.event.emailChanged:Adressen bytt`,
};

export const METHOD_WORDS: Readonly<Record<AccountSession['method'], string>> = {
  password: $localize`:@@account.method.password:med lösenord`,
  provider: $localize`:@@account.method.provider:genom organisationens inloggning`,
  break_glass: $localize`:@@account.method.breakGlass:som driftansvarig, med lösenord`,
};
