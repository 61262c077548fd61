import { withoutContent } from './without-content.ts';

describe('what is left of a fault in the log', () => {
  it('keeps our own names and the stack, and nothing that somebody may have written', () => {
    const stack = [
      'QueryFailedError: duplicate key value violates unique constraint "person_email_unique"',
      'Key (email)=(anna.ek@example.org) already exists.',
      `SyntaxError: Unexpected token 'A', "Anna Ek skrev" is not valid JSON`,
      'could not send to anna.ek@example.org',
      '    at Object.query (/srv/api/dist/platform/database/unit-of-work.js:12:3)',
    ].join('\n');
    const left = withoutContent(stack);
    expect(left).toContain('"person_email_unique"');
    expect(left).toContain('unit-of-work.js:12:3');
    expect(left).not.toMatch(/anna|Anna|Ek /);
  });

  it('leaves what holds no words of anybody', () => {
    expect(withoutContent("the server didn't answer within 2 s, it isn't up")).toBe(
      "the server didn't answer within 2 s, it isn't up",
    );
  });
});
