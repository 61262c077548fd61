import { Injectable } from '@nestjs/common';
import { mayWriteInGroup } from '@samhandling/domain';
import { notFound, refused } from '../platform/http/problem-exception.ts';
import { ReaderService } from './reader.service.ts';
import { fault, notInGroup } from './refusals.ts';
import { UndertakersRepository, type KnownGroup, type KnownItem } from './undertakers.repository.ts';

/** What is asked to be carried out, by whom, and about what. What is left out is left as it is. */
export interface Named {
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly activityId?: string | null;
  readonly goalId?: string | null;
  readonly decisionId?: string | null;
}

/** What decisions, action points and lifts ask of everything around them before they are stored. */
@Injectable()
export class UndertakersService {
  constructor(
    private readonly known: UndertakersRepository,
    private readonly reader: ReaderService,
  ) {}

  /** The item, to somebody who may write in its meeting. */
  async itemToWriteIn(id: string): Promise<KnownItem> {
    const { roles, today } = this.reader.get();
    const item = await this.known.findItem(id, today);
    if (!item) throw notFound();
    if (!mayWriteInGroup(roles, item.group.isMember)) throw notInGroup(item.group.name);
    return item;
  }

  /** As above, with the group held: its decisions are numbered one after the other. */
  async itemToDecideUnder(id: string): Promise<KnownItem> {
    const item = await this.itemToWriteIn(id);
    await this.known.holdGroup(item.group.id);
    return item;
  }

  /** The group, to somebody who may decide for it between its meetings. */
  async groupToWriteIn(id: string): Promise<KnownGroup> {
    const { roles } = this.reader.get();
    const group = await this.group(id);
    if (!group) throw notFound();
    if (!mayWriteInGroup(roles, group.isMember)) throw notInGroup(group.name);
    if (group.isClosed)
      throw refused({
        sv: `${group.name} är avslutad. Öppna gruppen igen, eller välj en annan.`,
        en: `${group.name} is closed. Open the group again, or choose another.`,
      });
    return group;
  }

  group(id: string): Promise<KnownGroup | null> {
    return this.known.findGroup(id, this.reader.get().today);
  }

  /** Each name of something must be of the county, the group or its plan. Who has left can stand, but not be chosen anew. */
  async check(named: Named, group: Pick<KnownGroup, 'id' | 'planId'>): Promise<void> {
    const { personId, organisationId, activityId, goalId, decisionId } = named;
    if (personId && !(await this.known.isHere(personId)))
      throw fault('/personId', 'not_here', {
        sv: 'Personen arbetar inte i länet längre. Välj någon annan, eller en organisation.',
        en: 'The person no longer works in the county. Choose somebody else, or an organisation.',
      });
    if (organisationId && !(await this.known.hasOrganisation(organisationId)))
      throw fault('/organisationId', 'unknown', {
        sv: 'Organisationen finns inte.',
        en: 'The organisation does not exist.',
      });
    if (activityId && !(await this.known.isInPlan('activity', activityId, group.planId)))
      throw fault('/activityId', 'unknown', {
        sv: 'Aktiviteten finns inte i gruppens plan.',
        en: 'The activity is not in the plan of the group.',
      });
    if (goalId && !(await this.known.isInPlan('goal', goalId, group.planId)))
      throw fault('/goalId', 'unknown', {
        sv: 'Målet finns inte i gruppens plan.',
        en: 'The goal is not in the plan of the group.',
      });
    if (decisionId && !(await this.known.isDecisionOf(decisionId, group.id)))
      throw fault('/decisionId', 'unknown', {
        sv: 'Beslutet är inte gruppens.',
        en: 'The decision is not one of the group’s.',
      });
  }
}
