import { Component, computed, inject, input, output } from '@angular/core';
import { capitalised, countOf } from '@samhandling/domain';
import { Button, Icon } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { type Place, idOf, moveInto, parentOf, referenceOf, stepOf } from '../data/tree.ts';
import { EditStore } from '../edit-store.ts';

/** Move without dragging, and remove: for every element of the plan. */
@Component({
  selector: 'sam-element-tools',
  imports: [Button, Icon],
  template: `
    <div class="sam-row">
      <button samButton="quiet" small type="button" [disabled]="place().index === 0" (click)="step(-1)">
        <sam-icon name="up" /><ng-container i18n="@@editing.moveUp">Flytta upp</ng-container>
      </button>
      <button
        samButton="quiet"
        small
        type="button"
        [disabled]="place().index === place().siblings - 1"
        (click)="step(1)"
      >
        <sam-icon name="down" /><ng-container i18n="@@editing.moveDown">Flytta ned</ng-container>
      </button>
      @if (parents().length > 1) {
        <label class="to">
          <span class="sam-small">{{ moveTo() }}</span>
          <select class="sam-input" (change)="into($any($event.target).value)">
            @for (parent of parents(); track parent.id) {
              <option [value]="parent.id" [selected]="parent.id === current()">{{ parent.name }}</option>
            }
          </select>
        </label>
      }
      <button samButton="quiet" small type="button" (click)="remove()">
        <sam-icon name="delete" />{{ removeLabel() }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-4);
      padding-bottom: var(--sam-space-3);
      border-bottom: var(--sam-hairline);
    }
    .to {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2);
      align-items: center;
      max-width: 100%;
    }
    select {
      max-width: 18rem;
      min-width: 0;
    }
  `,
})
export class ElementTools {
  readonly place = input.required<Place>();
  readonly removed = output<void>();

  private readonly store = inject(EditStore);
  private readonly words = inject(Words);
  protected readonly current = computed(() => parentOf(this.place()));
  protected readonly moveTo = computed(() =>
    this.place().kind === 'activity'
      ? $localize`:@@editing.moveTo:Hör till ${this.words.current().area.one}:parent:`
      : $localize`:@@editing.moveTo:Hör till ${this.words.current().goal.one}:parent:`,
  );
  protected readonly parents = computed(() => {
    const goals = this.store.structure()?.goals ?? [];
    switch (this.place().kind) {
      case 'goal':
        return [];
      case 'area':
        return goals.map((goal) => ({ id: goal.id, name: `${goal.code ?? String(goal.number)}. ${goal.title}` }));
      case 'activity':
        return goals.flatMap((goal) =>
          goal.areas.map((area) => ({ id: area.id, name: `${area.number} ${area.title}` })),
        );
    }
  });
  protected readonly name = computed(
    () => `${this.words.current()[this.place().kind].theOne} ${referenceOf(this.place())}`,
  );
  protected readonly removeLabel = computed(
    () => $localize`:@@editing.removeNamed:Ta bort ${this.words.current()[this.place().kind].theOne}:name:`,
  );

  protected step(by: -1 | 1): void {
    const request = stepOf(this.place(), by);
    if (request) void this.store.move(request);
  }

  protected into(parentId: string): void {
    const structure = this.store.structure();
    if (structure && parentId !== this.current()) void this.store.move(moveInto(structure, this.place(), parentId));
  }

  protected async remove(): Promise<void> {
    const place = this.place();
    const element = place.kind === 'goal' ? place.goal : place.kind === 'area' ? place.area : place.activity;
    if (
      await this.store.remove(
        place.kind,
        { id: idOf(place), version: element.version },
        this.name(),
        this.goesToo(place),
      )
    )
      this.removed.emit();
  }

  /** What disappears with it, in words. */
  private goesToo(place: Place): string {
    const words = this.words.current();
    const areas = place.kind === 'goal' ? place.goal.areas : place.kind === 'area' ? [place.area] : [];
    const activities = place.kind === 'activity' ? [place.activity] : areas.flatMap((area) => area.activities);
    const parts: string[] = [];
    if (place.kind === 'goal' && areas.length > 0) parts.push(countOf(words.area, areas.length));
    if (place.kind !== 'activity' && activities.length > 0) parts.push(countOf(words.activity, activities.length));
    const indicators = activities.reduce((sum, activity) => sum + activity.indicators.length, 0);
    if (indicators > 0) parts.push($localize`:@@editing.indicatorCount:${indicators}:count: indikatorer`);
    if (parts.length === 0) return '';
    return $localize`:@@editing.remove.with:${capitalised(parts.join(', '))}:parts: försvinner också. Det går inte att ångra.`;
  }
}
