import { Component, effect, inject, input, signal } from '@angular/core';
import type { AnswerLinkUse, Id, Problem } from '@samhandling/contracts';
import { ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { AnswerLinksApi } from './data/answer-links-api.ts';
import { useWords } from './data/link-words.ts';

/** What a link has been used for, newest first. Every refused try is there too. */
@Component({
  selector: 'sam-link-log',
  imports: [ProblemView, Skeleton],
  template: `
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" retryable (retry)="load(linkId())" />
    } @else if (uses(); as uses) {
      <ul [attr.aria-label]="label()">
        @for (use of uses; track $index) {
          <li>{{ words(use) }}</li>
        } @empty {
          <li i18n="@@answerLinks.log.empty">Länken har inte använts.</li>
        }
      </ul>
    } @else {
      <sam-skeleton shape="text" [lines]="3" />
    }
  `,
  styles: `
    ul {
      max-height: 20rem;
      margin: 0;
      padding: var(--sam-space-2) 0 var(--sam-space-2) var(--sam-space-5);
      overflow: auto;
      font-size: var(--sam-text-small);
    }
  `,
})
export class LinkLog {
  readonly linkId = input.required<Id>();
  readonly name = input.required<string>();

  private readonly api = inject(AnswerLinksApi);
  private readonly locale = injectLocale();
  protected readonly uses = signal<readonly AnswerLinkUse[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => void this.load(this.linkId()));
  }

  protected label(): string {
    return $localize`:@@answerLinks.log.label:Användning av länken till ${this.name()}:name:`;
  }

  protected words(use: AnswerLinkUse): string {
    return useWords(use, this.locale);
  }

  protected async load(id: Id): Promise<void> {
    this.problem.set(null);
    try {
      this.uses.set(await this.api.uses(id));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
