import { Component, computed, inject, signal } from '@angular/core';
import { Disclosure, Empty, ProblemView, Skeleton, formatInstant, injectLocale } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { MailApi } from '../data/mail-api.ts';
import { Letter } from './letter.ts';

/** The mails in the folder, where nothing leaves the machine. */
@Component({
  selector: 'sam-mail-outbox',
  imports: [Disclosure, Empty, Letter, ProblemView, Skeleton],
  template: `
    @if (resource.hasValue()) {
      @if (resource.value().length > 0) {
        <ul class="sam-rows">
          @for (mail of resource.value(); track mail.file) {
            <li>
              <sam-disclosure
                [summary]="mail.to + ': ' + mail.subject"
                [note]="when(mail.at)"
                [open]="opened() === mail.file"
                (openChange)="opened.set($event ? mail.file : null)"
              >
                @if (opened() === mail.file) {
                  <sam-letter [subject]="mail.subject" [text]="mail.text" [html]="mail.html" />
                  @if (mail.attachments?.length) {
                    <p class="sam-small" i18n="@@mail.outbox.attached">Bifogat: {{ mail.attachments.join(', ') }}</p>
                  }
                }
              </sam-disclosure>
            </li>
          }
        </ul>
      } @else {
        <sam-empty [heading]="empty">
          <p i18n="@@mail.outbox.emptyText">
            Brev hamnar här i stället för att skickas, så länge ingen e-postserver är inställd.
          </p>
        </sam-empty>
      }
    } @else if (problem(); as problem) {
      <sam-problem [problem]="problem" retryable (retry)="resource.reload()" />
    } @else {
      <sam-skeleton shape="rows" [lines]="5" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class MailOutboxPart {
  private readonly locale = injectLocale();
  protected readonly resource = inject(MailApi).outbox();
  protected readonly opened = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly empty = $localize`:@@mail.outbox.empty:Utkorgen är tom`;

  protected when(at: string): string {
    return formatInstant(at, this.locale);
  }
}
