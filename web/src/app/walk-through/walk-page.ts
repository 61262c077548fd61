import { Dialog } from '@angular/cdk/dialog';
import {
  ApplicationRef,
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { JUDGEMENTS, type Judgement } from '@samhandling/domain';
import { Button, Empty, ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { Messages } from '../core/messages.ts';
import { SignInAgain } from '../core/sign-in-again.ts';
import { Words } from '../core/words.ts';
import { ItemClock } from './data/item-clock.ts';
import { type WalkAction, actionOf, placeOf } from './data/keys.ts';
import { LiveFeed } from './data/live-feed.ts';
import { OnBehalf } from './data/on-behalf.ts';
import { Pen } from './data/pen.ts';
import { SingleKeys } from './data/single-keys.ts';
import { WalkReading } from './data/walk-reading.ts';
import { WalkState } from './data/walk-state.ts';
import { becameWords, itemName, kickerWords, placeWords } from './data/walk-words.ts';
import { WholeScreen } from './data/whole-screen.ts';
import { BriefingPart } from './parts/briefing-part.ts';
import { EndPart } from './parts/end-part.ts';
import type { FormOpen } from './parts/form-values.ts';
import { HeldPart } from './parts/held-part.ts';
import { ItemActions } from './parts/item-actions.ts';
import { JudgementKeys } from './parts/judgement-keys.ts';
import { MadePart } from './parts/made-part.ts';
import { NotePart } from './parts/note-part.ts';
import { OtherPart } from './parts/other-part.ts';
import { WalkForm } from './parts/walk-form.ts';
import { WalkHead } from './parts/walk-head.ts';

/** `/mote/:id/genomgang`: the meeting, one item at a time, on a wall and under one person's fingers. */
@Component({
  selector: 'sam-walk-page',
  imports: [
    BriefingPart,
    Button,
    Empty,
    EndPart,
    HeldPart,
    ItemActions,
    JudgementKeys,
    LockedNote,
    MadePart,
    NotePart,
    OtherPart,
    ProblemView,
    Skeleton,
    WalkForm,
    WalkHead,
  ],
  providers: [WalkState, WalkReading, ItemClock, LiveFeed, OnBehalf, Pen, WholeScreen],
  templateUrl: './walk-page.html',
  styleUrl: './walk-page.scss',
  host: { '(document:keydown)': 'keyed($event)' },
})
export class WalkPage {
  readonly id = input.required<string>();

  protected readonly state = inject(WalkState);
  private readonly injector = inject(Injector);
  private readonly app = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);
  private readonly dialog = inject(Dialog);
  private readonly singleKeys = inject(SingleKeys);
  private readonly wholeScreen = inject(WholeScreen);
  private readonly messages = inject(Messages);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly note = viewChild(NotePart);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly asideLabel = $localize`:@@walk.aside:Bedöm, anteckna och besluta`;
  protected readonly emptyHeading = $localize`:@@walk.empty:Dagordningen är tom`;
  protected readonly form = signal<FormOpen | null>(null);
  protected readonly said = signal('');

  protected readonly item = computed(() => this.state.seen()?.item ?? null);
  protected readonly wording = computed(() => this.item()?.activity?.text ?? this.item()?.title ?? '');
  /** The longer the wording, the smaller its letters: all of it is to be seen at once. */
  protected readonly size = computed(() => {
    const { length } = this.wording();
    return length < 120 ? 'short' : length < 320 ? 'middling' : 'long';
  });
  protected readonly kicker = computed(() => {
    const item = this.item();
    return item ? kickerWords(item, this.locale) : '';
  });
  protected readonly became = computed(() => {
    const seen = this.state.seen();
    return seen ? becameWords(seen, this.locale) : '';
  });

  constructor() {
    titleFromData(() => {
      const group = this.state.walk()?.group.name;
      return group === undefined ? undefined : $localize`:@@walk.titleOf:Genomgång, ${group}:group:`;
    });
    effect(() => {
      const id = this.id();
      untracked(() => void this.state.open(id));
    });
    effect(() => {
      const walk = this.state.walk();
      if (walk) this.words.use(walk.plan.words);
    });
    this.sayWhere();
  }

  protected keyed(event: KeyboardEvent): void {
    const inDialog = this.dialog.openDialogs.length > 0;
    const place = placeOf(this.document.activeElement, this.singleKeys.on(), inDialog);
    const action = actionOf(event, place);
    if (!action || event.defaultPrevented) return;
    // With a form open a letter beside its fields is a slip, and would take the form away.
    if (this.form() && action !== 'close' && action !== 'help') return;
    event.preventDefault();
    this.do(action);
  }

  protected do(action: WalkAction): void {
    const writing = this.state.writing() && !this.state.atEnd();
    switch (action) {
      case 'next':
        return this.go(() => this.state.next());
      case 'previous':
        return this.go(() => this.state.previous());
      case 'summary':
        return this.go(() => this.state.end());
      case 'follow':
        return this.go(() => this.state.follow());
      case 'list':
        return void this.list();
      case 'help':
        return void import('./parts/keys-dialog.ts').then(({ openKeys }) => openKeys(this.injector));
      case 'screen':
        return this.wholeScreen.on.update((on) => !on);
      case 'close':
        return this.close();
      default:
        if (writing) this.write(action);
        else if (!this.state.writing()) this.sayReadOnly();
    }
  }

  protected judge(judgement: Judgement): void {
    if (!this.item()?.about?.followUp?.mayWrite) return;
    if (judgement === 'needs_support') return this.openForm({ kind: 'needsSupport' });
    if (judgement === 'cancelled') return this.openForm({ kind: 'cancelled' });
    this.state.judge(judgement);
  }

  /** Drawn before the next key comes, so that the letters of a quick hand land in the field and are not taken for shortcuts. */
  protected openForm(open: FormOpen | null): void {
    this.form.set(open);
    this.app.tick();
  }

  protected formDone({ onward, said }: { onward: boolean; said: string }): void {
    this.openForm(null);
    this.said.set(said);
    if (onward) this.go(() => this.state.next());
    else this.toHeading();
  }

  protected closeForm(): void {
    this.openForm(null);
    this.toHeading();
  }

  protected again(): void {
    void this.state.open(this.id());
  }

  protected restore(): void {
    this.state.move({ transition: 'restore' });
  }

  protected async takePen(force: boolean): Promise<void> {
    const problem = await this.state.takePen(force);
    if (problem) this.messages.fail(problem.detail || problem.title);
  }

  protected async signIn(): Promise<void> {
    if (await this.injector.get(SignInAgain).ask()) this.state.signedInAgain();
  }

  protected showHeld(): void {
    const index = this.state.seenAll().findIndex(({ held }) => held.length > 0);
    if (index >= 0) this.go(() => this.state.go(index));
  }

  private write(action: WalkAction): void {
    const item = this.item();
    if (!item) return;
    const number = /^judge(\d)$/.exec(action)?.[1];
    const judgement = number === undefined ? undefined : JUDGEMENTS[Number(number) - 1];
    if (judgement) return this.judge(judgement);
    switch (action) {
      case 'note':
        return this.note()?.focus();
      case 'decision':
        return this.openForm({ kind: item.question?.mayAnswer ? 'answer' : 'decision' });
      case 'action':
        return this.openForm({ kind: 'actionPoint' });
      case 'complete':
        if (item.decision || item.actionPoint) this.openForm({ kind: 'complete' });
        return;
      case 'lift':
        if (this.state.walk()?.liftsTo) this.openForm({ kind: 'lift' });
        return;
      case 'park':
        if (item.kind === 'activity') this.openForm({ kind: 'park' });
        return;
      case 'postpone':
        return this.openForm({ kind: 'postpone' });
      case 'nothingNew':
        this.state.move({ transition: 'nothing_new' });
        return this.go(() => this.state.next());
      case 'treat':
        this.state.move({ transition: 'treat' });
        return this.go(() => this.state.next());
      default:
    }
  }

  /** Nothing waits for the network: the next item is drawn in the frame after the key. Measured, to be looked at. */
  private go(step: () => void): void {
    const { performance } = globalThis;
    performance.mark('walk-key');
    this.form.set(null);
    step();
    afterNextRender(
      () => {
        performance.measure('walk-step', 'walk-key');
        this.document.defaultView?.scrollTo({ top: 0 });
        // A focus that went with the old item starts at the heading of the new one; any other stays where it is.
        if (this.document.activeElement === this.document.body) this.toHeading();
      },
      { injector: this.injector },
    );
    this.app.tick();
  }

  private async list(): Promise<void> {
    const { chooseItem } = await import('./parts/items-dialog.ts');
    const index = await chooseItem(this.injector, { items: this.state.seenAll(), index: this.state.index() });
    if (index !== null) this.go(() => this.state.go(index));
  }

  /** One step out: from the field, from the form, from the whole screen. */
  private close(): void {
    const { activeElement } = this.document;
    if (this.form()) return this.closeForm();
    if (activeElement instanceof HTMLElement && placeOf(activeElement, true, false).inText) return this.toHeading();
    this.wholeScreen.on.set(false);
  }

  private toHeading(): void {
    queueMicrotask(() => this.heading()?.nativeElement.focus({ preventScroll: true }));
  }

  private sayWhere(): void {
    effect(() => {
      const item = this.item();
      const atEnd = this.state.atEnd();
      const place = placeWords(
        this.state.index(),
        untracked(() => this.state.items().length),
      );
      if (item) this.said.set(atEnd ? $localize`:@@walk.end.heading:Mötets slut` : `${place}. ${itemName(item)}`);
    });
    effect(() => {
      const name = this.state.lostTo();
      if (name !== '')
        this.messages.fail(
          $localize`:@@walk.pen.lost:${name}:name: har tagit över pennan. Det du hade skrivit är kvar.`,
        );
    });
  }

  private sayReadOnly(): void {
    const walk = this.state.walk();
    if (walk) this.messages.say(walk.lockedReason || $localize`:@@walk.pen.first:Ta pennan först: Börja skriva.`);
  }
}
