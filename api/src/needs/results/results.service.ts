import { Injectable } from '@nestjs/common';
import type { NeedsResults } from '@samhandling/contracts';
import {
  answeredByKind,
  isAllowed,
  LEAST_ANONYMOUS_GROUP,
  proposeNeeds,
  sumNeeds,
  type Label,
  type NeedsSum,
} from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ResultsRepository, type StoredResults } from './results.repository.ts';

const NOT_SENT: Label = {
  sv: 'Inventeringen är inte skickad än, så det finns inga svar.',
  en: 'The inventory has not been sent yet, so there are no answers.',
};
const STILL_OPEN: Label = {
  sv: 'Svaren är anonyma och visas när inventeringen är stängd. Annars kunde ett nytt svar kännas igen på vad som ändras.',
  en: 'Answers are anonymous and are shown when the inventory is closed. A new answer could otherwise be recognised by what changes.',
};
const TOO_FEW: Label = {
  sv: `Färre än ${LEAST_ANONYMOUS_GROUP} har svarat, så svaren visas inte.`,
  en: `Fewer than ${LEAST_ANONYMOUS_GROUP} have answered, so the answers are not shown.`,
};

/** What an inventory gave, as far as it may be shown. Decided here and nowhere else. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly results: ResultsRepository,
    private readonly uow: UnitOfWork,
  ) {}

  get(id: string): Promise<NeedsResults> {
    return this.uow.read(async () => this.shown(await this.load(id)));
  }

  /** The texts of an inventory that are shown, by id: what a need may be made of. In a unit of work. */
  async shownTexts(id: string): Promise<{ readonly planId: string; readonly year: number; readonly ids: Set<string> }> {
    const stored = await this.load(id);
    const ids = this.sumsOf(stored).flatMap(({ texts }) => (texts ?? []).map((text) => text.id));
    return { planId: stored.planId, year: stored.inventory.year, ids: new Set(ids) };
  }

  private async load(id: string): Promise<StoredResults> {
    const stored = await this.results.find(id);
    if (!stored) throw notFound();
    return stored;
  }

  private hiddenBecause({ inventory, sheets }: StoredResults): Label | null {
    if (inventory.state === 'draft') return NOT_SENT;
    if (!inventory.isAnonymous) return null;
    if (inventory.state !== 'closed') return STILL_OPEN;
    return sheets.length < LEAST_ANONYMOUS_GROUP ? TOO_FEW : null;
  }

  private sumsOf(stored: StoredResults): readonly NeedsSum[] {
    if (this.hiddenBecause(stored) !== null) return [];
    const { questions, goals, sheets, inventory } = stored;
    const goalIds = goals.map((goal) => goal.id);
    return sumNeeds(questions, goalIds, sheets, inventory.isAnonymous);
  }

  private shown(stored: StoredResults): NeedsResults {
    const { inventory, questions, goals, needs, asked, answered, sheets } = stored;
    const hidden = this.hiddenBecause(stored);
    const sums = this.sumsOf(stored);
    const texts = sums.flatMap((sum) => (sum.texts ?? []).map(({ id, text }) => ({ id, goalId: sum.goalId, text })));
    const used = new Set(needs.flatMap(({ textIds }) => textIds));
    return {
      inventory,
      asked: asked.length,
      answered,
      hiddenReason: hidden === null ? '' : hidden[requestContext().locale],
      questions,
      goals,
      sums,
      kinds: hidden === null ? answeredByKind(asked, sheets, inventory.isAnonymous) : [],
      proposals: proposeNeeds(texts.filter(({ id }) => !used.has(id))),
      needs,
      mayManage: isAllowed(currentSession().roles, 'needs.manage'),
    };
  }
}
