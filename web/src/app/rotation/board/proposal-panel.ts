import { Component, computed, input, output } from '@angular/core';
import type { Rotation, RotationProposal } from '@samhandling/contracts';
import { Button, Choice, Disclosure, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { diffOf } from '../data/board.ts';
import { diffSummary, diffWords } from '../data/board-words.ts';
import { GapList } from './gap-list.ts';

/** What a proposal would change, told before it is kept. */
@Component({
  selector: 'sam-proposal-panel',
  imports: [Button, Callout, Choice, Disclosure, GapList],
  template: `
    <sam-callout kind="info" [heading]="heading">
      <p role="status">{{ summary() }}</p>
      <p i18n="@@rotation.proposal.text">Ingenting är sparat än. Nedanför ser du året så som förslaget lägger det.</p>
      <label samChoice>
        <input type="checkbox" [checked]="!keep()" [disabled]="busy()" (change)="keepChanged.emit(!keep())" />
        <span i18n="@@rotation.proposal.anew">Lägg om allt som inte är fäst, kallat eller genomfört</span>
      </label>
      @if (diffs().length > 0) {
        <sam-disclosure [summary]="show">
          <ul class="changes">
            @for (diff of diffs(); track diff.activity.id) {
              <li>
                <strong>{{ diff.activity.reference }}</strong> {{ words(diff) }}
              </li>
            }
          </ul>
        </sam-disclosure>
      }
      <sam-gap-list [rotation]="rotation()" [gaps]="proposal().gaps" />
      <div class="sam-buttons">
        <button
          samButton="primary"
          type="button"
          [busy]="busy()"
          [disabled]="diffs().length === 0"
          (click)="kept.emit()"
          i18n="@@rotation.proposal.keep"
        >
          Behåll förslaget
        </button>
        <button samButton type="button" (click)="discarded.emit()" i18n="@@rotation.proposal.discard">
          Kasta förslaget
        </button>
      </div>
    </sam-callout>
  `,
  styles: `
    .changes {
      columns: 18rem auto;
      padding-left: 1.1em;
    }
    .sam-buttons,
    sam-gap-list {
      display: flex;
      margin-top: var(--sam-space-3);
    }
  `,
})
export class ProposalPanel {
  readonly rotation = input.required<Rotation>();
  readonly proposal = input.required<RotationProposal>();
  readonly keep = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly keepChanged = output<boolean>();
  readonly kept = output<void>();
  readonly discarded = output<void>();
  private readonly locale = injectLocale();
  protected readonly heading = $localize`:@@rotation.proposal.heading:Förslag`;
  protected readonly show = $localize`:@@rotation.proposal.changes:Visa vad som ändras`;
  protected readonly diffs = computed(() => diffOf(this.rotation(), this.proposal()));
  protected readonly summary = computed(() => diffSummary(this.diffs(), this.locale));

  protected words(diff: ReturnType<typeof diffOf>[number]): string {
    return diffWords(diff, this.locale);
  }
}
