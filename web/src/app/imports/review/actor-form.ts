import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ImportActor, ImportActorDecision } from '@samhandling/contracts';
import { ORGANISATION_KINDS, ORGANISATION_KIND_LABELS, type OrganisationKind } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Input, injectLocale, nextId } from '@samhandling/ui';
import { DecisionWords } from './decision-words.ts';

/** Another answer than the proposed one: any organisation that exists, or a new one with its own name and kind. */
@Component({
  selector: 'sam-actor-form',
  imports: [Button, Choice, Choices, Field, Input],
  template: `
    <form class="sam-stack sam-aside" novalidate (submit)="save($event)">
      <sam-choices [label]="labels.question">
        <label samChoice>
          <input type="radio" [name]="group" [checked]="use() === 'existing'" (change)="use.set('existing')" />
          <span i18n="@@imports.actor.useExisting">En organisation som finns</span>
        </label>
        <label samChoice>
          <input type="radio" [name]="group" [checked]="use() === 'new'" (change)="use.set('new')" />
          <span i18n="@@imports.actor.useNew">En ny organisation</span>
        </label>
      </sam-choices>
      @if (use() === 'existing') {
        <sam-field [label]="labels.organisation" [error]="organisationError()">
          <select samInput [value]="organisationId()" (change)="organisationId.set($any($event.target).value)">
            <option value="" i18n="@@imports.actor.choose">Välj organisation</option>
            @for (organisation of organisations(); track organisation.id) {
              <option [value]="organisation.id" [selected]="organisation.id === organisationId()">
                {{ organisation.name }}
              </option>
            }
          </select>
        </sam-field>
        <label samChoice>
          <input type="checkbox" [checked]="remember()" (change)="remember.set($any($event.target).checked)" />
          <span>{{ rememberLabel() }}</span>
        </label>
      } @else {
        <sam-field required [label]="labels.name" [error]="nameError()">
          <input
            samInput
            type="text"
            autocomplete="off"
            maxlength="300"
            [value]="name()"
            (input)="name.set($any($event.target).value)"
          />
        </sam-field>
        <sam-field [label]="labels.kind">
          <select samInput (change)="kind.set($any($event.target).value)">
            @for (one of kinds; track one.code) {
              <option [value]="one.code" [selected]="one.code === kind()">{{ one.label }}</option>
            }
          </select>
        </sam-field>
      }
      <div class="sam-buttons">
        <button samButton type="submit" i18n="@@imports.actor.save">Spara valet</button>
        <button samButton="quiet" type="button" (click)="cancelled.emit()" i18n="@@imports.cancel">Avbryt</button>
      </div>
    </form>
  `,
})
export class ActorForm {
  readonly actor = input.required<ImportActor>();
  readonly decided = output<ImportActorDecision>();
  readonly cancelled = output<void>();

  private readonly words = inject(DecisionWords);
  private readonly locale = injectLocale();
  protected readonly group = nextId('actor');
  protected readonly labels = {
    question: $localize`:@@imports.actor.question:Vad är det för aktör?`,
    organisation: $localize`:@@imports.actor.organisation:Organisation`,
    name: $localize`:@@imports.actor.name:Namn`,
    kind: $localize`:@@imports.actor.kind:Slag`,
  };
  protected readonly kinds = ORGANISATION_KINDS.map((code) => ({
    code,
    label: ORGANISATION_KIND_LABELS[code][this.locale],
  }));
  protected readonly organisations = computed(() =>
    this.words.organisations.hasValue() ? this.words.organisations.value() : [],
  );
  private readonly start = computed<ImportActorDecision>(() => {
    const { decision, match, name, proposedKind } = this.actor();
    if (decision) return decision;
    return match
      ? { use: 'existing', organisationId: match.organisation.id, rememberAlias: match.by === 'similar' }
      : { use: 'new', name, kind: proposedKind };
  });
  protected readonly use = linkedSignal<'existing' | 'new'>(() => this.start().use);
  protected readonly organisationId = linkedSignal(() => {
    const start = this.start();
    return start.use === 'existing' ? start.organisationId : (this.actor().match?.organisation.id ?? '');
  });
  protected readonly remember = linkedSignal(() => {
    const start = this.start();
    return start.use === 'existing' ? start.rememberAlias : true;
  });
  protected readonly name = linkedSignal(() => {
    const start = this.start();
    return start.use === 'new' ? start.name : this.actor().name;
  });
  protected readonly kind = linkedSignal<OrganisationKind>(() => {
    const start = this.start();
    return start.use === 'new' ? start.kind : this.actor().proposedKind;
  });
  protected readonly asked = signal(false);
  protected readonly rememberLabel = computed(
    () => $localize`:@@imports.actor.remember:Kom ihåg ”${this.actor().name}:name:” som ett annat skrivsätt`,
  );
  protected readonly organisationError = computed(() =>
    this.asked() && this.organisationId() === ''
      ? $localize`:@@imports.actor.organisationMissing:Välj en organisation.`
      : null,
  );
  protected readonly nameError = computed(() =>
    this.asked() && this.name().trim() === ''
      ? $localize`:@@imports.actor.nameMissing:Skriv organisationens namn.`
      : null,
  );

  protected save(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (this.use() === 'existing') {
      if (this.organisationId() === '') return;
      this.decided.emit({ use: 'existing', organisationId: this.organisationId(), rememberAlias: this.remember() });
    } else if (this.name().trim() !== '') {
      this.decided.emit({ use: 'new', name: this.name().trim(), kind: this.kind() });
    }
  }
}
