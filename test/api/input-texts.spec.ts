import { getMetadataStorage } from 'class-validator';
import { startTestApp, type TestApp } from '../support/app.ts';

interface Rule {
  readonly propertyName: string;
  readonly name?: string;
  readonly type: string;
  readonly constraints?: readonly unknown[];
}
type Target = abstract new () => unknown;

/** Rules that leave no room for a long text or odd characters. */
const CLOSED = [
  'isIn',
  'isUuid',
  'isDay',
  'isInstant',
  'isBoolean',
  'isInt',
  'isNumber',
  'isObject',
  'hasFewDecimals',
  'isBooleanString',
];
/** Why a field may be without a rule every other text has. */
const EXCUSED: Readonly<Record<string, string>> = {
  'CreateImportDto.text cleans': 'a plan as somebody pasted it: what is no text is told by the reader, in words',
  'ImportEventsDto.rows ends': 'each cell is checked by a rule of its own, AreTextRows',
  'ImportEventsDto.rows cleans': 'the same',
};

describe('every text that can be sent', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('has a longest length and a rule about characters', () => {
    const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<Target, Rule[]> };
    const classes = [...storage.validationMetadatas.keys()].filter(({ name }) => name !== 'Environment');
    expect(classes.length).toBeGreaterThan(80);
    const faults = classes.flatMap((target) => faultsOf(target)).filter((fault) => !(fault in EXCUSED));
    expect(faults).toEqual([]);
  });
});

function faultsOf(target: Target): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false) as unknown as Rule[];
  const byProperty = Map.groupBy(rules, ({ propertyName }) => propertyName);
  return [...byProperty].flatMap(([property, own]) => {
    const names = own.map(({ name, type }) => name ?? type);
    if (names.some((name) => CLOSED.includes(name) || name === 'nestedValidation')) return [];
    const isClosed = own.some((rule) => rule.name === 'matches' && isClosedPattern(rule.constraints?.[0]));
    return [
      ...(names.includes('maxLength') || isClosed ? [] : [`${target.name}.${property} ends`]),
      ...(names.includes('hasNoControlCharacters') || names.includes('isEmail') || isClosed || refusesControl(own)
        ? []
        : [`${target.name}.${property} cleans`]),
    ];
  });
}

/** Test files may have a RegExp each, so its class tells nothing. */
function isPattern(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]';
}

/** A pattern from beginning to end without `*`, `+` or `{n,}` outside a list of its own. */
function isClosedPattern(pattern: unknown): boolean {
  return isPattern(pattern) && /^\^.*\$$/s.test(pattern.source) && !/[*+]|,\}/.test(pattern.source);
}

function refusesControl(rules: readonly Rule[]): boolean {
  return rules.some(({ name, constraints }) => {
    const pattern = constraints?.[0];
    return (
      name === 'matches' &&
      isPattern(pattern) &&
      pattern.source.startsWith('^') &&
      ['a\u0001', '\u0001', '\u007f'].every((text) => !new RegExp(pattern.source, pattern.flags).test(text))
    );
  });
}
