import { Component, Injector, computed, inject, input, output, signal } from '@angular/core';
import type { ImportActor, ImportActorDecision } from '@samhandling/contracts';
import { Button, Icon } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { Messages } from '../../core/messages.ts';
import { ActorForm } from './actor-form.ts';
import { DecisionWords } from './decision-words.ts';
import { ReviewStore } from './review-store.ts';

type Show = 'alla' | 'vantar' | 'klara';

/** What saying yes to the proposal means. */
export function proposedDecision(actor: ImportActor): ImportActorDecision {
  return actor.match
    ? { use: 'existing', organisationId: actor.match.organisation.id, rememberAlias: actor.match.by === 'similar' }
    : { use: 'new', name: actor.name, kind: actor.proposedKind };
}

/** Every name in the text that should be an organisation: known, alike or new. */
@Component({
  selector: 'sam-actors-step',
  imports: [ActorForm, Button, FilterChip, Icon],
  templateUrl: './actors-step.html',
  styleUrl: './decision-rows.scss',
})
export class ActorsStep {
  readonly lineOf = input.required<(reference: string) => number | null>();
  readonly choose = output<number>();

  protected readonly store = inject(ReviewStore);
  protected readonly words = inject(DecisionWords);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  protected readonly show = signal<Show>('alla');
  protected readonly editing = signal<string | null>(null);
  protected readonly actors = computed(() => this.store.review()?.actors ?? []);
  protected readonly waiting = computed(() => this.actors().filter((actor) => actor.decision === null));
  protected readonly filters = computed(() => {
    const all = this.actors().length;
    const waiting = this.waiting().length;
    return [
      { show: 'alla' as const, label: $localize`:@@imports.show.all:Alla`, count: all },
      { show: 'vantar' as const, label: $localize`:@@imports.show.waiting:Väntar på svar`, count: waiting },
      { show: 'klara' as const, label: $localize`:@@imports.show.done:Klara`, count: all - waiting },
    ];
  });
  protected readonly shown = computed(() => {
    const show = this.show();
    return this.actors().filter((actor) => show === 'alla' || (actor.decision === null) === (show === 'vantar'));
  });
  protected readonly acceptAllLabel = computed(
    () => $localize`:@@imports.actors.acceptAll:Godta alla ${this.waiting().length}:count: förslag`,
  );

  protected proposal(actor: ImportActor): string {
    switch (actor.match?.by) {
      case undefined:
        return this.words.actor(proposedDecision(actor), actor);
      case 'similar':
        return $localize`:@@imports.actor.similar:Liknar ${actor.match?.organisation.name ?? ''}:name:`;
      case 'alias':
        return $localize`:@@imports.actor.alias:${actor.match?.organisation.name ?? ''}:name:, känt alias`;
      default:
        return $localize`:@@imports.actor.known:${actor.match?.organisation.name ?? ''}:name:, finns redan`;
    }
  }

  protected decided(actor: ImportActor): string {
    return actor.decision ? this.words.actor(actor.decision, actor) : '';
  }

  protected mentions(actor: ImportActor): string {
    const count = actor.activities.length;
    return count === 1
      ? $localize`:@@imports.actor.oneMention:i 1 aktivitet`
      : $localize`:@@imports.actor.mentions:i ${count}:count: aktiviteter`;
  }

  protected acceptLabel(name: string): string {
    return $localize`:@@imports.acceptNamed:Godta förslaget för ${name}:name:`;
  }

  protected changeLabel(name: string): string {
    return $localize`:@@imports.changeNamed:Ändra ${name}:name:`;
  }

  protected showMention(actor: ImportActor): void {
    const line = this.lineOf()(actor.activities[0] ?? '');
    if (line !== null) this.choose.emit(line);
  }

  protected accept(actor: ImportActor): void {
    this.decide(actor, proposedDecision(actor));
  }

  protected decide(actor: ImportActor, decision: ImportActorDecision | null): void {
    this.editing.set(null);
    this.store.change({ actors: [{ name: actor.name, decision }] });
  }

  /** All proposals at once, after a look at what they mean; may be taken back. */
  protected async acceptAll(): Promise<void> {
    const waiting = this.waiting();
    const rows = waiting.map((actor) => ({
      name: actor.name,
      becomes: this.words.actor(proposedDecision(actor), actor),
      isNew: actor.match === null,
    }));
    const { confirmActors } = await import('./accept-actors-dialog.ts');
    if (!(await confirmActors(this.injector, rows))) return;
    this.store.change({ actors: waiting.map((actor) => ({ name: actor.name, decision: proposedDecision(actor) })) });
    this.messages.say($localize`:@@imports.actors.accepted:${waiting.length}:count: förslag godtagna`, {
      label: $localize`:@@imports.undo:Ångra`,
      run: () => this.store.change({ actors: waiting.map(({ name }) => ({ name, decision: null })) }),
    });
  }
}
