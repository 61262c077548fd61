import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID, type Provider, type EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Session as SessionAnswer } from '@samhandling/contracts';
import { apiInterceptor, lostSessionInterceptor, problemInterceptor } from './interceptors.ts';
import { keyInterceptor } from './request-keys.ts';

/** A session as the API answers it. Made up, as everybody in it. */
export const someSession: SessionAnswer = {
  person: { id: 'person-1', name: 'Siv Prov', email: 'siv@prov.example' },
  county: { id: 'county-1', code: '90', name: 'Provlän' },
  counties: [{ id: 'county-1', name: 'Provlän' }],
  roles: [{ role: 'planner', organisationId: null, municipalityCode: null }],
  organisations: [],
  permissions: ['plan.read', 'plan.edit'],
  csrfToken: 'token-1',
  method: 'password',
  expiresAt: '2026-03-12T20:00:00.000Z',
  idleMinutes: 120,
};

/** The app's own HTTP chain in Swedish, with the network at the test's command. */
export function useHttp(...more: (Provider | EnvironmentProviders)[]): HttpTestingController {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([keyInterceptor, lostSessionInterceptor, apiInterceptor, problemInterceptor])),
      provideHttpClientTesting(),
      { provide: LOCALE_ID, useValue: 'sv' },
      ...more,
    ],
  });
  return TestBed.inject(HttpTestingController);
}
