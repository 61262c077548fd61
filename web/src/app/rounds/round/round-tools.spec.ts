import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Role, permissionsOf } from '@samhandling/domain';
import { Session } from '../../core/session.ts';
import { someSession, useHttp } from '../../core/testing.ts';
import { RoundTools } from './round-tools.ts';

/** The names of the tools somebody with the role sees. */
async function toolsOf(role: Role): Promise<string[]> {
  const http = useHttp(provideRouter([]));
  const held = [{ role, organisationId: 'o1', municipalityCode: null }];
  const asked = TestBed.inject(Session).ready();
  http.expectOne('/api/v1/session').flush({ ...someSession, roles: held, permissions: permissionsOf(held) });
  await asked;
  const fixture = TestBed.createComponent(RoundTools);
  fixture.componentRef.setInput('slug', 'prov');
  fixture.componentRef.setInput('round', { id: 'r1', label: '2026', state: 'open', versionNumber: 1 });
  await fixture.whenStable();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((each) => each.textContent.trim());
}

describe('the tools of a round', () => {
  it('are all there for a planner', async () => {
    expect(await toolsOf('planner')).toEqual([
      'Utfall',
      'Rapportörer',
      'Medverkan',
      'Svarslänkar',
      'Arbetsbok',
      'Förändringar',
      'Historik',
    ]);
  });

  it('are not shown to those who may not use them', async () => {
    const reader = await toolsOf('reader');
    expect(reader).toContain('Utfall');
    expect(reader).not.toContain('Arbetsbok');
    expect(reader).not.toContain('Svarslänkar');
    TestBed.resetTestingModule();
    const reporter = await toolsOf('reporter');
    expect(reporter).toContain('Arbetsbok');
    expect(reporter).not.toContain('Svarslänkar');
    TestBed.resetTestingModule();
    expect(await toolsOf('operator')).toEqual([]);
  });
});
