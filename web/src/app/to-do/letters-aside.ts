import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type LostLetters, type SetAsideRequest, type ToDoItem, paths } from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';

/** Whoever knows that a letter is no matter any more takes it off the list, and can take that back. */
@Service()
export class LettersAside {
  private readonly http = inject(HttpClient);
  private readonly messages = inject(Messages);

  /** `after` shows the list anew, also where the letters were sent again since it was read. */
  async setAside({ letters, title }: ToDoItem, after: () => void): Promise<void> {
    if (!letters) return;
    const done = await this.put(letters, true, after);
    if (!done) return;
    this.messages.say($localize`:@@lists.toDo.lettersAside:Lagt åt sidan: ${title}:title:.`, {
      label: $localize`:@@core.undo:Ångra`,
      run: () => void this.put(letters, false, after),
    });
  }

  private async put({ kind, id, letterIds }: LostLetters, isSetAside: boolean, after: () => void): Promise<boolean> {
    const body: SetAsideRequest = { letterIds, isSetAside };
    try {
      await firstValueFrom(this.http.put(paths.lostLetters(kind, id), body));
      return true;
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
      return false;
    } finally {
      after();
    }
  }
}
