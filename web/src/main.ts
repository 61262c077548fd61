import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.ts';
import { appConfig } from './app/app.config.ts';

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  // Nothing of Angular is there to show a message, and silence would leave an empty page.
  const reason = error instanceof Error ? error.message : String(error);
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = $localize`:@@core.notStarted:Samhandling kunde inte starta. Ladda om sidan. (${reason}:reason:)`;
  document.body.append(words);
});
