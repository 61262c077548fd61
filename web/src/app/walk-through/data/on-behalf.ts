import { Injectable, inject, signal } from '@angular/core';
import type { Id, PersonRef } from '@samhandling/contracts';
import { Session } from '../../core/session.ts';

/** Whom a judgement is written for: only a planner writes for somebody else. Provided by the page. */
@Injectable()
export class OnBehalf {
  private readonly session = inject(Session);
  /** Undefined until somebody chooses, and then the reporter's. */
  readonly chosen = signal<Id | null | undefined>(undefined);

  /** Null: for oneself. */
  of(reporter: PersonRef | null): Id | null {
    if (!this.isAllowed()) return null;
    const chosen = this.chosen();
    return chosen === undefined ? (reporter && !this.isMe(reporter.id) ? reporter.id : null) : chosen;
  }

  isAllowed(): boolean {
    return this.session.may('follow_up.answer_any');
  }

  isMe(personId: Id): boolean {
    return this.session.current()?.person.id === personId;
  }
}
