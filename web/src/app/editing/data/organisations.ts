import { Service, computed, inject } from '@angular/core';
import type { Id, Organisation, OrganisationListItem, OrganisationRef } from '@samhandling/contracts';
import type { OrganisationKind } from '@samhandling/domain';
import { EditingApi } from './editing-api.ts';

/** The organisations one can choose among, kept while the editor is open. */
@Service()
export class Organisations {
  private readonly api = inject(EditingApi);
  private readonly list = this.api.organisations();
  private readonly all = computed<readonly OrganisationListItem[]>(() =>
    this.list.hasValue() ? this.list.value() : [],
  );
  private readonly names = computed(() => new Map(this.all().map(({ id, name }) => [id, name])));
  private readonly seen = new Map<Id, string>();

  /** Names that came with the plan, for those the list does not hold (yet). */
  remember(organisations: readonly OrganisationRef[]): void {
    for (const { id, name } of organisations) this.seen.set(id, name);
  }

  nameOf(id: Id): string {
    return this.names().get(id) ?? this.seen.get(id) ?? '…';
  }

  search(text: string): readonly OrganisationListItem[] {
    const wanted = text.trim().toLocaleLowerCase('sv');
    if (wanted === '') return this.all();
    return this.all().filter(({ name, aliases }) =>
      [name, ...aliases].some((known) => known.toLocaleLowerCase('sv').includes(wanted)),
    );
  }

  isKnown(name: string): boolean {
    const wanted = name.trim().toLocaleLowerCase('sv');
    return this.all().some((organisation) => organisation.name.toLocaleLowerCase('sv') === wanted);
  }

  async add(name: string, kind: OrganisationKind): Promise<Organisation> {
    const added = await this.api.addOrganisation({ name, kind });
    this.remember([added]);
    this.list.reload();
    return added;
  }
}
