import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injector, Service, inject } from '@angular/core';
import { type UndoAnswer, openPaths } from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { Messages } from './messages.ts';
import { problemOf } from './problem.ts';

/**
 * "Ångra" for anything the API can take back: states, judgements, assignments, deletes.
 *
 * Every answer that changed something names the change in the header `Change-Id`, and the interceptor tells it here.
 * So, right after the request has come back:
 *
 *     await this.api.delete(id, version);
 *     this.undo.offer($localize`:@@events.deleted:Händelsen är borttagen.`, () => this.list.reload());
 *
 * The toast says the words and offers to undo. Pressing it posts to `/changes/:id/undo`, says what was undone, and runs
 * `after`, which shows the page anew. What the API refuses is said in its own words: who changed it since, and when.
 * Call `offer` before anything else is sent: it takes the change noted last, once. Without one it only says the words.
 */
@Service()
export class Undo {
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private changeId: string | null = null;

  /** Told by the interceptor of everything that may change something. An answer that names no change changed nothing. */
  note(response: HttpResponse<unknown>): void {
    this.changeId = response.headers.get('Change-Id');
  }

  /** The change noted last, for pages that offer to undo in their own way. Each is given once. */
  take(): string | null {
    const id = this.changeId;
    this.changeId = null;
    return id;
  }

  offer(words: string, after: () => void | Promise<void>): void {
    const id = this.take();
    if (id === null) this.messages.say(words);
    else this.messages.say(words, { label: $localize`:@@core.undo:Ångra`, run: () => void this.run(id, after) });
  }

  /** True when it was taken back. Says how it went either way. */
  async run(changeId: string, after: () => void | Promise<void>): Promise<boolean> {
    try {
      const answer = await firstValueFrom(
        this.injector.get(HttpClient).post<UndoAnswer>(openPaths.changeUndo(changeId), null),
      );
      this.messages.say(answer.words);
      await after();
      return true;
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
      return false;
    }
  }
}
