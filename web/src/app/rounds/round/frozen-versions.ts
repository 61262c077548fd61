import { Component, computed, input } from '@angular/core';
import type { FrozenVersion } from '@samhandling/contracts';
import { Facts, formatInstant, injectLocale } from '@samhandling/ui';

/** The adopted versions, newest first: who, when, and the checksum by which anybody can see that nothing has changed. */
@Component({
  selector: 'sam-frozen-versions',
  imports: [Facts],
  template: `
    <ul class="sam-rows">
      @for (version of shown(); track version.id) {
        <li>
          <h3>{{ version.heading }}</h3>
          <dl samFacts>
            <dt i18n="@@rounds.versions.adopted">Fastställd</dt>
            <dd>{{ version.adopted }}</dd>
            <dt i18n="@@rounds.versions.proposed">Föreslagen av</dt>
            <dd>{{ version.proposedBy.name }}</dd>
            @if (version.reopened) {
              <dt i18n="@@rounds.versions.reopened">Öppnad igen</dt>
              <dd>{{ version.reopened }}</dd>
              <dt i18n="@@rounds.versions.reason">Motivering</dt>
              <dd class="sam-verbatim">{{ version.reopenedReason }}</dd>
            }
            <dt i18n="@@rounds.versions.hash">Kontrollsumma (SHA-256)</dt>
            <dd>
              <code>{{ version.sha256 }}</code>
            </dd>
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
    h3 {
      margin-bottom: var(--sam-space-1);
    }
    code {
      font-size: var(--sam-text-small);
      overflow-wrap: anywhere;
    }
  `,
})
export class FrozenVersions {
  readonly versions = input.required<readonly FrozenVersion[]>();
  private readonly locale = injectLocale();

  protected readonly shown = computed(() =>
    this.versions().map((version) => {
      const when = formatInstant(version.adoptedAt, this.locale);
      const number = version.versionNumber;
      return {
        ...version,
        heading:
          version.reopenedAt === null
            ? $localize`:@@rounds.versions.inForce:Version ${number}:number:, gäller`
            : $localize`:@@rounds.versions.earlier:Version ${number}:number:`,
        adopted: $localize`:@@rounds.versions.by:${when}:when: av ${version.adoptedBy.name}:name:`,
        reopened: version.reopenedAt === null ? '' : formatInstant(version.reopenedAt, this.locale),
      };
    }),
  );
}
