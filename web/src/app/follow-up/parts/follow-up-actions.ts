import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FollowUpPage, pages } from '@samhandling/contracts';
import type { FollowUpTransitionName } from '@samhandling/domain';
import { Button, Icon, type IconName, injectLocale } from '@samhandling/ui';
import { SaveState } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { Undo } from '../../core/undo.ts';
import { FollowUpEditor, stepLabel } from '../follow-up-editor.ts';

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
  private readonly undo = inject(Undo);
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
    this.undo.offer(DONE[name], () => this.editor.refresh());
  }
}

const ICONS: Readonly<Record<FollowUpTransitionName, IconName>> = {
  submit: 'send',
  withdraw: 'undo',
  return: 'answer',
  accept: 'check',
  undo_accept: 'undo',
};

const DONE: Readonly<Record<FollowUpTransitionName, string>> = {
  submit: $localize`:@@followUp.done.submit:Svaret är inlämnat. Tack!`,
  withdraw: $localize`:@@followUp.done.withdraw:Svaret är tillbaka som utkast.`,
  return: $localize`:@@followUp.done.return:Svaret är skickat tillbaka med din fråga.`,
  accept: $localize`:@@followUp.done.accept:Svaret är godkänt.`,
  undo_accept: $localize`:@@followUp.done.undoAccept:Godkännandet är ångrat.`,
};
