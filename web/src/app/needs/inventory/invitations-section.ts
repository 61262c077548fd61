import { Component, computed, inject, input, signal } from '@angular/core';
import type { NeedsInventory, NeedsInvitation, Problem } from '@samhandling/contracts';
import { formatOf } from '@samhandling/domain';
import { Button, Icon, ProblemView, Skeleton, formatInstant, injectLocale } from '@samhandling/ui';
import { Callout, Table } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { letterStanding } from '../../letters/letter-words.ts';
import { NeedsApi } from '../data/needs-api.ts';

/** Who has answered and who is left. What anybody has answered is not here. */
@Component({
  selector: 'sam-invitations-section',
  imports: [Button, Callout, Icon, ProblemView, Skeleton, Table],
  templateUrl: './invitations-section.html',
})
export class InvitationsSection {
  readonly inventory = input.required<NeedsInventory>();

  private readonly api = inject(NeedsApi);
  private readonly ask = inject(AskText);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly resource = this.api.invitations(() => this.inventory().id);
  protected readonly list = keepLast(this.resource);
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly isOpen = computed(() => this.inventory().state === 'open');
  protected readonly answered = computed(() => (this.list()?.items ?? []).filter((each) => each.hasAnswered).length);
  protected readonly left = computed(() =>
    (this.list()?.items ?? []).filter((each) => !each.hasAnswered && !each.isRevoked),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly told = signal<{ readonly name: string; readonly url: string } | null>(null);
  protected readonly labels = {
    told: $localize`:@@needs.invitations.told:Länken visas bara nu`,
  };

  protected share(): string {
    return formatOf(this.answered(), this.list()?.items.length ?? 0, this.locale);
  }

  protected letter({ letters, lastLetterAt, letterState, letterError, email }: NeedsInvitation): string {
    if (letterState !== 'none' && letterState !== 'sent')
      return letterStanding({ state: letterState, reason: letterError });
    if (email === '') return $localize`:@@needs.letter.noAddress:Ingen e-postadress`;
    if (letters === 0 || lastLetterAt === null) return $localize`:@@needs.letter.none:Inget skickat`;
    const when = formatInstant(lastLetterAt, this.locale);
    return letters === 1 ? when : $localize`:@@needs.letter.several:${letters}:count: brev, senast ${when}:when:`;
  }

  protected state({ hasAnswered, hasOpened, isRevoked, revokedReason }: NeedsInvitation): string {
    if (hasAnswered) return $localize`:@@needs.invited.answered:Har svarat`;
    if (isRevoked) return $localize`:@@needs.invited.revoked:Länken indragen: ${revokedReason}:reason:`;
    if (hasOpened) return $localize`:@@needs.invited.opened:Har öppnat`;
    return $localize`:@@needs.invited.none:Har inte öppnat`;
  }

  protected async remind(): Promise<void> {
    await this.work(async () => {
      const { sent, withoutAddress } = await this.api.remind(this.inventory().id);
      this.messages.say(
        withoutAddress.length === 0
          ? $localize`:@@needs.reminded:Påminnelser skickas till ${sent}:count:.`
          : $localize`:@@needs.reminded.without:Påminnelser skickas till ${sent}:count:. Utan e-postadress: ${withoutAddress.join(', ')}:names:.`,
      );
    });
  }

  protected async createLink({ id, name }: NeedsInvitation): Promise<void> {
    await this.work(async () => {
      const { url } = await this.api.createLink(id);
      this.told.set({ name, url });
    });
  }

  protected async revoke(invitation: NeedsInvitation): Promise<void> {
    const reason = await this.ask.ask({
      heading: $localize`:@@needs.revoke.heading:Dra in länken för ${invitation.name}:name:?`,
      text: $localize`:@@needs.revoke.text:Länken slutar fungera på en gång. Det som redan är svarat är kvar.`,
      label: $localize`:@@needs.revoke.label:Varför?`,
      missing: $localize`:@@needs.revoke.missing:Skriv varför, så att andra planerare förstår.`,
      yes: $localize`:@@needs.revoke.yes:Dra in länken`,
      danger: true,
    });
    if (reason !== null) await this.work(() => this.api.revoke(invitation, reason));
  }

  private async work(body: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await body();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.resource.reload();
    }
  }
}
