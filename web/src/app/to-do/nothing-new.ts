import { Service, inject } from '@angular/core';
import type { ToDoItem } from '@samhandling/contracts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { Undo } from '../core/undo.ts';
import { FollowUpApi } from '../follow-up/data/follow-up-api.ts';

/** "Inget nytt" is a real answer: somebody has looked, and the judgement stands. Written and handed in, and taken back, at once. */
@Service()
export class NothingNew {
  private readonly api = inject(FollowUpApi);
  private readonly undo = inject(Undo);
  private readonly messages = inject(Messages);

  /** `after` shows the list anew, also where the answer has moved on since it was read. */
  async handIn({ id, reference, nothingNew }: ToDoItem, after: () => void): Promise<void> {
    if (!nothingNew) return;
    try {
      const { version, judgement } = nothingNew;
      const written = await this.api.update(id, version, { judgement, nothingNew: true });
      const first = this.undo.take();
      await this.api.transition(id, written.followUp.version, { transition: 'submit' });
      const second = this.undo.take();
      this.messages.say($localize`:@@lists.toDo.handedIn:${reference ?? ''}:reference: är inlämnad: inget nytt.`, {
        label: $localize`:@@core.undo:Ångra`,
        run: () => void this.takeBack(second, first, after),
      });
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
    }
    after();
  }

  /** First that it was handed in, then what was written. */
  private async takeBack(second: string | null, first: string | null, after: () => void): Promise<void> {
    if (second !== null && !(await this.undo.run(second, () => undefined))) return;
    if (first === null) after();
    else await this.undo.run(first, after);
  }
}
