import { Component, inject } from '@angular/core';
import { Button, Empty, ProblemView, type ShownProblem, Skeleton } from '@samhandling/ui';
import { Callout, LockedNote } from '@samhandling/ui/work';
import { Confirm } from '../core/confirm.ts';
import { Messages } from '../core/messages.ts';
import { SignInAgain } from '../core/sign-in-again.ts';

@Component({
  selector: 'sam-feedback-section',
  imports: [Button, Callout, Empty, LockedNote, ProblemView, Skeleton],
  template: `
    <div class="sam-stack sam-stack--large">
      <sam-empty heading="Det finns ingen plan än">
        Här visas länets handlingsplan med mål, områden och aktiviteter. Börja med att klistra in planen så som den är
        publicerad.
        <ng-container actions>
          <button samButton="primary" type="button">Importera en plan</button>
          <button samButton type="button">Skriv en ny</button>
        </ng-container>
      </sam-empty>
      <sam-problem [problem]="problem" [labels]="labels" retryable />
      <sam-callout heading="Omgången stänger om tre dagar"
        >Svar som lämnas in efter den 31 januari räknas till nästa år.</sam-callout
      >
      <sam-callout kind="warning" heading="Skriv inga personuppgifter"
        >Texten blir läst av många och kan lämnas ut.</sam-callout
      >
      <sam-callout kind="good">Alla svar är godkända. Omgången kan fastställas.</sam-callout>
      <sam-locked-note why="Omgången 2025 är fastställd." who="en planerare i länet" />
      <sam-locked-note why="Omgången har inte öppnat än." until="2026-12-01" />
      <div class="sam-columns sam-columns--even">
        <sam-skeleton shape="page" [lines]="6" />
        <sam-skeleton shape="rows" [lines]="5" />
      </div>
      <div class="sam-buttons">
        <button samButton type="button" (click)="say()">Visa ett besked</button>
        <button samButton type="button" (click)="messages.fail('Aktiviteten gick inte att flytta. Försök igen.')">
          Visa ett fel
        </button>
        <button samButton="danger" type="button" (click)="ask()">Fråga först</button>
        <button samButton type="button" (click)="again.ask()">Sessionen har gått ut</button>
      </div>
    </div>
  `,
})
export class FeedbackSection {
  protected readonly messages = inject(Messages);
  protected readonly again = inject(SignInAgain);
  private readonly confirm = inject(Confirm);
  protected readonly problem: ShownProblem = {
    title: 'Något saknas eller stämmer inte',
    detail: 'Svaret är inte inlämnat. Det du har skrivit finns kvar.',
    errors: [
      { pointer: '/supportNeeded', reason: 'Skriv vilket stöd som behövs.' },
      { pointer: '/outcomes/3/value', reason: '"12,5 st" är inte ett tal.' },
    ],
    requestId: '018f2c7e-prov',
  };
  protected readonly labels = { '/supportNeeded': 'Behov av stöd', '/outcomes/*/value': 'Utfall' };

  protected say(): void {
    this.messages.say('Aktiviteten är flyttad till område 2.1.', { label: 'Ångra', run: () => undefined });
  }

  protected async ask(): Promise<void> {
    await this.confirm.ask({
      heading: 'Ta bort området?',
      text: 'Området har tre aktiviteter. De följer med när området tas bort.',
      yes: 'Ta bort området',
      danger: true,
    });
  }
}
