import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Id, OrganisationRef } from '@samhandling/contracts';
import { ORGANISATION_KINDS, ORGANISATION_KIND_LABELS } from '@samhandling/domain';
import { Button, Field, Icon, Input, injectSay, nextId } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { listOf, listText } from '../data/form-values.ts';
import { Organisations } from '../data/organisations.ts';

const MOST_SHOWN = 30;

/** Several organisations, chosen by searching among those that exist; one that is missing can be added here. */
@Component({
  selector: 'sam-organisation-picker',
  imports: [Button, Field, Icon, Input],
  templateUrl: './organisation-picker.html',
  styleUrl: './organisation-picker.scss',
})
export class OrganisationPicker {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** JSON of ids, in order. */
  readonly value = input.required<string>();
  readonly locked = input(false);
  readonly error = input<readonly string[]>([]);
  /** At most this many, as for the group. */
  readonly most = input(200);
  readonly valueChange = output<string>();

  private readonly organisations = inject(Organisations);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  protected readonly id = nextId('organisationer');
  protected readonly text = signal('');
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  protected readonly busy = signal(false);
  /** Name of an organisation that is to be added as soon as its kind is known. */
  protected readonly adding = signal<string | null>(null);
  protected readonly kind = signal('');
  protected readonly kindMissing = signal(false);
  private readonly kindField = viewChild<ElementRef<HTMLSelectElement>>('kindField');
  private readonly say = injectSay();
  protected readonly kinds = ORGANISATION_KINDS.map((kind) => ({
    kind,
    label: this.say(ORGANISATION_KIND_LABELS[kind]),
  }));
  private readonly ids = computed(() => listOf(this.value()));
  protected readonly chosen = computed<readonly OrganisationRef[]>(() =>
    this.ids().map((id) => ({ id, name: this.organisations.nameOf(id) })),
  );
  protected readonly full = computed(() => this.ids().length >= this.most());
  protected readonly hits = computed(() => {
    const ids = new Set(this.ids());
    return this.organisations
      .search(this.text())
      .filter((organisation) => !ids.has(organisation.id))
      .slice(0, MOST_SHOWN);
  });
  /** Offered last, when nothing is called exactly this. */
  protected readonly newName = computed(() => {
    const name = this.text().trim();
    return name === '' || this.organisations.isKnown(name) ? '' : name;
  });
  protected readonly count = computed(() => this.hits().length + (this.newName() === '' ? 0 : 1));
  protected readonly addLabel = computed(
    () => $localize`:@@editing.organisation.add:Lägg till ”${this.newName()}:name:” som ny organisation`,
  );
  protected readonly kindLabel = computed(
    () => $localize`:@@editing.organisation.kind:Vad är ”${this.adding() ?? ''}:name:” för slags organisation?`,
  );
  protected readonly kindError = computed(() =>
    this.kindMissing() ? $localize`:@@editing.organisation.kindMissing:Välj vilket slag det är.` : null,
  );
  protected readonly result = computed(() =>
    this.open() ? $localize`:@@editing.organisation.hits:${this.count()}:count: att välja bland` : '',
  );

  protected removeLabel(organisation: OrganisationRef): string {
    return $localize`:@@editing.organisation.remove:Ta bort ${organisation.name}:name:`;
  }

  protected write(text: string): void {
    this.text.set(text);
    this.active.set(0);
    this.open.set(true);
  }

  protected key(event: KeyboardEvent): void {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!this.open()) {
          this.open.set(true);
          return;
        }
        const count = this.count();
        if (count > 0) this.active.update((at) => (at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        return;
      }
      case 'Enter':
        event.preventDefault();
        if (this.open() && this.count() > 0) this.take(this.active());
        return;
      case 'Escape':
        if (this.open()) event.stopPropagation();
        this.open.set(false);
        return;
      case 'Backspace':
        if (this.text() === '') this.emit(this.ids().slice(0, -1));
        return;
    }
  }

  /** Leaving the field closes the list, after a press on one of its rows has been heard. */
  protected left(): void {
    this.open.set(false);
  }

  protected pick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    if (row) this.take(Number(row.getAttribute('data-at')));
  }

  protected take(at: number): void {
    const hit = this.hits()[at];
    if (hit) this.choose(hit.id);
    else if (this.newName() !== '') this.ask(this.newName());
  }

  protected remove(id: Id): void {
    this.emit(this.ids().filter((one) => one !== id));
    this.field()?.nativeElement.focus();
  }

  private choose(id: Id): void {
    this.emit([...this.ids(), id]);
    this.text.set('');
    this.open.set(false);
  }

  private ask(name: string): void {
    this.open.set(false);
    this.kind.set('');
    this.kindMissing.set(false);
    this.adding.set(name);
    afterNextRender(() => this.kindField()?.nativeElement.focus(), { injector: this.injector });
  }

  protected backToSearch(): void {
    this.adding.set(null);
    this.field()?.nativeElement.focus();
  }

  protected async add(): Promise<void> {
    const name = this.adding();
    const kind = ORGANISATION_KINDS.find((known) => known === this.kind());
    this.kindMissing.set(kind === undefined);
    if (name === null || kind === undefined || this.busy()) return;
    this.busy.set(true);
    try {
      const added = await this.organisations.add(name, kind);
      this.choose(added.id);
      this.backToSearch();
      this.messages.say($localize`:@@editing.organisation.added:${name}:name: är tillagd bland organisationerna`);
    } catch (error) {
      const problem = problemOf(error);
      this.messages.fail([problem.title, ...(problem.errors ?? []).map(({ reason }) => reason)].join('. '));
    } finally {
      this.busy.set(false);
    }
  }

  private emit(ids: readonly Id[]): void {
    this.valueChange.emit(listText(ids));
  }
}
