import { type Injector, afterNextRender } from '@angular/core';

/** Moves the focus from a row to the one above or below in the same meeting. */
export function stepToRow(from: HTMLElement, by: -1 | 1): void {
  const rows = rowsIn(from.closest('[data-meeting]'));
  rows[rows.indexOf(from) + by]?.focus();
}

/** Moves the focus to the same place in the nearest meeting to the left or right that has rows. */
export function stepToMeeting(meetingId: string, from: HTMLElement, by: -1 | 1): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-meeting]')];
  const at = columns.findIndex(({ dataset }) => dataset['meeting'] === meetingId);
  const place = rowsIn(columns[at]).indexOf(from);
  const beside = by === 1 ? columns.slice(at + 1) : columns.slice(0, at).toReversed();
  const rows = beside.map(rowsIn).find(({ length }) => length > 0) ?? [];
  (rows[place] ?? rows.at(-1))?.focus();
}

function rowsIn(column: Element | null | undefined): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>('.pick') ?? [])];
}

/** Moves the focus to the first of these that is there once the page has been drawn. */
export function focusFirst(injector: Injector, ...selectors: readonly string[]): void {
  const first = (): HTMLElement | null =>
    selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find((found) => found) ?? null;
  afterNextRender(() => first()?.focus(), { injector });
}

/** Lays the meeting at the left edge of the board, and those before it out of sight. */
export function scrollToMeeting(list: HTMLElement, meetingId: string): void {
  const meeting = list.querySelector<HTMLElement>(`[data-meeting="${meetingId}"]`);
  const board = list.parentElement;
  if (meeting && board) board.scrollLeft = meeting.offsetLeft - list.offsetLeft;
}
