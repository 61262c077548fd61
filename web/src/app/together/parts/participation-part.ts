import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FollowUpPage, pages } from '@samhandling/contracts';
import { countParticipation } from '@samhandling/domain';
import { Disclosure, injectLocale } from '@samhandling/ui';
import { ParticipationList } from '../participation/participation-list.ts';
import { ParticipationStore } from '../participation/participation-store.ts';
import { countWords } from '../participation/participation-words.ts';

/** On the follow-up page: who takes part in this activity, said in a sentence and opened when wanted. */
@Component({
  selector: 'sam-participation-part',
  imports: [Disclosure, ParticipationList, RouterLink],
  providers: [ParticipationStore],
  template: `
    @if (rows().length > 0) {
      <section class="sam-section" aria-labelledby="medverkan">
        <h2 id="medverkan" i18n="@@together.part.heading">Vilka som deltar</h2>
        <p>{{ words() }}</p>
        <sam-disclosure [summary]="summary">
          <sam-participation-list [activityId]="page().activity.id" [rows]="rows()" />
          <p class="more">
            <a [routerLink]="link()" i18n="@@together.part.all">Medverkan i hela omgången</a>
          </p>
        </sam-disclosure>
        <p class="sam-visually-hidden" role="status">{{ store.said() }}</p>
        @for (one of store.refused(); track one.name) {
          <p class="refused" role="alert">{{ one.name }}: {{ one.reason }}</p>
        }
      </section>
    }
  `,
  styles: `
    .more {
      margin: var(--sam-space-3) 0 0;
    }
    .refused {
      color: var(--sam-danger);
    }
  `,
})
export class ParticipationPart {
  readonly page = input.required<FollowUpPage>();
  protected readonly store = inject(ParticipationStore);
  private readonly locale = injectLocale();
  protected readonly summary = $localize`:@@together.part.show:Visa och ange vilka`;
  protected readonly rows = computed(() => this.store.activities()[0]?.rows ?? []);
  protected readonly words = computed(() => countWords(this.rows(), this.locale));
  protected readonly link = computed(() => pages.participation(this.page().plan.slug, this.page().round.label));

  constructor() {
    effect(() => {
      const { round, activity, participation: rows } = this.page();
      const counts = countParticipation(rows.map(({ state }) => state));
      const { id, reference, text } = activity;
      untracked(() => this.store.load(round.id, [{ id, reference, text, rows, counts }]));
    });
  }
}
