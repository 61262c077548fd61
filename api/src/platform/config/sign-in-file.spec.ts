import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment, StartError } from './environment.ts';
import { isSafeAddress, readProviders, readSignInFile } from './sign-in-file.ts';

const GOOD = {
  id: 'lansid',
  name: 'Länets inloggning',
  issuer: 'https://id.lanet.example',
  clientId: 'samhandling',
  clientSecret: 'hemligt',
};
const faultsOf = (provider: object, variables = {}) => readProviders({ providers: [provider] }, variables).faults;

describe('the file of identity providers', () => {
  it('is read with what is left out as it should be', () => {
    expect(readProviders({ providers: [GOOD] }, {})).toEqual({
      faults: [],
      providers: [
        {
          ...GOOD,
          hosts: [],
          domains: [],
          scopes: ['openid', 'email', 'profile'],
          timeoutSeconds: 5,
          emailClaim: 'email',
          demandVerified: true,
          rolesFrom: 'invitations',
          roleClaim: '',
          roleMap: {},
        },
      ],
    });
  });

  it('may leave the secret to a variable, which then must be there', () => {
    const rest: Partial<typeof GOOD> = { ...GOOD };
    delete rest.clientSecret;
    const given = { ...rest, clientSecretVariable: 'LANSID_SECRET' };
    expect(readProviders({ providers: [given] }, { LANSID_SECRET: 's3' }).providers[0]?.clientSecret).toBe('s3');
    expect(faultsOf(given)).toEqual(['providers[0].clientSecretVariable: LANSID_SECRET är inte satt.']);
    expect(faultsOf({ ...given, clientSecret: 'x' }, { LANSID_SECRET: 's3' })).toHaveLength(1);
    expect(faultsOf(rest)).toEqual(['providers[0].clientSecret saknas.']);
  });

  it.each([
    [{ id: 'Läns ID' }, 'providers[0].id ska vara små bokstäver'],
    [{ issuer: 'http://id.lanet.example' }, 'providers[0].issuer ska vara en adress med https'],
    [{ issuer: 'https://id.lanet.example/?a=1' }, 'providers[0].issuer'],
    [{ scopes: ['email'] }, 'providers[0].scopes ska innehålla openid'],
    [{ domains: ['@lanet.example'] }, 'providers[0].domains: @lanet.example är ingen domän'],
    [{ domains: 'lanet.example' }, 'providers[0].domains ska vara en lista'],
    [{ demandVerified: 'ja' }, 'providers[0].demandVerified'],
    [{ timeoutSeconds: 0 }, 'providers[0].timeoutSeconds'],
    [{ clientID: 'fel' }, 'providers[0]: clientID finns inte.'],
    [{ name: '' }, 'providers[0].name ska vara text'],
    [{ roles: { from: 'grupper' } }, 'providers[0].roles.from ska vara invitations eller claims'],
    [{ roles: { from: 'claims', map: {} } }, 'providers[0].roles.claim saknas'],
    [{ roles: { from: 'claims', claim: 'groups' } }, 'providers[0].roles.map'],
  ])('%j is told', (wrong, words) => {
    expect(faultsOf({ ...GOOD, ...wrong }).join('\n')).toContain(words);
  });

  it.each([
    [{ county: '07', role: 'operator' }, 'role ska vara planner'],
    [{ county: '7', role: 'reader' }, 'county ska vara länets kod'],
    [{ county: '07', role: 'reporter' }, 'organisation anges för rollen reporter'],
    [{ county: '07', role: 'reader', organisation: 'X' }, 'organisation anges för rollen reporter'],
    [{ county: '07', role: 'municipal_coordinator', municipality: 'Växjö' }, 'municipality är kommunens kod'],
  ])('a mapped role %j is told', (role, words) => {
    const roles = { from: 'claims', claim: 'groups', map: { x: [role] } };
    expect(faultsOf({ ...GOOD, roles }).join('\n')).toContain(words);
  });

  it('tells of ids and domains that stand twice, and of a file that is none', () => {
    const both = [
      { ...GOOD, domains: ['lanet.example'] },
      { ...GOOD, domains: ['Lanet.example'] },
    ];
    expect(readProviders({ providers: both }, {}).faults).toEqual([
      'id lansid finns två gånger.',
      'domänen lanet.example pekar på två leverantörer.',
    ]);
    expect(readProviders([], {}).faults).toEqual(['providers ska vara en lista.']);
    expect(readSignInFile('/finns/inte.json', {}).faults).toEqual(['/finns/inte.json går inte att läsa (ENOENT).']);
  });

  it('with faults keeps the process from starting, and all are told at once', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'samhandling-sign-in-')), 'sign-in.json');
    writeFileSync(path, JSON.stringify({ providers: [{ ...GOOD, name: '', scopes: [] }] }));
    const start = () => readEnvironment({ SIGN_IN_FILE: path });
    expect(start).toThrow(StartError);
    expect(start).toThrow(
      'SIGN_IN_FILE: providers[0].scopes ska innehålla openid.\n  SIGN_IN_FILE: providers[0].name ska vara text.',
    );
  });

  it('never throws and never lets a faulty entry through, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { providers, faults } = readProviders({ providers: [value] }, {});
        expect(faults.length > 0).toBe(providers.length === 0);
      }),
    );
  });

  it('takes plain http for this machine only', () => {
    expect(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:1'].map(isSafeAddress)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['http://10.0.0.1', 'http://127.0.0.1.elsewhere.example', 'ftp://x', 'https://u:p@x.example'].map(isSafeAddress),
    ).toEqual([false, false, false, false]);
  });
});
