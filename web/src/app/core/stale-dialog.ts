import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import { Button, Choice, Choices } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

export type StaleChoice = 'mine' | 'theirs';

/** A field where the two versions differ. */
export interface StaleField {
  readonly name: string;
  readonly label: string;
  /** As a reader sees it; empty is shown as "tomt". */
  readonly mine: string;
  readonly theirs: string;
  /** Null when both have changed the field: a person must choose. Otherwise the side that changed it. */
  readonly proposed: StaleChoice | null;
}

export interface StaleQuestion {
  /** "Anna Ek sparade 12 mars 2026 kl. 14:05." Empty when it is not known. */
  readonly who: string;
  readonly fields: readonly StaleField[];
}

export type StaleAnswer = Readonly<Record<string, StaleChoice>>;

/**
 * Somebody else saved first. Both versions of every field that differs are shown, and the person chooses field by field:
 * nothing is written over in silence, in either direction.
 */
@Component({
  selector: 'sam-stale-dialog',
  imports: [Button, Choice, Choices, DialogShell],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <div class="sam-stack">
        <p>
          {{ question.who }}
          <ng-container i18n="@@core.stale.text">Det du har skrivit finns kvar. Välj vad som ska gälla.</ng-container>
        </p>
        @for (field of question.fields; track field.name) {
          <sam-choices [label]="field.label" [error]="asked() && !chosen()[field.name] ? choose : null">
            @for (side of sides; track side.code) {
              <label samChoice>
                <input
                  type="radio"
                  [name]="'stale-' + field.name"
                  [checked]="chosen()[field.name] === side.code"
                  (change)="choice(field.name, side.code)"
                />
                <span class="version">
                  <span class="side">{{ side.label }}</span>
                  <span class="sam-verbatim" [class.sam-quiet]="!field[side.code]">{{
                    field[side.code] || empty
                  }}</span>
                </span>
              </label>
            }
          </sam-choices>
        }
      </div>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer()" i18n="@@core.stale.save">Spara det valda</button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@core.stale.later">
          Tillbaka utan att spara
        </button>
      </ng-container>
    </sam-dialog>
  `,
  styles: `
    .version {
      display: block;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .side {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 560;
    }
  `,
})
export class StaleDialog {
  protected readonly question = inject<StaleQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<StaleAnswer>>(DialogRef);
  protected readonly heading = staleHeading();
  protected readonly choose = $localize`:@@core.stale.choose:Båda har ändrat här. Välj en av versionerna.`;
  protected readonly empty = $localize`:@@core.stale.empty:Tomt`;
  protected readonly sides = [
    { code: 'mine', label: $localize`:@@core.stale.mine:Din version` },
    { code: 'theirs', label: $localize`:@@core.stale.theirs:Sparad version` },
  ] as const;
  protected readonly chosen = signal<StaleAnswer>(
    Object.fromEntries(
      this.question.fields.flatMap((field) => (field.proposed === null ? [] : [[field.name, field.proposed]])),
    ),
  );
  protected readonly asked = signal(false);
  private readonly complete = computed(() => this.question.fields.every((field) => this.chosen()[field.name]));

  protected choice(name: string, side: StaleChoice): void {
    this.chosen.update((chosen) => ({ ...chosen, [name]: side }));
  }

  protected answer(): void {
    this.asked.set(true);
    if (this.complete()) this.ref.close(this.chosen());
  }
}

function staleHeading(): string {
  return $localize`:@@core.stale.heading:Någon annan har sparat samtidigt`;
}

/** The choice for each field, or null when the person goes back without saving. */
export async function askAboutStale(injector: Injector, question: StaleQuestion): Promise<StaleAnswer | null> {
  const ref = injector.get(Dialog).open<StaleAnswer, StaleQuestion>(StaleDialog, {
    ...DIALOG_OPTIONS,
    data: question,
    disableClose: true,
    ariaLabel: staleHeading(),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
