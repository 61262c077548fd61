import { ROLES, type Role } from '@samhandling/domain';
import { readFileSync } from 'node:fs';

/** A role that a claim's value gives. The names are looked up when somebody signs in, since organisations come and go. */
export interface ClaimedRole {
  readonly county: string;
  readonly role: Exclude<Role, 'operator'>;
  readonly organisation: string | null;
  readonly municipality: string | null;
}

export interface ProviderSettings {
  /** Stands in addresses and in the log: never changed once people have signed in by it. */
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Hosts besides the issuer's own that its endpoints may lie on. */
  readonly hosts: readonly string[];
  /** E-mail domains it is chosen for and vouches for. Empty: any, and it is offered to everybody. */
  readonly domains: readonly string[];
  readonly scopes: readonly string[];
  /** How long each answer of the provider is waited for. */
  readonly timeoutSeconds: number;
  readonly emailClaim: string;
  readonly demandVerified: boolean;
  readonly rolesFrom: 'invitations' | 'claims';
  readonly roleClaim: string;
  readonly roleMap: Readonly<Record<string, readonly ClaimedRole[]>>;
}

interface Read {
  readonly providers: readonly ProviderSettings[];
  /** In Swedish, each with where in the file it is. */
  readonly faults: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads the file of identity providers. Faults are told all at once, and with one of them nothing is to be used. */
export function readSignInFile(path: string, variables: Readonly<Record<string, string | undefined>>): Read {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    return {
      providers: [],
      faults: [`${path} går inte att läsa (${(fault as NodeJS.ErrnoException).code ?? 'fel'}).`],
    };
  }
  try {
    return readProviders(JSON.parse(text), variables);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return { providers: [], faults: [`${path} är inte giltig JSON.`] };
  }
}

export function readProviders(file: unknown, variables: Readonly<Record<string, string | undefined>>): Read {
  const faults: string[] = [];
  const root = isJson(file) ? file : {};
  const list = root['providers'];
  if (!isJson(file) || !Array.isArray(list)) return { providers: [], faults: ['providers ska vara en lista.'] };
  refuseUnknown(root, ['providers'], 'filen', faults);
  const providers = list.map((item: unknown, index) => readProvider(item, `providers[${index}]`, variables, faults));
  const ids = providers.map(({ id }) => id);
  const twice = ids.find((id, index) => id !== '' && ids.indexOf(id) !== index);
  if (twice !== undefined) faults.push(`id ${twice} finns två gånger.`);
  const domains = providers.flatMap((provider) => provider.domains);
  const shared = domains.find((domain, index) => domains.indexOf(domain) !== index);
  if (shared !== undefined) faults.push(`domänen ${shared} pekar på två leverantörer.`);
  return faults.length > 0 ? { providers: [], faults } : { providers, faults };
}

const KEYS = ['id', 'name', 'issuer', 'clientId', 'clientSecret', 'clientSecretVariable', 'hosts', 'domains', 'scopes'];
const MORE_KEYS = ['timeoutSeconds', 'emailClaim', 'demandVerified', 'roles'];

function readProvider(
  item: unknown,
  at: string,
  variables: Readonly<Record<string, string | undefined>>,
  faults: string[],
): ProviderSettings {
  const given = isJson(item) ? item : {};
  if (!isJson(item)) faults.push(`${at} ska vara ett objekt.`);
  else refuseUnknown(given, [...KEYS, ...MORE_KEYS], at, faults);
  const text = (key: string, otherwise?: string): string => readText(given, key, at, faults, otherwise);
  const id = text('id');
  if (id !== '' && !/^[a-z0-9-]{1,40}$/.test(id))
    faults.push(`${at}.id ska vara små bokstäver, siffror och bindestreck.`);
  const issuer = text('issuer');
  if (issuer !== '' && !isSafeAddress(issuer))
    faults.push(`${at}.issuer ska vara en adress med https, utan fråga och fragment.`);
  const scopes = readTexts(given, 'scopes', at, faults, ['openid', 'email', 'profile']);
  if (!scopes.includes('openid')) faults.push(`${at}.scopes ska innehålla openid.`);
  const domains = readTexts(given, 'domains', at, faults, []).map((domain) => domain.toLowerCase());
  for (const domain of domains)
    if (!/^[^\s@/]+\.[^\s@/]+$/.test(domain)) faults.push(`${at}.domains: ${domain} är ingen domän.`);
  const { demandVerified = true, timeoutSeconds = 5 } = given;
  const isTime = typeof timeoutSeconds === 'number' && timeoutSeconds >= 1 && timeoutSeconds <= 30;
  if (!isTime) faults.push(`${at}.timeoutSeconds ska vara ett tal mellan 1 och 30.`);
  if (typeof demandVerified !== 'boolean') faults.push(`${at}.demandVerified ska vara true eller false.`);
  return {
    id,
    name: text('name'),
    issuer,
    clientId: text('clientId'),
    clientSecret: readSecret(given, at, variables, faults),
    hosts: readTexts(given, 'hosts', at, faults, []),
    domains,
    scopes,
    timeoutSeconds: isTime ? timeoutSeconds : 5,
    emailClaim: text('emailClaim', 'email'),
    demandVerified: demandVerified !== false,
    ...readRoles(given['roles'], `${at}.roles`, faults),
  };
}

function readSecret(
  given: Json,
  at: string,
  variables: Readonly<Record<string, string | undefined>>,
  faults: string[],
): string {
  const variable = given['clientSecretVariable'];
  if (variable === undefined) return readText(given, 'clientSecret', at, faults);
  if (typeof variable !== 'string' || given['clientSecret'] !== undefined) {
    faults.push(`${at}: ange antingen clientSecret eller clientSecretVariable.`);
    return '';
  }
  const secret = variables[variable] ?? '';
  if (secret === '') faults.push(`${at}.clientSecretVariable: ${variable} är inte satt.`);
  return secret;
}

function readRoles(
  roles: unknown,
  at: string,
  faults: string[],
): Pick<ProviderSettings, 'rolesFrom' | 'roleClaim' | 'roleMap'> {
  const none = { rolesFrom: 'invitations', roleClaim: '', roleMap: {} } as const;
  if (roles === undefined) return none;
  const given = isJson(roles) ? roles : {};
  refuseUnknown(given, ['from', 'claim', 'map'], at, faults);
  if (given['from'] === 'invitations') return none;
  if (given['from'] !== 'claims') {
    faults.push(`${at}.from ska vara invitations eller claims.`);
    return none;
  }
  const map = given['map'];
  if (!isJson(map)) faults.push(`${at}.map ska säga vilka roller varje värde ger.`);
  const roleMap = Object.fromEntries(
    Object.entries(isJson(map) ? map : {}).map(([value, list]) => {
      const where = `${at}.map[${JSON.stringify(value)}]`;
      if (!Array.isArray(list)) faults.push(`${where} ska vara en lista.`);
      return [value, (Array.isArray(list) ? list : []).map((role) => readClaimedRole(role, where, faults))];
    }),
  );
  return { rolesFrom: 'claims', roleClaim: readText(given, 'claim', at, faults), roleMap };
}

function readClaimedRole(item: unknown, at: string, faults: string[]): ClaimedRole {
  const given = isJson(item) ? item : {};
  refuseUnknown(given, ['county', 'role', 'organisation', 'municipality'], at, faults);
  const county = readText(given, 'county', at, faults);
  if (county !== '' && !/^\d{2}$/.test(county)) faults.push(`${at}.county ska vara länets kod, till exempel 07.`);
  const role = ROLES.find((each) => each === given['role'] && each !== 'operator') as ClaimedRole['role'] | undefined;
  if (!role) faults.push(`${at}.role ska vara planner, group_member, reporter, municipal_coordinator eller reader.`);
  const organisation = readText(given, 'organisation', at, faults, '');
  const municipality = readText(given, 'municipality', at, faults, '');
  if (role && (role === 'reporter') !== (organisation !== ''))
    faults.push(`${at}: organisation anges för rollen reporter, och bara för den.`);
  if (role && (role === 'municipal_coordinator') !== /^\d{4}$/.test(municipality))
    faults.push(`${at}: municipality är kommunens kod och anges för rollen municipal_coordinator, och bara för den.`);
  return {
    county,
    role: role ?? 'reader',
    organisation: organisation === '' ? null : organisation,
    municipality: municipality === '' ? null : municipality,
  };
}

/** https, or plain http to this very machine, where a provider for trying things out runs. */
export function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseUnknown(given: Json, known: readonly string[], at: string, faults: string[]): void {
  for (const key of Object.keys(given)) if (!known.includes(key)) faults.push(`${at}: ${key} finns inte.`);
}

function readText(given: Json, key: string, at: string, faults: string[], otherwise?: string): string {
  const value = given[key] ?? otherwise;
  if (typeof value === 'string' && (value.trim() !== '' || otherwise === '')) return value;
  faults.push(value === undefined ? `${at}.${key} saknas.` : `${at}.${key} ska vara text.`);
  return '';
}

function readTexts(given: Json, key: string, at: string, faults: string[], otherwise: readonly string[]): string[] {
  const value = given[key] ?? otherwise;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value as string[];
  faults.push(`${at}.${key} ska vara en lista med texter.`);
  return [];
}
