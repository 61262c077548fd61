import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type ContinueGroupRequest,
  type Group,
  type GroupChoices,
  type GroupInput,
  type GroupList,
  type GroupMember,
  type GroupMemberInput,
  type GroupTransitionRequest,
  type Id,
  type UpdateGroupMemberRequest,
  type UpdateGroupRequest,
  type Versioned,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the pages of groups read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class GroupsApi {
  private readonly http = inject(HttpClient);

  list(slug: () => string): Read<GroupList> {
    return httpResource<GroupList>(() => paths.planGroups(slug()));
  }

  group(id: () => Id): Read<Group> {
    return httpResource<Group>(() => paths.group(id()));
  }

  /** Nothing is asked for while the plan is not known. */
  choices(slug: () => string | undefined): Read<GroupChoices> {
    return httpResource<GroupChoices>(() => {
      const plan = slug();
      return plan === undefined ? undefined : { url: paths.groupChoices(), params: { plan } };
    });
  }

  create(slug: string, input: GroupInput): Promise<Group> {
    return firstValueFrom(this.http.post<Group>(paths.planGroups(slug), input));
  }

  continue(id: Id, request: ContinueGroupRequest): Promise<Group> {
    return firstValueFrom(this.http.post<Group>(paths.groupContinuations(id), request));
  }

  update(group: Versioned, request: UpdateGroupRequest): Promise<Group> {
    return firstValueFrom(this.http.patch<Group>(paths.group(group.id), request, ifMatch(group.version)));
  }

  transition(group: Versioned, request: GroupTransitionRequest): Promise<Group> {
    return firstValueFrom(this.http.post<Group>(paths.groupTransitions(group.id), request, ifMatch(group.version)));
  }

  async addMember(groupId: Id, input: GroupMemberInput): Promise<void> {
    await firstValueFrom(this.http.post<unknown>(paths.groupMembers(groupId), input));
  }

  updateMember(member: Versioned, request: UpdateGroupMemberRequest): Promise<GroupMember> {
    const url = paths.groupMember(member.id);
    return firstValueFrom(this.http.patch<GroupMember>(url, request, ifMatch(member.version)));
  }

  async removeMember(member: Versioned): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.groupMember(member.id), ifMatch(member.version)));
  }
}
