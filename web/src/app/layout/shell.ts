import { Component, ElementRef, Injector, afterNextRender, computed, effect, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Meta } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Button, SkipLinks, Toast } from '@samhandling/ui';
import { filter, map } from 'rxjs';
import { CurrentPlan } from '../core/current-plan.ts';
import { Messages } from '../core/messages.ts';
import { Session } from '../core/session.ts';
import { SearchKeys } from '../search/search-keys.ts';
import { FocusHeading } from './focus-heading.ts';
import { Footer } from './footer.ts';
import { TopBar } from './top-bar.ts';

const DESCRIPTION = $localize`:@@layout.description:Länets handlingsplan, hur den följs upp och vad som har blivit gjort.`;

/** Frame of every page: skip link, top bar, the page, footer, and the one message at the foot of the window. */
@Component({
  selector: 'sam-shell',
  imports: [Button, Footer, RouterOutlet, SkipLinks, Toast, TopBar],
  template: `
    <sam-skip-links class="sam-no-print" [links]="skips" />
    <sam-top-bar class="sam-no-print" [url]="url()" />
    <main #main id="innehall" tabindex="-1"><router-outlet /></main>
    <sam-footer class="sam-no-print" />
    @if (messages.current(); as message) {
      <sam-toast [message]="message.text" [tone]="message.tone" (closed)="messages.close()">
        @if (message.undo; as undo) {
          <button samButton small type="button" (click)="messages.undo()">{{ undo.label }}</button>
        }
      </sam-toast>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }
    main {
      flex: 1;
      outline: none;
    }
  `,
})
export class Shell {
  protected readonly messages = inject(Messages);
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly skips = [{ target: 'innehall', label: $localize`:@@layout.skip:Hoppa till innehållet` }];
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
  );
  protected readonly url = computed(() => this.address() ?? '/');

  constructor() {
    // index.html is one file for both languages, and Swedish.
    inject(Meta).updateTag({ name: 'description', content: DESCRIPTION });
    // Asked for once, beside the first page. Guards wait for the same answer and tell if there is none.
    const session = inject(Session);
    session.ready().catch(() => undefined);
    inject(SearchKeys).listen();
    const plan = inject(CurrentPlan);
    const focus = inject(FocusHeading);
    const injector = inject(Injector);
    // A session ends at its hour, also for somebody in the middle of a sentence: said some minutes before, and loaded then.
    effect((onCleanup) => {
      const end = session.current()?.expiresAt;
      if (end === undefined) return;
      const timer = setTimeout(
        () => void import('../session/session-end.ts').then((module) => module.warnOfEnd(injector, end)),
        Date.parse(end) - Date.now() - 600_000,
      );
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (session.signedIn())
        void import('../walk-through/data/unsent.ts').then(({ resumeUnsent }) => resumeUnsent(injector));
    });
    this.router.events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      plan.follow(event.urlAfterRedirects);
      if (/[?&]utskick=/.test(event.urlAfterRedirects))
        void import('../mail/mail-arrival.ts').then((mail) => mail.noteArrival(injector, event.urlAfterRedirects));
    });
    afterNextRender(() => focus.start(this.main().nativeElement));
  }
}
