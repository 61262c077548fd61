// Writes docs/glossary.md from its one source. A test in libs/domain fails while the two differ.
import { writeFileSync } from 'node:fs';
import { glossaryMarkdown } from '../libs/domain/src/glossary.ts';

writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossaryMarkdown());
