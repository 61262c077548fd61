import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { MailSettings } from '@samhandling/contracts';
import { MAIL_KIND_LABELS } from '@samhandling/domain';
import { Button, Disclosure, Empty, Icon, ProblemView, Skeleton, injectSay } from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { MailApi } from '../data/mail-api.ts';
import { Letter } from './letter.ts';

/** The dry run: what would leave if it left now, to whom, and who gets nothing and why. */
@Component({
  selector: 'sam-mail-preview',
  imports: [Button, Disclosure, Empty, Icon, Letter, ProblemView, Skeleton],
  templateUrl: './mail-preview.html',
  styles: `
    :host {
      display: block;
    }
    .who {
      font-weight: 560;
    }
  `,
})
export class MailPreviewPart {
  readonly settings = input.required<MailSettings>();
  readonly sent = output<void>();

  private readonly api = inject(MailApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  protected readonly say = injectSay();
  protected readonly kinds = MAIL_KIND_LABELS;
  protected readonly resource = this.api.preview();
  protected readonly busy = signal(false);
  protected readonly opened = signal<ReadonlySet<number>>(new Set());
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly count = computed(() => {
    const count = this.resource.hasValue() ? this.resource.value().mails.length : 0;
    if (count === 0) return '';
    return count === 1
      ? $localize`:@@mail.preview.one:1 brev skulle skickas nu`
      : $localize`:@@mail.preview.many:${count}:count: brev skulle skickas nu`;
  });
  protected readonly labels = {
    nothing: $localize`:@@mail.preview.nothing:Inget skulle skickas nu`,
  };

  protected items(count: number): string {
    return count === 1 ? $localize`:@@mail.preview.item:1 sak` : $localize`:@@mail.preview.items:${count}:count: saker`;
  }

  protected silentWords(count: number): string {
    return count === 1
      ? $localize`:@@mail.preview.silentOne:1 person får inget`
      : $localize`:@@mail.preview.silentMany:${count}:count: personer får inget`;
  }

  protected open(index: number, isOpen: boolean): void {
    this.opened.update((set) => new Set(isOpen ? [...set, index] : [...set].filter((one) => one !== index)));
  }

  protected async send(count: number): Promise<void> {
    const yes = await this.confirm.ask({
      heading: $localize`:@@mail.send.heading:Skicka breven nu?`,
      text:
        this.settings().transport.kind === 'folder'
          ? $localize`:@@mail.send.folder:De skrivs till mappen i stället för att skickas. Ingen får mer än ett brev om dagen.`
          : $localize`:@@mail.send.text:De går i väg direkt i stället för på den inställda tiden. Ingen får mer än ett brev om dagen.`,
      yes: count === 1 ? $localize`:@@mail.send.yesOne:Skicka brevet` : $localize`:@@mail.send.yesMany:Skicka breven`,
    });
    if (!yes || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send();
      this.messages.say($localize`:@@mail.send.done:Breven är på väg. Hur det går står i loggen.`);
      this.sent.emit();
    } catch (error) {
      this.messages.fail(problemOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
