import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { addDays, dayOf, formatDay } from '@samhandling/domain';
import { Button, Choice, Field, Input, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { WalkState } from '../data/walk-state.ts';
import {
  EMPTY_FORM,
  type FormOpen,
  type FormValues,
  actionPointOf,
  assigneesOf,
  decisionOf,
  isFormValues,
  liftOf,
  mendedFields,
  valuesOf,
} from './form-values.ts';
import { formWords } from './form-words.ts';

/**
 * What is written about an item besides the note, one form for each. What is half written is kept in the browser for this
 * item, also when the form is closed to look at something.
 */
@Component({
  selector: 'sam-walk-form',
  imports: [Autosize, Button, Choice, Field, Input],
  templateUrl: './walk-form.html',
  styleUrl: './side.scss',
})
export class WalkForm {
  readonly open = input.required<FormOpen>();
  readonly itemId = input.required<string>();
  /** `onward`: the item was put aside, so the next one is up. */
  readonly done = output<{ readonly onward: boolean; readonly said: string }>();
  readonly closed = output<void>();

  protected readonly state = inject(WalkState);
  private readonly drafts = inject(DraftStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly locale = injectLocale();

  private readonly resource = computed(() => {
    const open = this.open();
    const id = 'decision' in open ? open.decision?.id : 'actionPoint' in open ? open.actionPoint?.id : undefined;
    const lift = 'lift' in open ? open.lift?.id : undefined;
    return `walk-through/form/${this.itemId()}/${open.kind}/${id ?? lift ?? 'new'}`;
  });
  protected readonly values = linkedSignal<FormValues>(() => this.begin());
  protected readonly tried = signal(false);
  protected readonly whoLabel = $localize`:@@walk.form.who:Vem?`;
  protected readonly membersLabel = $localize`:@@walk.form.members:Med i gruppen`;
  protected readonly organisationsLabel = $localize`:@@walk.form.organisations:Organisationer`;
  protected readonly meetingLabel = $localize`:@@walk.form.meeting:Till vilket möte?`;
  protected readonly quickLabel = $localize`:@@walk.form.quick:Vanliga dagar`;
  protected readonly words = computed(() => formWords(this.open(), this.state.walk()?.liftsTo?.name ?? ''));
  protected readonly has = computed(() => {
    const { kind } = this.open();
    const mends = this.words().mends;
    return {
      more: kind === 'lift' || kind === 'cancelled' || kind === 'answer',
      who: kind === 'decision' || kind === 'actionPoint' || kind === 'answer',
      due: kind === 'decision' || kind === 'actionPoint' || kind === 'park' || kind === 'answer',
      comesBack: (kind === 'decision' && !mends) || kind === 'answer',
      meeting: kind === 'postpone' && this.later().length > 0,
    };
  });
  protected readonly missing = computed(() => {
    const { kind } = this.open();
    const { text, more, who } = this.values();
    const need = this.words();
    return {
      text: text.trim() === '' && kind !== 'postpone' ? need.textMissing : null,
      more: kind === 'cancelled' && more.trim() === '' ? need.moreMissing : null,
      who: kind === 'actionPoint' && who === '' ? need.whoMissing : null,
    };
  });
  protected readonly assignees = computed(() => {
    const walk = this.state.walk();
    const all = walk ? assigneesOf(walk) : { members: [], organisations: [] };
    // A decision is carried out by somebody the register knows.
    if (this.open().kind === 'actionPoint') return all;
    return { ...all, members: all.members.filter(({ value }) => value.startsWith('person/')) };
  });
  protected readonly later = computed(() =>
    (this.state.meeting()?.later ?? []).map(({ id, startsAt, title }) => ({
      id,
      name: [formatDay(dayOf(startsAt), this.locale), title].filter(Boolean).join(', '),
    })),
  );
  /** The days people say. */
  protected readonly quick = computed(() => {
    const day = dayOf(this.state.walk()?.meeting.startsAt ?? new Date());
    const next = this.state.meeting()?.later[0];
    const days = [
      ...(next ? [{ words: $localize`:@@walk.form.nextMeeting:Nästa möte`, day: dayOf(next.startsAt) }] : []),
      { words: $localize`:@@walk.form.twoWeeks:+2 veckor`, day: addDays(day, 14) },
      { words: $localize`:@@walk.form.fourWeeks:+4 veckor`, day: addDays(day, 28) },
    ];
    return days.map((each) => ({ ...each, full: formatDay(each.day, this.locale) }));
  });

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('textarea, select')?.focus());
  }

  protected set(name: 'text' | 'more' | 'who' | 'due' | 'meetingId', event: Event): void {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.change({ [name]: target.value });
  }

  protected setComesBack(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.change({ comesBack: event.target.checked });
  }

  protected change(part: Partial<FormValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
    this.drafts.keep(this.resource(), this.values());
  }

  /** Enter goes to the next line in a text, so the keyboard sends with Ctrl or ⌘ held. */
  protected keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.send();
  }

  protected send(): void {
    this.tried.set(true);
    if (Object.values(this.missing()).some((reason) => reason !== null)) {
      queueMicrotask(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const said = this.words().said;
    const onward = this.act();
    this.drafts.discard(this.resource());
    this.done.emit({ onward, said });
  }

  protected cancel(): void {
    this.drafts.discard(this.resource());
    this.closed.emit();
  }

  private act(): boolean {
    const open = this.open();
    const values = this.values();
    const { text, more, due, meetingId } = values;
    switch (open.kind) {
      case 'decision':
        if (open.decision) this.state.mend('decision', open.decision.id, mendedFields(open, values));
        else this.state.make('decision', decisionOf(values));
        return false;
      case 'actionPoint':
        if (open.actionPoint) this.state.mend('actionPoint', open.actionPoint.id, mendedFields(open, values));
        else this.state.make('actionPoint', actionPointOf(values));
        return false;
      case 'lift':
        if (open.lift) this.state.mend('lift', open.lift.id, mendedFields(open, values));
        else this.state.make('lift', liftOf(values));
        return false;
      case 'park':
        this.state.move({ transition: 'park', reason: text.trim(), ...(due !== '' && { parkUntil: due }) });
        return true;
      case 'postpone':
        this.state.move({
          transition: 'postpone',
          ...(text.trim() !== '' && { reason: text.trim() }),
          ...(meetingId !== '' && { postponeToId: meetingId }),
        });
        return true;
      case 'complete':
        this.complete(text.trim());
        return false;
      case 'answer':
        this.answer(values);
        return false;
      case 'needsSupport':
        this.state.judge('needs_support', { supportNeeded: text.trim() });
        return false;
      case 'cancelled':
        this.state.judge('cancelled', { cancelReason: text.trim(), cancelDecision: more.trim() });
        return false;
    }
  }

  private complete(doneText: string): void {
    const item = this.state.seen()?.item;
    const done = { version: 0, from: 'open', to: 'done', request: { transition: 'complete', doneText } } as const;
    if (item?.decision) this.state.act({ resource: 'decision', targetId: item.decision.id, ...done });
    if (item?.actionPoint) this.state.act({ resource: 'actionPoint', targetId: item.actionPoint.id, ...done });
  }

  private answer(values: FormValues): void {
    const item = this.state.seen()?.item;
    const question = item?.question;
    if (!question) return;
    const words = values.more.trim();
    const request = {
      transition: 'answer',
      agendaItemId: item.id,
      decision: decisionOf(values),
      ...(words !== '' && { answer: words }),
    } as const;
    const { id, version } = question;
    this.state.act({ resource: 'lift', targetId: id, version, from: 'waiting', to: 'answered', request });
  }

  private begin(): FormValues {
    const draft = this.drafts.read(this.resource(), isFormValues);
    if (draft) return draft.value;
    const open = this.open();
    const answer = this.state.seen()?.answer ?? {};
    const textOf = (name: string): string => {
      const value = answer[name];
      return typeof value === 'string' ? value : '';
    };
    if (open.kind === 'needsSupport') return { ...EMPTY_FORM, text: textOf('supportNeeded') };
    if (open.kind === 'answer') return { ...EMPTY_FORM, text: this.state.seen()?.item.question?.proposal ?? '' };
    if (open.kind === 'cancelled')
      return { ...EMPTY_FORM, text: textOf('cancelReason'), more: textOf('cancelDecision') };
    return valuesOf(open);
  }
}
