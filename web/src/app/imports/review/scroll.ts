/**
 * Brings an element into sight inside its pane without moving the page; where the pane does not scroll by itself, as on
 * a phone, the page moves. Done twice: lines not yet drawn have only a guessed height the first time.
 */
export function showInPane(pane: HTMLElement, element: HTMLElement): void {
  bring(pane, element);
  requestAnimationFrame(() => bring(pane, element));
}

function bring(pane: HTMLElement, element: HTMLElement): void {
  if (!element.isConnected) return;
  if (pane.scrollHeight <= pane.clientHeight + 1 || getComputedStyle(pane).overflowY === 'visible') {
    element.scrollIntoView({ block: 'center' });
    return;
  }
  const frame = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const margin = 24;
  // A pane may reach below the window; what counts is the part of it that is seen.
  const top = Math.max(frame.top, 0) + margin;
  const bottom = Math.min(frame.bottom, innerHeight) - margin;
  if (box.top >= top && box.bottom <= bottom) return;
  pane.scrollTop += box.top - top - (box.height < frame.height / 2 ? Math.max(0, bottom - top) / 3 : 0);
  // The first and last of a pane cannot be scrolled further: then the page gives way.
  const now = element.getBoundingClientRect();
  if (now.top < 0 || now.bottom > innerHeight) element.scrollIntoView({ block: 'nearest' });
}
