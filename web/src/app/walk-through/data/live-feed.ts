import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Id, type LiveState, paths } from '@samhandling/contracts';
import { MEETING_STATES } from '@samhandling/domain';

/** Between looks when there is no stream, and before the stream is tried again. */
const GENTLE = 10_000;

type Unknown = Readonly<Record<string, unknown>>;

export function isLiveState(value: unknown): value is LiveState {
  if (typeof value !== 'object' || value === null) return false;
  const state: Unknown = { ...value };
  return (
    typeof state['number'] === 'number' && MEETING_STATES.some((each) => each === state['state']) && 'writer' in state
  );
}

export interface LiveListener {
  readonly heard: (state: LiveState) => void;
  /** There is no stream just now: look for yourself. */
  readonly look: () => void;
}

/**
 * What happens in the meeting, as it happens. The browser connects anew by itself; where the stream is refused or cannot
 * pass, the page looks now and then instead, and tries the stream again.
 */
@Injectable()
export class LiveFeed {
  private readonly window = inject(DOCUMENT).defaultView;
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private again: (() => void) | null = null;
  readonly streaming = signal(false);

  constructor() {
    const back = (): void => this.again?.();
    this.window?.addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', back);
      this.close();
    });
  }

  open(id: Id, listener: LiveListener): void {
    this.close();
    this.connect(id, listener);
    // The network is back before a dead stream has noticed that it was away.
    this.again = () => {
      listener.look();
      this.connect(id, listener);
    };
    this.timer = setInterval(() => {
      if (this.streaming()) return;
      listener.look();
      if (this.source === null || this.source.readyState === EventSource.CLOSED) this.connect(id, listener);
    }, GENTLE);
  }

  close(): void {
    clearInterval(this.timer);
    this.again = null;
    this.source?.close();
    this.source = null;
    this.streaming.set(false);
  }

  private connect(id: Id, listener: LiveListener): void {
    if (!this.window || !('EventSource' in this.window)) return;
    this.source?.close();
    const source = new EventSource(paths.meetingLive(id), { withCredentials: true });
    this.source = source;
    source.addEventListener('state', (event: MessageEvent<string>) => {
      this.streaming.set(true);
      const state: unknown = parsed(event.data);
      if (isLiveState(state)) listener.heard(state);
    });
    source.addEventListener('error', () => this.streaming.set(false));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
