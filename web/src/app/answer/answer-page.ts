import {
  DOCUMENT,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import type { AnswerReceipt, AnswerSheet, FollowUpPage, Problem } from '@samhandling/contracts';
import { Button, Icon, PageHeader, Skeleton } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { AnswerItem } from './answer-item.ts';
import { AnswerOverview } from './answer-overview.ts';
import { AnswerReceiptView } from './answer-receipt.ts';
import { AnswerApi } from './data/answer-api.ts';
import { ANSWER_STAND_INS, AnswerDrafts } from './data/answer-stand-ins.ts';
import { nextLeft, placeOf } from './data/sheet-words.ts';

/** `closed`: nobody has pressed the button. `opened`: the sheet is here. `refused`: and why. `renewed`: a new link is asked for. */
type Door = 'closed' | 'opening' | 'opened' | 'refused' | 'renewed';

/** Refusals that a new link to the same address helps against. */
const HELPED_BY_RENEWAL: readonly string[] = ['link_expired', 'link_other_browser'];

/**
 * `/svara#…`: the page of an answer link. The secret is in the part of the address that is never sent to a server, and nothing is
 * opened until a person presses the button, so that a mail scanner that follows the address opens nothing.
 */
@Component({
  selector: 'sam-answer-page',
  imports: [AnswerItem, AnswerOverview, AnswerReceiptView, Button, Icon, PageHeader, Skeleton],
  providers: [...ANSWER_STAND_INS],
  templateUrl: './answer-page.html',
})
export class AnswerPage {
  /** The item on screen, from 1; without it the list. */
  readonly fraga = input<string>();

  private readonly api = inject(AnswerApi);
  private readonly drafts = inject(AnswerDrafts);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly token = inject(DOCUMENT).location.hash.slice(1);

  protected readonly door = signal<Door>(this.token === '' ? 'opening' : 'closed');
  protected readonly sheet = signal<AnswerSheet | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly finishProblem = signal<Problem | null>(null);
  /** The receipt is put away when one goes back to an item. */
  protected readonly receipt = linkedSignal<string | undefined, AnswerReceipt | null>({
    source: this.fraga,
    computation: () => null,
  });
  protected readonly place = computed(() => placeOf(this.fraga(), this.sheet()?.items ?? []));
  protected readonly item = computed(() => this.sheet()?.items[(this.place() ?? 0) - 1] ?? null);
  protected readonly next = computed(() => nextLeft(this.sheet()?.items ?? [], this.place() ?? 0));
  protected readonly mayRenew = computed(
    () => this.token !== '' && HELPED_BY_RENEWAL.includes(this.problem()?.code ?? ''),
  );
  protected readonly mayRetry = computed(() => {
    const status = this.problem()?.status ?? 0;
    return status === 0 || status >= 500;
  });
  /** What the API says of a page that is not there, or of nobody signed in, would not help somebody who has only a link. */
  protected readonly refusedHeading = computed(() => {
    const problem = this.problem();
    if (problem?.status === 404) return $localize`:@@answer.refused.unknown:Länken går inte att använda`;
    if (problem?.status === 401) return $localize`:@@answer.refused.lost:Öppna din svarslänk igen`;
    return problem?.title ?? '';
  });
  protected readonly refusedText = computed(() => {
    const problem = this.problem();
    return problem?.status === 401
      ? $localize`:@@answer.refused.lostText:Du kom hit utan länken, eller så har den slutat gälla i den här webbläsaren. Öppna den i mejlet igen. Det du har skrivit finns kvar.`
      : (problem?.detail ?? '');
  });
  /** Which of the page's faces is shown: each is a page of its own to whoever reads it. */
  private readonly face = computed(() => {
    const opened = this.item() ? 'item' : this.receipt() ? 'receipt' : 'list';
    return this.door() === 'opened' ? opened : this.door();
  });
  protected readonly closedHeading = $localize`:@@answer.closed.heading:Dina frågor om årets uppföljning`;
  protected readonly renewedHeading = $localize`:@@answer.renewed.heading:Titta i din inkorg`;

  constructor() {
    // Without a secret in the address it may be a reload, or a link this browser has opened before.
    if (this.token === '') void this.enter(() => this.api.sheet());
    let before = this.face();
    afterRenderEffect(() => {
      const face = this.face();
      if (face === before) return;
      const isFirst = before === 'opening';
      before = face;
      // The face of an item moves the focus itself, and what the page began with is read from the top.
      if (face === 'item' || isFirst) return;
      const heading = this.host.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    });
    effect(() => {
      const sheet = this.sheet();
      if (sheet) this.words.use(sheet.plan.words);
    });
  }

  protected open(): Promise<void> {
    return this.enter(() => (this.token === '' ? this.api.sheet() : this.api.open(this.token)));
  }

  protected async renew(): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.renew(this.token);
      this.door.set('renewed');
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected keep(page: FollowUpPage): void {
    this.sheet.update((sheet) =>
      sheet === null
        ? sheet
        : {
            ...sheet,
            items: sheet.items.map((item) =>
              item.followUp.id === page.followUp.id ? { ...page, neighbours: item.neighbours } : item,
            ),
          },
    );
  }

  protected go(place: number | null): void {
    void this.router.navigate([], { queryParams: place === null ? {} : { fraga: place } });
  }

  protected async finish(): Promise<void> {
    this.busy.set(true);
    this.finishProblem.set(null);
    try {
      const receipt = await this.api.finish();
      await this.router.navigate([], { queryParams: {} });
      this.receipt.set(receipt);
    } catch (error) {
      this.finishProblem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected closeReceipt(): void {
    this.receipt.set(null);
  }

  private async enter(ask: () => Promise<AnswerSheet>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const sheet = await ask();
      this.drafts.belongTo(sheet.person.id);
      this.sheet.set(sheet);
      this.door.set('opened');
      // From here on the cookie is the key: the secret goes out of the address, and out of sight.
      if (this.token !== '') await this.router.navigate([], { queryParamsHandling: 'preserve', replaceUrl: true });
    } catch (error) {
      this.problem.set(problemOf(error));
      this.door.set('refused');
    } finally {
      this.busy.set(false);
    }
  }
}
