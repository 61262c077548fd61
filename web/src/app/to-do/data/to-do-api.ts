import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import { type RoundPage, type ToDo, type ToDoScope, paths } from '@samhandling/contracts';

@Service()
export class ToDoApi {
  /** Call in an injection context. */
  list(scope: () => ToDoScope): HttpResourceRef<ToDo | undefined> {
    return httpResource<ToDo>(() => (scope() === 'me' ? paths.toDo() : `${paths.toDo()}?scope=${scope()}`));
  }

  /** The round with its dress rehearsal; nothing is asked for while it is not wanted. */
  round(
    which: () => { readonly slug: string; readonly label: string } | undefined,
  ): HttpResourceRef<RoundPage | undefined> {
    return httpResource<RoundPage>(() => {
      const wanted = which();
      return wanted && paths.planRound(wanted.slug, wanted.label);
    });
  }
}
