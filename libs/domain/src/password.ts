import type { Label } from './locale.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

export const PASSWORD_FAULTS = ['too_short', 'too_long', 'personal', 'common', 'monotonous'] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

export const PASSWORD_FAULT_WORDS: Readonly<Record<PasswordFault, Label>> = {
  too_short: {
    sv: `Lösenordet ska ha minst ${PASSWORD_MIN} tecken. Några ord efter varandra är lättare att minnas än krångliga tecken.`,
    en: `The password must have at least ${PASSWORD_MIN} characters. A few words in a row are easier to remember than odd characters.`,
  },
  too_long: {
    sv: `Lösenordet får ha högst ${PASSWORD_MAX} tecken.`,
    en: `The password may have at most ${PASSWORD_MAX} characters.`,
  },
  personal: {
    sv: 'Lösenordet består mest av ditt namn, din adress eller tjänstens namn. Välj något som ingen kan gissa.',
    en: 'The password is mostly your name, your address or the name of the service. Choose something nobody can guess.',
  },
  common: {
    sv: 'Lösenordet består mest av ord och siffror som många använder. Välj något som ingen kan gissa.',
    en: 'The password is mostly words and digits that many people use. Choose something nobody can guess.',
  },
  monotonous: {
    sv: 'Lösenordet upprepar samma tecken. Välj något som ingen kan gissa.',
    en: 'The password repeats the same characters. Choose something nobody can guess.',
  },
};

/** So many letters and digits must be left when everything guessable has been taken away. */
const LEAST_OWN = 6;
const LEAST_DIFFERENT = 5;

/** What Swedes and others choose most, and what lies near at hand here. Longest first, so that none hides in another. */
const COMMON = [
  'password',
  'passord',
  'lösenord',
  'losenord',
  'hemlighet',
  'hemligt',
  'hemlig',
  'välkommen',
  'valkommen',
  'välkomna',
  'welcome',
  'sommaren',
  'sommar',
  'summer',
  'hösten',
  'hösten',
  'hosten',
  'vintern',
  'vinter',
  'winter',
  'våren',
  'autumn',
  'spring',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'qazwsx',
  '1q2w3e4r',
  '1qaz2wsx',
  'abc123',
  'letmein',
  'iloveyou',
  'älskardig',
  'alskardig',
  'jagälskardig',
  'älskling',
  'gud',
  'admin',
  'administrator',
  'master',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'fotboll',
  'hockey',
  'ishockey',
  'baseball',
  'superman',
  'batman',
  'starwars',
  'pokemon',
  'trustno1',
  'whatever',
  'hello',
  'hejsan',
  'hejhej',
  'hej',
  'testar',
  'test',
  'inloggning',
  'login',
  'changeme',
  'ändramig',
  'bytmig',
  'sverige',
  'sweden',
  'svensk',
  'stockholm',
  'göteborg',
  'goteborg',
  'malmö',
  'malmo',
  'växjö',
  'kronoberg',
  'småland',
  'smaland',
  'kommun',
  'kommunen',
  'regionen',
  'region',
  'länsstyrelsen',
  'lansstyrelsen',
  'länsstyrelse',
  'polisen',
  'polis',
  'kontor',
  'kontoret',
  'jobbet',
  'arbete',
  'januari',
  'februari',
  'mars',
  'april',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
  'måndag',
  'tisdag',
  'onsdag',
  'torsdag',
  'fredag',
  'lördag',
  'söndag',
  'mamma',
  'pappa',
  'bajskorv',
  'blomma',
  'katten',
  'hunden',
  'solsken',
  'frihet',
  'freedom',
  'jesus',
  'michael',
  'jordan',
  'killer',
  'secret',
  'access',
  'shadow',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'l0senord',
  'l0sen0rd',
].sort((left, right) => right.length - left.length);
const PRODUCT = ['samhandlingsplan', 'samhandling'];
const ROWS = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyzåäö', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];

/**
 * What makes a password unfit, or null. After NIST SP 800-63B: length, and not what is guessed first; no demands on kinds
 * of characters, which make passwords worse. Length is counted in characters as people see them.
 */
export function passwordFault(
  password: string,
  person: { readonly name: string; readonly email: string },
): PasswordFault | null {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) return 'too_short';
  if (length > PASSWORD_MAX) return 'too_long';
  const bare = simple(password);
  if (new Set(bare).size < LEAST_DIFFERENT) return 'monotonous';
  const own = [...PRODUCT, ...wordsOf(person)].sort((left, right) => right.length - left.length);
  if (lettersOf(without(bare, own)) < LEAST_OWN) return 'personal';
  const rest = withoutRows(without(without(bare, own), COMMON));
  return lettersOf(rest) < LEAST_OWN ? 'common' : null;
}

function simple(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv');
}

/** Parts of the name and of the address; what is shorter than three letters would be found in anything. */
function wordsOf({ name, email }: { readonly name: string; readonly email: string }): string[] {
  const [local = '', domain = ''] = simple(email).split('@');
  const parts = [...simple(name).split(/[\s'’-]+/), ...local.split(/[._+-]+/), ...domain.split('.').slice(0, -1)];
  return [local, domain, ...parts].filter((part) => part.length >= 3);
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}

/** "12345", "4321", "qwert" and "aaaa": three or more that follow on each other. */
function withoutRows(text: string): string {
  const rows = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))];
  const characters = [...text];
  const kept = characters.filter((_, index) => {
    for (let start = Math.max(0, index - 2); start <= index; start += 1) {
      const three = characters.slice(start, start + 3);
      if (three.length < 3) continue;
      if (three.every((each) => each === three[0])) return false;
      if (rows.some((row) => row.includes(three.join('')))) return false;
    }
    return true;
  });
  return kept.join('').replace(/(19|20)\d\d/g, ' ');
}

function lettersOf(text: string): number {
  return [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
}
