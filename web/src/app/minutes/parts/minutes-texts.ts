import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Minutes, Problem } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { settled } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { MinutesApi, isMinutes } from '../data/minutes-api.ts';
import { type MinutesDraft, type MinutesText, isMinutesDraft, isSameText, textOf } from '../data/minutes-text.ts';

/** The words around the items: lead-in, closing and records number. What is typed survives a lost session. */
@Component({
  selector: 'sam-minutes-texts',
  imports: [Autosize, Button, Field, Input, ProblemView],
  template: `
    @if (restored()) {
      <p class="sam-quiet" role="status">{{ restored() }}</p>
    }
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
    <form class="sam-stack" (submit)="save($event)">
      <sam-field [label]="labels.opening" [length]="text().opening.length" [max]="most">
        <textarea
          samInput
          samAutosize
          name="opening"
          rows="3"
          [attr.maxlength]="most"
          [value]="text().opening"
          (input)="write('opening', $event)"
        ></textarea>
      </sam-field>
      <sam-field [label]="labels.closing" [length]="text().closing.length" [max]="most">
        <textarea
          samInput
          samAutosize
          name="closing"
          rows="3"
          [attr.maxlength]="most"
          [value]="text().closing"
          (input)="write('closing', $event)"
        ></textarea>
      </sam-field>
      <sam-field [label]="labels.recordsNumber">
        <input
          samInput
          name="recordsNumber"
          maxlength="100"
          autocomplete="off"
          [value]="text().recordsNumber"
          (input)="write('recordsNumber', $event)"
        />
      </sam-field>
      <div class="sam-buttons">
        <button samButton type="submit" [busy]="busy()" i18n="@@minutes.saveTexts">Spara texterna</button>
      </div>
    </form>
  `,
})
export class MinutesTexts {
  readonly minutes = input.required<Minutes>();
  readonly saved = output<Minutes>();

  private readonly api = inject(MinutesApi);
  private readonly drafts = inject(DraftStore);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  protected readonly most = 20_000;
  protected readonly labels = {
    opening: $localize`:@@minutes.opening:Inledning`,
    closing: $localize`:@@minutes.closing:Avslutning`,
    recordsNumber: $localize`:@@minutes.recordsNumber:Diarienummer`,
  };
  protected readonly text = signal<MinutesText>({ opening: '', closing: '', recordsNumber: '' });
  /** What the text began as; moves on with what others save. */
  private readonly base = signal<Minutes | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly restored = signal('');
  private readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && !isSameText(this.text(), textOf(base));
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const minutes = this.minutes();
      untracked(() => this.take(minutes));
    });
  }

  protected write(field: keyof MinutesText, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.text.update((text) => ({ ...text, [field]: value }));
    this.keep();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const base = this.base();
    if (base === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.done(await this.api.update(base, this.text()));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isMinutes(problem.current)) await this.choose(base, problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private keep(): void {
    const base = this.base();
    if (base === null) return;
    const draft: MinutesDraft = { text: this.text(), base: textOf(base), version: base.version };
    if (this.dirty()) this.drafts.keep(this.key(), draft);
    else this.drafts.discard(this.key());
  }

  private take(minutes: Minutes): void {
    const before = this.base();
    const untouched = before === null || isSameText(this.text(), textOf(before));
    // Where somebody else has changed the texts, what is written here meets theirs when it is saved.
    if (!untouched && !isSameText(textOf(before), textOf(minutes))) return;
    this.base.set(minutes);
    if (!untouched) return;
    this.text.set(textOf(minutes));
    const draft = before === null ? this.drafts.read(this.key(), isMinutesDraft) : null;
    if (!draft || isSameText(draft.value.text, textOf(minutes))) return;
    const { text, base, version } = draft.value;
    // Written over texts that somebody has changed since: theirs is met when this is saved.
    if (!isSameText(base, textOf(minutes))) this.base.set({ ...minutes, ...base, version });
    this.text.set(text);
    const when = formatInstant(draft.savedAt, this.locale);
    this.restored.set($localize`:@@minutes.restored:Det du skrev ${when}:when: är inte sparat än och finns kvar här.`);
  }

  private done(minutes: Minutes): void {
    this.drafts.discard(this.key());
    this.restored.set('');
    this.base.set(minutes);
    this.text.set(textOf(minutes));
    this.saved.emit(minutes);
    this.messages.say($localize`:@@minutes.textsSaved:Texterna är sparade.`);
  }

  /** Somebody else saved first: chosen field by field, and saved on top of theirs. */
  private async choose(base: Minutes, theirs: Minutes): Promise<void> {
    const versions = { base: textOf(base), mine: this.text(), theirs: textOf(theirs) };
    const merged = await settled(this.injector, versions, {
      labels: this.labels,
      shown: (name, value) => value[name],
    });
    if (merged === null) return;
    this.base.set(theirs);
    this.text.set(merged);
    try {
      this.done(await this.api.update(theirs, merged));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private key(): string {
    return `minutes/${this.minutes().id}`;
  }
}
