import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FollowUpPage, pages } from '@samhandling/contracts';
import type { FollowUpTransitionName } from '@samhandling/domain';
import { Button, Icon, type IconName, SaveState, injectLocale } from '@samhandling/ui';
import { AskText } from '../../core/ask-text.ts';
import { Messages } from '../../core/messages.ts';
import { FollowUpEditor, stepLabel } from '../follow-up-editor.ts';

/** What is said when a step has been taken, and the step that takes it back. */
interface Done {
  readonly words: string;
  readonly undo: FollowUpTransitionName | null;
}

/** The foot of the form: how saving goes, save, the steps the server offers, and the way to the next answer. */
@Component({
  selector: 'sam-follow-up-actions',
  imports: [Button, Icon, RouterLink, SaveState],
  templateUrl: './follow-up-actions.html',
  styleUrl: './follow-up-actions.scss',
})
export class FollowUpActions {
  readonly neighbours = input.required<FollowUpPage['neighbours']>();

  protected readonly editor = inject(FollowUpEditor);
  private readonly messages = inject(Messages);
  private readonly askText = inject(AskText);
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly reason = computed(() => this.editor.problem()?.title ?? '');

  protected readonly saveWords = computed(() => {
    const state = this.editor.followUp()?.state;
    return state === 'draft' || state === 'returned'
      ? $localize`:@@followUp.save:Spara utkastet`
      : $localize`:@@followUp.saveChanges:Spara ändringarna`;
  });
  /** Submitting is tried whenever the answer may be written: what it lacks is then said at the fields. */
  protected readonly steps = computed(() => {
    const followUp = this.editor.followUp();
    return (followUp?.transitions ?? [])
      .filter((offer) => offer.allowed || (offer.name === 'submit' && followUp?.mayEdit))
      .map((offer) => ({
        name: offer.name,
        label: offer.label || stepLabel(offer.name, this.locale),
        icon: ICONS[offer.name],
        main: offer.name === 'submit' || offer.name === 'accept',
      }))
      .sort((one, other) => Number(other.main) - Number(one.main));
  });
  protected readonly refused = computed(() => {
    const followUp = this.editor.followUp();
    return (followUp?.transitions ?? [])
      .filter((offer) => !offer.allowed && !(offer.name === 'submit' && followUp?.mayEdit))
      .map((offer) => ({ name: offer.name, words: `${offer.label}: ${offer.reasons.join(' ')}` }));
  });

  protected async step(name: FollowUpTransitionName): Promise<void> {
    if (name !== 'return') return this.take(name);
    const reason = await this.askText.ask({
      heading: $localize`:@@followUp.return.heading:Skicka tillbaka med en fråga`,
      text: $localize`:@@followUp.return.text:Den som svarat ser din fråga överst i formuläret och kan ändra sitt svar.`,
      label: $localize`:@@followUp.return.label:Vad behöver ändras eller förklaras?`,
      missing: $localize`:@@followUp.return.missing:Skriv vad som behöver ändras, så att mottagaren vet vad som väntas.`,
      yes: $localize`:@@followUp.return.yes:Skicka tillbaka`,
    });
    if (reason !== null) await this.take(name, reason);
  }

  private async take(name: FollowUpTransitionName, reason?: string): Promise<void> {
    if (!(await this.editor.take(name, reason))) return;
    const done = DONE[name];
    const undo = done.undo;
    const offered =
      undo !== null && this.editor.followUp()?.transitions.some((offer) => offer.name === undo && offer.allowed);
    this.messages.say(
      done.words,
      offered ? { label: $localize`:@@followUp.undo:Ångra`, run: () => void this.take(undo) } : undefined,
    );
  }
}

const ICONS: Readonly<Record<FollowUpTransitionName, IconName>> = {
  submit: 'send',
  withdraw: 'undo',
  return: 'answer',
  accept: 'check',
  undo_accept: 'undo',
};

const DONE: Readonly<Record<FollowUpTransitionName, Done>> = {
  submit: { words: $localize`:@@followUp.done.submit:Svaret är inlämnat. Tack!`, undo: 'withdraw' },
  withdraw: { words: $localize`:@@followUp.done.withdraw:Svaret är tillbaka som utkast.`, undo: null },
  return: { words: $localize`:@@followUp.done.return:Svaret är skickat tillbaka med din fråga.`, undo: null },
  accept: { words: $localize`:@@followUp.done.accept:Svaret är godkänt.`, undo: 'undo_accept' },
  undo_accept: { words: $localize`:@@followUp.done.undoAccept:Godkännandet är ångrat.`, undo: null },
};
