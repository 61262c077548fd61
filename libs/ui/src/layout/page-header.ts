import { Component, computed, input } from '@angular/core';

/**
 * The head of a page: breadcrumb slot, reference ("2.2/5"), the one h1, chips slot, meta line, actions slot. The h1 takes
 * focus after navigation.
 */
@Component({
  selector: 'sam-page-header',
  template: `
    <ng-content select="sam-breadcrumb" />
    <div class="line">
      <div class="titles">
        @if (reference()) {
          <p class="reference">{{ reference() }}</p>
        }
        <h1 tabindex="-1" [class.long]="long()" [attr.lang]="headingLang()">{{ heading() }}</h1>
        <div class="sam-row chips"><ng-content select="[chips]" /></div>
        @if (meta()) {
          <p class="meta">{{ meta() }}</p>
        }
        <ng-content />
      </div>
      <div class="sam-buttons actions"><ng-content select="[actions]" /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-8);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4) var(--sam-space-8);
      justify-content: space-between;
      align-items: flex-start;
    }
    .titles {
      flex: 1 1 24rem;
      min-width: 0;
    }
    h1 {
      max-width: 36ch;
      text-wrap: pretty;
      overflow-wrap: break-word;
    }
    /* A whole sentence as heading, as activities often are. */
    h1.long {
      max-width: 56ch;
      font-size: var(--sam-text-h2);
      font-weight: 560;
      line-height: 1.35;
    }
    .reference {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text);
      font-weight: 560;
    }
    .chips {
      margin-top: var(--sam-space-3);
    }
    .chips:not(:has(*)),
    .actions:not(:has(*)) {
      display: none;
    }
    .meta {
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** Language of the heading where it is not the page's: the plan's own words are Swedish on an English page too. */
  readonly headingLang = input<'sv' | null>(null);
  readonly reference = input('');
  /** One line of facts: "Uppdaterad 12 mars 2026 av …". */
  readonly meta = input('');
  protected readonly long = computed(() => this.heading().length > 80);
}
