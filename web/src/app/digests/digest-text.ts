import { Component, Injector, afterNextRender, computed, effect, inject, input, output, signal } from '@angular/core';
import type { Digest, DigestText, Problem } from '@samhandling/contracts';
import { DIGEST_SECTION_LABELS, DIGEST_TEXT_LENGTH } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, formatInstant, injectLocale, injectSay } from '@samhandling/ui';
import { Autosize, Callout, Diff, SaveState, type SaveStatus } from '@samhandling/ui/work';
import { DraftStore } from '../core/draft-store.ts';
import { problemOf } from '../core/problem.ts';
import { staleFields } from '../core/stale.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { LinkedText } from '../paper-blocks/linked-text.ts';
import { DigestsApi, isDigest, textIn } from './data/digests-api.ts';

interface Written {
  readonly text: string;
}
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && typeof (value as Written).text === 'string';

/** One part of a goal's page: what the facts give, or what a person has written over it, with what has changed since. */
@Component({
  selector: 'sam-digest-text',
  imports: [Autosize, Button, Callout, Diff, Field, Input, LinkedText, ProblemView, SaveState],
  templateUrl: './digest-text.html',
  styles: `
    .points {
      max-width: var(--sam-measure);
      padding-inline-start: 1.2em;
    }
    .points li + li {
      margin-top: var(--sam-space-2);
    }
    .tools {
      margin-top: var(--sam-space-3);
    }
    h3 {
      margin-bottom: var(--sam-space-2);
    }
  `,
})
export class DigestTextPart {
  readonly digestId = input.required<string>();
  readonly part = input.required<DigestText>();
  /** Said to screen readers with each button: "Delmål 2". */
  readonly place = input.required<string>();
  readonly mayEdit = input.required<boolean>();
  readonly stored = output<Digest>();

  private readonly api = inject(DigestsApi);
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  private readonly locale = injectLocale();
  protected readonly most = DIGEST_TEXT_LENGTH;
  protected readonly editing = signal(false);
  protected readonly form = signal('');
  protected readonly status = signal<SaveStatus>('idle');
  protected readonly problem = signal<Problem | null>(null);
  private base = '';
  private version = 0;
  private proposal = '';

  protected readonly heading = computed(() => this.say(DIGEST_SECTION_LABELS[this.part().section]));
  protected readonly points = computed(() => lines(this.part().proposal));
  protected readonly paragraphs = computed(() => lines(this.part().text ?? ''));
  protected readonly dirty = computed(() => this.editing() && this.form() !== this.base);
  protected readonly updated = computed(() => {
    const { updatedAt, updatedBy } = this.part();
    if (updatedAt === null || updatedBy === null) return '';
    const when = formatInstant(updatedAt, this.locale);
    return $localize`:@@digests.text.updated:Skriven av ${updatedBy.name}:name: ${when}:when:`;
  });
  protected readonly more = computed(() => {
    const count = this.part().overflow.length;
    if (count === 0) return '';
    return count === 1
      ? $localize`:@@digests.text.moreOne:En punkt till får inte plats och står i bilagan.`
      : $localize`:@@digests.text.more:${count}:count: punkter till får inte plats och står i bilagan.`;
  });
  protected readonly reason = computed(() => this.problem()?.title ?? '');
  protected readonly fieldLabel = computed(() => `${this.heading()}, ${this.place()}`);
  protected readonly words = {
    hint: $localize`:@@digests.text.hint:En rad för varje stycke. Skriv inget om enskilda personer som arbetet gäller.`,
    clash: $localize`:@@digests.text.clash:Underlaget har ändrats sedan texten skrevs`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      if (!this.editing()) return;
      if (this.dirty()) this.drafts.keep(this.resource(), { text: this.form() } satisfies Written);
      else this.drafts.discard(this.resource());
    });
  }

  protected edit(): void {
    const part = this.part();
    this.base = part.text ?? part.proposal;
    this.version = part.version;
    this.proposal = part.proposal;
    this.form.set(this.drafts.read(this.resource(), isWritten)?.value.text ?? this.base);
    this.editing.set(true);
    afterNextRender(() => this.field()?.focus(), { injector: this.injector });
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.form.set(event.target.value);
    this.status.set('changed');
  }

  protected cancel(): void {
    this.drafts.discard(this.resource());
    this.leave('idle');
  }

  protected save(): Promise<void> {
    return this.put(this.form().trim(), this.proposal);
  }

  /** The text stands, and what it was written over is what the facts give now. */
  protected keep(): Promise<void> {
    const { text, proposal, version } = this.part();
    this.version = version;
    return this.put(text, proposal);
  }

  /** What the facts give stands again. */
  protected restore(): Promise<void> {
    const { proposal, version } = this.part();
    this.version = version;
    return this.put(null, proposal);
  }

  private async put(text: string | null, proposal: string): Promise<void> {
    if (this.status() === 'saving') return;
    this.status.set('saving');
    this.problem.set(null);
    try {
      this.accept(await this.api.putText(this.digestId(), this.part().key, this.version, { text, proposal }));
    } catch (error) {
      const problem = problemOf(error);
      const theirs = isDigest(problem.current) ? textIn(problem.current, this.part().key) : undefined;
      if (problem.status === 412 && isDigest(problem.current) && theirs && text !== null)
        await this.settle(problem.current, theirs);
      else {
        this.problem.set(problem);
        this.status.set('failed');
      }
    }
  }

  /** Somebody else saved first: both texts are shown, and one is chosen. */
  private async settle(digest: Digest, theirs: DigestText): Promise<void> {
    const stored = { text: theirs.text ?? theirs.proposal };
    const labels = { text: this.heading() };
    const fields = staleFields({ text: this.base }, { text: this.form() }, stored, labels, (_, value) => value.text);
    if (fields.length === 0) return this.accept(digest);
    const who = theirs.updatedBy ? $localize`:@@digests.text.stale:${theirs.updatedBy.name}:name: har sparat.` : '';
    const { askAboutStale } = await import('../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who, fields });
    this.status.set('changed');
    if (answer === null) return;
    if (answer['text'] !== 'mine') return this.accept(digest);
    this.version = theirs.version;
    this.proposal = theirs.proposal;
    await this.save();
  }

  private accept(digest: Digest): void {
    this.drafts.discard(this.resource());
    this.leave('saved');
    this.stored.emit(digest);
  }

  private leave(status: SaveStatus): void {
    this.editing.set(false);
    this.status.set(status);
    this.problem.set(null);
    afterNextRender(() => document.getElementById(this.buttonId())?.focus(), { injector: this.injector });
  }

  protected buttonId(): string {
    return `skriv-${this.part().key}`;
  }

  private field(): HTMLTextAreaElement | null {
    return document.querySelector(`[data-key="${this.part().key}"] textarea`);
  }

  private resource(): string {
    return `digest/${this.digestId()}/${this.part().key}`;
  }
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
