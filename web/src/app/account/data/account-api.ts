import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  type Account,
  type ConfirmTotpRequest,
  type Id,
  type PutLetterLocaleRequest,
  type PutPasswordRequest,
  type RecoveryCodes,
  type RemoveTotpRequest,
  type StartTotpRequest,
  type TotpSetup,
  paths,
} from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

/** The signed-in person's own sign-in. */
@Injectable()
export class AccountApi {
  private readonly http = inject(HttpClient);

  account(): HttpResourceRef<Account | undefined> {
    return httpResource<Account>(() => paths.account());
  }

  putPassword(request: PutPasswordRequest): Promise<unknown> {
    return firstValueFrom(this.http.put(paths.accountPassword(), request));
  }

  putLetterLocale(locale: Locale): Promise<unknown> {
    return firstValueFrom(this.http.put(paths.accountLetterLocale(), { locale } satisfies PutLetterLocaleRequest));
  }

  startTotp(request: StartTotpRequest): Promise<TotpSetup> {
    return firstValueFrom(this.http.post<TotpSetup>(paths.accountTotp(), request));
  }

  confirmTotp(request: ConfirmTotpRequest): Promise<RecoveryCodes> {
    return firstValueFrom(this.http.post<RecoveryCodes>(paths.accountTotpConfirm(), request));
  }

  removeTotp(request: RemoveTotpRequest): Promise<unknown> {
    return firstValueFrom(this.http.post(paths.accountTotpRemove(), request));
  }

  revokeSession(id: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(paths.accountSession(id)));
  }

  revokeOtherSessions(): Promise<unknown> {
    return firstValueFrom(this.http.post(paths.accountSessionsRevokeOthers(), {}));
  }
}
