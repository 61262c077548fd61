import { build } from './build.mjs';

build();
await import('../api/dist/main.js');
