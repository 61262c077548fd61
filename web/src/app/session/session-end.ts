import type { Injector } from '@angular/core';
import { formatTime } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { Session } from '../core/session.ts';
import { SignInAgain } from '../core/sign-in-again.ts';

/** Minutes before the end when it is said. The second time for those who put the first away. */
const WARNINGS = [10, 3];
const LONGEST_WAIT = 86_400_000;

/**
 * Says that the session ends at its hour, with a way to sign in again before. A message at the foot of the window: it takes
 * neither the focus nor what is being written. Nothing is said of a session that is over already, or was renewed.
 */
export function warnOfEnd(injector: Injector, end: string): void {
  const session = injector.get(Session);
  const messages = injector.get(Messages);
  const waiting = [...WARNINGS];

  const look = (): void => {
    if (session.current()?.expiresAt !== end) return;
    const left = Date.parse(end) - Date.now();
    if (left <= 0) return;
    const due = waiting.filter((minutes) => left <= minutes * 60_000);
    if (due.length > 0) {
      waiting.splice(0, due.length);
      messages.note(
        $localize`:@@session.end.text:Klockan ${formatTime(end)}:time: behöver du logga in på nytt. Det du skriver finns kvar.`,
        { label: $localize`:@@session.end.again:Logga in igen nu`, run: () => void stay() },
      );
    }
    const next = waiting[0];
    if (next !== undefined) setTimeout(look, Math.min(left - next * 60_000, LONGEST_WAIT));
  };

  const stay = async (): Promise<void> => {
    if (!(await injector.get(SignInAgain).ask('ending'))) return;
    const until = session.current()?.expiresAt ?? '';
    messages.say($localize`:@@session.end.stayed:Du är inloggad till klockan ${formatTime(until)}:time:`);
  };

  look();
}
