import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CreateNeedRequest,
  type CreateNeedsInventoryRequest,
  type CreatedNeedsLink,
  type Id,
  type Need,
  type NeedTransitionRequest,
  type NeedsInvitation,
  type NeedsInvitationList,
  type NeedsInventory,
  type NeedsInventoryList,
  type NeedsQuestionInput,
  type NeedsRemindersSent,
  type NeedsResults,
  type UpdateNeedRequest,
  type UpdateNeedsInventoryRequest,
  type Versioned,
  paths,
} from '@samhandling/contracts';
import type { NeedsTransitionName } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

export function ifMatch({ version }: Pick<Versioned, 'version'>): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the pages of needs read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class NeedsApi {
  private readonly http = inject(HttpClient);

  list(slug: () => string): Read<NeedsInventoryList> {
    return httpResource<NeedsInventoryList>(() => paths.planNeedsInventories(slug()));
  }

  inventory(id: () => Id): Read<NeedsInventory> {
    return httpResource<NeedsInventory>(() => paths.needsInventory(id()));
  }

  /** Asked for when it is known that it may be read, and that there is something. */
  invitations(id: () => Id | undefined): Read<NeedsInvitationList> {
    return httpResource<NeedsInvitationList>(() => {
      const inventory = id();
      return inventory === undefined ? undefined : paths.needsInvitations(inventory);
    });
  }

  results(id: () => Id | undefined): Read<NeedsResults> {
    return httpResource<NeedsResults>(() => {
      const inventory = id();
      return inventory === undefined ? undefined : paths.needsResults(inventory);
    });
  }

  create(slug: string, request: CreateNeedsInventoryRequest): Promise<NeedsInventory> {
    return firstValueFrom(this.http.post<NeedsInventory>(paths.planNeedsInventories(slug), request));
  }

  update(inventory: Versioned, request: UpdateNeedsInventoryRequest): Promise<NeedsInventory> {
    return firstValueFrom(
      this.http.patch<NeedsInventory>(paths.needsInventory(inventory.id), request, ifMatch(inventory)),
    );
  }

  putQuestions(inventory: Versioned, questions: readonly NeedsQuestionInput[]): Promise<NeedsInventory> {
    return firstValueFrom(
      this.http.put<NeedsInventory>(paths.needsQuestions(inventory.id), { questions }, ifMatch(inventory)),
    );
  }

  transition(inventory: Versioned, transition: NeedsTransitionName): Promise<NeedsInventory> {
    return firstValueFrom(
      this.http.post<NeedsInventory>(paths.needsTransitions(inventory.id), { transition }, ifMatch(inventory)),
    );
  }

  async delete(inventory: Versioned): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.needsInventory(inventory.id), ifMatch(inventory)));
  }

  remind(id: Id): Promise<NeedsRemindersSent> {
    return firstValueFrom(this.http.post<NeedsRemindersSent>(paths.needsReminders(id), {}));
  }

  createLink(id: Id): Promise<CreatedNeedsLink> {
    return firstValueFrom(this.http.post<CreatedNeedsLink>(paths.needsInvitationLink(id), {}));
  }

  revoke(invitation: Versioned, reason: string): Promise<NeedsInvitation> {
    return firstValueFrom(
      this.http.post<NeedsInvitation>(paths.needsInvitationRevoke(invitation.id), { reason }, ifMatch(invitation)),
    );
  }

  createNeed(inventoryId: Id, request: CreateNeedRequest): Promise<Need> {
    return firstValueFrom(this.http.post<Need>(paths.inventoryNeeds(inventoryId), request));
  }

  updateNeed(need: Versioned, request: UpdateNeedRequest): Promise<Need> {
    return firstValueFrom(this.http.patch<Need>(paths.need(need.id), request, ifMatch(need)));
  }

  transitionNeed(need: Versioned, request: NeedTransitionRequest): Promise<Need> {
    return firstValueFrom(this.http.post<Need>(paths.needTransitions(need.id), request, ifMatch(need)));
  }

  async deleteNeed(need: Versioned): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.need(need.id), ifMatch(need)));
  }
}
