import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CountyPeople,
  type CountyPerson,
  type Id,
  type InvitePersonRequest,
  type PersonData,
  type PersonTransitionRequest,
  type UpdatePersonRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** Call the reading ones in an injection context: they follow their signals. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  list(): HttpResourceRef<CountyPeople | undefined> {
    return httpResource<CountyPeople>(() => paths.people());
  }

  person(id: () => Id): HttpResourceRef<CountyPerson | undefined> {
    return httpResource<CountyPerson>(() => paths.person(id()));
  }

  /** Null: about oneself. */
  data(id: () => Id | null): HttpResourceRef<PersonData | undefined> {
    return httpResource<PersonData>(() => {
      const of = id();
      return of === null ? paths.accountData() : paths.personData(of);
    });
  }

  invite(request: InvitePersonRequest): Promise<CountyPerson> {
    return firstValueFrom(this.http.post<CountyPerson>(paths.people(), request));
  }

  inviteAgain(id: Id): Promise<CountyPerson> {
    return firstValueFrom(this.http.post<CountyPerson>(paths.personInvitation(id), {}));
  }

  update({ id, version }: CountyPerson, request: UpdatePersonRequest): Promise<CountyPerson> {
    return firstValueFrom(this.http.patch<CountyPerson>(paths.person(id), request, ifMatch(version)));
  }

  change({ id, version }: CountyPerson, request: PersonTransitionRequest): Promise<CountyPerson> {
    return firstValueFrom(this.http.post<CountyPerson>(paths.personTransitions(id), request, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}
