import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import { type ToDo, paths } from '@samhandling/contracts';

@Service()
export class ToDoApi {
  /** Call in an injection context. */
  list(): HttpResourceRef<ToDo | undefined> {
    return httpResource<ToDo>(() => paths.toDo());
  }
}
