import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Id, type ImportListItem, type ImportReview, type Problem, pages } from '@samhandling/contracts';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { FileDrop } from '@samhandling/ui/choosing';
import { CurrentPlan } from '../../core/current-plan.ts';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { FILE_ENDINGS, MAX_CHARACTERS, fileRefusal } from '../data/file-limits.ts';
import { ImportsApi } from '../data/imports-api.ts';

const DRAFT = 'import/new';
const isText = (value: unknown): value is string => typeof value === 'string';

/** `/importera`: paste or choose the published plan; nothing is changed by it until somebody has looked it through. */
@Component({
  selector: 'sam-imports-page',
  imports: [
    Breadcrumb,
    Button,
    Disclosure,
    Field,
    FileDrop,
    Icon,
    Input,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.scss',
})
export class ImportsPage {
  protected readonly pages = pages;
  protected readonly accept = FILE_ENDINGS.join(',');
  protected readonly chooseFile = $localize`:@@imports.file.choose:Välj fil`;
  protected readonly fileLimits = $localize`:@@imports.file.limits:Word (.docx), webbsida (.html) eller text (.txt), högst 5 MB. Du kan också dra filen hit.`;
  private readonly api = inject(ImportsApi);
  private readonly router = inject(Router);
  private readonly drafts = inject(DraftStore);
  private readonly locale = injectLocale();
  protected readonly plans = inject(CurrentPlan).plans;
  protected readonly earlier = this.api.list();

  private readonly draft = this.drafts.read(DRAFT, isText);
  protected readonly text = signal(this.draft?.value ?? '');
  protected readonly restored = signal(this.draft !== null);
  private keptHere = true;
  protected readonly compareWith = signal<Id>('');
  /** 0 to 1 while a file is on its way, null otherwise. */
  protected readonly sent = signal<number | null>(null);
  protected readonly reading = signal<'text' | 'file' | null>(null);
  protected readonly textProblem = signal<Problem | null>(null);
  protected readonly fileProblem = signal<Problem | null>(null);
  protected readonly listProblem = computed(() => {
    const error = this.earlier.error();
    return error ? problemOf(error) : null;
  });

  protected readonly labels = {
    heading: $localize`:@@imports.title:Läs in en plan`,
    text: $localize`:@@imports.text:Planens text`,
    textHint: $localize`:@@imports.textHint:Kopiera hela planen från webbsidan eller dokumentet, rubriker och allt, och klistra in den här.`,
    compare: $localize`:@@imports.compare:Jämför med`,
    compareHint: $localize`:@@imports.compareHint:Finns planen redan visas skillnaderna. Ingenting i den ändras.`,
    example: $localize`:@@imports.example:Så ska texten se ut`,
  };
  protected readonly pointers = { '/text': this.labels.text };
  protected readonly progressWords = computed(() => {
    const sent = this.sent();
    if (this.reading() === null) return '';
    if (sent !== null && sent < 1) {
      return $localize`:@@imports.sending:Skickar filen, ${Math.floor(sent * 100)}:percent: procent…`;
    }
    return $localize`:@@imports.reading:Läser texten och letar efter mål, områden och aktiviteter…`;
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.text() !== '' && !this.keptHere && this.reading() === null);
  }

  protected write(text: string): void {
    this.text.set(text);
    this.restored.set(false);
    this.textProblem.set(null);
    if (text === '') this.drafts.discard(DRAFT);
    else this.keptHere = this.drafts.keep(DRAFT, text);
  }

  protected async sendText(event: Event): Promise<void> {
    event.preventDefault();
    if (this.text().trim() === '') {
      this.textProblem.set({
        type: 'about:blank#invalid',
        status: 422,
        code: 'invalid',
        title: $localize`:@@imports.text.missing:Det finns ingen text att läsa`,
        detail: $localize`:@@imports.text.missingDetail:Klistra in planens text i fältet, eller välj en fil.`,
      });
      return;
    }
    if (this.text().length > MAX_CHARACTERS) {
      this.textProblem.set({
        type: 'about:blank#too_large',
        status: 413,
        code: 'too_large',
        title: $localize`:@@imports.text.long:Texten är för lång`,
        detail: $localize`:@@imports.text.longDetail:Den får ha högst 5 miljoner tecken. Klistra in bara planen.`,
      });
      return;
    }
    await this.read('text', this.textProblem, () => {
      const planId = this.compareWith();
      return this.api.fromText(planId === '' ? { text: this.text() } : { text: this.text(), planId });
    });
  }

  protected async sendFile(file: File): Promise<void> {
    const refusal = fileRefusal(file);
    this.fileProblem.set(refusal);
    if (refusal) return;
    this.sent.set(0);
    await this.read('file', this.fileProblem, () =>
      this.api.fromFile(file, this.compareWith() || null, (share) => this.sent.set(share)),
    );
    this.sent.set(null);
  }

  private async read(
    what: 'text' | 'file',
    problem: { set(value: Problem | null): void },
    send: () => Promise<ImportReview>,
  ): Promise<void> {
    if (this.reading() !== null) return;
    this.reading.set(what);
    this.textProblem.set(null);
    this.fileProblem.set(null);
    try {
      const review = await send();
      if (what === 'text') {
        this.drafts.discard(DRAFT);
        this.text.set('');
      }
      await this.router.navigateByUrl(pages.import(review.id));
    } catch (error) {
      problem.set(problemOf(error));
    } finally {
      this.reading.set(null);
    }
  }

  protected nameOf(item: ImportListItem): string {
    return item.sourceName === '' ? $localize`:@@imports.pasted:Inklistrad text` : item.sourceName;
  }

  protected factsOf(item: ImportListItem): string {
    const when = formatInstant(item.createdAt, this.locale);
    return $localize`:@@imports.item.facts:${when}:when: av ${item.createdBy.name}:name:`;
  }
}
