import { Component, computed, inject, signal } from '@angular/core';
import { DIGEST_CHOICES, DIGEST_CHOICE_LABELS, type DigestChoice } from '@samhandling/domain';
import { Choice, Choices, PageHeader, ProblemView, Skeleton, injectSay } from '@samhandling/ui';
import { SaveState, type SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { MailApi } from './data/mail-api.ts';

/** `/mina-utskick`: how often I want mail. Saved as it is chosen. */
@Component({
  selector: 'sam-preference-page',
  imports: [Choice, Choices, PageHeader, ProblemView, SaveState, Skeleton],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="labels.heading" />
      @if (resource.hasValue()) {
        <div class="sam-stack">
          <p i18n="@@mail.own.text">
            Ett brev samlar allt som väntar på dig. Det kommer högst ett om dagen, och inget alls när inget väntar.
          </p>
          <p class="sam-quiet">{{ address() }}</p>
          <sam-choices [label]="labels.often">
            @for (choice of choices; track choice) {
              <label samChoice>
                <input
                  type="radio"
                  name="digest"
                  [value]="choice"
                  [checked]="resource.value().digest === choice"
                  (change)="choose(choice)"
                />
                <span>{{ say(names[choice]) }}</span>
              </label>
            }
          </sam-choices>
          <sam-save-state [status]="status()" [savedAt]="savedAt()" [reason]="reason()" (retry)="again()" />
        </div>
      } @else if (problem(); as problem) {
        <sam-problem [problem]="problem" retryable (retry)="resource.reload()" />
      } @else {
        <sam-skeleton shape="text" [lines]="5" />
      }
    </div>
  `,
})
export class PreferencePage {
  private readonly api = inject(MailApi);
  private readonly session = inject(Session);
  protected readonly say = injectSay();
  protected readonly resource = this.api.preference();
  protected readonly choices = DIGEST_CHOICES;
  protected readonly names = DIGEST_CHOICE_LABELS;
  protected readonly status = signal<SaveStatus>('idle');
  protected readonly savedAt = signal<string | undefined>(undefined);
  protected readonly reason = signal('');
  private wanted: DigestChoice | null = null;
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly labels = {
    heading: $localize`:@@mail.own.title:Mina utskick`,
    often: $localize`:@@mail.own.often:Hur ofta vill du ha brev?`,
  };
  protected readonly address = computed(() => {
    const email = this.session.current()?.person.email ?? '';
    const county = this.session.county()?.name ?? '';
    return $localize`:@@mail.own.address:Breven går till ${email}:address:. Valet gäller ${county}:county:.`;
  });

  protected async choose(digest: DigestChoice): Promise<void> {
    const before = this.resource.value();
    if (!before) return;
    this.wanted = digest;
    this.status.set('saving');
    try {
      this.resource.set(await this.store(before.version, digest));
      this.savedAt.set(new Date().toISOString());
      this.status.set('saved');
    } catch (error) {
      this.reason.set(problemOf(error).detail);
      this.status.set('failed');
    }
  }

  protected again(): void {
    if (this.wanted) void this.choose(this.wanted);
  }

  /** One choice with one owner: where it was changed in another window, the last choice stands. */
  private async store(version: number, digest: DigestChoice): ReturnType<MailApi['updatePreference']> {
    try {
      return await this.api.updatePreference(version, digest);
    } catch (error) {
      const { code, current } = problemOf(error);
      if (code !== 'stale' || !isVersioned(current)) throw error;
      return this.api.updatePreference(current.version, digest);
    }
  }
}

function isVersioned(value: unknown): value is { version: number } {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number';
}
