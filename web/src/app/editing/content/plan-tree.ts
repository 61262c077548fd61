import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList, CdkDropListGroup } from '@angular/cdk/drag-drop';
import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import { type WordKey, capitalised } from '@samhandling/domain';
import { Button, Icon } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import type { ElementKind } from '../data/editing-api.ts';
import { findPlace, stepOf } from '../data/tree.ts';
import { EditStore } from '../edit-store.ts';

interface Dragged {
  readonly kind: ElementKind;
  readonly id: Id;
}
interface Target {
  readonly kind: ElementKind;
  readonly parentId: Id | null;
}

/**
 * The whole plan in reading order. An element is opened by pressing it, and moved by its handle, or with Alt and the
 * arrow keys when it has the focus.
 */
@Component({
  selector: 'sam-plan-tree',
  imports: [Button, CdkDrag, CdkDragHandle, CdkDropList, CdkDropListGroup, Icon],
  templateUrl: './plan-tree.html',
  styleUrl: './plan-tree.scss',
})
export class PlanTree {
  readonly chosen = input.required<Id | null>();
  readonly choose = output<Id>();
  readonly addTo = output<{ readonly kind: ElementKind; readonly parentId: Id | null }>();

  protected readonly store = inject(EditStore);
  private readonly words = inject(Words);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly goals = computed(() => this.store.structure()?.goals ?? []);
  protected readonly accepts = (drag: CdkDrag<Dragged>, list: CdkDropList<Target>): boolean =>
    drag.data.kind === list.data.kind;

  protected addLabel(key: WordKey): string {
    const word = this.words.current()[key];
    return word.gender === 't'
      ? $localize`:@@editing.addNeuter:Nytt ${word.one}:word:`
      : $localize`:@@editing.addCommon:Ny ${word.one}:word:`;
  }

  protected target(kind: ElementKind, parentId: Id | null): Target {
    return { kind, parentId };
  }

  protected handleLabel(reference: string): string {
    return $localize`:@@editing.drag:Dra ${reference}:reference: till en annan plats`;
  }

  protected wordOf(key: WordKey): string {
    return capitalised(this.words.current()[key].one);
  }

  protected async drop({
    item,
    container,
    currentIndex,
    previousIndex,
    previousContainer,
  }: CdkDragDrop<Target>): Promise<void> {
    if (container === previousContainer && currentIndex === previousIndex) return;
    const dragged = item.data as Dragged;
    await this.store.move({
      kind: dragged.kind,
      id: dragged.id,
      parentId: container.data.parentId,
      index: currentIndex,
    });
  }

  /** Alt and an arrow moves the element one step; the focus stays on it. */
  protected async key(event: KeyboardEvent, id: Id): Promise<void> {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    const structure = this.store.structure();
    if (!event.altKey || by === null || !structure || !this.store.draft()) return;
    event.preventDefault();
    const place = findPlace(structure, id);
    const request = place && stepOf(place, by);
    if (!request) return;
    await this.store.move(request);
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-element="${id}"]`)?.focus());
  }
}
