import { Component, booleanAttribute, computed, input, output } from '@angular/core';
import { Button } from '../button/button.ts';
import { Icon } from '../icon/icon.ts';

/** The part of an RFC 9457 problem that people see. `Problem` of `@samhandling/contracts` fits. */
export interface ShownProblem {
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly reason: string }[];
  readonly requestId?: string;
}

/** JSON pointer → the label the person sees on the page. A star stands for any one step, as in a list index. */
export type PointerLabels = Readonly<Record<string, string>>;

/** The label for a pointer: exact first, then a pattern with `*` for one step; otherwise nothing. */
export function labelFor(pointer: string, labels: PointerLabels): string {
  const exact = labels[pointer];
  if (exact !== undefined) return exact;
  const steps = pointer.split('/');
  for (const [pattern, label] of Object.entries(labels)) {
    const wanted = pattern.split('/');
    if (wanted.length === steps.length && wanted.every((step, at) => step === '*' || step === steps[at])) return label;
  }
  return '';
}

/** What went wrong, where, and how to mend it. Announced at once. `retryable` offers a new try. */
@Component({
  selector: 'sam-problem',
  imports: [Button, Icon],
  template: `
    <div class="box" role="alert">
      <sam-icon class="mark" name="error" />
      <div>
        <p class="title">{{ problem().title }}</p>
        @if (problem().detail) {
          <p>{{ problem().detail }}</p>
        }
        @if (rows().length > 0) {
          <ul>
            @for (row of rows(); track $index) {
              <li>
                @if (row.label) {
                  <strong>{{ row.label }}:</strong>
                }
                {{ row.reason }}
              </li>
            }
          </ul>
        }
        @if (problem().requestId) {
          <p class="id">
            <ng-container i18n="@@ui.problem.id">Ärendenummer om du kontaktar oss</ng-container>:
            {{ problem().requestId }}
          </p>
        }
        <div class="sam-buttons actions">
          @if (retryable()) {
            <button samButton type="button" (click)="retry.emit()">
              <sam-icon name="retry" /><ng-container i18n="@@ui.problem.retry">Försök igen</ng-container>
            </button>
          }
          <ng-content />
        </div>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .box {
      display: flex;
      gap: var(--sam-space-3);
      max-width: calc(var(--sam-measure) + 4rem);
      padding: var(--sam-space-4) var(--sam-space-5);
      border-left: 3px solid var(--sam-danger);
      border-radius: var(--sam-radius);
      background: var(--sam-danger-soft);
    }
    .mark {
      margin-top: 0.2em;
      color: var(--sam-danger);
    }
    .title {
      font-weight: 620;
    }
    ul {
      margin-top: var(--sam-space-2);
      padding-left: 1.2em;
    }
    .id {
      margin-top: var(--sam-space-2);
      font-size: var(--sam-text-small);
    }
    .actions {
      margin-top: var(--sam-space-3);
    }
    .actions:not(:has(*)) {
      display: none;
    }
  `,
})
export class ProblemView {
  readonly problem = input.required<ShownProblem>();
  readonly labels = input<PointerLabels>({});
  readonly retryable = input(false, { transform: booleanAttribute });
  readonly retry = output<void>();
  protected readonly rows = computed(() =>
    (this.problem().errors ?? []).map((error) => ({
      label: labelFor(error.pointer, this.labels()),
      reason: error.reason,
    })),
  );
}
