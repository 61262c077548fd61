import { DOCUMENT, Service, inject } from '@angular/core';
import { Session } from './session.ts';

/** A text as typed, kept in this browser until it is saved on the server. */
export interface Draft<Value> {
  readonly value: Value;
  /** ISO instant. */
  readonly savedAt: string;
}

const PREFIX = 'sam.draft:';
/** Drafts nobody came back to. Long enough for a summer holiday. */
const KEPT_DAYS = 60;

/**
 * Local drafts, by person and resource ("follow-up/018f…"). They survive a lost session, a crashed browser and a failed
 * save; another person on the same computer never sees them. Discard after the server has the text.
 */
@Service()
export class DraftStore {
  private readonly storage = this.open();
  private readonly session = inject(Session);
  /** Kept when the session is lost: what is typed then still belongs to the same person. */
  private person = '';

  constructor() {
    this.dropOld();
  }

  /** False when the browser refused (full or shut off): the page should then not promise that the text is safe. */
  keep(resource: string, value: unknown, now = new Date()): boolean {
    const draft: Draft<unknown> = { value, savedAt: now.toISOString() };
    try {
      this.storage?.setItem(this.key(resource), JSON.stringify(draft));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** `accepts` checks the shape: an older version of the page may have written something else. */
  read<Value>(resource: string, accepts: (value: unknown) => value is Value): Draft<Value> | null {
    const draft = parseDraft(this.storage?.getItem(this.key(resource)) ?? null);
    return draft && accepts(draft.value) ? { value: draft.value, savedAt: draft.savedAt } : null;
  }

  /** All that this person has kept under a beginning of a resource's name ("walk-through/"). */
  list<Value>(beginning: string, accepts: (value: unknown) => value is Value): Value[] {
    const start = this.key(beginning);
    return Object.keys(this.storage ?? {})
      .filter((key) => key.startsWith(start))
      .flatMap((key) => {
        const draft = parseDraft(this.storage?.getItem(key) ?? null);
        return draft && accepts(draft.value) ? [draft.value] : [];
      });
  }

  discard(resource: string): void {
    this.storage?.removeItem(this.key(resource));
  }

  private key(resource: string): string {
    return `${PREFIX}${this.owner()}:${resource}`;
  }

  /** Whose drafts these are. A page without a session says so itself. */
  protected owner(): string {
    this.person = this.session.current()?.person.id ?? this.person;
    return this.person;
  }

  private dropOld(): void {
    const oldest = Date.now() - KEPT_DAYS * 86_400_000;
    for (const key of Object.keys(this.storage ?? {})) {
      if (!key.startsWith(PREFIX)) continue;
      const draft = parseDraft(this.storage?.getItem(key) ?? null);
      if (!draft || Date.parse(draft.savedAt) < oldest) this.storage?.removeItem(key);
    }
  }

  private open(): Storage | null {
    try {
      return inject(DOCUMENT).defaultView?.localStorage ?? null;
    } catch {
      return null;
    }
  }
}

function parseDraft(text: string | null): Draft<unknown> | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('value' in read) || !('savedAt' in read)) return null;
    return typeof read.savedAt === 'string' ? { value: read.value, savedAt: read.savedAt } : null;
  } catch {
    return null;
  }
}
