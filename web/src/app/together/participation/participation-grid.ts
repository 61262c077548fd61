import { Component, ElementRef, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationRef, type ParticipationActivity, type ParticipationRow, pages } from '@samhandling/contracts';
import { sortedSwedish } from '@samhandling/domain';
import { Button, injectLocale } from '@samhandling/ui';
import { type Place, placeAfter } from '../data/place.ts';
import { ParticipationNote } from './participation-note.ts';
import { ParticipationStore } from './participation-store.ts';
import { STATE_KEYS, countWords, memberWords, membersOf, stateWords } from './participation-words.ts';

/** Activities down, municipalities across. One cell is in the tab order; arrows move, a letter states, Delete takes away. */
@Component({
  selector: 'sam-participation-grid',
  imports: [Button, ParticipationNote, RouterLink],
  templateUrl: './participation-grid.html',
  styleUrl: './participation-grid.scss',
  host: { '(keydown)': 'pressed($event)', '(focusin)': 'entered($event)', '(click)': 'clicked($event)' },
})
export class ParticipationGrid {
  protected readonly pages = pages;
  readonly label = input.required<string>();
  readonly corner = input.required<string>();
  readonly slug = input.required<string>();
  readonly activities = input.required<readonly ParticipationActivity[]>();

  private readonly store = inject(ParticipationStore);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly columns = computed<readonly OrganisationRef[]>(() => {
    const all = this.activities().flatMap((activity) => membersOf(activity).map(({ organisation }) => organisation));
    return sortedSwedish([...new Map(all.map((one) => [one.id, one])).values()], ({ name }) => name);
  });
  protected readonly lines = computed(() =>
    this.activities().map((activity) => {
      const rows = membersOf(activity);
      const byId = new Map(rows.map((row) => [row.organisation.id, row]));
      return {
        activity,
        words: countWords(rows, this.locale),
        cells: this.columns().map(({ id }) => byId.get(id) ?? null),
        silent: rows.filter((row) => row.mayEdit && row.state === null),
      };
    }),
  );
  private readonly size = computed(() => ({ rows: this.lines().length, columns: this.columns().length }));
  protected readonly active = linkedSignal<{ rows: number; columns: number }, Place>({
    source: this.size,
    computation: (size, before) => ({
      row: Math.min(before?.value.row ?? 0, Math.max(0, size.rows - 1)),
      column: Math.min(before?.value.column ?? 0, Math.max(0, size.columns - 1)),
    }),
  });

  /** The cell one stands on, for what has no room in it. */
  protected readonly chosen = computed(() => {
    const { row, column } = this.active();
    const line = this.lines()[row];
    const cell = line?.cells[column];
    return line && cell ? { id: line.activity.id, reference: line.activity.reference, row: cell } : null;
  });

  protected isActive(row: number, column: number): boolean {
    return this.active().row === row && this.active().column === column;
  }

  protected words(row: ParticipationRow | null): string {
    return row === null ? '' : stateWords(row.state, this.locale);
  }

  protected note(row: ParticipationRow | null): string {
    return row === null ? '' : memberWords(row, this.locale);
  }

  protected linkOf(activity: ParticipationActivity): string {
    const [area = '', number = ''] = activity.reference.split('/');
    return pages.activity(this.slug(), area, number);
  }

  protected inviteLabel(reference: string): string {
    return $localize`:@@together.grid.inviteLabel:Alla inbjudna i ${reference}:reference:`;
  }

  protected invite(activity: ParticipationActivity, silent: readonly ParticipationRow[]): void {
    void this.store.state(
      silent.map(({ organisation }) => ({
        activityId: activity.id,
        organisationId: organisation.id,
        state: 'invited',
      })),
    );
  }

  protected pressed(event: KeyboardEvent): void {
    const place = placeOf(event.target);
    if (!place || event.altKey) return;
    const key = event.key.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey;
    const state = plain ? STATE_KEYS[key] : undefined;
    if (state || key === 'delete' || key === 'backspace') {
      event.preventDefault();
      this.set(place, state ?? null);
      return;
    }
    const to = placeAfter(place, this.size(), event);
    if (!to) return;
    event.preventDefault();
    this.go(to);
  }

  protected entered(event: FocusEvent): void {
    const place = placeOf(event.target);
    if (place) this.active.set(place);
  }

  /** With a pointer a cell goes through the states in turn, and back to nothing. */
  protected clicked(event: MouseEvent): void {
    const place = placeOf(event.target);
    const row = place && this.lines()[place.row]?.cells[place.column];
    if (!place || !row?.mayEdit) return;
    const order = [null, 'invited', 'confirmed', 'took_part', 'declined'] as const;
    this.set(place, order[(order.indexOf(row.state) + 1) % order.length] ?? null);
  }

  private set(place: Place, state: ParticipationRow['state']): void {
    const line = this.lines()[place.row];
    const row = line?.cells[place.column];
    if (!line || !row?.mayEdit || row.state === state) return;
    void this.store.state([{ activityId: line.activity.id, organisationId: row.organisation.id, state }]);
  }

  private go(place: Place): void {
    this.active.set(place);
    this.host.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)?.focus();
  }

  protected historyLabel(reference: string): string {
    return $localize`:@@together.participation.historyOf:Historik för ${reference}:reference:`;
  }
}

function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
