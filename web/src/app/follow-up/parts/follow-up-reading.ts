import { Component, computed, input } from '@angular/core';
import type { ActivityRound, FollowUp } from '@samhandling/contracts';
import type { Channel } from '@samhandling/domain';
import { JudgementChip, formatDay, injectLocale } from '@samhandling/ui';
import { checkedWords } from '../data/checked-words.ts';
import { FIELD_LABELS } from '../data/field-labels.ts';
import type { TextField } from '../data/follow-up-form.ts';

const TEXTS: readonly TextField[] = [
  'supportNeeded',
  'cancelReason',
  'cancelDecision',
  'done',
  'results',
  'obstacles',
  'nextStep',
];

/** The answer as it stands, for those who may not write in it now: read as text, not as greyed-out fields. */
@Component({
  selector: 'sam-follow-up-reading',
  imports: [JudgementChip],
  template: `
    <dl>
      <dt>{{ labels.judgement }}</dt>
      <dd>
        <sam-judgement [judgement]="followUp().judgement" />
        @if (previous(); as previous) {
          <span class="last"> {{ lastWords() }} <sam-judgement [judgement]="previous.judgement" /> </span>
        }
      </dd>
      @if (followUp().nothingNew) {
        <dt>{{ labels.nothingNew }}</dt>
        <dd>{{ checked() }}</dd>
      }
      @for (text of texts(); track text.name) {
        <dt>{{ text.label }}</dt>
        <dd class="sam-prose sam-verbatim" lang="sv">{{ text.words }}</dd>
      } @empty {
        @if (!followUp().nothingNew) {
          <dt>{{ labels.done }}</dt>
          <dd class="sam-quiet" i18n="@@followUp.reading.empty">Inget är skrivet än.</dd>
        }
      }
      @if (people(); as people) {
        <dt i18n="@@followUp.reading.who">Vem som svarat</dt>
        <dd>{{ people }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
    }
    dt {
      margin-top: var(--sam-space-5);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 560;
    }
    dd {
      margin: var(--sam-space-1) 0 0;
      overflow-wrap: anywhere;
    }
    .last {
      margin-left: var(--sam-space-4);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
  `,
})
export class FollowUpReading {
  readonly followUp = input.required<FollowUp>();
  readonly previous = input<ActivityRound | null>(null);
  private readonly locale = injectLocale();
  protected readonly labels = FIELD_LABELS;

  protected readonly lastWords = computed(
    () => $localize`:@@followUp.last.was:Bedömningen ${this.previous()?.round.label ?? ''}:round: var`,
  );
  protected readonly texts = computed(() => {
    const followUp = this.followUp();
    const texts = TEXTS.filter((name) => followUp[name] !== '').map((name) => ({
      name: String(name),
      label: FIELD_LABELS[name],
      words: followUp[name],
    }));
    return followUp.nextStepDate === null
      ? texts
      : [
          ...texts,
          {
            name: 'nextStepDate',
            label: FIELD_LABELS.nextStepDate,
            words: formatDay(followUp.nextStepDate, this.locale),
          },
        ];
  });
  protected readonly checked = computed(() => checkedWords(this.followUp(), this.locale));
  protected readonly people = computed(() => {
    const { reporter, onBehalfOf, channel, updatedBy } = this.followUp();
    if (!onBehalfOf) return reporter?.name ?? '';
    if (!updatedBy) return onBehalfOf.name;
    const how = channel === null ? '' : CHANNEL_WORDS[channel];
    return $localize`:@@together.behalf:${updatedBy.name}:writer: skrev åt ${onBehalfOf.name}:person:, ${how}:channel:`;
  });
}

/** How the answer reached the one who typed it, as part of a sentence. */
const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  meeting: $localize`:@@together.behalf.meeting:vid ett möte`,
  phone: $localize`:@@together.behalf.phone:per telefon`,
  mail: $localize`:@@together.behalf.mail:via e-post`,
};
