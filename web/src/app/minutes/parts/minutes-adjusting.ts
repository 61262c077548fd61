import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Minutes, MinutesAdjuster, Problem } from '@samhandling/contracts';
import { ADJUSTING_CHANNEL_LABELS, type AdjustingChannel, dayOf } from '@samhandling/domain';
import { Button, Field, Icon, Input, ProblemView, formatInstant, injectLocale, injectSay } from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { LetterAgain } from '../../letters/letter-again.ts';
import { LetterLine } from '../../letters/letter-line.ts';
import { MinutesApi, isMinutes } from '../data/minutes-api.ts';

type Told = Exclude<AdjustingChannel, 'self'>;

/** Who has adjusted and who is left. One says yes oneself; a planner notes what others have said, and how. */
@Component({
  selector: 'sam-minutes-adjusting',
  imports: [Button, Field, Icon, Input, LetterAgain, LetterLine, ProblemView],
  template: `
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
    <ul class="sam-rows">
      @for (adjuster of minutes().adjusters; track adjuster.id) {
        <li>
          <div class="sam-row sam-row--apart">
            <div>
              <strong>{{ adjuster.name }}</strong>
              <p class="sam-quiet sam-small">
                @if (adjuster.adjustedAt) {
                  <sam-icon name="check" />
                }
                {{ standing(adjuster) }}
              </p>
              @if (adjuster.adjustedAt === null && adjuster.letter; as letter) {
                <p class="sam-quiet sam-small">
                  <sam-letter-line [letter]="letter" />
                </p>
              }
            </div>
            <div class="sam-buttons">
              @if (adjuster.mayMail) {
                <sam-letter-again
                  [to]="adjuster.name"
                  [isFirst]="adjuster.letter === null"
                  [send]="sendLetter(adjuster)"
                  (problem)="problem.set($event)"
                />
              }
              @if (adjuster.mayAdjust) {
                @if (adjuster.isMe) {
                  <button
                    samButton="primary"
                    type="button"
                    [busy]="busy() === adjuster.id"
                    (click)="adjust(adjuster)"
                    i18n="@@minutes.adjust"
                  >
                    Justera protokollet
                  </button>
                } @else {
                  <button
                    samButton
                    type="button"
                    [attr.aria-expanded]="noting() === adjuster.id"
                    (click)="open(adjuster)"
                    i18n="@@minutes.note"
                  >
                    Anteckna justering
                  </button>
                }
              }
            </div>
          </div>
          @if (noting() === adjuster.id) {
            <form class="note sam-stack" (submit)="record($event, adjuster)">
              <sam-field [label]="labels.how">
                <select samInput name="channel" (change)="channel.set(channelOf($event))">
                  @for (one of channels; track one) {
                    <option [value]="one" [selected]="one === channel()">{{ say(words[one]) }}</option>
                  }
                </select>
              </sam-field>
              <sam-field [label]="labels.on" [hint]="labels.onHint">
                <input
                  samInput
                  type="date"
                  name="on"
                  [min]="firstDay()"
                  [max]="today"
                  [value]="on()"
                  (input)="on.set(valueOf($event))"
                />
              </sam-field>
              <div class="sam-buttons">
                <button samButton="primary" type="submit" [busy]="busy() === adjuster.id" i18n="@@minutes.noteSave">
                  Spara justeringen
                </button>
                <button samButton="quiet" type="button" (click)="noting.set('')" i18n="@@minutes.cancel">Avbryt</button>
              </div>
            </form>
          }
        </li>
      }
    </ul>
    <p role="status" class="sam-quiet">{{ left() }}</p>
  `,
  styles: `
    p {
      margin: 0;
    }
    .note {
      max-width: 24rem;
      padding: var(--sam-space-3) 0;
    }
  `,
})
export class MinutesAdjusting {
  readonly minutes = input.required<Minutes>();
  readonly saved = output<Minutes>();

  private readonly api = inject(MinutesApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly words = ADJUSTING_CHANNEL_LABELS;
  protected readonly channels: readonly Told[] = ['mail', 'meeting', 'paper'];
  protected readonly today = dayOf(new Date());
  protected readonly labels = {
    how: $localize`:@@minutes.how:Hur`,
    on: $localize`:@@minutes.on:Vilken dag`,
    onHint: $localize`:@@minutes.onHint:Lämna tomt för i dag.`,
  };
  protected readonly noting = signal('');
  protected readonly channel = signal<Told>('mail');
  protected readonly on = signal('');
  protected readonly busy = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly firstDay = computed(() => dayOf(this.minutes().meeting.startsAt));
  protected readonly left = computed(() => {
    const { adjusters, state } = this.minutes();
    if (state !== 'adjusting') return '';
    const names = adjusters.flatMap(({ name, adjustedAt }) => (adjustedAt === null ? [name] : []));
    return $localize`:@@minutes.left:${names.length}:count: av ${adjusters.length}:total: återstår: ${names.join(', ')}:names:.`;
  });

  protected standing(adjuster: MinutesAdjuster): string {
    if (adjuster.adjustedAt === null || adjuster.channel === null) {
      if (adjuster.hasAdjustedEarlier)
        return $localize`:@@minutes.earlier:Justerade en tidigare lydelse. Protokollet har ändrats och behöver justeras på nytt.`;
      return $localize`:@@minutes.notYet:Har inte justerat än`;
    }
    const when = formatInstant(adjuster.adjustedAt, this.locale);
    const how = this.say(ADJUSTING_CHANNEL_LABELS[adjuster.channel]).toLocaleLowerCase(this.locale);
    if (adjuster.channel === 'self' || adjuster.recordedBy === null)
      return $localize`:@@minutes.adjusted:Justerade ${when}:when:, ${how}:how:`;
    return $localize`:@@minutes.adjustedNoted:Justerade ${when}:when:, ${how}:how:. Antecknat av ${adjuster.recordedBy.name}:name:`;
  }

  protected async adjust(adjuster: MinutesAdjuster): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@minutes.sure:Justera protokollet?`,
      text: $localize`:@@minutes.sureText:Du intygar att protokollet stämmer som det står nu. När alla har justerat fryses det och kan inte ändras.`,
      yes: $localize`:@@minutes.sureYes:Justera`,
    });
    if (sure) await this.send(adjuster, {});
  }

  protected sendLetter(adjuster: MinutesAdjuster): () => Promise<void> {
    return async () => this.saved.emit(await this.api.sendLetter(adjuster));
  }

  protected open(adjuster: MinutesAdjuster): void {
    this.channel.set('mail');
    this.on.set('');
    this.noting.update((id) => (id === adjuster.id ? '' : adjuster.id));
  }

  protected async record(event: Event, adjuster: MinutesAdjuster): Promise<void> {
    event.preventDefault();
    await this.send(adjuster, { channel: this.channel(), ...(this.on() !== '' && { on: this.on() }) });
  }

  protected channelOf(event: Event): Told {
    const { value } = event.target as HTMLSelectElement;
    return this.channels.find((one) => one === value) ?? 'mail';
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private async send(
    adjuster: MinutesAdjuster,
    how: { readonly channel?: AdjustingChannel; readonly on?: string },
  ): Promise<void> {
    if (this.busy() !== '') return;
    this.busy.set(adjuster.id);
    this.problem.set(null);
    try {
      const minutes = await this.api.adjust(adjuster, { minutesVersion: this.minutes().version, ...how });
      this.noting.set('');
      this.saved.emit(minutes);
      this.messages.say(
        minutes.state === 'frozen'
          ? $localize`:@@minutes.frozenNow:Alla har justerat. Protokollet är fryst.`
          : $localize`:@@minutes.adjustedNow:Justeringen är sparad.`,
      );
    } catch (error) {
      const problem = problemOf(error);
      // What stands now is shown, so that it can be read before the next try.
      if (problem.code === 'stale' && isMinutes(problem.current)) this.saved.emit(problem.current);
      this.problem.set(problem);
    } finally {
      this.busy.set('');
    }
  }
}
