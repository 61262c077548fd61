import { HttpClient, HttpContext, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  type AnswerReceipt,
  type AnswerSheet,
  type FollowUpPage,
  type FollowUpTransitionRequest,
  type Id,
  type PutOutcomeAnswer,
  type PutOutcomeRequest,
  type UpdateFollowUpRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { ASKS_ABOUT_SESSION } from '../../core/session.ts';

/**
 * What a link lets somebody do. Its session is the browser's cookie and the token of the sheet; an account in the same browser
 * has nothing to do with it, so a refusal is never answered with a question to sign in.
 */
@Injectable()
export class AnswerApi {
  private readonly http = inject(HttpClient);
  private csrfToken = '';

  open(token: string): Promise<AnswerSheet> {
    return this.keep(firstValueFrom(this.http.post<AnswerSheet>(paths.answerOpen(), { token }, this.options())));
  }

  sheet(): Promise<AnswerSheet> {
    return this.keep(firstValueFrom(this.http.get<AnswerSheet>(paths.answer(), this.options())));
  }

  renew(token: string): Promise<unknown> {
    return firstValueFrom(this.http.post(paths.answerRenew(), { token }, this.options()));
  }

  finish(): Promise<AnswerReceipt> {
    return firstValueFrom(this.http.post<AnswerReceipt>(paths.answerFinish(), {}, this.options()));
  }

  update(id: Id, version: number, changes: UpdateFollowUpRequest): Promise<FollowUpPage> {
    return firstValueFrom(this.http.patch<FollowUpPage>(paths.answerFollowUp(id), changes, this.options(version)));
  }

  transition(id: Id, version: number, request: FollowUpTransitionRequest): Promise<FollowUpPage> {
    return firstValueFrom(
      this.http.post<FollowUpPage>(paths.answerFollowUpTransitions(id), request, this.options(version)),
    );
  }

  putOutcome(indicatorId: Id, version: number, request: PutOutcomeRequest): Promise<PutOutcomeAnswer> {
    return firstValueFrom(
      this.http.put<PutOutcomeAnswer>(paths.answerOutcome(indicatorId), request, this.options(version)),
    );
  }

  private async keep(answer: Promise<AnswerSheet>): Promise<AnswerSheet> {
    const sheet = await answer;
    this.csrfToken = sheet.csrfToken;
    return sheet;
  }

  private options(version?: number): { context: HttpContext; headers: HttpHeaders } {
    let headers = new HttpHeaders({ 'X-CSRF-Token': this.csrfToken });
    if (version !== undefined) headers = headers.set('If-Match', `"${String(version)}"`);
    return { context: new HttpContext().set(ASKS_ABOUT_SESSION, true), headers };
  }
}
