import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, ElementRef, Injector, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityOnAgenda, type AgendaItem, pages } from '@samhandling/contracts';
import { AGENDA_ITEM_KIND_LABELS, AGENDA_ITEM_STATE_LABELS } from '@samhandling/domain';
import { Button, Icon, JudgementChip, formatDay, formatTime, injectLocale, injectSay } from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { moved } from '../data/agenda-rows.ts';
import { changedWords, itemName, itemShort, offWords } from '../data/agenda-words.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';

/**
 * The agenda in its order: moved by its handle, by Alt and an arrow anywhere in an item, or by the item's menu. What is off
 * the agenda stands under it, with why and the way back.
 */
@Component({
  selector: 'sam-agenda-list',
  imports: [
    Button,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    Icon,
    JudgementChip,
    RouterLink,
  ],
  templateUrl: './agenda-list.html',
  styleUrl: './agenda-list.scss',
  host: { '(keydown)': 'key($event)' },
})
export class AgendaList {
  protected readonly pages = pages;
  protected readonly store = inject(MeetingStore);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly kinds = AGENDA_ITEM_KIND_LABELS;
  protected readonly states = AGENDA_ITEM_STATE_LABELS;
  protected readonly name = itemName;
  protected readonly changed = changedWords;
  protected readonly time = formatTime;
  protected readonly rows = this.store.rows;
  private readonly ids = computed(() => this.rows().on.map(({ item }) => item.id));
  /** Items move before the meeting is over; afterwards their order is the order they were taken up in. */
  protected readonly mayMove = computed(() => {
    const state = this.store.meeting()?.state;
    return this.store.mayEdit() && (state === 'planned' || state === 'called');
  });

  protected activityLink({ reference }: ActivityOnAgenda): string {
    const [area = '', number = ''] = reference.split('/');
    return pages.activity(this.store.meeting()?.plan.slug ?? '', area, number);
  }

  protected responsible({ responsible }: ActivityOnAgenda): string {
    return responsible.map(({ name }) => name).join(', ');
  }

  protected lastUp({ lastUpOn }: ActivityOnAgenda): string {
    return lastUpOn === null
      ? $localize`:@@meetings.neverUp:Har inte varit uppe än`
      : $localize`:@@meetings.lastUp:Senast uppe ${formatDay(lastUpOn, this.locale)}:day:`;
  }

  protected reasons({ reasons }: AgendaItem): string {
    return reasons.map(({ words }) => words).join(' ');
  }

  protected off(item: AgendaItem): string {
    return offWords(item, this.locale);
  }

  protected handleLabel(item: AgendaItem): string {
    return $localize`:@@meetings.drag:Flytta punkt ${item.number ?? ''}:number:, ${itemShort(item)}:item:`;
  }

  protected moreLabel(item: AgendaItem): string {
    return $localize`:@@meetings.more:Mer om punkt ${item.number ?? ''}:number:, ${itemShort(item)}:item:`;
  }

  protected minutesLabel(item: AgendaItem): string {
    return $localize`:@@meetings.minutesFor:Minuter för punkt ${item.number ?? ''}:number:, ${itemShort(item)}:item:`;
  }

  protected restoreLabel(item: AgendaItem): string {
    return $localize`:@@meetings.restoreItem:Lägg tillbaka ${itemShort(item)}:item:`;
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.shift(previousIndex, currentIndex);
  }

  /** Alt and an arrow move the item one step, Alt and Home or End all the way. The focus stays where it was in it. */
  protected key(event: KeyboardEvent): void {
    if (!event.altKey || !this.mayMove() || !(event.target instanceof HTMLElement)) return;
    const id = event.target.closest<HTMLElement>('[data-item]')?.dataset['item'];
    const at = this.ids().findIndex((one) => one === id);
    if (at < 0) return;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: this.ids().length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.shift(at, to);
  }

  protected shift(from: number, to: number): void {
    const ids = this.ids();
    const id = ids[from];
    const place = Math.min(Math.max(to, 0), ids.length - 1);
    if (id === undefined || place === from) return;
    const item = this.rows().on[from]?.item;
    const tool = this.host.ownerDocument.activeElement?.getAttribute('data-tool') ?? 'handle';
    this.store.order(moved(ids, from, place));
    if (item) {
      const [number, count] = [place + 1, ids.length];
      this.store.said.set(
        $localize`:@@meetings.movedTo:${itemShort(item)}:item: är nu punkt ${number}:number: av ${count}:count:.`,
      );
    }
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-item="${id}"] [data-tool="${tool}"]`)?.focus());
  }

  protected setMinutes(item: AgendaItem, event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const text = target.value.trim();
    const minutes = text === '' ? null : Number(text);
    if (minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 480)) {
      target.value = String(item.minutes);
      this.store.said.set($localize`:@@meetings.minutesWrong:Skriv ett helt antal minuter mellan 1 och 480.`);
      return;
    }
    if (minutes !== item.minutes) void this.store.setMinutes(item, minutes);
  }

  protected async postpone(item: AgendaItem): Promise<void> {
    const { askWhereTo } = await import('./postpone-dialog.ts');
    const meeting = this.store.meeting();
    if (!meeting) return;
    const answer = await askWhereTo(this.injector, { name: itemShort(item), later: meeting.later });
    if (answer === null) return;
    const words = $localize`:@@meetings.postponed:${itemShort(item)}:item: tas upp på ett senare möte.`;
    await this.store.move(item, { transition: 'postpone', ...answer }, words);
  }

  protected async park(item: AgendaItem): Promise<void> {
    const { askWhyPark } = await import('./park-dialog.ts');
    const answer = await askWhyPark(this.injector, itemShort(item));
    if (answer === null) return;
    const words = $localize`:@@meetings.parked:${itemShort(item)}:item: är parkerad och föreslås inte.`;
    await this.store.move(item, { transition: 'park', ...answer }, words);
  }

  protected async remove(item: AgendaItem): Promise<void> {
    if (item.note.trim() !== '') {
      const sure = await this.confirm.ask({
        heading: $localize`:@@meetings.remove.heading:Ta bort punkten?`,
        text: $localize`:@@meetings.remove.noted:Det finns en anteckning om punkten. Den följer med om punkten läggs tillbaka.`,
        yes: $localize`:@@meetings.remove:Ta bort`,
        danger: true,
      });
      if (!sure) return;
    }
    const words = $localize`:@@meetings.removed:${itemShort(item)}:item: är borttagen från dagordningen.`;
    await this.store.move(item, { transition: 'remove' }, words);
  }

  protected async restore(item: AgendaItem): Promise<void> {
    const words = $localize`:@@meetings.restored:${itemShort(item)}:item: är tillbaka på dagordningen.`;
    await this.store.move(item, { transition: 'restore' }, words);
  }
}
