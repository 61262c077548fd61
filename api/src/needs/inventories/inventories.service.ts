import { Injectable } from '@nestjs/common';
import type {
  CreateNeedsInventoryRequest,
  NeedsInventory,
  NeedsInventoryList,
  NeedsQuestionInput,
  UpdateNeedsInventoryRequest,
} from '@samhandling/contracts';
import {
  DEFAULT_NEEDS_QUESTIONS,
  isAllowed,
  NEEDS_GUARD_REASONS,
  NEEDS_TRANSITION_LABELS,
  NEEDS_WORKFLOW,
  takeTransition,
  type GuardAnswers,
  type Label,
  type NeedsGuard,
  type NeedsState,
  type NeedsTransitionName,
  type TransitionResult,
} from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { given } from '../../platform/http/given.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { joinReasons, offerTransitions, type Workflow } from '../../platform/http/transitions.ts';
import { AnonymousAnswersRepository } from '../answering/anonymous-answers.repository.ts';
import { InvitationsService } from '../invitations/invitations.service.ts';
import { InventoriesRepository, type InventoryFields, type StoredInventory } from './inventories.repository.ts';
import {
  ALREADY_THERE,
  ANONYMITY_PROMISED,
  CLOSED_FOR_GOOD,
  GROUP_NOT_OPEN,
  NOT_OUR_GROUP,
  questionProblems,
  QUESTIONS_ASKED,
  WORDS_SENT,
} from './inventory-words.ts';

const WORKFLOW: Workflow<NeedsState, NeedsTransitionName, NeedsGuard> = {
  table: NEEDS_WORKFLOW,
  labels: NEEDS_TRANSITION_LABELS,
  reasons: (guard) => [NEEDS_GUARD_REASONS[guard]],
};

/** Building a needs inventory, opening it, and closing it for good. */
@Injectable()
export class InventoriesService {
  constructor(
    private readonly inventories: InventoriesRepository,
    private readonly invitations: InvitationsService,
    private readonly answers: AnonymousAnswersRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(slug: string): Promise<NeedsInventoryList> {
    return this.uow.read(async () => {
      const list = await this.inventories.findList(slug, this.clock.today());
      if (!list) throw notFound();
      return { ...list, mayManage: this.mayManage() };
    });
  }

  get(id: string): Promise<NeedsInventory> {
    return this.uow.read(async () => this.shown(await this.load(id)));
  }

  /** Starts from the questions of the plan's last inventory, or from the standard ones where there is none. */
  create(slug: string, wish: CreateNeedsInventoryRequest): Promise<NeedsInventory> {
    return this.uow.run(async () => {
      const start = await this.inventories.findStart(slug, wish.groupId, wish.year);
      if (!start) throw notFound();
      if (!start.group) throw invalid([{ pointer: '/groupId', code: 'unknown', reason: NOT_OUR_GROUP }]);
      if (!start.group.isOpen) throw refused(GROUP_NOT_OPEN);
      if (start.isTaken) throw invalid([{ pointer: '/year', code: 'taken', reason: ALREADY_THERE }]);
      const fields: InventoryFields = {
        title: `Behovsinventering inför ${wish.year}`,
        intro: '',
        isAnonymous: wish.isAnonymous ?? true,
        due: wish.due,
      };
      const { planId } = start;
      const id = await this.inventories.create({ ...fields, planId, groupId: wish.groupId, year: wish.year });
      const questions = (wish.from === 'last' ? start.last : null) ?? DEFAULT_NEEDS_QUESTIONS;
      await this.inventories.replaceQuestions(id, [], questions);
      await this.audit.record({
        action: 'create',
        entity: 'needs_inventory',
        entityId: id,
        after: { ...fields, year: wish.year, groupId: wish.groupId, questions: questions.map(({ text }) => text) },
      });
      return this.shown(await this.load(id));
    });
  }

  update(id: string, version: number, patch: UpdateNeedsInventoryRequest): Promise<NeedsInventory> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state === 'closed') throw refused(CLOSED_FOR_GOOD);
      const after = { ...fieldsOf(before), ...given(patch) };
      if (before.state === 'open') {
        if (after.isAnonymous !== before.isAnonymous) throw refused(ANONYMITY_PROMISED);
        if (after.title !== before.title || after.intro !== before.intro) throw refused(WORDS_SENT);
      }
      if (after.due !== before.due && after.due < this.clock.today())
        throw invalid([{ pointer: '/due', code: 'passed', reason: NEEDS_GUARD_REASONS.due_is_ahead }]);
      if (!(await this.inventories.update(id, version, after))) throw stale(this.shown(await this.load(id)));
      await this.audit.record({
        action: 'update',
        entity: 'needs_inventory',
        entityId: id,
        before: { ...fieldsOf(before) },
        after: { ...after },
      });
      return this.shown(await this.load(id));
    });
  }

  putQuestions(id: string, version: number, questions: readonly NeedsQuestionInput[]): Promise<NeedsInventory> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state !== 'draft') throw refused(QUESTIONS_ASKED);
      const problems = questionProblems(questions);
      if (problems.length > 0) throw invalid(problems);
      if (!(await this.inventories.touch(id, version))) throw stale(this.shown(await this.load(id)));
      await this.inventories.replaceQuestions(
        id,
        before.questions.map((question) => question.id),
        questions,
      );
      const after = await this.load(id);
      const written = ({ questions: all }: StoredInventory) => ({ questions: all.map(({ text }) => text) });
      await this.audit.record({
        action: 'update',
        entity: 'needs_inventory',
        entityId: id,
        before: written(before),
        after: written(after),
      });
      return this.shown(after);
    });
  }

  /** Opening asks everybody who is in the group today, and sends each a letter. Closing is for good. */
  transition(id: string, version: number, name: NeedsTransitionName): Promise<NeedsInventory> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      const result = takeTransition(NEEDS_WORKFLOW, before.state, name, this.answersOf(before));
      if (!result.allowed) throw refused(refusalOf(result));
      if (name === 'close') {
        await this.answers.takeTurn(id);
        // Before the state moves: from then on the database refuses every change of an answer.
        if (before.isAnonymous) await this.answers.settleKinds(id);
      }
      if (!(await this.inventories.move(id, version, result.to, this.clock.now())))
        throw stale(this.shown(await this.load(id)));
      await this.audit.record({
        action: name,
        entity: 'needs_inventory',
        entityId: id,
        before: { state: before.state },
        after: { state: result.to },
      });
      if (name === 'open') await this.invitations.inviteAll(id);
      return this.shown(await this.load(id));
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state !== 'draft') throw refused(QUESTIONS_ASKED);
      if (!(await this.inventories.delete(id, version))) throw stale(this.shown(await this.load(id)));
      await this.audit.record({
        action: 'delete',
        entity: 'needs_inventory',
        entityId: id,
        before: { ...fieldsOf(before), questions: before.questions.map(({ text }) => text) },
      });
    });
  }

  private async load(id: string): Promise<StoredInventory> {
    const inventory = await this.inventories.find(id, this.clock.today());
    if (!inventory) throw notFound();
    return inventory;
  }

  private async loadVersion(id: string, version: number): Promise<StoredInventory> {
    const inventory = await this.load(id);
    if (inventory.version !== version) throw stale(this.shown(inventory));
    return inventory;
  }

  private mayManage(): boolean {
    return isAllowed(currentSession().roles, 'needs.manage');
  }

  private answersOf(inventory: StoredInventory): GuardAnswers<NeedsGuard> {
    return {
      may_manage: this.mayManage(),
      group_has_members: inventory.members > 0,
      has_questions: inventory.questions.length > 0,
      due_is_ahead: inventory.due >= this.clock.today(),
      goals_to_ask: inventory.goals.length > 0 || !inventory.questions.some(({ isPerGoal }) => isPerGoal),
    };
  }

  private shown(inventory: StoredInventory): NeedsInventory {
    const { locale } = requestContext();
    const answers = this.answersOf(inventory);
    return {
      ...inventory,
      transitions: offerTransitions(WORKFLOW, inventory.state, answers, ['may_manage'], locale),
      mayManage: this.mayManage(),
    };
  }
}

function fieldsOf({ title, intro, isAnonymous, due }: StoredInventory): InventoryFields {
  return { title, intro, isAnonymous, due };
}

function refusalOf(result: Exclude<TransitionResult<NeedsState, NeedsGuard>, { readonly allowed: true }>): Label {
  return result.reason === 'guard'
    ? joinReasons(result.failed.map((guard) => NEEDS_GUARD_REASONS[guard]))
    : {
        sv: 'Det går inte att göra med inventeringen som den är nu. Ladda om sidan och se efter.',
        en: 'That cannot be done with the inventory as it is now. Reload the page and have a look.',
      };
}
