import { Location } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Button, PageHeader, ProblemView } from '@samhandling/ui';
import { About } from '../core/about.ts';
import { PublishedLink } from '../public/published-link.ts';
import { refusalWords } from './refusal-words.ts';
import { SignInForm } from './sign-in-form.ts';

/** Only addresses of this site are followed after sign-in, never one that leads away. */
export function safeTarget(target: string | undefined): string {
  return target !== undefined && /^\/(?![/\\])/.test(target) && !target.startsWith('/logga-in') ? target : '/';
}

@Component({
  selector: 'sam-sign-in-page',
  imports: [Button, PageHeader, ProblemView, PublishedLink, SignInForm],
  template: `
    <div class="sam-page layout">
      <div class="form">
        <sam-page-header [heading]="heading" />
        @if (refusal(); as refusal) {
          <sam-problem class="refusal" [problem]="refusal" />
        }
        <sam-sign-in-form #form [target]="target()" (done)="go()" />
        <sam-published-link />
      </div>
      @if (about.demo().length > 0) {
        <section class="demo">
          <h2 i18n="@@session.demo.heading">Prova i demolänet</h2>
          <p class="sam-quiet" i18n="@@session.demo.text">
            Länet och alla uppgifter är påhittade. Välj vem du vill vara, så fylls fälten i.
          </p>
          <ul class="sam-rows">
            @for (person of about.demo(); track person.email) {
              <li class="sam-row sam-row--apart">
                <span
                  >{{ person.name }}<br /><span class="sam-quiet sam-small"
                    >{{ person.role }} · {{ person.email }}</span
                  ></span
                >
                <button samButton small type="button" (click)="form.fill(person.email, person.password)">
                  <ng-container i18n="@@session.demo.choose">Välj</ng-container
                  ><span class="sam-visually-hidden"> {{ person.name }}</span>
                </button>
              </li>
            }
          </ul>
        </section>
      }
    </div>
  `,
  styles: `
    .layout {
      display: grid;
      gap: var(--sam-space-12) var(--sam-space-16);
      padding-top: var(--sam-space-12);
    }
    @media (min-width: 56rem) {
      .layout {
        grid-template-columns: 24rem minmax(0, 30rem);
      }
    }
    .form {
      max-width: 24rem;
    }
    .refusal {
      margin-bottom: var(--sam-space-6);
    }
    .demo {
      align-self: start;
    }
    h2 {
      font-size: var(--sam-text-h3);
      margin-bottom: var(--sam-space-2);
    }
    ul {
      margin-top: var(--sam-space-4);
    }
    li {
      flex-wrap: nowrap;
      padding: var(--sam-space-3) 0;
    }
  `,
})
export class SignInPage {
  /** Where to go afterwards, from the address. */
  readonly till = input<string>();
  /** Why a provider led back here, from the address. */
  readonly fel = input<string>();
  protected readonly about = inject(About);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  protected readonly heading = $localize`:@@session.heading:Logga in`;

  /** The server writes an address with the prefix of its language, the router without. */
  protected readonly target = computed(() => safeTarget(this.location.normalize(this.till() ?? '')));
  protected readonly refusal = computed(() => refusalWords(this.fel()));

  protected go(): void {
    void this.router.navigateByUrl(this.target());
  }
}
