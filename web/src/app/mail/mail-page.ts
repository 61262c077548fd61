import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MailSettings } from '@samhandling/contracts';
import { PageHeader, ProblemView, Skeleton, Tabs, formatInstant, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { MailApi } from './data/mail-api.ts';
import { MailLogPart } from './parts/mail-log.ts';
import { MailOutboxPart } from './parts/mail-outbox.ts';
import { MailPreviewPart } from './parts/mail-preview.ts';
import { MailSettingsForm } from './parts/mail-settings-form.ts';

const VIEWS = ['forhandsvisning', 'logg', 'utkorg', 'installningar'] as const;
type View = (typeof VIEWS)[number];

/** `/utskick`: the planner's page about mail. Which part is shown stands in the address. */
@Component({
  selector: 'sam-mail-page',
  imports: [
    Callout,
    MailLogPart,
    MailOutboxPart,
    MailPreviewPart,
    MailSettingsForm,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    Tabs,
  ],
  templateUrl: './mail-page.html',
})
export class MailPage {
  /** Which part, from the address. */
  readonly vy = input<string>();
  readonly lage = input<string>();
  readonly person = input<string>();
  readonly sida = input<string>();

  private readonly locale = injectLocale();
  protected readonly resource = inject(MailApi).settings();
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly view = computed<View>(() => VIEWS.find((view) => view === this.vy()) ?? 'forhandsvisning');
  protected readonly labels = {
    heading: $localize`:@@mail.title:Utskick`,
    parts: $localize`:@@mail.parts:Delar`,
    folder: $localize`:@@mail.folder:Inget lämnar datorn`,
    trouble: $localize`:@@mail.trouble:Breven kommer inte fram just nu`,
  };
  protected readonly names: Readonly<Record<View, string>> = {
    forhandsvisning: $localize`:@@mail.view.preview:Förhandsvisning`,
    logg: $localize`:@@mail.view.log:Logg`,
    utkorg: $localize`:@@mail.view.outbox:Utkorg`,
    installningar: $localize`:@@mail.view.settings:Inställningar`,
  };

  protected views(settings: MailSettings): readonly View[] {
    return VIEWS.filter((view) => view !== 'utkorg' || settings.transport.kind === 'folder');
  }

  protected params(view: View): Record<string, string | null> {
    return { vy: view === 'forhandsvisning' ? null : view };
  }

  protected next({ isOn, nextRun }: MailSettings): string {
    if (!isOn || nextRun === null) return $localize`:@@mail.off:Utskicken är avstängda.`;
    const when = formatInstant(nextRun, this.locale);
    return $localize`:@@mail.next:Nästa utskick ${when}:when:. Den som inte har något som väntar får inget.`;
  }

  protected folderText(host: string): string {
    return $localize`:@@mail.folderText:Ingen e-postserver är inställd. Breven skrivs till mappen ${host}:folder: och visas under Utkorg.`;
  }

  protected keep(settings: MailSettings): void {
    this.resource.set(settings);
  }
}
