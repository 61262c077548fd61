import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Meeting, pages } from '@samhandling/contracts';
import { Button, Icon, Link } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { DigestsApi } from '../../digests/data/digests-api.ts';

/** What is read before the meeting: the brief of what is on the agenda, and the digest of a group that others report to. */
@Component({
  selector: 'sam-meeting-papers',
  imports: [Button, Icon, Link, RouterLink],
  template: `
    <h2 id="underlag" i18n="@@meetings.papers">Underlag</h2>
    <div class="sam-row">
      <a samLink="standalone" [routerLink]="pages.paper('brief', meeting().id)"
        ><sam-icon name="file" />
        <ng-container i18n="@@meetings.papers.brief">Läs beredningsunderlaget</ng-container></a
      >
      @if (digestId(); as id) {
        <a samLink="standalone" [routerLink]="pages.digest(id)"
          ><sam-icon name="file" />
          <ng-container i18n="@@meetings.papers.digest">Läs underlaget till samråd</ng-container></a
        >
      } @else if (mayMake()) {
        <button samButton small type="button" [busy]="busy()" (click)="make()">
          <sam-icon name="add" /><ng-container i18n="@@meetings.papers.make">Gör underlag till samråd</ng-container>
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .sam-row {
      gap: var(--sam-space-3) var(--sam-space-5);
    }
  `,
  host: { class: 'sam-section sam-no-print', role: 'region', 'aria-labelledby': 'underlag' },
})
export class MeetingPapers {
  readonly meeting = input.required<Meeting>();

  protected readonly pages = pages;
  private readonly api = inject(DigestsApi);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  protected readonly busy = signal(false);
  protected readonly digestId = computed(() => this.meeting().digest?.id ?? null);
  protected readonly mayMake = computed(() => {
    const { digest, mayManage, state } = this.meeting();
    return digest !== null && mayManage && state !== 'cancelled';
  });

  protected async make(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const { id } = await this.api.create(this.meeting().id);
      await this.router.navigateByUrl(pages.digest(id));
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
    } finally {
      this.busy.set(false);
    }
  }
}
