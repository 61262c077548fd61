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
  const tooHigh = box.top < frame.top + margin;
  const tooLow = box.bottom > frame.bottom - margin;
  if (!tooHigh && !tooLow) return;
  pane.scrollTop += box.top - frame.top - (box.height < frame.height / 2 ? frame.height / 3 : margin);
}
