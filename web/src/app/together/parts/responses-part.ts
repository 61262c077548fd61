import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type {
  FollowUpPage,
  FollowUpResponse,
  FollowUpResponses,
  OrganisationRef,
  Problem,
} from '@samhandling/contracts';
import { RESPONSE_KIND_LABELS } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, formatInstant, injectLocale, injectSay } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { TogetherApi } from '../data/together-api.ts';

/** What the other responsible organisations say about the answer: who agrees, who adds, who has not said anything. */
@Component({
  selector: 'sam-responses-part',
  imports: [Autosize, Button, Field, Input, ProblemView],
  templateUrl: './responses-part.html',
  styleUrl: './responses-part.scss',
})
export class ResponsesPart {
  readonly page = input.required<FollowUpPage>();

  private readonly api = inject(TogetherApi);
  private readonly messages = inject(Messages);
  private readonly drafts = inject(DraftStore);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly responses = linkedSignal<FollowUpResponses>(() => this.page().responses);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** Id of the organisation that is writing an addition; null when none is. */
  protected readonly writing = signal<string | null>(null);
  protected readonly text = signal('');
  /** What the organisation has said already, before anything more is written. */
  private readonly stored = signal('');
  private readonly dirty = computed(() => this.writing() !== null && this.text() !== this.stored());
  protected readonly tried = signal(false);
  protected readonly labels = {
    add: $localize`:@@together.response.text:Vad ni vill lägga till`,
    missing: $localize`:@@together.response.missing:Skriv vad ni vill lägga till.`,
  };
  protected readonly isDraft = computed(() => {
    const { state } = this.page().followUp;
    return state === 'draft' || state === 'returned';
  });
  /** Those this person may speak for, with what they have said already. */
  protected readonly own = computed(() =>
    this.responses().mayRespondFor.map((organisation) => {
      const given = this.responses().given.find((one) => one.organisation.id === organisation.id) ?? null;
      // Once agreed there is nothing more to agree with, until the answer changes.
      return { organisation, given, mayAgree: given === null || given.kind !== 'agree' || given.isOutdated };
    }),
  );
  protected readonly waitingWords = computed(() => {
    const names = this.responses()
      .waitingFor.map(({ name }) => name)
      .join(', ');
    return this.isDraft()
      ? $localize`:@@together.response.later:När svaret är inlämnat kan de andra ansvariga instämma eller lägga till: ${names}:names:.`
      : $localize`:@@together.response.waiting:Har inte svarat än: ${names}:names:.`;
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
  }

  protected who(one: FollowUpResponse): string {
    return $localize`:@@together.response.who:${one.person.name}:name:, ${formatInstant(one.at, this.locale)}:when:`;
  }

  protected kind(one: FollowUpResponse): string {
    return this.say(RESPONSE_KIND_LABELS[one.kind]);
  }

  protected startAdding(organisation: OrganisationRef, given: FollowUpResponse | null): void {
    this.writing.set(organisation.id);
    this.stored.set(given?.text ?? '');
    this.text.set(this.drafts.read(this.draftOf(organisation.id), isText)?.value ?? this.stored());
    this.tried.set(false);
  }

  protected write(event: Event): void {
    const organisationId = this.writing();
    if (!(event.target instanceof HTMLTextAreaElement) || organisationId === null) return;
    this.text.set(event.target.value);
    if (this.dirty()) this.drafts.keep(this.draftOf(organisationId), this.text());
    else this.drafts.discard(this.draftOf(organisationId));
  }

  /** By choice: what was written is not wanted. */
  protected cancel(): void {
    const organisationId = this.writing();
    if (organisationId !== null) this.drafts.discard(this.draftOf(organisationId));
    this.writing.set(null);
  }

  private draftOf(organisationId: string): string {
    return `response/${this.page().followUp.id}/${organisationId}`;
  }

  protected agree(organisation: OrganisationRef, given: FollowUpResponse | null): void {
    void this.attempt(() =>
      this.api.respond(this.page().followUp.id, organisation.id, given?.version ?? 0, { kind: 'agree' }),
    );
  }

  protected add(event: Event, organisation: OrganisationRef, given: FollowUpResponse | null): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.text().trim() === '') return;
    const request = { kind: 'add', text: this.text() } as const;
    void this.attempt(() => this.api.respond(this.page().followUp.id, organisation.id, given?.version ?? 0, request));
  }

  protected takeBack(organisation: OrganisationRef, given: FollowUpResponse): void {
    void this.attempt(() => this.api.takeBackResponse(this.page().followUp.id, organisation.id, given.version));
  }

  private async attempt(work: () => Promise<FollowUpResponses>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.responses.set(await work());
      this.cancel();
      this.messages.say($localize`:@@together.response.saved:Sparat`);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412 && isResponses(problem.current)) this.responses.set(problem.current);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}

function isResponses(current: unknown): current is FollowUpResponses {
  return typeof current === 'object' && current !== null && 'given' in current && 'mayRespondFor' in current;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
