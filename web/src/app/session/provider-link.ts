import { Component, DOCUMENT, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { type Problem, pages } from '@samhandling/contracts';
import { Button, Icon, ProblemView } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { SignInApi } from './sign-in-api.ts';
import type { ProviderWay } from './sign-in-steps.ts';
import { whenSignedIn } from './signed-in-channel.ts';

const WINDOW = 'popup,width=560,height=760';

/**
 * The way to a provider. A plain link on the sign-in page. On top of a page with unsaved text it opens a window of its own,
 * which tells this one when it is done; where windows are stopped it is still a link, to a tab.
 */
@Component({
  selector: 'sam-provider-link',
  imports: [Button, Icon, ProblemView],
  template: `
    <a
      class="provider"
      [samButton]="first() ? 'primary' : 'secondary'"
      [href]="address()"
      [attr.target]="onTop() ? '_blank' : null"
      (click)="open($event)"
    >
      {{ label() }}
      @if (onTop()) {
        <sam-icon name="external" [label]="newWindow" />
      }
    </a>
    <div role="status">
      @if (waiting()) {
        <p class="sam-quiet" i18n="@@session.provider.waiting">
          Logga in i fönstret som öppnades. Sedan fortsätter du här, med allt du har skrivit.
        </p>
      }
    </div>
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin-top: var(--sam-space-3);
    }
  `,
})
export class ProviderLink {
  readonly way = input.required<ProviderWay>();
  readonly first = input(false);
  readonly target = input('/');
  readonly onTop = input(false);
  readonly done = output<void>();

  private readonly session = inject(Session);
  private readonly api = inject(SignInApi);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly destroyed = inject(DestroyRef);
  protected readonly waiting = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly newWindow = $localize`:@@session.provider.newWindow:öppnas i ett nytt fönster`;
  protected readonly label = computed(
    () => $localize`:@@session.provider.signIn:Logga in med ${this.way().name}:provider:`,
  );
  protected readonly address = computed(() =>
    this.api.providerAddress(this.way().id, this.onTop() ? pages.signedIn() : this.target()),
  );

  protected open(event: MouseEvent): void {
    if (!this.onTop()) return;
    if (!this.waiting()) this.destroyed.onDestroy(whenSignedIn(() => void this.goOn()));
    this.waiting.set(true);
    if (this.window?.open(this.address(), 'sam-sign-in', WINDOW)) event.preventDefault();
  }

  /** Somebody signed in in this browser: who it was the server tells. */
  private async goOn(): Promise<void> {
    this.problem.set(null);
    try {
      if (await this.session.refresh()) this.done.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
