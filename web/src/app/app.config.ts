import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { appRoutes } from './app.routes.ts';
import { ShowErrors } from './core/error-handler.ts';
import { apiInterceptor, lostSessionInterceptor, problemInterceptor } from './core/interceptors.ts';
import { onNavigationError } from './core/navigation-problem.ts';
import { PageTitle } from './core/page-title.ts';
import { keyInterceptor } from './core/request-keys.ts';

/** Zoneless, OnPush and fetch are what Angular 22 does by itself; the locale and its data come with each build. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      appRoutes,
      withComponentInputBinding(),
      withNavigationErrorHandler(onNavigationError),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    // Outermost first: a lost session is asked for and the request sent again, with the new token and the same key.
    provideHttpClient(withInterceptors([keyInterceptor, lostSessionInterceptor, apiInterceptor, problemInterceptor])),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ErrorHandler, useExisting: ShowErrors },
  ],
};
